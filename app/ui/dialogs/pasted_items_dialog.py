"""What a pasted block of products means, where not every row is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.pasted_items import pasted_fault
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label, name_button
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.ui.presenting.pasted_items import PastedRow
    from app.ui.presenting.speaker import Speaker

_TABLE = (640, 300)


class PastedItemsDialog(FormDialog):
    """Shows the rows with what is wrong first; agreeing adds those that are understood."""

    def __init__(self, speaker: Speaker, rows: Sequence[PastedRow], parent: QWidget) -> None:
        """Show the rows of a block."""
        good = sum(row.item is not None for row in rows)
        agree = self.tr("Add the {count} that are understood").format(count=good)
        super().__init__(self.tr("Some rows are not understood"), agree, parent)
        if not good:
            self.only_show()
            name_button(self.agree, self.tr("Close"))
        columns = (
            ColumnSpec("text", self.tr("Row"), 0, "left"),
            ColumnSpec("quantity", self.tr("Quantity"), 84),
            ColumnSpec("fault", self.tr("What about it"), 300, "left"),
        )
        self.table = DataTable(columns, self.tr("Pasted rows"), compact=True)
        self.table.setMinimumSize(*_TABLE)
        ordered = sorted(rows, key=lambda row: row.item is not None)
        self.table.set_rows(tuple(self._row(speaker, row) for row in ordered))
        about = make_label(
            self.tr("Nothing was changed yet. What is not understood is left out."), "second"
        )
        self.body.addWidget(about)
        self.body.addWidget(self.table)

    def _row(self, speaker: Speaker, row: PastedRow) -> TableRow:
        if row.item is None:
            told = Cell(pasted_fault(speaker, row), tone="bad")
            quantity = Cell("")
        else:
            told = Cell(row.item.code, tone="muted")
            quantity = Cell(speaker.figures.quantity(row.item.quantity))
        return TableRow(str(row.number), f"{row.number} · {row.text}", cells=(quantity, told))
