"""A worked case with calls that cost 20.00 a month at least, used or not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting.freezing import work_out
from catalog.local_text import LocalText
from pricing.item import ItemCharge, QuoteItem
from pricing.rule import PriceRule, Scope
from pricing.usage_rating import UsageRates
from tests.sample import SUPPLIER, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from app.quoting.revision import Revision

CALLS = QuoteItem("calls", "PSTN", 1, (ItemCharge("PSTN.LOCAL", 100),))
PLAN = PriceRule(
    "U-CALLS",
    LocalText("通话包", "calls plan"),
    UsageRates(commitment=Decimal("20.00")),
    Scope(charges=("PSTN.LOCAL",)),
)


def committed_revision() -> Revision:
    """Case five (36 months, no usage of its own) with 100 minutes; 20.00 are 18.35 and 1.65 VAT."""
    case, rules = sample_case(5), sample_rules()
    quote = replace(case.quote, items=(*case.quote.items, CALLS))
    pricing = rules.pricing
    planned = replace(pricing, rules=replace(pricing.rules, rules=(*pricing.rules.rules, PLAN)))
    return work_out(
        quote,
        case.customer,
        case.bills,
        sample_catalog(),
        rules._replace(pricing=planned),
        SUPPLIER,
        label="A",
    ).revision
