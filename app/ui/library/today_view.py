"""Today: what needs the user now, and beside it what he keeps at hand; the start page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.quoting.alert import AlertDeed
from app.services.today import NeedKind, Today
from app.ui.latest import Latest
from app.ui.library.today_menu import TodayMenu
from app.ui.library.today_signals import TodaySignals
from app.ui.presenting.today import (
    ALERT,
    ALL,
    CUSTOMERS,
    DECIDE,
    FINISH,
    OFFERS,
    VISITS,
    WORK,
    at_hand_columns,
    at_hand_rows,
    need_columns,
    today_rows,
)
from app.ui.presenting.visits import VISIT
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import make_list_card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.page_fault import PageFault
from app.ui.widgets.parts import make_button
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QPoint

    from app.quoting.alert import Alert
    from app.services.today import PinKind
    from app.services.visits import Visit
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task
    from app.ui.widgets.rows import TableRow

_SIDE_WIDTH = 372
_FRESH = timedelta(minutes=5)
_LOADING, _LIST, _NOTHING = range(3)


class TodayView(TodaySignals):
    """The start page."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a workspace."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._workspace: Workspace | None = None
        self._running: Task | None = None
        self._today = Today()
        self._latest: Latest[tuple[Alert, ...]] = Latest(surroundings.tasks, self._take_alerts)
        self._wants_keyboard = False
        self._read_at: datetime | None = None
        speaker = surroundings.speaker
        self.new = make_button(self.tr("New quote"), "primary", icon="plus")
        self.new.clicked.connect(self.new_wanted)
        self.head = ListHead(self.tr("Today"), self.tr("Title, number, customer"), self.new)
        self.group = Segmented(
            (
                (ALL, self.tr("All")),
                (DECIDE, self.tr("Approval")),
                (OFFERS, self.tr("Offers out")),
                (VISITS, self.tr("Visits")),
                (CUSTOMERS, self.tr("Customers")),
                (FINISH, self.tr("Unfinished")),
            ),
            ALL,
            self.tr("What needs you"),
        )
        self.group.chosen.connect(lambda _group: self._show())
        self.needs = DataTable(need_columns(speaker), self.tr("What needs you"))
        self.head.serve(self._show, self.needs)
        self.needs.opened.connect(self.follow)
        self.needs.menu_requested.connect(self.open_menu)
        self.needs.lets_palette_see_all = True
        self.at_hand = DataTable(at_hand_columns(speaker), self.tr("Pinned and recent"))
        self.at_hand.opened.connect(self._open_at_hand)
        self._fault = PageFault(self, speaker.failure)
        self._fault.retry_wanted.connect(self.refresh)
        self._build()

    def _build(self) -> None:
        nothing = EmptyState(
            "circle-check",
            self.tr("Nothing needs you now"),
            self.tr("Approvals, offers that end and quotes to finish stand here."),
            self.tr("New quote"),
        )
        nothing.activated.connect(self.new_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState("loader-circle", self.tr("Opening your data…")))
        for part in (self.needs, nothing):
            self._stack.addWidget(make_list_card(part))
        side = make_list_card(self.at_hand)
        side.setFixedWidth(_SIDE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(Space.LG)
        row.addWidget(self._stack, 1)
        row.addWidget(side)
        below = QVBoxLayout()
        below.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        below.setSpacing(Space.MD)
        below.addWidget(self.group, 0, Qt.AlignmentFlag.AlignLeft)
        below.addLayout(row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(below, 1)

    def attach(self, workspace: Workspace) -> None:
        """Show the quotes of a workspace."""
        self._workspace = workspace
        self.refresh()

    # ------------------------------------------------------------ reading

    def refresh(self) -> None:
        """Read again what needs the user."""
        workspace, now = self._workspace, self._around.clock()
        if workspace is None or not self._around.tasks.takes_work:
            return
        if self._running is not None:
            self._running.cancel()
        self._read_at = now

        def work() -> Today:
            from app.services.quote_life import person_of
            from app.services.today import today_of

            return today_of(workspace, person_of(workspace.settings), now)

        self._running = self._around.tasks.run(lambda _task: work(), self._take, self._fail)

    def _take(self, today: Today) -> None:
        self._today = today
        self._fault.withdraw()
        self._show()
        self._bring_alerts_up_to_date()
        if self._wants_keyboard and self.isVisible():
            self._wants_keyboard = False
            empty = self._stack.currentIndex() == _NOTHING
            (self.at_hand if empty else self.needs).setFocus()

    def _fail(self, failure: Exception) -> None:
        if isinstance(failure, QuotewrightError):
            self._fault.tell(failure)
        else:
            self._around.tasks.crashed.emit(failure)

    def _bring_alerts_up_to_date(self) -> None:
        """Work out anew what has changed since; the page stands while that is done."""
        workspace, day = self._workspace, self._around.clock().date()
        if workspace is None or not self._around.tasks.takes_work:
            return

        def work() -> tuple[Alert, ...]:
            from app.services.alerts import alerts

            return alerts(workspace, day)

        self._latest.look_up(work)

    def _take_alerts(self, alerts: tuple[Alert, ...]) -> None:
        if alerts != self._today.alerts:
            self._today = replace(self._today, alerts=alerts)
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Somebody who comes back to the window after a while sees what is so now."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or self._read_at is None:
            return
        waited = self._around.clock() - self._read_at
        if self.isVisible() and self.isActiveWindow() and waited > _FRESH:
            self.refresh()

    def _show(self) -> None:
        words = self.head.search.text().casefold().split()
        group, speaker = self.group.current, self._around.speaker
        rows = today_rows(speaker, self._today, group)
        shown = [row for row in rows if all(word in _text(row) for word in words)]
        held = at_hand_rows(speaker, self._today.at_hand)
        for table, told in ((self.needs, shown), (self.at_hand, held)):
            table.set_rows(told)
            if told and not table.current_key():
                table.set_current(told[0].key)
        self.head.show_count(len(shown))
        self._stack.setCurrentIndex(_LIST if shown else _NOTHING)

    def take_keyboard(self) -> None:
        """Give the keyboard to what is to be done, or else to what is at hand, once it is read."""
        self._wants_keyboard = True

    # ------------------------------------------------------------ doing

    def pin_current(self) -> tuple[PinKind, str]:
        """What the key for pinning means: the row that the keyboard is in."""
        if self.at_hand.hasFocus():
            kind, _, identifier = self.at_hand.current_key().partition(":")
            return ("customers" if kind == "customers" else "quotes"), identifier
        kind, _, identifier = self.needs.current_key().partition(":")
        if kind == ALERT:
            return "customers", self.alert(identifier).customer
        if kind == VISIT:
            return "customers", self.visit(identifier).customer
        return "quotes", identifier

    def visit(self, key: str) -> Visit:
        """The visit of a row, by what stands behind ``visit:``."""
        return next(one for one in self._today.visits if one.key == key)

    def alert(self, identifier: str) -> Alert:
        """The alert of a row, by what stands behind ``alert:``."""
        return next(one for one in self._today.alerts if one.id == identifier)

    @property
    def current_alert(self) -> Alert | None:
        """The alert of the row that is chosen; ``None`` where it is none."""
        kind, _, identifier = self.needs.current_key().partition(":")
        return self.alert(identifier) if kind == ALERT else None

    def open_menu(self, key: str, at: QPoint) -> TodayMenu:
        """Offer what can be done with a row."""
        kind, _, identifier = key.partition(":")
        visit = self.visit(identifier) if kind == VISIT else None
        alert = self.alert(identifier) if kind == ALERT else None
        menu = TodayMenu(self, self._around.speaker, key, visit, alert)
        menu.followed.connect(self.follow)
        self.needs.offer(menu, at)
        return menu

    def follow(self, key: str) -> None:
        """Do what Enter does with a row."""
        kind, _, identifier = key.partition(":")
        if kind == VISIT:
            visit = self.visit(identifier)
            if visit.quote is not None:
                self.opened.emit(visit.quote.id)
            else:
                self.customer_wanted.emit(visit.customer)
            return
        if kind == ALERT:
            self._follow(self.alert(identifier))
            return
        if kind == WORK:
            found = (one for one in self._today.works if one.key == identifier)
            self.work_wanted.emit(next(found))
            return
        deeds = {
            NeedKind.DECIDE: self.decide_wanted,
            NeedKind.UNANSWERED: self.remind_wanted,
        }
        deeds.get(NeedKind(kind), self.opened).emit(identifier)

    def _follow(self, alert: Alert) -> None:
        deeds = {
            AlertDeed.START_QUOTE: self.quote_wanted,
            AlertDeed.OPEN_ANALYSIS: self.analysis_wanted,
            AlertDeed.OPEN_CUSTOMER: self.customer_wanted,
        }
        deeds[alert.deed].emit(alert.customer)

    def _open_at_hand(self, key: str) -> None:
        kind, _, identifier = key.partition(":")
        (self.customer_wanted if kind == "customers" else self.opened).emit(identifier)


def _text(row: TableRow) -> str:
    return f"{row.title} {row.subtitle}".casefold()
