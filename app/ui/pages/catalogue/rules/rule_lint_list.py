"""RuleLintList: what is wrong with the rules, worked out beside the window after each edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.presenting.rule_list import finding_rows, rules_named
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_label
from app.ui.widgets.problem_list import ProblemList

if TYPE_CHECKING:
    from app.ui.page import Surroundings
    from app.ui.rule_session import RuleSession
    from app.ui.tasks import Task
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.lint.finding import LintFinding
    from pricing.policy import PricingPolicy
    from pricing.rulebook import RuleSet

_PAUSE_MS = 150


class RuleLintList(QWidget):
    """Shows findings.

    * ``rule_wanted(id)``: the user wants to see the rule of a finding.
    * ``found()``: other findings are known.
    """

    rule_wanted = Signal(str)
    found = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin with nothing found."""
        super().__init__(parent)
        self._around = surroundings
        self._catalog: ProductCatalog | None = None
        self._rules: RuleSet | None = None
        self._policy: PricingPolicy | None = None
        self._running: Task | None = None
        self._problems: tuple[Problem, ...] = ()
        self._lint: tuple[LintFinding, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._start)
        self._about = make_label("", "caption")
        self._about.setWordWrap(True)
        empty = self.tr("No rule contradicts another, and no price falls below its limits.")
        self.list = ProblemList(self.tr("Findings about the rules"), empty)
        # texts wrap: what they need follows from the width, and a most height would cut them
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.list.opened.connect(self._open)
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        card = self._card = Card(self.tr("Findings"))
        card.body.addWidget(self._about)
        card.body.addWidget(self.list)
        column.addWidget(card)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Findings about the rules"))
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(Space.SM)
        outside.addWidget(scroll)

    @property
    def working(self) -> bool:
        """Whether the rules are still looked at."""
        return self._timer.isActive() or self._running is not None

    @property
    def count(self) -> int:
        """How many findings are known."""
        return len(self._problems) + len(self._lint)

    def by_rule(self) -> dict[str, list[Problem]]:
        """Findings by each rule that they are about."""
        if self._rules is None:
            return {}
        found: dict[str, list[Problem]] = {}
        for problem in (*self._problems, *(one.problem for one in self._lint)):
            for rule in rules_named(self._rules, problem):
                found.setdefault(rule, []).append(problem)
        return found

    def look_at(
        self, session: RuleSession, catalog: ProductCatalog | None, policy: PricingPolicy
    ) -> None:
        """Look at the rules of a draft; what was looked at before is given up."""
        self._rules, self._catalog, self._policy = session.content, catalog, policy
        self._problems = session.problems
        if self._running is not None:
            self._running.cancel()
            self._running = None
        if self._problems or catalog is None:
            self._timer.stop()
            self._show(())
        else:
            self._timer.start()

    def _start(self) -> None:
        catalog, policy, day = self._catalog, self._policy, self._around.clock().date()
        if catalog is None or policy is None or not self._around.tasks.takes_work:
            return

        def work(task: Task) -> tuple[LintFinding, ...]:
            from pricing.rule_lint import lint_rules

            return lint_rules(catalog, policy, day, task.check)

        self._running = self._around.tasks.run(work, self._show)

    def _show(self, lint: tuple[LintFinding, ...]) -> None:
        self._running = None
        self._lint = lint
        speaker = self._around.speaker
        self.list.set_problems(finding_rows(speaker, self._catalog, self._problems, lint))
        text = self.tr("Mend these first; what the rules do together is looked at afterwards.")
        self._about.setText(text if self._problems else "")
        self._about.setVisible(bool(self._problems))
        self._card.set_mark(str(self.count) if self.count > 1 else "")
        self.found.emit()

    def _open(self, key: str) -> None:
        listed = (*self._problems, *(one.problem for one in self._lint))
        if self._rules is not None and int(key) < len(listed):
            named = rules_named(self._rules, listed[int(key)])
            if named:
                self.rule_wanted.emit(named[0])
