"""RuleDesk: opens, keeps, publishes, discards and exchanges the draft of the next rule set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.errors import QuotewrightError
from app.ui.in_force_desk import InForceDesk
from app.ui.rule_session import RuleSession
from pricing.rule_draft import RulePatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.catalog_drafts import Drafts, StoredDraft
    from app.services.workspace import Workspace
    from pricing.policy import PricingPolicy
    from pricing.rulebook import RuleSet


class RuleDesk(InForceDesk[RuleSession, RulePatch]):
    """Holds the rules that are shown: a draft, or those in force while nothing was edited.

    * ``published(policy)``, and the signals of ``InForceDesk``.
    """

    published = Signal(object)

    def _drafts(self, workspace: Workspace) -> Drafts[RulePatch]:
        return workspace.rule_drafts

    def _opened(self, workspace: Workspace) -> tuple[RuleSession, StoredDraft[RulePatch] | None]:
        from app.services.rule_drafts import open_rule_draft

        draft = open_rule_draft(workspace)
        return RuleSession(draft, None, self), draft.stored

    def _begun(self, workspace: Workspace) -> StoredDraft[RulePatch]:
        from app.services.rule_drafts import begin_rule_draft

        draft = begin_rule_draft(workspace, now=self._around.clock())
        assert draft.stored is not None  # noqa: S101 (for the type checker: it was just begun)
        return draft.stored

    def _discarding(self, edits: int) -> tuple[str, str]:
        text = self.tr("Its {count} edits are lost; the rules in force stay.")
        return self.tr("Discard the draft of the rules?"), text.format(count=edits)

    def apply(self, label: str, edit: Callable[[RuleSet], RulePatch], merge_key: str = "") -> bool:
        """Make an edit; the first one begins the draft. Gives whether anything changed."""
        session, workspace = self.session, self.workspace
        if session is None or workspace is None or not edit(session.content):
            return False
        return self.begin(workspace, session) and session.apply(label, edit, merge_key)

    # ------------------------------------------------------------ publishing and files

    def publish(self, version: str) -> None:
        """Make the draft the rules in force."""
        workspace, now = self.workspace, self._around.clock()
        if workspace is None or not self.store_draft():
            return  # why is on view, and the draft stays open with every edit
        self.close()

        def work(_task: object) -> PricingPolicy:
            from app.services.rule_drafts import open_rule_draft, publish_rule_draft

            draft = open_rule_draft(workspace)
            return publish_rule_draft(workspace, draft, version=version, today=now.date(), now=now)

        self._around.tasks.run(work, self._published, self.fail)

    def _published(self, policy: PricingPolicy) -> None:
        self.open()
        text = self.tr("Rules {version} are in force; quotes keep the rules they have")
        self._around.toasts.show_news(text.format(version=policy.rules.version), "ok")
        self.published.emit(policy)

    def export(self, path: str) -> None:
        """Write the rules as a file."""
        from app.services.rule_drafts import export_rules

        if self.session is None or not path:
            return
        try:
            export_rules(self.session.content, Path(path))
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return
        text = self.tr("{count} rules written to {file}; comments are not kept")
        count, name = len(self.session.content.rules), Path(path).name
        self._around.toasts.show_news(text.format(count=count, file=name), "ok")

    def bring(self, path: str) -> None:
        """Make the rules of a file the draft, all of them or none."""
        from app.services.rule_drafts import import_rules
        from pricing.rule_draft import replace_all

        if not path:
            return
        try:
            rules = import_rules(Path(path))
        except QuotewrightError as failure:
            self.fail(failure)
            return
        if self.apply("rule.import", lambda content: replace_all(content, rules)):
            text = self.tr("{count} rules taken from {file} into the draft")
            name = Path(path).name
            self._around.toasts.show_news(text.format(count=len(rules.rules), file=name), "ok")
        else:
            self._around.toasts.show_news(self.tr("The file says what the rules say"), "info")
