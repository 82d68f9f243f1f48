"""QuestionChoice: of which industry and which product families questions are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.interview import QuestionBank
    from app.ui.presenting.speaker import Speaker

_OWN, _NONE = "§own", "§none"


class QuestionChoice(QWidget):
    """Lets the user choose; ``changed()`` fires when he did.

    Attributes:
        by_industry: The customer's at first.
        by_family: Those of the quote and of the customer's services at first.
    """

    changed = Signal()

    def __init__(
        self, speaker: Speaker, bank: QuestionBank, industry: str, families: tuple[str, ...]
    ) -> None:
        """Begin with what is known of the customer.

        Args:
            speaker: Texts.
            bank: Names industries and families.
            industry: Code of the customer's.
            families: Codes of those of his services and of the open quote.
        """
        super().__init__()
        known = {file.family for file in bank.files}
        self._own = tuple(one for one in families if one in known)
        self.by_industry, self.by_family = QComboBox(), QComboBox()
        self.by_industry.addItem(self.tr("no industry"), "")
        if self._own:
            self.by_family.addItem(self.tr("of the quote and the services"), _OWN)
        self.by_family.addItem(self.tr("no product"), _NONE)
        for file in bank.files:
            if file.industry:
                self.by_industry.addItem(speaker.name(file.name), file.industry)
            elif file.family:
                self.by_family.addItem(speaker.name(file.name), file.family)
        self.by_industry.setCurrentIndex(max(0, self.by_industry.findData(industry)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SM)
        for caption, box in (
            (self.tr("Industry"), self.by_industry),
            (self.tr("Products"), self.by_family),
        ):
            box.setAccessibleName(caption)
            box.activated.connect(lambda _index: self.changed.emit())
            row.addWidget(make_label(caption, "second"))
            row.addWidget(box, 1)

    @property
    def industry(self) -> str:
        """Code of the industry; empty for none."""
        return str(self.by_industry.currentData())

    @property
    def families(self) -> tuple[str, ...]:
        """Codes of the product families."""
        chosen = str(self.by_family.currentData())
        if chosen == _OWN:
            return self._own
        return () if chosen == _NONE else (chosen,)
