"""RegressionView: what a draft does to the open quotes, tried as soon as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ui.presenting.differences import regression_columns, regression_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.regression import RegressionRun
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

    Watch = Callable[[int, int], None]

_TABLE = (860, 300)


class RegressionView(QWidget):
    """A sentence, and a table of the quotes that change; ``cancel`` stops the run."""

    def __init__(
        self,
        around: Surroundings,
        run: Callable[[Watch], RegressionRun],
        parent: QWidget | None = None,
    ) -> None:
        """Start the run beside the window.

        Args:
            around: Speaker and tasks.
            run: Prices the open quotes; it calls what it is given before each.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._around = around
        self.outcome = make_label(self.tr("Trying the open quotes…"), "strong")
        self.outcome.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.quotes = DataTable(regression_columns(around.speaker), self.tr("Quotes that change"))
        self.quotes.setMinimumSize(*_TABLE)
        self.quotes.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        for part in (self.outcome, self.bar, self.quotes):
            column.addWidget(part)
        around.tasks.progressed.connect(self._progress)

        def work(task: Task) -> RegressionRun:
            def watch(done: int, total: int) -> None:
                task.check()
                task.report(done, total)

            return run(watch)

        self._task = around.tasks.run(work, self._tried)

    def cancel(self) -> None:
        """Stop the run."""
        self._task.cancel()

    def _progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _tried(self, run: RegressionRun) -> None:
        self.bar.hide()
        self.outcome.setText(self.told(run))
        self.quotes.set_rows(regression_rows(self._around.speaker, run.changed))
        self.quotes.setVisible(bool(run.changed))

    def told(self, run: RegressionRun) -> str:
        """What the run found, in one sentence."""
        if not run.quotes:
            return self.tr("There is no open quote.")
        text = self.tr("Of {quotes} open quotes, {changed} would change when repriced.")
        told = text.format(quotes=run.quotes, changed=len(run.changed))
        split = sum(quote.contract[0] == quote.contract[1] for quote in run.changed)
        if split:
            text = self.tr("In {count} of them only the split over charges does, not the sum.")
            told += " " + text.format(count=split)
        if run.unreadable:
            numbers = ", ".join(number for number, _ in run.unreadable)
            told += " " + self.tr("Not priced: {numbers}.").format(numbers=numbers)
        return told
