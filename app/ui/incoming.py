"""Incoming: brings files that came into the window where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.file_drop import SIGNED, FileDrop
from app.ui.places import APPROVALS, CUSTOMERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.ui.destinations import Destinations
    from app.ui.imports import Imports
    from app.ui.page import Surroundings
    from app.ui.quote_desk import QuoteDesk


class Incoming(QObject):
    """Takes what is dropped on a window, or handed over by another start.

    ``place_wanted(place)``: go there.

    Attributes:
        files: Tells what files are.
    """

    place_wanted = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        desk: QuoteDesk,
        imports: Imports,
        pages: Destinations,
        window: QWidget,
    ) -> None:
        """Work over a window; signed files are opened by the room of its desk."""
        super().__init__(window)
        self._around = around
        self._desk = desk
        self._imports = imports
        self._pages = pages
        self.files = FileDrop(around, window)
        self.files.arrived.connect(self.take)
        self.files.failed.connect(pages.failed)

    def take(self, sort: str, paths: list[Path]) -> None:
        """Bring files where they belong.

        Args:
            sort: What they are: ``signed``, ``approval``, ``price_list`` or ``bills``.
            paths: The files.
        """
        takers: dict[str, Callable[[], None]] = {
            SIGNED: lambda: self._desk.room.exchange.open(paths[0]),
            "approval": lambda: self._take_approval(paths[0]),
            "price_list": lambda: self._imports.import_catalogue(paths[0]),
            "bills": lambda: self._take_bills(paths),
        }
        takers[sort]()

    def _take_approval(self, path: Path) -> None:
        self.place_wanted.emit(APPROVALS)
        self._pages.approvals.papers.read(path)

    def _take_bills(self, paths: list[Path]) -> None:
        """Import bills of the customer in sight, or say that one has to be chosen."""
        session, pages = self._desk.session, self._pages
        writing = session is not None and pages.stack.currentWidget() is self._desk.studio
        key = pages.customers.table.current_key() if pages.is_in_front(CUSTOMERS) else ""
        customer = session.quote.customer if session is not None and writing else key
        if customer:
            self._imports.import_bills(customer, paths)
            return
        self.place_wanted.emit(CUSTOMERS)
        self._around.messages.info(
            self.tr("These are bills"), self.tr("Choose their customer here and drop them again.")
        )
