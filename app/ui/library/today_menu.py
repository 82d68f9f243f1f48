"""The menu of a row of the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.services.today import NeedKind
from app.ui.presenting.today import ALERT, WORK, deed_text
from app.ui.presenting.visits import VISIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.library.today_view import TodayView
    from app.ui.presenting.speaker import Speaker


class TodayMenu(QMenu):
    """Offers what can be done with a row of the start page, which hears of it by its signals."""

    def __init__(self, page: TodayView, speaker: Speaker, key: str) -> None:
        """Offer what fits the row of a key."""
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = page
        kind, _, identifier = key.partition(":")
        if kind == VISIT:
            self._offer_visit(key, identifier)
        elif kind == ALERT:
            self._offer(self.tr("Put off for a week"), lambda: page.put_off_wanted.emit(identifier))
            self._offer(self.tr("Put aside…"), lambda: page.put_aside_wanted.emit(identifier))
        elif kind == WORK:
            self._offer(self.tr("Go on"), lambda: page.follow(key))
            # Drafts stay until they are discarded.
            self._offer(
                self.tr("Show it no more"),
                lambda: page.forget_wanted.emit(identifier),
                enabled=identifier.count(":") > 1,
            )
        elif kind:
            self._offer(deed_text(speaker, NeedKind(kind)), lambda: page.follow(key))
            self._offer(self.tr("Open the quote"), lambda: page.opened.emit(identifier))
            self._offer(self.tr("Pin or unpin"), lambda: page.pin_wanted.emit("quotes", identifier))

    def _offer_visit(self, key: str, identifier: str) -> None:
        page, visit = self._page, self._page.visit(identifier)
        if visit.quote is not None:
            self._offer(self.tr("Open the quote"), lambda: page.follow(key))
        self._offer(self.tr("Show the customer"), lambda: page.customer_wanted.emit(visit.customer))
        self._offer(self.tr("The visit was made"), lambda: page.visit_settled.emit(visit, True))
        self._offer(self.tr("Take the visit away"), lambda: page.visit_settled.emit(visit, False))

    def _offer(self, name: str, deed: Callable[[], None], *, enabled: bool = True) -> None:
        action = self.addAction(name)
        action.setEnabled(enabled)
        action.triggered.connect(deed)
