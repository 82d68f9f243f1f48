"""The editor inside a row: opens in the cell, commits or cancels, never overwrites typing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from app.ui.theme import set_role
from app.ui.widgets.figure_text import FigureValidator, normal_text
from app.ui.widgets.row_model import Index, RowModel, alignment_of

_TYPED: Final = "typed"
_MOVES: Final = {
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Tab: "right",
    Qt.Key.Key_Backtab: "left",
}


class CellDelegate(QStyledItemDelegate):
    """Makes the editors of a ``RowModel``'s view.

    ``typing(index, text)`` fires for every acceptable text while it is typed, ``cancelled(index)``
    when typing was given up, ``finished(direction)`` after a key closed the editor: ``down``,
    ``up``, ``right``, ``left``.
    """

    typing = Signal(QPersistentModelIndex, str)
    cancelled = Signal(QPersistentModelIndex)
    finished = Signal(str)

    def __init__(self, row_height: int, parent: QObject) -> None:
        """Rows are ``row_height`` logical pixels high."""
        super().__init__(parent)
        self.row_height = row_height
        self._cell: dict[QLineEdit, QPersistentModelIndex] = {}
        self.spreading = False
        """Whether what is committed at this moment is meant for every marked row (Ctrl+Enter)."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the one height that all rows have."""
        return QSize(80, self.row_height)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QWidget:
        """Return a line edit for a figure or a text, named for screen readers."""
        editor = QLineEdit(parent)
        set_role(editor, "cell")
        place = QPersistentModelIndex(index)
        self._cell[editor] = place
        model = index.model()
        if not isinstance(model, RowModel) or model.columns[index.column()].typed == "figure":
            editor.setValidator(FigureValidator(editor))
        if isinstance(model, RowModel):
            column = model.columns[index.column()]
            editor.setAlignment(alignment_of(column))
            editor.setAccessibleName(f"{column.title}，{model.row_at(index).title}")
        editor.textEdited.connect(lambda text: self._typed(editor, place, text))
        editor.destroyed.connect(lambda: self._cell.pop(editor, None))
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Keep the editor inside its cell."""
        inset = 4 if self.row_height > 36 else 1
        editor.setGeometry(option.rect.adjusted(2, inset, -2, -inset - 1))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's text, unless the user has begun to type."""
        if isinstance(editor, QLineEdit) and not _typed_in(editor):
            text = str(index.data(Qt.ItemDataRole.EditRole))
            if editor.text() != text:
                editor.setText(text)
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed text to the model; an unusable one is given up."""
        if not isinstance(editor, QLineEdit) or not _typed_in(editor):
            return
        editor.setProperty(_TYPED, False)
        if editor.hasAcceptableInput():
            model.setData(index, _written(editor))
        else:
            self.cancelled.emit(QPersistentModelIndex(index))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit on Enter, Tab and the vertical arrows; give up on Escape."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._give_up(watched)
            return True
        direction = _MOVES.get(key)
        if direction is None:
            return super().eventFilter(watched, event)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self.spreading = bool(held) and direction == "down"
        if self.spreading:  # an untouched text is meant for the other rows too
            watched.setProperty(_TYPED, True)
        try:
            self.commitData.emit(watched)
        finally:
            spread, self.spreading = self.spreading, False
        if isValid(watched):  # an edit may have removed the very row
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
        if spread:
            return True
        upwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and direction == "down"
        self.finished.emit("up" if upwards else direction)
        return True

    def _give_up(self, editor: QLineEdit) -> None:
        place = self._cell.get(editor)
        changed = _typed_in(editor)
        editor.setProperty(_TYPED, False)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
        if changed and place is not None and place.isValid():
            self.cancelled.emit(place)

    def _typed(self, editor: QLineEdit, place: QPersistentModelIndex, text: str) -> None:
        editor.setProperty(_TYPED, True)
        if text and editor.hasAcceptableInput() and place.isValid():
            self.typing.emit(place, _written(editor))


def _written(editor: QLineEdit) -> str:
    """What was typed; a figure in half width, a text as it is."""
    text = editor.text()
    return text if editor.validator() is None else normal_text(text)


def _typed_in(editor: QLineEdit) -> bool:
    """Whether the user has typed. ``isModified`` forgets it when a validator corrects the text."""
    return bool(editor.property(_TYPED))
