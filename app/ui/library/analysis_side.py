"""AnalysisSide: beside the chart of bills: figures, signals, unusual months, lines and services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.quoting.leaving import staying_bills, without_leaving
from app.quoting.line_dependence import Ground, lost_without
from app.quoting.lines_at_risk import lines_at_risk
from app.ui.library.lines_card import LinesCard
from app.ui.library.reason_card import ReasonCard
from app.ui.presenting.lines import lines_of
from app.ui.presenting.reasons import drop_sentences, risk_sentences
from app.ui.presenting.spend_window import season_sentences, window_lines
from app.ui.theme import set_role
from app.ui.tokens import Space, Width
from app.ui.widgets.card import Card
from app.ui.widgets.figure_lines import FigureLines, Line
from app.ui.widgets.parts import make_label
from app.ui.widgets.segmented import Segmented
from pricing.spend_groups import Grouping, analysed, grouped

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.customer import Customer, Leaving
    from app.quoting.line_dependence import Lost
    from app.ui.library.bill_sayings import BillSayings
    from app.ui.page import Surroundings
    from app.ui.presenting.speaker import Speaker
    from pricing.bills import Bills
    from pricing.spend import SpendAnalysis, SpendPolicy
    from pricing.spend_groups import SpendGroup

MONTHS, LINES = "months", "lines"


class AnalysisSide(QScrollArea):
    """Shows what the months say and takes what somebody says of them.

    Attributes:
        beside_quote: By what a line's worth is judged where a quote of the customer is open.
    """

    def __init__(self, around: Surroundings, sayings: BillSayings) -> None:
        """Begin without a customer."""
        super().__init__()
        self._around, self._sayings = around, sayings
        self.beside_quote: Callable[[Customer, Bills], Ground | None] = lambda _who, _bills: None
        self._policy: SpendPolicy | None = None
        speaker = around.speaker
        self.lines = FigureLines()
        self.staying = FigureLines()
        self.season = self._text()
        self.risk = self._text()
        self.reasons = ReasonCard(speaker)
        self.hanging = LinesCard(speaker, self._lost, self._more, lambda: around.clock().date())
        self.hanging.marked.connect(sayings.mark)
        self.part = Segmented(
            ((MONTHS, self.tr("Months")), (LINES, self.tr("Lines"))),
            MONTHS,
            self.tr("What is looked at"),
        )
        self.part.chosen.connect(self._turn)
        self._parts = QStackedWidget()
        self._build()

    def _text(self) -> QLabel:
        label = make_label("", "second")
        label.setWordWrap(True)
        return label

    def _build(self) -> None:
        figures = Card(self.tr("What the months say"))
        figures.body.addWidget(self.lines)
        figures.body.addWidget(self.season)
        self._risk_card = Card(self.tr("Signals and lines at risk"))
        self._risk_card.body.addWidget(self.risk)
        self.hanging.body.insertWidget(0, self.staying)
        months = QWidget()
        _column(months, figures).addWidget(self.reasons, 1)
        for page in (months, self.hanging):
            self._parts.addWidget(page)
        inside = QWidget()
        set_role(inside, "scrolled")
        column = _column(inside, self.part, self._risk_card)
        column.addWidget(self._parts, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setFixedWidth(Width.PANEL)

    # ------------------------------------------------------------ showing

    def show_analysis(
        self, analysis: SpendAnalysis, total: SpendGroup, policy: SpendPolicy
    ) -> None:
        """Show the customer of the sayings with the months that are looked at."""
        customer, bills, speaker = self._sayings.customer, self._sayings.bills, self._speaker
        if customer is None:
            return
        self._policy = policy
        self.lines.set_lines(window_lines(speaker, analysis, total, policy))
        self.staying.set_lines(self._staying(customer, bills))
        self.season.setText("\n".join(season_sentences(speaker, bills)))
        # A signal compares months of one half-year, whatever window is looked at.
        latest = analysed(bills, policy, policy.window)
        drops = drop_sentences(speaker, latest) if latest is not None else ()
        gone = [one.account for one in customer.leaving]
        risk = risk_sentences(speaker, lines_at_risk(customer, bills, policy, gone))
        self.risk.setText("\n".join((*drops, *risk)))
        self._risk_card.setVisible(bool(drops or risk))
        self.reasons.show_analysis(analysis)
        groups = grouped(bills, latest, Grouping.ACCOUNT) if latest is not None else ()
        ground = self._ground(customer, bills)
        lines = lines_of(customer, groups, ground.catalog if ground is not None else None)
        self.hanging.show_lines(customer, lines)

    @property
    def _speaker(self) -> Speaker:
        return self._around.speaker

    def _turn(self, part: str) -> None:
        self._parts.setCurrentIndex(1 if part == LINES else 0)

    def _staying(self, customer: Customer, bills: Bills) -> tuple[Line, ...]:
        """What the offer is compared with, where something is given up."""
        stay = staying_bills(customer, bills)
        if stay is bills or self._policy is None:
            return ()
        found = analysed(stay, self._policy, self._policy.window)
        typical = self._speaker.figures.yuan(found.typical if found is not None else 0)
        return (Line(self.tr("Typical month of what stays"), typical, strong=True),)

    # ------------------------------------------------------------ what hangs on a line

    def _ground(self, customer: Customer, bills: Bills) -> Ground | None:
        """The open quote, or the newest catalogue; ``None`` before the first import."""
        found, workspace = self.beside_quote(customer, bills), self._sayings.workspace
        catalog = workspace.catalog() if workspace is not None else None
        if found is not None or workspace is None or catalog is None:
            return found
        return Ground(customer, bills, catalog, workspace.rules, self._around.clock().date())

    def _lost(self, leaving: Leaving) -> tuple[Lost, ...]:
        customer = self._sayings.customer
        if customer is None:
            return ()
        kept = without_leaving(customer, leaving.account, leaving.offering)
        ground = self._ground(kept, self._sayings.bills)
        return lost_without(ground, leaving) if ground is not None else ()

    def _more(self, account: str) -> tuple[str, ...]:
        """Lines that may go with it: of one holder, or of this customer."""
        customer = self._sayings.customer
        if customer is None or not account or self._policy is None:
            return ()
        gone = {one.account for one in customer.leaving}
        stay = self._sayings.bills.without_accounts(gone - {account})
        found = lines_at_risk(customer, stay, self._policy, {account})
        return risk_sentences(self._speaker, found)


def _column(holder: QWidget, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.MD)
    for widget in widgets:
        column.addWidget(widget)
    return column
