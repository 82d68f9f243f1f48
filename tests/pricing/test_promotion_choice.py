"""Sets of promotions that tolerate each other, the choice among them, and why not the others."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pricing.promotion_choice import ChoicePolicy, Rejected, choose, conflict, maximal_sets
from pricing.rule import Base, PriceRule
from tests.pricing.rule_builders import a_promotion, percent_off


def a_rule(rule_id: str, **fields: object) -> PriceRule:
    """A promotion of one percent."""
    return a_promotion(percent_off(1), rule_id, **fields)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({}, {}, ""),
        ({"exclusive": True}, {}, "exclusive"),
        ({"group": "g"}, {"group": "g"}, "same_group"),
        ({"group": "g"}, {"group": "h"}, ""),
        ({"combinable_with": ("h",)}, {"group": "h"}, ""),
        ({"combinable_with": ("h",)}, {"group": "g"}, "not_combinable"),
        ({"combinable_with": ("h",)}, {}, "not_combinable"),
        (
            {"group": "g", "combinable_with": ("h",)},
            {"group": "h", "combinable_with": ("g",)},
            "",
        ),
        ({"base": Base.UNDISCOUNTED}, {}, "not_combinable"),
        ({"base": Base.LIST}, {}, ""),
        ({"exclusive": True, "group": "g"}, {"group": "g"}, "exclusive"),
    ],
)
def test_why_two_promotions_do_not_stand_together(
    one: dict[str, object], other: dict[str, object], why: str
) -> None:
    """The reason is the same from both sides."""
    first, second = a_rule("A", **one), a_rule("B", **other)
    assert conflict(first, second) == conflict(second, first) == why


def test_without_conflicts_there_is_one_set_of_all() -> None:
    """The usual case."""
    assert maximal_sets([a_rule("A"), a_rule("B"), a_rule("C")]) == ((0, 1, 2),)
    assert maximal_sets([a_rule("A")]) == ((0,),)


def test_groups_and_exclusive_ones_make_several_sets() -> None:
    """A and B in one group, C with either, D alone."""
    rules = [
        a_rule("A", group="g"),
        a_rule("B", group="g"),
        a_rule("C"),
        a_rule("D", exclusive=True),
    ]
    assert maximal_sets(rules) == ((0, 2), (1, 2), (3,))


kinds = st.fixed_dictionaries(
    {
        "group": st.sampled_from(["", "g", "h"]),
        "exclusive": st.booleans(),
        "combinable_with": st.sampled_from([(), ("g",), ("g", "h")]),
        "base": st.sampled_from(Base),
    }
)


@given(st.lists(kinds, min_size=1, max_size=6))
def test_the_sets_are_all_maximal_ones_in_order(of: list[dict[str, object]]) -> None:
    """As found by trying every subset."""
    rules = [a_rule(str(n), **fields) for n, fields in enumerate(of)]
    everything = [
        set(members)
        for size in range(1, len(rules) + 1)
        for members in combinations(range(len(rules)), size)
        if not any(conflict(rules[a], rules[b]) for a, b in combinations(members, 2))
    ]
    largest = [one for one in everything if not any(one < other for other in everything)]
    assert maximal_sets(rules) == tuple(sorted(tuple(sorted(one)) for one in largest))


RULES = [
    a_rule("A", group="g", priority=5),
    a_rule("B", group="g", priority=3),
    a_rule("C", group="g", priority=3),
]
SETS = ((0,), (1,), (2,))


def chosen(policy: ChoicePolicy, *nets: int) -> tuple[int, ...]:
    """Positions chosen when each of the three alone leads to a net amount."""
    return choose(RULES, SETS, lambda members: nets[members[0]], policy).applied


def test_each_policy_chooses_its_own() -> None:
    """The cheapest, the dearest, the one of highest priority."""
    nets = (20, 10, 30)
    assert chosen(ChoicePolicy.BEST_FOR_CUSTOMER, *nets) == (1,)
    assert chosen(ChoicePolicy.BEST_FOR_MARGIN, *nets) == (2,)
    assert chosen(ChoicePolicy.PRIORITY, *nets) == (0,)


def test_of_equal_sets_the_first_in_order_is_taken() -> None:
    """Under every policy."""
    assert chosen(ChoicePolicy.BEST_FOR_CUSTOMER, 20, 10, 10) == (1,)
    assert chosen(ChoicePolicy.BEST_FOR_MARGIN, 10, 20, 20) == (1,)
    twins = [a_rule("A", group="g"), a_rule("B", group="g")]
    choice = choose(twins, ((0,), (1,)), lambda members: -members[0], ChoicePolicy.PRIORITY)
    assert choice.applied == (0,)


@pytest.mark.parametrize(
    ("alone", "pair", "expected"),
    [
        (5, (5, 3), (1, 2)),
        (5, (5, -3), (1, 2)),
        (5, (4, 4), (0,)),
        (4, (5, 1), (1, 2)),
        (-5, (-4, -6), (1, 2)),
        (-5, (-6, -6), (0,)),
        (0, (0, 0), (1, 2)),
    ],
)
def test_by_priority_the_higher_ones_count_then_the_larger_set(
    alone: int, pair: tuple[int, int], expected: tuple[int, ...]
) -> None:
    """Compared from the highest down; one more of any priority, even below zero, is better."""
    rules = [
        a_rule("A", priority=alone, exclusive=True),
        *(a_rule(name, priority=priority) for name, priority in zip("BC", pair, strict=True)),
    ]
    sets = maximal_sets(rules)
    assert sets == ((0,), (1, 2))
    assert choose(rules, sets, lambda _: 0, ChoicePolicy.PRIORITY).applied == expected


def test_every_rejected_promotion_has_a_reason_and_what_was_used_instead() -> None:
    """A was used: B is in its group, D stands alone, E tolerates other groups only."""
    rules = [
        a_rule("A", group="g"),
        a_rule("B", group="g"),
        a_rule("C"),
        a_rule("D", exclusive=True),
        a_rule("E", combinable_with=("x",)),
    ]
    sets = maximal_sets(rules)
    choice = choose(
        rules, sets, lambda members: 0 if members == (0, 2) else 9, ChoicePolicy.BEST_FOR_CUSTOMER
    )
    assert (choice.applied, choice.amount) == ((0, 2), 0)
    assert choice.rejected == (
        Rejected("B", "same_group", "A"),
        Rejected("D", "exclusive", "A"),
        Rejected("E", "not_combinable", "A"),
    )


def test_the_only_set_is_chosen_without_comparing() -> None:
    """With its amount."""
    choice = choose(RULES[:1], ((0,),), lambda _: 7, ChoicePolicy.PRIORITY)
    assert (choice.applied, choice.rejected, choice.amount) == ((0,), (), 7)


def test_a_set_that_could_grow_is_none_of_the_maximal_ones() -> None:
    """0 beside 4, 3 beside 5, 1 and 2 alone: 5 alone is part of a larger set."""
    rules = [
        a_promotion(percent_off(1), "0", group="a", combinable_with=("e",)),
        a_promotion(percent_off(1), "1", exclusive=True),
        a_promotion(percent_off(1), "2", exclusive=True),
        a_promotion(percent_off(1), "3", group="d", combinable_with=("f",)),
        a_promotion(percent_off(1), "4", group="e", combinable_with=("a",)),
        a_promotion(percent_off(1), "5", group="f", combinable_with=("d",)),
    ]
    assert maximal_sets(rules) == ((0, 4), (1,), (2,), (3, 5))


def test_two_promotions_for_undiscounted_amounts_do_not_stand_together() -> None:
    """Each asks for an amount that nothing has altered."""
    rules = [a_rule(name, base=Base.UNDISCOUNTED) for name in ("A", "B")]
    assert maximal_sets(rules) == ((0,), (1,))
