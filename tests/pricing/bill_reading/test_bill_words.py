"""Promises of the words of bills: headings, sorts of spend, units, totals."""

from __future__ import annotations

import pytest

from pricing.bill_reading.bill_words import is_figure, usage_unit
from tests.pricing.bill_reading.tables import WORDS


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("业务号码", "number"),
        ("合同号", "account"),
        ("计费月份", "month"),
        ("费用科目", "component"),
        ("金额(元)", "gross_amount"),
        ("实收金额", "amount"),
        ("金额(不含税)", ""),
        ("长途费(元)", "part 长途费"),
        ("费用明细 / 月租费", "part 月租费"),
        ("长途时长(分钟)", "usage of long_distance"),
        ("202608", "in month 202608"),
        ("2026年8月 / 月租费", "in month 2026年8月 part 月租费"),
        ("其中:长途费", "contained 其中长途费"),
        ("神秘", ""),
    ],
)
def test_headings_mean_what_they_say(heading: str, field: str) -> None:
    """An unknown remark in brackets leaves a heading unknown."""
    assert WORDS.field(heading) == field


def test_charges_belong_to_sorts_of_spend() -> None:
    """As the data file has it, also in English."""
    names = ("国内长途费", "月租", "ADSL", "短信费", "Local calls", "神秘费")
    assert [WORDS.kind(name) for name in names] == [
        "long_distance",
        "rent",
        "broadband",
        "value_added",
        "local",
        "",
    ]
    assert WORDS.usage_kind("市话时长(分钟)") == "local"


def test_units_stand_in_headings() -> None:
    """Fen or yuan, minutes or seconds; nothing where nothing is said."""
    assert [WORDS.amount_unit(text) for text in ("金额(分)", "金额(元)", "金额")] == [
        "fen",
        "yuan",
        "",
    ]
    assert [usage_unit(text) for text in ("时长(秒)", "流量(MB)", "用量")] == ["秒", "mb", ""]


def test_rows_of_totals_are_told_by_their_words() -> None:
    """A charge whose name ends in such a word is none."""
    texts = ("小计", "65550101 小计", "2026年5月合计", "月租费", "总计")
    assert [WORDS.adds_up(text) for text in texts] == [True, True, True, False, True]


def test_lines_between_rows_name_what_they_hold() -> None:
    """Number, holder and month in front of a colon; the total of a bill in a sentence."""
    assert WORDS.section("业务号码:65550101") == ("number", "65550101")
    assert WORDS.section("户名\uff1a幼苗幼儿园") == ("holder", "幼苗幼儿园")
    assert WORDS.section("备注:无") == ("", "无")
    assert WORDS.stated_total("合计金额(元):752.00") == "752.00"
    assert WORDS.stated_total("电话:65550101") == ""


def test_a_row_of_a_charge_and_a_month_is_no_heading() -> None:
    """It names fields as headings do, but nobody's number or amount."""
    assert not WORDS.heads({"in month 202608", "part 月租费"})
    assert WORDS.heads({"number", "part 月租费"})
    assert WORDS.heads({"month", "gross_amount"})


def test_figures_are_amounts_with_credits() -> None:
    """Brackets and a minus behind count."""
    texts = ("12.00", "(1.00)", "1.00-", "月租", "")
    assert [is_figure(text) for text in texts] == [True, True, True, False, False]
