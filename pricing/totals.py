"""One-time, recurring per period, expected usage, and total contract value.

One-time and monthly figures are never added to each other except in the contract value, which is
one-time + monthly x term, less what free and reduced months are worth, + yearly x started years
(P5). Cost runs on in free months. Expected usage is shown beside it and is not part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType
from catalog.period import BillingPeriod, years_of
from pricing.priced import Amounts, PricedCharge, PricedItem, SchedulePart, TaxRow, Totals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

NOTHING = Amounts()


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


def of_kind(charges: Iterable[PricedCharge], period: BillingPeriod) -> Iterable[PricedCharge]:
    """The charges billed in a period; usage is its own kind."""
    if period is BillingPeriod.PER_USE:
        return (charge for charge in charges if charge.type is ChargeType.USAGE)
    return (
        charge
        for charge in charges
        if charge.period is period and charge.type is not ChargeType.USAGE
    )


def total(items: Iterable[PricedItem], term: int) -> Totals:
    """Totals of the items that are not optional; each is a sum of item sums.

    Args:
        items: All priced items.
        term: Months of commitment.
    """
    one_time = monthly = yearly = usage = free = NOTHING
    options = 0
    rows: dict[Decimal, tuple[int, int]] = {}
    for item in items:
        if item.optional:
            options += item.monthly.net_amount
            continue
        one_time += item.one_time
        monthly += item.monthly
        yearly += item.yearly
        usage += item.usage
        for part in item.schedule:
            free += _waived(item.monthly, part)
        _tax_rows(item, term, rows)
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
        tax_rows=tuple(
            TaxRow(rate, ex_tax, tax) for rate, (ex_tax, tax) in sorted(rows.items(), reverse=True)
        ),
        with_options=monthly.net_amount + options,
    )


def _waived(monthly: Amounts, part: SchedulePart) -> Amounts:
    """What a part of the schedule is worth less than full months: net figures only."""
    return Amounts(
        net_amount=(monthly.net_amount - part.amounts.net_amount) * part.months,
        net_ex_tax=(monthly.net_ex_tax - part.amounts.net_ex_tax) * part.months,
        tax=(monthly.tax - part.amounts.tax) * part.months,
    )


def _tax_rows(item: PricedItem, term: int, rows: dict[Decimal, tuple[int, int]]) -> None:
    """Add an item's share of the contract value to the rows by rate."""
    periods = {
        BillingPeriod.ONCE: 1,
        BillingPeriod.MONTH: 0 if item.schedule else term,
        BillingPeriod.YEAR: years_of(term),
        BillingPeriod.PER_USE: 0,
    }
    for charge in item.charges:
        count = 0 if charge.type is ChargeType.USAGE else periods[charge.period]
        _add_row(rows, charge.tax_rate, charge.net_ex_tax * count, charge.tax * count)
    for part in item.schedule:
        for row in part.tax_rows:
            _add_row(rows, row.rate, row.net_ex_tax * part.months, row.tax * part.months)


def _add_row(rows: dict[Decimal, tuple[int, int]], rate: Decimal, ex_tax: int, tax: int) -> None:
    if ex_tax or tax:
        known = rows.get(rate, (0, 0))
        rows[rate] = (known[0] + ex_tax, known[1] + tax)
