"""RuleScope: which charges and which customers a rule names, picked by searching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.presenting.catalogue_detail import charge_name
from app.ui.presenting.catalogue_words import family_name, type_name
from app.ui.presenting.lists import regulation_name
from app.ui.presenting.rule_hits import charge_hits, offering_hits
from app.ui.tokens import Height, Space
from app.ui.widgets.choice_chips import ChoiceChips
from app.ui.widgets.code_picker import CodePicker
from app.ui.widgets.parts import make_label
from app.ui.widgets.search_hits import SearchHit
from catalog.charge import ChargeType, PriceRegulation
from catalog.search import CatalogIndex, Typing
from catalog.selection import segments_of
from pricing.rule_fields import rule_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.listing import CustomerRow
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog
    from pricing.rule import PriceRule

CAPTION = 112
"""Width of the captions of a rule in pixels."""


class RuleScope(QObject):
    """Three groups of pickers.

    * ``edited(field, text)`` fires after each change.
    * ``customers_wanted(text)`` asks for customers; answer with ``show_customers``.
    """

    edited = Signal(str, str)
    customers_wanted = Signal(str)

    def __init__(self, speaker: Speaker) -> None:
        """Begin without a catalogue."""
        super().__init__()
        self._speaker = speaker
        self._catalog: ProductCatalog | None = None
        self._index: Typing | None = None
        self.pickers: dict[str, CodePicker] = {}
        self.chips: dict[str, ChoiceChips] = {}
        types = [(one.value, type_name(speaker, one)) for one in ChargeType]
        kinds = (PriceRegulation.MARKET, PriceRegulation.GUIDED)
        regulations = [(one.value, regulation_name(speaker, one.value)) for one in kinds]
        self.what = self._group(
            (self._picker("offerings", self.tr("Offerings")), self.tr("Offerings")),
            (self._picker("charges", self.tr("Charges")), self.tr("Charges")),
            (self._chip("families", self.tr("Families")), self.tr("Families")),
            (self._chip("types", self.tr("Types"), types), self.tr("Types")),
            (
                self._chip("regulations", self.tr("Price set by"), regulations),
                self.tr("Price set by"),
            ),
        )
        self._customers: dict[str, str] = {}
        self.customers = CodePicker(
            self.tr("Name or number; every customer when none is picked"),
            self.tr("Customers"),
            self._find_customers,
            lambda code: self._customers.get(code, code),
        )
        self.customers.picked.connect(lambda codes: self.edited.emit("customers", ";".join(codes)))
        self.pickers["customers"] = self.customers
        self.whom = self._group(
            (self._chip("segments", self.tr("Segments")), self.tr("Segments")),
            (self.customers, self.tr("Customers")),
        )
        self.others = self._group(
            (self._picker("other_offerings", self.tr("Of offerings")), self.tr("Of offerings")),
            (self._picker("other_charges", self.tr("Of charges")), self.tr("Of charges")),
            (self._chip("other_families", self.tr("Of families")), self.tr("Of families")),
        )

    @staticmethod
    def _group(*rows: tuple[QWidget, str]) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.MD)
        grid.setVerticalSpacing(Space.SM)
        grid.setColumnStretch(1, 1)
        for place, (field, caption) in enumerate(rows):
            label = make_label(caption, "second")
            label.setMinimumSize(CAPTION, Height.CONTROL if isinstance(field, CodePicker) else 26)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, place, 1)
        return whole

    def _picker(self, name: str, caption: str) -> CodePicker:
        charges = name.endswith("charges")
        text = self.tr("Search; all when none is picked")
        picker = CodePicker(
            text,
            caption,
            self._find_charges if charges else self._find_offerings,
            self._charge if charges else self._offering,
        )
        picker.picked.connect(lambda codes: self.edited.emit(name, ";".join(codes)))
        self.pickers[name] = picker
        return picker

    def _chip(self, name: str, caption: str, words: Sequence[tuple[str, str]] = ()) -> ChoiceChips:
        chips = ChoiceChips(caption)
        chips.set_words(words)
        chips.picked.connect(lambda picked: self.edited.emit(name, ";".join(picked)))
        self.chips[name] = chips
        return chips

    # ------------------------------------------------------------ showing

    def set_catalog(self, catalog: ProductCatalog) -> None:
        """Pick from a catalogue."""
        self._catalog, self._index = catalog, None
        names = dict.fromkeys(one.family for one in catalog.content.offerings if one.family)
        families = [(family, family_name(self._speaker, family)) for family in names]
        for name in ("families", "other_families"):
            self.chips[name].set_words(families)
        segments = [(one, one) for one in segments_of(catalog.content)]
        self.chips["segments"].set_words(segments)

    def show_rule(self, rule: PriceRule) -> None:
        """Show what a rule names."""
        for name, picker in self.pickers.items():
            picker.set_codes(_words(rule_text(rule, name)))
        for name, chips in self.chips.items():
            chips.set_picked(_words(rule_text(rule, name)))
        self.others.setVisible(hasattr(rule.alteration, "others"))

    def _typing(self, catalog: ProductCatalog) -> Typing:
        """The index to look in, built at the first key."""
        if self._index is None:
            self._index = Typing(CatalogIndex(catalog.content))
        return self._index

    def _find_offerings(self, text: str) -> tuple[SearchHit, ...]:
        if self._catalog is None:
            return ()
        return offering_hits(self._speaker, self._catalog, self._typing(self._catalog), text)

    def _find_charges(self, text: str) -> tuple[SearchHit, ...]:
        if self._catalog is None:
            return ()
        return charge_hits(self._speaker, self._catalog, self._typing(self._catalog), text)

    def _find_customers(self, text: str) -> tuple[SearchHit, ...] | None:
        self.customers_wanted.emit(text)
        return None

    def show_customers(self, found: Sequence[CustomerRow]) -> None:
        """Offer customers, while something is typed, and know their names."""
        known = len(self._customers)
        self._customers |= {one.id: one.name for one in found}
        if len(self._customers) > known:
            self.customers.tell_again()
        if self.customers.search.text().strip():
            picked = self.customers.codes
            self.customers.search.set_hits(
                tuple(_customer_hit(self._speaker, one) for one in found if one.id not in picked)
            )

    def _charge(self, code: str) -> str:
        return code if self._catalog is None else charge_name(self._speaker, self._catalog, code)

    def _offering(self, code: str) -> str:
        catalog = self._catalog
        known = catalog and (catalog.offering(code) or catalog.bundle(code))
        return self._speaker.name(known.name) if known else code


def _customer_hit(speaker: Speaker, one: CustomerRow) -> SearchHit:
    monthly = f"¥{speaker.figures.money(one.monthly)}" if one.monthly else ""
    return SearchHit(
        key=one.id,
        title=one.name,
        code=one.id,
        detail=one.segment,
        price=monthly,
        unit=speaker.words("period.month") if monthly else "",
        icon="users",
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
