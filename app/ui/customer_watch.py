"""CustomerWatch: the open quote is of its customer as he is stored now, wherever he was edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.quoting.customer import Customer
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.quote_desk import QuoteDesk
    from pricing.bills import Bills


class CustomerWatch(QObject):
    """Reads the customer anew when one comes back to the quote: from another page or window.

    Papers and price say what is stored of him; a name that was corrected elsewhere is on the next
    paper without opening the quote again.

    Attributes:
        workspace: The user's data; set when it is open.
    """

    def __init__(self, around: Surroundings, desk: QuoteDesk, window: QWidget) -> None:
        """Watch one window."""
        super().__init__(window)
        self.workspace: Workspace | None = None
        self._around = around
        self._desk = desk
        self._window = window
        desk.shown.connect(self.look)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window comes to the front; the event goes on."""
        if event.type() == QEvent.Type.WindowActivate and watched is self._window:
            self.look()
        return False

    def look(self) -> None:
        """Read the customer of the open quote beside the window."""
        workspace, session = self.workspace, self._desk.session
        if workspace is None or session is None or not self._around.tasks.takes_work:
            return
        name = session.quote.customer

        def work() -> tuple[Customer, Bills]:
            from app.services.quote_library import customer_of

            return customer_of(workspace, name)

        def take(found: tuple[Customer, Bills]) -> None:
            if self._desk.session is session:
                session.renew_bills(found[1], found[0])

        self._around.tasks.run(lambda _task: work(), take, self._fail)

    def _fail(self, failure: Exception) -> None:
        """Data that cannot be read are told by what needs them; this only looked."""
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
