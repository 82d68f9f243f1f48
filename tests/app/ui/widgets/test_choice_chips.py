"""A few words of which any number may be on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.widgets.choice_chips import ChoiceChips

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def chips(qtbot: QtBot) -> ChoiceChips:
    """Three segments."""
    made = ChoiceChips("Segments")
    qtbot.addWidget(made)
    made.set_words((("SMB", "small"), ("KEY", "key accounts"), ("GOV", "government")))
    made.resize(400, 80)
    made.show()
    QApplication.processEvents()
    return made


def test_words_are_told_in_the_order_offered(chips: ChoiceChips) -> None:
    """Not in the order of the clicks; a second click turns off."""
    told: list[tuple[str, ...]] = []
    chips.picked.connect(told.append)
    for word in ("GOV", "SMB", "GOV"):
        QTest.mouseClick(chips.button(word), Qt.MouseButton.LeftButton)
    assert told == [("GOV",), ("SMB", "GOV"), ("SMB",)]


def test_a_word_that_is_not_offered_is_added_rather_than_lost(chips: ChoiceChips) -> None:
    """It comes from an older catalogue; the others are off."""
    chips.set_picked(("OLD", "KEY"))
    QApplication.processEvents()
    shown = [one for one in chips.findChildren(QPushButton) if one.isVisible()]
    assert [(one.text(), one.isChecked()) for one in shown] == [
        ("small", False),
        ("key accounts", True),
        ("government", False),
        ("OLD", True),
    ]
    assert chips.button("KEY").accessibleName() == "Segments key accounts"


def test_showing_what_is_picked_tells_nobody(chips: ChoiceChips) -> None:
    """So that a form which shows a rule makes no edit of it."""
    told: list[tuple[str, ...]] = []
    chips.picked.connect(told.append)
    chips.set_picked(("SMB",))
    chips.set_words((("SMB", "small"),))
    assert told == []
