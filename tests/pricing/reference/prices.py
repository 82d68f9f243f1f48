"""List prices and VAT rates on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.charge import Charge
    from catalog.period import ValidityPeriod
    from catalog.price_list import PriceRecord
    from catalog.product_catalog import CatalogContent
    from pricing.context import PricingContext


def list_price(
    content: CatalogContent, context: PricingContext, charge: Charge
) -> tuple[Decimal | None, bool, bool]:
    """Yuan per unit, whether another record fits as well, whether VAT is inside; or no price."""
    records = [record for record in content.price_records if record.charge == charge.code]
    if not records:
        price = charge.list_price if context.currency == "CNY" else None
        return price, False, charge.tax_included
    fitting = [record for record in records if _fits(record, context)]
    if not fitting:
        return None, False, True
    best = max(_rank(record) for record in fitting)
    first, *others = sorted((r for r in fitting if _rank(r) == best), key=lambda r: r.id)
    return first.unit_price, bool(others), first.tax_included


def _fits(record: PriceRecord, context: PricingContext) -> bool:
    return (
        _on(record.valid, context.price_date)
        and record.currency == context.currency
        and context.term >= record.least_term
        and (not record.segments or bool(set(record.segments) & set(context.segments)))
        and (not record.areas or context.area in record.areas)
    )


def _rank(record: PriceRecord) -> tuple[int, int, int, date]:
    """More is better: dimensions named, priority, commitment, start."""
    named = [bool(record.segments), bool(record.areas), record.least_term > 0]
    start = record.valid.first or date.min
    return sum(named), record.priority, record.least_term, start


def _on(valid: ValidityPeriod, day: date) -> bool:
    return (valid.first or day) <= day <= (valid.last or day)


def tax_rate(content: CatalogContent, context: PricingContext, charge: Charge) -> Decimal | None:
    """The VAT rate on the price date; ``None`` when there is none."""
    for tax in content.tax_classes:
        if tax.id == charge.tax_class:
            rates = [dated.rate for dated in tax.rates if _on(dated.valid, context.price_date)]
            return rates[0] if rates else None
    return None
