"""What the author signs when he hands in a quote, before he does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.approvals import criterion_columns, criterion_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.submission import Submission
    from app.ui.page import Surroundings

_WIDTH: Final = 820
_TABLE: Final = 230


class SubmitDialog(FormDialog):
    """Shows what is signed; ``accepted`` asks to sign and submit it."""

    def __init__(self, around: Surroundings, submission: Submission, parent: QWidget) -> None:
        """Show a submission.

        Args:
            around: Speaker.
            submission: What is signed.
            parent: Window that it belongs to.
        """
        revision = submission.revision
        title = self.tr("Sign and submit {number} {label}")
        super().__init__(
            title.format(number=revision.quote.number, label=revision.label),
            self.tr("Sign and submit"),
            parent,
        )
        speaker = around.speaker
        figures, totals = speaker.figures, revision.priced.totals
        text = self.tr("You sign that you hand in exactly this. Any change needs a new signature.")
        self.body.insertWidget(0, make_label(text, "second"))
        months = self.tr("{contract} over {months} months; {monthly} a month").format(
            contract=figures.yuan(totals.contract.net_amount),
            months=revision.quote.term,
            monthly=figures.yuan(totals.monthly.net_amount),
        )
        until = figures.date(revision.quote.valid_until)
        by = self.tr("{name} no. {no}").format(name=submission.organisation, no=submission.number)
        self.facts = {
            self.tr("Quote"): revision.quote.title or revision.quote.number,
            self.tr("Customer"): revision.customer.name,
            self.tr("Contract total"): months,
            self.tr("Valid until"): until,
            self.tr("Fingerprint"): submission.fingerprint,
            self.tr("Organisation"): by,
            self.tr("Decides"): self._decides(around, submission),
        }
        for caption, fact in self.facts.items():
            value = make_label(fact)
            value.setAccessibleName(f"{caption} {fact}")
            self.form.addRow(make_label(caption, "second"), value)
        columns = criterion_columns(speaker)[:-1]  # nothing was decided before it is submitted
        self.criteria = DataTable(columns, self.tr("Criteria"), compact=True)
        self.criteria.setMinimumSize(_WIDTH, _TABLE)
        rows = criterion_rows(speaker, revision.verdict.criteria, ())
        self.criteria.set_rows(tuple(replace(row, cells=row.cells[:-1]) for row in rows))
        self.body.addWidget(self.criteria)

    def _decides(self, around: Surroundings, submission: Submission) -> str:
        speaker, verdict = around.speaker, submission.revision.verdict
        envelope = submission.envelope
        if verdict.within_own:
            return self.tr("Nobody: within your own authority")
        if envelope is not None and not envelope.outside:
            text = self.tr("Granted in advance by {name} until {date}")
            date = speaker.figures.date(envelope.until)
            return text.format(name=envelope.approver, date=date)
        return f"{verdict.level} {speaker.name(verdict.level_name)}".strip()
