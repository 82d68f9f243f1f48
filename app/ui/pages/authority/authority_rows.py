"""AuthorityRows: one table of limits or people, typed or pasted into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QVBoxLayout

from app.quoting.authority.table_reading import set_source_rows
from app.quoting.authority.tables import RULES, source_rows, table_place
from app.ui.presenting.authority_tables import authority_table, unbound
from app.ui.presenting.wrong_cell import wrong_cell
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.checked_rows import CheckedRows
from app.ui.widgets.parts import make_icon_button, make_label
from app.ui.widgets.rows_edit import RowsEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.quoting.authority.source import AuthorityPatch, AuthoritySource
    from app.ui.presenting.row_table import RowTable
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.checked_rows import WrongCell
    from app.ui.widgets.rows_edit import Texts
    from catalog.local_text import Language
    from catalog.problem import Problem

_MOST_LINES, _ROW = 12, 30


class AuthorityRows(QFrame):
    """Shows a table; ``edited(patch)`` fires when all of its rows have a reading."""

    edited = Signal(object)

    def __init__(self, speaker: Speaker, table: str, parent: QWidget | None = None) -> None:
        """Begin without rows.

        Args:
            speaker: Texts and language.
            table: Which one, as in ``app.quoting.authority.tables``.
            parent: Parent widget.
        """
        super().__init__(parent)
        set_role(self, "card")
        self._speaker, self._table = speaker, table
        self._source: AuthoritySource | None = None
        self._shown: RowTable | None = None
        self._busy = self._read_only = False
        self._checked: CheckedRows | None = None
        self._title = make_label("", "strong")
        self._about = make_label("", "caption")
        self._about.setWordWrap(True)
        self.remove = make_icon_button("trash-2", self.tr("Remove rows"))
        self.remove.clicked.connect(self._remove)
        head = QHBoxLayout()
        head.setSpacing(Space.MD)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        head.addWidget(self.remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.MD, Space.SM, Space.MD, Space.MD)
        self._column.setSpacing(Space.SM)
        self._column.addLayout(head)

    @property
    def rows(self) -> RowsEdit:
        """The table itself, once anything is shown."""
        assert self._checked is not None  # noqa: S101 (for the type checker: see above)
        return self._checked.rows

    @property
    def wrong(self) -> WrongCell | None:
        """What of the rows as they stand has no reading."""
        return self._checked.wrong() if self._checked is not None else None

    @property
    def _language(self) -> Language:
        return self._speaker.figures.language

    def show_source(self, source: AuthoritySource, *, read_only: bool, anew: bool) -> None:
        """Show the rows.

        Args:
            source: Limits and people.
            read_only: Whether nothing can be typed.
            anew: Whether rows go that have no reading yet; what was just typed here stays.
        """
        self._source, self._read_only = source, read_only
        if self._busy or (self.wrong is not None and not anew):
            return
        self._have_table(authority_table(self._speaker, source, self._table))
        rows, shown = source_rows(source, self._table, self._language, self._unbound), self.rows
        if shown.rows() != rows:
            row, column = shown.currentRow(), shown.currentColumn()
            shown.set_rows(rows)
            shown.setCurrentCell(max(0, row), max(0, column))
        if self._checked is not None:
            self._checked.show_rows(shown.rows())
        self._fit()
        triggers = QAbstractItemView.EditTrigger
        shown.setEditTriggers(
            triggers.NoEditTriggers
            if read_only
            else triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
        )
        self.remove.setVisible(not read_only and self._table != RULES)

    @property
    def _unbound(self) -> str:
        return unbound(self._speaker)

    def _have_table(self, table: RowTable) -> None:
        """A table with these columns; another one where levels or people are others."""
        if table == self._shown:
            return
        self._shown = table
        self._title.setText(table.title)
        self._about.setText(table.about)
        if self._checked is not None:
            self._column.removeWidget(self._checked)
            self._checked.hide()
            self._checked.deleteLater()
        words = {at: column.words for at, column in enumerate(table.columns) if column.words}
        widths = {at: column.width for at, column in enumerate(table.columns)}
        titles = [one.title for one in table.columns]
        rows = RowsEdit(titles, table.title, words=words, widths=widths)
        if self._table == RULES:  # one row, and nothing to scroll to
            rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._checked = CheckedRows(rows, self._why_not)
        self._checked.edited.connect(self._edit)
        self._column.addWidget(self._checked)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Show the cell of the first finding that is about this table."""
        if self._source is None or self.wrong is not None:
            return
        places = (table_place(self._source, problem) for problem in problems)
        mine = (place for place in places if place.table == self._table and place.row >= 0)
        first = next(mine, None)
        self.rows.mark(*((first.row, first.column) if first is not None else (-1, -1)))

    def go_to(self, row: int, column: int) -> None:
        """Bring the keyboard to a cell."""
        self.rows.setFocus()
        self.rows.setCurrentCell(max(0, row), max(0, column))

    def _remove(self) -> None:
        self.rows.remove_rows()

    def _why_not(self, rows: Texts) -> WrongCell | None:
        titles = [one.title for one in self._shown.columns] if self._shown is not None else []
        return wrong_cell(self._speaker, lambda: self._read(rows), titles)

    def _read(self, rows: Texts) -> AuthorityPatch | None:
        if self._source is None:
            return None
        return set_source_rows(self._source, self._table, rows, self._language)

    def _edit(self, rows: Texts) -> None:
        if self._read_only and self._source is not None:  # pasted, or emptied with Del
            self.show_source(self._source, read_only=True, anew=True)
            return
        patch = self._read(rows)
        self._busy = True
        try:
            self.edited.emit(patch)
        finally:
            self._busy = False
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows are, up to some."""
        shown = self.rows
        lines = 1 if self._table == RULES else min(_MOST_LINES, shown.rowCount())
        shown.setFixedHeight(shown.horizontalHeader().sizeHint().height() + 6 + lines * _ROW)
