"""Differences from an earlier revision: a sign, a word, both figures and the step between."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.approval.difference import Change, Row
from app.ui.presenting.revised import (
    revised_columns,
    revised_rows,
    revised_sentences,
    revised_summary,
    shown_differences,
)
from catalog.local_text import LocalText
from tests.app.ui.speaking import speaker

LINE = LocalText("电话", "line")
TOTAL = Row(Change.CHANGED, "total", LocalText(), "contract", "fen", 801_600, 775_552)
ROWS = (
    Row(Change.ADDED, "item", LINE, "", "count", None, 3),
    Row(Change.REMOVED, "item", LINE, "", "count", 2, None),
    Row(Change.CHANGED, "charge", LINE, "discount", "percent", Decimal(5), Decimal("2.5")),
    Row(Change.CHANGED, "term", LocalText(), "months", "months", 12, 24),
    Row(
        Change.CHANGED,
        "term",
        LocalText(),
        "valid_until",
        "date",
        date(2026, 12, 1),
        date(2026, 12, 8),
    ),
    TOTAL,
)


def test_each_row_says_what_happened_by_sign_and_word() -> None:
    """Not by a colour."""
    rows = revised_rows(speaker(), ROWS)
    assert [(row.icon, row.badge) for row in rows[:3]] == [
        ("plus", "added"),
        ("minus", "removed"),
        ("pencil", "changed"),
    ]


def test_each_row_has_both_figures_and_the_step() -> None:
    """Days have no step that says anything."""
    rows = revised_rows(speaker(), ROWS)
    assert [tuple(cell.text for cell in row.cells) for row in rows] == [
        ("–", "3", "+3"),
        ("2", "–", "−2"),
        ("5%", "2.5%", "−2.5%"),
        ("12 个月", "24 个月", "+12"),
        ("2026年12月1日", "2026年12月8日", ""),
        ("8,016.00", "7,755.52", "−260.48"),
    ]
    assert revised_columns(speaker(), "A")[1].title == "Revision A"


def test_the_line_above_counts_and_sentences_say_the_same() -> None:
    """One a line."""
    assert revised_summary(speaker(), ROWS) == "added 1 · removed 1 · changed 4"
    assert revised_summary(speaker(), ()) == "Nothing differs."
    told = revised_sentences(speaker(), ROWS).splitlines()
    assert len(told) == len(ROWS)
    assert "合同总额" in told[-1]
    assert "8,016.00 → 7,755.52" in told[-1]


def test_the_contract_total_is_not_told_twice() -> None:
    """Authority measures it too, in yuan; another value of its own is told."""
    name = LocalText("合同总额")
    same = Row(
        Change.CHANGED, "measure", name, "value", "yuan", Decimal("8016.00"), Decimal("7755.52")
    )
    other = Row(Change.CHANGED, "measure", name, "value", "yuan", Decimal(9000), Decimal("7755.52"))
    flag = Row(Change.ADDED, "measure", name, "", "yuan", None, Decimal(1))
    assert shown_differences((TOTAL, same, other, flag)) == (TOTAL, other, flag)
