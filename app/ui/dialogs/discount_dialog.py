"""Asks for what is taken off the whole quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.quote_discount import read_quote_discount
from app.ui.presenting.typed import NotUnderstood, fault_text
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from pricing.quote_wide import QuoteDiscount


class DiscountDialog(FormDialog):
    """One field; the discount is spread over the monthly charges down to their floors.

    Attributes:
        discount: What was accepted; ``None`` takes nothing off.
    """

    def __init__(self, present: str, speaker: Speaker, parent: QWidget) -> None:
        """Show the present discount as it would be typed."""
        super().__init__(self.tr("Discount on the whole quote"), self.tr("Apply"), parent)
        self._speaker = speaker
        self.discount: QuoteDiscount | None = None
        self.field = QLineEdit(present)
        self.field.setMinimumWidth(220)
        self.field.selectAll()
        self.add_field(self.tr("Off the monthly charges"), self.field)
        hint = make_label(
            self.tr("5% takes five percent off, -100 takes 100 yuan, =8000 brings it to 8,000"),
            "caption",
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.field.setFocus()

    def accept(self) -> None:
        """Take what was typed, or say why it cannot be taken."""
        try:
            self.discount = read_quote_discount(self.field.text())
        except NotUnderstood as fault:
            self.show_problem(fault_text(self._speaker, fault))
            return
        super().accept()
