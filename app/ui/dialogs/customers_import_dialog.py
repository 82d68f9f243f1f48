"""Import customers in steps: files, columns, what would change, done; all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.services.customer_exchange import (
    CustomerPlan,
    OpenedCustomers,
    open_customers,
    prepare_customers,
    store_customers,
)
from app.ui.dialogs.customers_mapping import CustomersMapping
from app.ui.dialogs.customers_outcome import CustomersOutcome
from app.ui.dialogs.stepped_dialog import SteppedDialog, progress_of
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label, name_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_SUFFIXES = ("xlsx", "xls", "csv", "tsv", "txt")
_FILES = (520, 140)


class CustomersImportDialog(SteppedDialog):
    """Leads through an import of customers.

    ``imported(id)`` fires with one of the customers stored, and with an empty text when the last
    import was taken back. Where everything is clear, the columns are not asked about.

    Attributes:
        files: The files.
        mapping: What their columns mean.
        outcome: What would change.
        undo: Takes the last import back; hidden where there is none.
    """

    imported = Signal(str)

    def __init__(
        self, around: Surroundings, workspace: Workspace, paths: Sequence[Path], parent: QWidget
    ) -> None:
        """Read the files beside the window, if there are any."""
        super().__init__(self.tr("Import customers"), "", around, parent)
        self._workspace = workspace
        self._opened = OpenedCustomers()
        self.plan: CustomerPlan | None = None
        self.files = QListWidget()
        self.files.setMinimumSize(*_FILES)
        self.undo = make_button(self.tr("Take the last import back"))
        self._file_step()
        self.mapping = CustomersMapping(around.speaker)
        self.outcome = CustomersOutcome(around.speaker)
        self.findings = self.outcome.findings
        self.lay_out((self.mapping, self.outcome))
        self.add_files(paths)
        if paths:
            self._open()

    def _file_step(self) -> None:
        self.add = make_button(self.tr("Add files…"))
        self.take_away = make_button(self.tr("Take away"))
        self.add.clicked.connect(self._choose)
        self.take_away.clicked.connect(self._remove)
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
        caption = self.tr("Tables of customers (.xlsx, .xls, .csv)")
        self.add_field(caption, holder)
        self.files.setAccessibleName(caption)
        former = self._workspace.customer_imports.last()
        self.undo.setVisible(former is not None)
        if former is None:
            return
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._undo)
        told = self.tr("{day} {files}: {added} new, {changed} changed").format(
            day=f"{former.at:%Y-%m-%d}",
            files=", ".join(former.files),
            added=former.added,
            changed=former.changed,
        )
        last = QHBoxLayout()
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(make_label(told, "body"), 1)
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
        """Nothing goes on without files, or with errors in them."""
        step = self.steps.currentIndex()
        ready = bool(self.files.count()) if step == 0 else True
        if step == 2:
            ready = self.plan is not None and not self.plan.blocked and bool(self.plan.customers)
        self.agree.setEnabled(ready and self._task is None)
        super().allow()

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
        paths, workspace, cancel = self._paths(), self._workspace, self._cancel

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

    def _paths(self) -> list[Path]:
        return [Path(self.files.item(row).text()) for row in range(self.files.count())]

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.add.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*.{suffix}" for suffix in _SUFFIXES)
        dialog.setNameFilter(f"{self.tr('Tables')} ({endings})")
        dialog.filesSelected.connect(lambda names: self.add_files([Path(one) for one in names]))
        dialog.open()

    def _remove(self) -> None:
        for item in self.files.selectedItems():
            self.files.takeItem(self.files.row(item))
        self.allow()
