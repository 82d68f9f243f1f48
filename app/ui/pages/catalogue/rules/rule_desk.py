"""RuleDesk: opens, keeps, publishes, discards and exchanges the draft of the next rule set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import ImportRejected, QuotewrightError
from app.ui.draft_history import DraftKeeper
from app.ui.rule_session import RuleSession
from app.ui.saved_news import SavedNews

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.rule_drafts import StoredDraft
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.problem import Problem
    from pricing.policy import PricingPolicy
    from pricing.rule_draft import RulePatch
    from pricing.rulebook import RuleSet


class RuleDesk(QObject):
    """Holds the rules that are shown: a draft, or those in force while nothing was edited.

    * ``opened()``: other rules are shown. * ``changed()``: they say something else.
    * ``saved(text)``: whether the draft is stored. * ``refused(problems)``: a file was not taken.
    * ``published(policy)``. * ``failed(failure)``.
    """

    opened = Signal()
    changed = Signal()
    saved = Signal(str)
    refused = Signal(tuple)
    published = Signal(object)
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        """Begin without rules."""
        super().__init__(parent)
        self._around = surroundings
        self._news = SavedNews(surroundings, self)
        self._news.told.connect(self.saved)
        self.workspace: Workspace | None = None
        self.session: RuleSession | None = None

    # ------------------------------------------------------------ opening and closing

    def open(self) -> None:
        """Show the draft as it was left, or the rules in force."""
        workspace = self.workspace
        if workspace is None:
            return
        self.close()
        from app.services.rule_drafts import open_rule_draft

        try:
            draft = open_rule_draft(workspace)
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return
        self.session = RuleSession(draft, None, self)
        if draft.stored is not None:
            self.session.keeper = self._kept(workspace, draft.stored, self.session)
        self.session.changed.connect(self.changed)
        self.opened.emit()

    @property
    def is_draft(self) -> bool:
        """Whether there is a draft that is kept."""
        return self.session is not None and self.session.keeper is not None

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
        self, workspace: Workspace, stored: StoredDraft[RulePatch], session: RuleSession
    ) -> DraftKeeper[RulePatch]:
        keeper = DraftKeeper(workspace, workspace.rule_drafts, stored, session)
        self._news.follow(keeper)
        return keeper

    def _begin(self, session: RuleSession) -> bool:
        """Begin to keep edits; the first one makes the draft."""
        if self.workspace is None:
            return False
        from app.services.rule_drafts import begin_rule_draft

        try:
            draft = begin_rule_draft(self.workspace, now=self._around.clock())
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return False
        assert draft.stored is not None  # noqa: S101 (for the type checker: it was just begun)
        session.keeper = self._kept(self.workspace, draft.stored, session)
        return True

    # ------------------------------------------------------------ editing

    def apply(self, label: str, edit: Callable[[RuleSet], RulePatch], merge_key: str = "") -> bool:
        """Make an edit; the first one begins the draft. Gives whether anything changed."""
        session = self.session
        if session is None or not edit(session.content):
            return False
        if session.keeper is None and not self._begin(session):
            return False
        return session.apply(label, edit, merge_key)

    def discard(self) -> None:
        """Give the draft up, after asking."""
        session, workspace = self.session, self.workspace
        if session is None or workspace is None or not self.is_draft:
            return
        text = self.tr("Its {count} edits are lost; the rules in force stay.")
        agreed = self._around.messages.confirm(
            self.tr("Discard the draft of the rules?"),
            text.format(count=session.edits),
            yes=self.tr("Discard draft"),
            danger=True,
        )
        if not agreed:
            return
        self.close()
        try:
            workspace.rule_drafts.give_up(now=self._around.clock())
        except QuotewrightError as failure:
            self.failed.emit(failure)
        self.open()

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

        self._around.tasks.run(work, self._published, self._not_published)

    def _published(self, policy: PricingPolicy) -> None:
        self.open()
        text = self.tr("Rules {version} are in force; quotes keep the rules they have")
        self._around.toasts.show_news(text.format(version=policy.rules.version), "ok")
        self.published.emit(policy)

    def _not_published(self, failure: Exception) -> None:
        self.open()
        self._fail(failure)

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
            self._fail(failure)
            return
        if self.apply("rule.import", lambda content: replace_all(content, rules)):
            text = self.tr("{count} rules taken from {file} into the draft")
            name = Path(path).name
            self._around.toasts.show_news(text.format(count=len(rules.rules), file=name), "ok")
        else:
            self._around.toasts.show_news(self.tr("The file says what the rules say"), "info")

    def _fail(self, failure: Exception) -> None:
        if isinstance(failure, ImportRejected):
            problems: tuple[Problem, ...] = tuple(failure.problems)
            self.refused.emit(problems)
        else:
            self.failed.emit(failure)
