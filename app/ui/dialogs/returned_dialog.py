"""An approval workbook that came back: decisions, altered cells, and a button to record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.returned import (
    alteration_columns,
    alteration_rows,
    decision_columns,
    decision_rows,
)
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.paper_decision import ReturnedPaper
    from app.ui.page import Surroundings

_WIDTH: Final = 880
_DECISIONS, _CELLS = 170, 200


class ReturnedDialog(FormDialog):
    """Shows what a workbook says; ``accepted`` asks to record what can be."""

    def __init__(self, around: Surroundings, paper: ReturnedPaper, parent: QWidget) -> None:
        """Show a workbook.

        Args:
            around: Speaker.
            paper: As it was read.
            parent: Window that it belongs to.
        """
        title = self.tr("Approval workbook {name}").format(name=paper.name)
        super().__init__(title, self.tr("Record"), parent)
        speaker = around.speaker
        about = self.tr(
            "Nobody signed this file. A refusal counts; a consent is noted in the log and lets"
            " nothing pass beyond what the policy grants to unsigned decisions."
        )
        self.about = make_label(about, "second")
        self.about.setWordWrap(True)
        self.decisions = DataTable(decision_columns(speaker), self.tr("Decisions"))
        self.decisions.setMinimumSize(_WIDTH, _DECISIONS)
        self.decisions.set_rows(decision_rows(speaker, paper))
        rows = alteration_rows(speaker, paper)
        told = self.tr("{count} cells are not as they were written:") if rows else ""
        none = self.tr("No cell was altered but what is to be filled in.")
        self.altered = make_label(told.format(count=len(rows)) or none, "strong")
        self.cells = DataTable(alteration_columns(speaker), self.tr("Altered cells"))
        self.cells.setMinimumHeight(_CELLS)
        self.cells.set_rows(rows)
        self.cells.setVisible(bool(rows))
        for part in (self.about, self.decisions, self.altered, self.cells):
            self.body.addWidget(part)
        self.agree.setEnabled(any(not one.problems for one in paper.decisions))
