"""One-time, recurring per period, expected usage, and total contract value.

One-time and monthly figures are never added to each other except in the contract value, which is
one-time + monthly x term, less what free and reduced months are worth, + yearly x started years
(P5). Cost runs on in free months. Expected usage is shown beside it and is not part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from catalog.charge import ChargeType
from catalog.period import BillingPeriod, years_of
from pricing.changed_span import changed_span, is_worth_following
from pricing.priced import Amounts, PricedCharge, PricedItem, SchedulePart, TaxRow, Totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

# Looking up a member of an enumeration takes as long as adding up a charge, so it is done once.
_USAGE = ChargeType.USAGE
_ONCE, _MONTH, _YEAR = BillingPeriod.ONCE, BillingPeriod.MONTH, BillingPeriod.YEAR

_SUMS = ("one_time", "monthly", "yearly", "usage", "free", "contract")

NOTHING = Amounts()
"""The sum of no charges: this one value, so that it is known without comparing figures."""


Sums: TypeAlias = tuple[Amounts, Amounts, Amounts, Amounts]
"""One item's charges by kind: one-time, monthly, yearly, usage."""


def sums(charges: Sequence[PricedCharge]) -> Sums:
    """The sums of an item's charges."""
    if len(charges) == 1:
        return _sums_of_one(charges[0])
    once: list[PricedCharge] = []
    month: list[PricedCharge] = []
    year: list[PricedCharge] = []
    used: list[PricedCharge] = []
    for charge in charges:
        if charge.type is _USAGE:
            used.append(charge)
        elif charge.period is _MONTH:
            month.append(charge)
        elif charge.period is _ONCE:
            once.append(charge)
        elif charge.period is _YEAR:
            year.append(charge)
    return (
        amounts(once) if once else NOTHING,
        amounts(month) if month else NOTHING,
        amounts(year) if year else NOTHING,
        amounts(used) if used else NOTHING,
    )


def with_sums(item: PricedItem, charges: tuple[PricedCharge, ...]) -> PricedItem:
    """The item with other charges and their sums; its schedule stays as it is."""
    one_time, monthly, yearly, usage = sums(charges)
    # By position, in the order of the fields: naming them takes several times as long.
    return PricedItem(
        item.id,
        item.offering,
        item.name,
        item.quantity,
        item.is_bundle,
        charges,
        one_time,
        monthly,
        yearly,
        usage,
        item.free_months,
        item.extra_discount,
        item.optional,
        item.site,
        item.section,
        item.term,
        item.filing_number,
        item.schedule,
    )


def _sums_of_one(charge: PricedCharge) -> Sums:
    """The usual item has one charge, whose figures need no adding up."""
    own = Amounts(
        charge.list_amount,
        charge.published_amount,
        charge.net_amount,
        charge.net_ex_tax,
        charge.tax,
        charge.cost_amount,
    )
    if charge.type is _USAGE:
        return NOTHING, NOTHING, NOTHING, own
    if charge.period is _MONTH:
        return NOTHING, own, NOTHING, NOTHING
    if charge.period is _ONCE:
        return own, NOTHING, NOTHING, NOTHING
    return NOTHING, NOTHING, own if charge.period is _YEAR else NOTHING, NOTHING


def amounts(charges: Iterable[PricedCharge]) -> Amounts:
    """The sum of charges."""
    listed = published = net = ex_tax = tax = cost = 0
    for charge in charges:
        listed += charge.list_amount
        published += charge.published_amount
        net += charge.net_amount
        ex_tax += charge.net_ex_tax
        tax += charge.tax
        cost += charge.cost_amount
    return Amounts(listed, published, net, ex_tax, tax, cost)


def total(items: Iterable[PricedItem], term: int) -> Totals:
    """Totals of the items that are not optional; each is a sum of item sums.

    Args:
        items: All priced items.
        term: Months of commitment.
    """
    counted: list[PricedItem] = []
    options = 0
    for item in items:
        if item.optional:
            options += item.monthly.net_amount
        else:
            counted.append(item)
    one_time = _added([item.one_time for item in counted if item.one_time is not NOTHING])
    monthly = _added([item.monthly for item in counted if item.monthly is not NOTHING])
    yearly = _added([item.yearly for item in counted if item.yearly is not NOTHING])
    usage = _added([item.usage for item in counted if item.usage is not NOTHING])
    scheduled = [item for item in counted if item.schedule]
    free = _added([_waived(item.monthly, part) for item in scheduled for part in item.schedule])
    contract = one_time + monthly.times(term) + yearly.times(years_of(term))
    contract = Amounts(
        contract.list_amount,
        contract.published_amount,
        contract.net_amount - free.net_amount,
        contract.net_ex_tax - free.net_ex_tax,
        contract.tax - free.tax,
        contract.cost,
    )
    return Totals(
        term=term,
        one_time=one_time,
        monthly=monthly,
        yearly=yearly,
        usage=usage,
        free=free,
        contract=contract,
        expected_bill=monthly.net_amount + usage.net_amount,
        tax_rows=_tax_rows(counted, term),
        with_options=monthly.net_amount + options,
    )


def total_again(
    known: Totals, before: Sequence[PricedItem], items: Sequence[PricedItem], term: int
) -> Totals:
    """The totals of items of which most are those that ``known`` was added up from.

    Args:
        known: Totals of ``before``.
        before: What was priced last time.
        items: All priced items.
        term: Months of commitment.
    """
    gone, come = changed_span(before, items)
    if known.term != term or not is_worth_following(gone, come, len(items)):
        return total(items, term)
    less, more = total(before[gone], term), total(items[come], term)
    figures = [_moved(getattr(known, n), getattr(less, n), getattr(more, n)) for n in _SUMS]
    one_time, monthly, yearly, usage, free, contract = figures
    return Totals(
        term=term,
        one_time=one_time,
        monthly=monthly,
        yearly=yearly,
        usage=usage,
        free=free,
        contract=contract,
        expected_bill=monthly.net_amount + usage.net_amount,
        tax_rows=_joined([(1, known.tax_rows), (-1, less.tax_rows), (1, more.tax_rows)]),
        with_options=known.with_options - less.with_options + more.with_options,
    )


def _moved(known: Amounts, less: Amounts, more: Amounts) -> Amounts:
    """Sums after some charges went and others came."""
    return known + less.times(-1) + more


def _added(parts: Iterable[Amounts]) -> Amounts:
    """The sum of sums, figure by figure."""
    listed = published = net = ex_tax = tax = cost = 0
    for part in parts:
        listed += part.list_amount
        published += part.published_amount
        net += part.net_amount
        ex_tax += part.net_ex_tax
        tax += part.tax
        cost += part.cost
    return Amounts(listed, published, net, ex_tax, tax, cost)


def _waived(monthly: Amounts, part: SchedulePart) -> Amounts:
    """What a part of the schedule is worth less than full months: net figures only."""
    return Amounts(
        net_amount=(monthly.net_amount - part.amounts.net_amount) * part.months,
        net_ex_tax=(monthly.net_ex_tax - part.amounts.net_ex_tax) * part.months,
        tax=(monthly.tax - part.amounts.tax) * part.months,
    )


def _tax_rows(items: Iterable[PricedItem], term: int) -> tuple[TaxRow, ...]:
    """The VAT in the contract value by rate, highest rate first; nothing is no row."""
    years = years_of(term)
    # By identity first: all charges of a tax class share one rate, and hashing it takes long.
    known: dict[int, _Row] = {}
    for item in items:
        monthly = 0 if item.schedule else term
        for charge in item.charges:
            if charge.type is _USAGE:
                continue
            if charge.period is _MONTH:
                count = monthly
            elif charge.period is _ONCE:
                count = 1
            else:
                count = years if charge.period is _YEAR else 0
            if not count:
                continue
            row = known.get(id(charge.tax_rate)) or _row(known, charge.tax_rate)
            row.net_ex_tax += charge.net_ex_tax * count
            row.tax += charge.tax * count
        for part in item.schedule:
            for of_month in part.tax_rows:
                row = known.get(id(of_month.rate)) or _row(known, of_month.rate)
                row.net_ex_tax += of_month.net_ex_tax * part.months
                row.tax += of_month.tax * part.months
    return _joined([(1, known.values())])


def _joined(parts: Iterable[tuple[int, Iterable[TaxRow | _Row]]]) -> tuple[TaxRow, ...]:
    """One row for each rate, of parts that count (1) or are taken away (-1)."""
    rows: dict[Decimal, _Row] = {}
    for sign, part in parts:
        for one in part:
            row = rows.get(one.rate) or rows.setdefault(one.rate, _Row(one.rate))
            row.net_ex_tax += sign * one.net_ex_tax
            row.tax += sign * one.tax
    found = [rows[rate] for rate in sorted(rows, reverse=True)]
    return tuple(
        TaxRow(one.rate, one.net_ex_tax, one.tax) for one in found if one.net_ex_tax or one.tax
    )


class _Row:
    """VAT at one rate while it is added up."""

    __slots__ = ("net_ex_tax", "rate", "tax")

    def __init__(self, rate: Decimal) -> None:
        self.rate = rate
        self.net_ex_tax = self.tax = 0


def _row(known: dict[int, _Row], rate: Decimal) -> _Row:
    row = known[id(rate)] = _Row(rate)
    return row
