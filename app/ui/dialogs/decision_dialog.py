"""Decide a submitted quote: what it needs, what differs, what is granted until when, the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from app.ui.dialogs.decision_answer import DecisionAnswer
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.approvals import change_columns, change_rows, log_line
from app.ui.presenting.decisions import (
    TOLERANCE,
    answer_columns,
    answer_rows,
    review_columns,
    review_rows,
)
from app.ui.presenting.life import listed
from app.ui.presenting.typed import NotUnderstood, fault_text, read_tolerance
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label, name_button
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from decimal import Decimal

    from app.approval.deciding import Ruling
    from app.services.approvals import Case
    from app.services.request_review import Review
    from app.ui.page import Surroundings

    Grants = Callable[[Mapping[str, Decimal]], Mapping[str, Decimal]]
    """What would be signed for each criterion, given what is tolerated."""

_WIDTH: Final = 1000
_TABLE: Final = 230
_LINES: Final = 3
"""Entries of the log that are shown, the latest ones."""
_CRITERIA, _SINCE, _REVIEW = "criteria", "since", "review"


class DecisionDialog(FormDialog):
    """Shows a case; ``ruled(ruling)`` answers it. Without a right to answer it only shows."""

    ruled = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        case: Case,
        parent: QWidget,
        *,
        may_decide: bool,
        review: Review | None = None,
        grants: Grants | None = None,
        most: date | None = None,
    ) -> None:
        """Show a case.

        Args:
            around: Speaker and clock.
            case: What was submitted.
            parent: Window that it belongs to.
            may_decide: Whether it waits for this user.
            review: The request priced again here; ``None`` where it was made here.
            grants: What would be signed; ``None`` where nothing is signed.
            most: Last day on which what is signed today may hold; ``None`` where nothing is.
        """
        quote = case.revision.quote
        title = f"{quote.title} · {quote.number} {case.revision.label}"
        super().__init__(title, self.tr("Approve"), parent)
        self._around, self._case, self._review, self._grants = around, case, review, grants
        self.tolerances: dict[str, Decimal] = {}
        self.heading = make_label(self._heading(case), "second")
        self.heading.setWordWrap(True)
        self.body.insertWidget(0, self.heading)
        self._add_tables()
        self._add_review()
        speaker = around.speaker
        self.log = make_label(
            "\n".join(log_line(speaker, entry) for entry in case.entries[-_LINES:]), "caption"
        )
        self.body.addWidget(self.log)
        self.answer = DecisionAnswer(quote.valid_until, most, self)
        self.answer.changed.connect(self._follow)
        self.body.addWidget(self.answer)
        self._follow()
        if not may_decide:
            self._only_look()

    def _heading(self, case: Case) -> str:
        figures = self._around.speaker.figures
        revision = case.revision
        totals = revision.priced.totals
        text = self.tr(
            "{customer} · by {author} · {contract} over {months} months · waits for {roles}"
        )
        return text.format(
            customer=revision.customer.name,
            author=revision.quote.manager.name,
            contract=figures.yuan(totals.contract.net_amount),
            months=revision.quote.term,
            roles=listed(self._around.speaker, case.life.waiting) or "–",
        )

    # ------------------------------------------------------------ tables

    def _add_tables(self) -> None:
        speaker, case = self._around.speaker, self._case
        columns = answer_columns(speaker, signed=self._grants is not None)
        self.criteria = DataTable(columns, self.tr("Criteria"), compact=True)
        self.criteria.cell_edited.connect(self._tolerate)
        self._show_criteria()
        self.changes = DataTable(change_columns(speaker), self.tr("Differences"), compact=True)
        self.changes.set_rows(change_rows(speaker, case.rows))
        self.checked = DataTable(review_columns(speaker), self.tr("Priced again"), compact=True)
        rows = self._review.rows if self._review is not None else ()
        self.checked.set_rows(review_rows(speaker, rows))
        since = self.tr("First decision")
        if case.before is not None:
            since = self.tr("Since revision {label}").format(label=case.before.label)
        options = [(_CRITERIA, self.tr("Criteria")), (_SINCE, since)]
        if self._review is not None:
            again = self.tr("Priced again ({count})").format(count=len(rows))
            options.append((_REVIEW, again))
        differs = bool(rows)
        self.view = Segmented(options, _REVIEW if differs else _CRITERIA, self.tr("What to see"))
        self.view.chosen.connect(self._show_view)
        self.tables = QStackedWidget()
        self.tables.setMinimumSize(_WIDTH, _TABLE)
        for table in (self.criteria, self.changes, self.checked):
            self.tables.addWidget(table)
        self._show_view(self.view.current)
        self.body.addWidget(self.view)
        self.body.addWidget(self.tables, 1)

    def _show_view(self, name: str) -> None:
        self.tables.setCurrentIndex((_CRITERIA, _SINCE, _REVIEW).index(name))

    def _show_criteria(self) -> None:
        grants = self._grants(self.tolerances) if self._grants is not None else None
        criteria, worse = self._case.revision.verdict.criteria, self._case.worse
        self.criteria.set_rows(
            answer_rows(self._around.speaker, criteria, worse, self.tolerances, grants)
        )

    def _tolerate(self, criterion: str, column: int, text: str) -> None:
        """Take how much worse a criterion may get."""
        if column != TOLERANCE:
            return
        try:
            value = read_tolerance(text)
        except NotUnderstood as fault:
            self.show_problem(fault_text(self._around.speaker, fault))
            return
        self.show_problem("")
        self.tolerances.pop(criterion, None)
        if value:
            self.tolerances[criterion] = value
        self._show_criteria()

    def _add_review(self) -> None:
        """What pricing again has shown, and the box to tick before it is signed all the same."""
        review, speaker = self._review, self._around.speaker
        self.seen = QCheckBox(self.tr("I have seen these differences; my answer counts with them"))
        self.seen.setAccessibleName(self.seen.text())
        self.seen.toggled.connect(self._follow)
        self.told = make_label("", "second")
        self.told.setWordWrap(True)
        differs = review is not None and bool(review.findings or review.rows)
        self.seen.setVisible(differs)
        self.told.setVisible(review is not None)
        if review is not None and differs:
            found = [speaker.finding(one.code, one.parameters)[0] for one in review.findings]
            self.told.setText("\n".join(found) or self.tr("Something is worked out differently."))
        else:
            self.told.setText(
                self.tr("Priced again with the price list, rules and limits here: the same.")
            )
        self.body.addWidget(self.told)
        self.body.addWidget(self.seen)

    # ------------------------------------------------------------ answering

    def _only_look(self) -> None:
        for part in (self.answer, self.agree, self.seen):
            part.hide()
        name_button(self._cancel_button, self.tr("Close"))

    def _follow(self) -> None:
        """Ask for what the answer needs."""
        name_button(self.agree, self.answer.verb)
        unseen = not self.seen.isHidden() and not self.seen.isChecked()
        self.agree.setEnabled(self.answer.complete and not unseen)

    def ruling(self) -> Ruling:
        """What is answered."""
        return self.answer.ruling(self.tolerances)

    def accept(self) -> None:
        """Answer."""
        if self.agree.isEnabled():
            self.ruled.emit(self.ruling())
            super().accept()
