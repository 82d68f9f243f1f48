"""What an import would change, and every finding; the lists can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.ui.presenting.import_plan import change_columns, change_rows
from app.ui.presenting.places import place_columns, place_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from catalog.comparison import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.import_plan import ImportPlan
    from catalog.problem import Problem

_TABLE = (760, 300)


class ImportChanges(QWidget):
    """Counts, the list of changes, and the list of findings."""

    def __init__(self, speaker: Speaker) -> None:
        """Begin without a plan."""
        super().__init__()
        self._speaker = speaker
        self._problems: Sequence[Problem] = ()
        self.summary = make_label("", "strong")
        self.summary.setWordWrap(True)
        self.changes = DataTable(change_columns(speaker), self.tr("Changes"))
        self.findings = DataTable(place_columns(speaker), self.tr("Findings"))
        self.tabs = QTabWidget()
        self.tabs.setMinimumSize(*_TABLE)
        self.tabs.addTab(self.changes, self.tr("Changes"))
        self.tabs.addTab(self.findings, self.tr("Findings"))
        self.copy = make_button(self.tr("Copy findings"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self.summary)
        column.addWidget(self.tabs, 1)
        column.addLayout(below)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what would happen; a blocked import shows its findings first."""
        if plan.content is None:
            text = self.tr("{errors} errors: nothing is imported until they are mended.")
            self.summary.setText(text.format(errors=plan.errors))
        else:
            text = self.tr(
                "{added} charges added, {changed} changed, {withdrawn} withdrawn,"
                " {unchanged} unchanged"
            )
            self.summary.setText(
                text.format(
                    added=plan.count(Change.ADDED),
                    changed=plan.count(Change.CHANGED),
                    withdrawn=plan.count(Change.WITHDRAWN),
                    unchanged=plan.unchanged,
                )
            )
        self.changes.set_rows(change_rows(self._speaker, plan.differences))
        self.show_findings(plan.problems)
        self.tabs.setCurrentWidget(self.findings if plan.errors else self.changes)

    def show_findings(self, problems: Sequence[Problem]) -> None:
        """Show every finding, what blocks first, with its place and what to do."""
        self._problems = sorted(problems, key=lambda problem: not problem.blocks)
        self.findings.set_rows(place_rows(self._speaker, self._problems))
        title = self.tr("Findings ({count})").format(count=len(problems))
        self.tabs.setTabText(self.tabs.indexOf(self.findings), title)
        self.copy.setEnabled(bool(problems))

    def _copy(self) -> None:
        """Put the findings on the clipboard, one a line, cells between tabs."""
        lines = []
        for problem in self._problems:
            text, cure = self._speaker.finding(problem.code, problem.parameters)
            where = problem.where
            row = str(where.row or "")
            place = (where.file, where.sheet, row, where.column or where.subject)
            lines.append("\t".join((*place, problem.severity.value, text, cure)))
        QGuiApplication.clipboard().setText("\n".join(lines))
