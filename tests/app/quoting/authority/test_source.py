"""Limits and people as one value: what is wrong with them together, and edits of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from app.quoting.authority.matrix import Function
from app.quoting.authority.source import (
    apply_authority_patch,
    edition_of_source,
    patch_to,
    source_of,
)
from app.quoting.authority.staff import Absence, Staff
from app.quoting.authority.written import WrittenConsultation
from catalog.local_text import LocalText
from catalog.problem import Severity
from tests.app.quoting.authority.sources import LEVELS, LI, SOURCE, VALUE, ZHOU

LEGAL = Function("legal", LocalText("法律", "legal"))


def found(*people: object, **written: object) -> list[tuple[str, Severity, dict[str, str]]]:
    """Codes of findings with other people and other limits."""
    source = replace(
        SOURCE,
        staff=Staff(people or SOURCE.staff.people),  # type: ignore[arg-type]  # of tests
        written=replace(SOURCE.written, **written),
    )
    matrix, problems = edition_of_source(source)
    assert (matrix is None) == any(problem.blocks for problem in problems)
    return [(one.code, one.severity, one.parameters) for one in problems]


def test_sound_limits_are_an_edition() -> None:
    """100 for the lowest level, 100 + 400 for the next; the people go with it."""
    matrix, problems = edition_of_source(SOURCE)
    assert problems == ()
    assert matrix is not None
    assert matrix.criteria[0].limits == (Decimal(100), Decimal(500))
    assert matrix.staff == SOURCE.staff
    assert matrix.valid_from == date(2026, 12, 1)


def test_an_edition_is_written_with_numbers() -> None:
    """What was relative is a number; read again it is the same edition."""
    matrix, _ = edition_of_source(SOURCE)
    assert matrix is not None
    written = source_of(matrix)
    assert written.written.criteria[0].limits == ("100", "500")
    assert written.written.unsigned_limit == "0"
    assert edition_of_source(written)[0] == matrix


def test_a_level_that_nobody_has_and_none_above_is_an_error() -> None:
    """The lowest level decides about nobody else and may be empty."""
    facts = {"level": "L2", "higher": ""}
    assert found(LI) == [("authority.level_without_people", Severity.ERROR, facts)]
    assert found(ZHOU) == []


def test_a_level_is_passed_over_with_a_warning() -> None:
    """The next one that somebody has is asked in its place."""
    levels = (*LEVELS, replace(LEVELS[1], id="L3"))
    criteria = (replace(VALUE, limits=("1", "2", "3")),)
    facts = {"level": "L2", "higher": "L3"}
    top = replace(ZHOU, role="L3")
    assert found(LI, top, levels=levels, criteria=criteria) == [
        ("authority.level_passed_over", Severity.WARNING, facts)
    ]


def test_a_function_that_is_asked_has_somebody() -> None:
    """A function that no criterion and no flag asks may be empty."""
    asked = replace(VALUE, consult=(WrittenConsultation("legal", "50"),))
    facts = {"level": "legal", "higher": ""}
    assert found(functions=(LEGAL,)) == []
    assert found(functions=(LEGAL,), criteria=(asked,)) == [
        ("authority.level_without_people", Severity.ERROR, facts)
    ]


def test_a_role_without_limits_and_a_person_without_a_number_are_errors() -> None:
    """Neither is a free pass."""
    codes = [code for code, _, _ in found(LI, ZHOU, replace(LI, id=" ", role="L9"))]
    assert codes == ["authority.number_missing", "authority.role_without_limits"]


def test_nobody_stands_in_for_himself() -> None:
    """The finding names him."""
    away = Absence("2", date(2026, 12, 1), date(2026, 12, 2), "2")
    source = replace(SOURCE, staff=replace(SOURCE.staff, absences=(away,)))
    (problem,) = edition_of_source(source)[1]
    assert (problem.code, problem.parameters) == ("authority.own_deputy", {"person": "2"})


def test_limits_that_fall_are_an_error() -> None:
    """A request would climb past its answer."""
    codes = [code for code, _, _ in found(criteria=(replace(VALUE, limits=("100", "50")),))]
    assert codes == ["authority.limits_fall"]


def test_a_patch_leaves_the_whole_or_nothing() -> None:
    """Nothing to change is no patch."""
    other = replace(SOURCE, staff=Staff((ZHOU,)))
    assert not patch_to(SOURCE, SOURCE)
    assert apply_authority_patch(SOURCE, patch_to(SOURCE, SOURCE)) is SOURCE
    assert patch_to(SOURCE, other)
    assert apply_authority_patch(SOURCE, patch_to(SOURCE, other)) == other
