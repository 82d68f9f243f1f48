"""One customer at a glance: what to look at, bills, quotes, people, places, services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.library.entry_list import section_card
from app.ui.presenting.bills import chart_of, unusual_sentences
from app.ui.presenting.customers import analysis_lines, sections_of
from app.ui.presenting.lists import quote_columns, quote_rows
from app.ui.presenting.rivals import rival_sections
from app.ui.presenting.scorecard import score_sections
from app.ui.presenting.territory import territory_sections
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.bill_chart import BillChart
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.figure_lines import FigureLines
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.problem_list import ProblemList

if TYPE_CHECKING:
    from typing import TypeAlias

    from app.quoting.market.scorecard import Score
    from app.services.customer_file import CustomerFile
    from app.ui.page import Surroundings
    from app.ui.widgets.problem_list import ProblemRow
    from catalog.product_catalog import ProductCatalog

    Problems: TypeAlias = tuple[ProblemRow, ...]

_CHART_HEIGHT = 240
_QUOTES_SHOWN = 5
_ROW = 42
_HEAD = 38


class CustomerOverview(QScrollArea):
    """Shows a customer; nothing is typed here.

    * ``quote_opened(quote)``. * ``analysis_wanted()``: show what the bills say.
    * ``cure_wanted(place)``: where a finding is mended.
    """

    quote_opened = Signal(str)
    cure_wanted = Signal(str)
    analysis_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        self._around = surroundings
        self.catalog: ProductCatalog | None = None
        self.review = ProblemList(self.tr("Worth looking at"), self.tr("Nothing is missing."))
        self.review.cure_requested.connect(lambda _key, place: self.cure_wanted.emit(place))
        self._review = Card(self.tr("Worth looking at"), foldable=True)
        self._review.body.addWidget(self.review)
        self.chart = BillChart(self.tr("Bills by month"))
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self.lines = FigureLines()
        self._unusual = make_label("", "caption")
        self._unusual.setWordWrap(True)
        self._bills = Card(self.tr("Bills"))
        self.analyse = make_button(self.tr("Analysis"), "link", icon="chart-column")
        self.analyse.clicked.connect(self.analysis_wanted)
        self._bills.add_to_head(self.analyse)
        self.quotes = DataTable(quote_columns(surroundings.speaker, of_one=True), self.tr("Quotes"))
        self.quotes.opened.connect(self.quote_opened)
        self._quotes = Card(self.tr("Quotes"))
        self._quotes.body.addWidget(self.quotes)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
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
        column.addWidget(self._bills)
        column.addWidget(self._quotes)
        column.addWidget(self._review)
        pair = QHBoxLayout()
        pair.setSpacing(Space.MD)
        for side in (self._left, self._right):
            side.setSpacing(Space.MD)
            pair.addLayout(side, 1)
        column.addLayout(pair)
        column.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("The customer"))
        self.setWidget(inside)

    def show_file(self, file: CustomerFile, rows: Problems, score: Score) -> None:
        """Show a customer.

        Args:
            file: The customer with bills, quotes and relations.
            rows: What should be looked at.
            score: How much speaks for a large customer.
        """
        speaker, bills, analysis = self._around.speaker, file.stored.bills, file.analysis
        self._bills.setVisible(analysis is not None)
        if analysis is not None:
            self.chart.set_data(chart_of(speaker, bills, analysis))
            self.lines.set_lines(analysis_lines(speaker, analysis))
            self._unusual.setText("\n".join(unusual_sentences(speaker, analysis)))
        self.quotes.set_rows(quote_rows(speaker, file.quotes))
        self._quotes.setVisible(bool(file.quotes))
        self.quotes.setFixedHeight(_HEAD + _ROW * min(len(file.quotes), _QUOTES_SHOWN))
        self.review.set_problems(rows)
        self._review.setVisible(bool(rows))
        self._show_sections(file, score)

    def _show_sections(self, file: CustomerFile, score: Score) -> None:
        for side in (self._left, self._right):
            while (place := side.takeAt(0)) is not None:
                widget = place.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        speaker = self._around.speaker
        sections = (
            *score_sections(speaker, score),
            *sections_of(speaker, file, self.catalog),
            *rival_sections(speaker, file),
            *territory_sections(speaker, file),
        )
        weights = [0, 0]
        for section in sections:
            lighter = 0 if weights[0] <= weights[1] else 1
            (self._left, self._right)[lighter].addWidget(section_card(section))
            weights[lighter] += len(section.entries) + 1
        for side in (self._left, self._right):
            side.addStretch()
