"""Publish the draft of the rules: what forbids it, what it does to open quotes, and a name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.check_view import CheckView
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.regression_view import RegressionView
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.services.regression import RegressionRun
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.rule_session import RuleSession
    from pricing.rulebook import RuleSet


class PublishRulesDialog(FormDialog):
    """Shows findings and the regression run; ``agreed(version)`` publishes."""

    agreed = Signal(str)

    def __init__(
        self, around: Surroundings, workspace: Workspace, session: RuleSession, parent: QWidget
    ) -> None:
        """Try the draft on every open quote at once."""
        super().__init__(self.tr("Publish the rules"), self.tr("Publish"), parent)
        from app.services.catalog_drafts import next_version
        from app.services.rule_drafts import check_rule_publishing, known_rule_versions

        self._around = around
        self._known = known_rule_versions(workspace)
        day, rules = around.clock().date(), session.content
        self.version = QLineEdit(next_version(self._known, day))
        self.add_field(self.tr("Name of the version"), self.version)
        changed, gone = session.changed_ids(), _gone(session)
        text = self.tr("{changed} rules are new or changed, {gone} are gone.")
        summary = make_label(text.format(changed=len(changed), gone=gone), "body")
        self.body.addWidget(summary)
        self.check = CheckView(
            around,
            partial(
                check_rule_publishing,
                session.base,
                rules,
                workspace.catalog(),
                workspace.rules.pricing,
                day,
            ),
        )
        self.check.ended.connect(self._allow)
        self.body.addWidget(self.check)
        self.view = RegressionView(around, lambda watch: _run(workspace, rules, day, watch), self)
        self.outcome = self.view.outcome
        self.body.addWidget(self.view)
        self.finished.connect(self.check.cancel)
        self.finished.connect(self.view.cancel)
        self.version.textChanged.connect(lambda _text: self._allow())
        self._allow()

    def _allow(self) -> None:
        name = self.version.text().strip()
        taken = name in self._known
        known, blocked = self.check.is_known, self.check.is_blocked
        self.agree.setEnabled(bool(name) and not taken and known and not blocked)
        told = self.tr("There is a version of this name.") if taken else ""
        if blocked:
            told = self.tr("Mend these findings first; nothing can be published.")
        self.show_problem(told)

    def accept(self) -> None:
        """Publish under the name that was typed."""
        if self.agree.isEnabled():
            self.agreed.emit(self.version.text().strip())
            super().accept()


def _gone(session: RuleSession) -> int:
    """How many of the rules in force the draft does not have."""
    left = {rule.id for rule in session.content.rules}
    return sum(rule.id not in left for rule in session.base.rules)


def _run(
    workspace: Workspace, rules: RuleSet, day: date, watch: Callable[[int, int], None]
) -> RegressionRun:
    from app.services.regression import run_rule_regression
    from app.services.rule_drafts import policy_with

    return run_rule_regression(workspace, policy_with(workspace, rules), day, watch)
