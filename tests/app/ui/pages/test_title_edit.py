"""The title is edited in place, and given up with Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.pages.studio.title_edit import TitleEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def title(qtbot: QtBot) -> TitleEdit:
    """A shown title."""
    field = TitleEdit("标题", "请填写")
    qtbot.addWidget(field)
    field.show()
    field.show_title("旧标题")
    field.setFocus()
    return field


def test_enter_commits_a_changed_title(title: TitleEdit) -> None:
    """Once, without surrounding blanks."""
    committed: list[str] = []
    title.committed.connect(committed.append)
    title.selectAll()
    QTest.keyClicks(title, " plan ")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert committed == ["plan"]


def test_escape_gives_the_typing_up(title: TitleEdit) -> None:
    """The former title stands again, nothing is committed."""
    committed: list[str] = []
    title.committed.connect(committed.append)
    title.selectAll()
    QTest.keyClicks(title, "plan")
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert title.text() == "旧标题"
    assert committed == []


def test_a_change_from_elsewhere_does_not_disturb_typing(title: TitleEdit) -> None:
    """While the user types, an undo of something else leaves the text alone."""
    title.selectAll()
    QTest.keyClicks(title, "pl")
    title.show_title("旧标题")
    assert title.text() == "pl"
