"""Approvals: what waits for me, what I have submitted, what I have decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.latest import Latest
from app.ui.library.approval_papers import ApprovalPapers, dropped_workbook
from app.ui.presenting.approval_list import (
    approval_facets,
    approval_facts,
    approval_views,
    sorted_approvals,
)
from app.ui.presenting.approvals import approval_columns, approval_table
from app.ui.signing.received_desk import ReceivedDesk, grants_of, is_received, last_day
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_bar import ListBar
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.page_fault import PageFault
from app.ui.widgets.parts import make_button
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.approval.deciding import Ruling
    from app.approval.signing.organisation import Organisation
    from app.services.approvals import ApprovalRow, Case
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.signing.signing_room import SigningRoom

WAITING, MINE, DECIDED = "waiting", "mine", "decided"


class ApprovalsView(QWidget):
    """Lists quotes by what they have to do with the user.

    * ``opened(id)``: open a quote. * ``failed(failure)``. * ``decided()``: something was decided.
    * ``counted(count)``: how many wait for the user. * ``limits_wanted()``: who may grant what.

    Attributes:
        wanted: A quote that is shown as its approver sees it as soon as the list is read.
    """

    opened = Signal(str)
    failed = Signal(object)
    decided = Signal()
    counted = Signal(int)
    limits_wanted = Signal()

    def __init__(
        self, surroundings: Surroundings, room: SigningRoom, parent: QWidget | None = None
    ) -> None:
        """Begin without a workspace; what is signed is signed in the room."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._received = ReceivedDesk(surroundings, room, self)
        self._room = room
        room.moved.connect(self.refresh)
        self._workspace: Workspace | None = None
        self._rows: tuple[ApprovalRow, ...] = ()
        self.wanted = ""
        fault = PageFault(self, surroundings.speaker.failure)
        fault.retry_wanted.connect(self.refresh)
        self._latest: Latest[tuple[ApprovalRow, ...]] = Latest(
            surroundings.tasks, self._take, fault
        )
        self.head = ListHead(self.tr("Approvals"), self.tr("Title, number, customer"))
        self.papers = ApprovalPapers(surroundings, self)
        self.papers.failed.connect(self.failed)
        self.papers.recorded.connect(self._decided)
        self.send = make_button(self.tr("Approval workbook…"), icon="file-down")
        self.send.clicked.connect(self._choose_quotes)
        self.bring = make_button(self.tr("Read workbook back…"), icon="file-up")
        self.bring.clicked.connect(self.papers.choose)
        self.limits = make_button(self.tr("Limits and people"), icon="scale")
        self.limits.clicked.connect(self.limits_wanted)
        self.setAcceptDrops(True)
        self.group = Segmented(
            (
                (WAITING, self.tr("Waiting for me")),
                (MINE, self.tr("Mine")),
                (DECIDED, self.tr("Decided")),
            ),
            WAITING,
            self.tr("Approvals"),
        )
        self.group.chosen.connect(lambda _chosen: self._show())
        self.table = DataTable(approval_columns(surroundings.speaker), self.tr("Approvals"))
        self.head.serve(self._show, self.table)
        self.table.opened.connect(self._open)
        self.bar = ListBar(
            "approvals",
            approval_facets(surroundings.speaker),
            approval_views(surroundings.speaker),
            self.table,
            self.head.search,
            surroundings.messages,
        )
        self.bar.changed.connect(self._show)
        self._nothing = EmptyState(
            "inbox",
            self.tr("Nothing here"),
            self.tr("Quotes that wait for your decision stand here."),
        )
        self._build()

    def _build(self) -> None:
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(self._nothing)
        choice = QHBoxLayout()
        choice.addWidget(self.group)
        choice.addStretch()
        choice.addWidget(self.limits)
        choice.addWidget(self.send)
        choice.addWidget(self.bring)
        below = QVBoxLayout()
        below.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        below.setSpacing(Space.SM)
        below.addLayout(choice)
        below.addWidget(self.bar)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(below, 1)

    def attach(self, workspace: Workspace) -> None:
        """List the quotes of a workspace."""
        self._workspace = self.papers.workspace = workspace
        self.refresh()

    def refresh(self) -> None:
        """Read the lists again."""
        workspace, day = self._workspace, self._around.clock().date()
        if workspace is None:
            return

        def work() -> tuple[ApprovalRow, ...]:
            from app.services.approvals import approval_rows
            from app.services.quote_life import person_of
            from app.services.received_requests import received_rows

            person = person_of(workspace.settings)
            came = received_rows(workspace, person, day)
            return (*came, *approval_rows(workspace, person, day))

        self._latest.look_up(work)

    def _take(self, rows: tuple[ApprovalRow, ...]) -> None:
        self._rows = rows
        self.counted.emit(sum(WAITING in row.groups for row in rows))
        self._show()
        wanted, self.wanted = self.wanted, ""
        if any(row.quote.id == wanted for row in rows):
            self.group.set_current(WAITING)
            self.head.search.clear()
            self.bar.facets.want({})
            self._show()
            self.table.set_current(wanted)
            self._open(wanted)

    def _show(self) -> None:
        words = self.head.search.text().casefold().split()
        shown = [row for row in self._rows if self.group.current in row.groups]
        shown = [row for row in shown if all(word in _text(row) for word in words)]
        speaker, day = self._around.speaker, self._around.clock().date()
        places = self.bar.narrow(approval_facts(speaker, shown, day))
        shown = sorted_approvals(speaker, [shown[place] for place in places], self.bar.sort)
        self.table.set_rows(approval_table(speaker, shown))
        self.head.show_count(len(shown))
        self._stack.setCurrentIndex(0 if shown else 1)

    # ------------------------------------------------------------ workbooks

    def _choose_quotes(self) -> None:
        """Offer every quote on its way; those that are listed and wait for somebody are ticked."""
        listed = {row.quote.id for row in self._rows if self.group.current in row.groups}
        waiting = {row.quote.id for row in self._rows if row.life.waiting}
        quotes = [row.quote for row in self._rows if not is_received(row.quote.id)]
        self.papers.choose_quotes(quotes, frozenset(listed & waiting))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a workbook that is dragged here."""
        if dropped_workbook(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a workbook that is dropped here."""
        file = dropped_workbook(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.papers.read(file)

    # ------------------------------------------------------------ deciding

    def _open(self, quote_id: str) -> None:
        """One's own quotes open in the studio, those of others to be decided."""
        if self.group.current == MINE:
            self.opened.emit(quote_id)
            return
        workspace, now = self._workspace, self._around.clock()
        waits = any(WAITING in row.groups for row in self._rows if row.quote.id == quote_id)
        if workspace is None:
            return
        if is_received(quote_id):
            self._received.show(workspace, quote_id, waits=waits)
            return

        signed = self._room.keys.needed

        def work() -> tuple[Case, Organisation | None]:
            from app.services.approvals import case_of

            case = case_of(workspace, quote_id, now)
            return case, workspace.signing.organisation() if signed else None

        self._around.tasks.run(
            lambda _task: work(), lambda found: self._show_case(*found, waits), self.failed.emit
        )

    def _show_case(self, case: Case, organisation: Organisation | None, waits: bool) -> None:
        from app.ui.dialogs.decision_dialog import DecisionDialog

        quote_id = case.revision.quote.id
        grants, most, day = None, None, self._around.clock().date()
        if organisation is not None:
            grants = grants_of(case, organisation.matrix_on(day))
            most = last_day(organisation, day)
        dialog = DecisionDialog(
            self._around, case, self.window(), may_decide=waits, grants=grants, most=most
        )
        dialog.ruled.connect(
            lambda ruling: self._room.keys.with_key(lambda: self._decide(quote_id, ruling))
        )
        dialog.open()

    def _decide(self, quote_id: str, ruling: Ruling) -> None:
        workspace, now = self._workspace, self._around.clock()
        if workspace is None:
            return

        def work() -> None:
            from app.services.quote_life import decide, doing, person_of

            decide(workspace, quote_id, ruling, doing(person_of(workspace.settings), now))

        self._around.tasks.run(lambda _task: work(), lambda _done: self._decided(), self._fail)

    def _decided(self) -> None:
        self.refresh()
        self.decided.emit()

    def _fail(self, failure: Exception) -> None:
        self.refresh()
        self.failed.emit(failure)


def _text(row: ApprovalRow) -> str:
    quote = row.quote
    parts = (quote.title, quote.number, quote.customer_name, quote.manager)
    return " ".join(parts).casefold()
