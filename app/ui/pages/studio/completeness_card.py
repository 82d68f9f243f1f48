"""The card beside the quote that says how far it is prepared, and what lacks; internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from app.quoting.completeness import completeness
from app.ui.presenting.completeness import completeness_lines, completeness_title
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.quoting.completeness import Completeness
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker


class CompletenessCard(Card):
    """Shows a score and, part by part, what lacks."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__("", parent=parent)
        self._speaker = speaker
        self._shown: Completeness | None = None
        self.lines = make_label("", "caption")
        self.lines.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.lines.setSizePolicy(policy)
        self.body.addWidget(self.lines)

    def show_revision(self, revision: Revision) -> None:
        """Show how far a quote is; painted only where something has changed."""
        found = completeness(revision)
        if found == self._shown:
            return
        self._shown = found
        self.set_title(completeness_title(self._speaker, found))
        self.lines.setText("\n".join(completeness_lines(self._speaker, found)))
        self.lines.setAccessibleName(self.lines.text())
