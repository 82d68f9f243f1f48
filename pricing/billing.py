"""What the customer pays first, and on average: the first invoice and the average month.

The first invoice has the one-time charges, the first month, and the first year of yearly charges in
full. The first month is what the schedule says of it (nothing when it is free), in the days from
activation on when the day is known; usage is billed after it was used and is not in it.

Worked example (V31): 200.00 a month, activated on the 24th of a February of 28 days: 35.71.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType
from catalog.money import Fen, round_half_up
from catalog.period import BillingPeriod
from pricing.changed_span import changed_span, is_worth_following
from pricing.priced import TaxRow
from pricing.proration import first_period
from pricing.stages import Stage
from pricing.tax import without_tax
from pricing.trail import PriceStep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from pricing.priced import PricedItem, PricedQuote

_USAGE = ChargeType.USAGE
_ONCE, _MONTH, _YEAR = BillingPeriod.ONCE, BillingPeriod.MONTH, BillingPeriod.YEAR
_ONCE_STEP, _MONTH_STEP = "step.first_once", "step.first_month"
_DAYS_STEP, _YEAR_STEP = "step.first_days", "step.first_year"


class Bill(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An amount that is billed, in fen, with its reasons.

    Attributes:
        net_amount: VAT included.
        net_ex_tax: Without VAT.
        tax: VAT.
        tax_rows: VAT by rate, highest rate first; empty where it is an average.
        steps: What leads to the net amount.
    """

    net_amount: Fen = 0
    net_ex_tax: Fen = 0
    tax: Fen = 0
    tax_rows: tuple[TaxRow, ...] = ()
    steps: tuple[PriceStep, ...] = ()


class Billing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is billed when; optional items are left out.

    Attributes:
        first: The first invoice.
        average: The contract value for one month of the term.
        activation: Day of activation; ``None`` while it is not known and the first month counts
            as a full one.
        committed: Least that usage plans cost over the term, VAT included, whatever is used; no
            part of the contract value, nor of the average month.
        committed_month: The same of one month, with its VAT.
    """

    first: Bill = Bill()
    average: Bill = Bill()
    activation: date | None = None
    committed: Fen = 0
    committed_month: Bill = Bill()


def billing_of(priced: PricedQuote, activation: date | None = None) -> Billing:
    """First invoice and average month of a priced quote.

    Args:
        priced: The quote.
        activation: Day from which it is charged, if it is known.
    """
    return Billing(
        _invoice(_summed(priced.items, activation), activation), _average(priced), activation
    )


def billing_again(
    known: Billing, before: Sequence[PricedItem], priced: PricedQuote, activation: date | None
) -> Billing:
    """The same of a quote of which most items are those that ``known`` was made of.

    Args:
        known: Billing of ``before``.
        before: Items that were priced last time.
        priced: The quote.
        activation: Day from which it is charged, if it is known.
    """
    gone, come = changed_span(before, priced.items)
    if known.activation != activation or not is_worth_following(gone, come, len(priced.items)):
        return billing_of(priced, activation)
    sums = _sums_of(known.first)
    sums.add(_summed(before[gone], activation), -1)
    sums.add(_summed(priced.items[come], activation), 1)
    return Billing(_invoice(sums, activation), _average(priced), activation)


class _Sums:
    """What the first invoice is the sum of, in fen, and its VAT by rate."""

    __slots__ = ("full", "month", "once", "rows", "year")

    def __init__(self) -> None:
        self.once = self.full = self.month = self.year = 0
        self.rows: dict[Decimal, tuple[Fen, Fen]] = {}

    def add(self, other: _Sums, sign: int) -> None:
        """Add what came, or take away what went (``sign`` -1)."""
        self.once += sign * other.once
        self.full += sign * other.full
        self.month += sign * other.month
        self.year += sign * other.year
        for rate, (ex_tax, tax) in other.rows.items():
            _add(self.rows, rate, sign * ex_tax, sign * tax)


def _sums_of(bill: Bill) -> _Sums:
    """The sums that an invoice was made of, read off its steps."""
    changes = {step.code: step.change for step in bill.steps}
    sums = _Sums()
    sums.once = changes.get(_ONCE_STEP, 0)
    sums.full = changes.get(_MONTH_STEP, 0)
    sums.month = sums.full + changes.get(_DAYS_STEP, 0)
    sums.year = changes.get(_YEAR_STEP, 0)
    sums.rows = {row.rate: (row.net_ex_tax, row.tax) for row in bill.tax_rows}
    return sums


def _part(activation: date | None) -> date | None:
    """The day from which the first month is charged by days."""
    return activation if activation is not None and activation.day > 1 else None


def _summed(items: Sequence[PricedItem], activation: date | None) -> _Sums:
    part, sums = _part(activation), _Sums()
    rows = sums.rows
    for item in items:
        if item.optional:
            continue
        sums.once += item.one_time.net_amount
        sums.year += item.yearly.net_amount
        for rate, ex_tax, tax in _in_full(item):
            _add(rows, rate, ex_tax, tax)
        for rate, (ex_tax, tax) in _first_month(item).items():
            gross = ex_tax + tax
            sums.full += gross
            if part is not None:
                gross = first_period(gross, part)
                ex_tax = without_tax(gross, rate)  # noqa: PLW2901 (the share of it)
            sums.month += gross
            _add(rows, rate, ex_tax, gross - ex_tax)
    return sums


def _invoice(sums: _Sums, activation: date | None) -> Bill:
    part, steps = _part(activation), _Steps()
    steps.add(_ONCE_STEP, sums.once)
    steps.add(_MONTH_STEP, sums.full)
    if part is not None:
        length = monthrange(part.year, part.month)[1]
        counted = {"days": str(length - part.day + 1), "of": str(length), "date": str(part)}
        steps.add(_DAYS_STEP, sums.month - sums.full, counted)
    steps.add(_YEAR_STEP, sums.year)
    taxed = tuple(
        TaxRow(rate, *of_rate)
        for rate, of_rate in sorted(sums.rows.items(), reverse=True)
        if any(of_rate)
    )
    tax = sum(row.tax for row in taxed)
    net = sums.once + sums.month + sums.year
    return Bill(net, net - tax, tax, taxed, tuple(steps.made))


def _average(priced: PricedQuote) -> Bill:
    contract, term = priced.totals.contract, max(priced.totals.term, 1)
    net = round_half_up(contract.net_amount, term)
    ex_tax = round_half_up(contract.net_ex_tax, term)
    steps = _Steps()
    steps.add("step.contract_value", contract.net_amount)
    steps.add("step.average_month", net - contract.net_amount, {"term": str(term)})
    return Bill(net, ex_tax, net - ex_tax, (), tuple(steps.made))


def _in_full(item: PricedItem) -> Iterator[tuple[Decimal, Fen, Fen]]:
    """Rate, amount without VAT and VAT of what the first invoice has in full."""
    for charge in item.charges:
        if charge.period in {_ONCE, _YEAR} and charge.type is not _USAGE:
            yield charge.tax_rate, charge.net_ex_tax, charge.tax


def _first_month(item: PricedItem) -> dict[Decimal, tuple[Fen, Fen]]:
    """Amount without VAT and VAT of an item's first month, by rate."""
    rows: dict[Decimal, tuple[Fen, Fen]] = {}
    if item.schedule:
        for row in item.schedule[0].tax_rows:
            _add(rows, row.rate, row.net_ex_tax, row.tax)
        return rows
    for charge in item.charges:
        if charge.period is _MONTH and charge.type is not _USAGE:
            _add(rows, charge.tax_rate, charge.net_ex_tax, charge.tax)
    return rows


def _add(rows: dict[Decimal, tuple[Fen, Fen]], rate: Decimal, ex_tax: Fen, tax: Fen) -> None:
    known = rows.get(rate, (0, 0))
    rows[rate] = (known[0] + ex_tax, known[1] + tax)


class _Steps:
    """The steps to an amount; what changes nothing is no step, but for the first."""

    def __init__(self) -> None:
        self.made: list[PriceStep] = []
        self._amount: Fen = 0

    def add(self, code: str, change: Fen, told: dict[str, str] | None = None) -> None:
        if self.made and not change:
            return
        self._amount += change
        self.made.append(PriceStep(Stage.BILLING, code, "", change, self._amount, told or {}))
