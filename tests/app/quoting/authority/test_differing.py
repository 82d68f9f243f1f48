"""Differences of two editions: limit by limit, person by person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting.authority.differing import Difference, differences
from app.quoting.authority.matrix import FlagRule, Scope, Window
from app.quoting.authority.staff import Absence, Staff
from catalog.charge import PriceRegulation
from catalog.local_text import LocalText
from tests.app.quoting.authority.sources import LEVELS, LI, SOURCE, VALUE, ZHOU

if TYPE_CHECKING:
    from app.quoting.authority.source import AuthoritySource

NAME = VALUE.name


def written(**changes: object) -> AuthoritySource:
    """The limits with other fields."""
    return replace(SOURCE, written=replace(SOURCE.written, **changes))


def told(new: AuthoritySource) -> list[tuple[str, str, str, str, str]]:
    """Differences to the sample, without names."""
    found = differences(SOURCE, new)
    return [(one.part, one.subject, one.field, one.old, one.new) for one in found]


def test_a_limit_is_told_with_its_level() -> None:
    """Only the one that changed; the name of the criterion goes with it."""
    new = written(criteria=(replace(VALUE, limits=("80", "L1 + 400")),))
    assert differences(SOURCE, new) == (
        Difference("limit", "contract_value", "L1", "100", "80", NAME),
    )
    assert told(SOURCE) == []


def test_version_and_first_day_are_no_difference() -> None:
    """They say which edition it is, not what it says."""
    assert told(written(version="other", valid_from=date(2027, 1, 1))) == []


def test_a_level_comes_with_its_limits() -> None:
    """And the order of levels is one of its own."""
    third = replace(LEVELS[1], id="L3")
    new = written(
        levels=(*LEVELS, third), criteria=(replace(VALUE, limits=("100", "L1 + 400", "none")),)
    )
    assert told(new) == [
        ("level", "L3", "", "", "L3 · 二 / two"),
        ("limit", "contract_value", "L3", "", "none"),
    ]
    assert told(written(levels=LEVELS[::-1]))[0] == ("level", "", "order", "L1 L2", "L2 L1")


def test_criteria_and_flags_are_told_field_by_field() -> None:
    """A scope in words; what came or went as a whole."""
    scope = Scope(("专线",), (PriceRegulation.MARKET,))
    flag = FlagRule("tender", LocalText("招投标", "tender"), "L2")
    assert told(written(criteria=(replace(VALUE, scope=scope),), flags=(flag,))) == [
        ("criterion", "contract_value", "scope", "", "专线 market"),
        ("flag", "tender", "", "", "tender · 招投标 / tender · L2"),
    ]
    assert told(written(criteria=()))[0][:3] == ("criterion", "contract_value", "")


def test_people_and_absences_are_told() -> None:
    """A new role, somebody gone, and a changed absence as one gone and one come."""
    away = Absence("2", date(2026, 12, 1), date(2026, 12, 2))
    staff = Staff((replace(LI, role="L2"),), (away,))
    assert told(replace(SOURCE, staff=staff)) == [
        ("person", "2", "", "2 · 周敏 · L2", ""),
        ("person", "1", "role", "L1", "L2"),
        ("absence", "2", "", "", "2 · 2026-12-01 · 2026-12-02"),
    ]
    assert told(replace(SOURCE, staff=Staff((ZHOU, LI)))) == []


def test_what_counts_together_and_what_nobody_signed_is_told() -> None:
    """Each figure by itself."""
    assert told(written(window=Window(90, 3), unsigned_limit="50000")) == [
        ("rule", "days", "days", "0", "90"),
        ("rule", "watch", "watch", "0", "3"),
        ("rule", "unsigned_limit", "unsigned_limit", "0", "50000"),
    ]
