"""Small dialogs about what an item costs in which months: reduced months, a yearly change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.typed import NotUnderstood, fault_text, read_percent
from app.ui.widgets.number_field import NumberField
from pricing.alterations.reduced_months import ReducedMonths

if TYPE_CHECKING:
    from decimal import Decimal

    from app.ui.presenting.speaker import Speaker

_WIDTH = 220


class ReducedDialog(FormDialog):
    """Asks for months and the percentage that is taken off them.

    Attributes:
        reduced: What was accepted; ``None`` for no reduction.
    """

    def __init__(
        self, present: ReducedMonths | None, term: int, speaker: Speaker, parent: QWidget
    ) -> None:
        """Show the present reduction; 0 percent takes it away."""
        super().__init__(self.tr("Reduced months"), self.tr("Apply"), parent)
        self._speaker = speaker
        self.reduced = present
        self.first, self.last = NumberField(), NumberField()
        for field, month in ((self.first, 1), (self.last, min(3, term))):
            field.setRange(1, max(term, 1))
            field.setValue(month)
        if present is not None:
            self.first.setValue(present.first)
            self.last.setValue(present.last)
        percent = present.percent if present is not None else 50
        self.percent = QLineEdit(f"{percent}")
        self.percent.setMinimumWidth(_WIDTH)
        self.add_field(self.tr("From month"), self.first)
        self.add_field(self.tr("To month, included"), self.last)
        self.add_field(self.tr("Percent off"), self.percent)
        self.first.setFocus()

    def accept(self) -> None:
        """Take the months, or say why they cannot be taken."""
        try:
            percent = read_percent(self.percent.text())
        except NotUnderstood as fault:
            self.show_problem(fault_text(self._speaker, fault))
            return
        first, last = self.first.value(), self.last.value()
        if last < first:
            self.show_problem(self.tr("The last month lies before the first"))
            return
        if percent == 100:
            self.show_problem(self.tr("Use free months for months that cost nothing"))
            return
        self.reduced = ReducedMonths(first, last, percent) if percent else None
        super().accept()


class RampDialog(FormDialog):
    """Asks by how much the price changes at the start of each further year.

    Attributes:
        chosen: Percent that was accepted; negative when the price falls, 0 for no change.
    """

    def __init__(self, present: Decimal, speaker: Speaker, parent: QWidget) -> None:
        """Show the present change."""
        super().__init__(self.tr("Yearly change"), self.tr("Apply"), parent)
        self._speaker = speaker
        self.chosen = present
        self.percent = QLineEdit(f"{present}")
        self.percent.setMinimumWidth(_WIDTH)
        self.percent.selectAll()
        self.add_field(self.tr("Percent a year, -5 to lower it"), self.percent)
        self.percent.setFocus()

    def accept(self) -> None:
        """Take the percentage, or say why it cannot be taken."""
        try:
            self.chosen = read_percent(self.percent.text(), least=-99)
        except NotUnderstood:
            self.show_problem(self.tr("Type a percentage from -99 to 100"))
            return
        super().accept()
