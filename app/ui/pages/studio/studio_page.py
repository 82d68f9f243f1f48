"""StudioPage: the open quote from its title to its totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.quoting import header_edits
from app.ui.page import Page
from app.ui.pages.studio.fact_editor import FactEditor
from app.ui.pages.studio.items_panel import ItemsPanel
from app.ui.pages.studio.savings_card import SavingsCard
from app.ui.pages.studio.side_panel import SidePanel
from app.ui.pages.studio.top_bar import TopBar
from app.ui.presenting.facts import facts_of
from app.ui.presenting.totals import totals_of
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.facts_bar import FactsBar
from app.ui.widgets.notice import Notice
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.totals_bar import TotalsBar

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from app.quoting.freezing import Worked
    from app.quoting.revision import Revision
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession

_ITEMS_WIDTH = 660
"""Least width of the items beside a paper."""
_ROOMY = 1600
"""Width of the page from which a paper and the reasons have room beside the items."""
_LOW = 800
"""Height of the page below which the bills are folded, in logical pixels."""


class StudioPage(Page):
    """Shows and edits one quote.

    * ``analysis_wanted(customer)``: show what the customer's bills say.
    * ``left()``: back to the list. * ``customer_wanted(id)``: show the customer.
    * ``papers_wanted(kinds)``: write papers. * ``reprice_wanted()``: on the newest catalogue.
    * ``preview_wanted()``: show a paper beside the quote, or put it away.
    * ``detached()``: the quote is shown no more.
    """

    left = Signal()
    customer_wanted = Signal(str)
    analysis_wanted = Signal(str)
    papers_wanted = Signal(tuple)
    reprice_wanted = Signal()
    preview_wanted = Signal()
    detached = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(surroundings, parent)
        self.top = TopBar(surroundings.speaker)
        self.facts = FactsBar(self.tr("Facts of the quote"))
        self.notice = Notice("git-compare")
        self._newest = ("", "")
        self.items = ItemsPanel(surroundings)
        self.side = SidePanel(surroundings)
        self.savings = SavingsCard(surroundings.speaker)
        self.totals = TotalsBar()
        self._over: QWidget | None = None
        self._with_tax, self._shared = True, False
        self._tax = Segmented(
            (("with", self.tr("with VAT")), ("without", self.tr("without VAT"))),
            "with",
            self.tr("Figures"),
        )
        self._tax.chosen.connect(self._choose_tax)
        self.totals.add_control(self._tax)
        self._editor = FactEditor(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        middle = QWidget()
        set_role(middle, "canvas")
        row = QHBoxLayout(middle)
        row.setContentsMargins(Space.LG, Space.LG, Space.SM, Space.LG)
        row.setSpacing(Space.LG)
        work = self._work = QVBoxLayout()
        work.setSpacing(Space.MD)
        work.addWidget(self.items, 1)
        work.addWidget(self.savings)
        left = QWidget()
        left.setLayout(work)
        left.setMinimumWidth(_ITEMS_WIDTH)
        work.setContentsMargins(0, 0, 0, 0)
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setChildrenCollapsible(False)
        self._beside.setHandleWidth(Space.SM)
        self._beside.addWidget(left)
        row.addWidget(self._beside, 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.facts)
        column.addWidget(self.notice)
        column.addWidget(middle, 1)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.top.left.connect(self.left)
        self.top.title.left.connect(self.items.search.setFocus)
        self.top.renamed.connect(self._rename)
        self.top.undone.connect(self.undo)
        self.top.redone.connect(self.redo)
        self.top.history_wanted.connect(self.show_history)
        self.top.papers_wanted.connect(self.papers_wanted)
        self.top.preview_wanted.connect(self.preview_wanted)
        self.notice.acted.connect(self.reprice_wanted)
        self.notice.closed.connect(lambda: self.offer_version(""))
        self.facts.fact_activated.connect(self._editor.open_fact)
        self._editor.customer_wanted.connect(self.customer_wanted)
        self.items.row_changed.connect(self.side.explain_row)
        self.side.item_wanted.connect(self._go_to_item)
        self.items.tree.verticalScrollBar().valueChanged.connect(self.side.give_way)
        self.side.findings.analysis_wanted.connect(self._analyse)
        self.side.findings.customer_wanted.connect(self.customer_wanted)
        self.savings.analysis_wanted.connect(self._analyse)
        wanted = self.top.deed_wanted
        self.savings.plans_wanted.connect(lambda: wanted.emit("plans"))
        self.savings.comparison_wanted.connect(lambda: wanted.emit("like_for_like"))

    # ------------------------------------------------------------ showing

    def attach(self, session: QuoteSession) -> None:
        """Show another quote in every part."""
        self.side.attach(session)
        self.items.attach(session)
        super().attach(session)
        session.stack.indexChanged.connect(self._show_stack)
        self._show_stack()
        self.side.explain_row(self.items.tree.current_key())
        self.show_saved(None)

    def detach(self) -> None:
        """Show no quote any more."""
        self.detached.emit()
        if self.session is not None:
            self.session.stack.indexChanged.disconnect(self._show_stack)
            self.items.detach()
            self.side.detach()
        super().detach()

    def show_change(self, before: Worked | None, after: Worked) -> None:
        """Show title, facts and totals."""
        revision = after.revision
        former = before.revision if before else None
        if not former or (former.quote, former.customer) != (revision.quote, revision.customer):
            self.top.show_quote(revision.quote)
            self.show_facts(revision)
        self._show_notice()
        self.savings.show_change(former, revision)
        self._show_totals(after)

    def show_facts(self, revision: Revision) -> None:
        """Show the facts as they are told today."""
        self.facts.set_facts(facts_of(self.around.speaker, revision, self.around.clock().date()))

    def offer_version(self, newest: str, rules: str = "") -> None:
        """Offer to reprice on the newest catalogue and rules; empty names offer nothing."""
        self._newest = (newest, rules)
        self._show_notice()

    def _show_notice(self) -> None:
        """Say which of the two there is a newer version of."""
        quote = self.session.quote if self.session is not None else None
        quoted = (quote.catalog_version, quote.policy_version) if quote is not None else ("", "")
        texts = (
            self.tr("This quote is priced with catalogue version {old}. The newest is {new}."),
            self.tr("It is priced with rules {old}. The newest are {new}."),
        )
        pairs = list(zip(texts, quoted, self._newest, strict=True))
        newer = [(text, old, new) for text, old, new in pairs if old and new and old != new]
        if not newer:
            self.notice.hide()
            return
        told = " ".join(text.format(old=old, new=new) for text, old, new in newer)
        versions = " · ".join(new for _, _, new in newer)
        self.notice.say(told, self.tr("Reprice on version {version}…").format(version=versions))

    # ------------------------------------------------------------ a paper beside the quote

    def put_beside(self, panel: QWidget) -> None:
        """Have a panel at hand that can be shown beside the items."""
        self._beside.addWidget(panel)
        self._beside.setStretchFactor(0, 1)
        self._beside.setStretchFactor(1, 1)

    def show_beside(self, *, shown: bool) -> None:
        """Show the panel beside the items or put it away; reasons give way where room is short."""
        panel = self._beside.widget(1)
        if panel is None:
            return
        panel.setVisible(shown)
        self.top.preview.setChecked(shown)
        self._share_room()
        if shown and not self._shared:
            self._shared = True
            room = self._beside.width()
            self._beside.setSizes([room * 11 // 20, room * 9 // 20])

    def put_over_items(self, panel: QWidget) -> None:
        """Have a panel at hand that can be shown in the place of the items."""
        self._over = panel
        self._work.insertWidget(0, panel, 1)
        panel.hide()

    def show_over_items(self, *, shown: bool) -> None:
        """Show that panel in the place of the items, or the items again."""
        if self._over is not None and self._over.isHidden() is shown:
            self._over.setVisible(shown)
            self.items.setVisible(not shown)
            if not shown:
                self.items.tree.setFocus()

    def _share_room(self) -> None:
        panel = self._beside.widget(1)
        shown = panel is not None and not panel.isHidden()
        self.side.setVisible(not shown or self.width() >= _ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the bills away where the items would get too little room."""
        super().resizeEvent(event)
        low, was_low = event.size().height() < _LOW, 0 < event.oldSize().height() < _LOW
        self._share_room()
        if low != was_low or event.oldSize().height() < 0:
            self.savings.set_folded(low)

    def _show_totals(self, worked: Worked) -> None:
        revision = worked.revision
        speaker = self.around.speaker
        self.totals.set_totals(totals_of(speaker, revision, with_tax=self._with_tax))

    def _choose_tax(self, chosen: str) -> None:
        self._with_tax = chosen == "with"
        if self.session is not None:
            self._show_totals(self.session.worked)

    def _show_stack(self) -> None:
        if self.session is not None:
            self.top.show_stack(self.session.stack)

    def show_saved(self, moment: datetime | None) -> None:
        """Say that everything is stored, and since when."""
        text = self.tr("Saved automatically")
        if moment is not None:
            text = f"{text} {moment.astimezone(self.around.clock().tzinfo):%H:%M}"
        self.top.show_saved(text, ok=True)

    def show_unsaved(self, text: str, why: str) -> None:
        """Say that the last edits are not stored yet, and why."""
        self.top.show_saved(text, ok=False, why=why)

    # ------------------------------------------------------------ doing

    def _analyse(self) -> None:
        if self.session is not None:
            self.analysis_wanted.emit(self.session.basis.customer.id)

    def _go_to_item(self, item: str) -> None:
        self.items.tree.set_current(item)
        self.items.tree.setFocus()

    def undo(self) -> None:
        """Go back one edit."""
        if self.session is not None:
            self.session.undo()

    def redo(self) -> None:
        """Go forward one edit."""
        if self.session is not None:
            self.session.redo()

    def open_fact(self, fact: str) -> None:
        """Let the user change a fact, by its name in ``app.ui.presenting.facts``."""
        self._editor.open_fact(fact)

    def show_history(self) -> None:
        """Show every edit and let the user go back to one."""
        if self.session is not None:
            self._editor.open_history()

    def _rename(self, title: str) -> None:
        if self.session is not None:
            self.session.apply("title", lambda quote: header_edits.set_title(quote, title), "title")
