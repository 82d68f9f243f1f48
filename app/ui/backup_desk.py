"""BackupDesk: shows the backups, and asks before one takes the place of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.rescue import Backup
    from app.ui.page import Surroundings


class BackupDesk(QObject):
    """What is done with backups over a window.

    ``restore_wanted(backup)``: the data shall be closed and a backup take their place.

    Attributes:
        folder: The data folder; ``None`` before it is known.
    """

    restore_wanted = Signal(object)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window."""
        super().__init__(window)
        self._around = around
        self._window = window
        self.folder: Path | None = None

    def show(self) -> None:
        """Make the backup of the day where it is missing, then list what there is."""
        folder, now = self.folder, self._around.clock()
        if folder is None:
            return

        def work() -> tuple[Backup, ...]:
            from app.services.rescue import back_up, kept_backups

            back_up(folder, now)
            return kept_backups(folder)

        self._around.tasks.run(lambda _task: work(), self._list, self._fail)

    def _list(self, found: tuple[Backup, ...]) -> None:
        from app.ui.dialogs.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._around.speaker, found, self._window)
        dialog.chosen.connect(self._ask)
        dialog.open()

    def _ask(self, backup: Backup) -> None:
        day = self._around.speaker.figures.date(backup.day)
        agreed = self._around.messages.confirm(
            self.tr("Restore the backup of {day}?").format(day=day),
            self.tr(
                "What was edited after that day is not in it. The data of now are kept in the"
                " data folder as replaced-….db. The window opens again with the backup."
            ),
            yes=self.tr("Restore"),
            danger=True,
        )
        if agreed:
            self.restore_wanted.emit(backup)

    def _fail(self, failure: Exception) -> None:
        if isinstance(failure, QuotewrightError):
            self._around.messages.error(*self._around.speaker.failure(failure))
        else:
            self._around.tasks.crashed.emit(failure)
