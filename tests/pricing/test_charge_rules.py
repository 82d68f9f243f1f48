"""Which rules are open to a charge; what has been answered once is not worked out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pricing.charge_rules import ChargeRules
from pricing.rule import Base, When
from pricing.rule_index import RuleIndex
from tests.pricing.rule_builders import a_promotion, a_rule, percent_off, term_discount, volume

if TYPE_CHECKING:
    from pricing.rule import PriceRule


def of(*rules: PriceRule) -> ChargeRules:
    """Rules that touch one charge, over twelve months."""
    index = RuleIndex(rules)
    return ChargeRules([index.ready(rule, 12) for rule in rules])


FIVE = When(least_quantity=5)
WIDE, ASKING = a_promotion(percent_off(5), "A"), a_promotion(percent_off(9), "B", when=FIVE)


def test_rules_are_taken_apart_by_whether_they_compete_and_when_they_apply() -> None:
    """A tier and a term before bundles, a discount that always applies after them."""
    tier, term = a_rule(volume(), "V"), a_rule(term_discount(12, 5), "T")
    always = a_rule(percent_off(3), "X")
    rules = of(tier, term, always, WIDE)
    assert [one.id for one in rules.always] == ["V", "T"]
    assert [one.id for one in rules.after_bundles] == ["X"]
    assert [one.id for one in rules.promotions] == ["A"]


@pytest.mark.parametrize(("quantity", "open_"), [(4, ["A"]), (5, ["A", "B"]), (6, ["A", "B"])])
def test_a_promotion_is_open_from_its_quantity_on(quantity: int, open_: list[str]) -> None:
    """B asks for five."""
    found = of(WIDE, ASKING).open_to(quantity, altered=False)
    assert [rule.id for rule in found.rules] == open_


def test_between_two_bounds_the_answer_is_the_same_one() -> None:
    """Not an equal one: five and nine units are one question, and four of each rule another."""
    rules = of(WIDE, ASKING)
    five = rules.open_to(5, altered=False)
    assert rules.open_to(9, altered=False) is five
    assert rules.open_to(5, altered=True) is five  # neither asks for an amount without discounts
    assert rules.open_to_each((1, 7), altered=False) is five
    assert rules.open_to(4, altered=False) is not five
    assert rules.open_to_each((9, 4), altered=False) is rules.open_to(1, altered=False)


def test_a_promotion_for_undiscounted_amounts_is_open_to_these_alone() -> None:
    """Both questions are asked of the same quantity."""
    rules = of(WIDE, a_promotion(percent_off(5), "U", base=Base.UNDISCOUNTED))
    assert [rule.id for rule in rules.open_to(1, altered=True).rules] == ["A"]
    assert [rule.id for rule in rules.open_to(1, altered=False).rules] == ["A", "U"]


def test_where_all_may_stand_together_there_is_no_choice() -> None:
    """Two tolerate each other; of one group only one of them stands; of none, none."""
    both = of(WIDE, ASKING).open_to(5, altered=False)
    assert both.only is both.chains[0, 1]
    rivals = [a_promotion(percent_off(percent), f"G{percent}", group="g") for percent in (5, 9)]
    found = of(*rivals).open_to(5, altered=False)
    assert (found.only, set(found.chains)) == (None, {(0,), (1,)})
    nothing = of().open_to(5, altered=False)
    assert (nothing.rules, nothing.chains, nothing.only) == ((), {}, None)
