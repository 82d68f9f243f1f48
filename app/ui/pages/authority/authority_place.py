"""AuthorityPlace: the place of limits and people in the window; built when first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.ui.widgets.page_fault import PageFault

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.authority.authority_page import AuthorityPage


class AuthorityPlace(QWidget):
    """Holds the page; ``left()``, ``published()`` and ``failed(failure)`` are those of the page.

    Attributes:
        workspace: The user's data, as soon as it is open.
    """

    left = Signal()
    published = Signal()
    failed = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._around = around
        self._page: AuthorityPage | None = None
        self.workspace: Workspace | None = None
        self._fault = PageFault(self, around.speaker.failure, 0)
        self._fault.retry_wanted.connect(self._read)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> AuthorityPage:
        """Limits and people, built when they are first wanted."""
        if self._page is None:
            from app.ui.pages.authority.authority_page import AuthorityPage

            page = self._page = AuthorityPage(self._around)
            page.left.connect(self.left)
            page.published.connect(self.published)
            page.failed.connect(self._refuse)
            page.desk.opened.connect(self._fault.withdraw)
            self._column.addWidget(page)
        return self._page

    def showEvent(self, event: QShowEvent) -> None:
        """Show what holds now: an organisation may have come."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self.workspace is not None:
            self.page.attach(self.workspace)

    def _refuse(self, failure: Exception) -> None:
        """What could not even be opened is told on the page; anything else in the window."""
        if self.page.desk.session is None and isinstance(failure, QuotewrightError):
            self._fault.tell(failure)
        else:
            self.failed.emit(failure)

    def undo(self) -> None:
        """Take back one edit."""
        self.page.undo()

    def redo(self) -> None:
        """Make one edit again."""
        self.page.redo()

    def store_draft(self) -> bool:
        """Try at once to store what is left; gives whether everything is."""
        return self._page is None or self._page.desk.store_draft()

    def close_draft(self) -> None:
        """Close the draft, which stays without edits that could not be stored."""
        if self._page is not None:
            self._page.desk.close()
