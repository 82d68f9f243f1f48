"""What the columns of a price list mean: proposed, looked at, corrected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout

from app.ui.dialogs.columns_step import MOST_COLUMNS, ColumnsStep, ShownColumn, tick
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

_PRICES_AFTER = ROW_FIELDS.index(COST) + 1
"""Where the list of fields has those of several prices in a row."""
_LOOKED_AT = 500
"""Rows in which empty cells are looked for."""


class ImportMapping(ColumnsStep):
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
        self.fills: dict[int, QCheckBox] = {}
        """By position of the column: an empty cell means the same as the one above."""
        self.read_it.toggled.connect(self._choose)
        self.skip_hidden = QCheckBox()
        self.skip_hidden.toggled.connect(self._skip_hidden)
        self._constants = QFormLayout()
        self._constants.setHorizontalSpacing(Space.LG)
        self._missing = make_label(self.tr("The same text in every row, for:"), "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self.which)
        column.addWidget(self.read_it)
        column.addWidget(self.skip_hidden)
        column.addWidget(self.area, 1)
        column.addWidget(self._missing)
        column.addLayout(self._constants)

    def set_tables(self, tables: Sequence[SurveyedTable]) -> None:
        """Show these tables, the first chosen one first."""
        self._tables = list(tables)
        names = [
            (
                one.table.sheet or one.table.file,
                one.table.header_rows[0] if one.table.header_rows else 1,
            )
            for one in tables
        ]
        first = next((at for at, one in enumerate(tables) if one.chosen), 0)
        self.list_tables(names, first)

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

    def show_table(self) -> None:
        """Show the table that is chosen in the list."""
        at = self.which.currentIndex()
        if not 0 <= at < len(self._tables):
            return
        one = self._tables[at]
        tick(self.read_it, one.chosen)
        self.read_it.setVisible(len(self._tables) > 1)
        hidden = sum(row.hidden for row in one.table.rows)
        self.skip_hidden.setText(self.tr("Leave {count} hidden rows out").format(count=hidden))
        tick(self.skip_hidden, one.mapping.leave_hidden)
        self.skip_hidden.setVisible(bool(hidden))
        self.fills = {}
        fields = {position: field for field, position in one.mapping.columns.items()}
        self.show_columns(
            self.field_names(),
            [
                self._column(one, position, fields.get(position, ""))
                for position in range(len(one.table.columns[:MOST_COLUMNS]))
            ],
        )
        self._show_fills(one)
        self._show_constants(one)

    def _column(self, one: SurveyedTable, position: int, field: str) -> ShownColumn:
        label, values = one.table.columns[position].label, one.table.values(position)
        if field in one.mapping.fill_down or _has_gaps(values[:_LOOKED_AT]):
            self.fills[position] = self._fill_box(position, label)
        unsure = field in one.unsure
        return ShownColumn(label, field, values, unsure=unsure, asked=self.fills.get(position))

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
            tick(box, field in one.mapping.fill_down)

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

    def take_meaning(self, position: int) -> None:
        """Take what was chosen above a column; a field has the column named last."""
        chosen = self.combos[position].currentData()
        for other, combo in enumerate(self.combos):
            if other != position and chosen and combo.currentData() == chosen:
                self.leave_unread(other)
        columns = {
            combo.currentData(): other
            for other, combo in enumerate(self.combos)
            if combo.currentData()
        }
        at = self.which.currentIndex()
        one = self._tables[at]
        filled = tuple(field for field in one.mapping.fill_down if field in columns)
        mapping = msgspec.structs.replace(one.mapping, columns=columns, rules={}, fill_down=filled)
        self._tables[at] = msgspec.structs.replace(one, mapping=with_rules(mapping, one.table))
        self._show_constants(self._tables[at])
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


def _has_gaps(values: Sequence[str]) -> bool:
    """Whether a cell is empty below one that is not, as merged cells and short hands leave it."""
    stripped = [bool(text.strip()) for text in values]
    return True in stripped and False in stripped[stripped.index(True) :]
