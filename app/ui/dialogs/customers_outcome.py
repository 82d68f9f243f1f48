"""What an import of customers would change, fact by fact, and every finding with its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.quoting.customer_sheets import SheetName
from app.ui.presenting.places import place_columns, place_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from app.services.customer_exchange import CustomerPlan
    from app.ui.presenting.speaker import Speaker

_TABLE = (900, 320)


class CustomersOutcome(QWidget):
    """Counts, the list of changes, and the list of findings."""

    def __init__(self, speaker: Speaker) -> None:
        """Begin without a plan."""
        super().__init__()
        self._speaker = speaker
        self.summary = make_label("", "strong")
        self.summary.setWordWrap(True)
        columns = (
            ColumnSpec("customer", self.tr("Customer"), 0, "left"),
            ColumnSpec("what", self.tr("What"), 130, "left"),
            ColumnSpec("was", self.tr("Is"), 220, "left"),
            ColumnSpec("becomes", self.tr("Becomes"), 260, "left"),
        )
        self.changes = DataTable(columns, self.tr("Changes"), compact=True)
        self.findings = DataTable(place_columns(speaker), self.tr("Findings"))
        self.tabs = QTabWidget()
        self.tabs.setMinimumSize(*_TABLE)
        self.tabs.addTab(self.changes, self.tr("Changes"))
        self.tabs.addTab(self.findings, self.tr("Findings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self.summary)
        column.addWidget(self.tabs, 1)

    def show_plan(self, plan: CustomerPlan) -> None:
        """Show what would happen; a blocked import shows its findings first."""
        text = self.tr("{added} new customers, {changed} changed, {same} as they are")
        changed = len(plan.customers) - plan.added
        told = text.format(added=plan.added, changed=changed, same=plan.same)
        if plan.blocked:
            told += self.tr("; nothing can be imported before the findings are mended")
        self.summary.setText(told)
        self.changes.set_rows(self._rows(plan))
        self.findings.set_rows(place_rows(self._speaker, plan.problems))
        count = self.tr("Findings ({count})").format(count=len(plan.problems))
        self.tabs.setTabText(1, count if plan.problems else self.tr("Findings"))
        self.tabs.setCurrentWidget(self.findings if plan.blocked else self.changes)

    def _rows(self, plan: CustomerPlan) -> tuple[TableRow, ...]:
        words, new, lists = self._speaker.words, self.tr("new"), set(SheetName)
        rows: list[TableRow] = []
        for one in plan.changes:
            for change in one.changes:
                kind = "sheet" if change.field in lists else "field"
                rows.append(
                    TableRow(
                        str(len(rows)),
                        one.name,
                        badge=new if one.added else "",
                        cells=(
                            Cell(words(f"customer_{kind}.{change.field}")),
                            Cell(change.before, tone="muted"),
                            Cell(change.after),
                        ),
                    )
                )
        return tuple(rows)
