"""Resuming: leads from the start page to imports, batches and drafts that were begun."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.paper_dialogs import show_batch
from app.ui.places import AUTHORITY, CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.unfinished import Unfinished, WorkKind
    from app.ui.backup_desk import BackupDesk
    from app.ui.destinations import Destinations
    from app.ui.imports import Imports
    from app.ui.quote_desk import QuoteDesk


class Resuming(QObject):
    """Goes on with what was begun in one window."""

    def __init__(
        self, desk: QuoteDesk, imports: Imports, pages: Destinations, backups: BackupDesk
    ) -> None:
        """Lead to the places of a window."""
        super().__init__(pages)
        self._desk = desk
        self._imports = imports
        self._pages = pages
        self._backups = backups
        pages.today_desk.work_wanted.connect(self.resume)

    def resume(self, work: Unfinished) -> None:
        """Go on where somebody left."""
        from app.services.unfinished import WorkKind

        files = [Path(one) for one in work.places]
        ways: dict[WorkKind, Callable[[], None]] = {
            WorkKind.RESCUED: self._backups.show,
            WorkKind.BATCH: lambda: self._go_on_with_batch(work.subject, files[0]),
            WorkKind.BILLS: lambda: self._imports.import_bills(work.subject, files),
            WorkKind.CUSTOMERS: lambda: self._imports.import_customers(files),
            WorkKind.CATALOGUE: lambda: self._imports.import_catalogue(files[0]),
            WorkKind.CATALOGUE_DRAFT: self._go_on_with_catalogue,
            WorkKind.RULE_DRAFT: lambda: self._show_catalogue("rules"),
            WorkKind.LIMITS_DRAFT: lambda: self._pages.place_wanted.emit(AUTHORITY),
        }
        ways[work.kind]()

    def _show_catalogue(self, tab: str) -> None:
        self._pages.place_wanted.emit(CATALOGUE)
        self._pages.catalogue.show_tab(tab)

    def _go_on_with_catalogue(self) -> None:
        self._show_catalogue("offerings")
        self._pages.catalogue.desk.begin()

    def _go_on_with_batch(self, quote: str, folder: Path) -> None:
        """Open the quote, and the dialog on its folder as soon as the quote is shown."""
        desk = self._desk

        def show() -> None:
            desk.shown.disconnect(show)
            self._show_batch(folder)

        session = desk.session
        if session is not None and session.quote.id == quote:
            self._pages.show(desk.studio)
            self._show_batch(folder)
            return
        desk.shown.connect(show)
        desk.open(quote)

    def _show_batch(self, folder: Path) -> None:
        if self._desk.papers is not None:
            self._desk.papers.show(partial(show_batch, folder=folder))
