"""Facts of a customer and a quote that conditions look at, by name.

``fixed_lines`` counts the customer's own fixed lines and those in the quote; amounts are yuan,
shares percent. What is not known is left out, and the condition says so.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.money import yuan
from pricing.context import PricingContext
from pricing.spend_analysis import LONG_DISTANCE, median

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.customer import Competitor, Customer
    from app.quoting.quote import Quote
    from pricing.bills import Bills
    from pricing.context import Used
    from pricing.spend import SpendAnalysis

FIXED_LINE = "PSTN"
_FIXED_LINES = frozenset(
    {"fixed_line", "fixed line", "telephone", "pstn", "固定电话", "固话", "电话"}
)
"""What people call fixed lines of other operators, in small letters."""
COMPETITOR_LINE_CANCELLED = "competitor_line_cancelled"
_LINE = "line"


def pricing_context(
    quote: Quote,
    customer: Customer,
    bills: Bills,
    analysis: SpendAnalysis | None,
    used: Mapping[str, Used] | None = None,
) -> PricingContext:
    """The circumstances in which a quote is priced.

    Args:
        quote: The quote.
        customer: Whom it is for.
        bills: Past bills.
        analysis: What they say.
        used: What other quotes have used of promotions, by rule.
    """
    words = {"industry": customer.industry} if customer.industry else {}
    words["segment"] = customer.segment
    if quote.tender:
        words["procurement"] = "tender"
    return PricingContext(
        price_date=quote.price_date,
        segments=(customer.segment, *customer.further_segments),
        term=quote.term,
        installed=customer.installed_quantities(),
        measures=_measures(quote, customer, bills, analysis),
        words=words,
        customer=customer.id,
        codes=quote.codes,
        used=dict(used or {}),
        area=customer.area,
        channel=quote.channel,
    )


def _measures(
    quote: Quote, customer: Customer, bills: Bills, analysis: SpendAnalysis | None
) -> dict[str, Decimal]:
    measures = dict(customer.facts)
    measures["fixed_lines"] = Decimal(_fixed_lines(quote, customer))
    measures["arrears"] = yuan(customer.arrears)
    measures["term"] = Decimal(quote.term)
    measures["sites"] = Decimal(len(customer.sites))
    measures["competitor_fixed_lines"] = Decimal(_competitor_lines_after(quote, customer))
    if analysis is not None:
        measures["typical_month"] = yuan(analysis.typical)
        measures["fluctuation"] = analysis.fluctuation
        lines = [analysis.component_averages[c.id] for c in bills.components if c.kind == _LINE]
        if lines:
            measures["least_line_average"] = yuan(min(lines))
        minutes = _typical_minutes(bills, analysis)
        if minutes is not None:
            measures["typical_ld_minutes"] = Decimal(minutes)
    return measures


def _fixed_lines(quote: Quote, customer: Customer) -> int:
    quoted = sum(item.quantity for item in quote.items if item.offering == FIXED_LINE)
    return quoted + customer.installed_quantities().get(FIXED_LINE, 0)


def _competitor_lines_after(quote: Quote, customer: Customer) -> int:
    """Fixed lines with other operators once the customer has met the quote's conditions."""
    if any(condition.key == COMPETITOR_LINE_CANCELLED for condition in quote.conditions):
        return 0
    return sum(one.quantity for one in customer.competitors if is_fixed_line(one))


def is_fixed_line(competitor: Competitor) -> bool:
    """Whether what the customer has from somebody else are fixed lines."""
    return competitor.product.strip().casefold() in _FIXED_LINES


def _typical_minutes(bills: Bills, analysis: SpendAnalysis) -> int | None:
    """Median long-distance minutes over the window; unusual months do not move a median much."""
    window = [month.month for month in analysis.months]
    for component in bills.components:
        if component.kind == LONG_DISTANCE and all(m in component.usage for m in window):
            return median(component.usage[month] for month in window)
    return None
