"""ColumnsStep: a table of a file as it is, and above each column what it means, to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QScrollArea, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton

SAMPLES = 6
"""First rows that are shown."""
MOST_COLUMNS = 60
"""As many are shown; those after them stay as they were taken."""
_COLUMN_WIDTH = 140
_LONGEST = 28
_AREA = (760, 300)


class ShownColumn(NamedTuple):
    """A column of the table in sight.

    Attributes:
        label: Its heading.
        meaning: What it is taken for, one of the meanings offered.
        samples: What its first rows say.
        unsure: The user is asked to look at it.
        asked: A question about this column, which stands below its heading.
    """

    label: str
    meaning: str
    samples: Sequence[str]
    unsure: bool = False
    asked: QWidget | None = None


class ColumnsStep(QWidget):
    """Shows one of the tables; whoever derives from it says what a table and a meaning are.

    Attributes:
        which: The table in sight; hidden where there is one only.
        read_it: Whether that table is read.
        combos: Meaning of each column.
        area: Where the first rows are.
    """

    def __init__(self) -> None:
        """Begin without tables, and with nothing laid out."""
        super().__init__()
        self.combos: list[QComboBox] = []
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Table"))
        self.which.currentIndexChanged.connect(lambda _index: self.show_table())
        self.read_it = QCheckBox(self.tr("Read this table"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setMinimumSize(*_AREA)
        self.area.setAccessibleName(self.tr("First rows"))

    def list_tables(self, names: Sequence[tuple[str, int]], first: int) -> None:
        """Offer tables by name and row of their heading, and show one of them."""
        with QSignalBlocker(self.which):
            self.which.clear()
            for name, row in names:
                self.which.addItem(self.tr("{sheet}, row {row}").format(sheet=name, row=row))
            self.which.setCurrentIndex(first)
        self.which.setVisible(len(names) > 1)
        self.show_table()

    def show_table(self) -> None:
        """Show the table that is chosen in the list."""
        raise NotImplementedError

    def take_meaning(self, position: int) -> None:
        """Take what was chosen above a column."""
        raise NotImplementedError

    def show_columns(
        self, meanings: Sequence[tuple[str, str]], columns: Sequence[ShownColumn], unread: str = ""
    ) -> None:
        """Show the columns of the table in sight.

        Args:
            meanings: What a column may mean, and what people call it.
            columns: In their order; the first sixty are shown.
            unread: The meaning of a column that is not read.
        """
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        self.combos = []
        asks = any(column.asked is not None for column in columns)
        for position, column in enumerate(columns[:MOST_COLUMNS]):
            combo = self._combo(position, column, ((unread, self.tr("not read")), *meanings))
            self.combos.append(combo)
            heading = self.tr("{column} (please check)") if column.unsure else "{column}"
            title = make_label(heading.format(column=_short(column.label)), "strong")
            samples = [make_label(_short(text), "body") for text in column.samples[:SAMPLES]]
            asked = (column.asked or QWidget(),) if asks else ()
            for row, part in enumerate((combo, title, *asked, *samples)):
                grid.addWidget(part, row, position)
        grid.setRowStretch(SAMPLES + 3, 1)
        holder = QWidget()
        holder.setLayout(grid)
        self.area.setWidget(holder)

    def _combo(
        self, position: int, column: ShownColumn, meanings: Sequence[tuple[str, str]]
    ) -> QComboBox:
        combo = QComboBox()
        combo.setMinimumWidth(_COLUMN_WIDTH)
        combo.setAccessibleName(self.tr("Meaning of {column}").format(column=column.label))
        for meaning, name in meanings:
            combo.addItem(name, meaning)
        combo.setCurrentIndex(max(0, combo.findData(column.meaning)))
        combo.currentIndexChanged.connect(lambda _index: self.take_meaning(position))
        return combo

    def leave_unread(self, position: int) -> None:
        """Show that a column is not read, as another one has its meaning now."""
        with QSignalBlocker(self.combos[position]):
            self.combos[position].setCurrentIndex(0)


def tick(box: QAbstractButton, on: bool) -> None:
    """Show what a box stands at; nobody is told, since nobody said anything."""
    with QSignalBlocker(box):
        box.setChecked(on)


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
