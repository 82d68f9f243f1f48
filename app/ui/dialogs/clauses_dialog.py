"""The clauses of a contract: those of the library, ticked when the quote has chosen them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.clause import ClauseFacts, LibraryClause, QuoteClause
    from app.ui.presenting.speaker import Speaker

_WIDE = 560
_HIGH = 380
_TEXT = 120
_SEE: Final = re.compile(r"\{see:\w+\}")


class ClausesDialog(FormDialog):
    """Asks for the clauses of the contract; of alternatives one can be ticked at most.

    Attributes:
        boxes: The box of each clause by its identifier.
    """

    def __init__(
        self,
        chosen: tuple[QuoteClause, ...],
        library: tuple[LibraryClause, ...],
        facts: ClauseFacts,
        speaker: Speaker,
        parent: QWidget,
    ) -> None:
        """Show the library; a clause that is chosen stays in the version that was chosen.

        Args:
            chosen: Clauses of the quote.
            library: All there are.
            facts: What conditions ask about the quote.
            speaker: Texts.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Contract clauses"), self.tr("Apply"), parent)
        self._speaker = speaker
        own = {one.id: one for one in chosen}
        newest = {one.clause.id: one.clause for one in library}
        self._offered = {**newest, **own}
        standard = {
            version for one in library if one.standard for version in (one.clause, *one.earlier)
        }
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout()
        column.setSpacing(Space.SM)
        for name, clause in self._offered.items():
            applies = clause.applies(facts)
            notes = self._notes(clause, newest.get(name), special=clause not in standard)
            if not applies:
                notes = (*notes, self.tr("does not apply to this quote"))
            self._add(column, clause, notes, taken=name in own, applies=applies)
        column.addStretch()
        inside = QWidget()
        inside.setLayout(column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumSize(_WIDE, _HIGH)
        area.setWidget(inside)
        self.body.addWidget(area)

    def clauses(self) -> tuple[QuoteClause, ...]:
        """The clauses that are ticked."""
        return tuple(self._offered[name] for name, box in self.boxes.items() if box.isChecked())

    def _add(
        self,
        column: QVBoxLayout,
        clause: QuoteClause,
        notes: tuple[str, ...],
        *,
        taken: bool,
        applies: bool,
    ) -> None:
        """The box of a clause, and below it how it begins."""
        box = QCheckBox(" · ".join((self._speaker.name(clause.name), *notes)))
        box.setAccessibleName(box.text())
        box.setChecked(taken)
        box.setEnabled(taken or applies)
        box.toggled.connect(partial(self._leave_one, clause))
        self.boxes[clause.id] = box
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        other = self.tr("the article concerned")
        texts = [_SEE.sub(other, self._speaker.name(text)) for text in clause.texts]
        words = texts[0]
        begins = make_label(words if len(words) <= _TEXT else f"{words[:_TEXT]}…", "caption")
        begins.setWordWrap(True)
        begins.setToolTip("\n".join(texts))
        column.addWidget(begins)

    def _notes(
        self, clause: QuoteClause, newest: QuoteClause | None, *, special: bool
    ) -> tuple[str, ...]:
        """What is to be known of a clause before it is ticked."""
        notes = [self.tr("needs approval")] if special else []
        if newest is None:
            notes.append(self.tr("no longer in the library"))
        elif newest.version != clause.version:
            told = self.tr("version {version}, the library has {newest}")
            notes.append(told.format(version=clause.version, newest=newest.version))
        return tuple(notes)

    def _leave_one(self, clause: QuoteClause, ticked: bool) -> None:
        """Alternatives go when one of them is ticked."""
        for name, box in self.boxes.items():
            other = self._offered[name]
            if ticked and name != clause.id and other.alternative_of == clause.alternative_of:
                box.setChecked(False)
