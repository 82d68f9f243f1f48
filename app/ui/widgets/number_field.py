"""Fields for numbers whose text stands as far from the edge as in every other field.

The style sheet does not reach the line inside Qt's number fields: its room is given here.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

_ROOM: Final = 9
"""Pixels before the text; two more are the border and Qt's own."""


class NumberField(QSpinBox):
    """A whole number, turned up and down by arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at the least number."""
        super().__init__(parent)
        self.lineEdit().setTextMargins(_ROOM, 0, 0, 0)


class DecimalField(QDoubleSpinBox):
    """A number with places behind the point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at the least number."""
        super().__init__(parent)
        self.lineEdit().setTextMargins(_ROOM, 0, 0, 0)
