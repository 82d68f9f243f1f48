"""Promises of what lines around the rows say of all of them."""

from __future__ import annotations

from pricing.bill_reading.bill_context import BillContext, context_of, with_line
from tests.pricing.bill_reading.tables import WORDS


def test_a_title_tells_month_account_and_holder() -> None:
    """In one cell or in two."""
    lines = [
        (1, ["中国某通信公司 电话费账单"]),
        (2, ["户名:幼苗幼儿园  账号:65550101", "", "账期", "2026年8月"]),
    ]
    context = context_of(lines, "Sheet1", "x.xlsx", WORDS)
    assert (context.account, context.holder, context.month, context.year) == (
        "65550101",
        "幼苗幼儿园",
        "2026-08",
        "2026",
    )


def test_the_month_of_the_title_comes_before_sheet_and_file() -> None:
    """And a day of printing is no month."""
    printed = [(1, ["打印日期:2026-09-05"])]
    assert context_of([(1, ["2026年8月账单"])], "9月", "202610.csv", WORDS).month == "2026-08"
    assert context_of(printed, "9月", "202610.csv", WORDS).month == "2026-09"
    assert context_of(printed, "Sheet1", "202610.csv", WORDS).month == "2026-10"


def test_a_line_between_rows_changes_what_follows() -> None:
    """A month alone, or a number behind its name; others change nothing."""
    context = BillContext(account="1", month="2026-05", year="2026")
    assert with_line(context, 7, ["6月"], WORDS).month == "2026-06"
    assert with_line(context, 7, ["号码:65550102"], WORDS).account == "65550102"
    assert with_line(context, 7, ["谢谢惠顾"], WORDS) == context


def test_totals_in_sentences_are_kept_for_checking() -> None:
    """With their row."""
    assert with_line(BillContext(), 9, ["合计金额:752.00元"], WORDS).stated == ((9, "752.00元"),)
