"""Import bills of a customer in steps: files, columns, what would change, done; all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.services.bill_plan import BillPlan, OpenedBills
from app.services.bill_words import load_bill_words
from app.services.import_bills import open_bills, prepare_bills, store_bills, undo_bills
from app.ui.dialogs.bills_mapping import BillsMapping
from app.ui.dialogs.bills_outcome import BillsOutcome
from app.ui.dialogs.stepped_dialog import SteppedDialog, progress_of
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label, name_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

BILL_SUFFIXES = (".xlsx", ".xls", ".csv", ".tsv", ".txt")
_FILES = (520, 140)


class BillsDialog(SteppedDialog):
    """Asks for files of bills and leads through their import.

    * ``imported(customer)``: bills were stored, or the last import was taken back.
    """

    imported = Signal(str)

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
        super().__init__(self.tr("Import bills"), "", around, parent)
        self._workspace = workspace
        self._customer = customer_id
        self._opened = OpenedBills((), ())
        self.plan: BillPlan | None = None
        self.files = QListWidget()
        self.files.setMinimumSize(*_FILES)
        self._file_step()
        words = load_bill_words().bill_words.kind
        chinese = around.speaker.words.language == "zh"
        kinds = {code: kind.zh if chinese else kind.en for code, kind in words.items()}
        self.mapping = BillsMapping(around.speaker)
        self.outcome = BillsOutcome(around.speaker, kinds)
        self.outcome.changed.connect(self._outdate)
        self.lay_out((self.mapping, self.outcome))
        self.add_files(paths)

    def _file_step(self) -> None:
        self.add = make_button(self.tr("Add files…"))
        self.take_away = make_button(self.tr("Take away"))
        self.undo = make_button(self.tr("Take the last import back"))
        self.add.clicked.connect(self._choose)
        self.take_away.clicked.connect(self._remove)
        self.undo.clicked.connect(self._undo)
        buttons = QVBoxLayout()
        buttons.setSpacing(Space.SM)
        for button in (self.add, self.take_away):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.files, 1)
        row.addLayout(buttons)
        holder = QWidget()
        holder.setLayout(row)
        caption = self.tr("Bills (.xlsx, .xls, .csv), one file for all or one a month")
        self.add_field(caption, holder)
        self.files.setAccessibleName(caption)
        former = self._workspace.bill_imports.imports(self._customer)
        if former and former[0].undoable:
            self.undo.setAutoDefault(False)
            names = ", ".join(file.name for file in former[0].files)
            last = QHBoxLayout()
            last.setContentsMargins(0, 0, 0, 0)
            last.addWidget(make_label(f"{former[0].at:%Y-%m-%d} {names}", "body"), 1)
            last.addWidget(self.undo)
            line = QWidget()
            line.setLayout(last)
            self.add_field(self.tr("Imported last"), line)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files to be read, each once."""
        known = {str(path) for path in self._paths()}
        for path in paths:
            if str(path) not in known:
                self.files.addItem(str(path))
        self.allow()

    def go(self, step: int) -> None:
        """Show a step: 0 the files, 1 the columns, 2 what would change."""
        texts = (self.tr("Next"), self.tr("Show what would change"), self.tr("Import"))
        name_button(self.agree, texts[step])
        super().go(step)

    def allow(self) -> None:
        """Nothing goes on without files; what was said anew is worked out before it is stored."""
        step = self.steps.currentIndex()
        ready = bool(self.files.count()) if step == 0 else True
        if step == 2:
            fresh = self.plan is not None
            name_button(self.agree, self.tr("Import") if fresh else self.tr("Work out again"))
            ready = self.plan is None or self.plan.bills is not None
        self.agree.setEnabled(ready and self._task is None)
        self.outcome.setEnabled(self._task is None)
        super().allow()

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
        paths, workspace, cancel = self._paths(), self._workspace, self._cancel
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

    def _paths(self) -> list[Path]:
        return [Path(self.files.item(row).text()) for row in range(self.files.count())]

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.add.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{suffix}" for suffix in BILL_SUFFIXES)
        dialog.setNameFilter(f"{self.tr('Bills')} ({endings})")
        dialog.filesSelected.connect(lambda names: self.add_files([Path(one) for one in names]))
        dialog.open()

    def _remove(self) -> None:
        for item in self.files.selectedItems():
            self.files.takeItem(self.files.row(item))
        self.allow()
