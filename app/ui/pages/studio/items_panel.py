"""The items of the quote: the search field, the tree one types into, and what Delete removes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.quoting import item_edits
from app.ui.finding import Finder
from app.ui.page import Page
from app.ui.pages.studio.item_block import ItemBlock
from app.ui.pages.studio.item_editing import ItemEditing
from app.ui.pages.studio.item_menu import ItemMenu
from app.ui.presenting.items import LIST_PRICE, NET_PRICE, ItemRows, item_columns
from app.ui.presenting.row_keys import read_key, section_of
from app.ui.presenting.search import found_note, hits_of
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_button, make_icon_button, make_label
from app.ui.widgets.pass_undo import pass_undo
from app.ui.widgets.quote_tree import QuoteTree
from app.ui.widgets.search_popup import SearchPopup
from catalog.search import remember_use

if TYPE_CHECKING:
    from app.quoting.freezing import Worked
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession
    from catalog.product_catalog import ProductCatalog
    from catalog.search import Found

_HITS = 50
_RECENT = 8
_UNFOLDED = 2
_SAYS_BASIS = 30
"""Pixels that the sign of a price without VAT takes beside it."""
"""A quote with no more items shows their charges at once."""


class ItemsPanel(Page):
    """Finds, adds, edits and removes items.

    * ``row_changed(key)`` follows the keyboard. * ``used(scores)``: an offering was taken.
    * ``bundle_wanted(items)``: make a bundle of these items.
    * ``industry_wanted()``: begin with the template of an industry.

    Attributes:
        scores: Score by code of what was taken, the latest at the end.
    """

    row_changed = Signal(str)
    bundle_wanted = Signal(tuple)
    industry_wanted = Signal()
    used = Signal(object)  # Qt would sort a dict

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(surroundings, parent)
        speaker = surroundings.speaker
        self._catalog: ProductCatalog | None = None
        self._rows: ItemRows | None = None
        self.scores: dict[str, int] = {}
        self._finder = Finder(surroundings.indexes, surroundings.tasks, self)
        self._finder.answered.connect(self._show_found)
        self.search = SearchPopup(
            self.tr("Add a product: name, code or pinyin initials, such as kd"),
            self.tr("Find and add products"),
        )
        self.search.setFixedWidth(360)
        pass_undo(self.search)
        self.search.query_changed.connect(self._find)
        self.search.chosen.connect(self.add)
        self.tree = QuoteTree(item_columns(speaker), self.tr("Items of the quote"))
        self.search.left.connect(self.tree.setFocus)
        self.tree.current_changed.connect(self.row_changed)
        self.editing = ItemEditing(surroundings, self.tree, self)
        self.remove = self.editing.remove
        self.block = ItemBlock(surroundings, self.tree, self.editing)
        self.tree.menu_requested.connect(self._menu)
        self.menu = ItemMenu(speaker, self.block, self.tree, self)
        self._build()

    def _build(self) -> None:
        card = QFrame()
        set_role(card, "card")
        empty = EmptyState(
            "search",
            self.tr("No items yet"),
            self.tr("Type a name, a code or pinyin initials in the search field above."),
            self.tr("Find products"),
            also=self.tr("Begin with an industry template…"),
        )
        empty.activated.connect(self.search.start)
        empty.also_activated.connect(self.industry_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.tree)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._tools())
        column.addWidget(self._stack, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(card)

    def _tools(self) -> QHBoxLayout:
        self.more = make_button(self.tr("Item"), "quiet", icon="ellipsis")
        self.more.setToolTip(
            self.tr("Characteristics, free and reduced months, gifts, optional, move, remove")
        )
        self.more.clicked.connect(self._menu_at_button)
        columns = make_icon_button("columns-3", self.tr("Columns (Ctrl+Shift+K)"))
        columns.clicked.connect(lambda: self.tree.choice.popup(columns))
        row = QHBoxLayout()
        row.setContentsMargins(Space.LG - 4, Space.MD, Space.MD, Space.MD)
        row.setSpacing(Space.SM)
        row.addWidget(self.search)
        row.addWidget(make_label("Ctrl+I", "key"))
        row.addStretch()
        row.addWidget(columns)
        row.addWidget(self.more)
        return row

    # ------------------------------------------------------------ showing

    def attach(self, session: QuoteSession) -> None:
        """Show the items of another quote, found in its catalogue."""
        self._look_in(session.basis.catalog)
        super().attach(session)
        self.editing.session = session
        items = session.quote.items
        if len(items) <= _UNFOLDED:
            self.tree.expandAll()
        else:
            self.tree.collapseAll()
            self.tree.unfold_sections()
        if items:
            self.tree.set_current(items[0].id)

    def _look_in(self, catalog: ProductCatalog) -> None:
        """Show and find what is in a catalogue version."""
        if self._catalog is not catalog:
            self._catalog = catalog
            self._rows = ItemRows(self.around.speaker, catalog)
            self._finder.look_in(catalog.content)

    def detach(self) -> None:
        """Show no quote any more."""
        self.editing.session = None
        super().detach()

    def show_change(self, before: Worked | None, after: Worked) -> None:
        """Rebuild the rows of changed items only."""
        if self._rows is None or self.session is None:
            return
        self._look_in(self.session.basis.catalog)
        old, new = before.revision if before else None, after.revision
        if (
            old is not None
            and old.priced is new.priced
            and old.verdict is new.verdict
            and old.quote.items is new.quote.items
        ):
            return
        key = self.tree.current_key()
        self._make_room(after)
        self.tree.set_rows(self._rows.rows(new))
        self._stack.setCurrentIndex(1 if new.priced.items else 0)
        self.more.setEnabled(bool(new.priced.items))
        if key and not self.tree.current_key():
            self._go_near()

    def _make_room(self, worked: Worked) -> None:
        """Wider prices where some are without VAT and say so beside the figure."""
        more = _SAYS_BASIS if worked.run.market.without_tax else 0
        for column in (LIST_PRICE, NET_PRICE):
            self.tree.set_room(column, more)

    def _go_near(self) -> None:
        items = self.session.quote.items if self.session else ()
        if items:
            self.tree.set_current(items[-1].id)
        else:
            self.row_changed.emit("")

    # ------------------------------------------------------------ finding and adding

    def _find(self, typed: str) -> None:
        if self.session is None:
            return
        limit = _HITS if typed else _RECENT
        found = self._finder.ask(typed, scores=self.scores, limit=limit)
        if found is None:
            self.search.set_waiting()
        else:
            self._show_found(found)

    def _show_found(self, found: Found) -> None:
        if self.session is None:
            return
        speaker, catalog = self.around.speaker, self.session.basis.catalog
        typed = self.search.text()
        hits = hits_of(speaker, catalog, found, typed)
        self.search.set_hits(hits, found_note(speaker, found, typed))

    def add(self, code: str) -> None:
        """Add an offering or a bundle, and go to it."""
        if self.session is None:
            return
        catalog = self.session.basis.catalog
        done = self.session.apply(
            "item.add", lambda quote: item_edits.add_offering(quote, catalog, code)
        )
        if not done:
            return
        self.scores = remember_use(self.scores, code)
        self.used.emit(self.scores)
        items = self.session.quote.items
        self.tree.set_current(items[-1].id, 1)
        if len(items) <= _UNFOLDED:
            self.tree.expand(self.tree.currentIndex().siblingAtColumn(0))

    # ------------------------------------------------------------ the menu of an item

    def _menu_at_button(self) -> None:
        below = self.more.mapToGlobal(QPoint(0, self.more.height()))
        self._menu(self.tree.current_key(), below)

    def _menu(self, key: str, point: QPoint) -> None:
        if self.session is None:
            return
        if section_of(key):
            self.menu.popup_section(section_of(key), key, point, partial(self.remove, (key,)))
            return
        item = self.session.quote.item(read_key(key).item)
        if item is None:
            return
        marked = self._marked(item.id)
        keys = self.tree.selected_keys() if len(marked) > 1 else (key,)
        remove = partial(self.remove, keys)
        bundle = partial(self.bundle_wanted.emit, marked)
        self.menu.popup(self.session, item, point, remove, bundle=bundle, marked=marked)

    def _marked(self, item: str) -> tuple[str, ...]:
        """The items that are marked; the one under the menu alone when it is not among them."""
        keys = [key for key in self.tree.selected_keys() if not section_of(key)]
        marked = tuple(dict.fromkeys(read_key(key).item for key in keys))
        return marked if item in marked else (item,)
