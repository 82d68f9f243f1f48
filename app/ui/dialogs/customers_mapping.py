"""What the columns of tables of customers mean: proposed, looked at, corrected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout

from app.quoting.customer_sheets import SheetName
from app.quoting.customer_tables import CUSTOMERS, fields_of, fingerprint, title_key
from app.ui.dialogs.columns_step import SAMPLES, ColumnsStep, ShownColumn, tick
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.customer_tables import CustomerLayout
    from app.services.customer_exchange import OpenedTable
    from app.ui.presenting.speaker import Speaker


class CustomersMapping(ColumnsStep):
    """Shows each table: its first rows, and above each column what it means.

    A correction counts for every table of the same layout.

    Attributes:
        kind: What its rows are: customers, or one of their lists.
        segment: Segment of new customers of whom the table says none.
    """

    def __init__(self, speaker: Speaker) -> None:
        """Begin without tables."""
        super().__init__()
        self._words = speaker.words
        self._tables: list[OpenedTable] = []
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
        column.addWidget(self.area, 1)
        column.addWidget(self.missing)

    def set_tables(self, tables: Sequence[OpenedTable]) -> None:
        """Show these tables, the first that is not clear first."""
        self._tables = list(tables)
        names = [
            (
                " / ".join(filter(None, (one.grid.file, one.grid.sheet))),
                one.grid.rows[one.layout.head].number,
            )
            for one in tables
        ]
        unclear = (at for at, one in enumerate(tables) if one.layout.missing or one.layout.aside)
        self.list_tables(names, next(unclear, 0))

    def tables(self) -> tuple[OpenedTable, ...]:
        """The tables as the user left them."""
        return tuple(self._tables)

    def show_table(self) -> None:
        """Show the table that is chosen in the list."""
        at = self.which.currentIndex()
        if not 0 <= at < len(self._tables):
            return
        one = self._tables[at]
        layout = one.layout
        tick(self.read_it, layout.chosen)
        self.kind.setCurrentIndex(self.kind.findData(str(layout.kind)))
        self.segment.setText(layout.segment)
        self.segment.setEnabled(layout.kind == CUSTOMERS)
        below = one.grid.rows[layout.head + 1 : layout.head + 1 + SAMPLES]
        pairs = zip(layout.labels, layout.fields, strict=False)
        self.show_columns(
            [(str(field), self._name(layout.kind, field)) for field in fields_of(layout.kind)],
            [
                ShownColumn(label, str(meaning), [row.cell(number) for row in below])
                for number, (label, meaning) in enumerate(pairs, start=1)
            ],
        )
        self._tell(layout)

    def _tell(self, layout: CustomerLayout) -> None:
        names = ", ".join(self._name(layout.kind, field) for field in layout.missing)
        text = self.tr("Say which column is: {columns}").format(columns=names)
        wanted = layout.chosen or len(self._tables) == 1
        self.missing.setText(text if names and wanted else "")
        self.missing.setVisible(bool(self.missing.text()))

    def _name(self, kind: str, field: str) -> str:
        return self._words(f"customer_field.{title_key(kind, field)}")

    def take_meaning(self, position: int) -> None:
        """Take what was chosen above a column; only one column has a meaning."""
        chosen = self.combos[position].currentData()
        for other, combo in enumerate(self.combos):
            if other != position and chosen and combo.currentData() == chosen:
                self.leave_unread(other)
        own = self._tables[self.which.currentIndex()].layout.fields
        fields = tuple(str(combo.currentData()) for combo in self.combos)
        self._change(fields=(*fields, *own[len(fields) :]), chosen=True)
        tick(self.read_it, on=True)

    def _take_kind(self) -> None:
        """Rows that are something else have other columns; what has the same name stays."""
        kind = str(self.kind.currentData())
        layout = self._tables[self.which.currentIndex()].layout
        known = set(map(str, fields_of(kind)))
        fields = tuple(field if field in known else "" for field in layout.fields)
        self._change(kind=kind, fields=fields, chosen=True)
        self.show_table()

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
