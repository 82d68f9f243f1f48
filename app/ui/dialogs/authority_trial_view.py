"""AuthorityTrialView: which open quotes other limits would judge otherwise; it can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ui.presenting.editions import other_verdict_columns, other_verdict_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.authority import AuthorityMatrix
    from app.services.authority_trial import AuthorityTrial
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_TABLE = (860, 220)


class AuthorityTrialView(QWidget):
    """A sentence, and a table of the quotes that are judged otherwise; ``cancel`` stops it."""

    def __init__(
        self,
        around: Surroundings,
        workspace: Workspace,
        edition: AuthorityMatrix,
        parent: QWidget | None = None,
    ) -> None:
        """Start beside the window."""
        super().__init__(parent)
        self._around = around
        self._names = {one.id: around.speaker.name(one.name) for one in edition.criteria}
        self._names |= {one.id: around.speaker.name(one.name) for one in edition.flags}
        self.run: AuthorityTrial | None = None
        self.outcome = make_label(self.tr("Judging the open quotes…"), "strong")
        self.outcome.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.quotes = DataTable(
            other_verdict_columns(around.speaker), self.tr("Quotes judged otherwise")
        )
        self.quotes.setMinimumSize(*_TABLE)
        self.quotes.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        for part in (self.outcome, self.bar, self.quotes):
            column.addWidget(part)
        around.tasks.progressed.connect(self._progress)
        day = around.clock().date()

        def work(task: Task) -> AuthorityTrial:
            from app.services.authority_trial import try_authority

            def watch(done: int, total: int) -> None:
                task.check()
                task.report(done, total)

            return try_authority(workspace, edition, day, watch)

        self._task = around.tasks.run(work, self._tried)

    def cancel(self) -> None:
        """Stop."""
        self._task.cancel()

    def _progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _tried(self, run: AuthorityTrial) -> None:
        self.run = run
        self.bar.hide()
        self.outcome.setText(self.told(run))
        self.quotes.set_rows(other_verdict_rows(self._around.speaker, run.changed, self._names))
        self.quotes.setVisible(bool(run.changed))

    def told(self, run: AuthorityTrial) -> str:
        """What was found, in one sentence."""
        if not run.quotes:
            return self.tr("There is no open quote.")
        text = self.tr(
            "Of {quotes} open quotes, {changed} would be judged otherwise with a price date on "
            "which the new limits hold."
        )
        told = text.format(quotes=run.quotes, changed=len(run.changed))
        if run.unreadable:
            numbers = ", ".join(run.unreadable)
            told += " " + self.tr("Not judged: {numbers}.").format(numbers=numbers)
        return told
