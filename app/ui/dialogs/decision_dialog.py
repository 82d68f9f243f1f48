"""Decide a submitted quote: what it needs, what differs from the last decision, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.approval.deciding import Ruling
from app.approval.state import Deed
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.approvals import (
    change_columns,
    change_rows,
    criterion_columns,
    criterion_rows,
    log_line,
)
from app.ui.presenting.life import listed
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label, name_button
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.services.approvals import Case
    from app.ui.page import Surroundings

_WIDTH: Final = 860
_CRITERIA, _CHANGES = 190, 150
_LINES: Final = 4
"""Entries of the log that are shown, the latest ones."""


class DecisionDialog(FormDialog):
    """Shows a case; ``ruled(ruling)`` answers it. Without a right to answer it only shows."""

    ruled = Signal(object)

    def __init__(
        self, around: Surroundings, case: Case, parent: QWidget, *, may_decide: bool
    ) -> None:
        """Show a case.

        Args:
            around: Speaker.
            case: What was submitted.
            parent: Window that it belongs to.
            may_decide: Whether it waits for this user.
        """
        quote = case.revision.quote
        title = f"{quote.title} · {quote.number} {case.revision.label}"
        super().__init__(title, self.tr("Approve"), parent)
        self._around = around
        self.heading = make_label(self._heading(case), "second")
        self.heading.setWordWrap(True)
        self.body.insertWidget(0, self.heading)
        speaker = around.speaker
        verdict = case.revision.verdict
        self.criteria = DataTable(criterion_columns(speaker), self.tr("Criteria"), compact=True)
        self.criteria.setMinimumSize(_WIDTH, _CRITERIA)
        self.criteria.set_rows(criterion_rows(speaker, verdict.criteria, case.worse))
        self.changes = DataTable(change_columns(speaker), self.tr("Differences"), compact=True)
        self.changes.setMinimumHeight(_CHANGES)
        self.changes.set_rows(change_rows(speaker, case.rows))
        self.changes.setVisible(bool(case.rows))
        since = self.tr("This quote is decided for the first time.")
        if case.before is not None:
            since = self.tr("Since revision {label}, which was decided last:")
            since = since.format(label=case.before.label)
        self.since = make_label(since, "strong")
        self.log = make_label(
            "\n".join(log_line(speaker, entry) for entry in case.entries[-_LINES:]), "caption"
        )
        for part in (self.criteria, self.since, self.changes, self.log):
            self.body.addWidget(part)
        self._add_answer()
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

    def _add_answer(self) -> None:
        self._verbs = {
            Deed.APPROVED: self.tr("Approve"),
            Deed.APPROVED_WITH_CONDITIONS: self.tr("Approve with conditions"),
            Deed.FILED: self.tr("Take note (file only)"),
            Deed.RETURNED: self.tr("Return for changes"),
            Deed.REJECTED: self.tr("Reject"),
        }
        options = [(deed.value, text) for deed, text in self._verbs.items()]
        self.answer = Segmented(options, Deed.APPROVED.value, self.tr("Answer"))
        self.answer.chosen.connect(lambda _chosen: self._follow())
        self.words = QLineEdit()
        self.words.textChanged.connect(lambda _typed: self._follow())
        self.body.addWidget(self.answer)
        self.body.addWidget(self.words)
        self._follow()

    def _only_look(self) -> None:
        self.answer.hide()
        self.words.hide()
        self.agree.hide()
        name_button(self._cancel_button, self.tr("Close"))

    def _follow(self) -> None:
        """Ask for what the answer needs."""
        deed = Deed(self.answer.current)
        hints = {
            Deed.APPROVED_WITH_CONDITIONS: self.tr("Conditions, separated by semicolons"),
            Deed.RETURNED: self.tr("What has to be changed"),
            Deed.REJECTED: self.tr("Why it is rejected"),
        }
        hint = hints.get(deed, self.tr("Remark (may be left out)"))
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        name_button(self.agree, self._verbs[deed])
        self.agree.setEnabled(deed not in hints or bool(self.words.text().strip()))

    def ruling(self) -> Ruling:
        """What is answered."""
        deed, typed = Deed(self.answer.current), self.words.text().strip()
        if deed is Deed.APPROVED_WITH_CONDITIONS:
            parts = typed.replace("；", ";").split(";")
            return Ruling(deed, conditions=tuple(part.strip() for part in parts if part.strip()))
        return Ruling(deed, reason=typed)

    def accept(self) -> None:
        """Answer."""
        if self.agree.isEnabled():
            self.ruled.emit(self.ruling())
            super().accept()
