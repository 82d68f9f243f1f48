"""What a customer's bills say: chart, figures, unusual months with reasons, lines at risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.latest import Latest
from app.ui.library.analysis_side import AnalysisSide
from app.ui.library.bill_sayings import BillSayings
from app.ui.library.no_bills import NoBills
from app.ui.library.sources_strip import SourcesStrip
from app.ui.presenting.spend_window import group_columns, group_rows, window_chart
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.bill_chart import BillChart
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.page_fault import PageFault
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented
from pricing.spend_groups import Grouping, analysed, components_in, grouped

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from pricing.bills import Bills, Standing
    from pricing.spend import SpendAnalysis

WINDOWS = (6, 12, 24, 60)
_CHART_HEIGHT = 240


class AnalysisView(QWidget):
    """Shows the bills of one customer.

    * ``left(customer)``: back to where one came from. * ``quote_wanted(customer)``: begin a quote.
    * ``explained(customer, bills)``: what was said of them is stored. * ``failed(failure)``.
    * ``bills_wanted(customer)``: import bills.
    """

    left = Signal(str)
    quote_wanted = Signal(str)
    bills_wanted = Signal(str)
    explained = Signal(object, object)
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._workspace: Workspace | None = None
        self.sayings = BillSayings(surroundings, self)
        self.sayings.changed.connect(self._refresh)
        self.sayings.stored.connect(self.explained)
        self.sayings.failed.connect(self._fail)
        self._analysis: SpendAnalysis | None = None
        self._asked = ""
        fault = PageFault(self, surroundings.speaker.failure)
        fault.retry_wanted.connect(lambda: self.show_customer(self._asked))
        self._one: Latest[tuple[Customer, Bills]] = Latest(surroundings.tasks, self._show, fault)
        self._name = make_label("", "h1")
        self._grouping = Segmented(
            (
                (Grouping.TOTAL, self.tr("Total")),
                (Grouping.CHARGE, self.tr("Charges")),
                (Grouping.ACCOUNT, self.tr("Accounts")),
            ),
            Grouping.CHARGE,
            self.tr("Show by"),
        )
        self._window = Segmented(
            tuple((str(count), self.tr("{count} months").format(count=count)) for count in WINDOWS),
            str(WINDOWS[0]),
            self.tr("Look at"),
        )
        for choice in (self._grouping, self._window):
            choice.chosen.connect(lambda _chosen: self._refresh())
        self.chart = BillChart(self.tr("Bills by month"))
        self.chart.let_point()
        self.chart.setMinimumHeight(_CHART_HEIGHT)
        self.chart.pointed.connect(self._read_out)
        self.readout = make_label("", "caption")
        self.readout.setWordWrap(True)
        self.sources = SourcesStrip(surroundings)
        self.table = self._make_table(Grouping.CHARGE)
        self.side = AnalysisSide(surroundings, self.sayings)
        self.reasons, self.risk = self.side.reasons, self.side.risk
        self.reasons.explained.connect(self._explain)
        self._stack = QStackedWidget()
        self._build()

    # ------------------------------------------------------------ building

    def _make_table(self, by: Grouping) -> DataTable:
        table = DataTable(group_columns(self._around.speaker, by), self.tr("Figures"))
        table.setMinimumHeight(96)
        table.current_changed.connect(lambda _key: self._show_sources())
        return table

    def _build(self) -> None:
        self._tables = {Grouping.CHARGE: self.table}
        self._holder = QStackedWidget()
        self._holder.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(Space.MD)
        bills = Card(self.tr("Bills by month"))
        bills.body.addWidget(self.chart, 3)
        bills.body.addWidget(self.readout)
        bills.body.addWidget(self.sources)
        left.addWidget(bills, 3)
        left.addWidget(self._holder, 2)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        row.setSpacing(Space.LG)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        nothing = NoBills()
        nothing.activated.connect(lambda: self.bills_wanted.emit(self.customer))
        self._stack.addWidget(nothing)
        self._stack.addWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._stack, 1)

    def _head(self) -> QWidget:
        head = QFrame()
        set_role(head, "topbar")
        back = make_button(self.tr("Customer"), icon="arrow-left")
        back.clicked.connect(lambda: self.left.emit(self.customer))
        self.begin = make_button(self.tr("Begin a quote"), "primary", icon="file-plus")
        self.begin.clicked.connect(lambda: self.quote_wanted.emit(self.customer))
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        row.setSpacing(Space.MD)
        row.addWidget(back)
        row.addWidget(self._name, 1)
        row.addWidget(self._grouping)
        row.addWidget(self._window)
        row.addWidget(self.begin)
        return head

    # ------------------------------------------------------------ showing

    @property
    def customer(self) -> str:
        """Identifier of the customer in sight; empty when nobody is."""
        return self.sayings.customer.id if self.sayings.customer is not None else ""

    @property
    def analysis(self) -> SpendAnalysis | None:
        """What the months in sight say."""
        return self._analysis

    def attach(self, workspace: Workspace) -> None:
        """Read customers of a workspace."""
        self._workspace = self.sayings.workspace = workspace
        self.sources.workspace = workspace

    def show_customer(self, customer_id: str) -> None:
        """Read a customer and show what the bills say."""
        workspace, self._asked = self._workspace, customer_id
        if workspace is not None and customer_id:
            self._one.look_up(lambda: workspace.customers.load(customer_id))

    def _show(self, found: tuple[Customer, Bills]) -> None:
        customer, bills = found
        self._name.setText(customer.name)
        self.sources.forget(customer.id)
        self.sayings.take(customer, bills)
        self.chart.setFocus()

    def _refresh(self) -> None:
        workspace, bills = self._workspace, self.sayings.bills
        if workspace is None or self.sayings.customer is None:
            return
        speaker, policy = self._around.speaker, workspace.rules.spend
        analysis = analysed(bills, policy, int(self._window.current))
        self._analysis = analysis
        self._stack.setCurrentIndex(0 if analysis is None else 1)
        if analysis is None:
            return
        by = Grouping(self._grouping.current)
        groups = grouped(bills, analysis, by)
        (total,) = grouped(bills, analysis, Grouping.TOTAL)
        self.chart.set_data(window_chart(speaker, groups, analysis))
        self._table_of(by).set_rows(group_rows(speaker, groups, policy))
        self.side.show_analysis(analysis, total, policy)
        self._read_out(self.chart.month)

    def _table_of(self, by: Grouping) -> DataTable:
        if by not in self._tables:
            self._tables[by] = self._make_table(by)
            self._holder.addWidget(self._tables[by])
        self.table = self._tables[by]
        self._holder.setCurrentWidget(self.table)
        return self.table

    def _show_sources(self) -> None:
        """Say where the figures of the row and the month that are chosen come from."""
        place, analysis = self.chart.month, self._analysis
        if analysis is not None:
            by = Grouping(self._grouping.current)
            chosen = components_in(self.sayings.bills, by, self.table.current_key())
            self.sources.show_figures(chosen, analysis.months[place].month)

    def _read_out(self, month: int) -> None:
        """Say in a line what the month that is pointed at came to."""
        self._show_sources()
        if self._analysis is None or not 0 <= month < len(self._analysis.months):
            self.readout.setText(self.tr("Point at a month, or use the arrow keys"))
            return
        found, figures = self._analysis.months[month], self._around.speaker.figures
        text = self.tr("{month}: billed {total}, without unusual amounts {adjusted}").format(
            month=figures.month(found.month),
            total=figures.money(found.total),
            adjusted=figures.money(found.adjusted),
        )
        self.readout.setText(text)

    # ------------------------------------------------------------ what is said, with undo

    def undo(self) -> None:
        """Take back the last thing that was said of a month or a line."""
        self.sayings.undo()

    def redo(self) -> None:
        """Say again what was taken back."""
        self.sayings.redo()

    def _explain(self, component: str, month: str, standing: Standing | None, text: str) -> None:
        said = self.sayings.explain(component, month, standing, text)
        if said and standing is not None and self._analysis is not None:
            self.reasons.show_next_open(self._analysis)

    def _fail(self, failure: Exception) -> None:
        """Show what is stored, and why the last word is not."""
        self.show_customer(self.customer)
        self.failed.emit(failure)
