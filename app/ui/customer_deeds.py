"""CustomerDeeds: what can be done about the customer in sight from anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.quoting.alert_text import told_alert
from app.quoting.customer_sheets import SheetName
from app.ui.places import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.destinations import Destinations
    from app.ui.presenting.speaker import Speaker


class CustomerDeeds(QObject):
    """Leads to parts of a customer's file.

    * ``customer_wanted(id)``: show a customer.
    """

    customer_wanted = Signal(str)

    def __init__(
        self,
        speaker: Speaker,
        in_sight: Callable[[], str],
        pages: Destinations,
        parent: QObject,
    ) -> None:
        """Ask for the customer in sight when something is to be done.

        Args:
            speaker: Texts.
            in_sight: Identifier of that customer; empty where there is none.
            pages: Where customers are shown.
            parent: Owner.
        """
        super().__init__(parent)
        self._speaker, self._in_sight, self._pages = speaker, in_sight, pages

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What actions do here, by identifier."""
        return {"promises": self.show_promises, "visit": self.plan_visit}

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
