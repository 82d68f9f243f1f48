"""PageFault: what a page says in the place of its lists while they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import set_role
from app.ui.tokens import Height
from app.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.errors import QuotewrightError


class PageFault(QWidget):
    """Lies over a page below its head; ``retry_wanted()`` fires when its button is pressed."""

    retry_wanted = Signal()

    def __init__(
        self,
        page: QWidget,
        words: Callable[[QuotewrightError], tuple[str, str]],
        head: int = Height.TOPBAR,
    ) -> None:
        """Lie over a page, not seen before something fails.

        Args:
            page: What cannot be read.
            words: What failed and what helps, in the user's language.
            head: Height of what stays in sight above, in logical pixels.
        """
        super().__init__(page)
        set_role(self, "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = page
        self._head = head
        self._words = words
        self._state: EmptyState | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        page.installEventFilter(self)
        self.hide()

    def tell(self, failure: QuotewrightError) -> None:
        """Say why nothing is shown, and offer to read again."""
        self.withdraw()
        what, cure = self._words(failure)
        told = f"{what} {cure}"
        state = EmptyState(
            "octagon-alert", self.tr("This page could not be read"), told, self.tr("Try again")
        )
        state.activated.connect(self.retry_wanted)
        self._state = state
        self._column.addWidget(state)
        self._fit()
        self.show()
        self.raise_()

    def withdraw(self) -> None:
        """The page was read."""
        self.hide()
        if self._state is not None:
            self._state.hide()
            self._state.deleteLater()
            self._state = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        below = self._page.rect().adjusted(0, self._head, 0, 0)
        self.setGeometry(below)
