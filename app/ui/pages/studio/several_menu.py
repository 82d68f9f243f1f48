"""The part of the menu that works on one item or on all that are marked: site, section, option."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from app.quoting.item_block import set_all_optional, set_bill_to, set_sites
from app.quoting.item_order import sections_of
from app.quoting.site_tree import site_tree
from app.ui.presenting.site_rows import indented

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from app.ui.pages.studio.item_block import ItemBlock
    from app.ui.session import QuoteSession
    from pricing.item import QuoteItem

_MOST = 20
"""Sites or accounts that a menu lists; more are found in the dialog."""


class SeveralMenu(QObject):
    """Fills a menu with what may be done to several items at once."""

    def __init__(self, block: ItemBlock, parent: QObject) -> None:
        """Put items under headings by a block."""
        super().__init__(parent)
        self._block = block

    def fill(
        self, menu: QMenu, session: QuoteSession, item: QuoteItem, marked: tuple[str, ...]
    ) -> None:
        """Add the entries.

        Args:
            menu: Gets them.
            session: The open quote.
            item: The item under the menu; what is so of it is ticked.
            marked: Identifiers of the items that they change.
        """
        text = self.tr("Make firm") if item.optional else self.tr("Make optional")
        optional = partial(set_all_optional, item_ids=marked, optional=not item.optional)
        menu.addAction(text, partial(session.apply, "item.optional", optional))
        options = menu.addMenu(self.tr("Option A, B, C"))
        self._block.options.fill(options, session, marked)
        customer = session.basis.customer
        if customer.sites or customer.accounts:
            places = menu.addAction(self.tr("Site and paying account…"), self._block.ask_places)
            places.setShortcut(QKeySequence("Ctrl+Shift+G"))
        self._fill_sites(menu, session, item, marked)
        self._fill_accounts(menu, session, item, marked)
        sections = menu.addMenu(self.tr("Section"))
        for name in ("", *sections_of(session.quote)):
            action = sections.addAction(
                name or self.tr("None"), partial(self._block.put_in_section, marked, name)
            )
            action.setCheckable(True)
            action.setChecked(item.section == name)
        sections.addSeparator()
        sections.addAction(
            self.tr("New section…"), partial(self._block.put_in_section, marked, None)
        )

    def _fill_accounts(
        self, menu: QMenu, session: QuoteSession, item: QuoteItem, marked: tuple[str, ...]
    ) -> None:
        known = session.basis.customer.accounts
        if (not known and not item.bill_to) or len(known) > _MOST:
            return
        accounts = menu.addMenu(self.tr("Paid by account"))
        for number, name in (
            ("", self.tr("The usual one")),
            *((one.number, f"{one.number} {one.holder}") for one in known),
        ):
            edit = partial(set_bill_to, item_ids=marked, account=number)
            action = accounts.addAction(name, partial(session.apply, "item.bill_to", edit))
            action.setCheckable(True)
            action.setChecked(item.bill_to == number)

    def _fill_sites(
        self, menu: QMenu, session: QuoteSession, item: QuoteItem, marked: tuple[str, ...]
    ) -> None:
        known = session.basis.customer.sites
        if (not known and not item.site) or len(known) > _MOST:
            return
        sites = menu.addMenu(self.tr("Site"))
        for identifier, name in (
            ("", self.tr("All sites")),
            *((one.site.id, indented(one.site.name, one.level)) for one in site_tree(known)),
        ):
            edit = partial(set_sites, item_ids=marked, site=identifier)
            action = sites.addAction(name, partial(session.apply, "item.site", edit))
            action.setCheckable(True)
            action.setChecked(item.site == identifier)
