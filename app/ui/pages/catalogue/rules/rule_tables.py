"""RuleTable: a small table of a rule, typed or pasted into, with its reason under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.presenting.rule_form import column_titles, table_title, why_no_rows
from app.ui.tokens import Space
from app.ui.widgets.checked_rows import CheckedRows
from app.ui.widgets.parts import make_label
from app.ui.widgets.rows_edit import RowsEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.checked_rows import WrongCell
    from app.ui.widgets.rows_edit import Texts
    from pricing.rule import PriceRule

_LINES = {"tiers": 4, "steps": 3, "values": 3, "conditions": 2}


class RuleTable(QWidget):
    """Shows rows; ``edited(table, rows)`` fires when all of them have a reading."""

    edited = Signal(str, tuple)

    def __init__(self, speaker: Speaker, table: str, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._speaker, self._table = speaker, table
        self._rule: PriceRule | None = None
        title = table_title(speaker, table)
        self.rows = RowsEdit(column_titles(speaker, table), title, lines=_LINES[table])
        self._checked = CheckedRows(self.rows, self._why_not)
        self._checked.edited.connect(lambda rows: self.edited.emit(table, rows))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(make_label(title, "second"))
        column.addWidget(self._checked)

    def show_rows(self, rule: PriceRule, rows: Sequence[Sequence[str]], fault: str) -> None:
        """Show the rows of a rule; what was typed stays while it says the same."""
        if self._rule is None or self._rule.id != rule.id:
            self.rows.set_rows(rows)
        self._rule = rule
        self._checked.show_rows(rows, fault)

    def _why_not(self, rows: Texts) -> WrongCell | None:
        rule = self._rule
        return why_no_rows(self._speaker, rule, self._table, rows) if rule is not None else None
