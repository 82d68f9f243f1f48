"""Prices that keep what is wanted, each with what binds it and a button that takes it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from app.ui.tokens import Space
from app.ui.widgets.figure_text import FigureValidator, figure_text
from app.ui.widgets.parts import make_button, make_label
from catalog.cell_text import CellFault, read_money
from pricing.bundle_solving import Goal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from app.ui.presenting.bundle_figures import SolvedRow

_FIELD: Final = 56
_ORDER: Final = (Goal.BAND, Goal.MARGIN, Goal.BOTH, Goal.SAVING)
_SAVING: Final = Decimal(15)
_LARGEST: Final = 99


class SolveList(QWidget):
    """Shows the goals.

    * ``taken(goal)``: the price of a goal is wanted. * ``wished()``: a percentage was typed.
    """

    taken = Signal(str)
    wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without prices."""
        super().__init__(parent)
        self.margin = self._field(self.tr("Least margin in percent"))
        self.saving = self._field(self.tr("Wanted saving in percent"))
        self.saving.setText(str(_SAVING))
        captions = {
            Goal.BAND: self.tr("Keeps the band"),
            Goal.MARGIN: self.tr("Keeps a margin of"),
            Goal.BOTH: self.tr("Keeps both"),
            Goal.SAVING: self.tr("Saves"),
        }
        self._values: dict[Goal, QLabel] = {}
        self._whys: dict[Goal, QLabel] = {}
        self.buttons: dict[Goal, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.SM)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        fields = {Goal.MARGIN: self.margin, Goal.SAVING: self.saving}
        for place, goal in enumerate(_ORDER):
            self._add(grid, 2 * place, goal, captions[goal], fields.get(goal))

    def _add(
        self, grid: QGridLayout, row: int, goal: Goal, caption: str, field: QLineEdit | None
    ) -> None:
        value, why = make_label("", "strong"), make_label("", "caption")
        take = make_button(self.tr("Take"), "cure")
        take.setAccessibleName(self.tr("Take the price: {goal}").format(goal=caption))
        take.clicked.connect(lambda _=False: self.taken.emit(goal.value))
        grid.addWidget(make_label(caption, "second"), row, 0)
        if field is not None:
            grid.addWidget(field, row, 1)
        grid.addWidget(value, row, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(take, row, 3)
        grid.addWidget(why, row + 1, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        why.hide()
        self._values[goal], self._whys[goal], self.buttons[goal] = value, why, take

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setValidator(FigureValidator(field))
        field.setFixedWidth(_FIELD)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setPlaceholderText("%")
        field.textEdited.connect(lambda _text: self.wished.emit())
        return field

    def wanted(self, goal: Goal) -> Decimal:
        """The percentage that is wished for a goal; nothing while it is not finished."""
        field = self.saving if goal is Goal.SAVING else self.margin
        try:
            return min(read_money(figure_text(field.text())), Decimal(_LARGEST))
        except CellFault:
            return Decimal(0)

    def show_solved(self, rows: dict[Goal, SolvedRow], *, editable: bool) -> None:
        """Show what each goal comes to."""
        for goal, row in rows.items():
            self._values[goal].setText(row.value or "–")
            self._whys[goal].setText(row.why)
            self._whys[goal].setVisible(bool(row.why))
            button = self.buttons[goal]
            button.setEnabled(editable and bool(row.value) and not row.is_taken)
            button.setVisible(editable and bool(row.value))
            button.setText(self.tr("Taken") if row.is_taken else self.tr("Take"))

    def value(self, goal: Goal) -> str:
        """What a goal comes to, as shown."""
        return self._values[goal].text()
