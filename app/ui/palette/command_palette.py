"""CommandPalette: a field over the window that leads to everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.palette.palette_finder import Asked, PaletteFinder
from app.ui.palette.ranking import read_key
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from app.ui.widgets.search_popup import SearchPopup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from app.ui.page import Surroundings
    from app.ui.widgets.search_hits import SearchHit

_WIDTH: Final = 620
_FROM_TOP: Final = 0.1


class _Field(SearchPopup):
    """Says when the user is done with it."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the hits and the palette at once."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The palette goes when the keyboard does."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.given_up.emit()


class CommandPalette(QFrame):
    """Finds as one types; ``chosen(sort, name)`` says what was taken."""

    chosen = Signal(object, str)

    def __init__(self, around: Surroundings, where: Callable[[], Asked], window: QWidget) -> None:
        """Begin hidden.

        Args:
            around: What every page may use.
            where: What can be found and done at the moment it is opened.
            window: Over which it opens.
        """
        super().__init__(window)
        set_role(self, "popup")
        self._where = where
        self._window = window
        self._before: QWidget | None = None
        self._finder = PaletteFinder(around, self)
        self.field = _Field(
            self.tr("Find anything: customers, phone numbers, quotes, papers, products, settings…"),
            self.tr("Find anything"),
        )
        self.field.query_changed.connect(self._finder.ask)
        self.field.chosen.connect(self._choose)
        self.field.given_up.connect(self.close_palette)
        self._finder.found.connect(self._show_found)
        self._build()
        self.hide()

    def _build(self) -> None:
        signs = QHBoxLayout()
        signs.setSpacing(Space.XS)
        for sign, text in (
            (">", self.tr("actions only")),
            ("#", self.tr("quotes")),
            ("@", self.tr("customers")),
            ("+", self.tr("products")),
            ("?", self.tr("manual")),
        ):
            signs.addWidget(make_label(sign, "key"))
            signs.addWidget(make_label(text, "caption"))
            signs.addSpacing(Space.SM)
        signs.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MD, Space.MD, Space.MD, Space.SM)
        column.setSpacing(Space.SM)
        column.addLayout(signs)
        column.addWidget(self.field)

    def open_palette(self) -> None:
        """Show it and let the user type; once more marks what was typed."""
        window = self._window
        if self.isHidden():
            self._before = window.focusWidget()
            self._finder.look_in(self._where())
            self.field.setText("")
        width = min(_WIDTH, window.width() - 2 * Space.LG)
        height = self.sizeHint().height()
        left = (window.width() - width) // 2
        self.setGeometry(left, round(window.height() * _FROM_TOP), width, height)
        self.show()
        self.raise_()
        self.field.start()

    def close_palette(self) -> None:
        """Hide it and give the keyboard back."""
        if self.isHidden():
            return
        self._finder.forget()
        had_keyboard = self.field.hasFocus()
        self.hide()
        if had_keyboard and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _show_found(self, hits: tuple[SearchHit, ...]) -> None:
        if self.isVisible():
            self.field.set_hits(hits)

    def _choose(self, key: str) -> None:
        sort, name = read_key(key)
        self.close_palette()
        self.chosen.emit(sort, name)
