"""What an import of bills would do: accounts, totals, findings, and what is left to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.bill_plan import BillChoices
from app.ui.presenting.bill_plan import account_text, plan_summary, total_columns, total_rows
from app.ui.presenting.places import place_columns, place_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented
from pricing.bill_reading.bill_collecting import Twice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.bill_plan import BillPlan
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem

_TABLE = (760, 280)
_NUMBER = Qt.ItemDataRole.UserRole


class BillsOutcome(QWidget):
    """Shows a plan; ``changed()`` fires when something was said that the plan does not know."""

    changed = Signal()

    def __init__(self, speaker: Speaker, kinds: Mapping[str, str]) -> None:
        """Begin without a plan.

        Args:
            speaker: Language of the window.
            kinds: Sorts of spend: what people call them, by code.
        """
        super().__init__()
        self._speaker = speaker
        self._kind_names = kinds
        self._problems: Sequence[Problem] = ()
        self.kinds: dict[str, QComboBox] = {}
        self.summary = make_label("", "strong")
        self.summary.setWordWrap(True)
        self.accounts = QListWidget()
        self.accounts.setAccessibleName(self.tr("Accounts"))
        self.accounts.itemChanged.connect(lambda _item: self.changed.emit())
        self.totals = DataTable(total_columns(speaker), self.tr("Totals"))
        self.findings = DataTable(place_columns(speaker), self.tr("Findings"))
        self._charges = QFormLayout()
        charges = QWidget()
        charges.setLayout(self._charges)
        self.tabs = QTabWidget()
        self.tabs.setMinimumSize(*_TABLE)
        for widget, title in (
            (self.accounts, self.tr("Accounts")),
            (self.totals, self.tr("Totals")),
            (self.findings, self.tr("Findings")),
            (charges, self.tr("Unknown charges")),
        ):
            self.tabs.addTab(widget, title)
        self.reason = QLineEdit()
        self.reason.textEdited.connect(lambda _text: self.changed.emit())
        self.skip = self._box(self.tr("Import without the rejected rows"))
        self.absent = self._box(self.tr("No bill in a month: the number was not in use"))
        self.replace = self._box(self.tr("Replace the stored bills"))
        self.twice = Segmented(
            (
                (Twice.REFUSE.value, self.tr("refuse")),
                (Twice.ADD.value, self.tr("add up")),
                (Twice.LAST.value, self.tr("the last one")),
            ),
            Twice.REFUSE.value,
            self.tr("A charge that comes twice"),
        )
        self.twice.chosen.connect(lambda _twice: self.changed.emit())
        self.copy = make_button(self.tr("Copy findings"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self._lay_out()

    def _box(self, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.toggled.connect(lambda _on: self.changed.emit())
        return box

    def _lay_out(self) -> None:
        said = QFormLayout()
        said.setHorizontalSpacing(Space.LG)
        for caption, field in (
            (self.tr("Why other names belong to the customer"), self.reason),
            (self.tr("A charge that comes twice"), self.twice),
        ):
            field.setAccessibleName(caption)
            said.addRow(make_label(caption, "second"), field)
        below = QHBoxLayout()
        boxes = QVBoxLayout()
        for box in (self.skip, self.absent, self.replace):
            boxes.addWidget(box)
        below.addLayout(boxes)
        below.addStretch()
        below.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self.summary)
        column.addWidget(self.tabs, 1)
        column.addLayout(said)
        column.addLayout(below)

    def choices(self) -> BillChoices:
        """What was said."""
        items = [self.accounts.item(row) for row in range(self.accounts.count())]
        return BillChoices(
            reason=self.reason.text().strip(),
            left_out=frozenset(
                str(item.data(_NUMBER))
                for item in items
                if item.checkState() is Qt.CheckState.Unchecked
            ),
            twice=Twice(self.twice.current),
            absent_is_zero=self.absent.isChecked(),
            replace_stored=self.replace.isChecked(),
            skip_rejected=self.skip.isChecked(),
        )

    def said_kinds(self) -> dict[str, str]:
        """Sorts of spend of unknown charges, as far as somebody has said them."""
        return {
            name: str(combo.currentData())
            for name, combo in self.kinds.items()
            if combo.currentData()
        }

    def show_plan(self, plan: BillPlan) -> None:
        """Show what would happen; a blocked import shows its findings first."""
        self.summary.setText(plan_summary(self._speaker, plan))
        self._show_accounts(plan)
        self._show_unknown(plan.unknown)
        self.totals.set_rows(total_rows(self._speaker, plan))
        self._problems = sorted(plan.problems, key=lambda problem: not problem.blocks)
        self.findings.set_rows(place_rows(self._speaker, self._problems))
        counted = ((self.totals, len(plan.wrong_totals)), (self.findings, len(plan.problems)))
        titles = (self.tr("Totals ({count} differ)"), self.tr("Findings ({count})"))
        for (table, count), title in zip(counted, titles, strict=True):
            self.tabs.setTabText(self.tabs.indexOf(table), title.format(count=count))
        self.copy.setEnabled(bool(plan.problems))
        self.tabs.setCurrentWidget(self.findings if plan.errors else self.accounts)

    def _show_accounts(self, plan: BillPlan) -> None:
        """Accounts of the plan, ticked; those left out stay in the list, without a tick."""
        left_out = {
            str(item.data(_NUMBER)): item.text()
            for row in range(self.accounts.count())
            if (item := self.accounts.item(row)).checkState() is Qt.CheckState.Unchecked
        }
        shown = {one.number: account_text(self._speaker, one) for one in plan.accounts}
        self.accounts.blockSignals(True)
        self.accounts.clear()
        for number, text in (shown | left_out).items():
            item = QListWidgetItem(text)
            item.setData(_NUMBER, number)
            on = number not in left_out
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.accounts.addItem(item)
        self.accounts.blockSignals(False)

    def _show_unknown(self, unknown: Sequence[str]) -> None:
        said = self.said_kinds()
        while self._charges.rowCount():
            self._charges.removeRow(0)
        self.kinds = {}
        for name in dict.fromkeys((*said, *unknown)):
            combo = QComboBox()
            combo.setAccessibleName(name)
            combo.addItem(self.tr("keep its own name"), "")
            for code, text in self._kind_names.items():
                combo.addItem(text, code)
            combo.setCurrentIndex(max(0, combo.findData(said.get(name, ""))))
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self._charges.addRow(make_label(name, "body"), combo)
            self.kinds[name] = combo
        self.tabs.setTabVisible(self.tabs.count() - 1, bool(self.kinds))

    def _copy(self) -> None:
        """Put the findings on the clipboard, one a line, cells between tabs."""
        lines = []
        for problem in self._problems:
            text, cure = self._speaker.finding(problem.code, problem.parameters)
            where = problem.where
            place = (where.file, where.sheet, str(where.row or ""), where.column or where.subject)
            lines.append("\t".join((*place, problem.severity.value, text, cure)))
        QGuiApplication.clipboard().setText("\n".join(lines))
