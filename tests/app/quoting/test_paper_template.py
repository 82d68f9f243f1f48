"""Promises of the register of templates: the most specific default, and never a guess."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from app.errors import TemplateUndecided
from app.quoting.paper_template import (
    SHIPPED,
    PaperTemplate,
    TemplateDefault,
    TemplateRegister,
    Wanted,
    choose_template,
    taken_back,
    with_default,
    with_template,
    with_version,
    without_default,
    without_template,
)
from app.quoting.template_clashes import clashes

DAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, tzinfo=UTC)
WANTED = Wanted("contract", "zh", "SMB", "西部", DAY)


def _template(name: str, valid_from: date = DAY) -> PaperTemplate:
    """A contract in Chinese with one version."""
    begun = PaperTemplate(name, "contract", "zh", name, f"{name}.docx")
    return with_version(begun, "0" * 64, responsible="", note="", valid_from=valid_from, at=AT)


def _register(*defaults: tuple[str, str, str], later: str = "") -> TemplateRegister:
    """Templates with defaults, each a name with segment and brand; one is valid a day later."""
    register = TemplateRegister()
    for name, segment, brand in defaults:
        valid = date(2026, 11, 24) if name == later else DAY
        if name != SHIPPED:
            register = with_template(register, _template(name, valid))
        made = TemplateDefault("contract", "zh", name, segment, brand)
        register = with_default(register, made)
    return register


def _chosen(register: TemplateRegister, wanted: Wanted = WANTED) -> tuple[str, str]:
    choice = choose_template(register, wanted)
    return (choice.template.name if choice.template else SHIPPED, choice.why)


def test_without_defaults_the_shipped_template_is_taken() -> None:
    """Nobody has to set anything."""
    assert _chosen(TemplateRegister()) == (SHIPPED, "shipped")


@pytest.mark.parametrize(
    ("defaults", "chosen"),
    [
        ([("a", "", "")], ("a", "any")),
        ([("a", "", ""), ("b", "SMB", "")], ("b", "segment")),
        ([("a", "", ""), ("b", "", "西部")], ("b", "brand")),
        ([("b", "SMB", ""), ("c", "SMB", "西部")], ("c", "segment_brand")),
        ([("a", "", ""), ("b", "GOV", "")], ("a", "any")),
        ([("a", "", ""), ("b", "SMB", "东部")], ("a", "any")),
        ([("a", "", ""), (SHIPPED, "SMB", "")], (SHIPPED, "segment")),
        ([("b", "SMB", ""), ("c", "", "西部"), ("d", "SMB", "西部")], ("d", "segment_brand")),
    ],
)
def test_the_default_that_says_the_most_wins(
    defaults: list[tuple[str, str, str]], chosen: tuple[str, str]
) -> None:
    """Segment and brand before either alone, either before none; others do not count."""
    assert _chosen(_register(*defaults)) == chosen


def test_two_defaults_that_say_equally_much_are_refused_by_name() -> None:
    """One for the segment, one for the brand: nothing is guessed."""
    register = _register(("b", "SMB", ""), ("c", "", "西部"))
    with pytest.raises(TemplateUndecided) as refusal:
        choose_template(register, WANTED)
    assert {refusal.value.parameters["one"], refusal.value.parameters["other"]} == {"b", "c"}
    assert [(one.template, other.template) for one, other in clashes(register)] == [("b", "c")]


def test_equal_defaults_of_one_template_need_no_decision() -> None:
    """Whichever counts, the paper is the same."""
    same = _register(("b", "SMB", ""), ("b", "", "西部"))
    assert _chosen(same)[0] == "b"
    assert clashes(same) == ()


def test_default_for_both_settles_a_clash() -> None:
    """It says more than either."""
    register = _register(("b", "SMB", ""), ("c", "", "西部"), ("b", "SMB", "西部"))
    assert clashes(register) == ()


def test_a_team_has_a_default_of_its_own() -> None:
    """It comes before that of any team; beside one of the segment, both of which is asked for."""
    register = with_template(_register(("all", "", ""), ("mass", "SMB", "")), _template("bank"))
    of_team = TemplateDefault("contract", "zh", "bank", team="金融中心")
    register = with_default(register, of_team)
    bank = msgspec.structs.replace(WANTED, segment="IND", team="金融中心")
    assert _chosen(register, bank) == ("bank", "team")
    assert _chosen(register, msgspec.structs.replace(bank, team="")) == ("all", "any")
    assert [(one.template, other.template) for one, other in clashes(register)] == [
        ("mass", "bank")
    ]
    both = TemplateDefault("contract", "zh", "bank", "SMB", team="金融中心")
    settled = with_default(register, both)
    assert clashes(settled) == ()
    assert _chosen(settled, msgspec.structs.replace(bank, segment="SMB")) == (
        "bank",
        "segment_team",
    )


def test_other_kinds_and_languages_have_defaults_of_their_own() -> None:
    """A contract's default is no proposal's."""
    register = _register(("a", "", ""))
    for kind, language in (("proposal", "zh"), ("contract", "en")):
        wanted = Wanted(kind, language, "SMB", "西部", DAY)  # type: ignore[arg-type] # plain text
        assert _chosen(register, wanted) == (SHIPPED, "shipped")


def test_template_that_is_not_valid_yet_is_passed_over_and_named() -> None:
    """The next less specific default is taken, and the choice says who was passed."""
    choice = choose_template(_register(("a", "", ""), ("b", "SMB", ""), later="b"), WANTED)
    assert choice.template is not None
    assert (choice.template.name, choice.passed) == ("a", ("b",))
    tomorrow = Wanted("contract", "zh", "SMB", "西部", date(2026, 11, 24))
    assert _chosen(_register(("a", "", ""), ("b", "SMB", ""), later="b"), tomorrow)[0] == "b"


def test_newest_version_that_is_valid_is_used() -> None:
    """A version handed in for next month waits."""
    later = with_version(
        _template("a"),
        "1" * 64,
        responsible="",
        note="",
        valid_from=date(2026, 12, 1),
        at=AT,
    )
    assert [one.number for one in later.versions] == [1, 2]
    for day, number in ((date(2026, 11, 30), 1), (date(2026, 12, 1), 2)):
        version = later.version_on(day)
        assert version is not None
        assert version.number == number
    assert later.version_on(date(2026, 11, 22)) is None


def test_a_place_has_one_default() -> None:
    """The later one takes the place of the earlier."""
    register = _register(("a", "SMB", ""), ("b", "SMB", ""))
    assert [one.template for one in register.defaults] == ["b"]


def test_removed_template_takes_its_defaults_along() -> None:
    """No default leads to nothing."""
    register = without_template(_register(("a", "", ""), ("b", "SMB", "")), "b")
    assert [one.id for one in register.templates] == ["a"]
    assert _chosen(register) == ("a", "any")


def test_a_step_is_taken_back_without_what_others_did_since() -> None:
    """Removed, somebody adds another; undo brings the first with its default, and keeps both."""
    before = _register(("a", "", ""), ("b", "SMB", ""))
    after = without_template(before, "b")
    since = with_template(after, _template("c"))
    again = taken_back(since, before, after)
    assert {one.id for one in again.templates} == {"a", "b", "c"}
    assert set(again.defaults) == set(before.defaults)


def test_a_default_that_took_the_place_of_another_gives_it_back() -> None:
    """Undo of a change of defaults brings the former one."""
    before = _register(("a", "SMB", ""), ("b", "", ""))
    after = with_default(before, TemplateDefault("contract", "zh", "b", "SMB"))
    again = taken_back(after, before, after)
    assert set(again.defaults) == set(before.defaults)
    added = with_default(before, TemplateDefault("contract", "zh", "b", "GOV"))
    assert set(taken_back(added, before, added).defaults) == set(before.defaults)
    assert without_default(added, TemplateDefault("contract", "zh", "", "GOV")).defaults == (
        before.defaults
    )
