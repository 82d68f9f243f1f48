"""Workbooks become rows of text; whatever other readers hide is a marked fault."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import FileUnreadable
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.table_file import FaultyCell, Row, Sheet
from app.storage.foreign.workbook import read_xlsx
from tests.app.storage.foreign.office_files import (
    packed,
    shared_texts,
    sheet,
    styles,
    workbook,
    workbook_parts,
)

if TYPE_CHECKING:
    from app.storage.foreign.table_file import Cell


def _read(data: bytes) -> Sheet:
    return read_xlsx("价格.xlsx", data, LIMITS).sheets[0]


def _cells(rows: str, **more: str) -> list[Cell]:
    return [cell for row in _read(workbook(rows, **more)).rows for cell in row.cells]


def _one(cell: str, **more: str) -> Cell:
    (found,) = _cells(f'<row r="1">{cell}</row>', **more)
    return found


def _fault_of(data: bytes) -> str:
    with pytest.raises(FileUnreadable) as refusal:
        _read(data)
    return refusal.value.finding.code


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1"><v>25</v></c>', "25"),
        ('<c r="A1"><v>3.5299999999999998E-2</v></c>', "0.0353"),
        ('<c r="A1" s="1"><v>25</v></c>', "25.00"),
        ('<c r="A1" s="2"><v>0.09</v></c>', "9%"),
        ('<c r="A1" s="3"><v>46027</v></c>', "2026-01-05"),
        ('<c r="A1" s="99"><v>25</v></c>', "25"),
        ('<c r="A1" t="s"><v>0</v></c>', "云专线"),
        ('<c r="A1" t="s"><v>1</v></c>', "云 专线"),
        ('<c r="A1" t="s"><v>2</v></c>', "北京"),
        ('<c r="A1" t="s"><v>3</v></c>', "行\r尾 _x0041"),
        ('<c r="A1" t="inlineStr"><is><t>甲&amp;乙</t></is></c>', "甲&乙"),
        ('<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', "甲乙"),
        ('<c r="A1" t="str"><f>A2</f><v>甲</v></c>', "甲"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="d"><v>2026-01-05T00:00:00</v></c>', "2026-01-05"),
        ("<c><v>7</v></c>", "7"),
    ],
)
def test_a_cell_is_delivered_as_its_user_sees_it(cell: str, text: str) -> None:
    """Numbers exact, dates as ISO text, texts whole and without readings of characters."""
    texts = shared_texts(
        "<t>云专线</t>",
        '<r><t xml:space="preserve">云 </t></r><r><t>专线</t></r>',
        "<t>北京</t><rPh sb='0' eb='2'><t>ベイジン</t></rPh>",
        "<t>行_x000D_尾 _x005F_x0041</t>",
    )
    shown = _one(cell, texts=texts, styles=styles("0.00", "0%", "yyyy/m/d"))
    assert shown == text


@pytest.mark.parametrize(
    ("cell", "code", "text"),
    [
        ('<c r="A1" t="e"><v>#REF!</v></c>', "cell.error_value", "#REF!"),
        ('<c r="A1" t="e"><f>B9</f><v>#N/A</v></c>', "cell.error_value", "#N/A"),
        ('<c r="A1"><f>B2*2</f></c>', "cell.formula_without_value", ""),
        ('<c r="A1"><f>B2*2</f><v></v></c>', "cell.formula_without_value", ""),
        ('<c r="A1" t="str"><f>B2</f></c>', "cell.formula_without_value", ""),
        ('<c r="A1"><v>NaN</v></c>', "cell.not_a_number", "NaN"),
        ('<c r="A1"><v>INF</v></c>', "cell.not_a_number", "INF"),
        ('<c r="A1"><v>1E+400</v></c>', "cell.not_a_number", "1E+400"),
        ('<c r="A1"><v>1_0</v></c>', "cell.not_a_number", "1_0"),
        ('<c r="A1"><v>١٢</v></c>', "cell.not_a_number", "١٢"),
        ('<c r="A1"><v>110101199003071234</v></c>', "cell.digits_lost", "110101199003071234"),
        ('<c r="A1" s="1"><v>-3</v></c>', "cell.impossible_date", "-3"),
        ('<c r="A1" t="s"><v>-1</v></c>', "cell.damaged", "-1"),
        ('<c r="A1" t="s"><v>1</v></c>', "cell.damaged", "1"),
        ('<c r="A1" t="b"><v>x</v></c>', "cell.damaged", "x"),
        ('<c r="A1" t="zz"><v>x</v></c>', "cell.damaged", "x"),
    ],
)
def test_a_cell_that_cannot_be_trusted_is_a_fault_and_never_text(
    cell: str, code: str, text: str
) -> None:
    """Other readers give nothing, zero, the last text of the table, or not-a-number here."""
    shown = _one(cell, texts=shared_texts("<t>云专线</t>"), styles=styles("yyyy/m/d"))
    assert shown == FaultyCell(1, 1, code, text)


def test_a_formula_that_shows_nothing_is_empty_and_no_fault() -> None:
    """Its stored result is the empty text."""
    assert _cells('<row r="1"><c r="A1" t="str"><f>IF(1,"","")</f><v></v></c></row>') == []


def test_rows_and_columns_are_numbered_as_the_spreadsheet_shows_them() -> None:
    """Gaps are kept, trailing empty cells and empty rows are not."""
    rows = (
        '<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c><c r="E3" s="1"/></row>'
        '<row r="7" hidden="1"><c r="A7"><v>3</v></c></row><row r="9"/>'
    )
    assert _read(workbook(rows)).rows == (
        Row(3, ("", "1", "", "2")),
        Row(7, ("3",), hidden=True),
    )


def test_a_wrong_dimension_hides_nothing() -> None:
    """The part says that only A1 is used."""
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    part = sheet(rows, before='<dimension ref="A1"/>')
    assert _read(workbook(sheet=part)).rows == (Row(1, ("1", "2")),)


def test_rows_out_of_order_are_put_in_order() -> None:
    """Other readers lose the heading."""
    rows = '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    assert [row.number for row in _read(workbook(rows)).rows] == [1, 2]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
            "row_twice",
        ),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "cell_twice"),
        ('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "cell_twice"),
        ('<row r="1"><c r="A2"><v>1</v></c></row>', "no_such_place"),
        ('<row r="1"><c r="AAAA1"><v>1</v></c></row>', "no_such_place"),
        ('<row r="0"><c r="A0"><v>1</v></c></row>', "no_such_place"),
        ('<row r="x"><c r="A1"><v>1</v></c></row>', "no_such_place"),
        ('<row r="1"><c r="ZZZ1"><v>1</v></c></row>', "sheet_too_wide"),
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "too_many_rows"),
    ],
)
def test_a_sheet_that_contradicts_itself_is_unreadable(rows: str, code: str) -> None:
    """Two values for one place, a cell of another row, places beyond the limits."""
    assert _fault_of(workbook(rows)) == f"file.{code}"


def test_broken_packages_are_unreadable() -> None:
    """A missing sheet, broken XML, a cut-off archive."""
    parts = workbook_parts()
    missing = {name: part for name, part in parts.items() if "sheet1" not in name}
    assert _fault_of(packed(missing)) == "file.part_missing"
    assert _fault_of(packed({**parts, "xl/worksheets/sheet1.xml": "<worksheet>"})) == "file.damaged"
    assert _fault_of(packed(parts)[:-40]) == "file.damaged"


def test_hidden_things_are_flagged() -> None:
    """Sheet, row and columns; merged ranges are listed."""
    part = sheet(
        '<row r="1" hidden="true"><c r="A1"><v>1</v></c></row>',
        before='<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>',
        after='<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    )
    found = _read(workbook(sheet=part, state="hidden"))
    assert found == Sheet("价格", (Row(1, ("1",), hidden=True),), True, (2, 3), ("A1:C1",))


def test_prefixed_elements_are_read_alike() -> None:
    """Some producers write a prefix before every element."""
    part = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>')
    for name in ("worksheet", "sheetData", "row", "c", "is", "t"):
        part = part.replace(f"<{name}", f"<x:{name}").replace(f"</{name}>", f"</x:{name}>")
    part = part.replace("xmlns=", "xmlns:x=").replace("x:c ", "x:c ")
    assert _read(workbook(sheet=part)).rows == (Row(1, ("甲",)),)


def test_the_calendar_of_1904_is_honoured() -> None:
    """The workbook says so in its properties."""
    cell = '<row r="1"><c r="A1" s="1"><v>44565</v></c></row>'
    more = {"styles": styles("yyyy/m/d"), "properties": 'date1904="1"'}
    assert _cells(cell, **more) == ["2026-01-05"]


_Value = bool | int | Decimal | date | str | None
_VALUES: st.SearchStrategy[_Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(10**14), max_value=10**14),
    st.decimals(min_value=-(10**8), max_value=10**8, places=4, allow_nan=False),
    st.dates(min_value=date(1900, 3, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=20),
)


def _expected(value: _Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        text = format(value, "f").rstrip("0").rstrip(".")
        return "0" if text in ("-0", "") else text
    return value.isoformat() if isinstance(value, date) else str(value)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_VALUES, max_size=6), max_size=6))
def test_what_a_library_writes_is_read_back_exactly(table: list[list[_Value]]) -> None:
    """An independent writer; texts that look like formulas are written as texts."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row, values in enumerate(table, 1):
        for column, value in enumerate(values, 1):
            cell = page.cell(row, column, value)
            if isinstance(value, str) and value:
                cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    found = {
        (row.number, column): text
        for row in _read(stream.getvalue()).rows
        for column, text in enumerate(row.cells, 1)
        if text != ""
    }
    wanted = {
        (row, column): _expected(value)
        for row, values in enumerate(table, 1)
        for column, value in enumerate(values, 1)
        if _expected(value)
    }
    assert found == wanted
