"""A small table one types rows into; an empty row is always waiting at the end."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.widgets.column_choice import ColumnChoice
from app.ui.widgets.row_delegate import RowDelegate
from app.ui.widgets.rows import ColumnSpec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    Words: TypeAlias = Mapping[int, Sequence[tuple[str, str]]]
    Texts: TypeAlias = tuple[tuple[str, ...], ...]

_ROW = 30
_HEAD = 34
_LOOK = (
    "QTableWidget { border: 1px solid palette(mid); border-radius: 6px;"
    " gridline-color: palette(midlight) }"
    "QTableWidget::item { padding: 0 6px }"
    "QLineEdit { min-height: 0; padding: 0 6px; border-radius: 0 }"
    "QComboBox { min-height: 0; padding: 0 6px; border-radius: 0 }"
)


class RowsEdit(QTableWidget):
    """Shows and takes rows of text; rows that are empty do not count.

    * ``edited()``: the user typed, pasted (a block from a spreadsheet), deleted or took back.
    * ``typing(row, column, text)``: what stands in an editor that is still open, at every key.

    Attributes:
        choice: Which columns are shown, in what order and how wide.
    """

    edited = Signal()
    typing = Signal(int, int, str)

    def __init__(
        self,
        titles: Sequence[str],
        name: str,
        *,
        lines: int = 4,
        words: Words | None = None,
        widths: Mapping[int, int] | None = None,
        ids: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table.

        Args:
            titles: Headings of the columns.
            name: What a screen reader calls the table.
            lines: How many rows are in sight.
            words: Pairs of word and text of the columns that take only some words; the texts are
                shown and typed, the words are what rows say.
            widths: Pixels of columns; the others share what is left.
            ids: Names under which the columns are remembered; the headings when not given.
            parent: Parent widget.
        """
        super().__init__(1, len(titles), parent)
        self._titles = tuple(titles)
        self._words = {column: tuple(pairs) for column, pairs in (words or {}).items()}
        self._states: list[Texts] = [()]
        self._state = 0
        self.setHorizontalHeaderLabels(list(titles))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        specs = [
            ColumnSpec(f"typed.{one}", title, (widths or {}).get(at, 0), "left", typed="text")
            for at, (one, title) in enumerate(zip(ids or titles, titles, strict=True))
        ]
        self.choice = ColumnChoice(self, self.horizontalHeader(), tuple(specs))
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
        self._delegate = RowDelegate(
            {at: [text for _, text in pairs] for at, pairs in self._words.items()}, self
        )
        self._delegate.typing.connect(self.typing)
        self.setItemDelegate(self._delegate)
        self.itemChanged.connect(lambda _item: self._change())

    def header(self) -> QHeaderView:
        """The titles of the columns."""
        return self.horizontalHeader()

    # ------------------------------------------------------------ rows

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows; what was done before cannot be taken back any more."""
        self._show([[self._text(at, cell) for at, cell in enumerate(row)] for row in rows])
        self._states, self._state = [self._texts()], 0

    def rows(self) -> Texts:
        """The rows in which anything was typed."""
        return tuple(row for row in self.every_row() if any(row))

    def every_row(self) -> Texts:
        """The rows down to the last in which anything was typed; empty ones keep their places."""
        found = [
            tuple(self._word(at, cell) for at, cell in enumerate(row)) for row in self._texts()
        ]
        while found and not any(found[-1]):
            found.pop()
        return tuple(found)

    def shown_rows(self) -> Texts:
        """The rows in which anything was typed, in the words that are shown."""
        return tuple(row for row in self._texts() if any(row))

    def rows_with(self, row: int, column: int, text: str) -> Texts:
        """``every_row`` as it would be with another text in one cell."""
        rows = [list(cells) for cells in self.every_row()]
        rows += [[""] * self.columnCount() for _ in range(row + 1 - len(rows))]
        rows[row][column] = self._word(column, text.strip())
        return tuple(map(tuple, rows))

    def _texts(self) -> Texts:
        return tuple(tuple(self._cells(place)) for place in range(self.rowCount()))

    def _cells(self, place: int) -> Iterator[str]:
        for column in range(self.columnCount()):
            item = self.item(place, column)
            yield item.text().strip() if item is not None else ""

    def _text(self, column: int, word: str) -> str:
        return dict(self._words.get(column, ())).get(word, word)

    def _word(self, column: int, text: str) -> str:
        """The word of a text; a text that is none stays, for the reader to say so."""
        folded = text.casefold()
        pairs = self._words.get(column, ())
        return next((word for word, shown in pairs if shown.casefold() == folded), text)

    def _show(self, rows: Sequence[Sequence[str]]) -> None:
        self.blockSignals(True)
        self.setRowCount(len(rows) + 1)
        for place in range(self.rowCount()):
            row = rows[place] if place < len(rows) else ()
            for column in range(self.columnCount()):
                text = row[column] if column < len(row) else ""
                self.setItem(place, column, QTableWidgetItem(text))
        self.blockSignals(False)

    def propose(self, column: int, texts: Sequence[str]) -> None:
        """Propose texts while one types in a column; any other is taken as well."""
        self._delegate.proposed[column] = tuple(texts)

    def mark(self, row: int, column: int) -> None:
        """Show which cell is wrong, or the whole row with column -1; row -1 for none."""
        self._delegate.wrong = (row, column)
        if row >= 0 and column >= 0:  # what is wrong is seen, also where it was hidden
            self.setColumnHidden(column, False)
        self.viewport().update()

    # ------------------------------------------------------------ editing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy or paste a block, or empty the cells that are marked."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._copied())
        elif event.key() == Qt.Key.Key_Delete:
            self._empty()
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Put the rows and columns of a text, as a spreadsheet copies them, from here on.

        They go into the columns as they are seen; below a first row of our own headings, which is
        left out, each into the column of that heading.
        """
        top, sight = max(0, self.currentRow()), self.choice.in_sight()
        here = max(0, self.currentColumn())
        columns = sight[sight.index(here) :] if here in sight else sight
        lines = [line.split("\t") for line in text.rstrip("\n").splitlines()]
        titles = [_folded(title) for title in self._titles]
        if lines and any(lines[0]) and all(_folded(cell) in titles for cell in lines[0]):
            columns = [titles.index(_folded(cell)) for cell in lines[0]]
            del lines[0]
        if not lines:
            return
        self.blockSignals(True)
        self.setRowCount(max(self.rowCount(), top + len(lines)))
        for down, line in enumerate(lines):
            for column, cell in zip(columns, line, strict=False):
                self.setItem(top + down, column, QTableWidgetItem(cell.strip()))
        self.blockSignals(False)
        self._change()

    def put(self, row: int, column: int, text: str) -> None:
        """Put a text into one cell, in sight or not; it can be taken back like any other."""
        self.blockSignals(True)
        self.setRowCount(max(self.rowCount(), row + 1))
        self.setItem(row, column, QTableWidgetItem(text))
        self.blockSignals(False)
        self._change()

    def remove_rows(self) -> None:
        """Take the rows out in which a cell is marked."""
        places = {index.row() for index in self.selectedIndexes()} or {self.currentRow()}
        kept = [row for place, row in enumerate(self._texts()) if place not in places]
        while kept and not any(kept[-1]):
            kept.pop()
        self._show(kept)
        self._change()

    def _copied(self) -> str:
        marked = {(index.row(), index.column()) for index in self.selectedIndexes()}
        rows, chosen = {row for row, _ in marked}, {column for _, column in marked}
        texts, columns = self._texts(), [at for at in self.choice.in_sight() if at in chosen]
        lines = ("\t".join(texts[row][at] for at in columns) for row in sorted(rows))
        return "\n".join(lines)

    def _empty(self) -> None:
        self.blockSignals(True)
        for item in self.selectedItems():
            item.setText("")
        self.blockSignals(False)
        self._change()

    def _change(self) -> None:
        self._keep_empty_row()
        texts = self._texts()
        if texts != self._states[self._state]:
            self._state += 1
            self._states[self._state :] = [texts]
        self.edited.emit()

    def _keep_empty_row(self) -> None:
        last = self.rowCount() - 1
        if last < 0 or any(self._cells(last)):
            self.insertRow(last + 1)

    # ------------------------------------------------------------ undo

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._state > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._state + 1 < len(self._states)

    def undo(self) -> None:
        """Take back what was done last."""
        self._go_to(self._state - 1)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go_to(self._state + 1)

    def _go_to(self, state: int) -> None:
        if 0 <= state < len(self._states):
            self._state = state
            row, column = self.currentRow(), self.currentColumn()
            self._show([row for row in self._states[state] if any(row)])
            self.setCurrentCell(max(0, row), max(0, column))
            self.edited.emit()


def _folded(heading: str) -> str:
    """A heading without what differs between keyboards: width of its characters, case, space."""
    return unicodedata.normalize("NFKC", heading).casefold().strip()
