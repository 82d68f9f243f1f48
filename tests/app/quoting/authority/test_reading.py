"""Every mistake of an authority file is a finding with its place and its facts, word for word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from app.quoting.authority import (
    Absence,
    AuthorityMatrix,
    Consultation,
    Criterion,
    FlagRule,
    Function,
    Level,
    Person,
    Scope,
    Staff,
    Window,
)
from app.quoting.authority.measuring import MEASURES
from app.quoting.authority.reading import read_matrix, staff_faults
from app.quoting.authority.written import (
    WrittenAuthority,
    WrittenConsultation,
    WrittenCriterion,
)
from catalog.local_text import LocalText
from catalog.problem import Place, Problem

FILE = "authority.toml"
LEVELS = (Level("L1", LocalText("一")), Level("L2", LocalText("二")))
FINANCE = Function("finance", LocalText("财务"))
SCOPE = Scope(families=("LEASED",))
DEPTH = WrittenCriterion(
    "depth",
    LocalText("折扣"),
    ("5", "none"),
    measure="discount",
    scope=SCOPE,
    consult=(WrittenConsultation("finance", "4.5"),),
)
MARGIN = WrittenCriterion("margin", LocalText("毛利"), ("35", "L1-15"), smallest=True)
MONTHS = WrittenCriterion("free_months", LocalText("月数"), ("1", "2"), unit="months")
TENDER = FlagRule("tender", LocalText("招标"), "L2", consult=("finance",))
WRITTEN = WrittenAuthority(
    version="v1",
    levels=LEVELS,
    criteria=(DEPTH, MARGIN, MONTHS),
    flags=(TENDER,),
    valid_from=date(2026, 1, 1),
    functions=(FINANCE,),
    window=Window(90, 3),
    unsigned_limit="2000.5",
)


def finding(code: str, place: str, **facts: str) -> Problem:
    """A mistake at its place."""
    where = Place(file=FILE, column=place)
    return Problem(f"authority.{code}", where=where, parameters=facts)


def found(**fields: Any) -> tuple[Problem, ...]:  # noqa: ANN401 (of what is written)
    """The findings of a file with something else in it; with any there is no matrix."""
    matrix, problems = read_matrix(replace(WRITTEN, **fields), file=FILE)
    assert (matrix is None) is bool(problems)
    return problems


def with_depth(**fields: Any) -> tuple[Problem, ...]:  # noqa: ANN401 (of a criterion)
    """The findings where the first criterion says something else."""
    return found(criteria=(replace(DEPTH, **fields), MARGIN))


def test_what_is_written_is_read_whole() -> None:
    """Limits as numbers, the limit without a signature in fen, the staff beside it."""
    staff = Staff((Person("101", "李晓明", "L1"),))
    read = AuthorityMatrix(
        version="v1",
        levels=LEVELS,
        criteria=(
            Criterion(
                "depth",
                LocalText("折扣"),
                (Decimal(5), None),
                measure="discount",
                scope=SCOPE,
                consult=(Consultation("finance", Decimal("4.5")),),
            ),
            Criterion("margin", LocalText("毛利"), (Decimal(35), Decimal(20)), smallest=True),
            Criterion("free_months", LocalText("月数"), (Decimal(1), Decimal(2)), unit="months"),
        ),
        flags=(TENDER,),
        valid_from=date(2026, 1, 1),
        functions=(FINANCE,),
        window=Window(90, 3),
        staff=staff,
        unsigned_limit=200050,
    )
    assert read_matrix(WRITTEN, staff) == (read, ())
    assert read_matrix(WRITTEN) == (replace(read, staff=Staff()), ())


def test_an_empty_file_lacks_everything() -> None:
    """A version, levels, criteria."""
    assert found(version="", levels=(), criteria=(), flags=()) == (
        finding("version_missing", "version"),
        finding("no_levels", "levels"),
        finding("no_criteria", "criteria"),
    )


def test_what_stands_twice_is_found_at_its_second_place() -> None:
    """Levels, functions, criteria and flags; a third time as well."""
    assert found(
        levels=(*LEVELS, LEVELS[1]), functions=(FINANCE, FINANCE, FINANCE), criteria=(MARGIN,)
    )[:3] == (
        finding("duplicate", "levels[2]", id="L2"),
        finding("duplicate", "functions[1]", id="finance"),
        finding("duplicate", "functions[2]", id="finance"),
    )
    assert found(criteria=(MARGIN, DEPTH, MARGIN)) == (
        finding("duplicate", "criteria[2]", id="margin"),
    )
    assert found(flags=(TENDER, TENDER)) == (finding("duplicate", "flags[1]", id="tender"),)


@pytest.mark.parametrize(
    ("fields", "place", "measure"),
    [({"measure": "beauty"}, "measure", "beauty"), ({"measure": "", "id": "x"}, "id", "x")],
)
def test_what_nothing_measures_is_found_where_it_is_named(
    fields: dict[str, Any], place: str, measure: str
) -> None:
    """With all that can be measured."""
    told = finding(
        "unknown_measure", f"criteria[0].{place}", measure=measure, allowed=", ".join(MEASURES)
    )
    assert with_depth(**fields) == (told,)


def test_a_criterion_fits_what_it_measures() -> None:
    """Its unit, its direction, its scope; the first mistake of them is told."""
    assert with_depth(unit="months") == (
        finding("unit_wrong", "criteria[0].unit", criterion="depth", unit="percent"),
    )
    assert with_depth(limits=("5", "4"), smallest=True) == (
        finding("direction_wrong", "criteria[0].smallest", criterion="depth", smallest="false"),
    )
    assert found(criteria=(replace(MARGIN, limits=("1", "2"), smallest=False),)) == (
        finding("direction_wrong", "criteria[0].smallest", criterion="margin", smallest="true"),
    )
    assert found(criteria=(replace(MARGIN, scope=SCOPE),)) == (
        finding("no_scope", "criteria[0].scope", criterion="margin"),
    )
    assert with_depth(unit="furlongs") == (
        finding("unit_wrong", "criteria[0].unit", criterion="depth", unit="percent"),
        finding("unknown_unit", "criteria[0].unit", allowed="percent, months, yuan, days, count"),
    )


def test_who_is_asked_has_to_be_known_and_from_when() -> None:
    """Each of two, at its own place."""
    asked = (
        WrittenConsultation("finance", "4"),
        WrittenConsultation("legal", "4"),
        WrittenConsultation("finance", "NaN"),
    )
    assert with_depth(consult=asked) == (
        finding("unknown_function", "criteria[0].consult[1]", function="legal"),
        finding("limit_wrong", "criteria[0].consult[2].beyond", criterion="depth", limit="NaN"),
    )


def test_a_mistake_in_a_limit_names_its_criterion_and_place() -> None:
    """Of the second criterion, the second level."""
    wrong = replace(MARGIN, limits=("35", "many"))
    assert found(criteria=(DEPTH, wrong)) == (
        finding("limit_wrong", "criteria[1].limits[1]", criterion="margin", limit="many"),
    )


def test_a_flag_needs_a_level_and_something_that_raises_it() -> None:
    """An offering, a clause, or one of the flags of the quote."""
    assert found(flags=(TENDER, replace(TENDER, id="below_cost", level="L9"))) == (
        finding("unknown_level", "flags[1].level", flag="below_cost", level="L9",
                allowed="L1, L2"),
    )  # fmt: skip
    assert found(flags=(replace(TENDER, consult=("finance", "legal")),)) == (
        finding("unknown_function", "flags[0]", function="legal"),
    )
    named = "tender, below_cost, several_provinces, special_clauses, arrears"
    assert found(flags=(replace(TENDER, id="moon"),)) == (
        finding("unknown_flag", "flags[0]", flag="moon", allowed=named),
    )
    assert found(flags=(replace(TENDER, id="moon", offerings=("LINE",)),)) == ()
    assert found(flags=(replace(TENDER, id="moon", clauses=("payment_due",)),)) == ()


@pytest.mark.parametrize(
    ("window", "wrong"),
    [
        (Window(-1, 0), True),
        (Window(0, -1), True),
        (Window(0, 0), False),
        (Window(1, 0), False),
        (Window(0, 1), False),
    ],
)
def test_a_window_has_no_days_below_none(window: Window, wrong: bool) -> None:
    """Neither days nor quotes."""
    assert found(window=window) == ((finding("window_wrong", "window"),) if wrong else ())


@pytest.mark.parametrize(
    ("limit", "fen"),
    [("0", 0), ("0.01", 1), ("100", 10000), ("0.001", None), ("-1", None), ("NaN", None)],
)
def test_the_limit_without_a_signature_is_whole_fen(limit: str, fen: int | None) -> None:
    """A tenth of a fen is none."""
    matrix, problems = read_matrix(replace(WRITTEN, unsigned_limit=limit), file=FILE)
    if fen is None:
        assert problems == (finding("unsigned_limit_wrong", "unsigned_limit"),)
    else:
        assert matrix is not None
        assert matrix.unsigned_limit == fen


def test_without_a_file_a_finding_names_none() -> None:
    """Neither of limits nor of people."""
    _, (problem,) = read_matrix(replace(WRITTEN, version=""))
    assert problem.where == Place(column="version")
    (problem,) = staff_faults(Staff((LI, LI)), (KNOWN,))
    assert problem.where == Place(column="people[1]")


# ---------------------------------------------------------------- people

(KNOWN,) = (one for one in (read_matrix(WRITTEN)[0],) if one is not None)
LI, ZHANG, QIAN = Person("1", "李", "L1"), Person("2", "张", "L2"), Person("5", "钱", "finance")
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 5)


def of_staff(*people: Person, away: tuple[Absence, ...] = ()) -> tuple[Problem, ...]:
    """What is wrong with people and absences."""
    later = replace(KNOWN, levels=(Level("L7", LocalText()),), functions=())
    return staff_faults(Staff(people, away), (KNOWN, later), file=FILE)


def test_people_have_roles_of_any_edition() -> None:
    """Levels and functions; with another role all that there are are told."""
    assert of_staff(LI, ZHANG, QIAN, replace(LI, id="7", role="L7")) == ()
    assert of_staff(LI, replace(ZHANG, role="L9"), LI) == (
        finding("duplicate", "people[2]", id="1"),
        finding("role_without_limits", "people[1].role", person="2", role="L9",
                allowed="L1, L2, L7, finance"),
    )  # fmt: skip


def away(person: str, delegate: str = "", first: int = 1, last: int = 5) -> Absence:
    """Away on days of December."""
    return Absence(person, date(2026, 12, first), date(2026, 12, last), delegate)


def test_absences_are_of_people_and_end_after_they_begin() -> None:
    """Of one day as well; nobody need stand in."""
    assert of_staff(LI, ZHANG, away=(away("1", "2"), away("2", last=1))) == ()
    assert of_staff(LI, away=(away("1"), away("8", "9", 5, 4))) == (
        finding("unknown_person", "absences[1]", person="8"),
        finding("unknown_person", "absences[1]", person="9"),
        finding("absence_ends_first", "absences[1]"),
    )


def circles(*absences: Absence) -> list[str]:
    """Places of absences whose standing in leads back."""
    faults = of_staff(LI, ZHANG, QIAN, away=absences)
    for fault in faults:
        place = int(fault.where.column.removeprefix("absences[").removesuffix("]"))
        one = absences[place]
        code = "own_deputy" if one.person == one.delegate else "delegation_in_a_circle"
        assert fault == finding(code, f"absences[{place}]", person=one.person)
    return [fault.where.column for fault in faults]


def test_standing_in_never_leads_back_on_a_day() -> None:
    """For oneself, for each other, over a third; on one common day, and not on none."""
    assert circles(away("1", "1")) == ["absences[0]"]
    assert circles(away("1", "2"), away("2", "1", 5, 9)) == ["absences[0]", "absences[1]"]
    assert circles(away("1", "2"), away("2", "1", 6, 9)) == []
    assert circles(away("2", "1", 6, 9), away("1", "2")) == []
    three = (away("1", "2"), away("2", "5", 3, 9), away("5", "1", 5, 7))
    assert circles(*three) == ["absences[0]", "absences[1]", "absences[2]"]
    # Each two of them meet, all three never do.
    apart = (away("1", "2", 1, 5), away("2", "5", 5, 9), away("5", "1", 6, 9))
    assert circles(*apart) == []
    # A circle of the others is theirs, not of who leaves it to one of them.
    assert circles(away("1", "2"), away("2", "5"), away("5", "2")) == [
        "absences[1]",
        "absences[2]",
    ]
    # The second absence of the delegate leads back, the first does not.
    twice = (away("1", "2"), away("2", "5", 1, 2), away("2", "1", 4, 4))
    assert circles(*twice) == ["absences[0]", "absences[2]"]
