"""Two customers side by side: which value is kept, fact by fact, and one customer comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QWidget

from app.errors import ImportRejected, QuotewrightError
from app.quoting.customer_merging import differences, needs_reason, usual_choice
from app.services.customer_merges import MergePair, merge_pair
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.customer_profile import ProfileField
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

_WIDTH = 680


class MergeDialog(FormDialog):
    """Asks how two customers are made one; ``merged(id)`` fires when they are."""

    merged = Signal(str)

    def __init__(
        self, around: Surroundings, workspace: Workspace, pair: MergePair, parent: QWidget
    ) -> None:
        """Show where both differ; what only one of them has is chosen already."""
        super().__init__(self.tr("Merge two customers"), self.tr("Merge"), parent)
        self.setMinimumWidth(_WIDTH)
        self._around = around
        self._workspace = workspace
        self._pair = pair
        self._theirs: dict[ProfileField, QRadioButton] = {}
        kept, other = pair.kept.customer, pair.other.customer
        self.body.addLayout(self._grid())
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("such as the same legal representative"))
        if needs_reason(kept, other):
            caption = self.tr("Why accounts under other names belong here")
            self.add_field(caption, self.reason)
        text = self.tr(
            "{accounts} accounts, {contacts} contacts, {sites} sites, {months} months of bills and"
            " {quotes} quotes of “{name}” follow. Undo parts both again."
        )
        about = make_label(
            text.format(
                accounts=len(other.accounts),
                contacts=len(other.contacts),
                sites=len(other.sites),
                months=len(pair.other.bills.months()),
                quotes=pair.quotes,
                name=other.name,
            ),
            "second",
        )
        about.setWordWrap(True)
        self.body.addWidget(about)

    def _grid(self) -> QGridLayout:
        kept, other = self._pair.kept.customer, self._pair.other.customer
        found = differences(kept, other)
        usual = usual_choice(found)
        words = self._around.speaker.words
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.LG)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(make_label(self.tr("Stays: {name}").format(name=kept.name), "strong"), 0, 1)
        grid.addWidget(make_label(self.tr("Goes: {name}").format(name=other.name), "strong"), 0, 2)
        for row, one in enumerate(found, 1):
            caption = words(f"customer_field.{one.field}")
            grid.addWidget(make_label(caption, "second"), row, 0)
            group = QButtonGroup(self)
            for column, text in ((1, one.mine), (2, one.theirs)):
                choice = QRadioButton(text or self.tr("(nothing)"))
                choice.setAccessibleName(f"{caption} {choice.text()}")
                choice.setChecked((column == 2) == (one.field in usual))
                group.addButton(choice)
                grid.addWidget(choice, row, column)
                self._theirs[one.field] = choice  # the second of both stays
        return grid

    def chosen(self) -> frozenset[ProfileField]:
        """Facts that are taken from the one who goes."""
        return frozenset(field for field, choice in self._theirs.items() if choice.isChecked())

    def accept(self) -> None:
        """Merge; the dialog stays open while a reason is missing."""
        workspace, pair, now = self._workspace, self._pair, self._around.clock()
        theirs, reason = self.chosen(), self.reason.text()
        self._around.tasks.run(
            lambda _task: merge_pair(workspace, pair, theirs, reason, now),
            lambda _revision: self._done(),
            self._refuse,
        )

    def _done(self) -> None:
        self.merged.emit(self._pair.kept.customer.id)
        super().accept()

    def _refuse(self, failure: Exception) -> None:
        if isinstance(failure, ImportRejected):
            told = failure.problems[0]
            self.show_problem(" ".join(self._around.speaker.finding(told.code, told.parameters)))
        elif isinstance(failure, QuotewrightError):
            self.show_problem(" ".join(self._around.speaker.failure(failure)))
        else:
            self._around.tasks.crashed.emit(failure)
