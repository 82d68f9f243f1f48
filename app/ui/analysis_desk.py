"""AnalysisDesk: leads to what a customer's bills say, and back; the open quote follows reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.places import CUSTOMERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.customer import Customer
    from app.quoting.line_dependence import Ground
    from app.ui.destinations import Destinations
    from app.ui.quote_desk import QuoteDesk
    from pricing.bills import Bills


class AnalysisDesk(QObject):
    """Shows the analysis of one customer at a time.

    * ``customer_wanted(id)``. * ``shown(place)``: what is in front belongs to this place.
    """

    customer_wanted = Signal(str)
    shown = Signal(str)

    def __init__(self, desk: QuoteDesk, pages: Destinations, parent: QObject) -> None:
        """Listen to whatever leads to an analysis."""
        super().__init__(parent)
        self._desk = desk
        self._pages = pages
        self._listening = False
        desk.shown.connect(self._listen)
        pages.analysis_wanted.connect(self.show)
        pages.analysis_left.connect(self._leave)
        pages.explained.connect(self._follow)

    def show(self, customer_id: str) -> None:
        """Show what the bills of a customer say."""
        self.shown.emit(CUSTOMERS)
        self._pages.show(self._pages.analysis)
        self._pages.analysis.side.beside_quote = self._ground
        self._pages.analysis.show_customer(customer_id)

    def analyse(self) -> None:
        """Show the bills of the customer in front: of the open quote, or of the one chosen."""
        session, in_front = self._desk.session, self._pages.stack.currentWidget()
        if session is not None and in_front is self._desk.studio:
            self.show(session.basis.customer.id)
            return
        at_customers = self._pages.is_in_front(CUSTOMERS)
        chosen = self._pages.customers.table.current_key() if at_customers else ""
        if chosen:
            self.show(chosen)
        else:
            self.shown.emit(CUSTOMERS)
            self._pages.go_to(CUSTOMERS)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What actions do here, by identifier."""
        return {"analysis": self.analyse, "bill_sources": self.tell_sources}

    def tell_sources(self) -> None:
        """Show where the figures in front come from, or the analysis where one can ask."""
        view = self._pages.analysing
        if view is None or not view.sources.more.isEnabled():
            self.analyse()
        else:
            view.sources.show_all()

    def _listen(self) -> None:
        """The studio is built when a quote is first opened."""
        if not self._listening:
            self._listening = True
            self._desk.studio.analysis_wanted.connect(self.show)

    def _leave(self, customer_id: str) -> None:
        """Back to the open quote of the customer, or to the customer."""
        session = self._desk.session
        if session is not None and session.basis.customer.id == customer_id:
            self._desk.shown.emit()
        else:
            self.customer_wanted.emit(customer_id)

    def _follow(self, customer: Customer, bills: Bills) -> None:
        """Compare the open quote with the bills as they are now, when it is of that customer."""
        session = self._desk.session
        if session is not None and session.basis.customer.id == customer.id:
            session.renew_bills(bills, customer)

    def _ground(self, customer: Customer, bills: Bills) -> Ground | None:
        """By what a line's worth is judged beside the open quote; ``None`` if it is another's."""
        from app.quoting.line_dependence import Ground

        session = self._desk.session
        if session is None or session.basis.customer.id != customer.id:
            return None
        basis, quote = session.basis, session.quote
        return Ground(customer, bills, basis.catalog, basis.rules, quote.price_date, quote)
