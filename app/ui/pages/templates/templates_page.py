"""TemplatesPage: every Word template, and beside the list the one that is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.latest import Latest
from app.ui.pages.templates.template_desk import TemplateDesk
from app.ui.pages.templates.template_detail import TemplateDetail
from app.ui.pages.templates.template_drop import dropped_template
from app.ui.pages.templates.template_watch import TemplateWatch
from app.ui.presenting.template_list import (
    found_templates,
    sorted_templates,
    template_facets,
    template_facts,
    template_views,
)
from app.ui.presenting.templates import template_columns, template_table
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.list_bar import ListBar
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.page_fault import PageFault
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.services.field_guides import GuideRow
    from app.services.template_trial import Trial
    from app.services.templates import TemplateRow
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.problem import Problem

_LIST_WIDTH = 488


class TemplatesPage(QWidget):
    """Lists templates beside the chosen one; ``failed(failure)``."""

    failed = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a workspace."""
        super().__init__(parent)
        set_role(self, "canvas")
        self.setAcceptDrops(True)
        self._around = around
        self._workspace: Workspace | None = None
        self._rows: tuple[TemplateRow, ...] = ()
        self._trials: dict[str, Trial] = {}
        self._checking: set[str] = set()
        self._wanted = ""
        fault = PageFault(self, around.speaker.failure)
        fault.retry_wanted.connect(self.refresh)
        self._latest: Latest[tuple[TemplateRow, ...]] = Latest(around.tasks, self._take, fault)
        self.desk = TemplateDesk(around, self)
        self.watch = TemplateWatch(self)
        guide = make_button(self.tr("Field guide…"), icon="book-open")
        guide.clicked.connect(self.show_guide)
        bring = make_button(self.tr("Bring in…"), icon="file-up")
        bring.clicked.connect(self.desk.choose_file)
        self.head = ListHead(self.tr("Templates"), self.tr("Name, paper, person"), guide, bring)
        self.table = DataTable(template_columns(around.speaker), self.tr("Templates"))
        self.bar = ListBar(
            "templates",
            template_facets(around.speaker),
            template_views(around.speaker),
            self.table,
            self.head.search,
            around.messages,
        )
        self.detail = TemplateDetail(around)
        self._build()
        self._connect()

    def _build(self) -> None:
        card = QFrame()
        set_role(card, "card")
        card.setFixedWidth(_LIST_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        row = QHBoxLayout()
        row.setContentsMargins(Space.LG, Space.SM, Space.LG, Space.LG)
        row.setSpacing(Space.LG)
        row.addWidget(card)
        row.addWidget(self.detail, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        over = QHBoxLayout()
        over.setContentsMargins(Space.LG, Space.SM, Space.LG, 0)
        over.addWidget(self.bar)
        column.addWidget(self.head)
        column.addLayout(over)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.serve(self._show, self.table)
        self.bar.changed.connect(self._show)
        self.table.current_changed.connect(lambda _key: self._show_current())
        self.table.opened.connect(lambda _key: self._do("open"))
        self.detail.wanted.connect(self._do)
        self.detail.restore_wanted.connect(self._restore)
        self.detail.drop_wanted.connect(self._drop)
        self.desk.changed.connect(self.refresh)
        self.desk.refused.connect(self._show_refusal)
        self.desk.failed.connect(self.failed)
        self.watch.saved.connect(self.refresh)

    def attach(self, workspace: Workspace) -> None:
        """Show the templates of a workspace."""
        self._workspace = self.desk.workspace = workspace
        self.refresh()

    # ------------------------------------------------------------ what is shown

    @property
    def current(self) -> TemplateRow | None:
        """The template that is looked at."""
        key = self.table.current_key()
        return next((row for row in self._rows if row.id == key), None)

    def refresh(self, wanted: str = "") -> None:
        """Read the list again, and go to a template if one is named."""
        self._wanted = wanted or self._wanted or self.table.current_key()
        workspace = self._workspace
        if workspace is None or not self._around.tasks.takes_work:
            return

        def work() -> tuple[TemplateRow, ...]:
            from app.services.templates import template_rows

            return template_rows(workspace)

        self._latest.look_up(work)

    def _take(self, rows: tuple[TemplateRow, ...]) -> None:
        self._rows = rows
        self.watch.watch(row.file for row in rows if row.file is not None)
        self._show()

    def _show(self) -> None:
        speaker = self._around.speaker
        shown = found_templates(speaker, self._rows, self.head.search.text())
        places = self.bar.narrow(template_facts(speaker, shown))
        shown = sorted_templates(speaker, [shown[place] for place in places], self.bar.sort)
        self.table.set_rows(template_table(speaker, shown, self._trials))
        self.head.show_count(len(shown))
        keys = [row.id for row in shown]
        if keys:
            present = self.table.current_key()
            wanted = self._wanted if self._wanted in keys else present
            if wanted not in keys or wanted != present:
                self.table.clearSelection()  # Ctrl may still be down from the key that led here
                self.table.set_current(wanted if wanted in keys else keys[0])
        self._wanted = ""
        self._show_current()

    def _show_current(self) -> None:
        row = self.current
        if row is None:
            return
        trial = self._trials.get(row.content)
        if trial is None and row.content not in self._checking:
            self.check(row)
        self.detail.show_template(row, trial, checking=row.content in self._checking)

    def _show_refusal(self, template: str, problems: tuple[Problem, ...]) -> None:
        """Findings that stood in the way are shown with the template, pages or not."""
        from app.services.template_trial import Trial

        row = next((one for one in self._rows if one.id == template), None)
        if row is not None and any(one.where.file for one in problems):
            self._trials[row.content] = Trial(problems)
            self._show()

    # ------------------------------------------------------------ checking

    def check(self, row: TemplateRow) -> None:
        """Check what a template says now, beside the window."""
        workspace = self._workspace
        if workspace is None or row.content in self._checking:
            return
        self._checking.add(row.content)
        self._trials.pop(row.content, None)

        def work() -> Trial:
            from app.services.templates import check_row

            return check_row(workspace, row)

        def take(trial: Trial) -> None:
            self._checking.discard(row.content)
            self._trials[row.content] = trial
            self._show()

        def fail(failure: Exception) -> None:
            self._checking.discard(row.content)
            self.failed.emit(failure)

        self._around.tasks.run(lambda _task: work(), take, fail)

    # ------------------------------------------------------------ deeds

    def _do(self, deed: str) -> None:
        row = self.current
        if row is None:
            return
        deeds = {"copy": self.desk.copy, "default": self.desk.make_default}
        deeds |= {"export": self.desk.export, "check": self._check_again}
        if row.template is not None:
            deeds |= {"open": self.desk.open_in_word, "take": self.desk.take_over}
            deeds |= {"remove": self.desk.remove}
        if deed in deeds:
            deeds[deed](row)

    def _check_again(self, row: TemplateRow) -> None:
        self.check(row)
        self._show_current()

    def _restore(self, number: int) -> None:
        row = self.current
        if row is not None:
            self.desk.restore(row, number)

    def _drop(self, default: object) -> None:
        row = self.current
        if row is not None:
            self.desk.drop_default(row, next(one for one in row.defaults if one == default))

    # ------------------------------------------------------------ field guide

    def show_guide(self) -> None:
        """Show what templates may print, with examples from the sample customer."""
        language = self._around.speaker.words.language

        def work() -> tuple[GuideRow, ...]:
            from app.services.field_guides import sample_guide

            return sample_guide(language)

        self._around.tasks.run(lambda _task: work(), self._open_guide, self.failed.emit)

    def _open_guide(self, rows: tuple[GuideRow, ...]) -> None:
        from app.ui.dialogs.field_guide_dialog import FieldGuideDialog

        dialog = FieldGuideDialog(rows, self._around.speaker, self.window())
        dialog.save_wanted.connect(self._choose_guide_file)
        dialog.open()

    def _choose_guide_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Field guide"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.selectFile("field-guide.docx")
        dialog.fileSelected.connect(lambda name: self.write_guide(Path(name)))
        dialog.open()

    def write_guide(self, file: Path) -> None:
        """Write the field guide as a Word document."""
        language = self._around.speaker.words.language

        def work() -> int:
            from app.services.field_guides import write_guide

            return write_guide(language, file)

        told = self.tr("Saved: {name}").format(name=file.name)
        self._around.tasks.run(
            lambda _task: work(),
            lambda _count: self._tell(told),
            self.failed.emit,
        )

    def _tell(self, text: str) -> None:
        self._around.toasts.show_news(text, "ok")

    # ------------------------------------------------------------ drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a Word file that is dragged here."""
        if dropped_template(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in a Word file that is dropped here."""
        file = dropped_template(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.desk.bring_in(file)
