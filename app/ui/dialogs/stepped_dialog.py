"""The frame of imports that go step by step: work beside the window, progress, back, leaving."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from app.errors import QuotewrightError
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.parts import make_button, name_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_SHARES = 1000


class SteppedDialog(FormDialog):
    """Leads through three steps; the first shows the form, the others a widget each.

    ``begun(files)``: files are read, which may be gone on with later.

    Whoever derives from it says in ``allow`` what may be pressed.
    """

    begun = Signal(tuple)

    def __init__(self, title: str, around: Surroundings, parent: QWidget) -> None:
        """Begin without steps; ``lay_out`` takes them when the form is made."""
        super().__init__(title, "", parent)
        self._around = around
        self._cancel = Event()
        self._task: Task | None = None
        self._storing = False
        self.steps = QStackedWidget()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _SHARES)
        self._bar.hide()
        self.back = make_button(self.tr("Back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        around.tasks.progressed.connect(self._progress)
        around.tasks.ended.connect(self._leave)

    def lay_out(self, steps: Sequence[QWidget]) -> None:
        """Take the widgets of the steps after the first, and show the first."""
        for step in (QWidget(), *steps):
            self.steps.addWidget(step)
        self.body.addWidget(self.steps, 1)
        self.body.addWidget(self._bar)
        self.buttons.insertWidget(1, self.back)
        self.go(0)

    def go(self, step: int) -> None:
        """Show a step: 0 the files, 1 the columns, 2 what would change."""
        texts = (self.tr("Next"), self.tr("Show what would change"), self.tr("Import"))
        name_button(self.agree, texts[step])
        self.steps.setCurrentIndex(step)
        self.steps.setVisible(step > 0)
        for row in range(self.form.rowCount()):
            self.form.setRowVisible(row, step == 0)
        self.back.setVisible(step > 0)
        self.allow()
        self.adjustSize()
        self.grow()

    def go_back(self) -> None:
        """Show the step before."""
        self.show_problem("")
        self.go(self.steps.currentIndex() - 1)

    def allow(self) -> None:
        """Say what may be pressed now; nothing goes on while work is under way."""
        self.back.setEnabled(self._task is None)

    def run(
        self, work: Callable[[Task], Any], then: Callable[[Any], None], *, storing: bool = False
    ) -> None:
        """Run work beside the window.

        Args:
            work: Gets its task.
            then: Gets the result; it calls ``end`` first.
            storing: The work changes what is stored.
        """
        self._storing = storing
        self.show_problem("")
        self._bar.setValue(0)
        self._bar.show()
        self._task = self._around.tasks.run(work, then, self._refused)
        self.allow()

    def end(self) -> None:
        """The work is done."""
        self._task = None
        self._storing = False
        self._bar.hide()
        self.allow()

    def reject(self) -> None:
        """Leave at once; work under way stops, and nothing is changed any more.

        Storing either had been done already, which is then told, or never happens: the dialog is
        hidden until that is certain.
        """
        self._cancel.set()
        if self._storing:
            self.hide()
            return
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _leave(self, task: Task) -> None:
        """Close after storing was called off."""
        if task is self._task and self._storing and self._cancel.is_set():
            QTimer.singleShot(0, self, super().reject)

    def _progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and total:
            self._bar.setValue(done * _SHARES // total)

    def _refused(self, failure: Exception) -> None:
        self.end()
        if isinstance(failure, QuotewrightError):
            text, cure = self._around.speaker.failure(failure)
            self.show_problem(f"{text} {cure}")
        else:
            self._around.tasks.crashed.emit(failure)


def progress_of(task: Task) -> Callable[[float], None]:
    """Shows the share that is done."""
    return lambda share: task.report(round(share * _SHARES), _SHARES)
