"""Why a pasted block, or a file, was not taken: every finding with its place and cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.places import place_columns, place_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.ui.page import Surroundings
    from catalog.problem import Problem

_TABLE = (760, 280)


class PastedDialog(FormDialog):
    """Shows the findings of a block or a file; nothing of it was taken."""

    def __init__(
        self,
        around: Surroundings,
        problems: Sequence[Problem],
        parent: QWidget,
        *,
        from_file: bool = False,
    ) -> None:
        """Show the findings; of a pasted block unless they are of a file."""
        title = self.tr("The rows were not pasted")
        about = self.tr("Nothing was changed. Mend the rows in the spreadsheet and paste again.")
        if from_file:
            title = self.tr("The file was not taken")
            about = self.tr("Nothing was changed. Mend the file at these places and read it again.")
        super().__init__(title, self.tr("Close"), parent)
        self.only_show()
        self.findings = DataTable(place_columns(around.speaker), self.tr("Findings"))
        self.findings.setMinimumSize(*_TABLE)
        self.findings.set_rows(place_rows(around.speaker, problems))
        self.body.addWidget(make_label(about, "second"))
        self.body.addWidget(self.findings)
