"""The bills beside the offer: typical month, plain average, unusual months, saving, replay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from app.ui.presenting.bills import chart_of, unusual_sentences
from app.ui.presenting.savings import replay_columns, replay_rows, saving_lines, spend_lines
from app.ui.tokens import Space
from app.ui.widgets.bill_chart import BillChart
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.figure_lines import FigureLines
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker

_HEIGHT: Final = 206
_LINES_WIDTH: Final = 244


class SavingsCard(Card):
    """Shows what the customer pays today and what the offer changes.

    * ``analysis_wanted()``: show what the bills say. * ``plans_wanted()``: compare plans.
    * ``comparison_wanted()``: show what the offer replaces.
    """

    analysis_wanted = Signal()
    plans_wanted = Signal()
    comparison_wanted = Signal()

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__("", foldable=True, parent=parent)
        self.set_title(self.tr("Bills and saving"))
        self._speaker = speaker
        self.spend = FigureLines()
        self.saving = FigureLines()
        self._unusual = make_label("", "caption")
        self._unusual.setWordWrap(True)
        self.chart = BillChart(self.tr("Bills by month"))
        self.replay = DataTable(
            replay_columns(speaker), self.tr("Past months with the offer"), compact=True
        )
        self._view = Segmented(
            (("bills", self.tr("Bills")), ("replay", self.tr("With the offer"))),
            "bills",
            self.tr("Show"),
        )
        self._view.chosen.connect(self._choose)
        self.add_to_head(self._view)
        self.analyse = make_button(self.tr("Analysis"), "link", icon="chart-column")
        self.analyse.clicked.connect(self.analysis_wanted)
        self.add_to_head(self.analyse)
        self.plans = make_button(self.tr("Compare plans"), "link")
        self.plans.clicked.connect(self.plans_wanted)
        self.add_to_head(self.plans)
        self.compared = make_button(self.tr("What it replaces"), "link")
        self.compared.clicked.connect(self.comparison_wanted)
        self.add_to_head(self.compared)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.chart)
        self._middle.addWidget(self.replay)
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        left.addWidget(self.spend)
        left.addWidget(self._unusual)
        left.addStretch()
        right = QVBoxLayout()
        right.addWidget(self.saving)
        right.addStretch()
        for lines in (self.spend, self.saving):
            lines.setMinimumWidth(_LINES_WIDTH)
            lines.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._unusual.setFixedWidth(_LINES_WIDTH)
        self._middle.setFixedHeight(_HEIGHT)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addLayout(left)
        row.addWidget(self._middle, 1)
        row.addLayout(right)
        self.body.addLayout(row)

    def _choose(self, view: str) -> None:
        self._middle.setCurrentIndex(1 if view == "replay" else 0)

    def show_change(self, before: Revision | None, after: Revision) -> None:
        """Show what differs; without bills there is nothing to show."""
        speaker = self._speaker
        self.setVisible(after.analysis is not None)
        if before is None or before.analysis is not after.analysis:
            self._show_bills(after)
        self.saving.set_lines(saving_lines(speaker, after))
        self.compared.setVisible(after.saving is not None)
        if before is None or before.replay != after.replay or not before.priced.items:
            rows = replay_rows(speaker, after)
            self.replay.set_rows(rows)
            self._view.setVisible(bool(rows))
            if not rows:
                self._view.set_current("bills")
                self._middle.setCurrentIndex(0)

    def _show_bills(self, revision: Revision) -> None:
        speaker, analysis = self._speaker, revision.analysis
        self.spend.set_lines(spend_lines(speaker, revision))
        self.chart.set_data(chart_of(speaker, revision.bills, analysis))
        sentences = unusual_sentences(speaker, analysis) if analysis is not None else ()
        self._unusual.setText("\n".join(sentences))
        self._unusual.setVisible(bool(sentences))
