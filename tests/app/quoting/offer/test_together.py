"""What a quote may be cheaper by than its parts lowers the bound, or forbids one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from app.quoting.offer.together import together
from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod
from pricing.rule import (
    Level,
    PercentOff,
    PriceRule,
    QuantityTiers,
    QuoteAmountOff,
    When,
)
from pricing.rulebook import RuleSet
from pricing.tiers import Tier

DAY = date(2026, 11, 23)
TEN = PriceRule("ten", LocalText("九折"), PercentOff(Decimal(10)), level=Level.QUOTE)
FIFTY = PriceRule("fifty", LocalText("减五十"), QuoteAmountOff(Decimal(50)), level=Level.QUOTE)
TIER = QuantityTiers((Tier(11, percent=Decimal(10)),), pooled=True)


def test_promotions_on_the_whole_quote_lower_the_bound() -> None:
    """Ten per cent and 50.00 in each of twelve months, for two points a fen."""
    found = together(RuleSet("r", rules=(TEN, FIFTY)), DAY, 12)
    assert (found.percent, found.fen, found.unknown) == (Decimal(10), 60_000, ())
    assert found.lowered(1_000_000, 2) == 900_000 - 120_000


def test_once_and_by_the_year_count_as_often_as_they_are() -> None:
    """50.00 once; and once in each of three years begun."""
    once = replace(FIFTY, period=BillingPeriod.ONCE)
    yearly = replace(FIFTY, period=BillingPeriod.YEAR)
    assert together(RuleSet("r", rules=(once,)), DAY, 25).fen == 5_000
    assert together(RuleSet("r", rules=(yearly,)), DAY, 25).fen == 15_000


def test_units_that_count_together_leave_no_bound() -> None:
    """A pooled tier is named; one on single charges is not, and nothing that is over."""
    pooled = PriceRule("pooled", LocalText("合并"), TIER)
    single = PriceRule("single", LocalText("数量"), replace(TIER, pooled=False))
    over = replace(pooled, id="over", when=When(ValidityPeriod(last=date(2026, 1, 1))))
    assert together(RuleSet("r", rules=(pooled, single, over)), DAY, 12).unknown == ("pooled",)


def test_without_such_rules_the_bound_stays() -> None:
    """Nothing is taken off a bound, and what is below zero is not raised."""
    nothing = together(RuleSet("r"), DAY, 12)
    assert nothing.lowered(12_345, 6) == 12_345
    assert together(RuleSet("r", rules=(TEN,)), DAY, 12).lowered(-500, 1) == -500
