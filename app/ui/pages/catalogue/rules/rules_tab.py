"""The rules: their list, a form for the chosen one, and findings or a test bench beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.draft_files import DraftFile, ask_what_to_read, ask_where_to_write, tell_refused
from app.ui.latest import Latest
from app.ui.pages.catalogue.rules.bench import Bench
from app.ui.pages.catalogue.rules.rule_bar import RuleBar
from app.ui.pages.catalogue.rules.rule_desk import RuleDesk
from app.ui.pages.catalogue.rules.rule_form import RuleForm
from app.ui.pages.catalogue.rules.rule_lint_list import RuleLintList
from app.ui.pages.catalogue.rules.rule_tools import RuleTools
from app.ui.presenting.rule_list import rule_columns, rule_list_rows
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.window_width import watch_window_width
from pricing.rule_draft import application_order, change_rule, set_choice

if TYPE_CHECKING:
    from app.services.listing import CustomerRow
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy
    from pricing.promotion_choice import ChoicePolicy
    from pricing.rule import PriceRule

FINDINGS, BENCH = "findings", "bench"
_LIST, _LIST_COMPACT = 348, 312
_SIDE, _SIDE_COMPACT = 404, 364
_WIDE = 1420
_CUSTOMERS = 40
"""How many customers are offered at once."""


class RulesTab(QWidget):
    """Edits the draft of the rules.

    * ``published(policy)``. * ``failed(failure)``. * ``counted(rules)``: how many are listed.
    """

    published = Signal(object)
    failed = Signal(object)
    counted = Signal(int)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without rules."""
        super().__init__(parent)
        self._around = surroundings
        speaker = surroundings.speaker
        self._workspace: Workspace | None = None
        self._catalog: ProductCatalog | None = None
        self._typed = ""
        self._customers: Latest[tuple[CustomerRow, ...]] = Latest(
            surroundings.tasks, self._show_customers
        )
        self.desk = RuleDesk(surroundings, self)
        self.bar = RuleBar(speaker)
        self.table = DataTable(rule_columns(speaker), self.tr("Rules"))
        self.tools = RuleTools(surroundings, self.desk, self.table)
        self.form = RuleForm(speaker)
        self.lint = RuleLintList(surroundings)
        self.bench = Bench(surroundings)
        options = ((FINDINGS, self.tr("Findings")), (BENCH, self.tr("Test bench")))
        self.side_tabs = Segmented(options, FINDINGS, self.tr("Beside the rule"))
        self._middle, self._side = QStackedWidget(), QStackedWidget()
        self._left, self._right = QFrame(), QWidget()
        self._build()
        self._connect()
        watch_window_width(self, self._fit)

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        set_role(self._left, "card")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(1, Space.XS, 1, 1)
        left.setSpacing(0)
        left.addWidget(self.tools)
        left.addWidget(self.table, 1)
        nothing = QFrame()
        set_role(nothing, "card")
        empty = EmptyState(
            "badge-percent",
            self.tr("No rule chosen"),
            self.tr("Choose a rule of the list, or add one."),
            self.tr("Add rule"),
        )
        empty.activated.connect(self.tools.add)
        QVBoxLayout(nothing).addWidget(empty)
        self._middle.addWidget(nothing)
        self._middle.addWidget(self.form)
        self._side.addWidget(self.lint)
        self._side.addWidget(self.bench)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.SM)
        right.addWidget(self.side_tabs)
        right.addWidget(self._side, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.MD)
        row.addWidget(self._left)
        row.addWidget(self._middle, 1)
        row.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LG, Space.SM, Space.LG, Space.LG)
        column.setSpacing(Space.SM)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        desk, bar = self.desk, self.bar
        desk.opened.connect(self._show_all)
        desk.changed.connect(self._show_all)
        desk.saved.connect(bar.show_saved)
        desk.failed.connect(self.failed)
        desk.published.connect(self._after_publishing)
        desk.refused.connect(self._refuse)
        self.table.current_changed.connect(self._show_rule)
        self.tools.made.connect(self.show_rule)
        self.form.edited.connect(self._edit)
        self.side_tabs.chosen.connect(self.show_side)
        self.lint.rule_wanted.connect(self.show_rule)
        self.lint.found.connect(self._show_list)
        bar.undone.connect(self.undo)
        bar.redone.connect(self.redo)
        bar.discard_wanted.connect(desk.discard)
        bar.publish_wanted.connect(self._publish)
        bar.choice_changed.connect(self._choose)
        bar.export_wanted.connect(self._write_file)
        bar.import_wanted.connect(self._read_file)

    def _fit(self, width: int) -> None:
        wide = width >= _WIDE
        self._left.setFixedWidth(_LIST if wide else _LIST_COMPACT)
        self._right.setFixedWidth(_SIDE if wide else _SIDE_COMPACT)

    # ------------------------------------------------------------ showing

    def attach(self, workspace: Workspace) -> None:
        """Work with the user's data."""
        self._workspace = self.desk.workspace = workspace
        self.form.scope.customers_wanted.connect(self._find_customers)
        self._find_customers("")
        self.bench.attach(workspace)
        self.desk.open()

    def show_catalog(self, catalog: ProductCatalog) -> None:
        """Name and pick what is in a catalogue."""
        self._catalog = catalog
        self.form.set_catalog(catalog)
        self.bench.set_catalog(catalog)
        self._show_all()

    def refresh(self) -> None:
        """Offer the quotes that are open now to the bench."""
        self.bench.refresh()

    def _find_customers(self, typed: str) -> None:
        workspace = self._workspace
        if workspace is not None:
            self._customers.look_up(lambda: workspace.customers.search(typed, _CUSTOMERS))

    def _show_customers(self, found: tuple[CustomerRow, ...]) -> None:
        self.form.scope.show_customers(found)

    def search(self, text: str) -> None:
        """List only rules in which these words occur."""
        self._typed = text
        self._show_list()

    def show_rule(self, rule_id: str) -> None:
        """Choose a rule."""
        self.table.clearSelection()  # with Ctrl held, Qt would add to what is chosen
        self.table.set_current(rule_id)
        self._show_rule(rule_id)

    def show_side(self, side: str) -> None:
        """Show the findings or the bench."""
        self.side_tabs.set_current(side)
        self._side.setCurrentIndex(0 if side == FINDINGS else 1)

    def _show_all(self) -> None:
        session, workspace = self.desk.session, self._workspace
        if session is None or workspace is None:
            return
        self.bar.show_rules(session, draft=self.desk.is_draft)
        self._show_list()
        if not self.table.current_key() and session.content.rules:
            self.table.set_current(application_order(session.content.rules)[0].id)
        self._show_rule(self.table.current_key())
        self.lint.look_at(session, self._catalog, self._policy(workspace))
        self.bench.try_rules(session.content)

    def _policy(self, workspace: Workspace) -> PricingPolicy:
        from app.services.rule_drafts import policy_with

        session = self.desk.session
        rules = session.content if session is not None else workspace.rules.pricing.rules
        return policy_with(workspace, rules)

    def _show_list(self) -> None:
        session = self.desk.session
        if session is None:
            return
        rows = rule_list_rows(
            self._around.speaker,
            self._catalog,
            session.content,
            session.changed_ids(),
            self.lint.by_rule(),
            self._around.clock().date(),
            self._typed,
        )
        self.table.set_rows(rows)
        if self.isVisible():
            self.counted.emit(len(rows))

    def _show_rule(self, rule_id: str) -> None:
        session = self.desk.session
        rule = session.rule(rule_id) if session is not None else None
        self._middle.setCurrentIndex(0 if rule is None else 1)
        self.tools.allow(chosen=rule is not None)
        if session is not None and rule is not None:
            problems = [one for one in session.problems if one.where.subject == rule_id]
            self.form.show_rule(rule, problems)

    # ------------------------------------------------------------ editing

    def undo(self) -> None:
        """Take back one edit."""
        if self.desk.session is not None:
            self.desk.session.undo()

    def redo(self) -> None:
        """Make one edit again."""
        if self.desk.session is not None:
            self.desk.session.redo()

    def _edit(self, rule: PriceRule, field: str) -> None:
        former = self.table.current_key()
        alone = field == "id" or field in self.form.scope.pickers  # each pick is a step of undo
        merge = "" if alone else f"{former}.{field}"
        session = self.desk.session
        if session is None or (rule.id != former and session.rule(rule.id) is not None):
            text, cure = self._around.speaker.finding("rule.duplicate_id", {"id": rule.id})
            self._around.toasts.show_news(f"{text} {cure}", "bad")
            return
        self.desk.apply("rule.field", lambda rules: change_rule(rules, former, rule), merge)
        if rule.id != former:
            self.show_rule(rule.id)

    def _choose(self, choice: ChoicePolicy) -> None:
        self.desk.apply("rule.choice", lambda rules: set_choice(rules, choice))

    # ------------------------------------------------------------ publishing and files

    def _publish(self) -> None:
        from app.ui.dialogs.publish_rules_dialog import PublishRulesDialog

        session, workspace = self.desk.session, self._workspace
        if session is None or workspace is None:
            return
        dialog = PublishRulesDialog(self._around, workspace, session, self)
        dialog.agreed.connect(self.desk.publish)
        dialog.open()

    def _after_publishing(self, policy: object) -> None:
        self.bench.refresh()
        self.published.emit(policy)

    def _write_file(self) -> None:
        ask_where_to_write(self, self.tr("Write rules to a file"), self._file(), self.desk.export)

    def _read_file(self) -> None:
        ask_what_to_read(self, self.tr("Read rules from a file"), self._file(), self.desk.bring)

    def _file(self) -> DraftFile:
        return DraftFile(self.tr("Rule files (*.toml)"), "rules.toml")

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        tell_refused(self._around, problems, self.window())
