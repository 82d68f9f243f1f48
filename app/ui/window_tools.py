"""What a window can do on every page: write the table that is seen to a file, show backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.backup_desk import BackupDesk
from app.ui.customer_watch import CustomerWatch
from app.ui.day_watch import DayWatch
from app.ui.first_steps import FirstSteps
from app.ui.list_memory import ListMemory
from app.ui.market_desk import MarketDesk
from app.ui.places import APPROVALS, QUOTES, TODAY
from app.ui.resuming import Resuming
from app.ui.table_out import TableOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from app.errors import QuotewrightError
    from app.services.workspace import Workspace
    from app.ui.destinations import Destinations
    from app.ui.imports import Imports
    from app.ui.page import Surroundings
    from app.ui.quote_desk import QuoteDesk
    from app.ui.settings_desk import SettingsDesk


class WindowTools(QObject):
    """Holds the tools of a window.

    ``second_wanted()``: another window on the same data; ``profiles_wanted()``: the profiles.

    Attributes:
        tables: Writes tables to files.
        backups: Shows backups and restores one.
        market: Shows classes, thresholds and the other tables of the market.
        lists: How the user has arranged the lists.
        resuming: Goes on with what was begun.
        day: Says that it is another day.
        first_steps: The guided tour, and the check list of one's own data.
    """

    second_wanted = Signal()
    profiles_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        desk: QuoteDesk,
        imports: Imports,
        pages: Destinations,
        settings: SettingsDesk,
        window: QMainWindow,
    ) -> None:
        """Work over a window."""
        super().__init__(window)
        self._around = around
        self._desk = desk
        self._pages = pages
        self.day = DayWatch(around.clock, self)
        self.day.turned.connect(self._show_day)
        self._customer = CustomerWatch(around, desk, window)
        self.lists = ListMemory(window)
        self.lists.failed.connect(self._tell)
        self.tables = TableOut(around, window)
        self.lists.export_wanted.connect(self.tables.ask)
        self.backups = BackupDesk(around, window)
        self.market = MarketDesk(around, window)
        self.market.changed.connect(pages.refresh)
        self.market.customer_wanted.connect(pages.customer_wanted)
        self.resuming = Resuming(desk, imports, pages, self.backups)
        self.first_steps = FirstSteps(around, desk, imports, pages, settings, window)

    def attach(self, workspace: Workspace) -> None:
        """Remember what the user has chosen."""
        self.lists.open(workspace.folder)
        self.market.workspace = workspace
        self._customer.workspace = workspace
        self.day.start()

    def _show_day(self) -> None:
        """Show what is seen as it is today; other pages are read anew when they are gone to."""
        pages, session = self._pages, self._desk.session
        if pages.is_in_front(TODAY):
            pages.today.refresh()
        elif pages.is_in_front(QUOTES):
            pages.quotes.refresh()
        elif pages.is_in_front(APPROVALS):
            pages.approvals.refresh()
        if session is not None:
            self._desk.studio.show_facts(session.worked.revision)
            self._desk.refresh_life()

    def _tell(self, failure: QuotewrightError) -> None:
        self._around.messages.error(*self._around.speaker.failure(failure))

    def show_columns(self) -> None:
        """Offer the columns of the table that the keyboard is in, or else of the largest."""
        table = self.tables.table()
        if table is None:
            self._around.messages.info(self.tr("There is no table here"))
            return
        table.choice.popup(table.header())

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What the actions of the tools do, by identifier."""
        return {
            "export_table": self.tables.export,
            "columns": self.show_columns,
            "backups": self.backups.show,
            **self.market.deeds(),
            "tour": self.first_steps.tour.start,
            "setup": self.first_steps.show_setup,
            "window": self.second_wanted.emit,
            "profiles": self.profiles_wanted.emit,
        }
