"""The cards at the right: why this price, whose authority, what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.page import Page
from app.ui.pages.studio.authority_card import AuthorityCard
from app.ui.pages.studio.completeness_card import CompletenessCard
from app.ui.pages.studio.findings_card import FindingsCard
from app.ui.presenting.price_steps import explain_row
from app.ui.theme import set_role
from app.ui.tokens import Space, Width
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_label
from app.ui.widgets.waterfall import Waterfall
from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.quoting.freezing import Worked
    from app.quoting.revision import Revision
    from app.ui.page import Surroundings

_COMPACT_BELOW = 1420


class SidePanel(Page):
    """Explains the quote; ``item_wanted(item)`` asks to show an item."""

    item_wanted = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(surroundings, parent)
        self._key = ""
        self.waterfall = Waterfall(
            self.tr("Steps of the price"), self.tr("Choose an item to see its price explained")
        )
        self.authority = AuthorityCard(surroundings.speaker)
        self.gauge = self.authority.gauge
        self.findings = FindingsCard(surroundings.speaker)
        self.findings.item_wanted.connect(self.item_wanted)
        self.completeness = CompletenessCard(surroundings.speaker)
        self._why = Card(self.tr("Why this price"))
        self._why.body.addWidget(self.waterfall)
        self.others = make_label("", "caption")
        self.others.setWordWrap(True)
        self.others.hide()
        self._why.body.addWidget(self.others)
        self._build()
        watch_window_width(self, self._fit_window)

    def _build(self) -> None:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, Space.MD)
        column.setSpacing(Space.MD)
        for card in (self._why, self.authority, self.findings, self.completeness):
            column.addWidget(card)
        column.addStretch()
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Reasons and findings"))
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def detach(self) -> None:
        """Show no quote any more."""
        self.findings.forget()
        self.authority.forget()
        super().detach()

    def show_change(self, before: Worked | None, after: Worked) -> None:
        """Show what differs."""
        old, new = before.revision if before else None, after.revision
        if old is None or old.priced is not new.priced:
            self._explain(new)
        if old is None or old.verdict is not new.verdict:
            self._judge()
        self._advise()
        self.completeness.show_revision(new)

    def give_way(self) -> None:
        """Try nothing while rows are passing."""
        self.findings.give_way()
        self.authority.give_way()

    def explain_row(self, key: str) -> None:
        """Explain the price of another row."""
        self._key = key
        if self.session is not None:
            self._explain(self.session.worked.revision)
            self._judge()

    def go_to_findings(self) -> None:
        """Bring the keyboard to the first finding, where Enter takes the first way out."""
        self.findings.list.take_keyboard()
        self._scroll.ensureWidgetVisible(self.findings)

    def go_to_completeness(self) -> None:
        """Bring what the quote lacks into sight."""
        self._scroll.ensureWidgetVisible(self.completeness)

    def _explain(self, revision: Revision) -> None:
        explained = explain_row(self.around.speaker, revision, self._key)
        self._why.set_note(explained.note)
        self.waterfall.set_steps(explained.steps)
        self.others.setText("\n".join(explained.others))
        self.others.setVisible(bool(explained.others))

    def _judge(self) -> None:
        if self.session is not None:
            self.authority.judge(self.session, self._key)

    def _advise(self) -> None:
        if self.session is None:
            return
        self.findings.advise(self.session)
        place = 1 if self.findings.blocks else 2
        if self._column.indexOf(self.findings) != place:
            self._column.removeWidget(self.findings)
            self._column.insertWidget(place, self.findings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the row that is explained."""
        if event.key() == Qt.Key.Key_Escape:
            self.item_wanted.emit(self._key)
        else:
            super().keyPressEvent(event)

    def _fit_window(self, width: int) -> None:
        compact = width < _COMPACT_BELOW
        self.setFixedWidth((Width.PANEL_COMPACT if compact else Width.PANEL) + Space.SM)
