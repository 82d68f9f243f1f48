"""Import a catalogue in steps: file, columns, what would change, done; all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app.services.import_steps import OpenedImport, open_import, prepare_import, store_import
from app.services.layout_words import load_heading_words
from app.ui.dialogs.import_changes import ImportChanges
from app.ui.dialogs.import_mapping import ImportMapping
from app.ui.dialogs.stepped_dialog import SteppedDialog, progress_of
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button
from app.ui.widgets.segmented import Segmented
from catalog.merging import Missing

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task
    from catalog.import_plan import ImportPlan
    from catalog.layout.survey import SurveyedTable


class ImportDialog(SteppedDialog):
    """Asks for a price list and leads through its import.

    * ``imported()``: a version was stored.
    """

    imported = Signal()

    def __init__(self, around: Surroundings, workspace: Workspace, parent: QWidget) -> None:
        """Import into a workspace."""
        super().__init__(self.tr("Import catalogue"), around, parent)
        self._workspace = workspace
        self._opened = OpenedImport()
        self.plan: ImportPlan | None = None
        self.price_list = self._file_field(self.tr("Price list (.xlsx, .xls, .csv, .json)"))
        self.bundles = self._file_field(self.tr("Bundles (.toml), if any"))
        self.version = QLineEdit(f"{around.clock():%Y-%m-%d %H%M}")
        self.add_field(self.tr("Name of the version"), self.version)
        caption = self.tr("What the file does not have")
        options = (("keep", self.tr("stays as it is")), ("withdraw", self.tr("is withdrawn")))
        self.missing = Segmented(options, "keep", caption)
        self.add_field(caption, self.missing)
        self.mapping = ImportMapping(
            around.speaker, load_heading_words(), in_force=workspace.catalog() is not None
        )
        self.changes = ImportChanges(around.speaker)
        self.price_list.textChanged.connect(lambda _text: self.allow())
        self.lay_out((self.mapping, self.changes))

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

    def go_back(self) -> None:
        """Show the step before; an exchange file has no columns to look at."""
        step = self.steps.currentIndex() - 1
        self.show_problem("")
        self.go(step if step == 0 or self._opened.tables else 0)

    def allow(self) -> None:
        """Nothing goes on without a file, or with errors in it."""
        step = self.steps.currentIndex()
        ready = bool(self.price_list.text().strip()) if step == 0 else True
        if step == 2:
            ready = self.plan is not None and self.plan.content is not None
        self.agree.setEnabled(ready and self._task is None)
        super().allow()

    def accept(self) -> None:
        """Go on: open the file, work out what would change, or store it."""
        step = self.steps.currentIndex()
        if step == 0:
            self._open()
        elif step == 1:
            self._prepare(self.mapping.tables())
        else:
            self._store()

    def _open(self) -> None:
        path, workspace, cancel = self._path(), self._workspace, self._cancel

        def work(task: Task) -> OpenedImport:
            return open_import(
                path,
                workspace,
                progress=progress_of(task),
                cancel=cancel,
            )

        self.begun.emit((str(path),))
        self.run(work, self._show_columns)

    def _show_columns(self, opened: OpenedImport) -> None:
        self.end()
        self._opened = opened
        if opened.tables:
            self.mapping.set_tables(opened.tables)
            self.go(1)
        else:
            self._prepare(())

    def _prepare(self, tables: tuple[SurveyedTable, ...]) -> None:
        self._opened = opened = msgspec.structs.replace(self._opened, tables=tables)
        path, workspace, cancel = self._path(), self._workspace, self._cancel
        typed = self.bundles.text().strip()
        bundles = Path(typed) if typed else None
        version, day = self.version.text().strip(), self._around.clock().date()
        missing = Missing(self.missing.current)

        def work(task: Task) -> ImportPlan:
            return prepare_import(
                path,
                opened,
                bundles,
                workspace,
                day,
                version=version,
                missing=missing,
                progress=progress_of(task),
                cancel=cancel,
            )

        self.run(work, self._show_plan)

    def _show_plan(self, plan: ImportPlan) -> None:
        self.end()
        self.plan = plan
        self.changes.show_plan(plan)
        self.go(2)

    def _store(self) -> None:
        plan, workspace, tables = self.plan, self._workspace, self._opened.tables
        if plan is None:
            return
        cancel, typed = self._cancel, self.bundles.text().strip()
        beside = Path(typed) if typed else self._path()

        def work(task: Task) -> None:
            report = progress_of(task)
            store_import(workspace, plan, tables, beside, progress=report, cancel=cancel)

        self.run(work, lambda _none: self._taken(), storing=True)

    def _path(self) -> Path:
        return Path(self.price_list.text().strip())

    def _taken(self) -> None:
        self.end()
        content = self.plan.content if self.plan is not None else None
        if content is not None:
            text = self.tr("Imported {offerings} offerings and {bundles} bundles")
            self._around.toasts.show_news(
                text.format(offerings=len(content.offerings), bundles=len(content.bundles)), "ok"
            )
        self.imported.emit()
        super().accept()
