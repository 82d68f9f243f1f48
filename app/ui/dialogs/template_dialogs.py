"""What is asked about templates: who hands a version in, what is brought in, whose default."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.paper_names import paper_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.services.template_versions import Handing
    from app.translation import Words
    from app.ui.presenting.speaker import Speaker
    from catalog.local_text import Language

_WIDTH = 320


class HandingDialog(FormDialog):
    """Asks who answers for a version, what is different, and from which day it is valid."""

    def __init__(
        self, title: str, agree: str, person: str, today: date, parent: QWidget, name: str = ""
    ) -> None:
        """Show what is usual.

        Args:
            title: What is done.
            agree: Text of the button, a verb.
            person: Who is at work.
            today: First day of validity.
            parent: Window that it belongs to.
            name: Of a template that is begun; not asked where it is empty.
        """
        super().__init__(title, agree, parent)
        self.name = QLineEdit(name)
        self.name.setMinimumWidth(_WIDTH)
        if name:
            self.add_field(self.tr("Name"), self.name)
            self.name.textChanged.connect(lambda text: self.agree.setEnabled(bool(text.strip())))
        self.person = QLineEdit(person)
        self.person.setMinimumWidth(_WIDTH)
        self.add_field(self.tr("Responsible"), self.person)
        self.note = QLineEdit()
        self.add_field(self.tr("What is different"), self.note)
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.add_field(self.tr("Valid from"), self.day)
        (self.name if name else self.note).setFocus()

    def valid_from(self) -> date:
        """The first day of validity."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def given(self, now: datetime) -> Handing:
        """Everything that was entered."""
        from app.services.template_versions import Handing

        person, note = self.person.text().strip(), self.note.text().strip()
        return Handing(person, note, self.valid_from(), now)


class BringInDialog(HandingDialog):
    """Asks what a Word file is to be, besides."""

    def __init__(
        self,
        kinds: Sequence[str],
        name: str,
        person: str,
        today: date,
        around: Speaker,
        parent: QWidget,
    ) -> None:
        """Offer every kind of paper."""
        super().__init__(
            self.tr("Bring in a template"), self.tr("Bring in"), person, today, parent, name
        )
        self.kind = QComboBox()
        for kind in kinds:
            self.kind.addItem(paper_name(around, kind), kind)
        self.language = QComboBox()
        self.language.addItem(self.tr("Chinese"), "zh")
        self.language.addItem(self.tr("English"), "en")
        self.add_field(self.tr("Paper"), self.kind)
        self.add_field(self.tr("Language"), self.language)

    def chosen(self) -> tuple[str, Language]:
        """Kind and language."""
        return self.kind.currentData(), cast("Language", self.language.currentData())


class DefaultDialog(FormDialog):
    """Asks for which customers and which brand a template is the default."""

    def __init__(
        self, paper: str, brand: str, words: Words, parent: QWidget, teams: Sequence[str] = ()
    ) -> None:
        """Offer the segments, the user's brand and the service centres.

        Args:
            paper: Name of the template, for the title.
            brand: The user's brand; empty where none is known.
            words: Names of segments.
            parent: Window that it belongs to.
            teams: Names of service centres.
        """
        super().__init__(
            self.tr("Default for… — {name}").format(name=paper), self.tr("Make default"), parent
        )
        self.segment, self.brand = QComboBox(), QComboBox()
        self.segment.setMinimumWidth(_WIDTH)
        self.segment.addItem(self.tr("every segment"), "")
        for one in words.codes("segment"):
            self.segment.addItem(words.named("segment", one), one)
        self.brand.setEditable(True)
        self.brand.addItems(["", brand] if brand else [""])
        self.add_field(self.tr("Segment"), self.segment)
        self.add_field(self.tr("Brand (empty for any)"), self.brand)
        self.team = QComboBox()
        self.team.addItem(self.tr("every team"), "")
        for name in teams:
            self.team.addItem(name, name)
        self.add_field(self.tr("Team of the customer"), self.team)
        self.segment.setFocus()

    def chosen(self) -> tuple[str, str, str]:
        """Segment, brand and team, empty for any."""
        brand = self.brand.currentText().strip()
        return self.segment.currentData(), brand, self.team.currentData()
