"""An empty list says what belongs into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme


def test_it_says_what_and_offers_how_to_begin(qtbot: QtBot) -> None:
    """Title, sentence and button."""
    state = EmptyState("inbox", "还没有报价", "从账单新建。", "新建报价")
    qtbot.addWidget(state)
    texts = [label.text() for label in state.findChildren(QLabel) if label.text()]
    assert texts == ["还没有报价", "从账单新建。"]
    with qtbot.waitSignal(state.activated):
        state.findChildren(QPushButton)[0].click()


def test_its_picture_follows_the_scheme(qtbot: QtBot, theme: Theme) -> None:
    """A light icon on a light ground could not be seen."""
    state = EmptyState("inbox", "还没有报价")
    qtbot.addWidget(state)
    before = state._picture.pixmap().toImage()
    theme.toggle()
    assert state._picture.pixmap().toImage() != before
    assert state.findChildren(QPushButton) == []


def test_a_long_sentence_is_shown_whole(qtbot: QtBot) -> None:
    """Wrapped lines are not cut off below the first."""
    state = EmptyState("package", "Nothing here", "Several words that need more than a line. " * 4)
    qtbot.addWidget(state)
    state.resize(600, 500)
    state.show()
    sentence = next(label for label in state.findChildren(QLabel) if label.wordWrap())
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert sentence.height() > 2 * sentence.fontMetrics().height()
