"""A search field with the hits under it; the keyboard never leaves the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import add_sign, make_label
from app.ui.widgets.search_hits import ROW_HEIGHT, HitList, SearchHit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent

_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHOWN: Final = 8
_WIDTH: Final = 560
_NOTE: Final = 30


class SearchPopup(QLineEdit):
    """Type to search.

    * ``query_changed(text)`` asks for hits; answer with ``set_hits``. An input method's unfinished
      characters do not count. An empty text asks for what is usual, when the user reaches for it.
    * ``chosen(key)`` says which hit the user took; the field is then empty again.
    * ``left()``: Escape was pressed in the empty field.
    """

    query_changed = Signal(str)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            placeholder: Shown in the empty field.
            name: What a screen reader calls the field.
            parent: Parent widget.
        """
        super().__init__(parent)
        set_role(self, "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(False)
        add_sign(self, "search")
        self._popup = QFrame(self)
        set_role(self._popup, "popup")
        self._popup.hide()
        self._list = HitList()
        self._reached = False  # for the hits of an empty field
        self._note = make_label("", "caption")
        self._note.setContentsMargins(Space.LG - 2, Space.SM, Space.LG, Space.XXS)
        self._note.setFixedHeight(_NOTE)
        self._nothing = make_label("", "caption")
        self._nothing.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        column = QVBoxLayout(self._popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._note)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self._list.clicked.connect(self._take)
        self.textEdited.connect(self._ask)

    @property
    def hits(self) -> HitList:
        """The list of hits."""
        return self._list

    @property
    def popup_visible(self) -> bool:
        """Whether hits, or the word that there are none, are shown."""
        return self._popup.isVisible()

    def set_hits(self, hits: tuple[SearchHit, ...], note: str = "") -> None:
        """Show hits, the first one marked; without any, say so while something is typed.

        Args:
            hits: What was found. For an empty field they are shown only while the user reaches
                for them, and none is marked, so that Enter takes nothing unseen.
            note: Stands over the hits.
        """
        typed = self.text().strip()
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._list.set_hits(hits, mark_first=bool(typed))
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._nothing.setText(self.tr("Nothing found for “{text}”").format(text=typed))
        if not typed and not (hits and self._reached):
            self._popup.hide()
            return
        self._show(len(hits))

    def set_waiting(self) -> None:
        """Say that the hits will come as soon as the catalogue can be searched."""
        self.set_hits(())
        self._nothing.setText(self.tr("Getting the catalogue ready for searching"))

    def _show(self, count: int) -> None:
        if not self.isVisible():  # hits that come late, after the field has gone
            return
        self._place(count)
        self._popup.show()
        self._popup.raise_()

    def start(self) -> None:
        """Bring the keyboard here and mark what is typed, ready to be replaced."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._reach()

    def _reach(self) -> None:
        """Ask for the hits of an empty field."""
        if not self.text().strip():
            self._reached = True
            self.query_changed.emit("")

    def _ask(self, text: str) -> None:
        self._reached = False
        self.query_changed.emit(text.strip())
        if not text.strip():
            self._popup.hide()

    def _place(self, count: int) -> None:
        window = self.window()
        if self._popup.parentWidget() is not window:
            self._popup.setParent(window)
        corner = self.mapTo(window, QPoint(0, self.height() + Space.XS))
        rows = min(count, _SHOWN)
        height = (
            rows * ROW_HEIGHT + 2 * Space.XS + 2 + (_NOTE if self._note.text() else 0)
            if count
            else self._nothing.sizeHint().height()
        )
        width = min(max(self.width(), _WIDTH), window.width() - 2 * Space.SM)
        left = min(corner.x(), window.width() - Space.SM - width)
        below = window.height() - corner.y() - Space.SM
        above = corner.y() - self.height() - 2 * Space.XS - Space.SM
        if height > below and above > below:  # near the foot of the window the hits stand above
            high = min(height + 2, above)
            top = corner.y() - self.height() - 2 * Space.XS - high
            self._popup.setGeometry(left, top, width, high)
        else:
            self._popup.setGeometry(left, corner.y(), width, min(height + 2, below))

    def _take(self, index: QModelIndex) -> None:
        hit = self._list.hit_at(index)
        self._close()
        if hit is not None:
            self.setText("")  # clearing would leave typing for the field itself to undo
            self.chosen.emit(hit.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the vertical keys, Enter and Escape work on the open list."""
        if not self._steer(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _steer(self, key: Qt.Key) -> bool:
        if not self._popup.isVisible():
            if key == Qt.Key.Key_Down and not self.text():
                self._reach()
            elif key == Qt.Key.Key_Escape and not self.text():
                self.left.emit()
            return False
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in _ENTER:
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _close(self) -> None:
        self._reached = False
        self._popup.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer what is usual when an empty field is clicked."""
        super().mousePressEvent(event)
        if not self._popup.isVisible():
            self._reach()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list along."""
        super().hideEvent(event)
        self._close()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the list when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()
