"""RuleTable: a small table of a rule, typed or pasted into, with its reason under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.dialogs.rows_edit import RowsEdit
from app.ui.presenting.rule_form import column_titles, table_title, why_no_rows
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
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
        self.rows.edited.connect(self._check)
        self._fault = make_label("", "error")
        self._fault.setWordWrap(True)
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(make_label(title, "second"))
        column.addWidget(self.rows)
        column.addWidget(self._fault)

    def show_rows(self, rule: PriceRule, rows: Sequence[Sequence[str]], fault: str) -> None:
        """Show the rows of a rule; what was typed stays while it says the same."""
        other = self._rule is None or self._rule.id != rule.id
        self._rule = rule
        typed = tuple(tuple(row) for row in self.rows.rows())
        if other or (typed != tuple(rows) and not self.rows.hasFocus() and not self._typing()):
            self.rows.set_rows(rows)
        self._tell(fault)

    def _typing(self) -> bool:
        return self.rows.state() == RowsEdit.State.EditingState

    def _check(self) -> None:
        if self._rule is None:
            return
        rows = self.rows.rows()
        why = why_no_rows(self._speaker, self._rule, self._table, rows)
        self._tell(why)
        if not why:
            self.edited.emit(self._table, rows)

    def _tell(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
