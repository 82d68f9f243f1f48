"""The part of the studio's top that says where the quote stands and offers the next step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.ui.presenting.life import FINAL, step_text
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import (
    make_button,
    make_chip,
    make_icon_button,
    name_button,
    set_chip_tone,
)

if TYPE_CHECKING:
    from app.ui.presenting.life import Standing
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.parts import ChipTone


class LifeBar(QWidget):
    """A button for the next step and a menu of the others.

    ``chip`` and ``envelope`` stand beside the title.

    * ``wanted(step)``: a step by its name, see ``app.ui.presenting.life``. * ``standing_shown()``.
    * ``compare_wanted()``: compare contracts of the quote.
    * ``deed_wanted(action)``: compare the quote with what it was or might be.
    """

    wanted = Signal(str)
    standing_shown = Signal()
    compare_wanted = Signal()
    deed_wanted = Signal(str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(parent)
        self._speaker = speaker
        self._standing: Standing | None = None
        self.chip = make_chip("", "accent")
        self.chip.setAccessibleName(self.tr("State of the quote"))
        self.envelope = make_chip("", "ok")
        self.envelope.hide()
        self.next = make_button("")
        self.next.setObjectName("life-next")
        self.next.clicked.connect(self._want_next)
        self.more = make_icon_button("ellipsis-vertical", self.tr("More steps"))
        self.more.setObjectName("life-more")
        self.more.clicked.connect(lambda: self.menu().popup(self._below()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.next)
        row.addWidget(self.more)
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Show the state and what can be done."""
        self._standing = standing
        self.chip.setText(standing.text)
        self.chip.setToolTip(standing.hint)
        self.chip.setAccessibleDescription(f"{standing.text} {standing.hint}".strip())
        set_chip_tone(self.chip, standing.tone)
        self.next.setVisible(bool(standing.next))
        if standing.next:
            name_button(self.next, step_text(self._speaker, standing.next))
            set_role(self.next, "normal")
        self.show()
        self.standing_shown.emit()

    def show_envelope(self, told: tuple[str, str, ChipTone] | None) -> None:
        """Show whether the quote lies inside of what was granted in advance; text, hint, tone."""
        self.envelope.setVisible(told is not None)
        if told is not None:
            text, hint, tone = told
            self.envelope.setText(text)
            self.envelope.setToolTip(hint)
            self.envelope.setAccessibleName(f"{text} {hint}")
            set_chip_tone(self.envelope, tone)

    def menu(self) -> QMenu:
        """The other steps."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        others = self._standing.others if self._standing is not None else ()
        for step in others:
            self._add(menu, step)
        if others:
            menu.addSeparator()
        self._add(menu, FINAL)
        menu.addAction(self.tr("Compare contracts…"), self.compare_wanted.emit)
        for deed, text in (
            ("revisions", self.tr("Compare with an earlier revision\tCtrl+Shift+R")),
            ("scenarios", self.tr("Scenarios and options…\tCtrl+Shift+N")),
        ):
            menu.addAction(text, partial(self.deed_wanted.emit, deed))
        return menu

    def _add(self, menu: QMenu, step: str) -> None:
        menu.addAction(step_text(self._speaker, step), lambda: self.wanted.emit(step))

    def _want_next(self) -> None:
        if self._standing is not None and self._standing.next:
            self.wanted.emit(self._standing.next)

    def _below(self) -> QPoint:
        return self.more.mapToGlobal(QPoint(0, self.more.height()))
