"""RuleForm: one rule in fields, made from its structure, checked at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.pages.catalogue.rules.rule_scope import CAPTION, RuleScope
from app.ui.pages.catalogue.rules.rule_tables import RuleTable
from app.ui.presenting.rule_form import (
    deed_fields,
    name_fields,
    rule_faults_by_field,
    standing_fields,
    when_fields,
    why_no_field,
)
from app.ui.presenting.rule_words import rule_sentence
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_label
from app.ui.widgets.typed_form import TypedForm
from pricing.rule_fields import set_rule_field
from pricing.rule_rows import TABLES, rule_rows, set_rule_rows, tables_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.rule import PriceRule

_LATER = frozenset(("id",))
"""Fields that are taken when one leaves them: half an identifier names another rule."""


class RuleForm(QWidget):
    """Shows a rule; ``edited(rule, field)`` fires with the rule as it would be."""

    edited = Signal(object, str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a rule."""
        super().__init__(parent)
        self._speaker = speaker
        self._rule: PriceRule | None = None
        self._catalog: ProductCatalog | None = None
        self.sentence = make_label("", "body")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.names, self.when, self.deed, self.standing = (self._form() for _ in range(4))
        self.scope = RuleScope(speaker)
        self.scope.edited.connect(self._edit)
        self.tables = {name: RuleTable(speaker, name) for name in TABLES}
        for table in self.tables.values():
            table.edited.connect(self._edit_rows)
        self._build()

    def _form(self) -> TypedForm:
        speaker = self._speaker
        form = TypedForm(
            lambda name, text: why_no_field(speaker, name, text),
            live=lambda name: name not in _LATER,
            captions=CAPTION,
        )
        form.edited.connect(self._edit)
        return form

    def _build(self) -> None:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.MD)
        said = Card(self.tr("What it does"))
        said.body.addWidget(self.sentence)
        cards = (
            (self.tr("What it takes off"), (self.deed, self._table("tiers"))),
            (self.tr("What it touches"), (self.scope.what,)),
            (self.tr("When it holds"), (self.when, self.scope.whom, self.tables["conditions"])),
            (self.tr("Beside other rules"), (self.standing,)),
            (self.tr("Name"), (self.names,)),
        )
        column.addWidget(said)
        for title, parts in cards:
            card = Card(title)
            for part in parts:
                card.body.addWidget(part)
            column.addWidget(card)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Rule"))
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def _table(self, _name: str) -> QWidget:
        """The tables of the kinds, of which one at most is shown."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scope.others)
        for name in ("tiers", "steps", "values"):
            column.addWidget(self.tables[name])
        return whole

    # ------------------------------------------------------------ showing

    def set_catalog(self, catalog: ProductCatalog) -> None:
        """Pick from a catalogue."""
        self._catalog = catalog
        self.scope.set_catalog(catalog)

    def show_rule(self, rule: PriceRule, problems: Sequence[Problem]) -> None:
        """Show a rule with what is wrong with it."""
        speaker = self._speaker
        self._rule = rule
        faults = rule_faults_by_field(speaker, problems)
        self.sentence.setText(rule_sentence(speaker, self._catalog, rule))
        self.names.set_fields(name_fields(speaker, rule, faults))
        self.when.set_fields(when_fields(speaker, rule, faults))
        self.deed.set_fields(deed_fields(speaker, rule, faults))
        self.standing.set_fields(standing_fields(speaker, rule, faults))
        self.scope.show_rule(rule)
        shown = tables_of(rule)
        for name, table in self.tables.items():
            table.setVisible(name in shown)
            if name in shown:
                table.show_rows(rule, rule_rows(rule, name), faults.get(name, ""))

    # ------------------------------------------------------------ editing

    def _edit(self, name: str, text: str) -> None:
        if self._rule is not None:
            self.edited.emit(set_rule_field(self._rule, name, text), name)

    def _edit_rows(self, table: str, rows: Sequence[Sequence[str]]) -> None:
        if self._rule is not None:
            self.edited.emit(set_rule_rows(self._rule, table, rows), table)
