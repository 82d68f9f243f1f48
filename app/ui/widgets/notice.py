"""A quiet line over a page: news that asks for nothing, with one deed that it offers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_icon_button, make_label

_HEIGHT = 40


class Notice(QFrame):
    """Shows a text; ``acted()`` takes up the offer, ``closed()`` sends it away."""

    acted = Signal()
    closed = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        """Begin hidden, with an icon of ``resources/icons``."""
        super().__init__(parent)
        set_role(self, "notice")
        self.setFixedHeight(_HEIGHT)
        self._icon = icon
        self._sign = QLabel()
        self._text = make_label("")
        self.act = make_button("", "link")
        self.act.clicked.connect(self.acted)
        close = make_icon_button("x", self.tr("Not now"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.LG, 0)
        row.setSpacing(Space.SM)
        for part in (self._sign, self._text, self.act):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(close)
        current_theme().changed.connect(self._recolor)
        self._recolor()
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def say(self, text: str, deed: str) -> None:
        """Show a text and what may be done about it."""
        self._text.setText(text)
        self.act.setText(deed)
        self.act.setAccessibleName(deed)
        self.show()

    def _recolor(self) -> None:
        self._sign.setPixmap(current_theme().icon(self._icon, "accent_text").pixmap(16, 16))
