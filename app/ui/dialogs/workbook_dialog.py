"""Choose the quotes that go into one approval workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.listing import QuoteRow

_SIZE = (560, 320)


class WorkbookDialog(FormDialog):
    """Lists quotes with boxes to tick."""

    def __init__(self, quotes: Sequence[QuoteRow], ticked: frozenset[str], parent: QWidget) -> None:
        """List quotes.

        Args:
            quotes: To choose from.
            ticked: Identifiers of those that are ticked already.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("One workbook of several quotes"), self.tr("Save as…"), parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Quotes"))
        self.list.setMinimumSize(*_SIZE)
        for quote in quotes:
            item = QListWidgetItem(f"{quote.number}   {quote.title} · {quote.customer_name}")
            item.setData(Qt.ItemDataRole.UserRole, quote.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            states = Qt.CheckState
            item.setCheckState(states.Checked if quote.id in ticked else states.Unchecked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _item: self._allow())
        self.body.addWidget(self.list)
        self._allow()
        self.list.setFocus()

    def quotes(self) -> tuple[str, ...]:
        """Identifiers of what is ticked, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def _allow(self) -> None:
        self.agree.setEnabled(bool(self.quotes()))
