"""The view that tree and table share: a spreadsheet's keys, live editing, rows named by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.ui.widgets.cell_problem import CellProblem
from app.ui.widgets.row_canvas import RowCanvas
from app.ui.widgets.row_keys import next_cell, sideways, vertical
from app.ui.widgets.rows import cell_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from app.ui.widgets.row_model import RowModel

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class RowView(RowCanvas):
    """Shows a ``RowModel`` that one moves, types and copies in as in a spreadsheet.

    Signals, with rows named by key and columns by number (0 is the title):

    * ``cell_edited(key, column, text)``: a new text was committed.
    * ``cell_typing(key, column, text)``: what stands in the open editor, at every keystroke.
    * ``cell_cancelled(key, column)``: typing was given up; show the former figures again.
    * ``current_changed(key)``: the keyboard moved to another row; empty when there is none.
    * ``remove_requested(keys)``: Delete was pressed; a tuple of keys from top to bottom.
    * ``opened(key)``: the title was double-clicked.
    * ``menu_requested(key, point)``: the context menu is wanted at a point of the screen; whoever
      makes one gives it to ``offer``.

    Attributes:
        lets_palette_see_all: The palette offers what the menus of all rows hold, not only what the
            one of the keyboard's row does.
    """

    cell_edited = Signal(str, int, str)
    cell_typing = Signal(str, int, str)
    cell_cancelled = Signal(str, int)
    current_changed = Signal(str)
    remove_requested = Signal(tuple)
    opened = Signal(str)
    menu_requested = Signal(str, object)

    def __init__(self, model: RowModel, name: str, parent: QWidget | None = None) -> None:
        """Show a model for good.

        Args:
            model: The rows; the view becomes its owner.
            name: What a screen reader calls the view.
            parent: Parent widget.
        """
        super().__init__(model, parent)
        self._problem = CellProblem(self.viewport())
        self._gathers = False
        self._gathered: list[QMenu] = []
        self.lets_palette_see_all = False
        self.setAccessibleName(name)
        self._connect()

    def _connect(self) -> None:
        delegate = self._delegate
        self._rows.edit_requested.connect(self.cell_edited)
        delegate.typing.connect(self._relay_typing)
        delegate.cancelled.connect(self._relay_cancelled)
        delegate.finished.connect(self._move)
        delegate.closeEditor.connect(self._problem.hide)
        self.selectionModel().currentChanged.connect(self._current_moved)
        self.doubleClicked.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._problem.hide)

    # ------------------------------------------------------------ rows by key

    def current_key(self) -> str:
        """Return the key of the row the keyboard is in; empty when there is none."""
        return self._rows.key_at(self.currentIndex())

    def current_column(self) -> int:
        """Return the column the keyboard is in; -1 when there is none."""
        return self.currentIndex().column()

    def selected_keys(self) -> tuple[str, ...]:
        """Return the keys of the selected rows from top to bottom."""
        found = self.selectionModel().selectedRows(0)
        found.sort(key=lambda index: self.visualRect(index).y())
        return tuple(self._rows.key_at(index) for index in found)

    def selected_text(self) -> str:
        """Return the selected rows as a spreadsheet takes them: tabs between shown columns."""
        columns = self.choice.in_sight()
        lines = []
        for key in self.selected_keys():
            row = self._rows.row_at(self._rows.index_of(key))
            texts = [cell_of(row, column).full_text if column else row.title for column in columns]
            lines.append("\t".join(texts))
        return "\n".join(lines)

    def set_current(self, key: str, column: int = 0, *, edit: bool = False) -> bool:
        """Move to a cell, unfolding what hides it; with ``edit`` its editor opens.

        Returns:
            Whether there is such a row.
        """
        index = self._rows.index_of(key, column)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if edit and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        return True

    def show_cell_problem(self, text: str) -> None:
        """Say under the open editor why its text cannot be taken; an empty text withdraws it."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        self._problem.show_under(self.visualRect(index) if editing else None, text)

    def _current_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._problem.hide()
        self._repaint(previous)
        self._repaint(current)
        after = self._rows.key_at(current)
        if self._rows.key_at(previous) != after:
            self.current_changed.emit(after)

    def _open(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self._rows.key_at(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row below the mouse; by the menu key, of the keyboard's row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_here()
        else:
            self._ask_menu(self._rows.key_at(self.indexAt(event.pos())), event.pos())
        event.accept()

    def _ask_menu_here(self) -> None:
        self._ask_menu(self.current_key(), self.visualRect(self.currentIndex()).center())

    def _ask_menu(self, key: str, point: QPoint) -> None:
        self.menu_requested.emit(key, self.viewport().mapToGlobal(point))

    def offer(self, menu: QMenu, point: QPoint) -> None:
        """Open the menu of a row, or keep it for who asked with ``menu_of``."""
        if self._gathers:
            self._gathered.append(menu)
        else:
            menu.popup(point)

    def menu_of(self, key: str) -> QMenu | None:
        """The menu of a row without opening it; it belongs to who asks."""
        self._gathers = True
        try:
            self.menu_requested.emit(key, self.mapToGlobal(self.rect().center()))
        finally:
            self._gathers = False
        menu = self._gathered.pop() if self._gathered else None
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        return menu

    def title_of(self, key: str) -> str:
        """The title of a row; empty when there is none."""
        index = self._rows.index_of(key)
        return self._rows.row_at(index).title if index.isValid() else ""

    def row_keys(self, most: int) -> tuple[str, ...]:
        """Keys of the first rows."""
        count = min(most, self._rows.rowCount())
        return tuple(self._rows.key_at(self._rows.index(at, 0)) for at in range(count))

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, sideways arrows change column or fold, Delete and Shift+F10 ask."""
        index = self.currentIndex()
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        elif not index.isValid() or not (plain or modifiers == _SHIFT):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F10 and modifiers == _SHIFT:
            self._ask_menu_here()
        elif key in _ENTER:
            self._enter(index, up=modifiers == _SHIFT)
        elif plain and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._sideways(index, right=key == Qt.Key.Key_Right)
        elif plain and key == Qt.Key.Key_Delete:
            self.remove_requested.emit(self.selected_keys())
        elif plain and key == Qt.Key.Key_Space and not self._editable(index):
            self.fold(index.siblingAtColumn(0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters typed into a quote must not make it jump."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes to the next cell one may type into; after the last it leaves the view."""
        index = self.currentIndex()
        cell = next_cell(self, index, forward=next) if index.isValid() else QModelIndex()
        if not cell.isValid():
            return super().focusNextPrevChild(next)
        self._go(cell)
        return True

    def _move(self, direction: str) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        if direction in {"down", "up"}:
            self._go(vertical(self, index, down=direction == "down"))
            return
        cell = next_cell(self, index, forward=direction == "right")
        if cell.isValid():
            self._go(cell)

    def _enter(self, index: QModelIndex, *, up: bool) -> None:
        self._go(vertical(self, index, down=not up))

    def _sideways(self, index: QModelIndex, *, right: bool) -> None:
        row = index.siblingAtColumn(0)
        if index.column() == 0 and self.fold(row, unfolded=right):
            return
        if index.column() == 0 and not right and index.parent().isValid():
            self._go(index.parent())
        else:
            self._go(sideways(self, index, right=right))

    def fold(self, row: QModelIndex, *, unfolded: bool | None = None) -> bool:  # noqa: ARG002 (a tree does)
        """Fold or unfold a row, or turn what it is round; a flat list has nothing to fold.

        Returns:
            Whether anything was folded or unfolded.
        """
        return False

    def _go(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @staticmethod
    def _editable(index: QModelIndex) -> bool:
        return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    # ------------------------------------------------------------ relays

    def _relay_typing(self, place: QPersistentModelIndex, text: str) -> None:
        self.cell_typing.emit(self._rows.key_at(place), place.column(), text)

    def _relay_cancelled(self, place: QPersistentModelIndex) -> None:
        self.cell_cancelled.emit(self._rows.key_at(place), place.column())
