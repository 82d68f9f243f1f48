"""What a list shows when it has nothing: what belongs here and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_ICON = 40
_WIDTH = 360


class EmptyState(QWidget):
    """An icon, a title, a sentence and perhaps a button; ``activated`` fires when it is pressed.

    ``also_activated`` is that of a second, quieter button.
    """

    activated = Signal()
    also_activated = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
        *,
        also: str = "",
    ) -> None:
        """Show an empty state.

        Args:
            icon: Name of an icon of ``resources/icons``.
            title: What is not there.
            text: What belongs here, or how it comes here.
            action: Text of the button; empty shows none.
            parent: Parent widget.
            also: Text of a second button; empty shows none.
        """
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(Space.SM)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(Space.SM)
        center = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(make_label(title, "title"), 0, center)
        self._sentence = make_label(text, "second")
        if text:
            self._sentence.setWordWrap(True)
            self._sentence.setAlignment(center)
            self._sentence.setFixedWidth(_WIDTH)
            column.addWidget(self._sentence, 0, center)
        if action:
            button = make_button(action, "primary")
            button.clicked.connect(self.activated)
            column.addSpacing(Space.SM)
            column.addWidget(button, 0, center)
        if also:
            second = make_button(also, "link")
            second.clicked.connect(self.also_activated)
            column.addWidget(second, 0, center)
        column.addStretch(3)
        self._recolor()
        current_theme().changed.connect(self._recolor)

    def showEvent(self, event: QShowEvent) -> None:
        """A column that centres its widgets asks none for the height of wrapped lines."""
        if self._sentence.wordWrap():
            self._sentence.setMinimumHeight(self._sentence.heightForWidth(_WIDTH))
        super().showEvent(event)

    def _recolor(self) -> None:
        icon = current_theme().icon(self._icon, "text3")
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), ratio))
