"""SubmitDesk: shows what is signed, has the key unlocked, hands in, writes the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.life import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.approval.life import Life
    from app.approval.submitting import Doing
    from app.quoting.revision import Revision
    from app.services.submission import Submission, Submitted
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.signing.signing_room import SigningRoom


class SubmitDesk:
    """Hands in the open quote."""

    def __init__(
        self,
        workspace: Workspace,
        around: Surroundings,
        room: SigningRoom,
        done: Callable[[Life], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Keep what is worked with.

        Args:
            workspace: The user's data.
            around: Speaker, tasks.
            room: The key, and what goes out.
            done: Told where the quote stands.
            failed: Told why it was not handed in.
        """
        self._workspace = workspace
        self._around = around
        self._room = room
        self._done = done
        self._failed = failed

    def submit(self, revision: Revision, act: Callable[[], Doing], window: QWidget) -> None:
        """Hand in a revision; where signatures count, what is signed is shown first.

        Args:
            revision: Worked out from the stored quote.
            act: Gives who does it and when, at the moment it is done.
            window: Over which it is shown.
        """
        if not self._room.keys.needed:
            self._hand_in(revision, act)
            return
        workspace, now = self._workspace, act()

        def work() -> Submission:
            from app.services.submission import submission_of

            return submission_of(workspace, revision, now)

        def show(found: Submission) -> None:
            from app.ui.dialogs.submit_dialog import SubmitDialog

            dialog = SubmitDialog(self._around, found, window)
            dialog.accepted.connect(
                lambda: self._room.keys.with_key(lambda: self._hand_in(revision, act))
            )
            dialog.open()

        self._around.tasks.run(lambda _task: work(), show, self._failed)

    def _hand_in(self, revision: Revision, act: Callable[[], Doing]) -> None:
        workspace, now = self._workspace, act()

        def work() -> Submitted:
            from app.services.submission import submit_signed

            return submit_signed(workspace, revision, now)

        def done(found: Submitted) -> None:
            self._done(found.life)
            if found.request:
                roles = listed(self._around.speaker, found.life.waiting)
                label = found.life.label
                self._room.outgoing.send_request(revision.quote, label, found.request, roles)

        self._around.tasks.run(lambda _task: work(), done, self._failed)
