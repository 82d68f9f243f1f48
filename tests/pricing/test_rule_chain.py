"""Runs of percentages give what each promotion gives by itself, and leave the same steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pricing.rule_chain import RuleChain
from pricing.rule_functions import Facts
from pricing.rule_index import ReadyRule, RuleIndex
from pricing.stages import Stage
from pricing.trail import StepNote
from pricing.waterfall import Waterfall
from tests.pricing.rule_builders import a_promotion, d, one_line, percent_off, volume, yuan_off

if TYPE_CHECKING:
    from pricing.rule import PriceRule, RuleAlteration

FACTS = Facts(10_000_000, 10_000, 10_000, 10, 10)
PERCENTAGES = st.integers(0, 10_000).map(lambda of: percent_off(str(d(of).scaleb(-2))))
OTHERS = st.integers(0, 50).map(yuan_off)


def ready(*rules: PriceRule) -> list[ReadyRule]:
    """The promotions as arithmetic."""
    index = RuleIndex(rules)
    return [index.ready(rule, 24) for rule in rules]


def test_a_chain_gives_the_amount_after_each_promotion() -> None:
    """10 % of 100.00, 10.00 off, 50 %: 90.00, 80.00, 40.00."""
    rules = ready(
        a_promotion(percent_off(10)), a_promotion(yuan_off(10)), a_promotion(percent_off(50))
    )
    assert RuleChain(rules).results(10_000, FACTS, {}) == [10_000, 9_000, 8_000, 4_000]


def test_the_discount_is_rounded_and_not_what_is_left() -> None:
    """10 % of 0.05 are half a fen, which is a whole one off: 0.04; of 0.04 nothing."""
    rules = ready(a_promotion(percent_off(10)), a_promotion(percent_off(10)))
    assert RuleChain(rules).results(5, FACTS, {}) == [5, 4, 4]


@given(st.lists(PERCENTAGES | OTHERS, min_size=1, max_size=8), st.integers(-500, 10**9))
def test_a_run_gives_what_its_promotions_give_one_by_one(
    alterations: list[RuleAlteration], amount: int
) -> None:
    """Whatever the order, the denominators and the sign of the amount."""
    rules = ready(*map(a_promotion, alterations))
    expected, after = [], amount
    for one in rules:
        after = one.apply(after, FACTS)
        expected.append(after)
    assert RuleChain(rules).results(amount, FACTS, {}) == [amount, *expected]


def test_a_step_is_left_by_each_promotion_that_changed_something() -> None:
    """The second of three took nothing; of the others only the last counts as given away."""
    first, last = a_promotion(percent_off(10), "A"), a_promotion(yuan_off(5), "C", published=False)
    rules = ready(first, a_promotion(percent_off(0), "B"), last)
    chain, listed = RuleChain(rules), StepNote(Stage.LIST, "step.list", "v1")
    fall = Waterfall(10_000, d(100), listed)
    chain.record(chain.results(10_000, FACTS, {}), fall)
    assert (fall.amount, fall.published) == (8_500, 9_000)
    steps = fall.trail().steps[1:]
    found = [(step.stage, step.code, step.source, step.change, step.result) for step in steps]
    assert found == [
        (Stage.PROMOTION, "step.rule", "A", -1_000, 9_000),
        (Stage.PROMOTION, "step.rule", "C", -500, 8_500),
    ]
    assert steps[0].parameters == {"name_zh": "规则A", "name_en": "rule A"}


def test_a_pooled_promotion_in_a_chain_counts_the_quote() -> None:
    """25 units beside the 10 of the charge reach the tier of 20 %: 80.00, and half of it."""
    pooled = a_promotion(volume(pooled=True), "V")
    chain = RuleChain(ready(pooled, a_promotion(percent_off(50))))
    assert chain.results(10_000, FACTS, {"V": 35}) == [10_000, 8_000, 4_000]
    assert chain.results(10_000, FACTS, {}) == [10_000, 10_000, 5_000]


def test_a_single_fen_is_rounded_as_any_amount() -> None:
    """Half of it and more is a fen, less is nothing."""
    assert one_line(a_promotion(percent_off(50)), price="0.01").net_amount == 0
    assert one_line(a_promotion(percent_off(49)), price="0.01").net_amount == 1
