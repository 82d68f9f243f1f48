"""The chosen offering or bundle: charges, relations, rules, prices over time, texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.pages.catalogue.charge_editor import ChargeEditor
from app.ui.pages.catalogue.detail_cards import entries_card, lines_card
from app.ui.pages.catalogue.detail_head import (
    CHARGES,
    HISTORY,
    RELATIONS,
    RULES,
    TEXTS,
    DetailHead,
)
from app.ui.pages.catalogue.leaflet_card import LeafletCard
from app.ui.pages.catalogue.price_history import history_sections
from app.ui.pages.catalogue.relation_editor import RelationEditor
from app.ui.pages.catalogue.text_editor import TextEditor
from app.ui.presenting.catalogue_bundle import (
    bundle_lines,
    bundle_relations,
    bundle_sections,
    bundle_texts,
    held_offerings,
)
from app.ui.presenting.catalogue_detail import (
    charge_entries,
    charge_lines,
    offering_lines,
    record_entries,
    relation_sections,
    rule_section,
    text_sections,
    touching_rules,
)
from app.ui.presenting.characteristics import characteristic_entries
from app.ui.presenting.customers import Section
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_label
from catalog.offering import Lifecycle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.draft_desk import DraftDesk
    from app.ui.pages.catalogue.price_history import PriceHistory
    from app.ui.widgets.figure_lines import Line
    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.rulebook import RuleSet


class DetailPanel(QWidget):
    """Shows one line of the table; ``edited(label, patch, key)`` asks for an edit of the draft."""

    edited = Signal(str, object, str)

    def __init__(
        self, surroundings: Surroundings, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._around = surroundings
        self._key = ""
        self._catalog: ProductCatalog | None = None
        self._draft: DraftSession | None = None
        self.rules: RuleSet | None = None
        self.history: PriceHistory | None = None
        self._head = DetailHead(surroundings.speaker)
        self.tabs = self._head.tabs
        self.tabs.chosen.connect(lambda _tab: self._fill())
        self.editor = ChargeEditor(surroundings.speaker)
        self.editor.edited.connect(self.edited)
        self.texts = TextEditor(surroundings, desk)
        self.texts.edited.connect(self.edited)
        self.relations = RelationEditor(surroundings)
        self.relations.edited.connect(self.edited)
        self._editors: dict[str, QWidget] = {
            CHARGES: self.editor,
            RELATIONS: self.relations,
            TEXTS: self.texts,
        }
        self.leaflets = LeafletCard(surroundings, desk)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.MD)
        self._stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        set_role(inside, "scrolled")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.MD)
        outer.addWidget(self.relations)
        outer.addLayout(self._column)
        for part in (self.editor, self.texts, self.leaflets):
            outer.addWidget(part)
        outer.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Detail"))
        scroll.setWidget(inside)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self._head)
        column.addWidget(scroll, 1)
        nothing = QFrame()
        set_role(nothing, "card")
        empty = EmptyState(
            "package", self.tr("Nothing chosen"), self.tr("Choose a line of the table.")
        )
        QVBoxLayout(nothing).addWidget(empty)
        self._stack.addWidget(nothing)
        self._stack.addWidget(whole)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._stack)

    # ------------------------------------------------------------ showing

    def show_line(
        self, catalog: ProductCatalog, key: str, draft: DraftSession | None = None
    ) -> None:
        """Show the charge or bundle of a key; with a draft it can be edited."""
        self._catalog, self._key, self._draft = catalog, key, draft
        bundle, offering = catalog.bundle(key), catalog.owner(key)
        self._stack.setCurrentIndex(0 if bundle is None and offering is None else 1)
        if bundle is not None:
            self._head.show_part(bundle, Lifecycle.ON_SALE)
        elif offering is not None:
            self._head.show_part(offering, offering.lifecycle)
        self._fill()

    def show_again(self) -> None:
        """Show the same line with what has been read since."""
        self._fill()

    def _fill(self) -> None:
        catalog = self._catalog
        if catalog is None:
            return
        bundle, offering = catalog.bundle(self._key), catalog.owner(self._key)
        charge = catalog.charge(self._key)
        self._empty()
        draft = self._draft if bundle is None and charge is not None else None
        editor = self._editors.get(self.tabs.current) if draft is not None else None
        for part in self._editors.values():
            part.setVisible(part is editor)  # never hidden in between: the keyboard may be in it
        self.leaflets.hide()
        if bundle is not None:
            self._fill_bundle(catalog, bundle)
        elif offering is not None and charge is not None:
            if draft is not None:
                self._edit(draft, offering, charge)
            if editor is None or editor is self.relations:
                self._fill_offering(catalog, offering, charge)

    def _edit(self, draft: DraftSession, offering: ProductOffering, charge: Charge) -> None:
        """Show the draft in the editor of the tab, where it has one."""
        tab = self.tabs.current
        if tab == CHARGES:
            self.editor.show_charge(draft, offering, charge)
        elif tab == RELATIONS:
            self.relations.show_offering(draft, offering)
        elif tab == TEXTS:
            self.texts.show_offering(draft, offering)

    def _empty(self) -> None:
        while (place := self._column.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _fill_offering(
        self, catalog: ProductCatalog, offering: ProductOffering, charge: Charge
    ) -> None:
        speaker, tab = self._around.speaker, self.tabs.current
        if tab == CHARGES:
            self._show_charges(catalog, offering, charge)
        elif tab == RELATIONS:
            self._show_relations(catalog, offering)
        elif tab == RULES:
            self._show_rules(offering)
        elif tab == HISTORY:
            self._show_history(charge.code)
        else:
            self.leaflets.setVisible(bool(offering.leaflets))
            self.leaflets.show_offering(offering, editing=False)
            self._show_sections(text_sections(speaker, offering), others=bool(offering.leaflets))

    def _show_relations(self, catalog: ProductCatalog, offering: ProductOffering) -> None:
        """What others say of it; in a draft its own relations are shown by their editor."""
        own = self._draft is None
        sections = relation_sections(self._around.speaker, catalog, offering, own=own)
        self._show_sections(sections, others=not own)

    def _show_rules(self, *offerings: ProductOffering) -> None:
        rules = touching_rules(self.rules, *offerings) if self.rules is not None else ()
        self._show_sections((rule_section(self._around.speaker, rules),) if rules else ())

    def _show_charges(
        self, catalog: ProductCatalog, offering: ProductOffering, charge: Charge
    ) -> None:
        speaker = self._around.speaker
        lines = charge_lines(speaker, catalog, charge, self._day(), with_cost=False)
        self._add_lines(speaker.name(charge.name) or charge.code, lines)
        records = record_entries(speaker, catalog, charge)
        if records:
            self._column.addWidget(
                entries_card(Section(self.tr("Prices under conditions"), records))
            )
        if len(offering.charges) > 1:
            entries = charge_entries(speaker, offering)
            self._column.addWidget(entries_card(Section(self.tr("All charges"), entries)))
        self._add_lines(self.tr("Offering"), offering_lines(speaker, offering))
        described = catalog.characteristics(offering.code)
        told = Section(self.tr("Characteristics"), characteristic_entries(speaker, described))
        if told.entries:
            self._column.addWidget(entries_card(told))

    def _fill_bundle(self, catalog: ProductCatalog, bundle: BundledOffering) -> None:
        speaker, tab = self._around.speaker, self.tabs.current
        if tab == CHARGES:
            self._add_lines(self.tr("Bundle"), bundle_lines(speaker, bundle))
            self._show_sections(bundle_sections(speaker, catalog, bundle))
        elif tab == RELATIONS:
            self._show_sections(bundle_relations(speaker, catalog, bundle))
        elif tab == RULES:
            self._show_rules(*held_offerings(catalog, bundle))
        elif tab == HISTORY:
            self._show_history(bundle.code)
        else:
            self._show_sections(bundle_texts(speaker, bundle))

    def _show_history(self, code: str) -> None:
        prices = self.history.of(code) if self.history is not None else ()
        self._show_sections(history_sections(self._around.speaker, prices))

    def _show_sections(self, sections: Sequence[Section], *, others: bool = False) -> None:
        for section in sections:
            self._column.addWidget(entries_card(section))
        if not sections and not others and not self._column.count():
            nothing = make_label(self.tr("There is nothing to say here."), "caption")
            self._column.addWidget(nothing)

    def _add_lines(self, title: str, lines: Sequence[Line]) -> None:
        self._column.addWidget(lines_card(title, lines))

    def _day(self) -> date:
        return self._around.clock().date()
