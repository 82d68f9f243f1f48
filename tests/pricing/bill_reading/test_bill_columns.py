"""Promises of looking cells up by what their columns mean."""

from __future__ import annotations

from pricing.bill_reading.bill_columns import plain_text
from tests.pricing.bill_reading.tables import one_line, read


def test_texts_lose_what_only_typography_knows() -> None:
    """Full width and spaces, and the mark that keeps a number a text."""
    assert plain_text(" 65550101 ") == "65550101"
    assert plain_text("\uff16\uff15　55") == "65 55"
    assert plain_text("幼苗 幼儿园 ") == "幼苗 幼儿园"


def test_usage_beside_an_amount_belongs_to_it() -> None:
    """By the sort of spend in wide tables, in its own unit."""
    result = read(
        "号码|账期|市话费|长途费|长途时长(秒)|市话时长(分钟)\n65550101|202605|322.30|66.30|13260|2930"
    )
    assert [one_line(figure) for figure in result.figures] == [
        ("65550101", "2026-05", "市话费", 32230, 2930, False),
        ("65550101", "2026-05", "长途费", 6630, 221, False),
    ]


def test_a_row_may_tell_the_unit_of_its_usage() -> None:
    """In a column of its own."""
    result = read("号码|账期|费用项|金额|用量|单位\n65550101|202605|流量费|5.00|1.5|GB")
    assert result.figures[0].usage == 1536
