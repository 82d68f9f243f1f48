"""Needs go to a table and come back; every cell has one reading or a reason."""

from __future__ import annotations

from datetime import date

from app.quoting.need_edits import set_needs_with_facts
from app.quoting.need_sheet import need_rows, read_needs
from app.quoting.quote import NeedFact, NeedMet, NeedPriority
from tests.builders import a_quote, an_item

WORDS = {"1": "高", "2": "中", "3": "低"}
SOLD = {"b02": "B02", "商贸直通车": "B02", "pstn": "PSTN"}
FULL = NeedFact("不断网", NeedPriority.HIGH, "陈经理", date(2026, 12, 20), "上月断了两次")


def test_what_is_written_is_read_again() -> None:
    """Needs of which nothing is known besides leave nothing behind."""
    quote = set_needs_with_facts(
        a_quote(an_item("B02")), (FULL, NeedFact("省钱")), (NeedMet("不断网", "B02"),)
    )
    assert quote.needs == ("不断网", "省钱")
    assert quote.need_facts == (FULL,)
    rows = need_rows(quote, WORDS)
    assert rows == (
        ("不断网", "高", "陈经理", "2026-12-20", "上月断了两次", "B02"),
        ("省钱", "中", "", "", "", ""),
    )
    (facts, met), wrong = read_needs(rows, WORDS, SOLD)
    assert wrong == ()
    assert set_needs_with_facts(quote, facts, met) == quote


def test_answers_are_named_by_code_or_name_each_once() -> None:
    """A priority by its number; a row of nothing does not count."""
    rows = (("甲", "3", "", "", "", "商贸 直通车，B02、pstn"), ("",) * 6, ("乙",))
    (facts, met), wrong = read_needs(rows, WORDS, SOLD)
    assert wrong == ()
    assert [(one.need, one.priority) for one in facts] == [("甲", 3), ("乙", 2)]
    assert met == (NeedMet("甲", "B02"), NeedMet("甲", "PSTN"))


def test_every_cell_without_a_reading_is_told() -> None:
    """With its row and column."""
    rows = (
        ("甲",),
        ("甲", "急", "", "明天", "", "ADSL9"),
        ("", "高", "", "", "", ""),
    )
    _, wrong = read_needs(rows, WORDS, SOLD)
    assert [(one.row, one.column, one.code) for one in wrong] == [
        (1, "need", "needs.need_twice"),
        (1, "priority", "customer.word_unknown"),
        (1, "due", "cell.unknown_date"),
        (1, "answers", "needs.not_quoted"),
        (2, "need", "customer.cell_missing"),
    ]
