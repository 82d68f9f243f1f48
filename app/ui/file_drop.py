"""Files that come into the window: dropped anywhere on it, or handed over by another start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from app.services.arriving_tables import TableSort
    from app.ui.page import Surroundings

_TABLES: Final = (".xlsx", ".xls", ".csv", ".json")
SIGNED: Final = "signed"


class FileDrop(QObject):
    """Tells what files are by their content, so that each goes where it belongs.

    * ``arrived(sort, paths)``: signed files and papers are ``signed``, tables a ``TableSort``.
    * ``failed(failure)``: a file cannot be read.
    """

    arrived = Signal(str, object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Watch a window; pages that take files themselves come first."""
        super().__init__(window)
        self._around = around
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def take(self, paths: Sequence[Path]) -> None:
        """Tell what files are and let them be taken."""
        if not paths:
            return
        if any(path.suffix.casefold() not in _TABLES for path in paths):
            self.arrived.emit(SIGNED, list(paths))
            return

        def work() -> TableSort:
            from app.services.arriving_tables import sort_of_table

            return sort_of_table(paths[0])

        self._around.tasks.run(
            lambda _task: work(), lambda sort: self._tell(sort, paths), self.failed.emit
        )

    def _tell(self, sort: TableSort, paths: Sequence[Path]) -> None:
        if sort.value == "unknown":
            self._around.messages.warning(
                self.tr("It is not clear what {file} is").format(file=paths[0].name),
                self.tr("Price lists are imported on the page Catalogue, bills on a customer's."),
            )
            return
        self.arrived.emit(sort.value, list(paths))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take tables that are dropped on the window."""
        if isinstance(event, QDragEnterEvent) and dropped_tables(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = dropped_tables(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.take(paths)
                return True
        return super().eventFilter(watched, event)


def dropped_tables(data: QMimeData) -> list[Path]:
    """The files of tables that are dragged over a window; none when any is something else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    good = all(file.suffix.casefold() in _TABLES for file in files)
    return files if good and len(files) == len(data.urls()) else []
