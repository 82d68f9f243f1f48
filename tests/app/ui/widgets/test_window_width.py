"""A widget learns how wide its window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_width_of_the_window_and_not_of_the_widget_is_told(qtbot: QtBot) -> None:
    """When it is shown and when it changes; equal widths once."""
    window, inner = QWidget(), QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(inner)
    told: list[int] = []
    watch_window_width(inner, told.append)
    window.resize(900, 400)
    window.show()
    window.resize(900, 500)
    window.resize(1200, 500)
    assert told[-1] == 1200
    assert told.count(900) == 1


def test_a_widget_that_moves_follows_its_new_window(qtbot: QtBot) -> None:
    """The old one is of no interest any more."""
    first, second, inner = QWidget(), QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
        QVBoxLayout(window)
        window.resize(500, 300)
        window.show()
    told: list[int] = []
    watch_window_width(inner, told.append)
    for window in (first, second):
        layout = window.layout()
        assert layout is not None
        layout.addWidget(inner)
        inner.show()
    second.resize(700, 300)
    first.resize(800, 300)
    assert told == [500, 700]
