"""What a quote may be cheaper by than its parts lowers the bound, or forbids one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from app.quoting.offer.together import steps_of, together
from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod
from pricing.rule import (
    Level,
    PercentOff,
    PriceRule,
    QuantityTiers,
    QuoteAmountOff,
    UnitAmountOff,
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


def test_units_that_count_together_lower_the_bound() -> None:
    """A pooled tier takes ten per cent at most; one on single charges and one that is over none."""
    pooled = PriceRule("pooled", LocalText("合并"), TIER)
    single = PriceRule("single", LocalText("数量"), replace(TIER, pooled=False))
    over = replace(pooled, id="over", when=When(ValidityPeriod(last=date(2026, 1, 1))))
    found = together(RuleSet("r", rules=(pooled, single, over)), DAY, 12)
    assert (found.percent, found.unknown) == (Decimal(10), ())


def test_where_amounts_are_said_there_is_no_bound() -> None:
    """A pooled tier with a price a unit; a percentage beside a rule that takes yuan off."""
    price = replace(TIER, tiers=(Tier(11, unit_price=Decimal(20)),))
    pooled = PriceRule("pooled", LocalText("合并"), price)
    assert together(RuleSet("r", rules=(pooled,)), DAY, 12).unknown == ("pooled",)
    off = PriceRule("off", LocalText("减"), UnitAmountOff(Decimal(2)))
    tier = PriceRule("tier", LocalText("合并"), TIER)
    assert together(RuleSet("r", rules=(tier, off)), DAY, 12).unknown == ("tier",)


def test_steps_are_where_a_rule_says_another_price() -> None:
    """From 11 on by the tier, from 20 on by the promotion."""
    tier = PriceRule("tier", LocalText("数量"), TIER)
    many = PriceRule("many", LocalText("多"), PercentOff(Decimal(5)), when=When(least_quantity=20))
    assert steps_of(RuleSet("r", rules=(many, tier)), DAY) == (11, 20)


def test_without_such_rules_the_bound_stays() -> None:
    """Nothing is taken off a bound, and what is below zero is not raised."""
    nothing = together(RuleSet("r"), DAY, 12)
    assert nothing.lowered(12_345, 6) == 12_345
    assert together(RuleSet("r", rules=(TEN,)), DAY, 12).lowered(-500, 1) == -500
