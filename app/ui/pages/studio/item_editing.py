"""What typing into the tree of items does, cell by cell, and what Delete removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.quoting import item_edits
from app.quoting.item_order import put_in_section
from app.ui.pages.studio.bundle_menu import BundleMenu
from app.ui.presenting.block_edits import typed_into
from app.ui.presenting.cell_edits import cell_edit
from app.ui.presenting.row_keys import read_key, section_of
from app.ui.presenting.typed import NotUnderstood, fault_text

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession
    from app.ui.widgets.quote_tree import QuoteTree


class ItemEditing(QObject):
    """Turns what is typed into a tree of items into edits of the open quote.

    Attributes:
        session: The open quote.
    """

    def __init__(self, around: Surroundings, tree: QuoteTree, parent: QObject) -> None:
        """Follow a tree for good."""
        super().__init__(parent)
        self._around = around
        self._tree = tree
        self.session: QuoteSession | None = None
        tree.cell_edited.connect(self._edited)
        tree.cell_typing.connect(self._typing)
        tree.cell_cancelled.connect(self._cancelled)
        tree.remove_requested.connect(self.remove)

    def _edited(self, key: str, column: int, text: str) -> None:
        session, marked = self.session, self._tree.selected_keys()
        if session is None:
            return
        priced = session.worked.revision.priced
        try:
            wanted = cell_edit(priced, key, column, text)
            if self._tree.spreading and len(marked) > 1:
                cells = [(one, column, text) for one in marked]
                session.apply("item.several", typed_into(priced, cells))
                return
        except NotUnderstood as fault:
            self.refuse(fault)
            return
        if wanted is not None and wanted.part is not None:
            self._bundle_menu(session).discount(wanted, wanted.part)
        elif wanted is not None:
            session.apply(wanted.label, wanted.edit, wanted.merge_key)

    def refuse(self, fault: NotUnderstood) -> None:
        """Say why a text cannot be taken, and show the former figures."""
        if self.session is not None:
            self.session.end_preview()
        self._around.toasts.show_news(fault_text(self._around.speaker, fault), "warn")

    def _typing(self, key: str, column: int, text: str) -> None:
        if self.session is None:
            return
        try:
            wanted = cell_edit(self.session.worked.revision.priced, key, column, text)
        except NotUnderstood as fault:
            self.session.end_preview()
            self._tree.show_cell_problem(fault_text(self._around.speaker, fault))
            return
        if wanted is not None and wanted.part is not None:
            self._bundle_menu(self.session).preview(wanted.part)
            self._tree.show_cell_problem("")
        elif wanted is not None:
            self.session.preview(wanted.edit)
            self._tree.show_cell_problem("")

    def _bundle_menu(self, session: QuoteSession) -> BundleMenu:
        return BundleMenu(session, self._around.speaker, self._tree.window())

    def _cancelled(self, _key: str, _column: int) -> None:
        if self.session is not None:
            self.session.end_preview()

    def remove(self, keys: tuple[str, ...]) -> None:
        """Remove items, charges of items, or headings; the items of a heading stay."""
        if self.session is None or not keys:
            return
        rows = [read_key(key) for key in keys if not section_of(key)]
        headings = {section_of(key) for key in keys} - {""}
        bundle = self._bundle_menu(self.session)
        if len(rows) == 1 and rows[0].charge and bundle.remove_component(*rows[0]):
            return
        items = {row.item for row in rows if not row.charge}

        def edit(quote: Quote) -> Quote:
            quote = item_edits.remove_items(quote, items)
            for row in rows:
                if row.charge and row.item not in items:
                    quote = item_edits.remove_charge(quote, row.item, row.charge)
            for heading in headings:
                inside = {item.id for item in quote.items if item.section == heading}
                quote = put_in_section(quote, inside, "")
            return quote

        label = "item.remove" if items else ("item.charges" if rows else "section")
        self.session.apply(label, edit)
