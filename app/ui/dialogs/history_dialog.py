"""Every edit of the open quote in order; one can go back to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack


class HistoryDialog(FormDialog):
    """Shows the steps, the present one marked; ``step_chosen(index)`` says where to go."""

    step_chosen = Signal(int)

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        """Show the steps of an undo stack."""
        super().__init__(self.tr("History"), self.tr("Go there"), parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Edits of the quote"))
        self.list.setMinimumSize(360, 320)
        for index in range(stack.count() + 1):
            text = stack.text(index - 1) if index else self.tr("As created")
            item = QListWidgetItem(f"{index}   {text}")
            item.setData(Qt.ItemDataRole.UserRole, index)
            self.list.addItem(item)
        self.list.setCurrentRow(stack.index())
        self.list.scrollToItem(self.list.item(stack.index()))
        self.list.itemActivated.connect(self.accept)
        self.body.addWidget(self.list)
        self.accepted.connect(lambda: self.step_chosen.emit(self.list.currentRow()))
        self.list.setFocus()
