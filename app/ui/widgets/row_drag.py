"""Rows of a tree that are dragged with the mouse, with a line where they would come to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from app.ui.theme import current_theme

if TYPE_CHECKING:
    from app.ui.widgets.quote_tree import QuoteTree

_LINE = 3


class RowDrag(QObject):
    """Watches the mouse over a tree: a row is taken by its title.

    ``dropped(keys, beside, after)``: rows shall stand before or behind another one.
    """

    dropped = Signal(tuple, str, bool)

    def __init__(self, tree: QuoteTree) -> None:
        """Watch a tree for good."""
        super().__init__(tree)
        self._tree = tree
        self._from: QPoint | None = None
        self._held = False  # a press on one of several marked rows is kept back: it may be a drag
        self._dragging = False
        self._line = QFrame(tree.viewport())
        self._line.hide()
        tree.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse from a press on a title to the release."""
        if isinstance(event, QMouseEvent):
            kind = event.type()
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove and self._from is not None:
                return self._move(event.position().toPoint())
            if kind == QEvent.Type.MouseButtonRelease and self._from is not None:
                return self._release(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> bool:
        self._from, self._held, self._dragging = None, False, False
        point, tree = event.position().toPoint(), self._tree
        row = tree.row_below(point)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if (
            event.button() != Qt.MouseButton.LeftButton
            or not plain
            or row is None
            or row.kind == "charge"
            or tree.indexAt(point).column() != 0
            or tree.on_chevron(point)
        ):
            return False
        self._from = point
        marked = tree.selected_keys()
        self._held = len(marked) > 1 and row.key in marked
        return self._held

    def _move(self, point: QPoint) -> bool:
        if self._from is None:
            return False
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragging and not far:
            return True
        self._dragging = True
        target = self._target(point)
        self._line.setVisible(target is not None)
        if target is not None:
            y = target[2]
            self._line.setStyleSheet(f"background: {current_theme().color('accent').name()};")
            self._line.setGeometry(0, y - 1, self._tree.viewport().width(), _LINE)
            self._line.raise_()
        return True

    def _release(self, point: QPoint) -> bool:
        begun, held, dragging = self._from, self._held, self._dragging
        self._from, self._held, self._dragging = None, False, False
        self._line.hide()
        if dragging:
            target = self._target(point)
            if target is not None:
                self.dropped.emit(self._tree.selected_keys(), target[0], target[1])
        elif held and begun is not None:
            self._tree.setCurrentIndex(self._tree.indexAt(begun))
        return held

    def _target(self, point: QPoint) -> tuple[str, bool, int] | None:
        """Beside which row, whether behind it, and where the line stands."""
        tree = self._tree
        row = tree.row_below(point)
        if row is None:
            last = tree.last_index()
            if not last.isValid() or point.y() < 0:
                return None
            return tree.key_of(last), True, tree.visualRect(last).bottom()
        rect = tree.visualRect(tree.indexAt(point).siblingAtColumn(0))
        after = point.y() > rect.center().y()
        return row.key, after, rect.bottom() if after else rect.top()
