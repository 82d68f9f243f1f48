"""A round mark with the first character of a person's name, and the mark of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Type
from app.ui.widgets.painting import CENTER, Pencil

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_EDGE: Final = 32


class Avatar(QWidget):
    """Stands for a person."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show the first character of a name."""
        super().__init__(parent)
        self._pencil = Pencil(current_theme())
        self.setFixedSize(_EDGE, _EDGE)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Stand for somebody else."""
        self._initial = name[:1]
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._pencil.box(painter, QRectF(self.rect()), "accent_soft", radius=_EDGE / 2)
        area = self.rect()
        self._pencil.text(painter, area, self._initial, Type.STRONG, "accent_text", CENTER)


class BrandMark(QWidget):
    """The mark of the program: three rising bars."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Draw the mark; ``name`` is the program's name."""
        super().__init__(parent)
        self._pencil = Pencil(current_theme())
        self.setFixedSize(_EDGE, _EDGE)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._pencil.box(painter, QRectF(self.rect()), "accent", radius=8)
        for place, height in enumerate((8, 13, 18)):
            bar = QRectF(7 + place * 7, 25 - height, 4.5, height)
            self._pencil.box(painter, bar, "on_accent", radius=1.6)
