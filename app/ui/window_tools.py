"""What a window can do on every page: write the table that is seen to a file, show backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.backup_desk import BackupDesk
from app.ui.table_out import TableOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.ui.page import Surroundings


class WindowTools(QObject):
    """Holds the tools of a window.

    Attributes:
        tables: Writes tables to files.
        backups: Shows backups and restores one.
    """

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window."""
        super().__init__(window)
        self.tables = TableOut(around, window)
        self.backups = BackupDesk(around, window)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What the actions of the tools do, by identifier."""
        return {"export_table": self.tables.export, "backups": self.backups.show}
