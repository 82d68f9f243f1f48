"""What one does with the rules of the list: add, duplicate, remove, earlier, later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_icon_button
from catalog.local_text import LocalText
from pricing.rule import PriceRule
from pricing.rule_draft import add_rule, duplicate_rule, move_rule, remove_rules
from pricing.rule_kinds import KINDS

if TYPE_CHECKING:
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.rules.rule_desk import RuleDesk
    from app.ui.widgets.data_table import DataTable


class RuleTools(QWidget):
    """Buttons over the list, and its keys; ``made(id)`` names a rule to show."""

    made = Signal(str)

    def __init__(
        self,
        surroundings: Surroundings,
        desk: RuleDesk,
        table: DataTable,
        parent: QWidget | None = None,
    ) -> None:
        """Work on a list."""
        super().__init__(parent)
        self._around, self._desk, self._table = surroundings, desk, table
        self.new = make_button(self.tr("Add rule"), "quiet", icon="plus")
        self.new.setToolTip(f"{self.tr('Add rule')} (Ctrl+I)")
        self.new.clicked.connect(self.add)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.SM, 0, Space.SM, 0)
        row.setSpacing(Space.XXS)
        row.addWidget(self.new)
        row.addStretch()
        named = (
            ("copy", self.tr("Duplicate rule"), "Ctrl+D", self.duplicate),
            ("arrow-up", self.tr("Apply earlier"), "Ctrl+Up", lambda: self.move_rule(earlier=True)),
            (
                "arrow-down",
                self.tr("Apply later"),
                "Ctrl+Down",
                lambda: self.move_rule(earlier=False),
            ),
            ("trash-2", self.tr("Remove rule"), "Del", self.remove),
        )
        self.buttons = {}
        for icon, text, keys, deed in named:
            button = make_icon_button(icon, text)
            button.setToolTip(f"{text} ({keys})")
            button.clicked.connect(deed)
            row.addWidget(button)
            self.buttons[icon] = button
            if keys != "Del":
                self._on(keys, deed)
        self._on("Ctrl+I", self.add)
        table.remove_requested.connect(lambda _keys: self.remove())

    def _on(self, keys: str, deed: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)

    def allow(self, *, chosen: bool) -> None:
        """Say whether a rule is chosen."""
        for button in self.buttons.values():
            button.setEnabled(chosen)

    def add(self) -> None:
        """Add a promotion that takes 5 % off everything, to be made narrower."""
        name = LocalText("新促销", "New promotion")
        rule = PriceRule("P-NEW", name, KINDS["percent_off"], promotion=True)
        self._make("rule.add", rule)

    def _make(self, label: str, rule: PriceRule) -> None:
        known = self._ids()
        if self._desk.apply(label, lambda rules: add_rule(rules, rule)):
            self._show_new(known)

    def duplicate(self) -> None:
        """Copy the chosen rule."""
        key, known = self._table.current_key(), self._ids()
        if self._desk.apply("rule.duplicate", lambda rules: duplicate_rule(rules, key)):
            self._show_new(known)

    def remove(self) -> None:
        """Take the chosen rule out; undo brings it back."""
        key = self._table.current_key()
        self._desk.apply("rule.remove", lambda rules: remove_rules(rules, (key,)))

    def move_rule(self, *, earlier: bool) -> None:
        """Let the chosen rule come before or behind its neighbour."""
        key = self._table.current_key()
        self._desk.apply("rule.move", lambda rules: move_rule(rules, key, earlier=earlier))

    def _ids(self) -> frozenset[str]:
        session = self._desk.session
        return frozenset(one.id for one in session.content.rules) if session else frozenset()

    def _show_new(self, known: frozenset[str]) -> None:
        for rule_id in self._ids() - known:
            self.made.emit(rule_id)
