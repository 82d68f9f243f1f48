"""How far long work is, with a way to stop it; never in the way of other work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

_BAR_WIDTH = 180


class ProgressStrip(QWidget):
    """A text, a bar and a button; ``cancelled`` fires when the user wants the work to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._text = make_label("", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        stop = make_button(self.tr("Cancel"), "quiet")
        stop.clicked.connect(self.cancelled)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addStretch()
        column.addWidget(self._text)
        column.addWidget(self._bar)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SM)
        row.addLayout(column)
        row.addWidget(stop, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_progress(self, text: str, per_mille: int) -> None:
        """Show a text and how much is done, 0 to 1000; -1 when it cannot be said."""
        self._text.setText(text)
        self._bar.setRange(0, 0 if per_mille < 0 else 1000)
        if per_mille >= 0:
            self._bar.setValue(per_mille)
        self._bar.setAccessibleName(text)
