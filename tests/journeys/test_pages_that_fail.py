"""A page whose data cannot be read says so, offers to read again, and then shows them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

TOLD = "无法读取本页"


def rename(profile: Path, before: str, after: str) -> None:
    """Take a table of the database away, or bring it back."""
    with closing(sqlite3.connect(profile / "quotewright.db")) as connection, connection:
        connection.execute(f"ALTER TABLE {before} RENAME TO {after}")


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("quotes", "today"),
        ("quotes", "quotes"),
        ("customers", "customers"),
        ("life_entries", "approvals"),
        ("template_registers", "templates"),
        ("authority_editions", "approvals/limits"),
    ],
)
def test_a_page_tells_that_it_cannot_be_read_and_reads_again(
    hand: Hand, profile: Path, table: str, place: str
) -> None:
    """The table is away for a moment; nothing is reported as a bug."""
    window = hand.window
    rename(profile, table, "away")
    window.go_to(place)
    hand.wait_idle()
    page = window.stack.currentWidget()
    assert page is not None
    assert TOLD in hand.texts(page)
    rename(profile, "away", table)
    hand.click(hand.button("重试", page))
    hand.wait_idle()
    assert TOLD not in hand.texts(page)
    assert window.property("failures") == []


def test_an_empty_program_offers_the_next_step_on_every_page(
    open_window: Callable[[Path], Hand], tmp_path: Path
) -> None:
    """Without a catalogue a quote cannot begin: its button leads to the first page."""
    hand = open_window(tmp_path / "new")
    window = hand.window
    steps = {"customers": "新建客户", "catalogue": "导入产品目录", "quotes": "新手引导，两分钟"}
    for place, button in steps.items():
        window.go_to(place)
        hand.wait_idle()
        assert hand.button(button, window.stack.currentWidget()).isEnabled()
    window.go_to("today")
    hand.wait_idle()
    window.pages.today.new_wanted.emit()
    hand.wait_idle()
    assert window.stack.currentWidget() is window.quotes
