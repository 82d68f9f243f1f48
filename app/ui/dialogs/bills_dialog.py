"""Import bills of a customer in steps: files, columns, what would change, done; all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.services.bill_plan import BillPlan, OpenedBills
from app.services.bill_words import load_bill_words
from app.services.import_bills import open_bills, prepare_bills, store_bills, undo_bills
from app.ui.dialogs.bills_mapping import BillsMapping
from app.ui.dialogs.bills_outcome import BillsOutcome
from app.ui.dialogs.files_dialog import FilesDialog
from app.ui.dialogs.stepped_dialog import progress_of
from app.ui.widgets.parts import name_button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task


class BillsDialog(FilesDialog):
    """Leads through an import of bills; ``imported`` names whose they are."""

    def __init__(
        self,
        around: Surroundings,
        workspace: Workspace,
        customer_id: str,
        parent: QWidget,
        paths: Sequence[Path] = (),
    ) -> None:
        """Import for a stored customer.

        Args:
            around: What dialogs share.
            workspace: The user's data.
            customer_id: Whose bills.
            parent: Window that it belongs to.
            paths: Files to begin with, such as those that were dropped.
        """
        super().__init__(self.tr("Import bills"), around, parent)
        self._workspace = workspace
        self._customer = customer_id
        self._opened = OpenedBills((), ())
        self.plan: BillPlan | None = None
        self.ask_files(
            self.tr("Bills (.xlsx, .xls, .csv), one file for all or one a month"), self.tr("Bills")
        )
        former = workspace.bill_imports.imports(customer_id)
        if former and former[0].undoable:
            names = ", ".join(file.name for file in former[0].files)
            self.offer_undo(f"{former[0].at:%Y-%m-%d} {names}")
        self.undo.clicked.connect(self._undo)
        words = load_bill_words().bill_words.kind
        chinese = around.speaker.words.language == "zh"
        kinds = {code: kind.zh if chinese else kind.en for code, kind in words.items()}
        self.mapping = BillsMapping(around.speaker)
        self.outcome = BillsOutcome(around.speaker, kinds)
        self.outcome.changed.connect(self._outdate)
        self.lay_out((self.mapping, self.outcome))
        self.add_files(paths)

    def allow(self) -> None:
        """What was said anew is worked out before it is stored."""
        if self.steps.currentIndex() == 2:
            fresh = self.plan is not None
            name_button(self.agree, self.tr("Import") if fresh else self.tr("Work out again"))
        self.outcome.setEnabled(self._task is None)
        super().allow()

    def is_ready(self, step: int) -> bool:
        """Nothing is stored with errors in it."""
        return step == 1 or self.plan is None or self.plan.bills is not None

    def accept(self) -> None:
        """Go on: open the files, work out what would change, or store it."""
        step = self.steps.currentIndex()
        if step == 0:
            self._open()
        elif step == 1 or self.plan is None:
            self._prepare()
        else:
            self._store(self.plan)

    def _open(self) -> None:
        paths, workspace, cancel = self.paths(), self._workspace, self._cancel
        customer = self._customer

        def work(task: Task) -> OpenedBills:
            report = progress_of(task)
            return open_bills(paths, customer, workspace, progress=report, cancel=cancel)

        self.begun.emit(tuple(str(path) for path in paths))
        self.run(work, self._show_columns)

    def _show_columns(self, opened: OpenedBills) -> None:
        self.end()
        self._opened = opened
        if opened.tables:
            self.mapping.set_tables(opened.tables)
            self.go(1)
        else:
            self._prepare()

    def _prepare(self) -> None:
        if self._opened.tables:
            self.mapping.set_kinds(self.outcome.said_kinds())
            tables = self.mapping.tables()
            self._opened = msgspec.structs.replace(self._opened, tables=tables)
        opened, choices = self._opened, self.outcome.choices()
        workspace, cancel, customer = self._workspace, self._cancel, self._customer

        def work(task: Task) -> BillPlan:
            report = progress_of(task)
            return prepare_bills(
                opened, customer, workspace, choices, progress=report, cancel=cancel
            )

        self.run(work, self._show_plan)

    def _show_plan(self, plan: BillPlan) -> None:
        self.plan = plan
        self.end()
        self.outcome.show_plan(plan)
        self.go(2)

    def _outdate(self) -> None:
        """Something was said that the plan does not know."""
        self.plan = None
        self.allow()

    def _store(self, plan: BillPlan) -> None:
        workspace, tables, now = self._workspace, self._opened.tables, self._around.clock()

        def work(task: Task) -> None:
            task.check()
            store_bills(workspace, plan, tables, now)

        self.run(work, lambda _none: self._taken(plan), storing=True)

    def _taken(self, plan: BillPlan) -> None:
        self.end()
        text = self.tr("Imported {bills} monthly bills of {accounts} accounts")
        bills = plan.added + plan.replaced + plan.same
        told = text.format(bills=bills, accounts=len(plan.accounts))
        self._around.toasts.show_news(told, "ok")
        self._leave_with_news()

    def _undo(self) -> None:
        workspace, customer, now = self._workspace, self._customer, self._around.clock()

        def work(_task: Task) -> bool:
            return undo_bills(workspace, customer, now) is not None

        self.run(work, lambda _done: self._taken_back(), storing=True)

    def _taken_back(self) -> None:
        self.end()
        self._around.toasts.show_news(self.tr("The last import of bills was taken back"), "ok")
        self._leave_with_news()

    def _leave_with_news(self) -> None:
        self.imported.emit(self._customer)
        super().accept()
