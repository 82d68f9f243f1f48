"""Promises of reading rows of bills: every amount, and a reason for every row that is not read."""

from __future__ import annotations

from itertools import permutations

import pytest

from pricing.bill_reading.bill_collecting import collect_figures
from pricing.bill_reading.bill_rows import yuan
from tests.pricing.bill_reading.tables import figures, one_line, read, told

LONG = """
幼苗幼儿园 2026年话费明细
号码|户名|账期|费用项|金额(元)
65550101|幼苗幼儿园|202605|月租费|100.00
|||长途费|66.30
||小计||166.30
65550101|幼苗幼儿园|6月|优惠|(1.30)
65550101|幼苗幼儿园|6月|长途费|六十
65550101|幼苗幼儿园|2026-13|长途费|6.00
65550101|幼苗幼儿园|6月|市话费|
合计||||200.00
注:以上金额含税
"""


def test_a_row_a_charge_is_read_and_the_rest_has_reasons() -> None:
    """Numbers are filled down and told, totals checked, three rows rejected."""
    result = read(LONG)
    assert figures(result) == [
        ("65550101", "2026-05", "月租费", 10000),
        ("65550101", "2026-05", "长途费", 6630),
        ("65550101", "2026-06", "优惠", -130),
    ]
    assert told(result) == [
        ("cell.not_a_price", 7),
        ("bill.month_wrong", 8),
        ("bill.amount_missing", 9),
        ("bill.filled_down", 4),
        ("bill.totals_aside", 5),
        ("import.note_aside", 11),
    ]
    assert (result.rows, result.rejected) == (6, 3)
    assert result.holders == {"65550101": ("幼苗幼儿园",)}


def test_totals_are_held_against_the_sums_and_never_added() -> None:
    """The subtotal is right, the total 35.00 more than what could be read."""
    checks = read(LONG).totals
    assert [(one.label, one.row, one.difference) for one in checks] == [
        ("小计", 5, 0),
        ("合计", 10, 3500),
    ]


def test_a_column_a_charge_is_checked_across() -> None:
    """A row whose charges do not come to its total is told and read."""
    result = read("号码|账期|月租费|长途费|合计\n65550101|202605|100.00|66.30|166.35")
    assert [amount for *_, amount in figures(result)] == [10000, 6630]
    (problem,) = result.problems
    assert problem.code == "bill.row_differs"
    assert problem.parameters["difference"] == "0.05"
    assert result.rejected == 0


def test_sections_name_account_and_month_of_the_rows_below() -> None:
    """A printed report: a title, its rows, the next title."""
    result = read(
        "电话费账单\n号码:65550101|账期:2026年5月\n费用项|金额\n月租费|25.00\n长途费|1.00\n"
        "号码:65550102\n费用项|金额\n月租费|26.00\n"
    )
    assert figures(result) == [
        ("65550101", "2026-05", "月租费", 2500),
        ("65550101", "2026-05", "长途费", 100),
        ("65550102", "2026-05", "月租费", 2600),
    ]


def test_what_is_part_of_another_charge_is_watched() -> None:
    """In a row as in a column."""
    result = read(
        "号码|账期|费用项|金额\n65550101|202605|通信费|531.16\n65550101|202605|其中:长途费|411.16"
    )
    assert [one_line(figure)[2:] for figure in result.figures] == [
        ("通信费", 53116, None, False),
        ("长途费", 41116, None, True),
    ]


def test_a_month_nobody_tells_is_a_reason() -> None:
    """Nothing is read under a month that is guessed."""
    result = read("号码|费用项|金额\n65550101|月租费|25.00")
    assert result.figures == ()
    assert told(result) == [("bill.month_missing", 2)]


def test_a_total_in_a_sentence_is_checked() -> None:
    """Below the table as well."""
    result = read("号码|账期|费用项|金额\n65550101|202605|月租费|25.00\n合计金额:25.50元")
    assert [(one.stated, one.summed) for one in result.totals] == [(2550, 2500)]


def test_discounts_come_off_where_the_totals_say_so() -> None:
    """With a plus or a minus in front; beside totals without them they are not read."""
    wide = "号码|账期|月租费|优惠|合计\n65550101|202605|25.00|{}|{}"
    assert [amount for *_, amount in figures(read(wide.format("5.00", "20.00")))] == [2500, -500]
    assert [amount for *_, amount in figures(read(wide.format("-5.00", "20.00")))] == [2500, -500]
    assert [amount for *_, amount in figures(read(wide.format("5.00", "25.00")))] == [2500]


COLUMNS = {
    "业务号码": ("65550101", "65550102"),
    "客户名称": ("甲公司", "甲公司"),
    "账期": ("2026年5月", "2026年5月"),
    "费用项": ("月租费", "长途费"),
    "金额\u3000(元)": ("1,025.00", "(0.30)"),
    "时长": ("", "221分钟"),
}


@pytest.mark.parametrize("order", [*permutations(COLUMNS)][::17])
def test_columns_may_stand_in_any_order(order: tuple[str, ...]) -> None:
    """Forty-three orders of six columns say the same."""
    lines = ["|".join(order), *("|".join(COLUMNS[name][n] for name in order) for n in (0, 1))]
    result = read("\n".join(lines))
    assert [one_line(figure) for figure in result.figures] == [
        ("65550101", "2026-05", "月租费", 102500, None, False),
        ("65550102", "2026-05", "长途费", -30, 221, False),
    ]
    assert result.problems == ()


@pytest.mark.parametrize(
    ("text", "file", "sheet"),
    [
        ("账期|月租费|长途费\n202605|25.00|1.00", "账单.xlsx", "65550101"),
        ("账期|月租费|长途费\n202605|25.00|1.00", "bill_65550101_20260601.csv", ""),
        ("号码:65550101\n账期|月租费|长途费\n202605|25.00|1.00", "账单.xlsx", "Sheet1"),
        ("电话:65550101\n项目\n费用项|2026年5月\n月租费|25.00\n长途费|1.00", "x.csv", ""),
    ],
)
def test_a_sheet_or_a_file_may_be_of_one_number(text: str, file: str, sheet: str) -> None:
    """Its name, or a line above, says whose it is."""
    assert figures(read(text, file, sheet)) == [
        ("65550101", "2026-05", "月租费", 2500),
        ("65550101", "2026-05", "长途费", 100),
    ]


def test_a_row_may_head_the_charges_of_its_number() -> None:
    """With their sum, which is checked; captions with values above are no headings."""
    result = read(
        "客户名称|某公司||账单周期|2026-08-01至2026-08-31\n产品号码|费用项|金额(元)\n"
        "65550101||57.00\n|月租费|25.00\n|长途费|32.00\n应付总额||57.00"
    )
    assert figures(result) == [
        ("65550101", "2026-08", "费用合计", 5700),
        ("65550101", "2026-08", "月租费", 2500),
        ("65550101", "2026-08", "长途费", 3200),
    ]
    assert [check.difference for check in result.totals] == [0]
    collected = collect_figures(result)
    assert [figure.amount for figure in collected.figures.values()] == [2500, 3200]
    assert [check.difference for check in collected.totals] == [0]


def test_the_year_may_stand_in_a_column_of_its_own() -> None:
    """Then the month is a number."""
    result = read("年份|月份|号码|金额\n2026|5|65550101|40.00\n2025|12|65550101|41.00")
    assert [figure.month for figure in result.figures] == ["2026-05", "2025-12"]


def test_bills_of_the_whole_customer_name_no_number() -> None:
    """As an account manager writes them down."""
    result = read("月份|月租|来显|市话|长途|合计\n2026-05|100.00|24.00|322.30|66.30|512.60")
    assert figures(result) == [
        ("", "2026-05", "月租", 10000),
        ("", "2026-05", "来显", 2400),
        ("", "2026-05", "市话", 32230),
        ("", "2026-05", "长途", 6630),
    ]
    assert result.problems == ()


def test_amounts_in_findings_have_two_decimals() -> None:
    """Also below zero."""
    assert (yuan(-5), yuan(123450)) == ("-0.05", "1234.50")
