"""Promises of edits of a rule set: each gives a patch, and identifiers stay unique."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalog.local_text import LocalText
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import Level, Scope
from pricing.rule_draft import (
    RulePatch,
    add_rule,
    application_order,
    apply_rule_patch,
    change_rule,
    changed_rules,
    duplicate_rule,
    move_rule,
    remove_rules,
    replace_all,
    rule_of,
    set_choice,
)
from pricing.rulebook import RuleSet
from tests.pricing.rule_builders import a_promotion, a_rule, percent_off, term_discount

A = a_promotion(percent_off(5), "A")
B = a_promotion(percent_off(6), "B", priority=3)
C = a_promotion(percent_off(7), "C")
RULES = RuleSet("v1", rules=(A, B, C))


def ids(rules: RuleSet) -> list[str]:
    """Identifiers in the order of the set."""
    return [rule.id for rule in rules.rules]


def test_an_added_rule_gets_the_next_free_identifier() -> None:
    """At the end, or behind another one."""
    once = apply_rule_patch(RULES, add_rule(RULES, A))
    assert ids(once) == ["A", "B", "C", "A-2"]
    assert ids(apply_rule_patch(once, add_rule(once, A, after="A"))) == [
        "A",
        "A-3",
        "B",
        "C",
        "A-2",
    ]


def test_a_copy_stands_behind_its_rule_and_says_so() -> None:
    """Both names are marked; nothing else differs."""
    after = apply_rule_patch(RULES, duplicate_rule(RULES, "B"))
    assert ids(after) == ["A", "B", "B-2", "C"]
    copy = after.rules[2]
    assert copy.name == LocalText("规则B(副本)", "rule B (copy)")
    assert replace(copy, id="B", name=B.name) == B
    assert not duplicate_rule(RULES, "Z")


def test_a_changed_rule_keeps_its_place_and_the_others_their_identity() -> None:
    """Even under another identifier."""
    patch = change_rule(RULES, "B", replace(B, id="X", cap=100))
    after = apply_rule_patch(RULES, patch)
    assert ids(after) == ["A", "X", "C"]
    assert after.rules[0] is A
    assert changed_rules(RULES, after) == {"X"}


def test_a_change_to_the_same_or_of_nothing_is_no_edit() -> None:
    """An empty patch leaves the very same set."""
    assert not change_rule(RULES, "B", replace(B))
    assert not change_rule(RULES, "Z", B)
    assert apply_rule_patch(RULES, RulePatch()) is RULES


def test_an_identifier_that_is_taken_is_refused() -> None:
    """Two rules of one name could not be told apart."""
    with pytest.raises(ValueError, match="C"):
        change_rule(RULES, "B", replace(B, id="C"))


def test_rules_are_removed_as_far_as_they_are_there() -> None:
    """An unknown identifier removes nothing."""
    assert ids(apply_rule_patch(RULES, remove_rules(RULES, ("C", "A", "Z")))) == ["B"]
    assert not remove_rules(RULES, ("Z",))


def test_the_choice_among_promotions_is_an_edit_too() -> None:
    """The same choice is none."""
    after = apply_rule_patch(RULES, set_choice(RULES, ChoicePolicy.PRIORITY))
    assert (after.choice, after.rules) == (ChoicePolicy.PRIORITY, RULES.rules)
    assert not set_choice(after, ChoicePolicy.PRIORITY)


def test_a_file_takes_the_place_of_all_rules_but_not_of_the_version() -> None:
    """Shared identifiers are no obstacle."""
    others = RuleSet("v9", ChoicePolicy.PRIORITY, (replace(C, cap=1), a_rule(percent_off(1), "N")))
    after = apply_rule_patch(RULES, replace_all(RULES, others))
    assert after == replace(others, version="v1")
    assert not replace_all(after, others)


def test_rules_are_ordered_as_the_engine_takes_them() -> None:
    """Stage, priority, narrowness, identifier."""
    term = a_rule(term_discount(24, 5), "Z")
    narrow = a_promotion(percent_off(1), "Y", scope=Scope(charges=("LINE.RENT",)))
    whole = a_promotion(percent_off(1), "0", level=Level.QUOTE)
    order = application_order((A, B, C, term, narrow, whole))
    assert [rule.id for rule in order] == ["Z", "B", "Y", "A", "C", "0"]


@pytest.mark.parametrize(
    ("rule_id", "earlier", "priority", "order"),
    [
        ("C", True, 1, "BCA"),  # A would come first at the same priority
        ("A", True, 3, "ABC"),  # A comes before B at the same priority
        ("B", False, -0, "ABC"),
        ("A", False, -1, "BCA"),
    ],
)
def test_a_rule_passes_its_neighbour_by_its_priority(
    rule_id: str, *, earlier: bool, priority: int, order: str
) -> None:
    """The smallest change of priority that does it."""
    after = apply_rule_patch(RULES, move_rule(RULES, rule_id, earlier=earlier))
    moved = rule_of(after, rule_id)
    assert moved is not None
    assert moved.priority == priority
    assert "".join(rule.id for rule in application_order(after.rules)) == order


def test_the_first_cannot_come_earlier_nor_a_rule_leave_its_stage() -> None:
    """A term discount always stands before promotions, whatever their priority."""
    rules = RuleSet("v1", rules=(A, B, C, a_rule(term_discount(24, 5), "T")))
    assert not move_rule(rules, "B", earlier=True)
    assert not move_rule(rules, "T", earlier=False)
    assert not move_rule(rules, "Z", earlier=False)


def test_a_name_that_is_missing_in_one_language_stays_missing_in_the_copy() -> None:
    """Nothing is marked that is not there."""
    rules = RuleSet("v1", rules=(replace(A, name=LocalText("春季")), replace(B, name=LocalText())))
    copies = [apply_rule_patch(rules, duplicate_rule(rules, name)).rules for name in ("A", "B")]
    assert copies[0][1].name == LocalText("春季(副本)")
    assert copies[1][2].name == LocalText()


def test_the_choice_stays_through_other_edits_and_comes_with_a_file() -> None:
    """By priority before and after; the rules of a file bring their own, the same rules as well."""
    priority = ChoicePolicy.PRIORITY
    rules = replace(RULES, choice=priority)
    assert apply_rule_patch(rules, remove_rules(rules, ["A"])).choice is priority
    patch = replace_all(rules, replace(rules, rules=(C,)))
    assert (patch.choice, apply_rule_patch(rules, patch).choice) == (None, priority)
    assert replace_all(RULES, rules) == RulePatch(choice=priority)
    assert replace_all(RULES, replace(rules, rules=(C,))).choice is priority
