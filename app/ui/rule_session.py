"""RuleSession: the draft of the next rule set with its undo, kept edit by edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.draft_history import DraftHistory
from pricing.rule_draft import RulePatch, apply_rule_patch, changed_rules, rule_of
from pricing.rule_findings import rule_findings
from pricing.rulebook import RuleSet

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.services.rule_drafts import OpenRuleDraft
    from app.ui.keeping import Keeper
    from catalog.problem import Problem
    from pricing.rule import PriceRule


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
        super().__init__(draft.base, draft.stored, apply_rule_patch, keeper, parent)
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
