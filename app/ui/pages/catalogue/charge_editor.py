"""Edits the chosen charge of a draft and its offering, field by field, checked while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.catalogue.table_editor import TableEditor
from app.ui.presenting.draft_fields import Faults, charge_form, offering_form, why_not
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.typed_form import TypedForm
from catalog.draft_fields import (
    CHARGE_FIELDS,
    OFFERING_FIELDS,
    set_charge_field,
    set_offering_field,
)

if TYPE_CHECKING:
    from app.ui.draft_session import DraftSession
    from app.ui.presenting.speaker import Speaker
    from catalog.charge import Charge
    from catalog.offering import ProductOffering


class ChargeEditor(QWidget):
    """Two forms and two tables; ``edited(label, patch, key)`` asks for an edit."""

    edited = Signal(str, object, str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a charge."""
        super().__init__(parent)
        self._speaker = speaker
        self._offering: ProductOffering | None = None
        self._charge: Charge | None = None
        self.charge_form = TypedForm(lambda name, text: why_not(speaker, CHARGE_FIELDS[name], text))
        self.offering_form = TypedForm(
            lambda name, text: why_not(speaker, OFFERING_FIELDS[name], text)
        )
        self.charge_form.edited.connect(self._edit_charge)
        self.offering_form.edited.connect(self._edit_offering)
        self._charge_card = Card(self.tr("Charge"))
        self._charge_card.body.addWidget(self.charge_form)
        self._offering_card = Card(self.tr("Offering"))
        self._offering_card.body.addWidget(self.offering_form)
        self.tables = TableEditor(speaker, self)
        self.tables.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self._charge_card)
        column.addWidget(self.tables.records)
        column.addWidget(self._offering_card)
        column.addWidget(self.tables.characteristics)

    def show_charge(self, draft: DraftSession, offering: ProductOffering, charge: Charge) -> None:
        """Show a charge of the draft with its offering."""
        self._offering, self._charge = offering, charge
        faults = Faults(self._speaker, draft.problems)
        taxes = draft.content.tax_classes
        self._charge_card.set_title(f"{self.tr('Charge')} {charge.code}")
        self._offering_card.set_title(f"{self.tr('Offering')} {offering.code}")
        self.charge_form.set_fields(charge_form(self._speaker, charge, taxes, faults))
        self.offering_form.set_fields(offering_form(self._speaker, offering, faults))
        self.tables.show_charge(draft.catalog, offering, charge)

    def _edit_charge(self, name: str, text: str) -> None:
        offering, charge = self._offering, self._charge
        if offering is not None and charge is not None:
            patch = set_charge_field(offering, charge, CHARGE_FIELDS[name], text)
            self.edited.emit("charge.field", patch, f"{charge.code}.{name}")

    def _edit_offering(self, name: str, text: str) -> None:
        offering = self._offering
        if offering is not None:
            patch = set_offering_field(offering, OFFERING_FIELDS[name], text)
            self.edited.emit("offering.field", patch, f"{offering.code}.{name}")
