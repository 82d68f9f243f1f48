"""OptionDeeds: buttons below options side by side: recommend one, take one out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from collections.abc import Collection

_OTHERS = "BC"
"""Options beside the offer that stand abreast."""


class OptionDeeds(QWidget):
    """A button of each deed for each option but the offer.

    * ``recommended(letter)``: it is to become the offer. * ``taken_out(letter)``.

    Attributes:
        recommend: Buttons by letter.
        remove: Likewise.
    """

    recommended = Signal(str)
    taken_out = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without options."""
        super().__init__(parent)
        self.recommend: dict[str, QPushButton] = {}
        self.remove: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SM)
        row.addStretch()
        for letter in _OTHERS:
            take = make_button(self.tr("Recommend {letter}").format(letter=letter))
            out = make_button(self.tr("Take {letter} out").format(letter=letter), "quiet")
            take.clicked.connect(lambda _=False, which=letter: self.recommended.emit(which))
            out.clicked.connect(lambda _=False, which=letter: self.taken_out.emit(which))
            self.recommend[letter], self.remove[letter] = take, out
            for button in (take, out):
                button.setAutoDefault(False)
                row.addWidget(button)

    def show_letters(self, letters: Collection[str]) -> None:
        """Offer the deeds for these options."""
        for letter in _OTHERS:
            self.recommend[letter].setVisible(letter in letters)
            self.remove[letter].setVisible(letter in letters)
