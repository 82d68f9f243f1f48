"""An organisation file before it is taken: who decides what up to where, until when, whose root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.organisation import (
    limit_columns,
    limit_rows,
    member_columns,
    member_rows,
)
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.organisation_offer import Offer
    from app.ui.page import Surroundings

_PEOPLE, _LIMITS, _HEIGHT = 380, 620, 250
_TOLD: Final = 460


class OrganisationDialog(FormDialog):
    """Shows an offer; ``taken(told)`` takes it, with what the administrator told of the root."""

    taken = Signal(str)

    def __init__(self, around: Surroundings, offer: Offer, parent: QWidget) -> None:
        """Show an organisation file.

        Args:
            around: Speaker and clock.
            offer: As it was read.
            parent: Window that it belongs to.
        """
        organisation = offer.organisation
        title = self.tr("Organisation {name} no. {no}")
        super().__init__(
            title.format(name=organisation.name, no=organisation.policy_no),
            self.tr("Take this organisation"),
            parent,
        )
        self._offer = offer
        speaker, day = around.speaker, around.clock().date()
        self.about = make_label(self._about(around), "second")
        self.about.setWordWrap(True)
        self.body.insertWidget(0, self.about)
        matrix = organisation.matrix_on(day)
        self.people = DataTable(member_columns(speaker), self.tr("People"), compact=True)
        self.people.setMinimumSize(_PEOPLE, _HEIGHT)
        self.people.set_rows(member_rows(speaker, organisation, matrix))
        self.limits = DataTable(limit_columns(speaker, matrix), self.tr("Limits"), compact=True)
        self.limits.setMinimumSize(_LIMITS, _HEIGHT)
        self.limits.set_rows(limit_rows(speaker, matrix))
        row = QHBoxLayout()
        row.setSpacing(Space.MD)
        row.addWidget(self.people)
        row.addWidget(self.limits, 1)
        self.body.addLayout(row)
        self.told = QLineEdit()
        if not offer.pinned:
            self._ask_root()

    def _about(self, around: Surroundings) -> str:
        figures, found = around.speaker.figures, self._offer.organisation
        first = self.tr("Valid until {date}; a decision holds for {days} days at most.").format(
            date=figures.date(found.valid_until), days=found.max_days
        )
        before = self._offer.before
        if before:
            known = self.tr("It takes the place of no. {no}; the same root key signed both.")
            return f"{first} {known.format(no=before)}"
        return first

    def _ask_root(self) -> None:
        text = self.tr(
            "This is the first organisation file on this computer. From now on only files of this"
            " root key are taken. Type the letters, or paste the key, that the administrator told"
            " you on another way than this file came:"
        )
        why = make_label(text, "second")
        why.setWordWrap(True)
        self.body.addWidget(why)
        self.told.setMinimumWidth(_TOLD)
        self.told.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX")
        self.told.setAccessibleName(self.tr("Root key as you were told"))
        self.told.textChanged.connect(lambda typed: self.agree.setEnabled(bool(typed.strip())))
        self.body.addWidget(self.told)
        self.agree.setEnabled(False)
        self.told.setFocus()

    def accept(self) -> None:
        """Take it; whoever does closes the dialog, or says why it cannot be."""
        if self.agree.isEnabled():
            self.taken.emit(self.told.text().strip())

    def done_with(self) -> None:
        """Close: it was taken."""
        super().accept()
