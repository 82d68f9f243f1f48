"""Asks for what is taken off the whole quote, and shows what it would lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.quote_discount import (
    margin_refused_text,
    prospect_text,
    quote_discount_text,
    read_margin,
    read_quote_discount,
)
from app.ui.presenting.typed import NotUnderstood, fault_text
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from app.quoting.seeking import Prospect
    from app.ui.presenting.speaker import Speaker
    from pricing.quote_wide import QuoteDiscount


_WIDTH = 320


class Seeking(NamedTuple):
    """How the dialog finds out what a discount leads to; nothing of it is stored.

    Attributes:
        trial: What the quote comes to with a discount.
        for_margin: The largest discount that keeps a margin in percent; ``None`` without one.
        without_tax: Whether an amount is without VAT, because every list price of the quote is.
    """

    trial: Callable[[QuoteDiscount | None], Prospect]
    for_margin: Callable[[Decimal], QuoteDiscount | None]
    without_tax: bool = False


class DiscountDialog(FormDialog):
    """A discount as typed, or the largest that keeps a margin; spread down to the floors.

    Attributes:
        discount: What was accepted; ``None`` takes nothing off.
    """

    def __init__(self, present: str, speaker: Speaker, seeking: Seeking, parent: QWidget) -> None:
        """Show the present discount as it would be typed."""
        super().__init__(self.tr("Discount on the whole quote"), self.tr("Apply"), parent)
        self._speaker = speaker
        self._seeking = seeking
        self.discount: QuoteDiscount | None = None
        self.field = QLineEdit(present)
        self.field.setMinimumWidth(_WIDTH)
        self.field.selectAll()
        off, off_without = (
            self.tr("Off the monthly charges"),
            self.tr("Off the monthly charges, without VAT"),
        )
        self.add_field(off_without if seeking.without_tax else off, self.field)
        hint = self.tr("5% takes five percent off, -100 takes 100 yuan, =8000 brings it to 8,000")
        self.form.addRow(make_label("", "second"), self._wrapped(hint))
        if seeking.without_tax:
            basis = self.tr("The list prices of this quote are without VAT, and so are amounts")
            self.form.addRow(make_label("", "second"), self._wrapped(basis))
        self.margin = QLineEdit()
        self.margin.setPlaceholderText(self.tr("such as 35%"))
        self.add_field(self.tr("Keep at least a margin of"), self.margin)
        hint = self.tr("Finds the largest discount that keeps it; internal")
        self.form.addRow(make_label("", "second"), self._wrapped(hint))
        self.prospect = make_label("", "second")
        self.prospect.setWordWrap(True)
        self.prospect.setAccessibleName(self.tr("What it leads to"))
        self.body.addWidget(self.prospect)
        self.field.textEdited.connect(self._typed)
        self.margin.textEdited.connect(self._seek)
        self._typed(present)
        self.field.setFocus()

    def _wrapped(self, text: str) -> QWidget:
        label = make_label(text, "caption")
        label.setWordWrap(True)
        label.setFixedWidth(_WIDTH)
        label.setMinimumHeight(label.heightForWidth(_WIDTH))
        return label

    def _typed(self, text: str) -> None:
        """Show what the typed discount leads to, or why it is none."""
        try:
            discount = read_quote_discount(text)
        except NotUnderstood as fault:
            self._show(fault_text(self._speaker, fault), "")
            return
        prospect = self._seeking.trial(discount)
        self._show("", prospect_text(self._speaker, prospect))

    def _seek(self, text: str) -> None:
        """Fill in the largest discount that keeps the margin."""
        try:
            percent = read_margin(text)
        except NotUnderstood as fault:
            self._show(fault_text(self._speaker, fault), "")
            return
        if percent is None:
            self._typed(self.field.text())
            return
        found = self._seeking.for_margin(percent)
        if found is None:
            now = self._seeking.trial(None)
            self._show(margin_refused_text(self._speaker, now), "")
            return
        self.field.setText(quote_discount_text(self._speaker.figures, found))
        self._typed(self.field.text())

    def _show(self, problem: str, result: str) -> None:
        self.show_problem(problem)
        self.prospect.setText(result)
        self.prospect.setVisible(bool(result))
        self.adjustSize()

    def accept(self) -> None:
        """Take what was typed, or say why it cannot be taken."""
        try:
            self.discount = read_quote_discount(self.field.text())
        except NotUnderstood as fault:
            self.show_problem(fault_text(self._speaker, fault))
            return
        super().accept()
