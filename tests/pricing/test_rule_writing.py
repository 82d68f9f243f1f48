"""Promises of the writer: what it writes is read back equal, and defaults are not repeated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.condition import Condition
from catalog.local_text import LocalText
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import (
    ContractPrice,
    Level,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    PriceRule,
    QuantityTiers,
    QuoteAmountOff,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
    When,
)
from pricing.rule_reading import read_rules
from pricing.rule_writing import write_rules
from pricing.rulebook import RuleSet
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.pricing.rule_builders import a_promotion, a_rule, percent_off, volume

PRICES = st.decimals(0, 10**6, places=6)
PERCENTS = st.decimals(0, 100, places=4)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
CODES = st.lists(TEXTS, max_size=3).map(tuple)
TIERS = st.lists(st.integers(1, 10**6), min_size=1, max_size=4, unique=True).flatmap(
    lambda starts: st.tuples(
        *(st.builds(Tier, st.just(s), percent=PERCENTS) for s in sorted(starts))
    )
)
STEPS = st.lists(st.integers(1, 120), min_size=1, max_size=4, unique=True).flatmap(
    lambda months: st.tuples(*(st.tuples(st.just(m), PERCENTS) for m in sorted(months)))
)
SCOPES = st.builds(Scope, offerings=CODES, charges=CODES, families=CODES)
ADJUSTMENTS = st.builds(Adjustment, percent=PERCENTS) | st.builds(Adjustment, unit_amount=PRICES)
ALTERATIONS = st.one_of(
    st.builds(ContractPrice, PRICES),
    st.builds(PercentOff, PERCENTS),
    st.builds(UnitAmountOff, PRICES),
    st.builds(LineAmountOff, st.decimals(0, 10**6, places=2)),
    st.builds(UnitPrice, PRICES),
    st.builds(QuantityTiers, TIERS, graduated=st.booleans()),
    st.builds(TermDiscount, STEPS, st.booleans()),
    st.builds(PercentOfOthers, PERCENTS, SCOPES),
    st.builds(
        AttributeAdjustment,
        st.text(min_size=1, max_size=5).filter(str.isprintable),
        st.dictionaries(TEXTS, ADJUSTMENTS, min_size=1, max_size=3),
    ),
    st.builds(UsageRates, st.none() | PRICES, allowance=st.integers(0, 10**6)),
    st.builds(UsageRates, tiers=TIERS, graduated=st.booleans()),
)
CONDITIONS = st.builds(Condition, TEXTS, st.none() | PRICES, st.none() | PRICES, CODES)
WHENS = st.builds(
    When,
    segments=CODES,
    least_term=st.integers(0, 120),
    least_quantity=st.integers(0, 10**6),
    conditions=st.lists(CONDITIONS, max_size=2).map(tuple),
    customers=CODES,
    codes=CODES,
)


@st.composite
def sets(draw: st.DrawFn) -> RuleSet:
    """Rule sets of any kinds of rules with any texts."""
    rules = [
        PriceRule(
            f"R{place}",
            draw(st.builds(LocalText, TEXTS, TEXTS)),
            draw(ALTERATIONS),
            draw(SCOPES),
            draw(WHENS),
            priority=draw(st.integers(-9, 9)),
            group=draw(TEXTS),
            exclusive=draw(st.booleans()),
            published=draw(st.booleans()),
        )
        for place in range(draw(st.integers(0, 3)))
    ]
    return RuleSet(draw(TEXTS.filter(bool)), draw(st.sampled_from(ChoicePolicy)), tuple(rules))


def back(text: str) -> RuleSet:
    """The rule set of a file; it must be without mistakes."""
    rules, problems = read_rules(msgspec.toml.decode(text))
    assert problems == ()
    assert rules is not None
    return rules


@settings(max_examples=150, deadline=None)
@given(sets())
def test_what_is_written_is_read_back_equal(rules: RuleSet) -> None:
    """Whatever kinds, figures and letters; and writing it again gives the same text."""
    text = write_rules(rules)
    assert back(text) == rules
    assert write_rules(back(text)) == text


@pytest.mark.parametrize(
    "rule",
    [
        a_promotion(
            QuoteAmountOff(Decimal(50)),
            level=Level.QUOTE,
            when=When(least_total=40000, least_items=2),
            budget=10**9,
            quote_cap=5,
            customer_cap=6,
        ),
        a_promotion(percent_off(5), cap=0, group="season", combinable_with=("loyalty",)),
        a_rule(AttributeAdjustment("sla", {"金": Adjustment(unit_amount=Decimal("1E+2"))})),
    ],
)
def test_limits_and_levels_are_kept(rule: PriceRule) -> None:
    """A cap of nothing is not the same as no cap."""
    assert back(write_rules(RuleSet("v", rules=(rule,)))).rules == (rule,)


def test_the_text_is_what_the_manual_shows() -> None:
    """Defaults are left out, and tiers stand one a line."""
    rule = PriceRule(
        "V",
        LocalText("数量", "volume"),
        volume(Tier(1, percent=Decimal(0)), Tier(11, unit_price=Decimal("9.50"))),
        Scope(charges=("LINE.RENT",)),
        When(valid=msgspec.structs.replace(When().valid, first=date(2026, 9, 1))),
        published=False,
    )
    assert write_rules(RuleSet("2026-4", rules=(rule,))) == (
        "# Price rules: scope x condition x alteration.\n"
        'version = "2026-4"\n'
        'choice = "best_for_customer"\n'
        "\n"
        "[[rule]]\n"
        'id = "V"\n'
        'name = { zh = "数量", en = "volume" }\n'
        'scope = { charges = ["LINE.RENT"] }\n'
        "when = { valid = { first = 2026-09-01 } }\n"
        'alteration = { kind = "quantity_tiers", tiers = [\n'
        '    { least = 1, percent = "0" },\n'
        '    { least = 11, unit_price = "9.50" },\n'
        "] }\n"
        "published = false\n"
    )
