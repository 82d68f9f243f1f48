"""TableKeys: the keys of columns and export in the tables of dialogs, where the window's sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

    from app.ui.list_memory import ListMemory


class TableKeys(QObject):
    """Takes key presses of a table before the table does.

    Attributes:
        memory: Of the window; nothing is known without it.
    """

    def __init__(
        self, view: QAbstractItemView, header: QHeaderView, menu: Callable[[QWidget], QMenu]
    ) -> None:
        """Listen to a table whose columns a menu offers."""
        super().__init__(view)
        self._view, self._header, self._menu = view, header, menu
        self.memory: ListMemory | None = None
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that the user has for these deeds."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        memory = self.memory
        if memory is None or memory.parent() is self._view.window():
            return False
        pressed = QKeySequence(event.keyCombination())
        if pressed in memory.keys("columns"):
            below = self._header.mapToGlobal(self._header.rect().bottomLeft())
            self._menu(self._view).popup(below)
            return True
        if pressed in memory.keys("export_table"):
            self.export()
            return True
        return False

    def export(self) -> None:
        """Ask the window to write the table to a file."""
        if self.memory is not None:
            self.memory.export_wanted.emit(self._view)
