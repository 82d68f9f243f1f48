"""MainWindow: the frame, where one can go, and one open quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.errors import QuotewrightError
from app.ui.actions import add_actions
from app.ui.finding import Indexes
from app.ui.imports import Imports
from app.ui.library.quotes_view import QuotesView
from app.ui.messages import WindowMessages
from app.ui.page import Surroundings
from app.ui.places import APPROVALS, CATALOGUE, CUSTOMERS, QUOTES, make_navigation
from app.ui.quote_desk import QuoteDesk
from app.ui.theme import current_theme, set_role
from app.ui.widgets.toast import Toasts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from app.ui.library.approvals_view import ApprovalsView
    from app.ui.library.customers_view import CustomersView
    from app.ui.messages import Messages
    from app.ui.pages.catalogue.bundle_builder.bundle_tab import BundleMaker
    from app.ui.pages.catalogue.catalogue_page import CataloguePage
    from app.ui.presenting.speaker import Speaker
    from app.ui.tasks import Tasks

_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """The window of the program.

    * ``painted()``: the window was painted for the first time.
    * ``ready()``: the lists show the user's data.
    """

    painted = Signal()
    ready = Signal()

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
        self.around = Surroundings(speaker, told, self._toasts, tasks, clock, paper_folder, indexes)
        self.workspace: Workspace | None = None
        self.paper_root: Path | None = None
        self._painted = False
        self._customers: CustomersView | None = None
        self._approvals: ApprovalsView | None = None
        self._catalogue: CataloguePage | None = None
        self.navigation = make_navigation(*user)
        self.quotes = QuotesView(self.around)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.quotes)
        self.desk = QuoteDesk(self.around, self)
        self.imports = Imports(self.around, self)
        self._lay_out()
        self._connect()
        self.actions_by_id = add_actions(self, self._deeds())

    def _lay_out(self) -> None:
        whole = QWidget()
        set_role(whole, "canvas")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.navigation.navigated.connect(self.go_to)
        self.navigation.theme_toggled.connect(lambda: current_theme().toggle())
        self.navigation.user_wanted.connect(lambda: self.desk.ask_who(self))
        self.quotes.opened.connect(self.desk.open)
        self.quotes.new_wanted.connect(self.begin_quote)
        self.quotes.sample_wanted.connect(self.imports.import_sample)
        self.quotes.import_wanted.connect(self.imports.import_catalogue)
        self.imports.filled.connect(self._filled)
        self.imports.customer_stored.connect(self.show_customer)
        self.imports.failed.connect(self.tell_failure)
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
            "new": self.begin_quote,
            "quotes": lambda: self.go_to(QUOTES),
            "customers": lambda: self.go_to(CUSTOMERS),
            "catalogue": lambda: self.go_to(CATALOGUE),
            "approvals": lambda: self.go_to(APPROVALS),
            "theme": lambda: current_theme().toggle(),
        }

    # ------------------------------------------------------------ the user's data

    def attach(self, workspace: Workspace) -> None:
        """Show the user's data; called once, when it is open."""
        self.workspace = workspace
        self.desk.attach(workspace)
        self.imports.workspace = workspace
        self.quotes.attach(workspace)
        self.quotes.table.setFocus()
        self.ready.emit()

    @property
    def customers(self) -> CustomersView:
        """The customers, built when they are first wanted."""
        if self._customers is None:
            from app.ui.library.customers_view import CustomersView

            view = self._customers = CustomersView(self.around)
            view.quote_wanted.connect(self.desk.start)
            view.quote_opened.connect(self.desk.open)
            view.new_wanted.connect(self.imports.new_customer)
            view.edit_wanted.connect(self.imports.edit_customer)
            self.stack.addWidget(view)
            if self.workspace is not None:
                view.detail.catalog = self.workspace.catalog()
                view.attach(self.workspace)
        return self._customers

    @property
    def approvals(self) -> ApprovalsView:
        """The approvals, built when they are first wanted."""
        if self._approvals is None:
            from app.ui.library.approvals_view import ApprovalsView

            view = self._approvals = ApprovalsView(self.around)
            view.opened.connect(self.desk.open)
            view.failed.connect(self.tell_failure)
            view.decided.connect(self.desk.refresh_life)
            view.counted.connect(lambda n: self.navigation.set_badge(APPROVALS, str(n or "")))
            self.stack.addWidget(view)
            if self.workspace is not None:
                view.attach(self.workspace)
        return self._approvals

    @property
    def catalogue(self) -> CataloguePage:
        """The catalogue, built when it is first wanted."""
        if self._catalogue is None:
            from app.ui.pages.catalogue.catalogue_page import CataloguePage

            view = self._catalogue = CataloguePage(self.around)
            view.import_wanted.connect(self.imports.import_catalogue)
            view.published.connect(self._filled)
            view.failed.connect(self.tell_failure)
            self.stack.addWidget(view)
            if self.workspace is not None:
                view.attach(self.workspace)
                view.show_catalog(self.workspace.catalog())
        return self._catalogue

    # ------------------------------------------------------------ going somewhere

    def go_to(self, place: str) -> None:
        """Show a destination of the navigation."""
        self.navigation.set_current(place)
        if place == CUSTOMERS:
            self.stack.setCurrentWidget(self.customers)
            self.customers.refresh()
        elif place == CATALOGUE:
            self.stack.setCurrentWidget(self.catalogue)
        elif place == APPROVALS:
            self.stack.setCurrentWidget(self.approvals)
            self.approvals.refresh()
        else:
            self.stack.setCurrentWidget(self.quotes)
            self.quotes.refresh()

    def begin_quote(self) -> None:
        """Begin a quote: the customer comes first."""
        self.go_to(CUSTOMERS)
        self.customers.head.search.setFocus()

    def show_customer(self, customer_id: str) -> None:
        """Show a customer."""
        self.go_to(CUSTOMERS)
        self.customers.show_customer(customer_id)

    def _show_studio(self) -> None:
        self.navigation.set_current(QUOTES)
        if self.stack.indexOf(self.desk.studio) < 0:
            self.stack.addWidget(self.desk.studio)
        self.stack.setCurrentWidget(self.desk.studio)
        self.desk.studio.items.search.setFocus()

    def _undoing(self) -> QuoteDesk | CataloguePage:
        """What undo and redo work on: the draft of the catalogue in front, or the open quote."""
        current = self.stack.currentWidget()
        return self.catalogue if current is self._catalogue else self.desk

    def _find(self) -> None:
        current = self.stack.currentWidget()
        for view in (self.quotes, self._customers, self._approvals, self._catalogue):
            if view is not None and view is current:
                view.head.search.setFocus()
                return
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
        catalog = self.workspace.catalog()
        if self._catalogue is not None:
            self._catalogue.show_catalog(catalog)
        if self._customers is not None:
            self._customers.detail.catalog = catalog
            self._customers.refresh()
        self.quotes.refresh()
        self.desk.offer_newest()

    def tell_failure(self, failure: Exception) -> None:
        """Tell an expected failure in words; anything else is a bug."""
        if isinstance(failure, QuotewrightError):
            text, cure = self.around.speaker.failure(failure)
            self.around.messages.error(text, cure)
        else:
            self.around.tasks.crashed.emit(failure)

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
        drafted = self._catalogue is None or self._catalogue.close_drafts()
        if not self.desk.close_quote() or not drafted:
            leave = self.around.messages.confirm(
                self.tr("Some edits could not be stored"),
                self.tr("Closing now loses them."),
                yes=self.tr("Close anyway"),
                danger=True,
            )
            if not leave:
                event.ignore()
                return
        self.around.tasks.shutdown()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
        super().closeEvent(event)
