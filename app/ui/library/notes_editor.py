"""Remarks about a customer as one text, stored when the field is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from app.quoting.customer_profile import ProfileField, profile_text, with_profile
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from app.quoting.customer import Customer
    from app.ui.presenting.speaker import Speaker

_HEIGHT = 130


class _Text(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NotesEditor(QWidget):
    """The remarks; ``edited(customer, label)`` fires when they were changed and left."""

    edited = Signal(object, str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        self._speaker = speaker
        self._customer: Customer | None = None
        title = speaker.words("customer_field.notes")
        self.text = _Text()
        self.text.setAccessibleName(title)
        self.text.setFixedHeight(_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.text.left.connect(self._take)
        self._fault = make_label("", "error")
        self._fault.hide()
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.LG)
        for part in (make_label(title, "strong"), self.text, self._fault):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_customer(self, customer: Customer, *, anew: bool) -> None:
        """Show the remarks about a customer; what is being typed stays unless all is new."""
        self._customer = customer
        text = profile_text(customer, ProfileField.NOTES)
        if text != self.text.toPlainText() and (anew or not self.text.hasFocus()):
            self.text.setPlainText(text)

    def _take(self) -> None:
        if self._customer is None:
            return
        try:
            customer = with_profile(self._customer, ProfileField.NOTES, self.text.toPlainText())
        except CellFault as fault:
            self._fault.setText(" ".join(self._speaker.finding(fault.code, fault.parameters)))
            self._fault.show()
            return
        self._fault.hide()
        if customer != self._customer:
            self._customer = customer
            self.edited.emit(customer, str(ProfileField.NOTES))
