"""The items of the quote: the search field, the tree one types into, and what Delete removes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.quoting import item_edits
from app.ui.finding import Finder
from app.ui.page import Page
from app.ui.pages.studio.bundle_menu import BundleMenu
from app.ui.pages.studio.item_menu import ItemMenu, move_item
from app.ui.presenting.cell_edits import cell_edit
from app.ui.presenting.items import LIST_PRICE, NET_PRICE, ItemRows, item_columns
from app.ui.presenting.row_keys import read_key
from app.ui.presenting.search import found_note, hits_of
from app.ui.presenting.typed import NotUnderstood, fault_text
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.pass_undo import pass_undo
from app.ui.widgets.quote_tree import QuoteTree
from app.ui.widgets.search_popup import SearchPopup
from catalog.search import remember_use

if TYPE_CHECKING:
    from app.quoting.freezing import Worked
    from app.quoting.quote import Quote
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

    Attributes:
        scores: Score by code of what was taken, the latest at the end.
    """

    row_changed = Signal(str)
    bundle_wanted = Signal(tuple)
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
        self.tree.cell_edited.connect(self._edited)
        self.tree.cell_typing.connect(self._typing)
        self.tree.cell_cancelled.connect(self._cancelled)
        self.tree.current_changed.connect(self.row_changed)
        self.tree.remove_requested.connect(self.remove)
        self.tree.menu_requested.connect(self._menu)
        self.menu = ItemMenu(speaker, self)
        self._build()

    def _build(self) -> None:
        card = QFrame()
        set_role(card, "card")
        empty = EmptyState(
            "search",
            self.tr("No items yet"),
            self.tr("Type a name, a code or pinyin initials in the search field above."),
            self.tr("Find products"),
        )
        empty.activated.connect(self.search.start)
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
        row = QHBoxLayout()
        row.setContentsMargins(Space.LG - 4, Space.MD, Space.MD, Space.MD)
        row.setSpacing(Space.SM)
        row.addWidget(self.search)
        row.addWidget(make_label("Ctrl+I", "key"))
        row.addStretch()
        row.addWidget(self.more)
        return row

    # ------------------------------------------------------------ showing

    def attach(self, session: QuoteSession) -> None:
        """Show the items of another quote, found in its catalogue."""
        self._look_in(session.basis.catalog)
        super().attach(session)
        items = session.quote.items
        if len(items) <= _UNFOLDED:
            self.tree.expandAll()
        else:
            self.tree.collapseAll()
        if items:
            self.tree.set_current(items[0].id)

    def _look_in(self, catalog: ProductCatalog) -> None:
        """Show and find what is in a catalogue version."""
        if self._catalog is not catalog:
            self._catalog = catalog
            self._rows = ItemRows(self.around.speaker, catalog)
            self._finder.look_in(catalog.content)

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

    # ------------------------------------------------------------ editing

    def _edited(self, key: str, column: int, text: str) -> None:
        if self.session is None:
            return
        try:
            wanted = cell_edit(self.session.worked.revision.priced, key, column, text)
        except NotUnderstood as fault:
            self.session.end_preview()
            self.around.toasts.show_news(fault_text(self.around.speaker, fault), "warn")
            return
        if wanted is not None and wanted.part is not None:
            self._bundle_menu(self.session).discount(wanted, wanted.part)
        elif wanted is not None:
            self.session.apply(wanted.label, wanted.edit, wanted.merge_key)

    def _typing(self, key: str, column: int, text: str) -> None:
        if self.session is None:
            return
        try:
            wanted = cell_edit(self.session.worked.revision.priced, key, column, text)
        except NotUnderstood as fault:
            self.session.end_preview()
            self.tree.show_cell_problem(fault_text(self.around.speaker, fault))
            return
        if wanted is not None and wanted.part is not None:
            self._bundle_menu(self.session).preview(wanted.part)
            self.tree.show_cell_problem("")
        elif wanted is not None:
            self.session.preview(wanted.edit)
            self.tree.show_cell_problem("")

    def _bundle_menu(self, session: QuoteSession) -> BundleMenu:
        return BundleMenu(session, self.around.speaker, self.window())

    def _cancelled(self, _key: str, _column: int) -> None:
        if self.session is not None:
            self.session.end_preview()

    def remove(self, keys: tuple[str, ...]) -> None:
        """Remove items, or charges of items."""
        if self.session is None:
            return
        rows = [read_key(key) for key in keys]
        (item, charge), *more = rows
        bundle = self._bundle_menu(self.session)
        if charge and not more and bundle.remove_component(item, charge):
            return
        items = {row.item for row in rows if not row.charge}

        def edit(quote: Quote) -> Quote:
            quote = item_edits.remove_items(quote, items)
            for row in rows:
                if row.charge and row.item not in items:
                    quote = item_edits.remove_charge(quote, row.item, row.charge)
            return quote

        self.session.apply("item.remove" if items else "item.charges", edit)

    # ------------------------------------------------------------ the menu of an item

    def _menu_at_button(self) -> None:
        below = self.more.mapToGlobal(QPoint(0, self.more.height()))
        self._menu(self.tree.current_key(), below)

    def _menu(self, key: str, point: QPoint) -> None:
        item = self.session.quote.item(read_key(key).item) if self.session else None
        if self.session is None or item is None:
            return
        marked, remove = self._marked(item.id), lambda: self.remove((key,))
        bundle = partial(self.bundle_wanted.emit, marked)
        self.menu.popup(self.session, item, point, remove, bundle=bundle, marked=len(marked))

    def _marked(self, item: str) -> tuple[str, ...]:
        """The items that are marked; the one under the menu alone when it is not among them."""
        marked = tuple(dict.fromkeys(read_key(key).item for key in self.tree.selected_keys()))
        return marked if item in marked else (item,)

    def move_item(self, item: str, by: int) -> None:
        """Move an item up (negative) or down."""
        if self.session is not None:
            move_item(self.session, item, by)
