"""ChoiceChips: a few words of which any number may be on; none on means all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChoiceChips(QWidget):
    """Shows words as buttons; ``picked(words)`` fires with those that are on after a change."""

    picked = Signal(tuple)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without words; ``name`` is what a screen reader calls them."""
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self._words: tuple[tuple[str, str], ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(Space.XS)
        self.setLayout(self._flow)

    def set_words(self, words: Sequence[tuple[str, str]]) -> None:
        """Offer these words, each with its text."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        while (place := self._flow.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = {}
        for word, text in words:
            button = QPushButton(text)
            set_role(button, "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{self._name} {text}")
            button.clicked.connect(self._tell)
            self._flow.addWidget(button)
            self._buttons[word] = button
        self.updateGeometry()

    def set_picked(self, picked: Sequence[str]) -> None:
        """Turn these words on and the others off; one that is not offered is added."""
        known = dict(self._words)
        missing = [word for word in picked if word not in known]
        if missing:
            self.set_words((*self._words, *((word, word) for word in missing)))
        for word, button in self._buttons.items():
            button.setChecked(word in picked)

    def picked_words(self) -> tuple[str, ...]:
        """The words that are on."""
        return tuple(word for word, one in self._buttons.items() if one.isChecked())

    def button(self, word: str) -> QPushButton:
        """The button of a word."""
        return self._buttons[word]

    def _tell(self) -> None:
        self.picked.emit(self.picked_words())
