"""ReceivedDesk: requests that came as files, priced again here, decided and answered by a file."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.approval.signing.granting import limits_for
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from PySide6.QtWidgets import QWidget

    from app.approval.deciding import Ruling
    from app.approval.signing.organisation import Organisation
    from app.quoting.authority import AuthorityMatrix
    from app.services.approvals import Case
    from app.services.request_review import Review
    from app.services.workspace import Workspace
    from app.ui.dialogs.decision_dialog import DecisionDialog, Grants
    from app.ui.page import Surroundings
    from app.ui.signing.signing_room import SigningRoom


def is_received(identifier: str) -> bool:
    """Whether a list names a request that came as a file."""
    return identifier.startswith("request:")


def grants_of(case: Case, matrix: AuthorityMatrix) -> Grants:
    """What a consent to a case would grant, given what is tolerated."""

    def grants(tolerances: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
        return limits_for(case.revision.verdict, matrix, tolerances)

    return grants


def last_day(organisation: Organisation, day: date) -> date:
    """Last day on which what is signed on a day may hold."""
    return min(day + timedelta(days=organisation.max_days), organisation.valid_until)


class ReceivedDesk(QObject):
    """Shows received requests over a page and answers them."""

    def __init__(self, around: Surroundings, room: SigningRoom, page: QWidget) -> None:
        """Work over a page."""
        super().__init__(page)
        self._around = around
        self._room = room
        self._page = page

    def show(self, workspace: Workspace, identifier: str, *, waits: bool) -> None:
        """Price a request again and show it.

        Args:
            workspace: The user's data.
            identifier: As the list knows it.
            waits: Whether it waits for this user.
        """
        now = self._around.clock()

        def work() -> tuple[Case, Review, Organisation, bytes | None]:
            from app.services.received_requests import answer_of, received_case

            case, review = received_case(workspace, identifier, now)
            organisation = workspace.signing.organisation()
            return case, review, organisation, answer_of(workspace, identifier)

        def done(found: tuple[Case, Review, Organisation, bytes | None]) -> None:
            self._open(identifier, *found, waits=waits)

        self._around.tasks.run(lambda _task: work(), done, self._room.failed.emit)

    def _open(
        self,
        identifier: str,
        case: Case,
        review: Review,
        organisation: Organisation,
        answer: bytes | None,
        *,
        waits: bool,
    ) -> None:
        from app.ui.dialogs.decision_dialog import DecisionDialog

        day = self._around.clock().date()
        dialog = DecisionDialog(
            self._around,
            case,
            self._page.window(),
            may_decide=waits,
            review=review,
            grants=grants_of(case, organisation.matrix_on(day)),
            most=last_day(organisation, day),
        )
        if answer is not None:
            self._offer_again(dialog, case, answer)
        dialog.ruled.connect(partial(self._answer, identifier, case))
        dialog.open()

    def _answer(self, identifier: str, case: Case, ruling: Ruling) -> None:
        revision = case.revision
        self._room.keys.with_key(lambda: self._room.outgoing.answer(identifier, revision, ruling))

    def _offer_again(self, dialog: DecisionDialog, case: Case, answer: bytes) -> None:
        """Offer the decision file that was signed once more."""
        button = make_button(self.tr("Decision file…"), icon="file-down")
        button.setAutoDefault(False)

        def again() -> None:
            dialog.reject()
            self._room.outgoing.send_decision(case.revision, answer)

        button.clicked.connect(again)
        dialog.buttons.insertWidget(0, button)
