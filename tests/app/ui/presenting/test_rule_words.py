"""A rule is told in one sentence, from what it touches to what limits it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.ui.presenting.rule_words import days_in_words, rule_sentence, scope_text
from catalog.charge import ChargeType, PriceRegulation
from catalog.condition import Condition
from catalog.period import ValidityPeriod
from pricing.rule import Base, Scope, When
from tests.app.ui.speaking import speaker
from tests.pricing.rule_builders import a_promotion, a_rule, d, percent_off
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from pricing.rule import PriceRule

AUTUMN, WINTER = date(2026, 10, 1), date(2026, 12, 31)


def told(rule: PriceRule) -> str:
    """The sentence without a catalogue: codes stand for names."""
    return rule_sentence(speaker(), None, rule)


def test_a_rule_without_conditions_is_for_everything() -> None:
    """Nothing is said that does not hold."""
    assert told(a_rule(percent_off(10))) == "For every charge, 10% off."


def test_every_condition_is_told_in_its_order() -> None:
    """Days, customers, term, quantity, facts, codes, and what holds for the quote."""
    when = When(
        valid=ValidityPeriod(AUTUMN, WINTER),
        segments=("SMB",),
        customers=("C1",),
        least_term=24,
        least_quantity=20,
        conditions=(
            Condition("typical_month", d(500), d(900)),
            Condition("industry", one_of=("school", "clinic")),
        ),
        codes=("SUMMER",),
        least_total=1_000_00,
        least_items=2,
    )
    assert told(a_promotion(percent_off(10), when=when)) == (
        "For every charge, from 2026-10-01 to 12-31, for 商业客户, agreed with C1, "
        "with a commitment of 24 months or more, from 20 units on, "
        "typical_month at least 500 at most 900, industry one of school and clinic, "
        "with the code SUMMER, when they come to ¥1,000.00 or more, "
        "when there are 2 items or more, 10% off."
    )


def test_limits_come_last() -> None:
    """Amounts of money are fen in a rule and yuan in a sentence."""
    rule = a_promotion(
        percent_off(10),
        base=Base.LIST,
        cap=5_00,
        quote_cap=10_00,
        customer_cap=20_00,
        budget=3_000_00,
        exclusive=True,
    )
    assert told(rule) == (
        "For every charge, 10% off, measured on the list price, "
        "at most ¥5.00 a charge and period, at most ¥10.00 a quote, "
        "at most ¥20.00 a customer, at most ¥3,000.00 in all, beside no other promotion."
    )
    grouped = a_promotion(percent_off(10), base=Base.UNDISCOUNTED, group="season", published=False)
    assert told(grouped) == (
        "For every charge, 10% off, only where nothing else was taken off, "
        "one of the group season, counting against authority."
    )


def test_names_come_from_the_catalogue_and_many_are_counted() -> None:
    """Two are named; a code that the catalogue does not have stays."""
    scope = Scope(charges=("PSTN.RENT", "PSTN.CLIP", "GONE"))
    assert scope_text(speaker(), sample_catalog(), scope) == (
        "固定电话 月租 and 固定电话 来电显示 and others (3 in all)"
    )
    assert scope_text(speaker(), sample_catalog(), Scope(offerings=("PSTN", "B02"))) == (
        "固定电话 and 商贸直通车 charges"
    )


def test_parts_of_a_scope_narrow_each_other() -> None:
    """Read without spaces, as Chinese is."""
    scope = Scope(
        families=("VOICE",), types=(ChargeType.RECURRING,), regulations=(PriceRegulation.MARKET,)
    )
    text = scope_text(speaker(), None, scope)
    assert text.startswith("Voice")
    assert text.endswith("recurring charges")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (None, None, ""),
        (AUTUMN, None, "from 2026-10-01 on"),
        (None, WINTER, "until 2026-12-31"),
        (AUTUMN, date(2027, 1, 31), "from 2026-10-01 to 2027-01-31"),
        (WINTER, AUTUMN, "from 2026-12-31 to 2026-10-01"),
    ],
)
def test_the_year_of_the_last_day_is_left_out_when_it_is_the_same(
    first: date | None, last: date | None, text: str
) -> None:
    """And not when the days are the wrong way round."""
    assert days_in_words(speaker(), When(valid=ValidityPeriod(first, last))) == text
