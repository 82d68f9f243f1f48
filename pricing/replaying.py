"""Add a priced quote up again from what is written down in it; the proof that its reasons are true.

Nothing here knows a rule, a rate or a rounding. The steps of a charge alone must give its net
amount; the figures of the charges alone must give the sums of their item; the items alone, month
by month over the term, must give the totals. ``faults`` says where a quote does not add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType
from catalog.period import MONTHS_PER_YEAR, BillingPeriod
from pricing.priced import Amounts, TaxRow, Totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.money import Fen
    from pricing.priced import PricedCharge, PricedItem, PricedQuote
    from pricing.trail import PriceStep


class StepFault(ValueError):
    """Steps that do not lead from one to the next; the message names the first such step."""


def replay_steps(steps: Sequence[PriceStep]) -> Fen:
    """The net amount that the steps of a charge lead to.

    The first step sets the amount; each later one changes it, and says what it then is.

    Raises:
        StepFault: If there are no steps, they stand in the wrong order, or a change does not lead
            from the result before to the result after.
    """
    if not steps:
        msg = "no steps"
        raise StepFault(msg)
    amount: Fen = 0
    for position, step in enumerate(steps):
        if position and step.stage < steps[position - 1].stage:
            msg = f"step {position} {step.code} of {step.source} stands behind a later stage"
            raise StepFault(msg)
        amount += step.change
        if amount != step.result:
            msg = f"step {position} {step.code} of {step.source} gives {amount}, not {step.result}"
            raise StepFault(msg)
    return amount


def replay_item(item: PricedItem) -> tuple[Amounts, Amounts, Amounts, Amounts]:
    """One-time, monthly, yearly and usage sums of an item from its charges."""
    sums = {kind: Amounts() for kind in BillingPeriod}
    for charge in item.charges:
        usage = charge.type is ChargeType.USAGE
        sums[BillingPeriod.PER_USE if usage else charge.period] += _figures(charge)
    return (
        sums[BillingPeriod.ONCE],
        sums[BillingPeriod.MONTH],
        sums[BillingPeriod.YEAR],
        sums[BillingPeriod.PER_USE],
    )


def replay_totals(items: Iterable[PricedItem], term: int) -> Totals:
    """The totals of a quote from the figures of its items, added up month by month.

    Args:
        items: As priced; optional ones count for ``with_options`` only.
        term: Months of commitment.
    """
    chosen, options = [], 0
    for item in items:
        if item.optional:
            options += item.monthly.net_amount
        else:
            chosen.append(item)
    one_time = _sum(item.one_time for item in chosen)
    monthly = _sum(item.monthly for item in chosen)
    yearly = _sum(item.yearly for item in chosen)
    usage = _sum(item.usage for item in chosen)
    contract, free = one_time, Amounts()
    for month in range(1, term + 1):
        for item in chosen:
            charged = _charged(item, month)
            waived = _less(item.monthly, charged)
            contract += Amounts(
                item.monthly.list_amount,
                item.monthly.published_amount,
                charged.net_amount,
                charged.net_ex_tax,
                charged.tax,
                item.monthly.cost,
            )
            free += waived
            if (month - 1) % MONTHS_PER_YEAR == 0:
                contract += item.yearly
    return Totals(
        term=term,
        one_time=one_time,
        monthly=monthly,
        yearly=yearly,
        usage=usage,
        free=free,
        contract=contract,
        expected_bill=monthly.net_amount + usage.net_amount,
        tax_rows=_tax_rows(chosen, term),
        with_options=monthly.net_amount + options,
    )


def faults(quote: PricedQuote) -> tuple[str, ...]:
    """Where a quote does not add up, in words; nothing when it does."""
    return tuple(_faults(quote))


def _faults(quote: PricedQuote) -> Iterator[str]:
    for item in quote.items:
        for charge in item.charges:
            where = f"{item.id} {charge.code}"
            try:
                net = replay_steps(charge.steps)
            except ValueError as fault:  # a step too many or too few, or one that leads nowhere
                yield f"{where}: {fault}"
                continue
            if net != charge.net_amount:
                yield f"{where}: steps give {net}, not {charge.net_amount}"
            if charge.net_ex_tax + charge.tax != charge.net_amount:
                yield f"{where}: net and tax give another amount"
        if replay_item(item) != (item.one_time, item.monthly, item.yearly, item.usage):
            yield f"{item.id}: charges give other sums"
    if replay_totals(quote.items, quote.totals.term) != quote.totals:
        yield "items give other totals"


def _charged(item: PricedItem, month: int) -> Amounts:
    """What an item's monthly charges come to in one month of the term."""
    for part in item.schedule:
        if part.first <= month <= part.last:
            return part.amounts
    return item.monthly


def _tax_rows(items: Sequence[PricedItem], term: int) -> tuple[TaxRow, ...]:
    """VAT of the contract value by rate, highest rate first, without rows of nothing."""
    sums: dict[object, TaxRow] = {}

    def add(row: TaxRow) -> None:
        if row.net_ex_tax or row.tax:
            known = sums.get(row.rate, TaxRow(row.rate, 0, 0))
            sums[row.rate] = TaxRow(
                row.rate, known.net_ex_tax + row.net_ex_tax, known.tax + row.tax
            )

    for item in items:
        for charge in item.charges:
            row = TaxRow(charge.tax_rate, charge.net_ex_tax, charge.tax)
            for _ in range(_times(item, charge, term)):
                add(row)
        for part in item.schedule:
            for _ in range(part.months):
                for row in part.tax_rows:
                    add(row)
    return tuple(sorted(sums.values(), key=lambda row: row.rate, reverse=True))


def _times(item: PricedItem, charge: PricedCharge, term: int) -> int:
    """How often a charge is billed over the term by itself, outside a schedule."""
    if charge.type is ChargeType.USAGE:
        return 0
    if charge.period is BillingPeriod.MONTH:
        return 0 if item.schedule else term
    if charge.period is BillingPeriod.YEAR:
        return len(range(0, term, MONTHS_PER_YEAR))
    return 1


def _figures(charge: PricedCharge) -> Amounts:
    return Amounts(
        charge.list_amount,
        charge.published_amount,
        charge.net_amount,
        charge.net_ex_tax,
        charge.tax,
        charge.cost_amount,
    )


def _less(whole: Amounts, charged: Amounts) -> Amounts:
    """What is not charged: net figures only, because list price and cost run on."""
    return Amounts(
        net_amount=whole.net_amount - charged.net_amount,
        net_ex_tax=whole.net_ex_tax - charged.net_ex_tax,
        tax=whole.tax - charged.tax,
    )


def _sum(parts: Iterable[Amounts]) -> Amounts:
    return sum(parts, Amounts())
