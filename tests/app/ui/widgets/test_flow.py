"""Widgets flow into rows, and none is wider than the room that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Part(QWidget):
    """A widget that would like to be so wide and 20 pixels high."""

    def __init__(self, wide: int, parent: QWidget) -> None:
        """Remember the width."""
        super().__init__(parent)
        self._wide = wide

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """What it would like."""
        return QSize(self._wide, 20)


def test_what_does_not_fit_goes_to_the_next_row(qtbot: QtBot) -> None:
    """100 wide: 60 and 30 in a row, 50 below, 200 in a row of its own and cut to 100."""
    outside = QWidget()
    qtbot.addWidget(outside)
    layout = FlowLayout(5)
    parts = [Part(wide, outside) for wide in (60, 30, 50, 200)]
    for part in parts:
        layout.addWidget(part)
    outside.setLayout(layout)
    layout.setGeometry(QRect(0, 0, 100, 100))
    assert [part.geometry().getRect() for part in parts] == [
        (0, 0, 60, 20),
        (65, 0, 30, 20),
        (0, 25, 50, 20),
        (0, 50, 100, 20),
    ]
    assert layout.heightForWidth(100) == 70
    assert layout.heightForWidth(1000) == 20
    assert layout.minimumSize() == QSize(0, 20)


def test_one_may_be_taken_out(qtbot: QtBot) -> None:
    """Beyond the end there is nothing."""
    outside = QWidget()
    qtbot.addWidget(outside)
    layout = FlowLayout(5)
    layout.addWidget(Part(10, outside))
    outside.setLayout(layout)
    assert layout.itemAt(1) is None
    assert layout.takeAt(0) is not None
    assert layout.takeAt(0) is None
    assert layout.count() == 0
