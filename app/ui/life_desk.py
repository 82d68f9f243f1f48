"""LifeDesk: takes the steps in the life of the open quote, and shows where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.approval.state import Deed, QuoteState
from app.errors import QuotewrightError
from app.ui.latest import Latest
from app.ui.presenting.envelopes import envelope_chip
from app.ui.presenting.life import FAST_TRACK, FINAL, SUBMIT, standing_of, state_text, step_text
from app.ui.signing.submit_desk import SubmitDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.approval.life import Life
    from app.approval.submitting import Doing
    from app.quoting.freezing import Worked
    from app.services.envelopes import Standing
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.studio.life_bar import LifeBar
    from app.ui.session import QuoteSession
    from app.ui.signing.signing_room import SigningRoom

_QUIET_MS: Final = 250
"""How long nothing is edited before the quote is compared with what was submitted."""
_PAPERS: Final = ("proposal", "contract")


class LifeDesk(QObject):
    """Works on the open quote.

    * ``final_wanted(kinds)``: write final papers.
    """

    final_wanted = Signal(tuple)

    def __init__(
        self,
        workspace: Workspace,
        surroundings: Surroundings,
        bar: LifeBar,
        room: SigningRoom,
        parent: QObject,
    ) -> None:
        """Show in a bar; what is signed is signed in the room."""
        super().__init__(parent)
        self._workspace = workspace
        self._around = surroundings
        self._bar = bar
        self._session: QuoteSession | None = None
        self.life: Life | None = None
        self._read: Latest[tuple[str, Life]] = Latest(surroundings.tasks, self._take)
        self._granted: Latest[Standing | None] = Latest(surroundings.tasks, self._show_envelope)
        self._room = room
        self._submitting = SubmitDesk(workspace, surroundings, room, self._done, self._fail)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._show)
        bar.wanted.connect(self.take_step)

    def attach(self, session: QuoteSession) -> None:
        """Work on another quote."""
        self._session, self.life = session, None
        session.allowed = self._may_edit
        session.changed.connect(self._note_change)
        self.refresh()

    def detach(self) -> None:
        """Work on no quote any more."""
        self._session, self.life = None, None
        self._bar.hide()

    def refresh(self) -> None:
        """Read again where the quote stands."""
        if self._session is None:
            return
        workspace, quote = self._workspace, self._session.quote.id
        self._read.look_up(lambda: (quote, workspace.life.life(quote)))

    def _take(self, read: tuple[str, Life]) -> None:
        quote, life = read
        if self._session is not None and self._session.quote.id == quote:
            self.life = life
            self._show()

    def _note_change(self, _before: Worked, _after: Worked) -> None:
        self._quiet.start()

    def _show(self) -> None:
        if self._session is None or self.life is None:
            return
        day = self._around.clock().date()
        standing = standing_of(self._around.speaker, self.life, day, changed=self._is_changed())
        self._bar.show_standing(standing)
        self._look_for_envelope(self._session)

    def _look_for_envelope(self, session: QuoteSession) -> None:
        """Whether what is open lies inside of what was granted in advance."""
        if not self._room.keys.needed or not self._around.tasks.takes_work:
            return
        workspace, day = self._workspace, self._around.clock().date()
        revision = session.committed.revision

        def work() -> Standing | None:
            from app.services.envelopes import envelope_standing

            return envelope_standing(workspace, revision, day)

        self._granted.look_up(work)

    def _show_envelope(self, standing: Standing | None) -> None:
        found = envelope_chip(self._around.speaker, standing) if standing is not None else None
        self._bar.show_envelope(found)

    def _is_changed(self) -> bool:
        """Whether what is open is not what was submitted last."""
        from app.quoting.fingerprint import fingerprint

        assert self._session is not None  # noqa: S101 (for the type checker)
        assert self.life is not None  # noqa: S101 (same)
        if not self.life.fingerprint:
            return False
        revision = self._session.committed.revision
        found = fingerprint(revision.quote, revision.customer, revision.priced)
        return found != self.life.fingerprint

    # ------------------------------------------------------------ editing what is submitted

    def _may_edit(self) -> bool:
        """Ask before a quote is edited that somebody is deciding; it is recalled then."""
        if self.life is None or self._session is None:
            return True
        state = self.life.on(self._around.clock().date())
        if state is QuoteState.PENDING:
            return self._ask_and_step(
                Deed.RECALLED,
                self.tr("This quote waits for approval. Recall it to go on editing?"),
                self.tr("Its approver sees it no longer; submit it again when you are done."),
            )
        if state is QuoteState.CONTRACTED:
            self._around.messages.warning(
                self.tr("This quote is contracted"), self.tr("Begin a new quote for changes.")
            )
            return False
        return True

    def _ask_and_step(self, deed: Deed, title: str, text: str) -> bool:
        from app.services.quote_life import take_step

        agreed = self._around.messages.confirm(
            title, text, yes=step_text(self._around.speaker, deed)
        )
        if not agreed or self._session is None:
            return False
        try:
            self.life = take_step(self._workspace, self._session.quote.id, deed, self._doing())
        except QuotewrightError as failure:
            self._fail(failure)
            return False
        self._show()
        return True

    # ------------------------------------------------------------ steps

    def take_step(self, step: str) -> None:
        """Take a step by its name."""
        if self._session is None:
            return
        if step == FINAL:
            self.final_wanted.emit(_PAPERS)
        elif step == SUBMIT:
            self._submit(self._session)
        elif step == FAST_TRACK:
            self._fast_track(self._session)
        else:
            self._step(self._session, Deed(step))

    def _submit(self, session: QuoteSession) -> None:
        revision = session.committed.revision
        self._submitting.submit(revision, self._doing, self._bar.window())

    def _step(self, session: QuoteSession, deed: Deed) -> None:
        reason: str | None = ""
        if deed in {Deed.CANCELLED, Deed.DECLINED}:
            title = step_text(self._around.speaker, deed).rstrip("…")
            reason = self._around.messages.ask(title, self.tr("Why? It goes into the log."))
        if reason is None:
            return
        workspace, act, quote, told = self._workspace, self._doing(), session.quote.id, reason

        def work() -> Life:
            from app.services.quote_life import take_step

            return take_step(workspace, quote, deed, act, reason=told)

        self._run(work)

    def _fast_track(self, session: QuoteSession) -> None:
        from app.ui.dialogs.fast_track_dialog import FastTrackDialog

        workspace, quote = self._workspace, session.quote.id
        dialog = FastTrackDialog(workspace, self._bar.window())

        def agree() -> None:
            act, wish = self._doing(), dialog.wish()

            def work() -> Life:
                from app.services.quote_life import fast_track

                return fast_track(
                    workspace, quote, wish.named, act, reason=wish.reason, days=wish.days
                )

            self._run(work)

        dialog.accepted.connect(agree)
        dialog.open()

    def _run(self, work: Callable[[], Life]) -> None:
        self._around.tasks.run(lambda _task: work(), self._done, self._fail)

    def _doing(self) -> Doing:
        """The user, now."""
        from app.services.quote_life import doing, person_of

        return doing(person_of(self._workspace.settings), self._around.clock())

    def _done(self, life: Life) -> None:
        self.life = life
        self._show()
        speaker, day = self._around.speaker, self._around.clock().date()
        self._around.toasts.show_news(state_text(speaker, life.on(day), life.label), "ok")

    def _fail(self, failure: Exception) -> None:
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
            return
        text, cure = self._around.speaker.failure(failure)
        self._around.messages.error(text, cure)
        self.refresh()
        if any(finding.code == "approval.nobody" for finding in failure.findings):
            from app.ui.dialogs.profile_dialog import ask_who

            ask_who(self._workspace, self._around, self._bar.window())
