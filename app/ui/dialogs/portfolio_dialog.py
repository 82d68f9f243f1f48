"""All customers at once: whom to visit first by value and risk, and who brings the revenue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.quoting.portfolio import LINE
from app.quoting.visits import next_working_day
from app.services.visits import plan_visit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.portfolio import (
    matrix_columns,
    matrix_rows,
    pareto_sentence,
    reasons,
    share_columns,
    share_rows,
    visit_columns,
    visit_rows,
)
from app.ui.table_out import TableOut
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.share_curve import ShareCurve

if TYPE_CHECKING:
    from app.quoting.portfolio import Candidate
    from app.services.portfolio import Portfolio
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

VISITS: Final = "visits"
PARETO: Final = "pareto"
_SIZE = (1060, 680)
_MATRIX_ROW, _MATRIX_HEAD = 32, 40
_CURVE = 220


class PortfolioDialog(FormDialog):
    """Shows the customers; visits are planned from here.

    * ``customer_wanted(id)``: show a customer; the dialog has closed. * ``planned()``: a visit was
      planned, or taken back.
    """

    customer_wanted = Signal(str)
    planned = Signal()

    def __init__(
        self,
        around: Surroundings,
        workspace: Workspace,
        portfolio: Portfolio,
        part: str,
        parent: QWidget,
    ) -> None:
        """Show the customers as they are, one of the two parts in front."""
        super().__init__(self.tr("Customers by value, risk and revenue"), self.tr("Close"), parent)
        self.only_show()
        self._around, self._workspace, self._portfolio = around, workspace, portfolio
        self._before: dict[str, Candidate] = {}
        self._out = TableOut(around, self)
        speaker = around.speaker
        self.part = Segmented(
            ((VISITS, self.tr("Whom to visit")), (PARETO, self.tr("Who brings the revenue"))),
            part,
            self.tr("What is looked at"),
        )
        self.part.chosen.connect(self._turn)
        self.visits = DataTable(visit_columns(speaker), self.tr("Whom to visit"))
        self.matrix = DataTable(matrix_columns(speaker), self.tr("Value and risk"), compact=True)
        self.shares = DataTable(
            share_columns(speaker), self.tr("Who brings the revenue"), compact=True
        )
        self.curve = ShareCurve(self.tr("Revenue of the customers, summed up"))
        self.sentence = make_label("", "strong")
        self.plan = make_button(self.tr("Plan a visit"), icon="calendar-days")
        self.write = make_button(self.tr("Export to Excel…"), icon="download")
        for button, deed in ((self.plan, self._plan), (self.write, self._out.export)):
            button.setAutoDefault(False)
            button.clicked.connect(deed)
            self.buttons.insertWidget(0, button)
        self.agree.setAutoDefault(False)
        self.agree.setDefault(False)
        self._parts = QStackedWidget()
        self._build()
        self._show()
        self.resize(*_SIZE)
        self._turn(part)

    def _build(self) -> None:
        order = make_label(
            self.tr("High value first; at equal value high risk first. Enter shows the customer."),
            "second",
        )
        rows = len(self._portfolio.classes) + 1
        self.matrix.setFixedHeight(_MATRIX_HEAD + _MATRIX_ROW * rows)
        self.curve.setFixedHeight(_CURVE)
        self.sentence.setWordWrap(True)
        for widgets in (
            (order, self.matrix, self.visits),
            (self.sentence, self.curve, self.shares),
        ):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.MD)
            for widget in widgets:
                column.addWidget(widget)
            self._parts.addWidget(page)
        self.body.addWidget(self.part)
        self.body.addWidget(self._parts, 1)
        self.visits.current_changed.connect(lambda _key: self._show_deed())
        for table in (self.visits, self.shares):
            table.opened.connect(self._open)

    def _show(self) -> None:
        speaker, found = self._around.speaker, self._portfolio
        self.visits.set_rows(visit_rows(speaker, found.candidates))
        self.matrix.set_rows(matrix_rows(speaker, found))
        self.shares.set_rows(share_rows(speaker, found.pareto))
        told = pareto_sentence(speaker, found.pareto)
        self.sentence.setText(told)
        mark = self.tr("{few} customers").format(few=found.pareto.few)
        shares = [one.share for one in found.pareto.shares]
        self.curve.set_shares(shares, LINE, found.pareto.few, mark, told)
        for table in (self.visits, self.shares):
            if not table.current_key() and table.model().rowCount():
                table.setCurrentIndex(table.model().index(0, 0))
        self._show_deed()

    def _turn(self, part: str) -> None:
        self._parts.setCurrentIndex(1 if part == PARETO else 0)
        (self.shares if part == PARETO else self.visits).setFocus()
        self.plan.setVisible(part == VISITS)

    @property
    def chosen(self) -> Candidate | None:
        """The customer of the current row."""
        key = self.visits.current_key()
        return next((one for one in self._portfolio.candidates if one.id == key), None)

    def _show_deed(self) -> None:
        chosen = self.chosen
        taken = chosen is not None and chosen.id in self._before
        told = self.tr("Take the visit back") if taken else self.tr("Plan a visit")
        self.plan.setText(f" {told}")
        self.plan.setAccessibleName(told)
        self.plan.setEnabled(chosen is not None)

    def _plan(self) -> None:
        """Plan a visit with the gravest reason, or take the one planned here back."""
        chosen, now = self.chosen, self._around.clock()
        if chosen is None:
            return
        after, told = chosen, reasons(self._around.speaker, chosen)
        try:
            if chosen.id in self._before:
                self._workspace.customer_log.undo(chosen.id, now)
                after = self._before.pop(chosen.id)
            elif plan_visit(self._workspace, chosen.id, told[0] if told else "", now):
                self._before[chosen.id] = chosen
                day = next_working_day(now.date())
                after = replace(chosen, visit=min(day, chosen.visit or day))
        except QuotewrightError as failure:
            self.show_problem(" ".join(self._around.speaker.failure(failure)))
            return
        found = (after if one is chosen else one for one in self._portfolio.candidates)
        self._portfolio = self._portfolio._replace(candidates=tuple(found))
        self._show()
        self.planned.emit()

    def _open(self, customer: str) -> None:
        self.accept()
        self.customer_wanted.emit(customer)
