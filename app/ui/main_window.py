"""MainWindow: the frame, where one can go, and one open quote."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from app.ui.actions import add_actions
from app.ui.analysis_desk import AnalysisDesk
from app.ui.destinations import Destinations
from app.ui.finding import Indexes
from app.ui.guide import Guide
from app.ui.holds import Holds
from app.ui.imports import Imports
from app.ui.incoming import Incoming
from app.ui.messages import WindowMessages
from app.ui.page import Surroundings
from app.ui.places import APPROVALS, CATALOGUE, CUSTOMERS, PLACES, QUOTES, TODAY, make_navigation
from app.ui.quote_desk import QuoteDesk
from app.ui.settings_desk import SettingsDesk
from app.ui.signing.signing_room import SigningRoom
from app.ui.theme import current_theme, set_role
from app.ui.unsaved import may_lose_edits
from app.ui.widgets.toast import Toasts
from app.ui.window_tools import WindowTools

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent
    from PySide6.QtWidgets import QStackedWidget

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from app.ui.library.analysis_view import AnalysisView
    from app.ui.library.approvals_view import ApprovalsView
    from app.ui.library.customers_view import CustomersView
    from app.ui.library.quotes_view import QuotesView
    from app.ui.messages import Messages
    from app.ui.pages.authority.authority_place import AuthorityPlace
    from app.ui.pages.catalogue.bundle_builder.bundle_tab import BundleMaker
    from app.ui.pages.catalogue.catalogue_page import CataloguePage
    from app.ui.presenting.speaker import Speaker
    from app.ui.tasks import Tasks

_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """The window of the program.

    * ``painted()``: the window was painted for the first time.
    * ``ready()``: the lists show the user's data.
    * ``renewal_wanted()``: another window is to take its place, because the language changed.
    """

    painted = Signal()
    ready = Signal()
    renewal_wanted = Signal()

    def __init__(
        self,
        speaker: Speaker,
        tasks: Tasks,
        clock: Callable[[], datetime],
        paper_folder: Callable[[Quote], Path],
        messages: Messages | None = None,
        user: tuple[str, str] = ("", ""),
    ) -> None:
        """Build the frame; ``attach`` gives it the user's data.

        Args:
            speaker: Texts and figures in the window's language.
            tasks: Work beside the window.
            clock: The moment, with its time zone.
            paper_folder: Where the papers of a quote are written.
            messages: Tells and asks the user; dialogs over this window when not given.
            user: Name and level of the account manager.
        """
        super().__init__()
        self.setWindowTitle(self.tr("Quotewright"))
        self.setMinimumSize(1024, 640)
        self.resize(*_SIZE)
        self._toasts = Toasts(self)
        told = messages or WindowMessages(self, self._toasts.show_news)
        indexes = Indexes(tasks, speaker, self)
        self.around = Surroundings(
            speaker, told, self._toasts, tasks, clock, paper_folder, indexes, Holds(self)
        )
        self.workspace: Workspace | None = None
        self.paper_root: Path | None = None
        self._painted = False
        self.navigation = make_navigation(*user)
        self.navigation.set_current(QUOTES)
        self.room = SigningRoom(self.around, self)
        self.desk = QuoteDesk(self.around, self.room, self)
        self.imports = Imports(self.around, self)
        self.pages = Destinations(self.around, self.desk, self.imports, self)
        self.analysis = AnalysisDesk(self.desk, self.pages, self)
        self.guide = Guide(self.around, self.desk, self.pages, self)
        self.settings = SettingsDesk(self.around, self.navigation, self)
        self.tools = WindowTools(
            self.around, self.desk, self.imports, self.pages, self.settings, self
        )
        self.incoming = Incoming(self.around, self.desk, self.imports, self.pages, self)
        self._lay_out()
        self._connect()
        self.actions_by_id = self.guide.actions = add_actions(self, self._deeds())

    def _lay_out(self) -> None:
        whole = QWidget()
        set_role(whole, "canvas")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.pages.stack, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.navigation.navigated.connect(self.go_to)
        self.navigation.theme_toggled.connect(lambda: current_theme().toggle())
        self.navigation.settings_wanted.connect(self.settings.show_settings)
        self.navigation.user_wanted.connect(self.room.keys.ask_who)
        self.navigation.signing_wanted.connect(self.room.show_menu)
        self.room.failed.connect(self.tell_failure)
        self.room.requested.connect(lambda: self.go_to(APPROVALS))
        self.room.moved.connect(self.desk.refresh_life)
        self.room.organised.connect(self.desk.open_again)
        self.quotes.new_wanted.connect(self.begin_quote)
        self.pages.filled.connect(self._filled)
        self.pages.failed.connect(self.tell_failure)
        self.pages.customer_wanted.connect(self.show_customer)
        self.pages.place_wanted.connect(self.go_to)
        self.pages.limits.published.connect(self.desk.leave)  # judged anew when it is opened
        self.pages.counted.connect(self.navigation.set_badge)
        self.imports.filled.connect(self._filled)
        self.imports.customer_stored.connect(self.show_customer)
        self.imports.failed.connect(self.tell_failure)
        self.settings.language_changed.connect(self.renewal_wanted)
        self.guide.customer_wanted.connect(self.show_customer)
        self.guide.place_wanted.connect(self.go_to)
        self.guide.setting_wanted.connect(self.settings.show_settings)
        self.incoming.place_wanted.connect(self.go_to)
        self.analysis.shown.connect(self.navigation.set_current)
        self.analysis.customer_wanted.connect(self.show_customer)
        self.desk.shown.connect(self._show_studio)
        self.desk.left.connect(lambda: self.go_to(QUOTES))
        self.desk.customer_wanted.connect(self.show_customer)
        self.desk.bundle_wanted.connect(self._make_bundle)
        self.desk.failed.connect(self.tell_failure)

    def _deeds(self) -> dict[str, Callable[[], None]]:
        return {
            "find": self._find,
            "undo": lambda: self._undoing().undo(),
            "redo": lambda: self._undoing().redo(),
            **self.desk.deeds(),
            **self.guide.deeds(),  # asks the customer in sight where no quote is open
            **self.tools.deeds(),
            "new": self.begin_quote,
            **{place: partial(self.go_to, place) for place in PLACES},
            "pin": self.pages.pin,
            **self.analysis.deeds(),
            **self.imports.deeds(),
            "settings": self.settings.show_settings,
            "who": self.room.keys.ask_who,
            "close_quote": lambda: self.go_to(QUOTES),
            "open": self.room.exchange.choose,
            "verify": self.room.verify,
            "key": self.room.keys.show,
            "theme": lambda: current_theme().toggle(),
        }

    # ------------------------------------------------------------ the user's data

    def attach(self, workspace: Workspace) -> None:
        """Show the user's data; called once, when it is open."""
        self.workspace = workspace
        self.room.attach(workspace)
        self.desk.attach(workspace)
        self.imports.workspace = workspace
        self.guide.attach(workspace)
        self.settings.attach(workspace)
        self.pages.attach(workspace)
        self.tools.attach(workspace)
        if workspace.catalog() is not None:
            self.go_to(TODAY)
        self.ready.emit()

    @property
    def stack(self) -> QStackedWidget:
        """Holds the pages and the studio."""
        return self.pages.stack

    @property
    def quotes(self) -> QuotesView:
        """The list of quotes."""
        return self.pages.quotes

    @property
    def customers(self) -> CustomersView:
        """The customers, built when they are first wanted."""
        return self.pages.customers

    @property
    def approvals(self) -> ApprovalsView:
        """The approvals, built when they are first wanted."""
        return self.pages.approvals

    @property
    def catalogue(self) -> CataloguePage:
        """The catalogue, built when it is first wanted."""
        return self.pages.catalogue

    # ------------------------------------------------------------ going somewhere

    def go_to(self, place: str) -> None:
        """Show a destination of the navigation."""
        self.navigation.set_current(place.partition("/")[0])
        self.pages.go_to(place)

    def begin_quote(self) -> None:
        """Begin a quote: the customer comes first, and before him a catalogue."""
        if self.workspace is not None and self.workspace.catalog() is None:
            self.go_to(QUOTES)
        else:
            self.go_to(CUSTOMERS)
            self.customers.head.search.setFocus()

    def show_customer(self, customer_id: str) -> None:
        """Show a customer."""
        self.go_to(CUSTOMERS)
        self.customers.show_customer(customer_id)

    def _show_studio(self) -> None:
        self.navigation.set_current(QUOTES)
        self.pages.show(self.desk.studio)
        self.desk.studio.items.search.setFocus()

    def _undoing(self) -> QuoteDesk | CataloguePage | CustomersView | AnalysisView | AuthorityPlace:
        """What undo and redo work on: the page in front that has edits, or the open quote."""
        if self.pages.analysing is not None:
            return self.pages.analysing
        if self.pages.is_in_front(CUSTOMERS):
            return self.customers
        if self.pages.limits.isVisible():
            return self.pages.limits
        return self.catalogue if self.pages.is_in_front(CATALOGUE) else self.desk

    def _find(self) -> None:
        if not self.pages.find():
            self.desk.studio.items.search.start()

    def _make_bundle(self, make: BundleMaker) -> None:
        """Compose a bundle in the draft of the catalogue, and show it in the builder."""
        self.go_to(CATALOGUE)
        self.catalogue.show_tab("bundles")
        self.catalogue.bundles.take(make)

    def _filled(self) -> None:
        """Show what an import brought."""
        if self.workspace is None:
            return
        self.pages.refresh()
        self.desk.offer_newest()

    def tell_failure(self, failure: Exception) -> None:
        """Tell an expected failure in words; anything else is a bug."""
        self.around.tell(failure)

    # ------------------------------------------------------------ events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the window is first seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is left before the window goes."""
        self.desk.cancel_papers()
        stored = all((self.desk.store(), self.pages.store()))
        if not stored and not may_lose_edits(self.around.messages):
            event.ignore()
            return
        self.desk.close_quote()
        self.pages.close()
        self.around.holds.leave()
        self.around.tasks.shutdown()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
        super().closeEvent(event)
