"""News comes, is stacked and goes away by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.widgets.toast import Toasts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def toasts(qtbot: QtBot) -> Iterator[Toasts]:
    """News over a window of 800 by 600."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    made = Toasts(window, foot=84)
    yield made
    made.clear()


def test_news_stands_in_the_lower_right_corner(toasts: Toasts) -> None:
    """Twenty-four pixels from the right, sixteen above the totals."""
    toast = toasts.show_news("Saved")
    assert toast.x() + toast.width() == 800 - 24
    assert toast.y() + toast.height() == 600 - 84 - 16


def test_newer_news_pushes_older_up(toasts: Toasts) -> None:
    """They do not cover each other."""
    older, newer = toasts.show_news("Saved"), toasts.show_news("Exported")
    assert older.y() + older.height() < newer.y()


def test_no_more_than_three_at_once(toasts: Toasts) -> None:
    """The oldest goes."""
    for number in range(4):
        toasts.show_news(str(number))
    assert toasts.texts() == ("1", "2", "3")


def test_news_goes_by_itself(qtbot: QtBot, toasts: Toasts) -> None:
    """After its time."""
    toast = toasts.show_news("Saved")
    toast._timer.setInterval(1)
    toast._timer.start()
    qtbot.waitUntil(lambda: toasts.texts() == ())


def test_its_button_acts_and_closes(qtbot: QtBot, toasts: Toasts) -> None:
    """Undo is one click away."""
    toast = toasts.show_news("Removed", "ok", "Undo")
    with qtbot.waitSignal(toast.acted):
        toast.findChildren(QPushButton)[0].click()
    assert toasts.texts() == ()


def test_the_corner_is_kept_when_the_window_grows(toasts: Toasts) -> None:
    """News moves with it."""
    toast = toasts.show_news("Saved")
    window = toast.window()
    window.resize(1000, 700)
    assert toast.x() + toast.width() == 1000 - 24
