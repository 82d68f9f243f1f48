"""Rows become fields; totals, notes, hidden rows and unused columns are told, never lost."""

from __future__ import annotations

import msgspec

from catalog.layout.grid import Grid, GridFault
from catalog.layout.mapped_rows import MappedRows, mapped_rows, relabelled, row_list
from catalog.layout.mapping import ColumnMapping, propose_mapping
from catalog.layout.tables import find_tables
from catalog.problem import Place, Problem
from tests.catalog.layout.sheets import WORDS, sheet

HEADING = "编码|名称|类型|单价(元)|税率(%)|备注"


def read(grid: Grid, **changes: object) -> MappedRows:
    """The only table by its proposed mapping, changed."""
    (table,) = find_tables(grid, WORDS).tables
    mapping = propose_mapping(table, WORDS).mapping
    changed: ColumnMapping = msgspec.structs.replace(mapping, **changes)
    return mapped_rows(grid, table, changed, WORDS)


def told(found: MappedRows) -> list[tuple[str, int, str]]:
    """Code, row and column of each finding."""
    return [(p.code, p.where.row, p.where.column) for p in found.problems]


def test_words_and_units_become_those_of_our_own_format() -> None:
    """The heading says percent and yuan, so 9 is 9% and 12,880 is no decimal comma."""
    (row,) = read(sheet(HEADING, "A.R|甲|月租|12,880|9|")).rows
    assert row.number == 2
    assert row.cells["charge_type"] == "recurring"
    assert row.cells["list_price_cny"] == "12,880元"
    assert row.cells["vat_rate"] == "9%"


def test_totals_notes_and_titles_are_left_aside_and_told() -> None:
    """Each with its rows."""
    grid = sheet(
        HEADING,
        "一、语音|||||",
        "A.R|甲|月租|1|9|",
        "小计|||1||",
        "B.R|乙|月租|2|9|",
        "|合计||3||",
        "注:价格含税|||||",
    )
    found = read(grid)
    assert [row.cells["code"] for row in found.rows] == ["A.R", "B.R"]
    assert told(found) == [("import.note_aside", 2, ""), ("import.total_aside", 4, "")]
    assert [p.parameters["rows"] for p in found.problems] == ["2, 7", "4, 6"]


def test_a_row_with_a_code_or_a_price_is_a_charge_however_empty() -> None:
    """What it lacks is told by reading."""
    found = read(sheet(HEADING, "A.R|||||", "|||12.50||", "B.R|乙|月租|2|9|"))
    assert [row.number for row in found.rows] == [2, 3, 4]


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    """Never silently, neither in nor out."""
    grid = sheet(HEADING, "A.R|甲|月租|1|9|", "B.R|乙|月租|2|9|", hidden=(3,), hidden_columns=(4,))
    found = read(grid)
    assert len(found.rows) == 2
    assert told(found) == [("import.hidden_rows", 3, ""), ("import.hidden_column", 0, "D 单价(元)")]


def test_a_column_that_is_not_read_is_told_when_it_holds_something() -> None:
    """An empty one is not."""
    assert told(read(sheet(HEADING, "A.R|甲|月租|1|9|促销"))) == [
        ("import.column_unused", 0, "F 备注")
    ]
    assert told(read(sheet(HEADING, "A.R|甲|月租|1|9|"))) == []


def test_faulty_cells_are_told_by_row_and_column_where_they_are_read() -> None:
    """A faulty remark, and one in a row of totals, harm nothing."""
    error = GridFault("cell.error_value", "#REF!")
    grid = sheet(
        HEADING,
        "A.R|甲|月租||9|",
        "合计|||||",
        faults={(2, 4): error, (2, 6): error, (3, 4): error},
    )
    found = read(grid)
    assert ("cell.error_value", 2, "D 单价(元)") in told(found)
    assert [p.code for p in found.problems].count("cell.error_value") == 1


def test_constants_rules_and_cells_above_fill_what_is_empty() -> None:
    """A cell that is there goes first."""
    grid = sheet("编码|产品名称|收费类型|单价", "LINE|固话|月租|25", "LINE||一次性|100")
    found = read(grid, constants={"unit": "线", "code": "X"}, fill_down=("offering_zh",))
    assert [row.cells["unit"] for row in found.rows] == ["线", "线"]
    assert [row.cells["code"] for row in found.rows] == ["LINE.RENT", "LINE.INST"]
    assert [row.cells["name_zh"] for row in found.rows] == ["固话", "固话"]
    assert [row.cells["billing_period"] for row in found.rows] == ["month", "once"]


def test_lists_are_separated_as_our_own_format_does() -> None:
    """Whatever stands between the values."""
    grid = sheet("编码|单价|客户群|依赖|互斥", "A.R|1|中小企业、集团|B,C|D、E")
    (row,) = read(grid).rows
    assert (row.cells["segment"], row.cells["requires"], row.cells["excludes"]) == (
        "SMB;GROUP",
        "B|C",
        "D;E",
    )


def test_findings_are_relabelled_with_letters_and_heading() -> None:
    """Fields without a column keep their name."""
    problems = [Problem("x", where=Place(column=name)) for name in ("code", "unit")]
    named = relabelled(problems, {"code": "A 编码"})
    assert [problem.where.column for problem in named] == ["A 编码", "unit"]


def test_row_numbers_are_told_in_runs() -> None:
    """In order, whatever order they come in."""
    assert row_list([9, 3, 7, 8]) == "3, 7-9"
    assert row_list([]) == ""
