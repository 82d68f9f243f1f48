"""One table of the market: typed or pasted; what has a reading is handed on at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.quoting.market.tables import COLUMNS, MarketTable, market_rows, read_market
from app.quoting.market.values import Market
from app.services.customer_words import cell_words
from app.services.market_exchange import market_titles
from app.ui.dialogs.customer_table import sheet_table
from app.ui.tokens import Space
from app.ui.widgets.checked_rows import CheckedRows, WrongCell
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows_edit import Texts

_LINES = 11


class MarketEditor(QWidget):
    """Edits a table; ``edited(table, before, after)`` fires when all rows have a reading."""

    edited = Signal(str, object, object)

    def __init__(self, speaker: Speaker, table: MarketTable) -> None:
        """Begin without rows."""
        super().__init__()
        self._speaker = speaker
        self._table = table
        self._words = cell_words(speaker.words)
        self._market = Market()
        titles = market_titles(speaker.words, table)
        name = speaker.words(f"market_table.{table}.name")
        self.rows = sheet_table(speaker, COLUMNS[table], titles, name, _LINES)
        self.checked = CheckedRows(self.rows, self._wrong)
        self.checked.edited.connect(self._take)
        self.paste = make_button(self.tr("Paste rows"), "quiet", icon="clipboard-paste")
        self.paste.setToolTip(self.tr("Rows copied from a spreadsheet, with or without headings"))
        self.remove = make_button(self.tr("Remove rows"), "quiet", icon="trash-2")
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self.rows.remove_rows)
        about = make_label(speaker.words(f"market_table.{table}.about"), "second")
        about.setWordWrap(True)
        tools = QHBoxLayout()
        tools.setSpacing(Space.XS)
        tools.addStretch()
        for button in (self.paste, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addWidget(about)
        column.addWidget(self.checked)
        column.addLayout(tools)
        column.addStretch()

    def show_market(self, market: Market, *, anew: bool) -> None:
        """Show the table as it is now.

        Args:
            market: Every table.
            anew: Also where the keyboard is: an edit was taken back, or a file was read.
        """
        same = getattr(market, self._table) == getattr(self._market, self._table)
        self._market = market
        if anew or not same:
            rows = market_rows(market, self._table, self._words)
            if self.rows.rows() != rows:
                self.rows.set_rows(rows)
            self.checked.show_rows(self.rows.rows())

    def begin(self) -> None:
        """Bring the keyboard to the first cell."""
        self.rows.setFocus()
        self.rows.setCurrentCell(0, 0)

    def _wrong(self, rows: Texts) -> WrongCell | None:
        _, wrong = read_market(self._market, self._table, rows, self._words)
        if not wrong:
            return None
        names = [column.name for column in COLUMNS[self._table]]
        text = " ".join(self._speaker.finding(wrong[0].code, wrong[0].parameters))
        return WrongCell(text, wrong[0].row, names.index(wrong[0].column))

    def _take(self, rows: Texts) -> None:
        after, wrong = read_market(self._market, self._table, rows, self._words)
        if not wrong and after != self._market:
            before, self._market = self._market, after
            self.edited.emit(self._table, before, after)

    def _paste(self) -> None:
        if not self.rows.hasFocus():
            self.rows.setCurrentCell(self.rows.rowCount() - 1, 0)
        self.rows.paste(QGuiApplication.clipboard().text())
        self.rows.setFocus()
