"""The menu of a row of the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from app.quoting.alert import AlertKind
from app.quoting.alert_text import told_alert
from app.quoting.customer import PromiseState
from app.services.today import NeedKind
from app.ui.presenting.today import WORK, deed_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.alert import Alert
    from app.services.visits import Visit
    from app.ui.library.today_signals import TodaySignals
    from app.ui.presenting.speaker import Speaker

_PROMISES = (AlertKind.PROMISE, AlertKind.RETENTION_HOLD)


class TodayMenu(QMenu):
    """Offers what can be done with a row of the start page, which says it by its signals.

    * ``followed(key)``: do what Enter does with the row.
    """

    followed = Signal(str)

    def __init__(
        self,
        page: TodaySignals,
        speaker: Speaker,
        key: str,
        visit: Visit | None = None,
        alert: Alert | None = None,
    ) -> None:
        """Offer what fits the row of a key, which is that of a visit or an alert given."""
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kind, _, identifier = key.partition(":")
        if visit is not None:
            self._offer_visit(page, key, visit)
        elif alert is not None:
            about = told_alert(alert, speaker.words, speaker.figures)
            self._offer(
                self.tr("Plan a visit, open the analysis"),
                lambda: page.visit_wanted.emit(alert.customer, about),
            )
            if alert.kind in _PROMISES:
                self._offer_promise(page, alert)
            if alert.kind is AlertKind.NEXT_STEP:
                self._offer(self.tr("The step is done"), lambda: page.step_done.emit(alert))
            self._offer(self.tr("Put off for a week"), lambda: page.put_off_wanted.emit(identifier))
            self._offer(self.tr("Put aside…"), lambda: page.put_aside_wanted.emit(identifier))
        elif kind == WORK:
            self._offer(self.tr("Go on"), lambda: self.followed.emit(key))
            # Drafts stay until they are discarded.
            self._offer(
                self.tr("Show it no more"),
                lambda: page.forget_wanted.emit(identifier),
                enabled=identifier.count(":") > 1,
            )
        elif kind:
            self._offer(deed_text(speaker, NeedKind(kind)), lambda: self.followed.emit(key))
            self._offer(self.tr("Open the quote"), lambda: page.opened.emit(identifier))
            self._offer(self.tr("Pin or unpin"), lambda: page.pin_wanted.emit("quotes", identifier))

    def _offer_visit(self, page: TodaySignals, key: str, visit: Visit) -> None:
        if visit.quote is not None:
            self._offer(self.tr("Open the quote"), lambda: self.followed.emit(key))
        self._offer(self.tr("Show the customer"), lambda: page.customer_wanted.emit(visit.customer))
        self._offer(self.tr("The visit was made"), lambda: page.visit_settled.emit(visit, True))
        self._offer(self.tr("Take the visit away"), lambda: page.visit_settled.emit(visit, False))

    def _offer_promise(self, page: TodaySignals, alert: Alert) -> None:
        kept, withdrawn = self.tr("The promise is kept"), self.tr("The promise is withdrawn")
        settled = page.promise_settled
        self._offer(kept, lambda: settled.emit(alert, PromiseState.KEPT))
        self._offer(withdrawn, lambda: settled.emit(alert, PromiseState.WITHDRAWN))

    def _offer(self, name: str, deed: Callable[[], None], *, enabled: bool = True) -> None:
        action = self.addAction(name)
        action.setEnabled(enabled)
        action.triggered.connect(deed)
