"""Edits what an offering of the draft has to do with others: each is found by typing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.finding import Finder
from app.ui.presenting.catalogue_words import field_title
from app.ui.presenting.search import hits_of
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.code_picker import CodePicker
from app.ui.widgets.parts import make_label
from catalog.draft_fields import OFFERING_FIELDS, set_offering_field

if TYPE_CHECKING:
    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from app.ui.widgets.search_hits import SearchHit
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from catalog.search import Found

RELATIONS = ("requires", "excludes", "migrates_to")


class RelationEditor(QWidget):
    """A picker for each relation; ``edited(label, patch, key)`` asks for an edit."""

    edited = Signal(str, object, str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without an offering."""
        super().__init__(parent)
        self._speaker = speaker = surroundings.speaker
        self._catalog: ProductCatalog | None = None
        self._offering: ProductOffering | None = None
        self._asking = ""
        self._finder = Finder(surroundings.indexes, surroundings.tasks, self)
        self._finder.answered.connect(self._show_found)
        self.pickers: dict[str, CodePicker] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        notes = {
            "requires": self.tr("A customer needs any one of these."),
            "excludes": self.tr("None of these may stand beside it in a quote."),
            "migrates_to": self.tr("These take its place, the best first."),
        }
        for name in RELATIONS:
            title = field_title(speaker, name)
            picker = CodePicker(
                self.tr("Name, code or pinyin initials"),
                title,
                partial(self._find, name),
                self._told,
            )
            picker.picked.connect(partial(self._pick, name))
            note = make_label(notes[name], "caption")
            note.setWordWrap(True)
            card = Card(title)
            card.body.addWidget(note)
            card.body.addWidget(picker)
            column.addWidget(card)
            self.pickers[name] = picker

    def show_offering(self, draft: DraftSession, offering: ProductOffering) -> None:
        """Show an offering of the draft."""
        self._catalog, self._offering = draft.catalog, offering
        for name, picker in self.pickers.items():
            picker.set_codes(getattr(offering, name))

    def _told(self, code: str) -> str:
        known = self._catalog.offering(code) if self._catalog is not None else None
        return self._speaker.name(known.name) if known is not None else code

    # ------------------------------------------------------------ finding

    def _find(self, name: str, text: str) -> tuple[SearchHit, ...] | None:
        catalog = self._catalog
        if catalog is None:
            return ()
        self._asking = name
        self._finder.look_in(catalog.content)
        found = self._finder.ask(text)
        if found is None:
            self.pickers[name].search.set_waiting()
            return None
        return self._hits(found)

    def _show_found(self, found: Found) -> None:
        picker = self.pickers.get(self._asking)
        if picker is not None and picker.search.text().strip():
            picker.search.set_hits(self._hits(found))

    def _hits(self, found: Found) -> tuple[SearchHit, ...]:
        """Offerings only, neither the offering itself nor what is picked already."""
        catalog, offering = self._catalog, self._offering
        if catalog is None or offering is None:
            return ()
        picker = self.pickers[self._asking]
        hits = hits_of(self._speaker, catalog, found, picker.search.text().strip())
        known = {offering.code, *picker.codes}
        return tuple(
            hit for hit in hits if hit.key not in known and catalog.bundle(hit.key) is None
        )

    def _pick(self, name: str, codes: tuple[str, ...]) -> None:
        offering = self._offering
        if offering is not None:
            patch = set_offering_field(offering, OFFERING_FIELDS[name], ";".join(codes))
            self.edited.emit("offering.field", patch, "")
