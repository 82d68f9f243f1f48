"""The editors of a small table: a line, or a list of words; what is typed is told at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyledItemDelegate

from app.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Makes editors; ``typing(row, column, text)`` fires while one is open.

    Attributes:
        wrong: Row and column of a cell to be shown as wrong; column -1 for its whole row.
        proposed: Texts by column that are proposed while one types; others are taken as well.
    """

    typing = Signal(int, int, str)

    def __init__(self, texts: Mapping[int, Sequence[str]], parent: QObject) -> None:
        """Offer texts to choose from in some columns."""
        super().__init__(parent)
        self._texts = texts
        self.wrong = (-1, -1)
        self.proposed: dict[int, tuple[str, ...]] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Show the cell that is wrong."""
        super().initStyleOption(option, index)
        row, column = self.wrong
        if index.row() == row and column in {index.column(), -1}:
            option.backgroundBrush = QBrush(current_theme().color("bad_soft"))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a line, or a list where only some texts are taken."""
        row, column = index.row(), index.column()
        texts = self._texts.get(column)
        if texts is None:
            editor = super().createEditor(parent, option, index)
            if isinstance(editor, QLineEdit):
                editor.textEdited.connect(lambda text: self.typing.emit(row, column, text))
                if proposed := self.proposed.get(column):
                    editor.setCompleter(_completer(proposed, editor))
            return editor
        combo = QComboBox(parent)
        combo.addItems(list(texts))
        combo.activated.connect(lambda _: self._commit(combo))
        return combo

    def _commit(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data() or ""))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Put what was typed or chosen into the cell."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)


def _completer(texts: Sequence[str], editor: QLineEdit) -> QCompleter:
    """Proposes texts in which what is typed occurs."""
    completer = QCompleter(list(texts), editor)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
