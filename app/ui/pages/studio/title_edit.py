"""The title of the quote, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_LOOK = (
    "QLineEdit { border: 1px solid transparent; background: transparent; font-size: 19px;"
    " font-weight: 600; padding: 0 4px; min-height: 28px }"
    "QLineEdit:hover { background: palette(alternate-base) }"
    "QLineEdit:focus { border: 1px solid palette(highlight); background: palette(base) }"
)
_ROOM = 26


class TitleEdit(QLineEdit):
    """A heading that can be typed into; ``committed(text)`` fires when typing has ended.

    ``left()``: a key ended it, and the keyboard has to go somewhere.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Make an empty title.

        Args:
            name: What a screen reader calls it.
            placeholder: Shown while there is no title.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setStyleSheet(_LOOK)
        self._shown = ""
        self.editingFinished.connect(self._commit)
        self.textChanged.connect(lambda _text: self._fit())

    def show_title(self, title: str) -> None:
        """Show a title; typing that has begun is left alone."""
        self._shown = title
        if not (self.hasFocus() and self.isModified()):
            self.setText(title)
            self.setCursorPosition(0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the typing up; Enter ends it."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self._leave()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._leave()

    def _leave(self) -> None:
        self.clearFocus()
        self.left.emit()

    def _commit(self) -> None:
        typed = self.text().strip()
        if typed != self._shown:
            self.setModified(False)
            self.committed.emit(typed)

    def sizeHint(self) -> QSize:
        """As wide as the whole title: nobody should have to guess its last letter."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def _fit(self) -> None:
        """Be as wide as the text, so that the chip follows it."""
        self.ensurePolished()  # before that the letters have another size
        text = self.text() or self.placeholderText()
        self.setMaximumWidth(max(160, self.fontMetrics().horizontalAdvance(text) + _ROOM))
        self.setMinimumWidth(min(160, self.maximumWidth()))
        self.updateGeometry()
