"""Edits what is said of an offering of the draft: FABE, three and a half sentences, leaflets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.catalogue.leaflet_card import LeafletCard
from app.ui.presenting.catalogue_words import field_title
from app.ui.presenting.draft_fields import Faults, text_form, why_not
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.typed_form import TypedForm
from catalog.draft_fields import TEXT_FIELDS, set_offering_field

if TYPE_CHECKING:
    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.draft_desk import DraftDesk
    from catalog.offering import ProductOffering


class TextEditor(QWidget):
    """Two forms and the leaflets; ``edited(label, patch, key)`` asks for an edit."""

    edited = Signal(str, object, str)

    def __init__(
        self, surroundings: Surroundings, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        """Begin without an offering."""
        super().__init__(parent)
        self._speaker = speaker = surroundings.speaker
        self._offering: ProductOffering | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        self.forms: dict[str, TypedForm] = {}
        for owner in ("fabe", "pitch"):
            form = TypedForm(lambda name, text: why_not(speaker, TEXT_FIELDS[name], text))
            form.edited.connect(self._edit)
            card = Card(field_title(speaker, owner))
            card.body.addWidget(form)
            column.addWidget(card)
            self.forms[owner] = form
        self.leaflets = LeafletCard(surroundings, desk)
        column.addWidget(self.leaflets)

    def show_offering(self, draft: DraftSession, offering: ProductOffering) -> None:
        """Show an offering of the draft."""
        self._offering = offering
        faults = Faults(self._speaker, draft.problems)
        for owner, form in self.forms.items():
            form.set_fields(text_form(self._speaker, offering, owner, faults))
        self.leaflets.show_offering(offering, editing=True)

    def _edit(self, name: str, text: str) -> None:
        offering = self._offering
        if offering is not None:
            patch = set_offering_field(offering, TEXT_FIELDS[name], text)
            self.edited.emit("offering.field", patch, f"{offering.code}.{name}")
