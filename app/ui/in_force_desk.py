"""InForceDesk: shows what is in force, or a draft of the next one that the first edit begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import ImportRejected, QuotewrightError
from app.ui.draft_history import DraftKeeper
from app.ui.saved_news import SavedNews

if TYPE_CHECKING:
    from app.services.catalog_drafts import Drafts, StoredDraft
    from app.services.workspace import Workspace
    from app.ui.draft_history import DraftHistory
    from app.ui.page import Surroundings

SessionT = TypeVar("SessionT", bound="DraftHistory[Any, Any]")
PatchT = TypeVar("PatchT")


class InForceDesk(QObject, Generic[SessionT, PatchT]):
    """Holds what is shown; a subclass says of what, by the five methods at the end.

    * ``opened()``: something else is shown. * ``changed()``: it says something else.
    * ``saved(text)``: whether the draft is stored. * ``refused(problems)``: a file was not taken.
    * ``failed(failure)``.
    """

    opened = Signal()
    changed = Signal()
    saved = Signal(str)
    refused = Signal(tuple)
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self._around = surroundings
        self._news = SavedNews(surroundings, self)
        self._news.told.connect(self.saved)
        self.workspace: Workspace | None = None
        self.session: SessionT | None = None

    @property
    def is_draft(self) -> bool:
        """Whether there is a draft that is kept."""
        return self.session is not None and self.session.keeper is not None

    # ------------------------------------------------------------ opening and closing

    def open(self) -> None:
        """Show the draft as it was left, or what is in force."""
        workspace = self.workspace
        if workspace is None:
            return
        self.close()
        try:
            session, stored = self._opened(workspace)
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return
        self.session = session
        if stored is not None:
            session.keeper = self._kept(workspace, stored, session)
        session.changed.connect(self.changed)
        self.opened.emit()

    def store_draft(self) -> bool:
        """Try at once to store what is left; gives whether everything is."""
        keeper = self.session.keeper if self.session is not None else None
        return keeper is None or keeper.store()

    def close(self) -> None:
        """Close the session; the draft stays, without edits that could not be stored."""
        session, self.session = self.session, None
        if session is None:
            return
        if session.keeper is not None:
            session.keeper.close(1.0)
        session.deleteLater()

    def begin(self, workspace: Workspace, session: SessionT) -> bool:
        """Begin to keep edits, unless they are kept already; gives whether they are."""
        if session.keeper is not None:
            return True
        try:
            stored = self._begun(workspace)
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return False
        session.keeper = self._kept(workspace, stored, session)
        return True

    def discard(self) -> None:
        """Give the draft up, after asking."""
        session, workspace = self.session, self.workspace
        if session is None or workspace is None or not self.is_draft:
            return
        question, consequence = self._discarding(session.edits)
        agreed = self._around.messages.confirm(
            question, consequence, yes=self.tr("Discard draft"), danger=True
        )
        if not agreed:
            return
        self.close()
        try:
            self._drafts(workspace).give_up(now=self._around.clock())
        except QuotewrightError as failure:
            self.failed.emit(failure)
        self.open()

    def fail(self, failure: Exception) -> None:
        """Tell why a file was not taken, or nothing was published; what was shown is again."""
        if self.session is None:
            self.open()
        if isinstance(failure, ImportRejected):
            self.refused.emit(tuple(failure.problems))
        else:
            self.failed.emit(failure)

    def _kept(
        self, workspace: Workspace, stored: StoredDraft[PatchT], session: SessionT
    ) -> DraftKeeper[PatchT]:
        keeper = DraftKeeper(workspace, self._drafts(workspace), stored, session)
        self._news.follow(keeper)
        return keeper

    # ------------------------------------------------------------ of what

    def _drafts(self, workspace: Workspace) -> Drafts[PatchT]:
        """Where its drafts are kept."""
        raise NotImplementedError

    def _opened(self, workspace: Workspace) -> tuple[SessionT, StoredDraft[PatchT] | None]:
        """What is in force or its draft, and the draft as kept."""
        raise NotImplementedError

    def _begun(self, workspace: Workspace) -> StoredDraft[PatchT]:
        """A draft of what is in force, as kept."""
        raise NotImplementedError

    def _discarding(self, edits: int) -> tuple[str, str]:
        """What is asked before so many edits are given up, and what follows."""
        raise NotImplementedError
