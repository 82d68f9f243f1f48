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
    items = [item for item in priced.items if not item.optional]
    return Billing(_first(items, activation), _average(priced), activation)


def _first(items: Sequence[PricedItem], activation: date | None) -> Bill:
    part = activation if activation is not None and activation.day > 1 else None
    rows: dict[Decimal, tuple[Fen, Fen]] = {}
    once = full = month = year = 0
    for item in items:
        once += item.one_time.net_amount
        year += item.yearly.net_amount
        for rate, ex_tax, tax in _in_full(item):
            _add(rows, rate, ex_tax, tax)
        for rate, (ex_tax, tax) in _first_month(item).items():
            gross = ex_tax + tax
            full += gross
            if part is not None:
                gross = first_period(gross, part)
                ex_tax = without_tax(gross, rate)  # noqa: PLW2901 (the share of it)
            month += gross
            _add(rows, rate, ex_tax, gross - ex_tax)
    steps = _Steps()
    steps.add("step.first_once", once)
    steps.add("step.first_month", full)
    if part is not None:
        length = monthrange(part.year, part.month)[1]
        counted = {"days": str(length - part.day + 1), "of": str(length), "date": str(part)}
        steps.add("step.first_days", month - full, counted)
    steps.add("step.first_year", year)
    taxed = tuple(
        TaxRow(rate, *sums) for rate, sums in sorted(rows.items(), reverse=True) if any(sums)
    )
    tax = sum(row.tax for row in taxed)
    net = once + month + year
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
