"""The keys of a spreadsheet in a tree: paste, fill down, empty cells, rows up and down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.ui.widgets.quote_tree import QuoteTree

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class SheetKeys(QObject):
    """Takes key presses of a tree before the tree does.

    * ``pasted(text)``: the clipboard's text is wanted here.
    * ``filled()``: the marked rows shall get what stands in the first of them (Ctrl+D).
    * ``moved(keys, down)``: rows shall go one place up or down.
    * ``emptied(keys, column)``: Delete was pressed in a column that can be emptied.
    """

    pasted = Signal(str)
    filled = Signal()
    moved = Signal(tuple, bool)
    emptied = Signal(tuple, int)

    def __init__(self, tree: QuoteTree, clears: Collection[int]) -> None:
        """Work in a tree; Delete empties cells of some columns."""
        super().__init__(tree)
        self._tree = tree
        self._clears = frozenset(clears)
        tree.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take key presses that mean something in a sheet."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Do what a key means in a sheet, if it means anything."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        tree = self._tree
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif modifiers == _CTRL and key == Qt.Key.Key_D:
            self.filled.emit()
        elif modifiers == _ALT and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(tree.selected_keys(), key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Delete and not modifiers and tree.current_column() in self._clears:
            self.emptied.emit(tree.selected_keys(), tree.current_column())
        elif event.matches(QKeySequence.StandardKey.Copy) and self._one_cell():
            index = tree.currentIndex()
            QGuiApplication.clipboard().setText(str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            return False
        return True

    def _one_cell(self) -> bool:
        """Whether the keyboard is in a figure of the only marked row."""
        return self._tree.current_column() > 0 and len(self._tree.selected_keys()) == 1
