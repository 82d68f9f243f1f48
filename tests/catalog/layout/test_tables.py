"""The tables of a sheet: one above the other, side by side, with repeated headings and merges."""

from __future__ import annotations

from catalog.layout.grid import GridFault
from catalog.layout.tables import find_tables
from tests.catalog.layout.sheets import WORDS, sheet

HEADING = "编码 | 名称 | 单价"


def test_two_tables_one_above_the_other_have_their_own_columns() -> None:
    """The second begins at its own headings."""
    grid = sheet(HEADING, "A.R | 甲 | 1", "", "名称 | 编码 | 单位 | 单价", "乙 | B.R | 条 | 2")
    first, second = find_tables(grid, WORDS).tables
    assert [row.number for row in first.rows] == [2]
    assert [column.heading for column in second.columns] == ["名称", "编码", "单位", "单价"]
    assert second.header_rows == (4,)
    assert [row.number for row in second.rows] == [5]


def test_two_tables_side_by_side_are_told_apart() -> None:
    """By an empty column, or by the first heading that comes again."""
    gap = sheet("编码|名称|单价||编码|名称|单价", "A.R|甲|1||B.R|乙|2")
    close = sheet("序号|编码|单价|序号|编码|单价", "1|A.R|1|1|B.R|2")
    for grid, columns in ((gap, ([1, 2, 3], [5, 6, 7])), (close, ([1, 2, 3], [4, 5, 6]))):
        found = find_tables(grid, WORDS).tables
        assert tuple([column.number for column in one.columns] for one in found) == columns


def test_an_empty_column_inside_a_table_cuts_nothing() -> None:
    """Its two halves name different fields."""
    (table,) = find_tables(sheet("编码|名称||单价|税率", "A.R|甲||1|9%"), WORDS).tables
    assert [column.number for column in table.columns] == [1, 2, 4, 5]


def test_headings_repeated_on_every_page_are_no_new_table() -> None:
    """Their rows are told, and the table goes on."""
    grid = sheet(HEADING, "A.R | 甲 | 1", HEADING, "B.R | 乙 | 2")
    (table,) = find_tables(grid, WORDS).tables
    assert [row.number for row in table.rows] == [2, 4]
    assert table.repeated == (3,)


def test_cells_merged_downwards_stand_in_every_row() -> None:
    """A product family written once beside its charges."""
    grid = sheet(
        "类别 | 编码 | 单价", "语音 | A.R | 1", " | B.R | 2", "数据 | C.R | 3", merged=("A2:A3",)
    )
    (table,) = find_tables(grid, WORDS).tables
    assert table.values(0) == ("语音", "语音", "数据")


def test_rows_above_that_may_be_charges_are_told() -> None:
    """A title is not; three cells or a figure may be."""
    grid = sheet("价目表", "X | 旧 | 5", HEADING, "A.R | 甲 | 1")
    assert find_tables(grid, WORDS).outside == (2,)


def test_amounts_in_another_unit_are_told_by_their_row() -> None:
    """A line above the table multiplies every price by ten thousand."""
    found = find_tables(sheet(" | | 单位:万元", HEADING, "A.R | 甲 | 1"), WORDS)
    assert (found.foreign_unit, found.unit_row) == ("万元", 1)


def test_a_row_of_nothing_but_a_faulty_cell_is_kept() -> None:
    """Its fault must be told."""
    grid = sheet(HEADING, " | | ", faults={(2, 3): GridFault("cell.error_value", "#REF!")})
    (table,) = find_tables(grid, WORDS).tables
    assert [row.number for row in table.rows] == [2]


def test_a_sheet_of_sentences_has_no_table() -> None:
    """Notes are not charges."""
    assert find_tables(sheet("本表说明", "价格均含税,自发布之日起执行。"), WORDS).tables == ()
