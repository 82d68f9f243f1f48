"""DraftDesk: begins, keeps, publishes and discards the draft of the next catalogue version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.draft_history import DraftKeeper
from app.ui.draft_session import DraftSession, KnownDraft, known_of
from app.ui.saved_news import SavedNews
from app.ui.unsaved import may_lose_edits
from catalog.draft import duplicate, duplicate_charge, put_on_sale, remove_charge, withdraw
from catalog.offering import Lifecycle

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.catalog_drafts import OpenDraft
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.draft import Patch
    from catalog.problem import Problem
    from catalog.product_catalog import CatalogContent, ProductCatalog


class DraftDesk(QObject):
    """Holds the one draft.

    * ``opened()``: a draft is open. * ``closed()``: there is none any more.
    * ``changed()``: the draft says something else. * ``saved(text)``: whether it is stored.
    * ``refused(problems)``: a pasted block was not taken. * ``failed(failure)``.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal()
    saved = Signal(str)
    refused = Signal(tuple)
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        """Begin without a draft."""
        super().__init__(parent)
        self._around = surroundings
        self._news = SavedNews(surroundings, self)
        self._news.told.connect(self.saved)
        self.workspace: Workspace | None = None
        self.session: DraftSession | None = None

    # ------------------------------------------------------------ opening and closing

    def begin(self) -> None:
        """Begin a draft of the newest version, or go on with the one that is open."""
        workspace, now = self.workspace, self._around.clock()
        if workspace is None or self.session is not None:
            return

        def work(_task: object) -> tuple[OpenDraft, KnownDraft]:
            from app.errors import RecordMissing
            from app.services.catalog_drafts import begin_draft

            newest = workspace.catalog()
            if newest is None:
                raise RecordMissing(record="catalogue")
            draft = begin_draft(workspace, newest.version, now=now)
            return draft, known_of(draft.content)

        self._around.tasks.run(work, self._open, self.failed.emit)

    def _open(self, opened: tuple[OpenDraft, KnownDraft]) -> None:
        if self.workspace is None:
            return
        draft, known = opened
        keeper = DraftKeeper(self.workspace, self.workspace.drafts, draft.stored, self)
        self._news.follow(keeper)
        self.session = DraftSession(draft, keeper, self, known)
        self.session.changed.connect(self.changed)
        self.opened.emit()

    def store_draft(self) -> bool:
        """Try at once to store what is left; gives whether everything is."""
        keeper = self.session.keeper if self.session is not None else None
        return keeper is None or keeper.store()

    def leave_draft(self) -> None:
        """Close the session; where edits cannot be stored, the user decides."""
        if self.store_draft() or may_lose_edits(self._around.messages):
            self.close_draft()

    def close_draft(self) -> None:
        """Close the session; the draft stays, without edits that could not be stored."""
        session, self.session = self.session, None
        if session is None:
            return
        if session.keeper is not None:
            session.keeper.close(1.0)
        session.deleteLater()
        self.closed.emit()

    def discard(self) -> None:
        """Give the draft up, after asking."""
        session, workspace = self.session, self.workspace
        if session is None or workspace is None:
            return
        agreed = self._around.messages.confirm(
            self.tr("Discard the draft?"),
            self.tr("Its {count} edits are lost; published versions stay.").format(
                count=session.edits
            ),
            yes=self.tr("Discard draft"),
            danger=True,
        )
        if not agreed:
            return
        self.close_draft()
        now = self._around.clock()

        self._around.tasks.run(
            lambda _task: workspace.drafts.give_up(now=now),
            lambda _nothing: None,
            self.failed.emit,
        )

    # ------------------------------------------------------------ editing

    def apply(self, label: str, patch: Patch, merge_key: str = "") -> None:
        """Make an edit that somebody has worked out."""
        if self.session is not None:
            self.session.apply(label, lambda _content: patch, merge_key)

    def duplicate(self, key: str) -> str:
        """Copy the offering of a charge; gives the key of the copy's first charge."""
        session = self.session
        owner = session.catalog.owner(key) if session is not None else None
        if session is None or owner is None:
            return ""
        patch = duplicate(session.content, owner)
        self.apply("offering.duplicate", patch)
        return patch.offerings[0].charges[0].code

    def duplicate_charge(self, key: str) -> str:
        """Copy a charge inside its offering; gives the key of the copy."""
        session = self.session
        if session is None:
            return ""
        owner, charge = session.catalog.owner(key), session.catalog.charge(key)
        if owner is None or charge is None:
            return ""
        patch = duplicate_charge(owner, charge)
        self.apply("charge.duplicate", patch)
        codes = [one.code for one in patch.offerings[0].charges]
        return codes[codes.index(key) + 1]

    def withdraw(self, key: str) -> None:
        """Sell an offering no more, or again."""
        owner = self.session.catalog.owner(key) if self.session is not None else None
        if owner is not None:
            gone = owner.lifecycle is Lifecycle.WITHDRAWN
            patch = put_on_sale(owner) if gone else withdraw(owner)
            self.apply("offering.withdraw", patch)

    def remove(self, key: str) -> None:
        """Take a charge out of the draft, with its offering if it is the last one."""
        session = self.session
        owner = session.catalog.owner(key) if session is not None else None
        if session is not None and owner is not None:
            self.apply("charge.remove", remove_charge(session.content, owner, key))

    def paste(self, text: str, key: str = "") -> None:
        """Take a block from the clipboard, all of it or nothing."""
        session = self.session
        if session is None or not text.strip():
            return
        content = session.content
        owner = session.catalog.owner(key)
        day, after = self._around.clock().date(), owner.code if owner is not None else ""

        def work(_task: object) -> tuple[CatalogContent, object]:
            from app.services.paste_block import read_pasted

            return content, read_pasted(text, content, day, after)

        self._around.tasks.run(work, self._pasted, self.failed.emit)

    def _pasted(self, done: tuple[CatalogContent, object]) -> None:
        from app.services.paste_block import PastedBlock

        content, block = done
        session = self.session
        assert isinstance(block, PastedBlock)  # noqa: S101 (for the type checker: made in paste)
        if session is None or session.content is not content:
            return
        blocking: tuple[Problem, ...] = tuple(one for one in block.problems if one.blocks)
        if blocking:
            self.refused.emit(block.problems)
            return
        if self.session is not None and block.patch:
            self.apply("paste", block.patch)
            text = self.tr("Pasted {rows} rows, {count} offerings changed")
            news = text.format(rows=block.rows, count=len(block.patch.offerings))
            self._around.toasts.show_news(news, "ok")
        else:
            self._around.toasts.show_news(self.tr("The pasted rows change nothing"), "info")


def publish_open(
    workspace: Workspace, version: str, title: str, now: datetime
) -> ProductCatalog | None:
    """Publish the open draft, if there is one, and give the version in force.

    Raises:
        StorageError: The database failed.
    """
    from app.services.catalog_drafts import open_draft, publish_draft

    draft = open_draft(workspace)
    if draft is not None:
        publish_draft(workspace, draft, version=version, title=title, today=now.date(), now=now)
    return workspace.catalog()
