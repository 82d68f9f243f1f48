"""Destinations: the pages that the navigation leads to, each built when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.library.quotes_view import QuotesView
from app.ui.pages.authority.authority_place import AuthorityPlace
from app.ui.places import APPROVALS, AUTHORITY, CATALOGUE, CUSTOMERS, QUOTES, TEMPLATES, TODAY
from app.ui.today_desk import TodayDesk

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from app.ui.imports import Imports
    from app.ui.library.analysis_view import AnalysisView
    from app.ui.library.approvals_view import ApprovalsView
    from app.ui.library.customers_view import CustomersView
    from app.ui.library.today_view import TodayView
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.catalogue_page import CataloguePage
    from app.ui.pages.templates.templates_page import TemplatesPage
    from app.ui.quote_desk import QuoteDesk


class Destinations(QObject):
    """Builds pages, connects them with the desk, and shows them.

    * ``analysis_wanted(customer)``: show what a customer's bills say; ``analysis_left`` from there.
    * ``explained(customer, bills)``: something was said of bills or lines.
    * ``failed(failure)``: a page could not do something. * ``filled()``: a catalogue was published.
    * ``counted(place, text)``: what stands beside a place in the navigation.
    * ``customer_wanted(id)``, ``place_wanted(place)``: the start page leads there.
    * ``portfolio_wanted()``: all customers by value and risk.

    Attributes:
        quotes: The list of quotes; there from the start.
        today_desk: Pins, and reminds customers.
        limits: Limits and people, in their place.
        stack: Holds the pages and the studio.
    """

    analysis_wanted = Signal(str)
    analysis_left = Signal(str)
    explained = Signal(object, object)
    failed = Signal(object)
    filled = Signal()
    counted = Signal(str, str)
    portfolio_wanted = Signal()
    customer_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(
        self, around: Surroundings, desk: QuoteDesk, imports: Imports, parent: QObject
    ) -> None:
        """Build the list of quotes only."""
        super().__init__(parent)
        self._around = around
        self._desk = desk
        self._imports = imports
        self._workspace: Workspace | None = None
        self._today: TodayView | None = None
        self._customers: CustomersView | None = None
        self._approvals: ApprovalsView | None = None
        self._analysis: AnalysisView | None = None
        self._catalogue: CataloguePage | None = None
        self._templates: TemplatesPage | None = None
        self.limits = AuthorityPlace(around)
        self.limits.failed.connect(self.failed)
        self.limits.left.connect(lambda: self.place_wanted.emit(APPROVALS))
        self.today_desk = TodayDesk(around, self)
        self.today_desk.failed.connect(self.failed)
        self.today_desk.changed.connect(self._show_pins)
        self.today_desk.analysis_wanted.connect(self.analysis_wanted)
        self.quotes = QuotesView(around)
        self.quotes.opened.connect(desk.open)
        self.quotes.failed.connect(self.failed)
        self.quotes.sample_wanted.connect(imports.import_sample)
        self.quotes.import_wanted.connect(imports.import_catalogue)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.quotes)

    def attach(self, workspace: Workspace) -> None:
        """Show the user's data."""
        self._workspace = self.today_desk.workspace = self.limits.workspace = workspace
        self.quotes.attach(workspace)

    @property
    def today(self) -> TodayView:
        """What needs the user now."""
        if self._today is None:
            from app.ui.library.today_view import TodayView

            view = self._today = TodayView(self._around)
            view.opened.connect(self._desk.open)
            view.decide_wanted.connect(self._decide)
            view.customer_wanted.connect(self.customer_wanted)
            view.analysis_wanted.connect(self.analysis_wanted)
            view.quote_wanted.connect(self._desk.start)
            view.new_wanted.connect(self.quotes.new_wanted)
            self.today_desk.serve(view)
            self.stack.addWidget(view)
            if self._workspace is not None:
                view.attach(self._workspace)
        return self._today

    @property
    def customers(self) -> CustomersView:
        """The customers."""
        if self._customers is None:
            from app.ui.library.customers_view import CustomersView

            view = self._customers = CustomersView(self._around)
            view.quote_wanted.connect(self._desk.start)
            view.quote_opened.connect(self._desk.open)
            self._imports.serve(view)
            view.analysis_wanted.connect(self.analysis_wanted)
            view.portfolio_wanted.connect(self.portfolio_wanted)
            self.stack.addWidget(view)
            if self._workspace is not None:
                view.detail.catalog = self._workspace.catalog()
                view.attach(self._workspace)
        return self._customers

    @property
    def analysis(self) -> AnalysisView:
        """What the bills of a customer say."""
        if self._analysis is None:
            from app.ui.library.analysis_view import AnalysisView

            view = self._analysis = AnalysisView(self._around)
            view.left.connect(self.analysis_left)
            view.quote_wanted.connect(self._desk.start)
            view.explained.connect(self.explained)
            view.bills_wanted.connect(self._imports.import_bills)
            view.failed.connect(self.failed)
            self.stack.addWidget(view)
            if self._workspace is not None:
                view.attach(self._workspace)
        return self._analysis

    @property
    def analysing(self) -> AnalysisView | None:
        """The analysis while it is in front."""
        in_front = self._analysis is self.stack.currentWidget()
        return self._analysis if in_front else None

    @property
    def approvals(self) -> ApprovalsView:
        """What waits for whom."""
        if self._approvals is None:
            from app.ui.library.approvals_view import ApprovalsView

            view = self._approvals = ApprovalsView(self._around, self._desk.room)
            view.opened.connect(self._desk.open)
            view.failed.connect(self.failed)
            view.decided.connect(self._desk.refresh_life)
            view.limits_wanted.connect(lambda: self.place_wanted.emit(AUTHORITY))
            view.counted.connect(lambda n: self.counted.emit(APPROVALS, str(n or "")))
            self.stack.addWidget(view)
            if self._workspace is not None:
                view.attach(self._workspace)
        return self._approvals

    @property
    def catalogue(self) -> CataloguePage:
        """The catalogue and its rules."""
        if self._catalogue is None:
            from app.ui.pages.catalogue.catalogue_page import CataloguePage

            view = self._catalogue = CataloguePage(self._around)
            view.import_wanted.connect(self._imports.import_catalogue)
            view.published.connect(self.filled)
            view.failed.connect(self.failed)
            self.stack.addWidget(view)
            if self._workspace is not None:
                view.attach(self._workspace)
                view.show_catalog(self._workspace.catalog())
        return self._catalogue

    @property
    def templates(self) -> TemplatesPage:
        """Word templates."""
        if self._templates is None:
            from app.ui.pages.templates.templates_page import TemplatesPage

            view = self._templates = TemplatesPage(self._around)
            view.failed.connect(self.failed)
            self.stack.addWidget(view)
            if self._workspace is not None:
                view.attach(self._workspace)
        return self._templates

    def go_to(self, place: str) -> None:
        """Show a page with what is stored now."""
        if place == TODAY:
            built = self._today is not None  # one that is built now is reading already
            self.show(self.today)
            self.today.take_keyboard()
            if built:
                self.today.refresh()
        elif place == QUOTES:
            self.show(self.quotes)
            self.quotes.refresh()
        elif place == CUSTOMERS:
            self.show(self.customers)
            self.customers.refresh()
        elif place == CATALOGUE:
            self.show(self.catalogue)
        elif place == APPROVALS:
            self.show(self.approvals)
            self.approvals.refresh()
        elif place == TEMPLATES:
            self.show(self.templates)
            self.templates.refresh()
        elif place == AUTHORITY:
            self.show(self.limits)

    def show(self, page: QWidget) -> None:
        """Bring a page to the front."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def is_in_front(self, place: str) -> bool:
        """Whether a page of the navigation is shown; one that was never built is not."""
        pages = {
            TODAY: self._today,
            QUOTES: self.quotes,
            CUSTOMERS: self._customers,
            CATALOGUE: self._catalogue,
            APPROVALS: self._approvals,
            TEMPLATES: self._templates,
            AUTHORITY: self.limits,
        }
        return pages[place] is self.stack.currentWidget()

    @property
    def chosen_customer(self) -> str:
        """Identifier of the customer in sight; empty while there is none."""
        return self._customers.table.current_key() if self._customers is not None else ""

    def find(self) -> bool:
        """Bring the keyboard to the search field of the page in front, if it has one."""
        current = self.stack.currentWidget()
        listed = (self._today, self.quotes, self._customers, self._approvals, self._catalogue)
        for view in (*listed, self._templates):
            if view is not None and view is current:
                view.head.search.setFocus()
                return True
        return False

    def refresh(self) -> None:
        """Show what an import brought."""
        if self._workspace is None:
            return
        catalog = self._workspace.catalog()
        if self._catalogue is not None:
            self._catalogue.show_catalog(catalog)
        if self._customers is not None:
            self._customers.detail.catalog = catalog
            self._customers.refresh()
        self._show_pins()

    def _show_pins(self) -> None:
        """Show in the lists what is pinned now."""
        self.quotes.refresh()
        if self._today is not None:
            self._today.refresh()

    def pin(self) -> None:
        """Keep the quote or customer in front at hand, or no longer."""
        current, session = self.stack.currentWidget(), self._desk.session
        if current is self._today and self._today is not None:
            self.today_desk.toggle(*self._today.pin_current())
        elif current is self._customers and self._customers is not None:
            self.today_desk.toggle("customers", self._customers.table.current_key())
        elif current is self.quotes:
            self.today_desk.toggle("quotes", self.quotes.table.current_key())
        else:
            self.today_desk.toggle("quotes", session.quote.id if session is not None else "")

    def _decide(self, quote_id: str) -> None:
        """Show a quote that waits as its approver sees it."""
        self.approvals.wanted = quote_id
        self.place_wanted.emit(APPROVALS)

    def store(self) -> bool:
        """Try at once to store what is left of drafts; gives whether everything is stored."""
        drafts = (self.limits, *(self._catalogue.drafts if self._catalogue is not None else ()))
        return all(draft.store_draft() for draft in drafts)

    def close(self) -> None:
        """Close drafts; what could not be stored is lost."""
        self.limits.close_draft()
        if self._catalogue is not None:
            for draft in self._catalogue.drafts:
                draft.close_draft()
