"""What the columns of a price list mean: proposed, looked at, corrected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
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

from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from catalog.layout.mapping import with_rules
from catalog.layout.split_prices import COST, SPLIT_FIELDS, priced_periods, split_field
from catalog.price_list_rows import ROW_FIELDS
from catalog.reading import REQUIRED_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.layout.survey import SurveyedTable
    from catalog.layout.words import HeadingWords

_SAMPLES = 6
_COLUMN_WIDTH = 132
_MOST_COLUMNS = 40
_LONGEST = 28
_PRICES_AFTER = ROW_FIELDS.index(COST) + 1
"""Where the list of fields has those of several prices in a row."""
_LOOKED_AT = 500
"""Rows in which empty cells are looked for."""


class ImportMapping(QWidget):
    """Shows each table of a file: its first rows, and above each column what it means.

    * ``changed()``: something was corrected.
    """

    changed = Signal()

    def __init__(self, speaker: Speaker, words: HeadingWords, *, in_force: bool) -> None:
        """Begin without tables.

        Args:
            speaker: Language of the window.
            words: Names of the fields.
            in_force: There is a catalogue that says what a short list does not.
        """
        super().__init__()
        self._words = words
        self._chinese = speaker.words.language == "zh"
        self._needed = () if in_force else REQUIRED_COLUMNS
        self._tables: list[SurveyedTable] = []
        self.combos: list[QComboBox] = []
        self.fills: dict[int, QCheckBox] = {}
        """By position of the column: an empty cell means the same as the one above."""
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Table"))
        self.which.currentIndexChanged.connect(lambda _index: self._show())
        self.read_it = QCheckBox(self.tr("Read this table"))
        self.read_it.toggled.connect(self._choose)
        self.skip_hidden = QCheckBox()
        self.skip_hidden.toggled.connect(self._skip_hidden)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(280)
        self._area.setAccessibleName(self.tr("First rows"))
        self._constants = QFormLayout()
        self._constants.setHorizontalSpacing(Space.LG)
        self._missing = make_label(self.tr("The same text in every row, for:"), "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self.which)
        column.addWidget(self.read_it)
        column.addWidget(self.skip_hidden)
        column.addWidget(self._area, 1)
        column.addWidget(self._missing)
        column.addLayout(self._constants)

    def set_tables(self, tables: Sequence[SurveyedTable]) -> None:
        """Show these tables, the first chosen one first."""
        self._tables = list(tables)
        self.which.blockSignals(True)
        self.which.clear()
        for one in tables:
            row = one.table.header_rows[0] if one.table.header_rows else 1
            sheet = one.table.sheet or one.table.file
            self.which.addItem(self.tr("{sheet}, row {row}").format(sheet=sheet, row=row))
        self.which.setVisible(len(tables) > 1)
        first = next((at for at, one in enumerate(tables) if one.chosen), 0)
        self.which.setCurrentIndex(first)
        self.which.blockSignals(False)
        self._show()

    def tables(self) -> tuple[SurveyedTable, ...]:
        """The tables as the user left them; what he has seen is no longer unsure."""
        return tuple(msgspec.structs.replace(one, unsure=()) for one in self._tables)

    def field_names(self) -> list[tuple[str, str]]:
        """Fields and what people call them."""
        known = self._words.words.field
        return [
            (name, (known[name].zh if self._chinese else known[name].en))
            for name in (*ROW_FIELDS[:_PRICES_AFTER], *SPLIT_FIELDS, *ROW_FIELDS[_PRICES_AFTER:])
            if name in known
        ]

    def _show(self) -> None:
        """Show the table that is chosen in the list."""
        at = self.which.currentIndex()
        if not 0 <= at < len(self._tables):
            return
        one = self._tables[at]
        self.read_it.blockSignals(True)
        self.read_it.setChecked(one.chosen)
        self.read_it.blockSignals(False)
        self.read_it.setVisible(len(self._tables) > 1)
        hidden = sum(row.hidden for row in one.table.rows)
        text = self.tr("Leave {count} hidden rows out")
        self.skip_hidden.blockSignals(True)
        self.skip_hidden.setText(text.format(count=hidden))
        self.skip_hidden.setChecked(one.mapping.leave_hidden)
        self.skip_hidden.blockSignals(False)
        self.skip_hidden.setVisible(bool(hidden))
        self._area.setWidget(self._grid(one))
        self._show_constants(one)

    def _grid(self, one: SurveyedTable) -> QWidget:
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        self.combos, self.fills = [], {}
        fields = {position: field for field, position in one.mapping.columns.items()}
        for position, column in enumerate(one.table.columns[:_MOST_COLUMNS]):
            combo = QComboBox()
            combo.setMinimumWidth(_COLUMN_WIDTH)
            combo.setAccessibleName(self.tr("Meaning of {column}").format(column=column.label))
            combo.addItem(self.tr("not read"), "")
            for field, name in self.field_names():
                combo.addItem(name, field)
            combo.setCurrentIndex(max(0, combo.findData(fields.get(position, ""))))
            combo.currentIndexChanged.connect(lambda _index: self._take())
            self.combos.append(combo)
            grid.addWidget(combo, 0, position)
            unsure = fields.get(position) in one.unsure
            heading = self.tr("{column} (please check)") if unsure else "{column}"
            grid.addWidget(
                make_label(heading.format(column=_short(column.label)), "strong"), 1, position
            )
            values = one.table.values(position)
            if fields.get(position) in one.mapping.fill_down or _has_gaps(values[:_LOOKED_AT]):
                self.fills[position] = self._fill_box(position, column.label)
                grid.addWidget(self.fills[position], 2, position)
            for row, text in enumerate(values[:_SAMPLES], 3):
                grid.addWidget(make_label(_short(text), "body"), row, position)
        grid.setRowStretch(_SAMPLES + 3, 1)
        self._show_fills(one)
        holder = QWidget()
        holder.setLayout(grid)
        return holder

    def _fill_box(self, position: int, label: str) -> QCheckBox:
        box = QCheckBox(self.tr("empty: as above"))
        box.setToolTip(self.tr("An empty cell means the same as the cell above it."))
        box.setAccessibleName(f"{label} {box.text()}")
        box.toggled.connect(lambda on: self._fill_down(position, on=on))
        return box

    def _show_fills(self, one: SurveyedTable) -> None:
        """A column that is not read has nothing to fill."""
        for position, box in self.fills.items():
            field = self.combos[position].currentData()
            box.setEnabled(bool(field))
            box.blockSignals(True)
            box.setChecked(field in one.mapping.fill_down)
            box.blockSignals(False)

    def _fill_down(self, position: int, *, on: bool) -> None:
        field = self.combos[position].currentData()
        at = self.which.currentIndex()
        one = self._tables[at]
        kept = tuple(name for name in one.mapping.fill_down if name != field)
        mapping = msgspec.structs.replace(one.mapping, fill_down=(*kept, field) if on else kept)
        self._tables[at] = msgspec.structs.replace(one, mapping=mapping)
        self.changed.emit()

    def _skip_hidden(self, skipped: bool) -> None:
        at = self.which.currentIndex()
        one = self._tables[at]
        mapping = msgspec.structs.replace(one.mapping, leave_hidden=skipped)
        self._tables[at] = msgspec.structs.replace(one, mapping=mapping)
        self.changed.emit()

    def _show_constants(self, one: SurveyedTable) -> None:
        while self._constants.rowCount():
            self._constants.removeRow(0)
        names = dict(self.field_names())
        mapping = one.mapping
        costs = [split_field(COST, period) for period in priced_periods(mapping.columns)]
        # A short list has no other needs: what it says nothing of stays. A second price is new.
        needed = [*costs, *(name for name in self._needed if name != COST or not costs)]
        open_fields = [
            field
            for field in needed
            if field not in {"code", *mapping.columns, *mapping.rules}
            and (field in mapping.constants or not mapping.fills(field))
        ]
        for field in open_fields:
            edit = QLineEdit(mapping.constants.get(field, ""))
            edit.setAccessibleName(names[field])
            edit.editingFinished.connect(
                lambda field=field, edit=edit: self._set_constant(field, edit.text())
            )
            self._constants.addRow(make_label(names[field], "second"), edit)
        self._missing.setVisible(bool(open_fields))

    def _take(self) -> None:
        """Take what the user chose above the columns; a field has the column named last."""
        columns: dict[str, int] = {}
        sender = self.sender()
        for position, combo in enumerate(self.combos):
            field = combo.currentData()
            if field and (field not in columns or combo is sender):
                columns[field] = position
        at = self.which.currentIndex()
        one = self._tables[at]
        filled = tuple(field for field in one.mapping.fill_down if field in columns)
        mapping = msgspec.structs.replace(one.mapping, columns=columns, rules={}, fill_down=filled)
        self._tables[at] = msgspec.structs.replace(one, mapping=with_rules(mapping, one.table))
        self._show_constants(self._tables[at])
        for position, combo in enumerate(self.combos):
            field = combo.currentData()
            if field and columns.get(field) != position:
                combo.blockSignals(True)
                combo.setCurrentIndex(0)
                combo.blockSignals(False)
        self._show_fills(self._tables[at])
        self.changed.emit()

    def _set_constant(self, field: str, text: str) -> None:
        at = self.which.currentIndex()
        one = self._tables[at]
        constants = {name: old for name, old in one.mapping.constants.items() if name != field}
        if text.strip():
            constants[field] = self._words.value(field, text.strip())
        mapping = msgspec.structs.replace(one.mapping, constants=constants)
        self._tables[at] = msgspec.structs.replace(one, mapping=mapping)
        self.changed.emit()

    def _choose(self, chosen: bool) -> None:
        at = self.which.currentIndex()
        self._tables[at] = msgspec.structs.replace(self._tables[at], chosen=chosen)
        self.changed.emit()


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _has_gaps(values: Sequence[str]) -> bool:
    """Whether a cell is empty below one that is not, as merged cells and short hands leave it."""
    stripped = [bool(text.strip()) for text in values]
    return True in stripped and False in stripped[stripped.index(True) :]
