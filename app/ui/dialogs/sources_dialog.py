"""Every figure of a month with the file, the sheet and the row that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.sources import source_columns, source_rows, source_sentence
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.rows import cell_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.bill_sources import SourcedFigure
    from app.ui.presenting.speaker import Speaker
    from catalog.period import Month

_SIZE = (860, 480)


class SourcesDialog(FormDialog):
    """Shows the places; they can be copied as rows for a spreadsheet."""

    def __init__(
        self, speaker: Speaker, month: Month, figures: tuple[SourcedFigure, ...], parent: QWidget
    ) -> None:
        """Show the figures of a month."""
        title = self.tr("Where the figures of {month} come from")
        super().__init__(title.format(month=speaker.figures.month(month)), self.tr("Close"), parent)
        self.only_show()
        about = make_label(source_sentence(speaker, figures), "second")
        about.setWordWrap(True)
        self._columns = source_columns(speaker)
        self._rows = source_rows(speaker, figures)
        self.table = DataTable(self._columns, self.tr("Figures and their places"), compact=True)
        self.table.set_rows(self._rows)
        self.copy = make_button(self.tr("Copy all"), icon="copy")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.body.addWidget(about)
        self.body.addWidget(self.table, 1)
        self.buttons.insertWidget(0, self.copy)
        self.resize(*_SIZE)
        self.table.setFocus()

    def _copy(self) -> None:
        lines = ["\t".join(column.title for column in self._columns)]
        for row in self._rows:
            name = f"{row.subtitle} {row.title}".strip()
            cells = [cell_of(row, at).full_text for at in range(1, len(self._columns))]
            lines.append("\t".join((name, *cells)))
        QGuiApplication.clipboard().setText("\n".join(lines))
