"""Several items at once: pasted from a spreadsheet, filled down, moved, put under headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.quoting import item_order
from app.quoting.item_block import add_items
from app.ui.pages.studio.item_places import ask_places
from app.ui.pages.studio.option_menu import OptionMenu
from app.ui.presenting.block_edits import emptied, filled, typed_into
from app.ui.presenting.items import DISCOUNT, NET_PRICE
from app.ui.presenting.pasted_items import cells_of, is_figure, read_items
from app.ui.presenting.row_keys import read_key, section_of
from app.ui.presenting.typed import NotUnderstood
from app.ui.widgets.row_drag import RowDrag
from app.ui.widgets.sheet_keys import SheetKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.quoting.quote import Quote
    from app.ui.page import Surroundings
    from app.ui.pages.studio.item_editing import ItemEditing
    from app.ui.presenting.pasted_items import PastedRow
    from app.ui.widgets.quote_tree import QuoteTree


class ItemBlock(QObject):
    """Does what the keys of a spreadsheet mean in a tree of items, through the session only."""

    def __init__(self, around: Surroundings, tree: QuoteTree, editing: ItemEditing) -> None:
        """Give a tree its keys."""
        super().__init__(editing)
        self._around = around
        self._tree = tree
        self._editing = editing
        self.options = OptionMenu(around, self)
        keys = SheetKeys(tree, (DISCOUNT, NET_PRICE))
        keys.pasted.connect(self.paste)
        keys.filled.connect(self._fill)
        keys.emptied.connect(self._empty)
        keys.moved.connect(self.move)
        RowDrag(tree).dropped.connect(self.drop)

    # ------------------------------------------------------------ cells

    def _fill(self) -> None:
        """Ctrl+D: the first marked row for the others; a single row is filled from above."""
        session, column = self._editing.session, self._tree.current_column()
        keys = self._tree.selected_keys()
        if session is None or column < 1 or not keys:
            return
        if len(keys) == 1:
            above = self._tree.beside(self._tree.currentIndex(), down=False)
            if not above.isValid():
                return
            keys = (self._tree.key_of(above), *keys)
        model = self._tree.model()
        text = str(model.data(self._tree.index_of(keys[0], column), Qt.ItemDataRole.EditRole))
        revision = session.worked.revision
        try:
            catalog = session.basis.catalog
            edit = filled(revision.priced, keys, column, text, session.quote, catalog)
        except NotUnderstood as fault:
            self._editing.refuse(fault)
            return
        session.apply("item.several", edit)

    def _empty(self, keys: tuple[str, ...], _column: int) -> None:
        session = self._editing.session
        if session is not None:
            session.apply("item.several", emptied(keys, session.basis.catalog))

    def paste(self, text: str) -> None:
        """Figures go into the cells from the keyboard's place on; products become items."""
        session, rows = self._editing.session, cells_of(text)
        if session is None or not rows:
            return
        index = self._tree.currentIndex()
        typed = bool(index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable)
        if typed and all(is_figure(cell) for row in rows for cell in row):
            self._paste_figures(rows)
            return
        found = read_items(text, session.basis.catalog, session.basis.customer.sites)
        if found and all(row.item is not None for row in found):
            self.add(found)
        elif found:
            from app.ui.dialogs.pasted_items_dialog import PastedItemsDialog

            dialog = PastedItemsDialog(self._around.speaker, found, self._tree.window())
            dialog.accepted.connect(lambda: self.add(found))
            dialog.open()

    def add(self, rows: Sequence[PastedRow]) -> None:
        """Add what is understood of a block, in one step."""
        session = self._editing.session
        wanted = [row.item for row in rows if row.item is not None]
        if session is None or not wanted:
            return
        before, catalog = {item.id for item in session.quote.items}, session.basis.catalog
        if session.apply("item.paste", lambda quote: add_items(quote, catalog, wanted)):
            added = [item.id for item in session.quote.items if item.id not in before]
            self._tree.mark(added, 1)
            news = self.tr("{count} items pasted").format(count=len(added))
            self._around.toasts.show_news(news, "ok")

    def _paste_figures(self, rows: Sequence[Sequence[str]]) -> None:
        session, column = self._editing.session, self._tree.current_column()
        marked = self._tree.selected_keys()
        if session is None:
            return
        one = len(rows) == 1 and len(rows[0]) == 1
        keys = marked if one and len(marked) > 1 else self._down(len(rows))
        texts = list(rows) * (len(keys) if one else 1)
        sight = self._tree.choice.in_sight()
        columns = sight[sight.index(column) :] if column in sight else []
        cells = [
            (key, place, cell)
            for key, row in zip(keys, texts, strict=False)
            for place, cell in zip(columns, row, strict=False)
            if cell and self._tree.is_typed(key, place)
        ]
        try:
            edit = typed_into(session.worked.revision.priced, cells)
        except NotUnderstood as fault:
            self._editing.refuse(fault)
            return
        session.apply("item.several", edit)

    def _down(self, count: int) -> tuple[str, ...]:
        """Keys of so many rows of one sort, from the keyboard's place on."""
        index, keys = self._tree.currentIndex(), list[str]()
        charge = bool(read_key(self._tree.current_key()).charge)
        while index.isValid() and len(keys) < count:
            key = self._tree.key_of(index)
            if not section_of(key) and bool(read_key(key).charge) == charge:
                keys.append(key)
            index = self._tree.beside(index, down=True)
        return tuple(keys)

    # ------------------------------------------------------------ order and headings

    def move(self, keys: tuple[str, ...], down: bool) -> None:
        """Rows one place up or down: items together, or a whole section."""
        section = next((section_of(key) for key in keys if section_of(key)), "")
        items = _items(keys)

        def edit(quote: Quote) -> Quote:
            if section:
                return item_order.move_section(quote, section, down=down)
            return item_order.move_items(quote, items, down=down)

        self._order(keys, edit)

    def drop(self, keys: tuple[str, ...], beside: str, after: bool) -> None:
        """Rows before or behind another row; behind a heading they come under it."""
        section = next((section_of(key) for key in keys if section_of(key)), "")
        heading, items = section_of(beside), _items(keys)

        def edit(quote: Quote) -> Quote:
            inside = [one.id for one in quote.items if heading and one.section == heading]
            target = inside[0] if inside else read_key(beside).item
            if section:
                return item_order.place_section(quote, section, target, after=after)
            if heading and not after:
                return item_order.place_before_section(quote, items, heading)
            return item_order.place_items(quote, items, target, after=after and not inside)

        self._order(keys, edit)

    def put_in_section(self, items: Sequence[str], section: str | None) -> None:
        """Items under a heading; a new one is asked for, the empty one takes them out."""
        session = self._editing.session
        if session is None:
            return
        if section is None:
            section = self._around.messages.ask(self.tr("New section"), self.tr("Heading"))
            if not section or not section.strip():
                return
        name = section
        session.apply("section", lambda quote: item_order.put_in_section(quote, items, name))

    def _marked_items(self) -> tuple[str, ...]:
        """The items that are marked, by themselves or with their heading."""
        session = self._editing.session
        keys = self._tree.selected_keys() or (self._tree.current_key(),)
        headed, named = {section_of(key) for key in keys} - {""}, _items([k for k in keys if k])
        items = session.quote.items if session is not None else ()
        return tuple(one.id for one in items if one.id in named or one.section in headed)

    def ask_places(self) -> None:
        """Ask for site and paying account of the marked items, of all where none is marked."""
        session = self._editing.session
        if session is None:
            return
        marked = self._marked_items() or tuple(one.id for one in session.quote.items)
        ask_places(self._around.speaker, session, marked, self._tree.window())

    def ask_option(self) -> None:
        """Offer where the marked items may stand: in the offer, in an option, or beside it."""
        session, tree = self._editing.session, self._tree
        marked = self._marked_items()
        if session is not None and marked:
            below = tree.visualRect(tree.currentIndex()).bottomLeft()
            menu = self.options.popup(session, marked, tree.viewport().mapToGlobal(below), tree)
            first = menu.actions()[0]
            menu.setActiveAction(first)

    def rename_section(self, section: str) -> None:
        """Ask for another text of a heading."""
        session = self._editing.session
        name = self._around.messages.ask(self.tr("Rename the section"), self.tr("Heading"), section)
        if session is not None and name and name.strip():
            session.apply("section", lambda q: item_order.rename_section(q, section, name))

    def _order(self, keys: tuple[str, ...], edit: Callable[[Quote], Quote]) -> None:
        session, column = self._editing.session, self._tree.current_column()
        if session is not None and session.apply("item.move", edit):
            self._tree.mark(keys, max(0, column))


def _items(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(read_key(key).item for key in keys if not section_of(key)))
