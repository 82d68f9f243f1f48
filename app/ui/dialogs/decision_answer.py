"""The answer to a submission: what is decided, in which words, and until when it holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.approval.deciding import Ruling
from app.approval.state import CONSENTS, Deed
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal


class DecisionAnswer(QWidget):
    """Takes an answer; ``changed()`` says that it did."""

    changed = Signal()

    def __init__(self, last: date, most: date | None, parent: QWidget | None = None) -> None:
        """Begin with an approval that holds as long as it may.

        Args:
            last: Last day of the quote.
            most: Last day on which a decision of today may hold; ``None`` for no such day.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._last = last
        latest = min(last, most or last)
        self._verbs = {
            Deed.APPROVED: self.tr("Approve"),
            Deed.APPROVED_WITH_CONDITIONS: self.tr("Approve with conditions"),
            Deed.FILED: self.tr("Take note (file only)"),
            Deed.RETURNED: self.tr("Return for changes"),
            Deed.REJECTED: self.tr("Reject"),
        }
        options = [(deed.value, text) for deed, text in self._verbs.items()]
        self.choice = Segmented(options, Deed.APPROVED.value, self.tr("Answer"))
        self.choice.chosen.connect(lambda _chosen: self._follow())
        self.words = QLineEdit()
        self.words.textChanged.connect(lambda _typed: self.changed.emit())
        self.until_label = make_label(self.tr("Holds until"), "second")
        self.until = QDateEdit(QDate(latest.year, latest.month, latest.day))
        self.until.setAccessibleName(self.tr("Holds until"))
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        row.addWidget(self.choice)
        row.addStretch()
        row.addWidget(self.until_label)
        row.addWidget(self.until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addLayout(row)
        column.addWidget(self.words)
        self._follow()

    @property
    def deed(self) -> Deed:
        """What is decided."""
        return Deed(self.choice.current)

    @property
    def verb(self) -> str:
        """What the button that answers says."""
        return self._verbs[self.deed]

    @property
    def complete(self) -> bool:
        """Whether the words that the answer needs are there."""
        return self.deed not in self._hints() or bool(self.words.text().strip())

    def ruling(self, tolerances: Mapping[str, Decimal]) -> Ruling:
        """What is answered.

        Args:
            tolerances: How much worse each criterion may get; for a consent.
        """
        deed, typed = self.deed, self.words.text().strip()
        if deed not in CONSENTS:
            return Ruling(deed, reason=typed)
        shown = self.until.date()
        chosen = date(shown.year(), shown.month(), shown.day())
        until = chosen if chosen < self._last else None
        if deed is Deed.APPROVED_WITH_CONDITIONS:
            parts = typed.replace("；", ";").split(";")
            conditions = tuple(part.strip() for part in parts if part.strip())
            return Ruling(deed, "", conditions, dict(tolerances), until)
        return Ruling(deed, typed, (), dict(tolerances), until)

    def _hints(self) -> dict[Deed, str]:
        return {
            Deed.APPROVED_WITH_CONDITIONS: self.tr("Conditions, separated by semicolons"),
            Deed.RETURNED: self.tr("What has to be changed"),
            Deed.REJECTED: self.tr("Why it is rejected"),
        }

    def _follow(self) -> None:
        """Ask for what the answer needs."""
        hint = self._hints().get(self.deed, self.tr("Remark (may be left out)"))
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        for part in (self.until_label, self.until):
            part.setVisible(self.deed in CONSENTS)
        self.changed.emit()
