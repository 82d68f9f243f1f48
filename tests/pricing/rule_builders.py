"""Rules and policies with sensible defaults, so that a test names only what it is about."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.local_text import LocalText
from pricing.engine import price_quote
from pricing.policy import PricingPolicy
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import LineAmountOff, PercentOff, PriceRule, QuantityTiers, TermDiscount
from pricing.rulebook import RuleSet
from pricing.tiers import Tier
from tests.builders import a_catalog, a_charge, a_context, a_line, an_offering, only_charge

if TYPE_CHECKING:
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.priced import PricedCharge, PricedQuote
    from pricing.quote_wide import QuoteDiscount
    from pricing.rule import RuleAlteration

PERCENT_TIERS = (
    Tier(1, percent=Decimal(0)),
    Tier(11, percent=Decimal(10)),
    Tier(26, percent=Decimal(20)),
)
"""1-10: nothing, 11-25: 10 %, 26 and more: 20 % (vectors V4 to V7)."""


def d(figure: str | int) -> Decimal:
    """A decimal."""
    return Decimal(figure)


def a_rule(alteration: RuleAlteration, rule_id: str = "R", **fields: Any) -> PriceRule:  # noqa: ANN401 (the rule's own fields)
    """A rule that always applies to everything."""
    return PriceRule(rule_id, LocalText(f"规则{rule_id}", f"rule {rule_id}"), alteration, **fields)


def a_promotion(alteration: RuleAlteration, rule_id: str = "P", **fields: Any) -> PriceRule:  # noqa: ANN401 (the rule's own fields)
    """A promotion for everything."""
    return a_rule(alteration, rule_id, promotion=True, **fields)


def percent_off(percent: str | int) -> PercentOff:
    """So many percent off."""
    return PercentOff(Decimal(percent))


def yuan_off(amount: str | int) -> LineAmountOff:
    """So many yuan off the charge."""
    return LineAmountOff(Decimal(amount))


def volume(*tiers: Tier, **fields: Any) -> QuantityTiers:  # noqa: ANN401 (the tiers' own fields)
    """Volume tiers; those of the vectors unless others are given."""
    return QuantityTiers(tiers or PERCENT_TIERS, **fields)


def term_discount(months: int, percent: str | int, *, additive: bool = False) -> TermDiscount:
    """One percentage from so many months on."""
    return TermDiscount(((months, Decimal(percent)),), additive)


def a_policy(
    *rules: PriceRule,
    choice: ChoicePolicy = ChoicePolicy.BEST_FOR_CUSTOMER,
    **fields: Any,  # noqa: ANN401 (the policy's own fields)
) -> PricingPolicy:
    """A policy with rules."""
    return PricingPolicy("test", rules=RuleSet("rules", choice, rules), **fields)


def a_line_at(price: str, **fields: Any) -> ProductCatalog:  # noqa: ANN401 (the charge's own fields)
    """A catalogue of one telephone line at a price a month."""
    return a_catalog(an_offering(a_charge("LINE.RENT", price, cost="0", **fields)))


def priced_by(
    policy: PricingPolicy,
    catalog: ProductCatalog,
    *items: QuoteItem,
    context: PricingContext | None = None,
    discount: QuoteDiscount | None = None,
) -> PricedQuote:
    """Items priced by the engine under a policy."""
    return price_quote(catalog, policy, context or a_context(), items, discount)


def one_line(
    *rules: PriceRule,
    price: str = "100.00",
    quantity: int = 1,
    alteration: Discount | None = None,
    choice: ChoicePolicy = ChoicePolicy.BEST_FOR_CUSTOMER,
    context: PricingContext | None = None,
) -> PricedCharge:
    """One line priced under rules; there must be no finding that blocks."""
    quote = priced_by(
        a_policy(*rules, choice=choice),
        a_line_at(price),
        a_line(quantity, alteration),
        context=context,
    )
    assert [problem.code for problem in quote.problems if problem.blocks] == []
    return only_charge(quote)
