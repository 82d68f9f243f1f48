"""Rules that hold and yet never change a price, whatever is quoted.

Other rules only ever lower an amount, except contract prices and what is chosen of an item; so a
rule that changes nothing at the list price, at every price record and at every contract price
changes nothing at all. Where a chosen value may raise the price, the doubt is the rule's.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.period import LONGEST_TERM
from catalog.problem import Severity
from pricing.adjustment import AttributeAdjustment
from pricing.lint.case import finding, quoted
from pricing.lint.circumstances import terms_of
from pricing.rule import (
    ContractPrice,
    LineAmountOff,
    PercentOff,
    QuantityTiers,
    QuoteAmountOff,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule
    from pricing.tiers import Tier

_CODE = "lint.rule_without_effect"


def effect_findings(case: LintCase) -> Iterator[LintFinding]:
    """Rules with charges in their scope of which none is ever altered."""
    for rule in case.rules:
        scope = case.scope(rule)
        if not scope or any(_alters(case, rule, one) for one in scope):
            continue
        facts = {"rule": rule.id, "charge": scope[0].code, "charges": str(len(scope))}
        context = case.holding((rule,), scope[0], term=terms_of((rule,))[0])
        count = max(1, scope[0].charge.least, rule.when.least_quantity)
        examples = (case.example(context, (quoted(scope[0], count),)),) if context else ()
        yield finding(_CODE, Severity.WARNING, rule.id, facts, *examples)


def _alters(case: LintCase, rule: PriceRule, one: Sold) -> bool:
    """Whether a rule may change what a charge costs; true when in doubt."""
    alteration = rule.alteration
    match alteration:
        case (
            PercentOff(percent=off)
            | UnitAmountOff(unit_amount=off)
            | LineAmountOff(amount=off)
            | QuoteAmountOff(amount=off)
        ):
            lowers = off > 0
        case UnitPrice(unit_price=price):
            lowers = price < _highest(case, one)
        case ContractPrice(unit_price=price):
            lowers = any(price != other for other in _prices(case, one))
        case QuantityTiers(tiers=tiers):
            lowers = any(_lowers(case, tier, one) for tier in tiers)
        case TermDiscount(steps=steps):
            lowers = any(percent > 0 and months <= LONGEST_TERM for months, percent in steps)
        case UsageRates():
            lowers = _rates(case, alteration, one)
        case AttributeAdjustment(values=values):
            lowers = any(value.percent or value.unit_amount for value in values.values())
        case _:
            lowers = True
    return lowers and 0 not in {rule.cap, rule.quote_cap, rule.customer_cap, rule.budget}


def _lowers(case: LintCase, tier: Tier, one: Sold) -> bool:
    """Whether a tier can be reached and is cheaper than some price it may meet."""
    if one.charge.most and tier.least > one.charge.most:
        return False
    if tier.percent is not None:
        return tier.percent > 0
    return tier.unit_price is None or tier.unit_price < _highest(case, one)


def _rates(case: LintCase, rates: UsageRates, one: Sold) -> bool:
    """Whether a usage plan does more than charge each unit at its list price."""
    if rates != UsageRates(rates.rate, graduated=rates.graduated):
        return True
    others = (rule.alteration for rule in case.touching(one))
    if any(isinstance(other, ContractPrice | AttributeAdjustment) for other in others):
        return True  # of a price that another rule has changed it makes the list price again
    return rates.rate is not None and any(rates.rate != price for price in _prices(case, one))


def _highest(case: LintCase, one: Sold) -> Decimal:
    """The highest unit price that a rule may find: list, record, agreed, or any if chosen."""
    raised = (isinstance(rule.alteration, AttributeAdjustment) for rule in case.touching(one))
    if any(raised):
        return Decimal("Infinity")
    agreed = [
        rule.alteration.unit_price
        for rule in case.touching(one)
        if isinstance(rule.alteration, ContractPrice)
    ]
    return max((*_prices(case, one), *agreed))


def _prices(case: LintCase, one: Sold) -> tuple[Decimal, ...]:
    records = case.catalog.price_records(one.code)
    return tuple(record.unit_price for record in records) or (one.charge.list_price,)
