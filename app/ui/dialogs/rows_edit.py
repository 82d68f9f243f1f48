"""A small table one types rows into; an empty row is always waiting at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_ROW = 30
_HEAD = 34
_LOOK = (
    "QTableWidget { border: 1px solid palette(mid); border-radius: 6px;"
    " gridline-color: palette(midlight) }"
    "QTableWidget::item { padding: 0 6px }"
    "QLineEdit { min-height: 0; padding: 0 6px; border-radius: 0 }"
)


class RowsEdit(QTableWidget):
    """Shows and takes rows of text; rows that are empty do not count.

    * ``edited()``: the user typed, pasted (a block from a spreadsheet) or deleted something.
    """

    edited = Signal()

    def __init__(
        self, titles: Sequence[str], name: str, *, lines: int = 4, parent: QWidget | None = None
    ) -> None:
        """Make an empty table.

        Args:
            titles: Headings of the columns.
            name: What a screen reader calls the table.
            lines: How many rows are in sight.
            parent: Parent widget.
        """
        super().__init__(1, len(titles), parent)
        self.setHorizontalHeaderLabels(list(titles))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setStyleSheet(_LOOK)
        self.setTabKeyNavigation(True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
        )
        self.setFixedHeight(_HEAD + lines * _ROW)
        self.itemChanged.connect(lambda _item: self._change())

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows."""
        self.blockSignals(True)
        self.setRowCount(len(rows) + 1)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(place, column, QTableWidgetItem(text))
        self.blockSignals(False)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows in which anything was typed."""
        found = []
        for place in range(self.rowCount()):
            items = (self.item(place, column) for column in range(self.columnCount()))
            row = tuple(item.text().strip() if item is not None else "" for item in items)
            if any(row):
                found.append(row)
        return tuple(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a block, or empty the cells that are marked."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            self._empty()
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Put the rows and columns of a text, as a spreadsheet copies them, from here on."""
        top, left = max(0, self.currentRow()), max(0, self.currentColumn())
        lines = text.rstrip("\n").splitlines()
        if not lines:
            return
        self.blockSignals(True)
        self.setRowCount(max(self.rowCount(), top + len(lines)))
        for down, line in enumerate(lines):
            for across, cell in enumerate(line.split("\t")):
                if left + across < self.columnCount():
                    self.setItem(top + down, left + across, QTableWidgetItem(cell.strip()))
        self.blockSignals(False)
        self._change()

    def _empty(self) -> None:
        self.blockSignals(True)
        for item in self.selectedItems():
            item.setText("")
        self.blockSignals(False)
        self._change()

    def _change(self) -> None:
        self._keep_empty_row()
        self.edited.emit()

    def _keep_empty_row(self) -> None:
        last = self.rowCount() - 1
        items = (self.item(last, column) for column in range(self.columnCount()))
        if any(item is not None and item.text() for item in items):
            self.insertRow(last + 1)
