"""One offer for many customers: who, which papers, where to; then how far it is and what failed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import QuotewrightError
from app.services.batch_plan import begun_batch, done_before, plan_batch
from app.services.saving import save
from app.ui.batch_run import BatchRun
from app.ui.dialogs.batch_customers import BatchCustomers
from app.ui.dialogs.batch_form import BatchForm
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.batch import (
    result_columns,
    result_of,
    result_rows,
    results_as_text,
    stranger_result,
)
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label, name_button
from app.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from app.quoting.quote import Quote
    from app.services.batch_plan import BatchOutcome, BatchPlan
    from app.services.listing import CustomerRow
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.presenting.batch import Result
    from catalog.local_text import Language

_SIZE = (980, 460)
_EXPORT = "errors.txt"


class BatchDialog(FormDialog):
    """Makes papers for many customers; the window stays usable meanwhile.

    Attributes:
        run: The batch under way.
    """

    def __init__(
        self,
        workspace: Workspace,
        around: Surroundings,
        pattern: Quote,
        known: Sequence[CustomerRow],
        parent: QWidget,
    ) -> None:
        """Begin with nobody chosen.

        Args:
            workspace: The user's data.
            around: What every page may use.
            pattern: The offer.
            known: Every customer.
            parent: Window that it belongs to.
        """
        title = self.tr("Papers for many customers, as {number}").format(number=pattern.number)
        super().__init__(title, self.tr("Write papers"), parent)
        self.setModal(False)
        self._around = around
        self._pattern = pattern
        self._names = {row.id: row.name for row in known}
        self._results: dict[str, Result] = {}
        self._total = 0
        self._closing = False
        self.run = BatchRun(workspace, around, self)
        self.run.told.connect(self._take)
        self.run.ended.connect(self._end)
        self.run.failed.connect(self._fail)
        offerings = list(dict.fromkeys(item.offering for item in pattern.items))
        self.customers = BatchCustomers(known, offerings, around.speaker)
        self.customers.changed.connect(self._allow)
        own: Language = "en" if pattern.language == "en" else "zh"
        folder = around.paper_folder(pattern).parent / f"{pattern.number}-batch"
        self.fields = BatchForm(own, folder, around.speaker)
        self.fields.changed.connect(self._allow)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.customers)
        parts.addWidget(self._what())
        parts.setMinimumSize(*_SIZE)
        parts.setSizes([_SIZE[0] * 9 // 20, _SIZE[0] * 11 // 20])
        self.body.addWidget(parts, 1)
        self.progress = ProgressStrip()
        self.progress.cancelled.connect(self.stop)
        self.progress.hide()
        self.body.addWidget(self.progress)
        self._cancel_button.setText(self.tr("Close"))
        self._allow()

    # ------------------------------------------------------------ building

    def _what(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.SM, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addWidget(self.fields)
        self.about = make_label("", "second")
        self.about.setWordWrap(True)
        column.addWidget(self.about)
        columns = result_columns(self._around.speaker)
        self.results = DataTable(columns, self.tr("Results"))
        column.addWidget(self.results, 1)
        column.addLayout(self._exports())
        return page

    def _exports(self) -> QHBoxLayout:
        self.copy = make_button(self.tr("Copy list"), "link", icon="copy")
        self.export = make_button(self.tr("Save list"), "link", icon="save")
        self.copy.clicked.connect(self.copy_list)
        self.export.clicked.connect(self.save_list)
        row = QHBoxLayout()
        for button in (self.copy, self.export):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        return row

    # ------------------------------------------------------------ what is wanted

    @property
    def _folder(self) -> Path:
        """For the papers; asked only where one is named."""
        return self.fields.place() or Path()

    def _begun(self) -> BatchPlan | None:
        """The batch that was begun in the folder, where it is of this offer."""
        place = self.fields.place()
        if place is None:
            return None
        try:
            plan = begun_batch(place)
        except QuotewrightError:
            return None
        return plan if plan is not None and plan.pattern == self._pattern else None

    def _allow(self) -> None:
        if self.run.busy:
            return
        meant, begun = self.customers.wanted(), self._begun()
        if begun is not None and not meant.customers:
            done = len(done_before(self._folder))
            told = self.tr("A batch was begun here: {done} of {total} customers are done.")
            self.about.setText(told.format(done=done, total=len(begun.wanted)))
            name_button(self.agree, self.tr("Go on"))
            self.agree.setEnabled(done < len(begun.wanted))
            return
        told = self.tr("{count} customers, {kinds} papers each")
        chosen = self.fields.chosen()
        self.about.setText(told.format(count=len(meant.customers), kinds=len(chosen)))
        name_button(self.agree, self.tr("Write papers"))
        self.agree.setEnabled(bool(meant.customers and chosen and self.fields.place()))

    # ------------------------------------------------------------ doing

    def accept(self) -> None:
        """Begin, or go on with what was begun; the dialog stays."""
        if self.run.busy:
            return
        self.show_problem("")
        meant, begun = self.customers.wanted(), self._begun()
        speaker = self._around.speaker
        if meant.customers or begun is None:
            try:
                begun = plan_batch(
                    self._folder,
                    self._pattern,
                    self.fields.chosen(),
                    languages=(self.fields.language(),),
                    submit=self.fields.submit.isChecked(),
                    wanted=meant.customers,
                )
            except QuotewrightError as failure:
                self.show_problem(" ".join(speaker.failure(failure)))
                return
        done = done_before(self._folder)
        ids = [one.id for one in begun.wanted]
        results = [stranger_result(speaker, one) for one in meant.strangers]
        results += [self._result(done[one]) for one in ids if one in done]
        self._results = {one.key: one for one in results}
        self._total = len(ids) + len(meant.strangers)
        self._set_busy(busy=True)
        self._tell()
        self.run.start(begun, self._folder)

    def stop(self) -> None:
        """Begin nothing new; the same folder goes on later."""
        self.run.stop()
        self.progress.show_progress(self.tr("Finishing what is under way…"), -1)

    def _take(self, outcome: BatchOutcome) -> None:
        self._results[outcome.customer] = self._result(outcome)
        self._tell()

    def _result(self, outcome: BatchOutcome) -> Result:
        name = self._names.get(outcome.customer, outcome.customer)
        return result_of(self._around.speaker, outcome, name)

    def _tell(self) -> None:
        done = len(self._results)
        failed = sum(one.failed for one in self._results.values())
        told = self.tr("{done} of {total}, {failed} without papers")
        text = told.format(done=done, total=self._total, failed=failed)
        self.progress.show_progress(text, done * 1000 // max(self._total, 1))
        self.about.setText(text)
        self.results.set_rows(result_rows(self._results.values()))

    def _end(self) -> None:
        if self._closing:
            super().reject()
            return
        self._set_busy(busy=False)
        self._tell()
        left = self._total - len(self._results)
        if left:
            told = self.tr("Stopped: {left} customers are left; the same folder goes on.")
            self.about.setText(told.format(left=left))
        name_button(self.agree, self.tr("Go on") if left else self.tr("Write papers"))
        failed = any(one.failed for one in self._results.values())
        self.agree.setEnabled(bool(left) or failed)

    def _fail(self, failure: Exception) -> None:
        if isinstance(failure, QuotewrightError):
            self.show_problem(" ".join(self._around.speaker.failure(failure)))
        else:
            self._around.tasks.crashed.emit(failure)

    def _set_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.customers, self.fields, self.agree):
            part.setEnabled(not busy)

    # ------------------------------------------------------------ the list

    def copy_list(self) -> None:
        """Put the list on the clipboard, as a spreadsheet takes it."""
        from PySide6.QtGui import QGuiApplication

        text = results_as_text(self._around.speaker, self._results.values())
        QGuiApplication.clipboard().setText(text)

    def save_list(self) -> None:
        """Write who got nothing, and why, beside the papers."""
        failed = [one for one in self._results.values() if one.failed]
        text = results_as_text(self._around.speaker, failed)
        try:
            file = save(self._folder / _EXPORT, text.encode("utf-8-sig"), replace=False)
        except QuotewrightError as failure:
            self.show_problem(" ".join(self._around.speaker.failure(failure)))
            return
        told = self.tr("Saved: {names}").format(names=file.name)
        self._around.toasts.show_news(told, "ok")

    def reject(self) -> None:
        """Close; a batch under way is stopped first, and goes on in the same folder later."""
        self._closing = True
        if self.run.busy:
            self.stop()
            self.hide()  # it is closed when what is under way has ended
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same when the window system closes it."""
        if self.run.busy:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)
