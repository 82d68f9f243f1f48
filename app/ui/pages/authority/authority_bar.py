"""The bar over limits and people: what is shown, what is kept, undo, files, publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.draft_history_tools import DraftHistoryTools
from app.ui.theme import set_role
from app.ui.tokens import Height, Space
from app.ui.widgets.parts import (
    make_button,
    make_chip,
    make_icon_button,
    make_label,
    set_chip_tone,
)

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.ui.authority_session import AuthoritySession
    from app.ui.presenting.speaker import Speaker


class AuthorityBar(QFrame):
    """Shows the draft.

    * ``left()``: back to the approvals. * ``undone()``, ``redone()``, ``export_wanted()``,
      ``import_wanted()``, ``discard_wanted()``, ``trial_wanted()``, ``publish_wanted()``.
    """

    left = Signal()
    undone = Signal()
    redone = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    discard_wanted = Signal()
    trial_wanted = Signal()
    publish_wanted = Signal()

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        set_role(self, "topbar")
        self.setFixedHeight(Height.TOPBAR)
        self._speaker = speaker
        self.back = make_icon_button("arrow-left", self.tr("Back to the approvals"))
        self._state = make_chip("")
        self._about = make_label("", "second")
        self._history = DraftHistoryTools(speaker, self)
        self.undo, self.redo = self._history.undo, self._history.redo
        self.bring = make_icon_button("upload", self.tr("Read limits and people from a file"))
        self.export = make_icon_button("download", self.tr("Write limits and people to a file"))
        self.discard = make_button(self.tr("Discard draft"), "quiet", icon="trash-2")
        self.trial = make_button(self.tr("What would change…"), icon="file-search")
        self.publish = make_button(self.tr("Publish…"), "primary", icon="send")
        deeds = (
            (self.back, self.left),
            (self.undo, self.undone),
            (self.redo, self.redone),
            (self.bring, self.import_wanted),
            (self.export, self.export_wanted),
            (self.discard, self.discard_wanted),
            (self.trial, self.trial_wanted),
            (self.publish, self.publish_wanted),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LG, 0, Space.LG, 0)
        row.setSpacing(Space.SM)
        row.addWidget(self.back)
        row.addWidget(make_label(self.tr("Limits and people"), "h1"))
        for part in (self._state, self._about, self._history.saved):
            row.addWidget(part)
        row.addStretch()
        for button, deed in deeds:
            button.clicked.connect(deed)
            if button is not self.back:
                row.addWidget(button)

    def show_session(
        self, session: AuthoritySession, today: date, *, draft: bool, blocked: bool
    ) -> None:
        """Show how far the draft is, or what holds today or from a day on."""
        read_only = session.organisation is not None
        if read_only:
            self._state.setText(self.tr("Read-only"))
            set_chip_tone(self._state, "warn")
        else:
            first = session.content.written.valid_from or today
            held = self.tr("Holds from {day}").format(day=self._speaker.figures.date(first))
            held = self.tr("In force") if first <= today else held
            self._state.setText(self.tr("Draft") if draft else held)
            set_chip_tone(self._state, "accent" if draft else "ok")
        text = self.tr("of edition {version} · {edits} edits") if draft else "{version}"
        version = session.base.written.version
        self._about.setText(text.format(version=version, edits=session.edits))
        self._history.saved.setVisible(draft)
        self._history.show_history(session)
        self.discard.setVisible(draft)
        changed = session.content != session.base
        self.trial.setEnabled(changed and not blocked)
        self.publish.setEnabled(draft and changed and not blocked)
        told = self.tr("Mend the findings first; nothing can be published.") if blocked else ""
        self.publish.setToolTip(told)
        for part in (self.undo, self.redo, self.bring, self.trial, self.publish):
            part.setVisible(not read_only)

    def show_saved(self, text: str) -> None:
        """Say whether everything is stored."""
        self._history.saved.setText(text)
