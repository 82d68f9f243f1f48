"""What the customer gains: like-for-like saving, new value kept apart, and the plan's replay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.offer.wish import usage_of
from app.quoting.revision import ReplayMonth, Saving
from catalog.money import decimal_percent, percent_of
from pricing.bills import Bills
from pricing.replay import Plan, replay_month
from pricing.spend_analysis import average_of, typical_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from app.quoting.quote import Quote
    from catalog.money import Fen
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import BillComponent
    from pricing.priced import PricedItem, PricedQuote
    from pricing.spend import SpendAnalysis

DAYS_PER_MONTH = 30
"""Division pricing divides by 30 and rounds up, so that no claim is too good to be true."""


def saving(
    quote: Quote,
    priced: PricedQuote,
    bills: Bills,
    analysis: SpendAnalysis | None,
    catalog: ProductCatalog | None = None,
) -> Saving | None:
    """Compare what is replaced with what replaces it.

    ``None`` without bills, or when past bills cannot be compared with the offer. With a catalogue,
    usage that the offer neither includes nor quotes counts as what it usually comes to: services
    that are paid by use are not cheap because their use is left aside.
    """
    if analysis is None or not quote.like_for_like.applies:
        return None
    chosen = quote.like_for_like
    replacing = _replacing(quote, priced)
    monthly = sum([item.monthly.net_amount for item in replacing])
    usage = sum([item.usage.net_amount for item in replacing])
    if not usage and catalog is not None:
        usage = _usual_usage(quote, catalog, replacing, bills, analysis)
    offered = monthly + usage
    today = typical_of(bills, analysis, chosen.components) + chosen.competitor
    plain = average_of(bills, analysis, chosen.components) + chosen.competitor
    gain = today - offered
    return Saving(
        today=today,
        offered=offered,
        saving=gain,
        percent=decimal_percent(percent_of(gain, today)),
        over_term=gain * quote.term,
        against_average=plain - offered,
        new_value=priced.totals.monthly.net_amount - monthly,
        per_day=per_part(priced.totals.monthly.net_amount, DAYS_PER_MONTH),
    )


def per_part(amount: Fen, parts: int) -> Fen:
    """An amount divided among days, heads or rooms, rounded up to the fen: 668.00 / 30 = 22.27."""
    return -(-amount // parts)


def replay(
    quote: Quote,
    catalog: ProductCatalog,
    priced: PricedQuote,
    bills: Bills,
    analysis: SpendAnalysis | None,
) -> tuple[ReplayMonth, ...]:
    """Each month of the window under the offer; empty when usage or its price is not known.

    Components that the offer does not replace stay as they were billed.
    """
    if analysis is None or not quote.like_for_like.applies:
        return ()
    window = [month.month for month in analysis.months]
    replaced = [c for c in bills.components if _is_replaced(quote, c)]
    metered = [c for c in replaced if c.charge]
    if not metered or any(month not in c.usage for c in metered for month in window):
        return ()
    plan = plan_of(quote, catalog, priced, bills)
    if plan is None:
        return ()
    kept = [c for c in bills.components if not _is_replaced(quote, c)]
    months = []
    for month in window:
        actual = sum(c.amounts[month] for c in bills.components)
        usage: dict[str, int] = {}
        for component in metered:
            usage[component.charge] = usage.get(component.charge, 0) + component.usage[month]
        planned = replay_month(plan, usage) + sum(c.amounts[month] for c in kept)
        months.append(ReplayMonth(month, actual, planned, actual - planned))
    return tuple(months)


def plan_of(
    quote: Quote, catalog: ProductCatalog, priced: PricedQuote, bills: Bills
) -> Plan | None:
    """What a month costs under the offer; ``None`` where the catalogue has no price of usage."""
    metered = [c for c in bills.components if _is_replaced(quote, c) and c.charge]
    rates = _list_rates(catalog, metered, quote.price_date)
    if len(rates) < len({component.charge for component in metered}):
        return None
    return _plan(catalog, _replacing(quote, priced), rates)


def _usual_usage(
    quote: Quote,
    catalog: ProductCatalog,
    replacing: Sequence[PricedItem],
    bills: Bills,
    analysis: SpendAnalysis,
) -> Fen:
    """Usage beyond what is included in the middle one of the months, unusual ones taken as usual.

    0 where the bills do not tell usage or the catalogue no price of it.
    """
    replaced = tuple(c for c in bills.components if _is_replaced(quote, c) and c.charge)
    rates = _list_rates(catalog, replaced, quote.price_date)
    usage = usage_of(Bills(replaced), analysis)
    if not usage or not rates.keys() >= usage.keys():
        return 0
    plan = _plan(catalog, replacing, rates)
    months = range(len(analysis.months))
    costs = sorted(
        replay_month(plan, {code: units[at] for code, units in usage.items()}) for at in months
    )
    return costs[len(costs) // 2] - plan.monthly


def _is_replaced(quote: Quote, component: BillComponent) -> bool:
    chosen = quote.like_for_like.components
    return not chosen or component.id in chosen


def _replacing(quote: Quote, priced: PricedQuote) -> list[PricedItem]:
    chosen = quote.like_for_like.items
    return [
        item for item in priced.items if not item.optional and (not chosen or item.id in chosen)
    ]


def _list_rates(
    catalog: ProductCatalog, metered: Sequence[BillComponent], day: date
) -> dict[str, Decimal]:
    """List price with VAT of each usage charge; one that has none on the day is left out."""
    rates: dict[str, Decimal] = {}
    for component in metered:
        charge = catalog.charge(component.charge)
        if charge is None:
            continue
        if charge.tax_included:
            rates[charge.code] = charge.list_price
            continue
        tax_class = catalog.tax_class(charge.tax_class)
        rate = tax_class.rate_on(day) if tax_class is not None else None
        if rate is not None:
            rates[charge.code] = charge.list_price * (1 + rate)
    return rates


def _plan(
    catalog: ProductCatalog, items: Sequence[PricedItem], list_rates: dict[str, Decimal]
) -> Plan:
    """Allowances and rates of the items that replace the bills; list rates where none is quoted."""
    rates = dict(list_rates)
    allowances: dict[str, int] = {}
    published: dict[str, Decimal] = {}
    included = [one for item in items for one in item.charges if one.allowance]
    for priced in included:
        allowances[priced.code] = allowances.get(priced.code, 0) + priced.quantity
    bundles = [catalog.bundle(item.offering) for item in items if item.is_bundle]
    for bundle in bundles:
        for overage in bundle.overage if bundle is not None else ():
            lowest = min(published.get(overage.charge, overage.price), overage.price)
            rates[overage.charge] = published[overage.charge] = lowest
    return Plan(sum([item.monthly.net_amount for item in items]), allowances, rates)
