"""The backups there are, and which of them shall take the place of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.rescue import Backup
    from app.ui.presenting.speaker import Speaker

_TABLE = (460, 260)
_MEGABYTE = 1 << 20


class BackupsDialog(FormDialog):
    """Lists backups, the newest first.

    ``chosen(backup)``: this one shall take the place of the data.
    """

    chosen = Signal(object)

    def __init__(self, speaker: Speaker, backups: Sequence[Backup], parent: QWidget) -> None:
        """Show the backups of a data folder."""
        super().__init__(self.tr("Backups"), self.tr("Restore…"), parent)
        about = self.tr(
            "A backup is made every day. Those of two weeks are kept, and of older months the"
            " last one, for a year. When one is restored, the data of now are kept beside it."
        )
        columns = (
            ColumnSpec("day", self.tr("Day"), 0, "left"),
            ColumnSpec("size", self.tr("Size"), 120),
        )
        self._backups = {backup.name: backup for backup in backups}
        self.table = DataTable(columns, self.tr("Backups"), compact=True)
        self.table.setMinimumSize(*_TABLE)
        self.table.set_rows(
            tuple(
                TableRow(
                    backup.name,
                    speaker.figures.date(backup.day),
                    cells=(Cell(f"{backup.size / _MEGABYTE:.1f}", "MB", "muted"),),
                )
                for backup in backups
            )
        )
        label = make_label(about, "second")
        label.setWordWrap(True)
        self.body.addWidget(label)
        self.body.addWidget(self.table)
        if backups:
            self.table.set_current(backups[0].name)
        else:
            self.show_problem(self.tr("There is none yet."))
        self.agree.setEnabled(bool(backups))
        self.accepted.connect(self._choose)

    def _choose(self) -> None:
        backup = self._backups.get(self.table.current_key())
        if backup is not None:
            self.chosen.emit(backup)
