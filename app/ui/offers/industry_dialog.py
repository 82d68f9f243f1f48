"""IndustryDialog: what is typical of an industry, to be ticked into the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from app.quoting.industry_template import Proposed, proposed_for
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.offers.question_dialog import scrolled
from app.ui.presenting.chapters import chapter_names
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.industry_template import IndustryTemplate
    from app.quoting.interview import QuestionBank
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession

_SIZE = (620, 440)


class IndustryDialog(FormDialog):
    """Asks for an industry, and for what of its template becomes part of the quote.

    Attributes:
        industry: Which industry; that of the customer at first.
        needs, offers, chapters: Boxes in the order of ``proposed``.
        proposed: What the template of that industry proposes.
    """

    def __init__(
        self,
        speaker: Speaker,
        templates: Sequence[IndustryTemplate],
        bank: QuestionBank,
        session: QuoteSession,
        parent: QWidget,
    ) -> None:
        """Show the template of the customer's industry."""
        super().__init__(self.tr("Industry template"), self.tr("Add what is ticked"), parent)
        self._speaker, self._bank, self._session = speaker, bank, session
        self._templates = {one.industry: one for one in templates}
        self.industry = QComboBox()
        for code in self._templates:
            self.industry.addItem(speaker.words.named("industry", code), code)
        known = self.industry.findData(session.worked.revision.customer.industry)
        self.industry.setCurrentIndex(max(0, known))
        self.industry.activated.connect(lambda _index: self.show_template())
        self.add_field(self.tr("Industry"), self.industry)
        self.proposed = Proposed()
        self.needs: list[QCheckBox] = []
        self.offers: list[QCheckBox] = []
        self.chapters: list[QCheckBox] = []
        self._inside = QWidget()
        self._area = scrolled(self._inside)
        self._area.setMinimumSize(*_SIZE)
        self.body.addWidget(self._area)
        self.show_template()

    def show_template(self) -> None:
        """Show what the chosen industry proposes; nothing is ticked."""
        speaker, session = self._speaker, self._session
        template = self._templates[str(self.industry.currentData())]
        catalog = session.basis.catalog
        self.proposed = found = proposed_for(template, self._bank, catalog, session.quote)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, Space.MD, 0)
        column.setSpacing(Space.SM)
        self.needs = self._boxes(
            column, self.tr("Typical needs"), [(speaker.name(n.text), "") for n in found.needs]
        )
        self.offers = self._boxes(
            column,
            self.tr("What is often sold"),
            [
                (f"{speaker.name(one.name)} ({one.code})", speaker.name(one.reason))
                for one in found.offers
            ],
        )
        names = chapter_names(speaker)
        self.chapters = self._boxes(
            column,
            self.tr("Chapters of the proposal to leave out"),
            [(names[chapter], "") for chapter in found.left_out],
        )
        questions = [
            (speaker.name(one.text), "")
            for file in self._bank.files
            if file.industry == template.industry
            for one in file.questions
        ]
        self._list(column, self.tr("Questions to ask (Ctrl+Shift+Q keeps the answers)"), questions)
        column.addStretch()
        self._area.setWidget(self._inside)

    def taken(self) -> Proposed:
        """What is ticked."""
        found = self.proposed
        return Proposed(
            tuple(n for n, box in zip(found.needs, self.needs, strict=True) if box.isChecked()),
            tuple(o for o, box in zip(found.offers, self.offers, strict=True) if box.isChecked()),
            tuple(
                chapter
                for chapter, box in zip(found.left_out, self.chapters, strict=True)
                if box.isChecked()
            ),
        )

    def _boxes(
        self, column: QVBoxLayout, title: str, rows: Sequence[tuple[str, str]]
    ) -> list[QCheckBox]:
        if rows:
            column.addWidget(make_label(title, "second"))
        boxes = []
        for text, reason in rows:
            box = QCheckBox(text.replace("&", "&&"))
            box.setAccessibleName(text)
            column.addWidget(box)
            if reason:
                column.addWidget(_wrapped(reason, "caption"))
            boxes.append(box)
        return boxes

    def _list(self, column: QVBoxLayout, title: str, rows: Sequence[tuple[str, str]]) -> None:
        if rows:
            column.addWidget(make_label(title, "second"))
        for text, _ in rows:
            column.addWidget(_wrapped(text, "body"))


def _wrapped(text: str, role: str) -> QWidget:
    label = make_label(text, role)  # type: ignore[arg-type] # one of two roles that there are
    label.setWordWrap(True)
    return label
