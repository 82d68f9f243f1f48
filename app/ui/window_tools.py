"""What a window can do on every page: write the table that is seen to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.table_out import TableOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.ui.page import Surroundings


class WindowTools(QObject):
    """Holds the tools of a window.

    Attributes:
        tables: Writes tables to files.
    """

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window."""
        super().__init__(window)
        self.tables = TableOut(around, window)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What the actions of the tools do, by identifier."""
        return {"export_table": self.tables.export}
