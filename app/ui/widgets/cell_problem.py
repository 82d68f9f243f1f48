"""The note under an open cell editor that says why its text cannot be taken."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import set_role


class CellProblem(QLabel):
    """A small note inside a viewport; hidden until there is something to say."""

    def __init__(self, viewport: QWidget) -> None:
        """Live in the viewport of a view."""
        super().__init__(viewport)
        self._viewport = viewport
        set_role(self, "cell-problem")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_under(self, cell: QRect | None, text: str) -> None:
        """Show the text below a cell, or above where there is no room; hide without either."""
        if cell is None or not text:
            self.hide()
            return
        self.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        area = self._viewport.rect()
        x = max(4, min(cell.right() - self.width(), area.right() - self.width() - 4))
        below = cell.bottom() + 2
        fits = below + self.height() <= area.bottom()
        self.move(x, below if fits else cell.top() - self.height() - 2)
        self.raise_()
        self.show()
