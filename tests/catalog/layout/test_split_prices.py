"""A row with a one-time price and a monthly one becomes two charges of one offering."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.layout.known_fields import with_known
from catalog.layout.mapped_rows import MappedRows, mapped_rows, relabelled
from catalog.layout.mapping import ColumnMapping, propose_mapping
from catalog.layout.split_prices import fills_split, settled
from catalog.layout.survey import survey_sheets
from catalog.layout.tables import find_tables
from catalog.reading import read_charges
from tests.catalog.layout.sheets import WORDS, sheet

HEADING = "编码|产品名称|单位|一次性费用(元)|月租(元/月)|一次性成本|月成本|定价方式|税率"


def mapping_of(*lines: str, merged: tuple[str, ...] = ()) -> ColumnMapping:
    """What is proposed for the only table."""
    (table,) = find_tables(sheet(*lines, merged=merged), WORDS).tables
    return propose_mapping(table, WORDS).mapping


def read(*lines: str) -> MappedRows:
    """The rows of the only table by the proposed mapping."""
    grid = sheet(*lines)
    (table,) = find_tables(grid, WORDS).tables
    return mapped_rows(grid, table, propose_mapping(table, WORDS).mapping, WORDS)


def test_each_price_of_a_row_becomes_a_charge_of_its_offering() -> None:
    """With code, name, type, period and cost of its own, and what they share."""
    found = read(HEADING, "NET|宽带|条|300|1,080|50|200|市场价|9%")
    assert [(row.number, row.variant) for row in found.rows] == [(2, "once"), (2, "month")]
    once, month = (row.cells for row in found.rows)
    assert (once["code"], once["name_zh"], once["offering_zh"]) == (
        "NET.INST",
        "宽带 一次性费用",
        "宽带",
    )
    assert (once["charge_type"], once["billing_period"]) == ("one_time", "once")
    assert (once["list_price_cny"], once["cost_cny"]) == ("300", "50")
    assert (month["code"], month["name_zh"]) == ("NET.RENT", "宽带 月租")
    assert (month["charge_type"], month["billing_period"]) == ("recurring", "month")
    assert (month["list_price_cny"], month["cost_cny"]) == ("1,080元", "200")
    assert once["unit"] == month["unit"] == "条"
    (hint,) = [p for p in found.problems if p.code == "import.prices_split"]
    assert hint.parameters == {"columns": "D 一次性费用(元), E 月租(元/月)", "count": "2"}


@pytest.mark.parametrize("dash", ["", "-", "—", "/", "无"])
def test_a_cell_without_a_price_is_no_charge(dash: str) -> None:
    """Whoever sells it without installation writes a dash."""
    (row,) = read(HEADING, f"NET|宽带|条|{dash}|80|5|20|市场价|9%").rows
    assert (row.cells["code"], row.cells["list_price_cny"]) == ("NET.RENT", "80")


def test_a_price_of_nothing_is_a_charge_for_nothing() -> None:
    """Zero was written, so zero is promised."""
    once, _month = read(HEADING, "NET|宽带|条|0|80|0|20|市场价|9%").rows
    assert once.cells["list_price_cny"] == "0"


def test_a_row_without_any_price_is_one_finding() -> None:
    """Told once, at the first of its prices."""
    found = read(HEADING, "NET|宽带|条||-|5|20|市场价|9%")
    _, problems = read_charges(found.rows, (), date(2026, 11, 23))
    missing = [p for p in relabelled(problems, found.labels) if p.code == "import.price_missing"]
    assert [(p.where.row, p.where.column) for p in missing] == [(2, "D 一次性费用(元)")]


def test_a_wrong_price_is_told_at_its_own_column() -> None:
    """Of two in a row."""
    found = read(HEADING, "NET|宽带|条|300|面议|50|200|市场价|9%")
    _, problems = read_charges(found.rows, (), date(2026, 11, 23))
    wrong = [p for p in relabelled(problems, found.labels) if p.code == "cell.not_a_price"]
    assert [(p.where.row, p.where.column) for p in wrong] == [(2, "E 月租(元/月)")]


def test_prices_below_headings_of_periods_are_understood() -> None:
    """月租 above 标准资费 and 成本."""
    mapping = mapping_of(
        "编码|产品名称|一次性费用||月租|",
        "||标准资费|成本|标准资费|成本",
        "NET|宽带|300|50|80|20",
        merged=("A1:A2", "B1:B2", "C1:D1", "E1:F1"),
    )
    assert mapping.columns == {
        "code": 0,
        "offering_zh": 1,
        "list_price_cny.once": 2,
        "cost_cny.once": 3,
        "list_price_cny.month": 4,
        "cost_cny.month": 5,
    }


def test_a_single_price_in_a_list_with_types_is_the_price_as_such() -> None:
    """Its heading may say monthly; the column of types decides."""
    mapping = mapping_of("编码|名称|收费类型|月租", "A.R|甲|月租|9")
    assert mapping.columns["list_price_cny"] == 3
    assert "list_price_cny.month" not in mapping.columns


def test_a_price_as_such_leaves_no_room_for_others() -> None:
    """Which of them is meant a person must say."""
    mapping = mapping_of("编码|名称|单价|安装费", "A.R|甲|9|80")
    assert mapping.columns == {"code": 0, "name_zh": 1, "list_price_cny": 2}


def test_a_cost_that_names_no_price_belongs_to_none_of_several() -> None:
    """It is left aside, which is told, and not counted twice."""
    assert settled(
        {"cost_cny": 3, "list_price_cny.once": 1, "list_price_cny.month": 2, "code": 0}
    ) == {"code": 0, "list_price_cny.once": 1, "list_price_cny.month": 2}


def test_costs_are_filled_when_every_price_has_one() -> None:
    """By column or by the same text for every row."""
    columns = {"list_price_cny.once": 1, "list_price_cny.month": 2, "cost_cny.month": 3}
    assert not fills_split("cost_cny", columns, {})
    assert fills_split("cost_cny", columns, {"cost_cny.once": "0"})
    assert fills_split("charge_type", columns, {})
    assert not fills_split("charge_type", {"cost_cny.month": 3}, {})


def test_months_and_years_side_by_side_have_codes_of_their_own() -> None:
    """Both are recurring."""
    rows = read("编码|产品名称|月租|年费", "NET|宽带|80|800").rows
    assert [row.cells["code"] for row in rows] == ["NET.RENT", "NET.YEAR"]


def test_such_a_table_is_chosen_by_itself() -> None:
    """It names codes and prices."""
    lines = ("编码|产品名称|安装费|月租", "NET|宽带|300|80")
    (one, notes) = survey_sheets(
        [sheet(*lines), sheet("编码|名称|单位", "A.R|甲|条")], WORDS, {}
    ).tables
    assert (one.chosen, notes.chosen) == (True, False)


def test_what_no_column_says_comes_from_the_catalogue_by_the_code_of_the_charge() -> None:
    """Without a catalogue it stays open."""
    found = read("编码|一次性费用|月租", "NET|300|80")
    known = with_known(found.rows, mapping_of("编码|一次性费用|月租", "NET|300|80"), None, date.min)
    assert [row.variant for row in known.rows] == ["once", "month"]
    assert "name_zh" not in known.rows[0].cells
