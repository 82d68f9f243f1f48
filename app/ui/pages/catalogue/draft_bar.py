"""The bar over a draft: what it is, what is kept, undo, findings, compare, publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.draft_history_tools import DraftHistoryTools
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import (
    make_button,
    make_chip,
    make_label,
    make_rule,
)

if TYPE_CHECKING:
    from app.ui.draft_session import DraftSession
    from app.ui.presenting.speaker import Speaker

_HEIGHT = 48


class DraftBar(QFrame):
    """Shows the draft.

    * ``undone()``, ``redone()``, ``findings_wanted()``, ``compare_wanted()``,
      ``discard_wanted()``, ``publish_wanted()``, ``left()``: back to looking things up.
    """

    undone = Signal()
    redone = Signal()
    findings_wanted = Signal()
    compare_wanted = Signal()
    discard_wanted = Signal()
    publish_wanted = Signal()
    left = Signal()

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a draft."""
        super().__init__(parent)
        set_role(self, "topbar")
        self.setFixedHeight(_HEIGHT)
        self._about = make_label("", "second")
        self._history = DraftHistoryTools(speaker, self)
        self.undo, self.redo = self._history.undo, self._history.redo
        self.findings = make_button("", "quiet", icon="triangle-alert")
        self.compare = make_button(self.tr("Changes"), "quiet", icon="git-compare")
        self.discard = make_button(self.tr("Discard draft"), "quiet", icon="trash-2")
        self.leave = make_button(self.tr("Only look"), "quiet", icon="eye")
        self.publish = make_button(self.tr("Publish…"), "primary", icon="send")
        deeds = (
            (self.undo, self.undone),
            (self.redo, self.redone),
            (self.findings, self.findings_wanted),
            (self.compare, self.compare_wanted),
            (self.discard, self.discard_wanted),
            (self.leave, self.left),
            (self.publish, self.publish_wanted),
        )
        for button, deed in deeds:
            button.clicked.connect(deed)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.LG, 0)
        row.setSpacing(Space.SM)
        row.addWidget(make_chip(self.tr("Draft"), "accent"))
        row.addWidget(self._about)
        row.addWidget(self._history.saved)
        row.addStretch()
        for part in (self.undo, self.redo, make_rule(vertical=True), self.findings, self.compare):
            row.addWidget(part)
        for part in (self.discard, self.leave, self.publish):
            row.addWidget(part)

    def show_draft(self, session: DraftSession) -> None:
        """Show how far the draft is."""
        count = session.edits
        text = (
            self.tr("of version {version} · 1 edit")
            if count == 1
            else self.tr("of version {version} · {count} edits")
        )
        self._about.setText(text.format(version=session.base.version, count=count))
        self._history.show_history(session)
        found = len(session.problems)
        text = self.tr("1 finding") if found == 1 else self.tr("{count} findings")
        self.findings.setText(f" {text.format(count=found)}")
        self.findings.setAccessibleName(text.format(count=found))
        self.findings.setVisible(bool(found))

    def show_saved(self, text: str) -> None:
        """Say whether everything is stored."""
        self._history.saved.setText(text)
