"""MarketDesk: shows the tables of the market over a window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.quoting.market.tables import MarketTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings


class MarketDesk(QObject):
    """Opens the tables, and the venues with their customers.

    * ``changed()``: a table, or visits, are stored. * ``customer_wanted(id)``: show a customer.

    Attributes:
        workspace: The user's data; set when it is open.
    """

    changed = Signal()
    customer_wanted = Signal(str)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window."""
        super().__init__(window)
        self._around = around
        self._window = window
        self.workspace: Workspace | None = None

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What actions do here, by identifier."""
        return {
            **{f"market/{table}": partial(self.show_table, table) for table in MarketTable},
            "venues": self.show_venues,
        }

    def show_table(self, table: MarketTable) -> None:
        """Open the tables, this one in front."""
        from app.ui.dialogs.market_dialog import MarketDialog

        if self.workspace is not None:
            dialog = MarketDialog(self._around, self.workspace, table, self._window)
            dialog.changed.connect(self.changed)
            dialog.open()

    def show_venues(self) -> None:
        """Open the cluster venues."""
        from app.ui.dialogs.venues_dialog import VenuesDialog

        if self.workspace is not None:
            dialog = VenuesDialog(self._around, self.workspace, self._window)
            dialog.planned.connect(self.changed)
            dialog.customer_wanted.connect(self.customer_wanted)
            dialog.edit_wanted.connect(partial(self.show_table, MarketTable.VENUES))
            dialog.open()
