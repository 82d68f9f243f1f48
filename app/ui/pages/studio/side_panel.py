"""The cards at the right: why this price, whose authority, what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.page import Page
from app.ui.pages.studio.findings_list import FindingsList
from app.ui.presenting.authority import authority_state
from app.ui.presenting.findings import findings_of
from app.ui.presenting.price_steps import explain_row
from app.ui.theme import set_role
from app.ui.tokens import Space, Width
from app.ui.widgets.authority_gauge import AuthorityGauge
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_label
from app.ui.widgets.waterfall import Waterfall
from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from app.quoting.freezing import Worked
    from app.quoting.revision import Revision
    from app.ui.page import Surroundings
    from app.ui.presenting.findings import Finding
    from app.ui.widgets.parts import ChipTone

_COMPACT_BELOW = 1420


class SidePanel(Page):
    """Explains the quote; ``item_wanted(item)`` asks to show an item."""

    item_wanted = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(surroundings, parent)
        self._key = ""
        self._found: tuple[Finding, ...] = ()
        self.waterfall = Waterfall(
            self.tr("Steps of the price"), self.tr("Choose an item to see its price explained")
        )
        self.gauge = AuthorityGauge(self.tr("Discount authority"))
        self.problems = FindingsList(self.tr("Findings"), self.tr("Nothing stands in the way"))
        self.problems.cure_requested.connect(self._cure)
        self.problems.opened.connect(self._open)
        self._why = Card(self.tr("Why this price"))
        self._why.body.addWidget(self.waterfall)
        self.others = make_label("", "caption")
        self.others.setWordWrap(True)
        self.others.hide()
        self._why.body.addWidget(self.others)
        self._authority = Card(self.tr("Authority"))
        self._authority.body.addWidget(self.gauge)
        self._advice = Card(self.tr("Findings"))
        self._advice.body.addWidget(self.problems)
        self._build()
        watch_window_width(self, self._fit_window)

    def _build(self) -> None:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, Space.MD)
        column.setSpacing(Space.MD)
        for card in (self._why, self._authority, self._advice):
            column.addWidget(card)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Reasons and findings"))
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def show_change(self, before: Worked | None, after: Worked) -> None:
        """Show what differs."""
        old, new = before.revision if before else None, after.revision
        if old is None or old.priced is not new.priced:
            self._explain(new)
        if old is None or old.verdict is not new.verdict:
            self._judge(new)
        self._advise(new)

    def explain_row(self, key: str) -> None:
        """Explain the price of another row."""
        self._key = key
        if self.session is not None:
            self._explain(self.session.worked.revision)

    def _explain(self, revision: Revision) -> None:
        explained = explain_row(self.around.speaker, revision, self._key)
        self._why.set_note(explained.note)
        self.waterfall.set_steps(explained.steps)
        self.others.setText("\n".join(explained.others))
        self.others.setVisible(bool(explained.others))

    def _judge(self, revision: Revision) -> None:
        if self.session is None:
            return
        verdict, matrix = revision.verdict, self.session.basis.rules.authority
        self.gauge.set_state(authority_state(self.around.speaker, verdict, matrix))
        if verdict.within_own:
            self._authority.set_mark(self.tr("own authority"), "ok")
        elif verdict.blocked:
            self._authority.set_mark(self.tr("not allowed"), "bad")
        else:
            self._authority.set_mark(self.tr("approval needed"), "warn")

    def _advise(self, revision: Revision) -> None:
        if self.session is None:
            return
        found = findings_of(self.around.speaker, self.session.basis.catalog, revision)
        self._found = found.shown
        rest = found.total - len(found.shown)
        self.problems.set_problems(tuple(finding.row for finding in found.shown), rest)
        blocking = found.blocking
        tone: ChipTone = "bad" if blocking else "warn" if found.total else "plain"
        self._advice.set_mark(str(found.total) if found.total else "", tone)
        place = 1 if blocking else 2
        if self._column.indexOf(self._advice) != place:
            self._column.removeWidget(self._advice)
            self._column.insertWidget(place, self._advice)

    def _finding(self, key: str) -> Finding | None:
        return next((finding for finding in self._found if finding.row.key == key), None)

    def _cure(self, key: str, cure: str) -> None:
        finding = self._finding(key)
        if finding is None or self.session is None:
            return
        deed = next(deed for deed in finding.cures if deed.id == cure)
        self.session.apply("cure", deed.edit)

    def _open(self, key: str) -> None:
        finding = self._finding(key)
        if finding is not None and finding.item:
            self.item_wanted.emit(finding.item)

    def _fit_window(self, width: int) -> None:
        compact = width < _COMPACT_BELOW
        self.setFixedWidth((Width.PANEL_COMPACT if compact else Width.PANEL) + Space.SM)
