"""Promotions that another one always beats."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from catalog.condition import Condition
from catalog.period import BillingPeriod
from pricing.lint.superseded import superseded_findings
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import (
    Base,
    Level,
    LineAmountOff,
    PercentOff,
    QuoteAmountOff,
    Scope,
    UnitAmountOff,
    UnitPrice,
)
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import a_policy, a_promotion, between, codes, found_by

if TYPE_CHECKING:
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule, RuleAlteration

CATALOG = a_catalog(an_offering(a_charge(), a_charge("LINE.MORE")))
TEN, FIVE = PercentOff(Decimal(10)), PercentOff(Decimal(5))
BOTH = Scope(offerings=("LINE",))


def found(*rules: PriceRule, choice: ChoicePolicy | None = None) -> list[LintFinding]:
    """Findings among promotions on the monthly rental."""
    return found_by(superseded_findings, CATALOG, a_policy(*rules, choice=choice))


def test_a_smaller_promotion_of_the_same_group_is_never_better() -> None:
    """5 % beside 10 %; in the quote the engine rejects it."""
    (one,) = found(a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g"))
    assert codes([one]) == ["promotion_never_better"]
    assert (one.problem.parameters["rule"], one.problem.parameters["other"]) == ("a", "b")
    (charge,) = one.examples[0].priced.items[0].charges
    assert [(r.rule, r.reason, r.because_of) for r in charge.rejected] == [("a", "same_group", "b")]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (UnitAmountOff(Decimal(1)), UnitAmountOff(Decimal(2))),
        (LineAmountOff(Decimal(1)), LineAmountOff(Decimal(2))),
        (UnitPrice(Decimal(20)), UnitPrice(Decimal(19))),
    ],
)
def test_amounts_and_prices_are_compared_with_their_kind(
    less: RuleAlteration, more: RuleAlteration
) -> None:
    """More off, or a lower price, beats less; an exclusive promotion is in everybody's way."""
    rules = a_promotion("a", less), a_promotion("b", more, exclusive=True)
    assert [one.problem.where.subject for one in found(*rules)] == ["a"]


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (a_promotion("a", FIVE), a_promotion("b", TEN)),
        (a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="h")),
        (
            a_promotion("a", FIVE, group="g"),
            a_promotion("b", TEN, group="g", valid=between(date(2027, 1, 1))),
        ),
        (a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g", segments=("SMB",))),
        (a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g", least_term=24)),
        (a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g", least_quantity=9)),
        (a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g", codes=("X",))),
        (a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g", cap=1)),
        (a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g", base=Base.LIST)),
        (a_promotion("a", FIVE, BOTH, group="g"), a_promotion("b", TEN, group="g")),
        (
            a_promotion("a", FIVE, group="g"),
            a_promotion("b", UnitAmountOff(Decimal(9)), group="g"),
        ),
    ],
)
def test_a_promotion_that_may_be_better_somewhere_is_let_be(
    worse: PriceRule, better: PriceRule
) -> None:
    """Beside it, at another time, for others, below a threshold or a cap, on another charge."""
    assert found(worse, better) == []


def test_a_companion_that_only_the_smaller_one_tolerates_saves_it() -> None:
    """5 % and 7 % together are more than 10 % alone."""
    companion = a_promotion("c", PercentOff(Decimal(7)), group="other")
    tolerant = a_promotion("a", FIVE, group="g")
    alone = a_promotion("b", TEN, group="g", combinable_with=("g",))
    assert found(tolerant, alone, companion) == []


def test_by_priority_the_higher_one_always_wins() -> None:
    """Even if it gives less."""
    rules = (
        a_promotion("a", TEN, group="g"),
        a_promotion("b", FIVE, group="g", priority=1),
    )
    (one,) = found(*rules, choice=ChoicePolicy.PRIORITY)
    assert one.problem.where.subject == "a"


def test_for_margin_the_smaller_one_always_wins() -> None:
    """The seller's choice is the other way round."""
    rules = (a_promotion("a", TEN, group="g"), a_promotion("b", FIVE, group="g"))
    (one,) = found(*rules, choice=ChoicePolicy.BEST_FOR_MARGIN)
    assert one.problem.where.subject == "a"


def on_quote(rule_id: str, alteration: RuleAlteration, **fields: Any) -> PriceRule:  # noqa: ANN401 (the rule's own fields)
    """A promotion on the whole quote, of a group with all others."""
    return a_promotion(rule_id, alteration, BOTH, level=Level.QUOTE, group="g", **fields)


@pytest.mark.parametrize(
    ("less", "more"),
    [(FIVE, TEN), (QuoteAmountOff(Decimal(1)), QuoteAmountOff(Decimal(2)))],
)
def test_a_smaller_promotion_on_the_quote_is_never_better(
    less: RuleAlteration, more: RuleAlteration
) -> None:
    """The smaller one is rejected in the quote; a total that it asks for makes it no better."""
    (one,) = found(on_quote("a", less, least_total=10_000), on_quote("b", more))
    assert (one.problem.parameters["rule"], one.problem.parameters["other"]) == ("a", "b")
    priced = one.examples[0].priced
    assert [(r.rule, r.because_of) for r in priced.rejected] == [("a", "b")]


@pytest.mark.parametrize(
    "better",
    [
        on_quote("b", TEN, least_total=10_000),
        on_quote("b", TEN, least_items=2),
        on_quote("b", TEN, budget=100),
        on_quote("b", TEN, period=BillingPeriod.YEAR),
        a_promotion("b", TEN, Scope(charges=("LINE.RENT",)), level=Level.QUOTE, group="g"),
        a_promotion("b", TEN, BOTH, group="g"),
    ],
)
def test_a_promotion_on_the_quote_that_is_sometimes_better_is_let_be(better: PriceRule) -> None:
    """It asks for more, has a limit, takes off other charges, or is on the charges."""
    assert found(on_quote("a", FIVE), better) == []


def test_a_promotion_with_a_limit_does_not_always_beat_another() -> None:
    """Once its budget is used up the smaller one without a budget is better."""
    rules = a_promotion("a", FIVE, group="g"), a_promotion("b", TEN, group="g", budget=1)
    assert found(*rules) == []


def bounds(least: int | None = None, most: int | None = None, measure: str = "lines") -> Condition:
    """A measure of the customer between two figures."""
    low, high = (None if one is None else Decimal(one) for one in (least, most))
    return Condition(measure, low, high)


@pytest.mark.parametrize(
    ("better", "worse", "told"),
    [
        (bounds(3), bounds(5), True),
        (bounds(5), bounds(5), True),
        (bounds(5), bounds(3), False),
        (bounds(None, 10), bounds(None, 8), True),
        (bounds(None, 8), bounds(None, 8), True),
        (bounds(None, 8), bounds(None, 10), False),
        (bounds(3, 10), bounds(5, 8), True),
        (bounds(3, 10), bounds(5), False),
        (bounds(3), bounds(None, 8), False),
        (bounds(3), bounds(5, measure="sites"), False),
        (Condition("kind", one_of=("a", "b")), Condition("kind", one_of=("a",)), True),
        (Condition("kind", one_of=("a",)), Condition("kind", one_of=("a",)), True),
        (Condition("kind", one_of=("a",)), Condition("kind", one_of=("a", "b")), False),
        (Condition("kind", one_of=("a",)), bounds(3, measure="kind"), False),
    ],
)
def test_a_condition_follows_from_a_narrower_one(
    better: Condition, worse: Condition, *, told: bool
) -> None:
    """Ten percent beat five where they hold for every customer for whom five do."""
    rules = (
        a_promotion("a", FIVE, group="g", conditions=(worse,)),
        a_promotion("b", TEN, group="g", conditions=(better,)),
    )
    assert [one.problem.where.subject for one in found(*rules)] == ["a"] * told
