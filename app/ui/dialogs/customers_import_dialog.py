"""Import customers: what a file would change, every finding with its row, then all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.errors import QuotewrightError
from app.services.customer_exchange import CustomerPlan, read_customers, store_customers
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.places import place_columns, place_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_SIZE = (720, 300)
_STEPS = 100


class CustomersImportDialog(FormDialog):
    """Tells what files would change; ``imported(id)`` fires with one of the customers stored."""

    imported = Signal(str)

    def __init__(
        self, around: Surroundings, workspace: Workspace, paths: Sequence[Path], parent: QWidget
    ) -> None:
        """Read the files beside the window."""
        super().__init__(self.tr("Import customers"), self.tr("Import"), parent)
        self._around = around
        self._workspace = workspace
        self._plan: CustomerPlan | None = None
        self.told = make_label(self.tr("Reading…"), "second")
        self.told.setWordWrap(True)
        self.findings = DataTable(place_columns(around.speaker), self.tr("Findings"))
        self.findings.setMinimumSize(*_SIZE)
        self.findings.hide()
        self.body.addWidget(self.told)
        self.body.addWidget(self.findings)
        self.agree.setEnabled(False)

        def work(task: Task) -> CustomerPlan:
            return read_customers(
                paths,
                workspace,
                progress=lambda share: task.report(round(share * _STEPS), _STEPS),
            )

        around.tasks.run(work, self._show, self._refuse)

    def _show(self, plan: CustomerPlan) -> None:
        self._plan = plan
        text = self.tr("{added} new customers, {changed} changed, {same} as they are")
        changed = len(plan.customers) - plan.added
        told = text.format(added=plan.added, changed=changed, same=plan.same)
        if plan.blocked:
            told += self.tr("; nothing can be imported before the findings are mended")
        self.told.setText(told)
        self.findings.set_rows(place_rows(self._around.speaker, plan.problems))
        self.findings.setVisible(bool(plan.problems))
        self.agree.setEnabled(bool(plan.customers) and not plan.blocked)
        self.grow()

    def accept(self) -> None:
        """Store all of it or nothing."""
        workspace, plan, now = self._workspace, self._plan, self._around.clock()
        if plan is None or plan.blocked:
            return
        self.agree.setEnabled(False)
        self._around.tasks.run(
            lambda _task: store_customers(workspace, plan, now),
            lambda _nothing: self._done(plan),
            self._refuse,
        )

    def _done(self, plan: CustomerPlan) -> None:
        self.imported.emit(plan.customers[0].id)
        super().accept()

    def _refuse(self, failure: Exception) -> None:
        if isinstance(failure, QuotewrightError):
            self.show_problem(" ".join(self._around.speaker.failure(failure)))
        else:
            self._around.tasks.crashed.emit(failure)
