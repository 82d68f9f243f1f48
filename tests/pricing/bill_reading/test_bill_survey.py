"""Promises of looking through files of bills before anything is read."""

from __future__ import annotations

import msgspec

from pricing.bill_reading.bill_mapping import BillColumn
from pricing.bill_reading.bill_survey import survey_bills
from tests.pricing.bill_reading.tables import WORDS, figures, grid, read, surveyed

TABLE = "号码|费用项|金额\n65550101|月租费|25.00"


def test_a_sheet_a_month_takes_its_month_from_the_tab() -> None:
    """And the year from the file."""
    assert figures(read(TABLE, "2026年账单.xlsx", "8月")) == [
        ("65550101", "2026-08", "月租费", 2500)
    ]


def test_a_file_a_month_takes_its_month_from_its_name() -> None:
    """As billing systems name their exports."""
    assert figures(read(TABLE, "bill_202608.csv"))[0][1] == "2026-08"


def test_a_line_above_tells_that_amounts_are_in_fen() -> None:
    """Ten thousands cannot be converted without a person."""
    assert figures(read(f"账期:2026年8月\n单位:分\n{TABLE.replace('25.00', '2500')}"))[0][3] == 2500
    survey = survey_bills([grid(f"账期:2026年8月\n单位:万元\n{TABLE}")], WORDS, {})
    assert [problem.code for problem in survey.problems] == ["import.foreign_unit"]


def test_a_remembered_layout_is_used_again() -> None:
    """What a person confirmed stands, also for a column that was not understood."""
    (one,) = surveyed(TABLE.replace("金额", "Betrag"))
    assert one.unsure == (2,)
    columns = (BillColumn.NUMBER, BillColumn.COMPONENT, BillColumn.AMOUNT)
    mapping = msgspec.structs.replace(one.mapping, columns=columns)
    again = survey_bills(
        [grid(TABLE.replace("金额", "Betrag"), "202608.csv")], WORDS, {one.fingerprint: mapping}
    )
    assert (again.tables[0].remembered, again.tables[0].unsure) == (True, ())
    assert again.tables[0].read(WORDS).figures[0].amount == 2500


def test_hidden_sheets_and_sheets_without_bills_are_told() -> None:
    """Neither is read without a word."""
    hidden = msgspec.structs.replace(grid(TABLE), hidden=True)
    survey = survey_bills([hidden, grid("说明\n本表由系统生成")], WORDS, {})
    assert [one.chosen for one in survey.tables] == [False]
    assert {problem.code for problem in survey.problems} == {
        "bill.table_left_out",
        "bill.sheet_left_out",
    }
