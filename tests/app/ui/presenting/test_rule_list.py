"""Rules are listed as the engine takes them, with state, marks and findings."""

from __future__ import annotations

from datetime import date

from app.ui.presenting.rule_list import finding_rows, rule_list_rows, rules_named, state_of
from catalog.period import ValidityPeriod
from catalog.problem import Place, Problem, Severity
from pricing.rule import Scope, When
from pricing.rule_draft import application_order
from pricing.rulebook import RuleSet
from tests.app.ui.speaking import speaker
from tests.pricing.rule_builders import a_promotion, a_rule, percent_off, term_discount, volume
from tests.sample import sample_catalog

DAY = date(2026, 11, 22)
PAST = When(valid=ValidityPeriod(None, date(2026, 11, 21)))
COMING = When(valid=ValidityPeriod(date(2026, 11, 23), None))
RULES = RuleSet(
    "v1",
    rules=(
        a_promotion(percent_off(5), "P", scope=Scope(charges=("PSTN.RENT",)), when=PAST),
        a_rule(term_discount(24, 5), "T", when=COMING),
        a_rule(volume(), "V"),
    ),
)
WRONG = Problem("rule.ends_before_it_starts", where=Place(subject="P"), parameters={"id": "P"})


def keys(typed: str) -> list[str]:
    """Rules in which something occurs."""
    rows = rule_list_rows(speaker(), sample_catalog(), RULES, (), {}, DAY, typed)
    return [row.key for row in rows]


def test_rules_stand_in_the_order_in_which_they_apply() -> None:
    """Whatever their order in the file."""
    assert keys("") == [rule.id for rule in application_order(RULES.rules)]
    assert sorted(keys("")) == ["P", "T", "V"]


def test_every_word_must_occur_in_a_rule() -> None:
    """In its names, its identifier, its kind or what it touches; capitals do not matter."""
    assert keys("月租") == ["P"]
    assert keys("RULE TERM") == ["T"]
    assert keys("月租 term") == []


def test_a_rule_tells_its_state_and_what_is_wrong_with_it() -> None:
    """A blocking finding stands out; a rule that differs from the one in force is marked."""
    rows = rule_list_rows(speaker(), None, RULES, {"P"}, {"P": [WRONG]}, DAY)
    (row,) = (one for one in rows if one.key == "P")
    state, count = row.cells
    assert (row.badge, state.text, count.text, count.tone) == ("changed", "over", "1", "bad")
    (other,) = (one for one in rows if one.key == "V")
    assert (other.badge, other.cells[0].text, other.cells[1].text) == ("", "in force", "")


def test_the_day_itself_counts() -> None:
    """A rule that ends or begins today is in force."""
    for valid in (ValidityPeriod(None, DAY), ValidityPeriod(DAY, None)):
        rule = a_rule(volume(), when=When(valid=valid))
        assert state_of(speaker(), rule, DAY)[0] == "in force"
    assert [state_of(speaker(), rule, DAY)[0] for rule in RULES.rules[:2]] == ["over", "to come"]


def test_a_finding_names_its_rules_the_subject_first() -> None:
    """Once each, and only those that there are."""
    facts = {"rules": "V, P", "other": "GONE", "rule": "T"}
    problem = Problem("lint.promotions_tied", where=Place(subject="P"), parameters=facts)
    assert rules_named(RULES, problem) == ("P", "T", "V")


def test_what_forbids_publishing_says_so() -> None:
    """Warnings and hints do not; keys count on."""
    mild = Problem("draft.nothing_changed", Severity.WARNING, Place(), {"base": "v1"})
    hint = Problem("draft.nothing_changed", Severity.HINT, Place(), {"base": "v1"})
    rows = finding_rows(speaker(), None, (WRONG, mild, hint), ())
    assert [(row.key, row.severity) for row in rows] == [
        ("0", "blocking"),
        ("1", "warning"),
        ("2", "advice"),
    ]
    forbids = [row.detail.startswith("Forbids publishing.") for row in rows]
    assert forbids == [True, False, False]
