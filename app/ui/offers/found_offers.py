"""FoundOffers: the offers that a search has found, its proof, and why not another bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.quoting.offer.telling import told_items, told_proof, told_why_not
from app.ui.presenting.offers import offer_columns, offer_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.quoting.offer.offer import BestOffer, WhyNot
    from app.ui.presenting.offers import Proposed
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog

_HIGH = 170
_PICKED = 260


class FoundOffers(QWidget):
    """Shows what was found.

    * ``taken(place)``: it becomes the offer. * ``added(place)``: it becomes an option.
    * ``asked(code)``: why not this bundle.
    """

    taken = Signal(int)
    added = Signal(int)
    asked = Signal(str)

    def __init__(self, speaker: Speaker, catalog: ProductCatalog, parent: QWidget) -> None:
        """Begin with nothing found."""
        super().__init__(parent)
        self._speaker, self._catalog = speaker, catalog
        self._offers: Sequence[Proposed] = ()
        self.proof = make_label("", "strong")
        self.proof.setWordWrap(True)
        self.table = DataTable(offer_columns(speaker), self.tr("Offers found"), compact=True)
        self.table.setMinimumHeight(_HIGH)
        self.table.current_changed.connect(lambda _key: self._show_items())
        self.items = make_label("", "second")
        self.items.setWordWrap(True)
        self.take = make_button(self.tr("Make it the offer"), "primary")
        self.take.clicked.connect(lambda: self.taken.emit(self._place()))
        self.add = make_button(self.tr("Add as an option"))
        self.add.clicked.connect(lambda: self.added.emit(self._place()))
        self.bundle = QComboBox()
        self.bundle.setMinimumWidth(_PICKED)
        self.bundle.setAccessibleName(self.tr("Why not this bundle?"))
        self.ask = make_button(self.tr("Why not?"))
        self.ask.clicked.connect(lambda: self.asked.emit(str(self.bundle.currentData())))
        self.answer = make_label("", "second")
        self.answer.setWordWrap(True)
        self._lay_out()
        self.enable(enabled=False)

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(Space.SM)
        for button in (self.take, self.add, self.ask):
            button.setAutoDefault(False)
        deeds.addWidget(self.take)
        deeds.addWidget(self.add)
        deeds.addStretch()
        deeds.addWidget(self.bundle)
        deeds.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        for widget in (self.proof, self.table, self.items):
            column.addWidget(widget)
        column.addLayout(deeds)
        column.addWidget(self.answer)

    def enable(self, *, enabled: bool) -> None:
        """Let an offer be taken, or not while something is searched."""
        able = enabled and bool(self._offers)
        for widget in (self.take, self.add, self.ask, self.bundle):
            widget.setEnabled(able)

    def show_found(self, best: BestOffer, offers: Sequence[Proposed]) -> None:
        """Show a result, the best offer first."""
        self._offers = offers
        speaker = self._speaker
        self.proof.setText("\n".join(self._told(best)))
        self.table.set_rows(offer_rows(speaker, offers))
        self.answer.setText("")
        self.bundle.clear()
        taken = {item.offering for item in offers[0].offer.items} if offers else set()
        for bundle in self._catalog.content.bundles:
            if bundle.code not in taken:
                self.bundle.addItem(f"{speaker.name(bundle.name)} ({bundle.code})", bundle.code)
        if offers:
            self.table.set_current("0")
        self._show_items()
        self.enable(enabled=True)

    def show_answer(self, told: WhyNot) -> None:
        """Show what speaks against a bundle."""
        bundle = self._catalog.bundle(told.offering)
        name = self._speaker.name(bundle.name) if bundle is not None else told.offering
        lines = told_why_not(told, name, self._speaker.words, self._speaker.figures)
        self.answer.setText("\n".join(line.strip() for line in lines))
        self.enable(enabled=True)

    def _told(self, best: BestOffer) -> Iterator[str]:
        words, figures = self._speaker.words, self._speaker.figures
        if best.uncovered:
            yield words("offer.uncovered", needs=", ".join(best.uncovered))
        if best.offer is None:
            yield words("offer.impossible" if best.impossible else "offer.none")
            return
        yield from told_proof(best, words, figures)

    def _place(self) -> int:
        key = self.table.current_key()
        return int(key) if key else 0

    def _show_items(self) -> None:
        lines: list[str] = []
        if self._place() < len(self._offers):
            offer = self._offers[self._place()].offer
            told = told_items(offer, self._speaker.words, self._speaker.figures)
            lines = [line.strip() for line in told]
        self.items.setText("\n".join(lines))
