"""AuthorityDesk: opens, keeps, publishes, discards and exchanges limits and people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.errors import QuotewrightError
from app.quoting.authority.source import AuthorityPatch
from app.ui.authority_session import AuthoritySession
from app.ui.in_force_desk import InForceDesk

if TYPE_CHECKING:
    from app.quoting.authority.published import PublishedEdition
    from app.quoting.authority.source import AuthoritySource
    from app.services.authority_editions import Publication
    from app.services.catalog_drafts import Drafts, StoredDraft
    from app.services.workspace import Workspace


class AuthorityDesk(InForceDesk[AuthoritySession, AuthorityPatch]):
    """Holds what is shown: a draft, what holds while nothing was edited, or an organisation's.

    * ``published()``, and the signals of ``InForceDesk``.
    """

    published = Signal()

    @property
    def is_read_only(self) -> bool:
        """Whether an organisation says what holds."""
        return self.session is None or self.session.organisation is not None

    def _drafts(self, workspace: Workspace) -> Drafts[AuthorityPatch]:
        return workspace.authority

    def _opened(
        self, workspace: Workspace
    ) -> tuple[AuthoritySession, StoredDraft[AuthorityPatch] | None]:
        from app.services.authority_editions import open_authority

        draft = open_authority(workspace, self._around.clock().date())
        return AuthoritySession(draft, None, self), draft.stored

    def _begun(self, workspace: Workspace) -> StoredDraft[AuthorityPatch]:
        from app.services.authority_editions import begin_authority_draft

        now = self._around.clock()
        draft = begin_authority_draft(workspace, today=now.date(), now=now)
        assert draft.stored is not None  # noqa: S101 (for the type checker: it was just begun)
        return draft.stored

    def _discarding(self, edits: int) -> tuple[str, str]:
        text = self.tr("Its {count} edits are lost; what is in force stays.")
        return self.tr("Discard the draft of limits and people?"), text.format(count=edits)

    def apply(self, label: str, patch: AuthorityPatch) -> bool:
        """Make an edit; the first one begins the draft. Gives whether anything changed."""
        session, workspace = self.session, self.workspace
        if session is None or workspace is None or self.is_read_only or not patch:
            return False
        return self.begin(workspace, session) and session.apply(label, lambda _content: patch)

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

        self._around.tasks.run(work, self._published, self.fail)

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
            self.fail(failure)
            return
        if self.apply("authority.import", patch_to(session.content, source)):
            text = self.tr("Taken from {file} into the draft")
            self._around.toasts.show_news(text.format(file=Path(path).name), "ok")
        else:
            self._around.toasts.show_news(self.tr("The file says what is here already"), "info")
