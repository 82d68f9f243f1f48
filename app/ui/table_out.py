"""Any table of the window as a file that a spreadsheet opens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QAbstractItemView, QFileDialog

from app.ui.files_out import open_file
from app.ui.widgets.row_model import ROOT, RowModel
from app.ui.widgets.row_view import RowView
from app.ui.widgets.rows import Cell, QuoteRow, cell_of
from app.ui.widgets.rows_edit import RowsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.page import Surroundings
    from app.ui.widgets.rows import Row

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]+')


class TableShown(NamedTuple):
    """What a table shows: as ``export_table`` wants it."""

    columns: list[tuple[str, int, bool]]
    rows: list[tuple[list[tuple[str, str]], int, bool]]


class TableOut(QObject):
    """Writes the table that the keyboard is in, or else the largest that is seen."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window."""
        super().__init__(window)
        self._around = around
        self._window = window

    def table(self) -> RowView | RowsEdit | None:
        """The table that is meant."""
        return table_in_front(self._window)

    def export(self) -> None:
        """Ask for a file and write the table to it."""
        table = self.table()
        if table is None:
            self._around.messages.info(self.tr("There is no table here"))
            return
        self.ask(table)

    def ask(self, table: RowView | RowsEdit) -> None:
        """Ask for a file and write one table to it, be it in a dialog."""
        name = table.accessibleName()
        day = self._around.clock().date()
        dialog = QFileDialog(table.window(), self.tr("Export the table"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)")])
        dialog.setDefaultSuffix("xlsx")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.selectFile(f"{_NOT_IN_NAMES.sub(' ', name)} {day.isoformat()}.xlsx")
        dialog.fileSelected.connect(lambda file: self.write(table, Path(file)))
        dialog.open()

    def write(self, table: RowView | RowsEdit, path: Path) -> None:
        """Write a table to a file."""
        from app.services.table_export import export_table

        shown, title = shown_of(table), table.accessibleName()
        day, words = self._around.clock().date(), self._around.speaker.words

        def done(_none: object) -> None:
            news = self.tr("{count} rows written to {file}")
            text = news.format(count=len(shown.rows), file=path.name)
            toast = self._around.toasts.show_news(text, "ok", self.tr("Open"))
            toast.acted.connect(lambda: open_file(path))

        self._around.tasks.run(
            lambda _task: export_table(path, title, shown.columns, shown.rows, day, words),
            done,
            self._failed,
        )

    def _failed(self, failure: Exception) -> None:
        from app.errors import QuotewrightError

        if isinstance(failure, QuotewrightError):
            self._around.messages.error(*self._around.speaker.failure(failure))
        else:
            self._around.tasks.crashed.emit(failure)


def table_in_front(window: QWidget) -> RowView | RowsEdit | None:
    """The table of a window that the keyboard is in, or else the largest that is seen."""
    focused: QWidget | None = window.focusWidget()
    while focused is not None:
        if isinstance(focused, RowView | RowsEdit) and focused.window() is window:
            return focused
        focused = focused.parentWidget()
    seen = [
        view
        for view in window.findChildren(QAbstractItemView)
        if isinstance(view, RowView | RowsEdit) and view.isVisible() and view.window() is window
    ]
    return max(seen, key=lambda view: view.width() * view.height(), default=None)


def _typed_of(table: RowsEdit) -> TableShown:
    """The rows that were typed, in the columns as they are seen."""
    header, places = table.header(), table.choice.in_sight()
    model = table.model()
    heads = [
        (str(model.headerData(at, Qt.Orientation.Horizontal)), header.sectionSize(at), False)
        for at in places
    ]
    texts = ([row[at] for at in places] for row in table.shown_rows())
    return TableShown(heads, [([(text, "") for text in row], 0, False) for row in texts])


def shown_of(table: RowView | RowsEdit) -> TableShown:
    """The shown columns with all their rows; second lines of titles in a column of their own."""
    if isinstance(table, RowsEdit):
        return _typed_of(table)
    model = table.model()
    if not isinstance(model, RowModel):
        return TableShown([], [])
    header = table.header()
    places = table.choice.in_sight()
    heads = [
        (model.columns[at].title, header.sectionSize(at), model.columns[at].align == "right")
        for at in places
    ]
    found = list(_rows(model, ROOT, 0))
    wide = any(row.subtitle or row.badge for row, _ in found)
    if wide:
        about = QCoreApplication.translate("TableOut", "Particulars")
        heads.insert(1, (about, header.sectionSize(0), False))
    rows = []
    for row, level in found:
        cells = [cell_of(row, at) if at else Cell(row.title) for at in places]
        if wide:
            about = " · ".join(text for text in (row.badge, row.subtitle) if text)
            cells.insert(1, Cell(about))
        heading = isinstance(row, QuoteRow) and row.kind == "section"
        rows.append(([(cell.text, cell.unit) for cell in cells], level, heading))
    return TableShown(heads, rows)


def _rows(model: RowModel, above: QModelIndex, level: int) -> list[tuple[Row, int]]:
    found: list[tuple[Row, int]] = []
    for place in range(model.rowCount(above)):
        index = model.index(place, 0, above)
        row = model.row_at(index)
        found.append((row, level))
        section = isinstance(row, QuoteRow) and row.kind == "section"
        found.extend(_rows(model, index, level if section else level + 1))
    return found
