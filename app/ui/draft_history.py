"""DraftHistory: the states of a draft with undo and redo, each edit handed to what stores it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.ui.keeping import Keeper, MoveKept

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.catalog_drafts import Drafts, StoredDraft
    from app.services.workspace import Workspace

ContentT = TypeVar("ContentT")
PatchT = TypeVar("PatchT")


class PatchKept(Struct, Generic[PatchT], frozen=True):
    """An edit of a draft to be stored: its place, label, merge key and patch."""

    position: int
    label: str
    merge_key: str
    patch: PatchT


class DraftKeeper(Keeper, Generic[PatchT]):
    """Stores the edits of a draft, in order, beside the window."""

    def __init__(
        self,
        workspace: Workspace,
        drafts: Drafts[PatchT],
        stored: StoredDraft[PatchT],
        parent: QObject,
    ) -> None:
        """Begin with nothing to store.

        Args:
            workspace: The user's data.
            drafts: Where drafts of the kind are kept.
            stored: The open one, as kept.
            parent: Owner.
        """
        super().__init__(workspace, stored.id, stored.revision, parent)
        self._drafts = drafts

    def _written(self, job: Struct, operation: str) -> int:
        from app.services.catalog_drafts import DraftEdit

        now = datetime.now(UTC)
        if isinstance(job, PatchKept):
            edit = DraftEdit(job.position, job.label, job.merge_key, job.patch)
            return self._drafts.commit_edit(self._record, self._revision, operation, edit, now=now)
        assert isinstance(job, MoveKept)  # noqa: S101 (for the type checker: there are two kinds)
        return self._drafts.set_position(
            self._record, job.position, self._revision, operation, now=now
        )


class _State(Struct, Generic[ContentT], frozen=True):
    """The draft after one more edit."""

    label: str
    merge_key: str
    content: ContentT


class DraftHistory(QObject, Generic[ContentT, PatchT]):
    """Holds the states.

    * ``changed()``: the content is another one; parts that are the same objects are unchanged.
    """

    changed = Signal()

    def __init__(
        self,
        base: ContentT,
        stored: StoredDraft[PatchT] | None,
        patched: Callable[[ContentT, PatchT], ContentT],
        keeper: Keeper | None,
        parent: QObject | None = None,
    ) -> None:
        """Begin as a draft was left.

        Args:
            base: What it began with.
            stored: All that undo and redo reach; ``None`` while nothing has been edited.
            patched: The content after a patch.
            keeper: Stores edits; ``None`` keeps them in memory only.
            parent: Owner.
        """
        super().__init__(parent)
        self.base = base
        self.keeper = keeper
        self._patched = patched
        self._states = [_State("", "", base)]
        for edit in stored.edits if stored is not None else ():
            content = patched(self._states[-1].content, edit.patch)
            self._states.append(_State(edit.label, edit.merge_key, content))
        self._index = stored.position if stored is not None else 0

    @property
    def content(self) -> ContentT:
        """What the draft says."""
        return self._states[self._index].content

    @property
    def edits(self) -> int:
        """How many edits were made and not undone."""
        return self._index

    @property
    def undo_label(self) -> str:
        """Identifier of the edit that undo takes back; empty when there is none."""
        return self._states[self._index].label

    @property
    def redo_label(self) -> str:
        """Identifier of the edit that redo makes again; empty when there is none."""
        return self._states[self._index + 1].label if self.can_redo else ""

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self._index > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to make again."""
        return self._index + 1 < len(self._states)

    def apply(self, label: str, edit: Callable[[ContentT], PatchT], merge_key: str = "") -> bool:
        """Make an edit.

        Args:
            label: Identifier of the edit.
            edit: Gives the patch; an empty one changes nothing.
            merge_key: Edits of one key in a row are one step of undo; the patch of the last one
                must say all that those before it did.

        Returns:
            Whether anything changed.
        """
        patch = edit(self.content)
        if not patch:
            return False
        state = self._states[self._index]
        merges = bool(merge_key) and state.merge_key == merge_key and not self.can_redo
        content = self._patched(self.content, patch)
        if not merges:
            self._index += 1
        self._states[self._index :] = [_State(label, merge_key, content)]
        if self.keeper is not None:
            self.keeper.keep(PatchKept(self._index, label, merge_key, patch))
        self.changed.emit()
        return True

    def undo(self) -> None:
        """Take back one edit."""
        self._go_to(self._index - 1)

    def redo(self) -> None:
        """Make one edit again."""
        self._go_to(self._index + 1)

    def _go_to(self, index: int) -> None:
        if 0 <= index < len(self._states):
            self._index = index
            if self.keeper is not None:
                self.keeper.keep(MoveKept(index))
            self.changed.emit()
