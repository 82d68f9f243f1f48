"""The chosen offering or bundle: charges, relations, rules, prices over time, texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.pages.catalogue.charge_editor import ChargeEditor
from app.ui.pages.catalogue.detail_cards import entries_card, lines_card
from app.ui.pages.catalogue.price_history import history_sections
from app.ui.pages.catalogue.text_editor import TextEditor
from app.ui.presenting.catalogue_bundle import bundle_lines, bundle_sections
from app.ui.presenting.catalogue_detail import (
    charge_entries,
    charge_lines,
    offering_lines,
    relation_sections,
    rule_section,
    text_sections,
    touching_rules,
)
from app.ui.presenting.catalogue_words import family_name, lifecycle_name, lifecycle_tone
from app.ui.presenting.customers import Section
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_chip, make_label, set_chip_tone
from app.ui.widgets.segmented import Segmented
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

CHARGES, RELATIONS, RULES, HISTORY, TEXTS = "charges", "relations", "rules", "history", "texts"


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
        self._name = make_label("", "title")
        self._name.setWordWrap(True)
        self._code = make_label("", "caption")
        self._state = make_chip("")
        self.tabs = Segmented(
            (
                (CHARGES, self.tr("Charges")),
                (RELATIONS, self.tr("Relations")),
                (RULES, self.tr("Rules")),
                (HISTORY, self.tr("History")),
                (TEXTS, self.tr("Texts")),
            ),
            CHARGES,
            self.tr("Part of the detail"),
        )
        self.tabs.chosen.connect(lambda _tab: self._fill())
        self.editor = ChargeEditor(surroundings.speaker)
        self.editor.edited.connect(self.edited)
        self.texts = TextEditor(surroundings, desk)
        self.texts.edited.connect(self.edited)
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
        outer.addLayout(self._column)
        outer.addWidget(self.editor)
        outer.addWidget(self.texts)
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
        column.addWidget(self._headline())
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

    def _headline(self) -> QFrame:
        card = QFrame()
        set_role(card, "card")
        named = QHBoxLayout()
        named.setSpacing(Space.SM)
        named.addWidget(self._code, 1)
        named.addWidget(self._state)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        column.setSpacing(Space.XS)
        column.addWidget(self._name)
        column.addLayout(named)
        column.addSpacing(Space.XS)
        column.addWidget(self.tabs)
        return card

    # ------------------------------------------------------------ showing

    def show_line(
        self, catalog: ProductCatalog, key: str, draft: DraftSession | None = None
    ) -> None:
        """Show the charge or bundle of a key; with a draft it can be edited."""
        self._catalog, self._key, self._draft = catalog, key, draft
        bundle, offering = catalog.bundle(key), catalog.owner(key)
        self._stack.setCurrentIndex(0 if bundle is None and offering is None else 1)
        if bundle is not None:
            self._head(bundle, Lifecycle.ON_SALE)
        elif offering is not None:
            self._head(offering, offering.lifecycle)
        self._fill()

    def show_again(self) -> None:
        """Show the same line with what has been read since."""
        self._fill()

    def _head(self, part: ProductOffering | BundledOffering, state: Lifecycle) -> None:
        speaker = self._around.speaker
        self._name.setText(speaker.name(part.name))
        family = getattr(part, "family", None)
        kind = family_name(speaker, family) if family is not None else self.tr("Bundle")
        self._code.setText(f"{part.code} · {kind}")
        self._state.setText(lifecycle_name(speaker, state))
        set_chip_tone(self._state, lifecycle_tone(state))

    def _fill(self) -> None:
        catalog = self._catalog
        if catalog is None:
            return
        bundle, offering = catalog.bundle(self._key), catalog.owner(self._key)
        charge = catalog.charge(self._key)
        editing = self._draft is not None and self.tabs.current == CHARGES and bundle is None
        self.editor.setVisible(editing and charge is not None)
        draft = self._draft if self.tabs.current == TEXTS and bundle is None else None
        self.texts.setVisible(draft is not None and offering is not None)
        self._empty()
        if bundle is not None:
            self._fill_bundle(catalog, bundle)
        elif draft is not None and offering is not None:
            self.texts.show_offering(draft, offering)
        elif offering is not None and charge is not None:
            if editing and self._draft is not None:
                self.editor.show_charge(self._draft, offering, charge)
            else:
                self._fill_offering(catalog, offering, charge)

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
            self._show_sections(relation_sections(speaker, catalog, offering))
        elif tab == RULES:
            rules = touching_rules(self.rules, offering) if self.rules is not None else ()
            self._show_sections((rule_section(speaker, rules),) if rules else ())
        elif tab == HISTORY:
            self._show_history(catalog, charge.code)
        else:
            self._show_sections(text_sections(speaker, offering))

    def _show_charges(
        self, catalog: ProductCatalog, offering: ProductOffering, charge: Charge
    ) -> None:
        speaker = self._around.speaker
        lines = charge_lines(speaker, catalog, charge, self._day(), with_cost=False)
        self._add_lines(speaker.name(charge.name) or charge.code, lines)
        if len(offering.charges) > 1:
            entries = charge_entries(speaker, offering)
            self._column.addWidget(entries_card(Section(self.tr("All charges"), entries)))
        self._add_lines(self.tr("Offering"), offering_lines(speaker, offering))

    def _fill_bundle(self, catalog: ProductCatalog, bundle: BundledOffering) -> None:
        speaker, tab = self._around.speaker, self.tabs.current
        if tab == CHARGES:
            self._add_lines(self.tr("Bundle"), bundle_lines(speaker, bundle))
            self._show_sections(bundle_sections(speaker, catalog, bundle))
        elif tab == HISTORY:
            self._show_history(catalog, bundle.code)
        else:
            self._show_sections(())

    def _show_history(self, catalog: ProductCatalog, code: str) -> None:
        prices = self.history.of(code) if self.history is not None else ()
        records = catalog.price_records(code)
        self._show_sections(history_sections(self._around.speaker, prices, records))

    def _show_sections(self, sections: Sequence[Section]) -> None:
        for section in sections:
            self._column.addWidget(entries_card(section))
        if not sections and not self._column.count():
            nothing = make_label(self.tr("There is nothing to say here."), "caption")
            self._column.addWidget(nothing)

    def _add_lines(self, title: str, lines: Sequence[Line]) -> None:
        self._column.addWidget(lines_card(title, lines))

    def _day(self) -> date:
        return self._around.clock().date()
