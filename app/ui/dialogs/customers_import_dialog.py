"""Import customers in steps: files, columns, what would change, done; all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.services.customer_exchange import (
    CustomerPlan,
    OpenedCustomers,
    open_customers,
    prepare_customers,
    store_customers,
)
from app.ui.dialogs.customers_mapping import CustomersMapping
from app.ui.dialogs.customers_outcome import CustomersOutcome
from app.ui.dialogs.files_dialog import FilesDialog
from app.ui.dialogs.stepped_dialog import progress_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task


class CustomersImportDialog(FilesDialog):
    """Leads through an import of customers.

    ``imported(id)`` fires with one of the customers stored, and with an empty text when the last
    import was taken back. Where everything is clear, the columns are not asked about.

    Attributes:
        mapping: What their columns mean.
        outcome: What would change.
    """

    def __init__(
        self, around: Surroundings, workspace: Workspace, paths: Sequence[Path], parent: QWidget
    ) -> None:
        """Read the files beside the window, if there are any."""
        super().__init__(self.tr("Import customers"), around, parent)
        self._workspace = workspace
        self._opened = OpenedCustomers()
        self.plan: CustomerPlan | None = None
        self.ask_files(self.tr("Tables of customers (.xlsx, .xls, .csv)"), self.tr("Tables"))
        self._tell_former()
        self.undo.clicked.connect(self._undo)
        self.mapping = CustomersMapping(around.speaker)
        self.outcome = CustomersOutcome(around.speaker)
        self.findings = self.outcome.findings
        self.lay_out((self.mapping, self.outcome))
        self.add_files(paths)
        if paths:
            self._open()

    def _tell_former(self) -> None:
        former = self._workspace.customer_imports.last()
        if former is None:
            return
        text = self.tr("{day} {files}: {added} new, {changed} changed")
        self.offer_undo(
            text.format(
                day=f"{former.at:%Y-%m-%d}",
                files=", ".join(former.files),
                added=former.added,
                changed=former.changed,
            )
        )

    def is_ready(self, step: int) -> bool:
        """Nothing is stored with errors in it."""
        plan = self.plan
        return step == 1 or (plan is not None and not plan.blocked and bool(plan.customers))

    def accept(self) -> None:
        """Go on: open the files, work out what would change, or store it."""
        step = self.steps.currentIndex()
        if step == 0:
            self._open()
        elif step == 1:
            self._opened = msgspec.structs.replace(self._opened, tables=self.mapping.tables())
            self._prepare()
        elif self.plan is not None and not self.plan.blocked:
            self._store(self.plan)

    def _open(self) -> None:
        paths, workspace, cancel = self.paths(), self._workspace, self._cancel

        def work(task: Task) -> OpenedCustomers:
            report = progress_of(task)
            return open_customers(paths, workspace, progress=report, cancel=cancel)

        self.begun.emit(tuple(str(path) for path in paths))
        self.run(work, self._show_columns)

    def _show_columns(self, opened: OpenedCustomers) -> None:
        self.end()
        self._opened = opened
        self.mapping.set_tables(opened.tables)
        if opened.is_clear or not opened.tables:
            self._prepare()
        else:
            self.go(1)

    def _prepare(self) -> None:
        opened, workspace, cancel = self._opened, self._workspace, self._cancel

        def work(_task: Task) -> CustomerPlan:
            return prepare_customers(opened, workspace, cancel=cancel)

        self.run(work, self._show_plan)

    def _show_plan(self, plan: CustomerPlan) -> None:
        self.end()
        self.plan = plan
        self.outcome.show_plan(plan)
        self.go(2)

    def _store(self, plan: CustomerPlan) -> None:
        workspace, tables, now = self._workspace, self._opened.tables, self._around.clock()

        def work(task: Task) -> None:
            task.check()
            store_customers(workspace, plan, now, tables)

        self.run(work, lambda _none: self._taken(plan), storing=True)

    def _taken(self, plan: CustomerPlan) -> None:
        self.end()
        text = self.tr("{count} customers imported; “Import customers…” takes it back as a whole")
        self._around.toasts.show_news(text.format(count=len(plan.customers)), "ok")
        self.imported.emit(plan.customers[0].id)
        super().accept()

    def _undo(self) -> None:
        workspace, now = self._workspace, self._around.clock()
        self.run(lambda _task: workspace.customer_imports.undo(now), self._taken_back, storing=True)

    def _taken_back(self, count: int) -> None:
        self.end()
        text = self.tr("The last import was taken back: {count} customers")
        self._around.toasts.show_news(text.format(count=count), "ok")
        self.imported.emit("")
        super().accept()
