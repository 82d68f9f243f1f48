"""Publish the draft: what changes, what it does to the open quotes, and a name for the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.regression_view import RegressionView
from app.ui.presenting.differences import difference_summary
from app.ui.presenting.places import place_columns, place_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label
from catalog.comparison import compare

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.services.regression import RegressionRun
    from app.services.workspace import Workspace
    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from catalog.product_catalog import ProductCatalog

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
        catalog, day = session.catalog, now.date()
        self.view = RegressionView(around, lambda watch: _run(workspace, catalog, day, watch), self)
        self.outcome = self.view.outcome
        for part in (self.summary, self.view):
            self.body.addWidget(part)
        self._known = frozenset(known)
        self._blocked = False
        self._show_findings(check_publishing(session.base, session.content, known[0]))
        self.version.textChanged.connect(lambda _text: self._allow())
        self.finished.connect(self.view.cancel)
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


def _run(
    workspace: Workspace, catalog: ProductCatalog, day: date, watch: Callable[[int, int], None]
) -> RegressionRun:
    from app.services.regression import run_regression

    return run_regression(workspace, catalog, day, watch)
