"""One customer: bills and what they say, people, places, services, quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.library.entry_list import section_card
from app.ui.presenting.bills import chart_of, unusual_sentences
from app.ui.presenting.customers import analysis_lines, sections_of
from app.ui.presenting.lists import quote_columns, quote_rows
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.bill_chart import BillChart
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.figure_lines import FigureLines
from app.ui.widgets.parts import make_button, make_label
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.services.listing import QuoteRow
    from app.ui.page import Surroundings
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.spend import SpendPolicy

_CHART_HEIGHT = 240
_QUOTES_SHOWN = 5
_ROW = 42
_HEAD = 38


class CustomerDetail(QWidget):
    """Shows a customer.

    * ``quote_wanted(customer)``, ``quote_opened(quote)``, ``edit_wanted(customer)``,
      ``bills_wanted(customer)``.
    """

    quote_wanted = Signal(str)
    quote_opened = Signal(str)
    edit_wanted = Signal(str)
    bills_wanted = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        self._around = surroundings
        self._customer = ""
        self.catalog: ProductCatalog | None = None
        self._name = make_label("", "h1")
        self._about = make_label("", "second")
        self._about.setWordWrap(True)
        self.start = make_button(self.tr("Begin a quote"), "primary", icon="file-plus")
        self.start.clicked.connect(lambda: self.quote_wanted.emit(self._customer))
        self._edit = make_button(self.tr("Edit"), icon="pencil")
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._customer))
        self.bills = make_button(self.tr("Import bills"), icon="file-up")
        self.bills.setToolTip(self.tr("Files of bills can be dropped on the page as well"))
        self.bills.clicked.connect(lambda: self.bills_wanted.emit(self._customer))
        self.chart = BillChart(self.tr("Bills by month"))
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self.lines = FigureLines()
        self._unusual = make_label("", "caption")
        self._unusual.setWordWrap(True)
        self._bills = Card(self.tr("Bills"))
        self.quotes = DataTable(quote_columns(surroundings.speaker, of_one=True), self.tr("Quotes"))
        self.quotes.opened.connect(self.quote_opened)
        self._quotes = Card(self.tr("Quotes"))
        self._quotes.body.addWidget(self.quotes)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(Space.SM)
        beside.addWidget(self.lines)
        beside.addWidget(self._unusual)
        beside.addStretch()
        bills = QHBoxLayout()
        bills.setSpacing(Space.XL)
        bills.addWidget(self.chart, 3)
        bills.addLayout(beside, 2)
        self._bills.body.addLayout(bills)
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self._headline())
        column.addWidget(self._bills)
        column.addWidget(self._quotes)
        pair = QHBoxLayout()
        pair.setSpacing(Space.MD)
        for side in (self._left, self._right):
            side.setSpacing(Space.MD)
            pair.addLayout(side, 1)
        column.addLayout(pair)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("The customer"))
        scroll.setWidget(inside)
        nobody = EmptyState(
            "users", self.tr("No customer chosen"), self.tr("Choose one at the left.")
        )
        self._stack.addWidget(nobody)
        self._stack.addWidget(scroll)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._stack)

    def _headline(self) -> QWidget:
        card = QFrame()
        set_role(card, "card")
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addWidget(self._name)
        texts.addWidget(self._about)
        row = QHBoxLayout(card)
        row.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        row.setSpacing(Space.SM)
        row.addLayout(texts, 1)
        row.addWidget(self.bills)
        row.addWidget(self._edit)
        row.addWidget(self.start)
        return card

    def show_nothing(self) -> None:
        """Show that nobody is chosen."""
        self._customer = ""
        self._stack.setCurrentIndex(0)

    def show_customer(
        self, customer: Customer, bills: Bills, quotes: tuple[QuoteRow, ...], policy: SpendPolicy
    ) -> None:
        """Show a customer with bills and quotes."""
        speaker = self._around.speaker
        self._customer = customer.id
        self._name.setText(customer.name)
        about = (customer.segment, customer.industry, customer.address, customer.credit_code)
        self._about.setText(" · ".join(part for part in about if part))
        analysis = analyse(bills, policy)
        self._bills.setVisible(analysis is not None)
        if analysis is not None:
            self.chart.set_data(chart_of(speaker, bills, analysis))
            self.lines.set_lines(analysis_lines(speaker, analysis))
            self._unusual.setText("\n".join(unusual_sentences(speaker, analysis)))
        self.quotes.set_rows(quote_rows(speaker, quotes))
        self._quotes.setVisible(bool(quotes))
        self.quotes.setFixedHeight(_HEAD + _ROW * min(len(quotes), _QUOTES_SHOWN))
        self._show_sections(customer)
        self._stack.setCurrentIndex(1)

    def _show_sections(self, customer: Customer) -> None:
        for side in (self._left, self._right):
            while (place := side.takeAt(0)) is not None:
                widget = place.widget()
                if widget is not None:
                    widget.setParent(None)
                    widget.deleteLater()
        sections = sections_of(self._around.speaker, customer, self.catalog)
        weights = [0, 0]
        for section in sections:
            lighter = 0 if weights[0] <= weights[1] else 1
            (self._left, self._right)[lighter].addWidget(section_card(section))
            weights[lighter] += len(section.entries) + 1
        for side in (self._left, self._right):
            side.addStretch()
