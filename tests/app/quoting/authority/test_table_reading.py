"""Limits and people as tables: what is shown is read back, and what is typed becomes an edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.quoting.authority.matrix import Level, Scope, Window
from app.quoting.authority.staff import Absence
from app.quoting.authority.table_reading import set_source_rows
from app.quoting.authority.tables import (
    ABSENCES,
    COLUMNS,
    FLAGS,
    LIMITS,
    PEOPLE,
    ROLES,
    RULES,
    TablePlace,
    columns_of,
    source_rows,
    table_place,
)
from app.quoting.authority.written import WrittenConsultation
from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.problem import Place, Problem
from catalog.typed_rows import RowFault
from tests.app.quoting.authority.sources import SOURCE, VALUE
from tests.app.quoting.authority.test_writing import FULL

if TYPE_CHECKING:
    from app.quoting.authority.source import AuthoritySource

VALUE_ROW = ("contract_value", "合同总额", "contract_value", "", "", "", "100", "L1 + 400", "")


def typed(table: str, *rows: tuple[str, ...], source: AuthoritySource = SOURCE) -> AuthoritySource:
    """Limits and people with these rows."""
    patch = set_source_rows(source, table, rows, "zh")
    assert patch.source is not None
    return patch.source


def test_what_is_shown_reads_back_as_nothing_changed() -> None:
    """Every table, in both languages, with every field filled."""
    for table in COLUMNS:
        for language in ("zh", "en"):
            rows = source_rows(FULL, table, language, "不限")
            assert rows
            assert {len(row) for row in rows} == {len(columns_of(FULL, table))}
            assert not set_source_rows(FULL, table, rows, language)


def test_a_limit_is_typed_into_its_level() -> None:
    """A number, a distance, or no bound in several words; missing ones at the end stay missing."""
    assert source_rows(SOURCE, LIMITS, "zh") == (VALUE_ROW,)
    other = typed(LIMITS, (*VALUE_ROW[:6], "80", "不限", ""))
    assert other.written.criteria == (replace(VALUE, limits=("80", "none")),)
    assert source_rows(other, LIMITS, "zh", "不限")[0][7] == "不限"
    assert typed(LIMITS, (*VALUE_ROW[:6], "80")).written.criteria[0].limits == ("80",)


def test_a_new_criterion_takes_unit_and_direction_of_its_measure() -> None:
    """With a scope and who is asked besides."""
    row = (
        "lines",
        "专线",
        "discount",
        "专线，宽带",
        "market",
        "recurring, usage",
        "1",
        "2",
        "legal > 5",
    )
    (_, new) = typed(LIMITS, VALUE_ROW, row).written.criteria
    assert (new.id, new.measure, new.unit) == ("lines", "discount", "percent")
    assert new.name == LocalText("专线")
    assert new.scope == Scope(
        ("专线", "宽带"), (PriceRegulation.MARKET,), (ChargeType.RECURRING, ChargeType.USAGE)
    )
    assert new.consult == (WrittenConsultation("legal", "5"),)
    (margin,) = typed(LIMITS, ("", "毛利", "margin", "", "", "", "30", "20", "")).written.criteria
    assert (margin.id, margin.measure, margin.smallest) == ("margin", "", True)


def test_cells_without_a_reading_are_named() -> None:
    """Row, column and code."""
    wrong = (
        (LIMITS, (*VALUE_ROW[:4], "cheap", *VALUE_ROW[5:]), 4, "import.unknown_word"),
        (LIMITS, (*VALUE_ROW[:8], "legal 5"), 8, "authority.consult_wrong"),
        (ABSENCES, ("1", "soon", "2026-12-02", ""), 1, "cell.unknown_date"),
        (RULES, ("ninety", "3", "0"), 0, "cell.not_a_whole_number"),
    )
    for table, row, column, code in wrong:
        with pytest.raises(RowFault) as fault:
            set_source_rows(SOURCE, table, (row,), "zh")
        assert (fault.value.row, fault.value.column, fault.value.code) == (1, column, code)


def test_limits_follow_their_levels() -> None:
    """A level between two has no limit yet; one that goes takes its limits with it."""
    roles = (("L1", "一", "level"), ("L1b", "中", "level"), ("L2", "二", "level"))
    other = typed(ROLES, *roles)
    assert other.written.levels[1] == Level("L1b", LocalText("中"))
    assert other.written.levels[2].name == LocalText("二", "two")
    assert other.written.criteria[0].limits == ("100", "", "L1 + 400")
    assert typed(ROLES, ("L1", "一", "level")).written.criteria[0].limits == ("100",)


def test_another_identifier_is_followed_by_who_names_it() -> None:
    """Of a level in roles, flags and relative limits; of a function; of a person in absences."""
    roles = (("A", "一", "level"), ("L2", "二", "level"), ("legal", "法律", "function"))
    other = typed(ROLES, *roles, source=FULL)
    assert other.staff.people[0].role == "A"
    assert other.written.criteria[0].limits == ("100", "A + 400")
    law = (("L1", "一", "level"), ("L2", "二", "level"), ("law", "法律", "function"))
    other = typed(ROLES, *law, source=FULL)
    assert other.written.flags[0].consult == ("law",)
    assert other.written.criteria[0].consult[0].function == "law"
    people = (("7", "李明轩", "L1", "一组", ""), ("2", "周敏", "L2", "", "zhou@example.com"))
    assert typed(PEOPLE, *people, source=FULL).staff.absences[0].delegate == "7"


def test_people_absences_flags_and_the_rest_are_typed() -> None:
    """As written; an empty row does not count."""
    away = typed(ABSENCES, ("2", "2026-12-1", "2026/12/5", "1"), ("", "", "", ""))
    assert away.staff.absences == (Absence("2", date(2026, 12, 1), date(2026, 12, 5), "1"),)
    flagged = typed(FLAGS, ("tender", "招投标", "L2", "", "", "")).written.flags
    assert (flagged[0].id, flagged[0].level, flagged[0].offerings) == ("tender", "L2", ())
    other = typed(RULES, ("90", "3", "50000")).written
    assert (other.window, other.unsigned_limit) == (Window(90, 3), "50000")
    assert typed(RULES, source=FULL).written.window == Window()


def test_a_name_is_typed_in_one_language() -> None:
    """The other one stays."""
    renamed = (VALUE_ROW[0], "总额", *VALUE_ROW[2:])
    assert typed(LIMITS, renamed).written.criteria[0].name == LocalText("总额", "contract value")
    english = ("contract_value", "total", *VALUE_ROW[2:])
    patch = set_source_rows(SOURCE, LIMITS, (english,), "en")
    assert patch.source is not None
    assert patch.source.written.criteria[0].name == LocalText("合同总额", "total")


def test_a_finding_is_shown_in_its_cell() -> None:
    """Limits by level, functions below the levels, what is about nobody in the people."""

    def place(column: str, subject: str = "") -> TablePlace:
        problem = Problem("authority.x", where=Place(column=column, subject=subject))
        return table_place(FULL, problem)

    assert place("criteria[0].limits[1]") == (LIMITS, 0, 7)
    assert place("criteria[2].measure") == (LIMITS, 2, 2)
    assert place("criteria[0].consult[0]") == (LIMITS, 0, 8)
    assert place("functions[0]") == (ROLES, 2, -1)
    assert place("levels[1]") == (ROLES, 1, -1)
    assert place("flags[0].level") == (FLAGS, 0, 2)
    assert place("people[1].role") == (PEOPLE, 1, 2)
    assert place("absences[0]") == (ABSENCES, 0, -1)
    assert place("", "L2") == (PEOPLE, -1, -1)
    assert place("window") == (RULES, 0, -1)
    assert place("levels") == (LIMITS, -1, -1)
