"""The bar over the rules: what is shown, what is kept, undo, files, publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.ui.draft_history_tools import DraftHistoryTools
from app.ui.tokens import Space
from app.ui.widgets.parts import (
    make_button,
    make_chip,
    make_icon_button,
    make_label,
    set_chip_tone,
)
from pricing.promotion_choice import ChoicePolicy

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from app.ui.rule_session import RuleSession


class RuleBar(QWidget):
    """Shows the draft.

    * ``undone()``, ``redone()``, ``export_wanted()``, ``import_wanted()``, ``discard_wanted()``,
      ``publish_wanted()``. * ``choice_changed(choice)``: how to choose among promotions.
    """

    undone = Signal()
    redone = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    discard_wanted = Signal()
    publish_wanted = Signal()
    choice_changed = Signal(object)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without rules."""
        super().__init__(parent)
        self._state = make_chip("")
        self._about = make_label("", "second")
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Among promotions"))
        self.choice.setToolTip(self.tr("Which promotions win where not all may stand together"))
        names = (
            (ChoicePolicy.BEST_FOR_CUSTOMER, self.tr("Best for the customer")),
            (ChoicePolicy.BEST_FOR_MARGIN, self.tr("Best for the margin")),
            (ChoicePolicy.PRIORITY, self.tr("By priority")),
        )
        for choice, name in names:
            self.choice.addItem(name, choice.value)
        self.choice.activated.connect(
            lambda _place: self.choice_changed.emit(ChoicePolicy(self.choice.currentData()))
        )
        self._history = DraftHistoryTools(speaker, self)
        self.undo, self.redo = self._history.undo, self._history.redo
        self.bring = make_icon_button("upload", self.tr("Read rules from a file"))
        self.export = make_icon_button("download", self.tr("Write rules to a file"))
        self.discard = make_button(self.tr("Discard draft"), "quiet", icon="trash-2")
        self.publish = make_button(self.tr("Publish rules…"), "primary", icon="send")
        deeds = (
            (self.undo, self.undone),
            (self.redo, self.redone),
            (self.bring, self.import_wanted),
            (self.export, self.export_wanted),
            (self.discard, self.discard_wanted),
            (self.publish, self.publish_wanted),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XS, 0, 0, 0)
        row.setSpacing(Space.SM)
        for part in (self._state, self._about, self._history.saved):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(make_label(self.tr("Among promotions"), "caption"))
        row.addWidget(self.choice)
        for button, deed in deeds:
            button.clicked.connect(deed)
            row.addWidget(button)

    def show_rules(self, session: RuleSession, *, draft: bool) -> None:
        """Show how far the draft is, or that these are the rules in force."""
        self._state.setText(self.tr("Draft") if draft else self.tr("In force"))
        set_chip_tone(self._state, "accent" if draft else "ok")
        text = self.tr("{count} rules · version {version}")
        if draft:
            text = self.tr("{count} rules · of version {version} · {edits} edits")
        count, version = len(session.content.rules), session.base.version
        self._about.setText(text.format(count=count, version=version, edits=session.edits))
        self._history.saved.setVisible(draft)
        self.choice.setCurrentIndex(self.choice.findData(session.content.choice.value))
        self._history.show_history(session)
        self.discard.setVisible(draft)
        self.publish.setEnabled(draft and bool(session.content != session.base))

    def show_saved(self, text: str) -> None:
        """Say whether everything is stored."""
        self._history.saved.setText(text)
