"""The text of two contracts in one: folded, unfolded, walked through change by change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.ui.presenting.contract_text import FOLD, contract_page
from app.ui.theme import current_theme

if TYPE_CHECKING:
    from app.quoting.text_difference import TextDifference
    from app.ui.presenting.speaker import Speaker


class ContractView(QTextBrowser):
    """Shows a difference.

    * ``walked(number, count)``: which of the changes is in sight, counted from 1; 0 at first.
    """

    walked = Signal(int, int)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin empty; F7 walks on from change to change, Shift+F7 back."""
        super().__init__(parent)
        self._speaker = speaker
        self._difference: TextDifference | None = None
        self._unfolded: frozenset[int] = frozenset()
        self._current = -1
        self.changes = 0
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Contract text"))
        self.anchorClicked.connect(self._follow)
        current_theme().changed.connect(self._show)

    def add_keys(self, window: QWidget) -> None:
        """Let F7 and Shift+F7 walk wherever the keyboard is in a window."""
        for keys, by in (("F7", 1), ("Shift+F7", -1)):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(lambda step=by: self.walk(step))

    def show_difference(self, difference: TextDifference | None) -> None:
        """Show another difference; ``None`` shows nothing."""
        self._difference, self._unfolded, self._current = difference, frozenset(), -1
        self._show()
        self.walked.emit(0, self.changes)

    def walk(self, by: int) -> None:
        """Go to the next change, or back; behind the last comes the first."""
        if not self.changes:
            return
        begun = self._current if self._current >= 0 else (-1 if by > 0 else 0)
        self._current = (begun + by) % self.changes
        self._show()
        self.scrollToAnchor(f"change{self._current}")
        self.walked.emit(self._current + 1, self.changes)

    def _follow(self, link: QUrl) -> None:
        address = link.toString()
        if address.startswith(FOLD):
            self._unfolded ^= {int(address.removeprefix(FOLD))}
            self._show()

    def _show(self) -> None:
        if self._difference is None:
            self.changes = 0
            self.clear()
            return
        page = contract_page(
            self._speaker,
            self._difference,
            current_theme().colors,
            unfolded=self._unfolded,
            current=self._current,
        )
        self.changes = page.changes
        place = self.verticalScrollBar().value()
        self.setHtml(page.html)
        self.verticalScrollBar().setValue(place)
