"""Rescue: opens the user's data; where that fails, says why and offers what helps.

Damaged data are never written to: a backup takes their place, and they are kept beside it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.errors import NewerData, QuotewrightError, RecordMissing, UnknownFormat
from app.ui.message_dialog import Choice, MessageDialog
from app.ui.opening import open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.services.rescue import Backup
    from app.services.workspace import Workspace
    from app.ui.main_window import MainWindow
    from app.ui.tasks import Task

BACKUP_AFTER_MS: Final = 20_000
"""The backup of the day is made when the window has come to rest."""
_DAMAGE: Final = ("damaged", "constraint")


class Rescue(QObject):
    """Opens the data of one window as soon as it is painted."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        """Wait for a window to be painted.

        Args:
            window: What shows the data.
            folder: The data folder.
        """
        super().__init__(window)
        self._window = window
        self._around = window.around
        self._folder = folder
        self._news = ""
        window.tools.day.turned.connect(self._turn_day)
        window.painted.connect(lambda: QTimer.singleShot(0, self, self.load))

    def load(self) -> None:
        """Open the data."""
        self._run(lambda _task: open_workspace(self._folder), self._attach)

    def _run(self, work: Callable[[Task], object], then: Callable[..., None]) -> None:
        self._around.tasks.run(work, then, self._fail)

    def _attach(self, workspace: Workspace) -> None:
        self._window.attach(workspace)
        if self._news:
            self._around.toasts.show_news(self._news, "warn", stays=True)
        self._look_at_clock(workspace)
        QTimer.singleShot(BACKUP_AFTER_MS, self, self.back_up)

    def _look_at_clock(self, workspace: Workspace) -> None:
        now = self._around.clock()

        def behind(_task: Task) -> datetime | None:
            from app.services.rescue import clock_behind

            return clock_behind(workspace, now)

        self._around.tasks.run(behind, self._tell_clock, self._window.tell_failure)

    def _turn_day(self) -> None:
        """A window that stays open has a backup of each day, and a clock that may be set back."""
        workspace = self._window.workspace
        if workspace is not None and self._around.tasks.takes_work:
            self._look_at_clock(workspace)
            self.back_up()

    # ------------------------------------------------------------ what cannot be opened

    def _fail(self, failure: Exception) -> None:
        """Say why the data cannot be opened; where they are damaged, look for a backup first."""
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
            return
        reason = failure.parameters.get("reason")
        if reason == "stray_log":
            cure = self._around.speaker.failure(failure)[1]
            leave = Choice("leave", self.tr("Open without that file"), "primary", default=True)
            self._ask(failure, cure, (leave,))
            return
        damaged = reason in _DAMAGE or isinstance(failure, (UnknownFormat, RecordMissing))
        if not damaged or isinstance(failure, NewerData):
            cure = self._around.speaker.failure(failure)[1]
            untouched = self.tr("Your data were not touched; nothing is lost.")
            self._ask(failure, f"{cure}\n\n{untouched}", ())
            return

        def look(_task: Task) -> Backup | None:
            from app.services.rescue import newest_whole_backup

            return newest_whole_backup(self._folder)

        self._around.tasks.run(look, partial(self._offer, failure))

    def _offer(self, failure: QuotewrightError, backup: Backup | None) -> None:
        """Offer a backup, or else to begin with empty data."""
        if backup is None:
            text = self.tr(
                "There is no backup that can be opened. Begin with empty data: the damaged file is"
                " kept in the data folder, and whoever helps you may save what is in it."
            )
            anew = Choice("anew", self.tr("Begin with empty data"), "danger")
            self._ask(failure, text, (anew,))
            return
        day = self._around.speaker.figures.date(backup.day)
        text = self.tr(
            "The latest backup that is whole was made on {day}. What was edited after it is not in"
            " it. The damaged data are kept beside it."
        ).format(day=day)
        name = self.tr("Restore the backup of {day}").format(day=day)
        self._ask(failure, text, (Choice("restore", name, "primary", default=True),), backup)

    def _ask(
        self,
        failure: QuotewrightError,
        cure: str,
        offered: tuple[Choice, ...],
        backup: Backup | None = None,
    ) -> None:
        what = self._around.speaker.failure(failure)[0]
        detail = "\n".join((str(self._folder), failure.parameters.get("detail", ""))).strip()
        title = self.tr("Your data cannot be opened")
        text = f"{what}\n\n{cure}"
        dialog = MessageDialog(self._window, "octagon-alert", "bad", title, text, detail)
        dialog.add_choices(
            Choice("close", self.tr("Close the program")),
            Choice("again", self.tr("Try again"), default=not offered),
            *offered,
        )
        dialog.finished.connect(lambda _code: self._do(dialog.answer, backup))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _do(self, answer: str, backup: Backup | None) -> None:
        now = self._around.clock()

        def mend(_task: Task) -> None:
            from app.services import rescue

            if backup is not None:
                rescue.bring_back(self._folder, backup, now)
            elif answer == "leave":
                rescue.leave_log(self._folder, now)
            else:
                rescue.begin_anew(self._folder, now)

        if answer == "again":
            self.load()
        elif answer in ("restore", "leave", "anew"):
            self._news = self._told_of(backup, now)
            self._run(mend, lambda _done: self.load())
        else:
            self._window.close()

    def _told_of(self, backup: Backup | None, now: datetime) -> str:
        """What is told when the data are open."""
        if backup is None:
            kept = f"damaged-{now:%Y%m%d-%H%M%S}.db"
            return self.tr("The damaged data are kept as {file}.").format(file=kept)
        text = self.tr(
            "The backup of {day} was restored. Look at what you did after it; the damaged data"
            " are kept as {file}."
        )
        day = self._around.speaker.figures.date(backup.day)
        return text.format(day=day, file=f"replaced-{now:%Y%m%d-%H%M%S}.db")

    # ------------------------------------------------------------ while all is well

    def back_up(self) -> None:
        """Make the backup of the day, if it is not there."""
        if not self._around.tasks.takes_work or self._window.workspace is None:
            return
        now, catalog = self._around.clock(), self._window.workspace.catalog()
        if catalog is not None:
            make, content = self._window.workspace.catalogs.make_quick, catalog.content
            self._around.tasks.run(lambda _task: make(content), lambda _done: None)

        def work(_task: Task) -> None:
            from app.services.rescue import back_up

            back_up(self._folder, now)

        self._around.tasks.run(work, lambda _done: None, self._tell_no_backup)

    def _tell_no_backup(self, failure: Exception) -> None:
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
            return
        text, cure = self._around.speaker.failure(failure)
        told = self.tr("There is no backup of today.")
        self._around.toasts.show_news(f"{told} {text} {cure}", "warn", stays=True)

    def _tell_clock(self, newest: datetime | None) -> None:
        if newest is None:
            return
        now = self._around.clock()
        text = self.tr(
            "This computer's clock says {now}, but you last edited a quote on {newest}. Prices,"
            " offers and approvals go by the date: set the clock right, then start again. Nothing"
            " is lost."
        )
        shown = (f"{one.astimezone(now.tzinfo):%Y-%m-%d %H:%M}" for one in (now, newest))
        told = text.format(**dict(zip(("now", "newest"), shown, strict=True)))
        self._around.toasts.show_news(told, "warn", stays=True)
