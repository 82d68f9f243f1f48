"""Compare plans: each past month under every plan that the customer could have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.plan_comparison import compare_plans
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.plans import (
    month_columns,
    month_rows,
    plan_columns,
    plan_row,
    plan_sentences,
)
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.quoting.plan_comparison import PlanReplay
    from app.quoting.quote import Quote
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession

_SIZE = (1060, 640)
_PLANS_HEIGHT = 176


class PlansDialog(FormDialog):
    """Shows the plans, the recommended one first; agreeing puts the chosen one into the quote."""

    def __init__(self, around: Surroundings, session: QuoteSession, parent: QWidget) -> None:
        """Compare the plans for the quote as it is; nothing is changed."""
        super().__init__(self.tr("Compare plans"), self.tr("Put into the quote"), parent)
        self._speaker = around.speaker
        self._session = session
        basis, revision = session.basis, session.committed.revision
        self.plans = compare_plans(
            session.quote,
            basis.customer,
            revision.bills,
            revision.analysis,
            basis.catalog,
            basis.rules,
        )
        speaker = self._speaker
        self.table = DataTable(plan_columns(speaker), self.tr("Plans"))
        self.table.setFixedHeight(_PLANS_HEIGHT)
        self.table.set_rows(tuple(plan_row(speaker, plan) for plan in self.plans))
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(lambda _code: self._take())
        self.why = make_label("", "second")
        self.why.setWordWrap(True)
        self.months = DataTable(
            month_columns(speaker, self.plans), self.tr("Past months"), compact=True
        )
        self.months.set_rows(month_rows(speaker, self.plans))
        nothing = self.tr(
            "Nothing can be compared: the bills tell no usage,"
            " or no other plan holds what is needed."
        )
        about = make_label(
            self.tr("Each past month is worked out again with what each plan includes and charges.")
            if self.plans
            else nothing,
            "second",
        )
        about.setWordWrap(True)
        for part in (about, self.table, self.why, self.months):
            self.body.addWidget(part)
        for part in (self.table, self.why, self.months):
            part.setVisible(bool(self.plans))
        self.agree.setEnabled(False)
        self.accepted.connect(self._adopt)
        if self.plans:
            self.resize(*_SIZE)
            first = next((one for one in self.plans if one.recommended), self.plans[0])
            self.table.set_current(first.code)
            self._choose(first.code)
            self.table.setFocus()

    @property
    def chosen(self) -> PlanReplay | None:
        """The plan of the current row."""
        key = self.table.current_key()
        return next((plan for plan in self.plans if plan.code == key), None)

    def _choose(self, code: str) -> None:
        plan = next((one for one in self.plans if one.code == code), None)
        if plan is not None:
            self.why.setText("\n".join(plan_sentences(self._speaker, plan)))
            self.agree.setEnabled(not plan.current and not plan.unmet)

    def _take(self) -> None:
        if self.agree.isEnabled():
            self.accept()

    def _adopt(self) -> None:
        """Put the plan where the other one stood; one step of undo."""
        plan = self.chosen
        if plan is not None:
            self._session.apply("plan.take", lambda quote: _with_plan(quote, plan))


def _with_plan(quote: Quote, plan: PlanReplay) -> Quote:
    """The compared quote, which is this one with another plan: nothing else can have changed."""
    return plan.quote if plan.quote != quote else quote
