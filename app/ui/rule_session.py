"""RuleSession: the draft of the next rule set with its undo, kept edit by edit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.ui.draft_history import DraftHistory, PatchKept
from app.ui.keeping import Keeper, MoveKept
from pricing.rule_draft import RulePatch, apply_rule_patch, changed_rules, rule_of
from pricing.rule_findings import rule_findings
from pricing.rulebook import RuleSet

if TYPE_CHECKING:
    from msgspec import Struct
    from PySide6.QtCore import QObject

    from app.services.rule_drafts import OpenRuleDraft, StoredDraft
    from app.services.workspace import Workspace
    from catalog.problem import Problem
    from pricing.rule import PriceRule


class RuleKeeper(Keeper):
    """Stores the edits of the draft of rules, in order, beside the window."""

    def __init__(
        self, workspace: Workspace, stored: StoredDraft[RulePatch], parent: QObject
    ) -> None:
        """Begin with nothing to store."""
        super().__init__(workspace, stored.id, stored.revision, parent)

    def _written(self, job: Struct, operation: str) -> int:
        from app.services.rule_drafts import DraftEdit, keep_rule_edit, move_rule_draft

        workspace, draft, now = self._workspace, self._record, datetime.now(UTC)
        if isinstance(job, PatchKept):
            assert isinstance(job.patch, RulePatch)  # noqa: S101 (for the type checker)
            edit = DraftEdit(job.position, job.label, job.merge_key, job.patch)
            return keep_rule_edit(
                workspace, draft, self._revision, edit, operation_id=operation, now=now
            )
        assert isinstance(job, MoveKept)  # noqa: S101 (for the type checker: there are two kinds)
        return move_rule_draft(
            workspace, draft, self._revision, job.position, operation_id=operation, now=now
        )


class RuleSession(DraftHistory[RuleSet, RulePatch]):
    """Holds the draft of a rule set; ``changed()`` as in ``DraftHistory``."""

    def __init__(
        self, draft: OpenRuleDraft, keeper: Keeper | None, parent: QObject | None = None
    ) -> None:
        """Open a draft as it was left, or one of rules that nobody has edited.

        Args:
            draft: The draft.
            keeper: Stores edits; ``None`` keeps them in memory only.
            parent: Owner.
        """
        stored = draft.stored
        edits = stored.edits if stored is not None else ()
        super().__init__(
            draft.base,
            ((one.label, one.merge_key, one.patch) for one in edits),
            stored.position if stored is not None else 0,
            apply_rule_patch,
            keeper,
            parent,
        )
        self._checked: tuple[RuleSet | None, tuple[Problem, ...]] = (None, ())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the rules; worked out when it is first asked for."""
        if self._checked[0] is not self.content:
            self._checked = (self.content, rule_findings(self.content))
        return self._checked[1]

    def rule(self, rule_id: str) -> PriceRule | None:
        """A rule of the draft."""
        return rule_of(self.content, rule_id)

    def changed_ids(self) -> frozenset[str]:
        """Identifiers of the rules that differ from those in force."""
        return changed_rules(self.base, self.content)
