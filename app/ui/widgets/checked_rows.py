"""CheckedRows: rows that are typed or pasted, with what is wrong of them under the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from app.ui.widgets.rows_edit import RowsEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.widgets.rows_edit import Texts


class WrongCell(NamedTuple):
    """What is wrong with rows, and where.

    Attributes:
        text: For people.
        row: Its row, from 0; -1 when it is none alone.
        column: Its column, from 0; -1 for the row as a whole.
    """

    text: str
    row: int = -1
    column: int = -1


class CheckedRows(QWidget):
    """Shows a table; ``edited(rows)`` fires when all of them have a reading."""

    edited = Signal(tuple)

    def __init__(
        self,
        rows: RowsEdit,
        check: Callable[[Texts], WrongCell | None],
        parent: QWidget | None = None,
    ) -> None:
        """Check what is typed into a table.

        Args:
            rows: The table.
            check: What is wrong with rows, with empty ones in their places.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.rows = rows
        self._check = check
        rows.edited.connect(self._look)
        rows.typing.connect(self._look_at)
        self.fault = make_label("", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(rows)
        column.addWidget(self.fault)

    def show_rows(self, rows: Sequence[Sequence[str]], fault: str = "") -> None:
        """Show rows; what is being typed stays."""
        typed = self.rows.rows()
        busy = self.rows.hasFocus() or self.rows.state() == RowsEdit.State.EditingState
        if typed != tuple(map(tuple, rows)) and not busy:
            self.rows.set_rows(rows)
        self._tell(WrongCell(fault) if fault else None)

    def wrong(self) -> WrongCell | None:
        """What is wrong with the rows as they stand."""
        return self._check(self.rows.every_row())

    def _look(self) -> None:
        wrong = self.wrong()
        self._tell(wrong)
        if wrong is None:
            self.edited.emit(self.rows.rows())

    def _look_at(self, row: int, column: int, text: str) -> None:
        self._tell(self._check(self.rows.rows_with(row, column, text)))

    def _tell(self, wrong: WrongCell | None) -> None:
        self.fault.setText(wrong.text if wrong is not None else "")
        self.fault.setVisible(wrong is not None)
        self.rows.mark(*((wrong.row, wrong.column) if wrong is not None else (-1, -1)))
