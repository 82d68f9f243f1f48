"""DraftHistoryTools: undo and redo over a draft, saying what they would do, and what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.ui.presenting.labels import edit_label
from app.ui.widgets.parts import make_icon_button, make_label

if TYPE_CHECKING:
    from app.ui.draft_history import DraftHistory
    from app.ui.presenting.speaker import Speaker


class DraftHistoryTools(QObject):
    """Parts of the bar over a draft; whoever owns the bar puts them into it.

    Attributes:
        undo: Takes one edit back.
        redo: Makes it again.
        saved: Whether everything is stored.
    """

    def __init__(self, speaker: Speaker, parent: QObject) -> None:
        """Begin without a draft."""
        super().__init__(parent)
        self._speaker = speaker
        self.undo = make_icon_button("undo-2", self.tr("Undo"))
        self.redo = make_icon_button("redo-2", self.tr("Redo"))
        self.saved = make_label("", "caption")

    def show_history(self, session: DraftHistory[Any, Any]) -> None:
        """Say what would be taken back and made again."""
        self.undo.setEnabled(session.can_undo)
        self.redo.setEnabled(session.can_redo)
        pairs = (
            (self.undo, self.tr("Undo"), session.undo_label, "Ctrl+Z"),
            (self.redo, self.tr("Redo"), session.redo_label, "Ctrl+Y"),
        )
        for button, name, label, keys in pairs:
            named = edit_label(self._speaker, label) if label else ""
            button.setToolTip(f"{name} {named} ({keys})".replace("  ", " "))
