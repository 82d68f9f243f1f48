"""A card folds, and shows note and mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from app.ui.widgets.card import Card

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    """A shown card with one label in it."""
    made = Card("毛利与授权", foldable=True)
    qtbot.addWidget(made)
    made.body.addWidget(QLabel("body"))
    made.show()
    return made


def texts(card: Card) -> list[str]:
    """Return the visible texts."""
    labels = card.findChildren(QLabel)
    return sorted(label.text() for label in labels if label.isVisible() and label.text())


def test_note_and_mark_come_and_go(card: Card) -> None:
    """Empty texts take no room."""
    assert texts(card) == ["body", "毛利与授权"]
    card.set_note("互联网专线")
    card.set_mark("授权内", "ok")
    assert texts(card) == ["body", "互联网专线", "授权内", "毛利与授权"]
    card.set_note("")
    card.set_mark("")
    assert texts(card) == ["body", "毛利与授权"]


def test_the_button_and_the_title_fold(card: Card) -> None:
    """The note goes with the body."""
    folded: list[bool] = []
    card.folded.connect(folded.append)
    card.set_note("互联网专线")
    card.findChildren(QToolButton)[0].click()
    assert texts(card) == ["毛利与授权"]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert texts(card) == ["body", "互联网专线", "毛利与授权"]
    assert folded == [True, False]


def test_a_fixed_card_does_not_fold(qtbot: QtBot) -> None:
    """Without a button the title does nothing."""
    made = Card("账单")
    qtbot.addWidget(made)
    made.body.addWidget(QLabel("body"))
    made.show()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert texts(made) == ["body", "账单"]
