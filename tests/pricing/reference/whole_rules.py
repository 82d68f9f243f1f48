"""Random promotions on the whole quote, and random limits of promotions on charges."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from catalog.charge import ChargeType
from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod
from pricing.context import Used
from pricing.rule import Level, PercentOff, PriceRule, QuoteAmountOff, Scope, When
from tests.pricing.reference.generator import a_percent, a_validity, seldom, some

if TYPE_CHECKING:
    from random import Random

    from pricing.context import PricingContext
    from pricing.policy import PricingPolicy

_PERIODS = (*[BillingPeriod.MONTH] * 5, BillingPeriod.ONCE, BillingPeriod.YEAR)
_SMALL = tuple(Decimal(text) for text in ("0.5", "1", "3.33", "5", "10"))


def with_whole(
    random: Random, policy: PricingPolicy, context: PricingContext
) -> tuple[PricingPolicy, PricingContext]:
    """Rules and circumstances with promotions on the quote and limits, in half of the cases."""
    rules = policy.rules.rules
    if seldom(random, 0.25):
        rules = tuple(_limited(random, rule) if rule.promotion else rule for rule in rules)
    if seldom(random, 0.35):
        rules += tuple(_on_quote(random, n) for n in range(random.randint(1, 5)))
    used = {
        rule.id: Used(mine, mine + random.choice((0, 0, 500, 20_000)))
        for rule in rules
        if rule.limited and seldom(random, 0.5)
        for mine in (random.choice((0, 100, 5_000)),)
    }
    return (
        replace(policy, rules=replace(policy.rules, rules=rules)),
        replace(context, used=used),
    )


def _limited(random: Random, rule: PriceRule) -> PriceRule:
    """The promotion, half of the time with limits."""
    if not seldom(random, 0.5):
        return rule
    return replace(
        rule,
        quote_cap=_limit(random),
        customer_cap=_limit(random),
        budget=_limit(random),
    )


def _limit(random: Random) -> int | None:
    return random.choice((None, None, None, 0, 99, 5_000, 30_000, 200_000))


def _on_quote(random: Random, number: int) -> PriceRule:
    """A promotion on the whole quote."""
    percent = random.choice(_SMALL) if seldom(random, 0.6) else a_percent(random)
    amount = Decimal(random.choice((0, 1, 7, 99, 500, 5_000, 99_999))).scaleb(-2)
    rule = PriceRule(
        id=f"{random.choice('XYZ')}W{number}",
        name=LocalText("整单"),
        alteration=random.choice((PercentOff(percent), QuoteAmountOff(amount))),
        scope=Scope(
            offerings=some(random, ("P0", "P1", "P2", "B0", "B1", "F"), 3)
            if seldom(random, 0.15)
            else (),
            families=some(random, ("VOICE", "CLOUD"), 1) if seldom(random, 0.1) else (),
            types=some(random, tuple(ChargeType), 2) if seldom(random, 0.1) else (),
        ),
        when=When(
            valid=a_validity(random) if seldom(random, 0.3) else ValidityPeriod(),
            least_term=random.choice((0, 0, 0, 0, 12)),
            codes=("SPRING",) if seldom(random, 0.05) else (),
            least_total=random.choice((0, 0, 0, 0, 10_000, 100_000)),
            least_items=random.choice((0, 0, 0, 0, 0, 2)),
        ),
        priority=random.choice((0, 0, 1)),
        promotion=True,
        group=random.choice(("", "", "g", "h")),
        exclusive=seldom(random, 0.15),
        combinable_with=some(random, ("g", "h"), 1) if seldom(random, 0.2) else (),
        cap=random.choice((0, 100, 5_000)) if seldom(random, 0.1) else None,
        published=not seldom(random, 0.3),
        level=Level.QUOTE,
        period=random.choice(_PERIODS),
    )
    return _limited(random, rule) if seldom(random, 0.6) else rule
