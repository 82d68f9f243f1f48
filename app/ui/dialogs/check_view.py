"""CheckView: what speaks against publishing, worked out beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ui.presenting.places import place_columns, place_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label
from catalog.pace import WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.page import Surroundings
    from app.ui.tasks import Task
    from catalog.pace import Pace
    from catalog.problem import Problem

_TABLE = (860, 150)


class CheckView(QWidget):
    """Shows how far the check is, then its findings; ``ended()`` when they are known."""

    ended = Signal()

    def __init__(
        self,
        around: Surroundings,
        check: Callable[[Pace], tuple[Problem, ...]],
        parent: QWidget | None = None,
    ) -> None:
        """Start the check beside the window.

        Args:
            around: Speaker and tasks.
            check: Gives the findings; its pace is told how far it is, and stops it.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._around = around
        self._found: tuple[Problem, ...] | None = None
        self.told = make_label(self.tr("Checking what the rules do together…"), "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, WHOLE)
        self.findings = DataTable(place_columns(around.speaker), self.tr("Findings"))
        self.findings.setMinimumSize(*_TABLE)
        self.findings.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        for part in (self.told, self.bar, self.findings):
            column.addWidget(part)
        around.tasks.progressed.connect(self._progress)

        def work(task: Task) -> tuple[Problem, ...]:
            def pace(share: int) -> None:
                task.check()
                task.report(share, WHOLE)

            return check(pace)

        self._task = around.tasks.run(work, self._show)

    @property
    def is_known(self) -> bool:
        """Whether the check has ended."""
        return self._found is not None

    @property
    def is_blocked(self) -> bool:
        """Whether a finding forbids publishing."""
        return any(problem.blocks for problem in self._found or ())

    def cancel(self) -> None:
        """Stop the check."""
        self._task.cancel()

    def _progress(self, task: Task, done: int, _total: int) -> None:
        if task is self._task:
            self.bar.setValue(done)

    def _show(self, found: tuple[Problem, ...]) -> None:
        self._found = found
        self.bar.hide()
        self.told.setText(self.tr("Nothing speaks against publishing.") if not found else "")
        self.told.setVisible(not found)
        self.findings.set_rows(place_rows(self._around.speaker, found))
        self.findings.setVisible(bool(found))
        self.ended.emit()
