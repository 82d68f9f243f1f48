"""What the bundle comes to, live: price, margin, prices that keep limits, allocation, VAT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.pages.catalogue.bundle_builder.solve_list import SolveList
from app.ui.presenting.bundle_figures import (
    headline,
    scale_marks,
    share_columns,
    share_parts,
    share_rows,
    solved_row,
    term_lines,
)
from app.ui.theme import set_role
from app.ui.tokens import Height, Space
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.figure_lines import FigureLines
from app.ui.widgets.parts import make_label
from app.ui.widgets.price_scale import PriceScale
from app.ui.widgets.share_bar import ShareBar
from catalog.bundle import PricingForm
from pricing.bundle_design import design_figures
from pricing.bundle_solving import Goal, solve_all

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from pricing.bundle_design import DesignBasis, DesignFigures
    from pricing.bundle_solving import Solved

_PAUSE_MS: Final = 120
_TOLD: Final = ("price.", "bundle.cannot_be_allocated", "bundle.filing_number_missing")


class FiguresPanel(QScrollArea):
    """Shows one bundle; ``taken(bundle)`` hands over the bundle at a solved price."""

    taken = Signal(object)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a bundle."""
        super().__init__(parent)
        self._speaker = speaker
        self._basis: DesignBasis | None = None
        self._bundle: BundledOffering | None = None
        self._editable = False
        self._solved: dict[Goal, Solved | None] = {}
        self.figures: DesignFigures | None = None
        self.price = make_label("", "hero")
        self.saving = make_label("", "second")
        self.saving.setWordWrap(True)
        self.findings = make_label("", "error")
        self.findings.setWordWrap(True)
        self.scale = PriceScale(self.tr("Price between its limits"))
        self.solutions = SolveList()
        self.bar = ShareBar(self.tr("Shares of the price"))
        self.table = DataTable(share_columns(speaker), self.tr("Allocation"), compact=True)
        self.lines = FigureLines()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.solve_now)
        self.solutions.wished.connect(self._timer.start)
        self.solutions.taken.connect(lambda goal: self._take(Goal(goal)))
        self.scale.chosen.connect(self._take_mark)
        self._build()

    def _build(self) -> None:
        price = Card(self.tr("Price a month"))
        price.body.setSpacing(Space.XS)
        for part in (self.price, self.saving, self.findings, self.scale, self.solutions):
            price.body.addWidget(part)
        shares = Card(self.tr("Allocation"))
        shares.body.addWidget(self.bar)
        shares.body.addWidget(self.table)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        term = Card(self.tr("Over the term"))
        term.body.addWidget(self.lines)
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        for card in (price, shares, term):
            column.addWidget(card)
        column.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Figures of the bundle"))
        self.setWidget(inside)

    def show_bundle(self, basis: DesignBasis, bundle: BundledOffering, *, editable: bool) -> None:
        """Show what a bundle comes to; prices that keep limits follow when typing pauses."""
        if (basis, bundle, editable) == (self._basis, self._bundle, self._editable):
            return
        first = self._bundle is None or self._bundle.code != bundle.code
        self._basis, self._bundle, self._editable = basis, bundle, editable
        speaker = self._speaker
        figures = self.figures = design_figures(basis, bundle)
        price, saving = headline(speaker, figures)
        self.price.setText(price)
        self.saving.setText(saving)
        self._tell(figures)
        self.bar.set_parts(share_parts(speaker, figures))
        rows = share_rows(speaker, figures)
        self.table.set_rows(rows)
        self.table.setFixedHeight(Height.HEADER + max(1, len(rows)) * Height.ROW_COMPACT + 2)
        self.lines.set_lines(term_lines(speaker, figures, figures.quote.totals.term))
        if first:
            self.solve_now()
        else:
            self._show_scale()
            self._timer.start()

    def _tell(self, figures: DesignFigures) -> None:
        told = [one for one in figures.problems if one.code.startswith(_TOLD)]
        texts = (" ".join(self._speaker.finding(one.code, one.parameters)) for one in told)
        text = "\n".join(dict.fromkeys(texts))
        self.findings.setText(text)
        self.findings.setVisible(bool(text))

    def solve_now(self) -> None:
        """Work out the prices that keep limits."""
        basis, bundle, figures = self._basis, self._bundle, self.figures
        if basis is None or bundle is None or figures is None:
            return
        self._timer.stop()
        solutions, speaker = self.solutions, self._speaker
        self._solved = solve_all(basis, bundle, {g: solutions.wanted(g) for g in Goal})
        rows = {
            goal: solved_row(speaker, figures, goal, found, bundle)
            for goal, found in self._solved.items()
        }
        self.solutions.show_solved(rows, editable=self._editable)
        self._show_scale()

    def _show_scale(self) -> None:
        bundle, figures = self._bundle, self.figures
        if bundle is None or figures is None:
            return
        fixed = bundle.form is PricingForm.FIXED
        self.scale.setVisible(fixed and bool(figures.charges))
        self.solutions.setVisible(bundle.form is not PricingForm.SUM)
        price = figures.monthly.net_amount
        label = f"¥{self._speaker.figures.money(price)}"
        self.scale.set_scale(price, label, scale_marks(self._speaker, figures, self._solved))

    def _take_mark(self, key: str) -> None:
        if key in {goal.value for goal in Goal}:
            self._take(Goal(key))

    def _take(self, goal: Goal) -> None:
        if self._timer.isActive():
            self.solve_now()
        found = self._solved.get(goal)
        if found is not None and self._editable:
            self.taken.emit(found.bundle)
