"""CustomerDeeds: what can be done about the customer in sight from anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.quoting.customer_sheets import SheetName

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.destinations import Destinations


class CustomerDeeds(QObject):
    """Leads to parts of a customer's file.

    * ``customer_wanted(id)``: show a customer.
    """

    customer_wanted = Signal(str)

    def __init__(self, in_sight: Callable[[], str], pages: Destinations, parent: QObject) -> None:
        """Ask for the customer in sight when something is to be done.

        Args:
            in_sight: Identifier of that customer; empty where there is none.
            pages: Where customers are shown.
            parent: Owner.
        """
        super().__init__(parent)
        self._in_sight, self._pages = in_sight, pages

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What actions do here, by identifier."""
        return {"promises": self.show_promises}

    def show_promises(self) -> None:
        """Bring the keyboard to the promises of the customer in sight, or of the first one."""
        self.customer_wanted.emit(self._in_sight())
        self._pages.customers.detail.show_list(SheetName.PROMISES)
