"""AuthorityDesk: opens, keeps, publishes, discards and exchanges limits and people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import ImportRejected, QuotewrightError
from app.ui.authority_session import AuthoritySession
from app.ui.draft_history import DraftKeeper
from app.ui.saved_news import SavedNews

if TYPE_CHECKING:
    from app.quoting.authority.published import PublishedEdition
    from app.quoting.authority.source import AuthorityPatch, AuthoritySource
    from app.services.authority_editions import Publication
    from app.services.rule_drafts import StoredDraft
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings


class AuthorityDesk(QObject):
    """Holds what is shown: a draft, what holds while nothing was edited, or an organisation's.

    * ``opened()``: others are shown. * ``changed()``: they say something else.
    * ``saved(text)``: whether the draft is stored. * ``refused(problems)``. * ``published()``.
    * ``failed(failure)``.
    """

    opened = Signal()
    changed = Signal()
    saved = Signal(str)
    refused = Signal(tuple)
    published = Signal()
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self._around = surroundings
        self._news = SavedNews(surroundings, self)
        self._news.told.connect(self.saved)
        self.workspace: Workspace | None = None
        self.session: AuthoritySession | None = None

    # ------------------------------------------------------------ opening and closing

    def open(self) -> None:
        """Show the draft as it was left, or what holds."""
        workspace = self.workspace
        if workspace is None:
            return
        self.close()
        from app.services.authority_editions import open_authority

        try:
            draft = open_authority(workspace, self._around.clock().date())
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return
        session = self.session = AuthoritySession(draft, None, self)
        if draft.stored is not None:
            session.keeper = self._kept(workspace, draft.stored, session)
        session.changed.connect(self.changed)
        self.opened.emit()

    @property
    def is_draft(self) -> bool:
        """Whether there is a draft that is kept."""
        return self.session is not None and self.session.keeper is not None

    @property
    def is_read_only(self) -> bool:
        """Whether an organisation says what holds."""
        return self.session is None or self.session.organisation is not None

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

    def _kept(
        self, workspace: Workspace, stored: StoredDraft[AuthorityPatch], session: AuthoritySession
    ) -> DraftKeeper[AuthorityPatch]:
        keeper = DraftKeeper(workspace, workspace.authority, stored, session)
        self._news.follow(keeper)
        return keeper

    def _begin(self, workspace: Workspace, session: AuthoritySession) -> bool:
        """Begin to keep edits; the first one makes the draft."""
        from app.services.authority_editions import begin_authority_draft

        now = self._around.clock()
        try:
            draft = begin_authority_draft(workspace, today=now.date(), now=now)
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return False
        assert draft.stored is not None  # noqa: S101 (for the type checker: it was just begun)
        session.keeper = self._kept(workspace, draft.stored, session)
        return True

    # ------------------------------------------------------------ editing

    def apply(self, label: str, patch: AuthorityPatch) -> bool:
        """Make an edit; the first one begins the draft. Gives whether anything changed."""
        session, workspace = self.session, self.workspace
        if session is None or workspace is None or self.is_read_only or not patch:
            return False
        if session.keeper is None and not self._begin(workspace, session):
            return False
        return session.apply(label, lambda _content: patch)

    def discard(self) -> None:
        """Give the draft up, after asking."""
        session, workspace = self.session, self.workspace
        if session is None or workspace is None or not self.is_draft:
            return
        text = self.tr("Its {count} edits are lost; what is in force stays.")
        agreed = self._around.messages.confirm(
            self.tr("Discard the draft of limits and people?"),
            text.format(count=session.edits),
            yes=self.tr("Discard draft"),
            danger=True,
        )
        if not agreed:
            return
        self.close()
        try:
            workspace.authority.give_up(now=self._around.clock())
        except QuotewrightError as failure:
            self.failed.emit(failure)
        self.open()

    # ------------------------------------------------------------ publishing and files

    def publish(self, wanted: Publication) -> None:
        """Make the draft an edition."""
        workspace, now = self.workspace, self._around.clock()
        if workspace is None or not self.store_draft():
            return  # why is on view, and the draft stays open with every edit
        self.close()

        def work(_task: object) -> PublishedEdition:
            from app.services.authority_editions import open_authority, publish_authority

            draft = open_authority(workspace, now.date())
            return publish_authority(workspace, draft, wanted, now=now)

        self._around.tasks.run(work, self._published, self._fail)

    def _published(self, edition: PublishedEdition) -> None:
        self.open()
        text = self.tr("Limits and people {version} hold from {day} on")
        day = self._around.speaker.figures.date(edition.valid_from)
        self._around.toasts.show_news(text.format(version=edition.version, day=day), "ok")
        self.published.emit()

    def export(self, path: str) -> None:
        """Write limits and people as a file."""
        from app.services.authority_files import export_authority

        if self.session is None or not path:
            return
        try:
            export_authority(self.session.content, Path(path))
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return
        text = self.tr("Limits and people written to {file}")
        self._around.toasts.show_news(text.format(file=Path(path).name), "ok")

    def bring(self, path: str) -> None:
        """Make what a file says the draft, all of it or nothing."""
        from app.quoting.authority.source import patch_to
        from app.services.authority_files import import_authority

        session = self.session
        if session is None or not path:
            return
        try:
            source: AuthoritySource = import_authority(Path(path), session.content)
        except QuotewrightError as failure:
            self._fail(failure)
            return
        if self.apply("authority.import", patch_to(session.content, source)):
            text = self.tr("Taken from {file} into the draft")
            self._around.toasts.show_news(text.format(file=Path(path).name), "ok")
        else:
            self._around.toasts.show_news(self.tr("The file says what is here already"), "info")

    def _fail(self, failure: Exception) -> None:
        if self.session is None:
            self.open()
        if isinstance(failure, ImportRejected):
            self.refused.emit(tuple(failure.problems))
        else:
            self.failed.emit(failure)
