"""DraftSession: the open draft of the next catalogue version with its undo, kept edit by edit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.ui.keeping import Keeper, MoveKept
from catalog.differing import differing
from catalog.draft import Patch, apply_patch
from catalog.draft_findings import DraftFindings
from catalog.product_catalog import CatalogContent, ProductCatalog

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.catalog_drafts import OpenDraft
    from app.services.workspace import Workspace
    from catalog.problem import Problem


class PatchKept(Struct, frozen=True):
    """An edit of the draft to be stored: its place, label, merge key and patch."""

    position: int
    label: str
    merge_key: str
    patch: Patch


class DraftKeeper(Keeper):
    """Stores the edits of the draft, in order, beside the window."""

    def __init__(self, workspace: Workspace, draft: OpenDraft, parent: QObject) -> None:
        """Begin with nothing to store."""
        super().__init__(workspace, draft.stored.id, draft.stored.revision, parent)

    def _written(self, job: Struct, operation: str) -> int:
        from app.services.catalog_drafts import DraftEdit, keep_edit, move_draft

        workspace, draft, now = self._workspace, self._record, datetime.now(UTC)
        if isinstance(job, PatchKept):
            edit = DraftEdit(job.position, job.label, job.merge_key, job.patch)
            return keep_edit(
                workspace, draft, self._revision, edit, operation_id=operation, now=now
            )
        assert isinstance(job, MoveKept)  # noqa: S101 (for the type checker: there are two kinds)
        return move_draft(
            workspace, draft, self._revision, job.position, operation_id=operation, now=now
        )


class _State(Struct, frozen=True):
    """The draft after one more edit."""

    label: str
    merge_key: str
    content: CatalogContent


class DraftSession(QObject):
    """Holds the draft.

    * ``changed()``: the content is another one; parts that are the same objects are unchanged.
    """

    changed = Signal()

    def __init__(
        self, draft: OpenDraft, keeper: Keeper | None, parent: QObject | None = None
    ) -> None:
        """Open a draft as it was left.

        Args:
            draft: The draft.
            keeper: Stores edits; ``None`` keeps them in memory only.
            parent: Owner.
        """
        super().__init__(parent)
        self.base = draft.base
        self.keeper = keeper
        self._states = [_State("", "", draft.base)]
        for edit in draft.stored.edits:
            content = apply_patch(self._states[-1].content, edit.patch)
            self._states.append(_State(edit.label, edit.merge_key, content))
        self._index = draft.stored.position
        self._findings = DraftFindings()
        self._catalog: ProductCatalog | None = None
        self._offerings = {offering.code: offering for offering in draft.base.offerings}

    # ------------------------------------------------------------ reading

    @property
    def content(self) -> CatalogContent:
        """What the draft says."""
        return self._states[self._index].content

    @property
    def catalog(self) -> ProductCatalog:
        """The same, indexed."""
        known = self._catalog
        if known is None:
            known = ProductCatalog(self.content)
        elif known.content is not self.content:
            known = known.edited(self.content)
        self._catalog = known
        return known

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it; worked out when it is first asked for."""
        return self._findings.of(self.content)

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

    def changed_keys(self) -> frozenset[str]:
        """Codes of the charges and bundles that differ from the published version."""
        found: set[str] = set()
        for offering in differing(self.base.offerings, self.content.offerings).come:
            old = self._offerings.get(offering.code)
            same = old is not None and _without_charges(old) == _without_charges(offering)
            former = {charge.code: charge for charge in old.charges} if old and same else {}
            found |= {one.code for one in offering.charges if former.get(one.code) != one}
        come = differing(self.base.bundles, self.content.bundles).come
        found |= {bundle.code for bundle in come}
        return frozenset(found)

    # ------------------------------------------------------------ editing

    def apply(
        self, label: str, edit: Callable[[CatalogContent], Patch], merge_key: str = ""
    ) -> bool:
        """Make an edit.

        Args:
            label: Identifier of the edit.
            edit: Gives the patch; an empty one changes nothing.
            merge_key: Edits of one key in a row are one step of undo.

        Returns:
            Whether anything changed.
        """
        patch = edit(self.content)
        if not patch:
            return False
        content = apply_patch(self.content, patch)
        merges = bool(merge_key) and self._states[self._index].merge_key == merge_key
        if not merges or self.can_redo:
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


def _without_charges(offering: Struct) -> tuple[object, ...]:
    return tuple(
        getattr(offering, name) for name in offering.__struct_fields__ if name != "charges"
    )
