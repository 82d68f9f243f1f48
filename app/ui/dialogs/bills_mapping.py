"""What the columns of bills mean: proposed, looked at, corrected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout

from app.ui.dialogs.columns_step import MOST_COLUMNS, ColumnsStep, ShownColumn, tick
from app.ui.presenting.bill_plan import column_names
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from app.ui.widgets.segmented import Segmented
from pricing.bill_reading.bill_mapping import SINGLE, BillColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from pricing.bill_reading.bill_mapping import BillMapping
    from pricing.bill_reading.bill_survey import SurveyedBills


class BillsMapping(ColumnsStep):
    """Shows each table: its first rows, and above each column what it means.

    A correction counts for every table of the same layout.
    """

    def __init__(self, speaker: Speaker) -> None:
        """Begin without tables."""
        super().__init__()
        self._names = column_names(speaker)
        self._tables: list[SurveyedBills] = []
        self.read_it.toggled.connect(self._choose)
        self.fill_down = QCheckBox(self.tr("No number: the same as above"))
        self.fill_down.toggled.connect(lambda on: self._change(fill_down=on))
        self.leave_hidden = QCheckBox(self.tr("Leave hidden rows out"))
        self.leave_hidden.toggled.connect(lambda on: self._change(leave_hidden=on))
        self.month = QLineEdit()
        self.month.setPlaceholderText("2026-08")
        self.month.editingFinished.connect(self._set_month)
        units = (("yuan", self.tr("yuan")), ("jiao", self.tr("jiao")), ("fen", self.tr("fen")))
        self.unit = Segmented(units, "yuan", self.tr("Amounts in"))
        self.unit.chosen.connect(lambda unit: self._change(unit=unit))
        facts = QFormLayout()
        facts.setHorizontalSpacing(Space.LG)
        for caption, field in (
            (self.tr("Month, where no column tells it"), self.month),
            (self.tr("Amounts in"), self.unit),
        ):
            field.setAccessibleName(caption)
            facts.addRow(make_label(caption, "second"), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        for widget in (self.which, self.read_it):
            column.addWidget(widget)
        column.addWidget(self.area, 1)
        column.addLayout(facts)
        for box in (self.fill_down, self.leave_hidden):
            column.addWidget(box)

    def set_tables(self, tables: Sequence[SurveyedBills]) -> None:
        """Show these tables, the first chosen one first."""
        self._tables = list(tables)
        names = [
            (
                " / ".join(part for part in (one.table.file, one.table.sheet) if part),
                min(one.table.header_rows, default=1),
            )
            for one in tables
        ]
        first = next((at for at, one in enumerate(tables) if one.chosen), 0)
        self.list_tables(names, first)

    def tables(self) -> tuple[SurveyedBills, ...]:
        """The tables as the user left them."""
        return tuple(self._tables)

    def set_kinds(self, kinds: dict[str, str]) -> None:
        """Say which sort of spend charges are, in every table."""
        for at, one in enumerate(self._tables):
            mapping = msgspec.structs.replace(one.mapping, kinds=one.mapping.kinds | kinds)
            self._tables[at] = msgspec.structs.replace(one, mapping=mapping)

    def show_table(self) -> None:
        """Show the table that is chosen in the list."""
        at = self.which.currentIndex()
        if not 0 <= at < len(self._tables):
            return
        one = self._tables[at]
        tick(self.read_it, one.chosen)
        tick(self.fill_down, one.mapping.fill_down)
        tick(self.leave_hidden, one.mapping.leave_hidden)
        self.leave_hidden.setVisible(any(row.hidden for row in one.table.rows))
        self.month.setText(one.mapping.month or one.context.month)
        with QSignalBlocker(self.unit):
            self.unit.set_current(one.mapping.unit)
        columns = zip(one.table.columns[:MOST_COLUMNS], one.mapping.columns, strict=False)
        self.show_columns(
            [(known.value, name) for known, name in self._names],
            [
                ShownColumn(
                    column.label, meaning.value, one.table.values(at), unsure=at in one.unsure
                )
                for at, (column, meaning) in enumerate(columns)
            ],
            unread=BillColumn.ASIDE.value,
        )

    def take_meaning(self, position: int) -> None:
        """Take what was chosen above a column; some meanings only one column has."""
        chosen = BillColumn(self.combos[position].currentData())
        for other, combo in enumerate(self.combos):
            same = BillColumn(combo.currentData()) is chosen
            if other != position and same and chosen in SINGLE:
                self.leave_unread(other)
        own = self._tables[self.which.currentIndex()].mapping.columns
        columns = tuple(BillColumn(combo.currentData()) for combo in self.combos)
        self._change(columns=(*columns, *own[len(columns) :]), unsure=())

    def _change(self, *, unsure: tuple[int, ...] | None = None, **changes: object) -> None:
        """Change the mapping of the table in sight, and of every other one of its layout."""
        fingerprint = self._tables[self.which.currentIndex()].fingerprint
        for at, one in enumerate(self._tables):
            if one.fingerprint == fingerprint:
                mapping: BillMapping = msgspec.structs.replace(one.mapping, **changes)
                kept = one.unsure if unsure is None else unsure
                self._tables[at] = msgspec.structs.replace(one, mapping=mapping, unsure=kept)

    def _set_month(self) -> None:
        """The month is of this table alone; what the table says itself need not be repeated."""
        at = self.which.currentIndex()
        one = self._tables[at]
        text = self.month.text().strip()
        month = "" if text == one.context.month else text
        mapping = msgspec.structs.replace(one.mapping, month=month)
        self._tables[at] = msgspec.structs.replace(one, mapping=mapping)

    def _choose(self, chosen: bool) -> None:
        at = self.which.currentIndex()
        self._tables[at] = msgspec.structs.replace(self._tables[at], chosen=chosen)
