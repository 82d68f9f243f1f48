"""CustomerDeeds: what can be done about the customer in sight from anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.quoting.alert_text import told_alert
from app.quoting.customer_sheets import SheetName
from app.ui.places import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.services.portfolio import Portfolio
    from app.services.workspace import Workspace
    from app.ui.destinations import Destinations
    from app.ui.page import Surroundings

VISITS, PARETO = "visits", "pareto"
"""Parts of the dialog about all customers."""


class CustomerDeeds(QObject):
    """Leads to parts of a customer's file.

    * ``customer_wanted(id)``: show a customer.

    Attributes:
        workspace: The user's data; set when it is open.
    """

    customer_wanted = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        in_sight: Callable[[], str],
        pages: Destinations,
        window: QWidget,
    ) -> None:
        """Ask for the customer in sight when something is to be done.

        Args:
            around: Tasks, texts and messages.
            in_sight: Identifier of that customer; empty where there is none.
            pages: Where customers are shown.
            window: Over which dialogs are shown.
        """
        super().__init__(window)
        self._around, self._window = around, window
        self._speaker, self._in_sight, self._pages = around.speaker, in_sight, pages
        self.workspace: Workspace | None = None
        pages.portfolio_wanted.connect(lambda: self.show_portfolio(VISITS))

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What actions do here, by identifier."""
        return {
            "promises": self.show_promises,
            "visit": self.plan_visit,
            "whom_to_visit": lambda: self.show_portfolio(VISITS),
            "pareto": lambda: self.show_portfolio(PARETO),
        }

    def show_promises(self) -> None:
        """Bring the keyboard to the promises of the customer in sight, or of the first one."""
        self.customer_wanted.emit(self._in_sight())
        self._pages.customers.detail.show_list(SheetName.PROMISES)

    def plan_visit(self) -> None:
        """Plan a visit for the alert in front, or for the customer in sight, and open his bills."""
        at_start = self._pages.is_in_front(TODAY)
        alert = self._pages.today.current_alert if at_start else None
        if alert is not None:
            about = told_alert(alert, self._speaker.words, self._speaker.figures)
            self._pages.today_desk.plan(alert.customer, about)
        elif customer := self._in_sight():
            self._pages.today_desk.plan(customer, "")

    def show_portfolio(self, part: str) -> None:
        """Show all customers: whom to visit first, or who brings the revenue."""
        workspace, day = self.workspace, self._around.clock().date()
        if workspace is None:
            return

        def work() -> Portfolio:
            from app.services.portfolio import portfolio_of

            return portfolio_of(workspace, day)

        def show(found: Portfolio) -> None:
            from app.ui.dialogs.portfolio_dialog import PortfolioDialog

            dialog = PortfolioDialog(self._around, workspace, found, part, self._window)
            dialog.customer_wanted.connect(self.customer_wanted)
            dialog.planned.connect(self._pages.refresh)
            dialog.open()

        self._around.tasks.run(lambda _task: work(), show, self._around.tell)
