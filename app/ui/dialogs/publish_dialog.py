"""Publish the draft: what changes, what it does to the open quotes, and a name for the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.differences import (
    difference_summary,
    regression_columns,
    regression_rows,
)
from app.ui.presenting.places import place_columns, place_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label
from catalog.comparison import compare

if TYPE_CHECKING:
    from app.services.regression import RegressionRun
    from app.services.workspace import Workspace
    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_TABLE = (860, 300)


class PublishDialog(FormDialog):
    """Shows the summary and the regression run; ``agreed(version, title)`` publishes."""

    agreed = Signal(str, str)

    def __init__(
        self, around: Surroundings, workspace: Workspace, session: DraftSession, parent: QWidget
    ) -> None:
        """Try the draft on every open quote at once."""
        super().__init__(self.tr("Publish the draft"), self.tr("Publish"), parent)
        from app.services.catalog_drafts import check_publishing, next_version

        self._around = around
        known = [row.version for row in workspace.catalogs.versions()]
        now = around.clock()
        self.version = QLineEdit(next_version(known, now.date()))
        self.title = QLineEdit(session.base.title)
        self.add_field(self.tr("Name of the version"), self.version)
        self.add_field(self.tr("Title"), self.title)
        found = compare(session.base, session.content)
        self.summary = make_label(difference_summary(around.speaker, found), "body")
        self.summary.setWordWrap(True)
        self.outcome = make_label(self.tr("Trying the open quotes…"), "strong")
        self.outcome.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.quotes = DataTable(regression_columns(around.speaker), self.tr("Quotes that change"))
        self.quotes.setMinimumSize(*_TABLE)
        self.quotes.hide()
        for part in (self.summary, self.outcome, self.bar, self.quotes):
            self.body.addWidget(part)
        self._known = frozenset(known)
        self._blocked = False
        self._show_findings(check_publishing(session.base, session.content, known[0]))
        self.version.textChanged.connect(lambda _text: self._allow())
        around.tasks.progressed.connect(self._progress)
        self._task = self._try(workspace, session)
        self.finished.connect(self._task.cancel)
        self._allow()

    def _show_findings(self, problems: tuple[object, ...]) -> None:
        from catalog.problem import Problem

        found = [problem for problem in problems if isinstance(problem, Problem)]
        if not found:
            return
        self._blocked = any(problem.blocks for problem in found)
        table = DataTable(place_columns(self._around.speaker), self.tr("Findings"))
        table.setMinimumSize(_TABLE[0], _TABLE[1] // 2)
        table.set_rows(place_rows(self._around.speaker, found))
        self.body.insertWidget(1, table)
        if self._blocked:
            self.show_problem(self.tr("Mend these findings first; nothing can be published."))

    def _try(self, workspace: Workspace, session: DraftSession) -> Task:
        catalog, day = session.catalog, self._around.clock().date()

        def work(task: Task) -> RegressionRun:
            from app.services.regression import run_regression

            def watch(done: int, total: int) -> None:
                task.check()
                task.report(done, total)

            return run_regression(workspace, catalog, day, watch)

        return self._around.tasks.run(work, self._tried)

    def _progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _tried(self, run: RegressionRun) -> None:
        self.bar.hide()
        self.outcome.setText(self.told(run))
        self.quotes.set_rows(regression_rows(self._around.speaker, run.changed))
        self.quotes.setVisible(bool(run.changed))

    def told(self, run: RegressionRun) -> str:
        """What the regression run found, in one sentence."""
        if not run.quotes:
            return self.tr("There is no open quote.")
        text = self.tr("Of {quotes} open quotes, {changed} would change when repriced.")
        told = text.format(quotes=run.quotes, changed=len(run.changed))
        split = sum(quote.contract[0] == quote.contract[1] for quote in run.changed)
        if split:
            text = self.tr("In {count} of them only the split over charges does, not the sum.")
            told += " " + text.format(count=split)
        if run.unreadable:
            numbers = ", ".join(number for number, _ in run.unreadable)
            told += " " + self.tr("Not priced: {numbers}.").format(numbers=numbers)
        return told

    def _allow(self) -> None:
        name = self.version.text().strip()
        taken = name in self._known
        self.agree.setEnabled(bool(name) and not taken and not self._blocked)
        if not self._blocked:
            self.show_problem(self.tr("There is a version of this name.") if taken else "")

    def accept(self) -> None:
        """Publish under the name that was typed."""
        if self.agree.isEnabled():
            self.agreed.emit(self.version.text().strip(), self.title.text().strip())
            super().accept()
