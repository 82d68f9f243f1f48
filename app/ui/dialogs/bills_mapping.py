"""What the columns of bills mean: proposed, looked at, corrected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

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

_SAMPLES = 6
_MOST_COLUMNS = 60
_COLUMN_WIDTH = 140
_LONGEST = 28


class BillsMapping(QWidget):
    """Shows each table: its first rows, and above each column what it means.

    A correction counts for every table of the same layout.
    """

    def __init__(self, speaker: Speaker) -> None:
        """Begin without tables."""
        super().__init__()
        self._names = column_names(speaker)
        self._tables: list[SurveyedBills] = []
        self.combos: list[QComboBox] = []
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Table"))
        self.which.currentIndexChanged.connect(lambda _index: self._show())
        self.read_it = QCheckBox(self.tr("Read this table"))
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
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setMinimumSize(760, 300)
        self._area.setAccessibleName(self.tr("First rows"))
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
        column.addWidget(self._area, 1)
        column.addLayout(facts)
        for box in (self.fill_down, self.leave_hidden):
            column.addWidget(box)

    def set_tables(self, tables: Sequence[SurveyedBills]) -> None:
        """Show these tables, the first chosen one first."""
        self._tables = list(tables)
        self.which.blockSignals(True)
        self.which.clear()
        for one in tables:
            row = min(one.table.header_rows, default=1)
            name = " / ".join(part for part in (one.table.file, one.table.sheet) if part)
            self.which.addItem(self.tr("{sheet}, row {row}").format(sheet=name, row=row))
        self.which.setVisible(len(tables) > 1)
        first = next((at for at, one in enumerate(tables) if one.chosen), 0)
        self.which.setCurrentIndex(first)
        self.which.blockSignals(False)
        self._show()

    def tables(self) -> tuple[SurveyedBills, ...]:
        """The tables as the user left them."""
        return tuple(self._tables)

    def set_kinds(self, kinds: dict[str, str]) -> None:
        """Say which sort of spend charges are, in every table."""
        for at, one in enumerate(self._tables):
            mapping = msgspec.structs.replace(one.mapping, kinds=one.mapping.kinds | kinds)
            self._tables[at] = msgspec.structs.replace(one, mapping=mapping)

    def _show(self) -> None:
        at = self.which.currentIndex()
        if not 0 <= at < len(self._tables):
            return
        one = self._tables[at]
        for box, on in (
            (self.read_it, one.chosen),
            (self.fill_down, one.mapping.fill_down),
            (self.leave_hidden, one.mapping.leave_hidden),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self.leave_hidden.setVisible(any(row.hidden for row in one.table.rows))
        self.month.setText(one.mapping.month or one.context.month)
        self.unit.blockSignals(True)
        self.unit.set_current(one.mapping.unit)
        self.unit.blockSignals(False)
        self._area.setWidget(self._grid(one))

    def _grid(self, one: SurveyedBills) -> QWidget:
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        self.combos = []
        meanings = zip(one.table.columns[:_MOST_COLUMNS], one.mapping.columns, strict=False)
        for position, (column, meaning) in enumerate(meanings):
            combo = QComboBox()
            combo.setMinimumWidth(_COLUMN_WIDTH)
            combo.setAccessibleName(self.tr("Meaning of {column}").format(column=column.label))
            combo.addItem(self.tr("not read"), BillColumn.ASIDE.value)
            for known, name in self._names:
                combo.addItem(name, known.value)
            combo.setCurrentIndex(combo.findData(meaning.value))
            combo.currentIndexChanged.connect(lambda _index, at=position: self._take(at))
            self.combos.append(combo)
            grid.addWidget(combo, 0, position)
            unsure = position in one.unsure
            heading = self.tr("{column} (please check)") if unsure else "{column}"
            title = make_label(heading.format(column=_short(column.label)), "strong")
            grid.addWidget(title, 1, position)
            for row, text in enumerate(one.table.values(position)[:_SAMPLES], 2):
                grid.addWidget(make_label(_short(text), "body"), row, position)
        grid.setRowStretch(_SAMPLES + 2, 1)
        holder = QWidget()
        holder.setLayout(grid)
        return holder

    def _take(self, changed: int) -> None:
        """Take what was chosen above the columns; some meanings only one column has."""
        chosen = BillColumn(self.combos[changed].currentData())
        for position, combo in enumerate(self.combos):
            same = BillColumn(combo.currentData()) is chosen
            if position != changed and same and chosen in SINGLE:
                combo.blockSignals(True)
                combo.setCurrentIndex(0)
                combo.blockSignals(False)
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


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
