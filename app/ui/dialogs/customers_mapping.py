"""What the columns of tables of customers mean: proposed, looked at, corrected by hand."""

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

from app.quoting.customer_sheets import SheetName
from app.quoting.customer_tables import CUSTOMERS, fields_of, fingerprint, title_key
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.customer_tables import CustomerLayout
    from app.services.customer_exchange import OpenedTable
    from app.ui.presenting.speaker import Speaker

_SAMPLES = 6
_MOST_COLUMNS = 60
_COLUMN_WIDTH = 140
_LONGEST = 28


class CustomersMapping(QWidget):
    """Shows each table: its first rows, and above each column what it means.

    A correction counts for every table of the same layout.

    Attributes:
        which: The table in sight.
        kind: What its rows are: customers, or one of their lists.
        combos: Meaning of each column.
        segment: Segment of new customers of whom the table says none.
    """

    def __init__(self, speaker: Speaker) -> None:
        """Begin without tables."""
        super().__init__()
        self._words = speaker.words
        self._tables: list[OpenedTable] = []
        self.combos: list[QComboBox] = []
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Table"))
        self.which.currentIndexChanged.connect(lambda _index: self._show())
        self.read_it = QCheckBox(self.tr("Read this table"))
        self.read_it.toggled.connect(lambda on: self._change(chosen=on))
        self.kind = QComboBox()
        for name in (CUSTOMERS, *SheetName):
            self.kind.addItem(self._words(f"customer_sheet.{name}"), str(name))
        self.kind.activated.connect(lambda _index: self._take_kind())
        self.segment = QLineEdit()
        self.segment.setPlaceholderText("SMB")
        self.segment.editingFinished.connect(
            lambda: self._change(segment=self.segment.text().strip())
        )
        self.missing = make_label("", "error")
        self.missing.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setMinimumSize(760, 300)
        self._area.setAccessibleName(self.tr("First rows"))
        facts = QFormLayout()
        facts.setHorizontalSpacing(Space.LG)
        for caption, field in (
            (self.tr("Each row is one of"), self.kind),
            (self.tr("Segment of new customers, where no column tells it"), self.segment),
        ):
            field.setAccessibleName(caption)
            facts.addRow(make_label(caption, "second"), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self.which)
        column.addWidget(self.read_it)
        column.addLayout(facts)
        column.addWidget(self._area, 1)
        column.addWidget(self.missing)

    def set_tables(self, tables: Sequence[OpenedTable]) -> None:
        """Show these tables, the first that is not clear first."""
        self._tables = list(tables)
        self.which.blockSignals(True)
        self.which.clear()
        for one in tables:
            name = " / ".join(filter(None, (one.grid.file, one.grid.sheet)))
            row = one.grid.rows[one.layout.head].number
            self.which.addItem(self.tr("{sheet}, row {row}").format(sheet=name, row=row))
        self.which.setVisible(len(tables) > 1)
        unclear = (at for at, one in enumerate(tables) if one.layout.missing or one.layout.aside)
        self.which.setCurrentIndex(next(unclear, 0))
        self.which.blockSignals(False)
        self._show()

    def tables(self) -> tuple[OpenedTable, ...]:
        """The tables as the user left them."""
        return tuple(self._tables)

    def _show(self) -> None:
        at = self.which.currentIndex()
        if not 0 <= at < len(self._tables):
            return
        layout = self._tables[at].layout
        self.read_it.blockSignals(True)
        self.read_it.setChecked(layout.chosen)
        self.read_it.blockSignals(False)
        self.kind.setCurrentIndex(self.kind.findData(str(layout.kind)))
        self.segment.setText(layout.segment)
        self.segment.setEnabled(layout.kind == CUSTOMERS)
        self._area.setWidget(self._grid(self._tables[at]))
        self._tell(layout)

    def _tell(self, layout: CustomerLayout) -> None:
        names = ", ".join(self._name(layout.kind, field) for field in layout.missing)
        text = self.tr("Say which column is: {columns}").format(columns=names)
        wanted = layout.chosen or len(self._tables) == 1
        self.missing.setText(text if names and wanted else "")
        self.missing.setVisible(bool(self.missing.text()))

    def _name(self, kind: str, field: str) -> str:
        return self._words(f"customer_field.{title_key(kind, field)}")

    def _grid(self, one: OpenedTable) -> QWidget:
        grid, layout = QGridLayout(), one.layout
        grid.setSpacing(Space.XS)
        self.combos = []
        below = one.grid.rows[layout.head + 1 : layout.head + 1 + _SAMPLES]
        pairs = zip(layout.labels[:_MOST_COLUMNS], layout.fields, strict=False)
        for position, (label, meaning) in enumerate(pairs):
            combo = QComboBox()
            combo.setMinimumWidth(_COLUMN_WIDTH)
            combo.setAccessibleName(self.tr("Meaning of {column}").format(column=label))
            combo.addItem(self.tr("not read"), "")
            for field in fields_of(layout.kind):
                combo.addItem(self._name(layout.kind, field), str(field))
            combo.setCurrentIndex(max(0, combo.findData(str(meaning))))
            combo.activated.connect(lambda _index, at=position: self._take(at))
            self.combos.append(combo)
            grid.addWidget(combo, 0, position)
            grid.addWidget(make_label(_short(label), "strong"), 1, position)
            for row, cells in enumerate(below, 2):
                grid.addWidget(make_label(_short(cells.cell(position + 1)), "body"), row, position)
        grid.setRowStretch(_SAMPLES + 2, 1)
        holder = QWidget()
        holder.setLayout(grid)
        return holder

    def _take(self, changed: int) -> None:
        """Take what was chosen above the columns; only one column has a meaning."""
        chosen = self.combos[changed].currentData()
        for position, combo in enumerate(self.combos):
            if position != changed and chosen and combo.currentData() == chosen:
                combo.setCurrentIndex(0)
        own = self._tables[self.which.currentIndex()].layout.fields
        fields = tuple(str(combo.currentData()) for combo in self.combos)
        self._change(fields=(*fields, *own[len(fields) :]), chosen=True)
        self.read_it.blockSignals(True)
        self.read_it.setChecked(True)
        self.read_it.blockSignals(False)

    def _take_kind(self) -> None:
        """Rows that are something else have other columns; what has the same name stays."""
        kind = str(self.kind.currentData())
        layout = self._tables[self.which.currentIndex()].layout
        known = set(map(str, fields_of(kind)))
        fields = tuple(field if field in known else "" for field in layout.fields)
        self._change(kind=kind, fields=fields, chosen=True)
        self._show()

    def _change(self, **changes: object) -> None:
        """Change the layout of the table in sight, and of every other one that is the same."""
        shown = fingerprint(self._tables[self.which.currentIndex()].layout.labels)
        for at, one in enumerate(self._tables):
            if fingerprint(one.layout.labels) == shown and (
                one.layout.labels == self._tables[self.which.currentIndex()].layout.labels
            ):
                layout = msgspec.structs.replace(one.layout, **changes)
                self._tables[at] = msgspec.structs.replace(one, layout=layout)
        self._tell(self._tables[self.which.currentIndex()].layout)


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
