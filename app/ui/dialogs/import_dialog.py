"""Import a catalogue: choose the files, read the findings; all of it is taken or nothing."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QWidget

from app.errors import ImportRejected, QuotewrightError
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.places import place_columns, place_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task
    from catalog.problem import Problem
    from catalog.product_catalog import CatalogContent

_STEPS = 1000
_TABLE = (760, 280)


class ImportDialog(FormDialog):
    """Asks for a price list and bundles; ``imported()`` fires when a version was stored."""

    imported = Signal()

    def __init__(self, around: Surroundings, workspace: Workspace, parent: QWidget) -> None:
        """Import into a workspace."""
        super().__init__(self.tr("Import catalogue"), self.tr("Import"), parent)
        self._around = around
        self._workspace = workspace
        self._cancel = Event()
        self._task: Task | None = None
        self.price_list = self._file_field(self.tr("Price list (.xlsx, .xls, .csv, .json)"))
        self.bundles = self._file_field(self.tr("Bundles (.toml), if any"))
        self.version = QLineEdit(f"{around.clock():%Y-%m-%d %H%M}")
        self.add_field(self.tr("Name of the version"), self.version)
        self.findings = DataTable(place_columns(around.speaker), self.tr("Findings"))
        self.findings.setMinimumSize(*_TABLE)
        self.findings.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.hide()
        self.body.addWidget(self.findings)
        self.body.addWidget(self._bar)
        around.tasks.progressed.connect(self._progress)
        self.price_list.textChanged.connect(lambda _text: self._allow())
        self.rejected.connect(self._cancel.set)
        self._allow()

    def _file_field(self, caption: str) -> QLineEdit:
        field = QLineEdit()
        field.setMinimumWidth(420)
        choose = make_button(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.setAccessibleName(f"{self.tr('Choose…')} {caption}")
        choose.clicked.connect(lambda: self._choose(field, caption))
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        row.addWidget(field, 1)
        row.addWidget(choose)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.add_field(caption, holder)
        field.setAccessibleName(caption)
        return field

    def _choose(self, field: QLineEdit, caption: str) -> None:
        dialog = QFileDialog(self, caption)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(field.setText)
        dialog.open()

    def _allow(self) -> None:
        self.agree.setEnabled(bool(self.price_list.text().strip()) and self._task is None)

    def accept(self) -> None:
        """Read the files beside the window; the dialog closes when they were taken."""
        price_list = Path(self.price_list.text().strip())
        typed = self.bundles.text().strip()
        bundles = Path(typed) if typed else None
        version, now = self.version.text().strip(), self._around.clock()
        workspace, cancel = self._workspace, self._cancel

        def work(task: Task) -> CatalogContent:
            from app.services.read_catalog import read_catalog

            content = read_catalog(
                price_list,
                bundles,
                workspace.tax_classes,
                now.date(),
                version=version,
                progress=lambda share: task.report(round(share * _STEPS), _STEPS),
                cancel=cancel,
            ).accepted()
            workspace.catalogs.save(content)
            workspace.forget_catalog()
            workspace.catalog()
            return content

        self.show_problem("")
        self._bar.setValue(0)
        self._bar.show()
        self._task = self._around.tasks.run(work, self._taken, self._refused)
        self._allow()

    def _progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and total:
            self._bar.setValue(done * _STEPS // total)

    def _taken(self, content: CatalogContent) -> None:
        self._task = None
        text = self.tr("Imported {offerings} offerings and {bundles} bundles")
        self._around.toasts.show_news(
            text.format(offerings=len(content.offerings), bundles=len(content.bundles)), "ok"
        )
        self.imported.emit()
        super().accept()

    def _refused(self, failure: Exception) -> None:
        self._task = None
        self._bar.hide()
        self._allow()
        if isinstance(failure, ImportRejected):
            self.show_findings(failure.problems)
        if isinstance(failure, QuotewrightError):
            text, cure = self._around.speaker.finding(failure.code, failure.parameters)
            self.show_problem(f"{text} {cure}")
        else:
            self._around.tasks.crashed.emit(failure)

    def show_findings(self, problems: Sequence[Problem]) -> None:
        """Show every finding with its place, what is wrong and what to do."""
        self.findings.set_rows(place_rows(self._around.speaker, problems))
        self.findings.show()
