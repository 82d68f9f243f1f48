"""BenchQuote: which quote is tried: an open one, or a small one made up here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.services.rule_bench import TrialItem, TrialQuote
from app.ui.presenting.rule_hits import offering_hits
from app.ui.presenting.typed import read_codes
from app.ui.tokens import Space
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_icon_button, make_label
from app.ui.widgets.search_popup import SearchPopup
from catalog.period import LONGEST_TERM
from catalog.search import CatalogIndex, Typing
from catalog.selection import segments_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.listing import QuoteRow
    from app.ui.page import Surroundings
    from app.ui.widgets.search_hits import SearchHit
    from catalog.product_catalog import ProductCatalog

_MOST = 99_999
_COMPOSED = ""


class BenchQuote(QWidget):
    """Chooses a quote; ``changed()`` fires when another one is to be tried."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin with a made-up quote without items."""
        super().__init__(parent)
        self._speaker = surroundings.speaker
        self._catalog: ProductCatalog | None = None
        self._index: Typing | None = None
        self._items: list[TrialItem] = []
        self.quotes = QComboBox()
        self.quotes.setAccessibleName(self.tr("Quote to try"))
        self.quotes.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.quotes.addItem(self.tr("A quote made up here"), _COMPOSED)
        self.search = SearchPopup(self.tr("Add an offering or bundle"), self.tr("Add to the quote"))
        self.segment = QComboBox()
        self.segment.setAccessibleName(self.tr("Segment"))
        self.term = NumberField()
        self.term.setRange(1, LONGEST_TERM)
        self.term.setValue(12)
        self.term.setSuffix(self.tr(" months"))
        self.term.setAccessibleName(self.tr("Commitment"))
        self.codes = QLineEdit()
        self.codes.setPlaceholderText(self.tr("Promotion codes, with spaces between them"))
        self.codes.setAccessibleName(self.tr("Promotion codes"))
        self.codes.setClearButtonEnabled(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        self._composed = QWidget()
        self._build()
        self.quotes.currentIndexChanged.connect(self._switch)
        self.search.query_changed.connect(self._look_up)
        self.search.chosen.connect(self.add)
        self.segment.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.term.valueChanged.connect(lambda _months: self.changed.emit())
        self.codes.textChanged.connect(lambda _text: self.changed.emit())

    def _build(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(Space.SM)
        facts.addWidget(self.segment, 1)
        facts.addWidget(self.term, 1)
        inside = QVBoxLayout(self._composed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.SM)
        inside.addLayout(facts)
        inside.addWidget(self.codes)
        inside.addLayout(self._rows)
        inside.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addWidget(self.quotes)
        column.addWidget(self._composed)

    # ------------------------------------------------------------ what is tried

    @property
    def quote_id(self) -> str:
        """Identifier of the open quote; empty for the one made up here."""
        return str(self.quotes.currentData())

    @property
    def trial(self) -> TrialQuote:
        """The quote made up here."""
        segment = str(self.segment.currentData() or "")
        codes = read_codes(self.codes.text())
        return TrialQuote(tuple(self._items), segment, self.term.value(), codes)

    def set_catalog(self, catalog: ProductCatalog) -> None:
        """Compose from a catalogue."""
        self._catalog, self._index = catalog, None
        chosen = self.segment.currentData()
        self.segment.blockSignals(True)
        self.segment.clear()
        for segment in segments_of(catalog.content):
            self.segment.addItem(segment, segment)
        self.segment.setCurrentIndex(max(0, self.segment.findData(chosen or "SMB")))
        self.segment.blockSignals(False)

    def set_quotes(self, rows: Sequence[QuoteRow]) -> None:
        """Offer open quotes; the one that is chosen stays if it is among them."""
        chosen = self.quote_id
        self.quotes.blockSignals(True)
        while self.quotes.count() > 1:
            self.quotes.removeItem(1)
        for row in rows:
            text = " · ".join(part for part in (row.customer_name, row.title, row.number) if part)
            self.quotes.addItem(text, row.id)
        self.quotes.setCurrentIndex(max(0, self.quotes.findData(chosen)))
        self.quotes.blockSignals(False)

    def add(self, code: str) -> None:
        """Add an offering or a bundle to the quote made up here."""
        if all(item.offering != code for item in self._items):
            self._items.append(TrialItem(code))
            self._show_items()
            self.changed.emit()

    def set_quantity(self, code: str, quantity: int) -> None:
        """Try another quantity of one of them."""
        self._items = [
            TrialItem(code, quantity) if item.offering == code else item for item in self._items
        ]
        self.changed.emit()

    def _remove(self, code: str) -> None:
        self._items = [item for item in self._items if item.offering != code]
        self._show_items()
        self.changed.emit()

    def _switch(self) -> None:
        self._composed.setVisible(not self.quote_id)
        self.changed.emit()

    def _typing(self, catalog: ProductCatalog) -> Typing:
        """The index to look in, built at the first key."""
        if self._index is None:
            self._index = Typing(CatalogIndex(catalog.content))
        return self._index

    def _look_up(self, text: str) -> None:
        hits: tuple[SearchHit, ...] = ()
        if text and self._catalog is not None:
            hits = offering_hits(self._speaker, self._catalog, self._typing(self._catalog), text)
        self.search.set_hits(hits)

    def _show_items(self) -> None:
        while (place := self._rows.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for item in self._items:
            self._rows.addWidget(self._row(item))

    def _row(self, item: TrialItem) -> QWidget:
        catalog = self._catalog
        known = catalog and (catalog.bundle(item.offering) or catalog.offering(item.offering))
        name = self._speaker.name(known.name) if known else item.offering
        row = QWidget()
        count = NumberField()
        count.setRange(1, _MOST)
        count.setValue(item.quantity)
        count.setAccessibleName(self.tr("Quantity of {name}").format(name=name))
        count.valueChanged.connect(lambda number: self.set_quantity(item.offering, number))
        gone = make_icon_button("x", self.tr("Take {name} out").format(name=name))
        gone.clicked.connect(lambda: self._remove(item.offering))
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.SM)
        label = make_label(name, "body")
        label.setWordWrap(True)
        grid.addWidget(label, 0, 0)
        grid.addWidget(count, 0, 1)
        grid.addWidget(gone, 0, 2)
        grid.setColumnStretch(0, 1)
        return row
