"""Promises of kinds: each begins without findings, and a change keeps what both kinds have."""

from __future__ import annotations

from typing import get_args

import pytest

from pricing.rule import (
    ContractPrice,
    Level,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuoteAmountOff,
    RuleAlteration,
    UnitAmountOff,
    UnitPrice,
)
from pricing.rule_findings import findings_of
from pricing.rule_kinds import KINDS, PROMOTIONAL, change_kind, kind_of
from pricing.usage_rating import UsageRates
from tests.pricing.rule_builders import a_promotion, d, percent_off, volume


def test_every_kind_can_be_chosen() -> None:
    """None is forgotten, and each is known by its own tag."""
    assert {type(one) for one in KINDS.values()} == set(get_args(RuleAlteration))
    assert all(kind_of(alteration) == kind for kind, alteration in KINDS.items())
    assert set(KINDS) > PROMOTIONAL


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_kind_leaves_a_right_rule(kind: str) -> None:
    """What cannot stand with the new kind goes: caps, the level, being a promotion."""
    former = a_promotion(percent_off(7), cap=5, budget=9, level=Level.QUOTE)
    changed = change_kind(former, kind)
    assert kind_of(changed.alteration) == kind
    assert list(findings_of(changed)) == []


def test_what_both_kinds_have_is_kept() -> None:
    """A percentage stays one, tiers stay tiers."""
    others = change_kind(a_promotion(percent_off(7)), "percent_of_others").alteration
    assert isinstance(others, PercentOfOthers)
    assert others.percent == d(7)
    back = change_kind(change_kind(a_promotion(percent_off(7)), "percent_of_others"), "percent_off")
    assert back.alteration == PercentOff(d(7))
    usage = change_kind(a_promotion(volume()), "usage_plan").alteration
    assert isinstance(usage, UsageRates)
    assert usage.tiers == volume().tiers


def test_an_amount_off_the_quote_makes_the_rule_one_for_the_quote() -> None:
    """And it is a promotion."""
    rule = change_kind(a_promotion(percent_off(7)), "quote_amount_off")
    assert (rule.level, rule.promotion) == (Level.QUOTE, True)
    assert isinstance(rule.alteration, QuoteAmountOff)
    assert change_kind(rule, "unit_price").level is Level.ITEM


@pytest.mark.parametrize(
    ("former", "kind", "changed"),
    [
        (UnitPrice(d(3)), "contract_price", ContractPrice(d(3))),
        (ContractPrice(d(3)), "unit_price", UnitPrice(d(3))),
        (LineAmountOff(d(4)), "quote_amount_off", QuoteAmountOff(d(4))),
        (UnitAmountOff(d(4)), "line_amount_off", LineAmountOff(d(0))),
    ],
)
def test_a_price_or_an_amount_is_kept(
    former: RuleAlteration, kind: str, changed: RuleAlteration
) -> None:
    """As long as it means the same."""
    assert change_kind(a_promotion(former), kind).alteration == changed


def test_a_percentage_of_the_quote_stays_one_and_one_of_an_item_does() -> None:
    """Everything else is of an item."""
    off = a_promotion(QuoteAmountOff(d(5)), level=Level.QUOTE)
    assert change_kind(off, "percent_off").level is Level.QUOTE
    assert change_kind(off, "line_amount_off").level is Level.ITEM
    assert change_kind(a_promotion(UnitPrice(d(5))), "percent_off").level is Level.ITEM
