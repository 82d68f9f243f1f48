"""Where marked items are installed and who pays for them: the customer's sites and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QVBoxLayout

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.site_rows import (
    ALL_SITES,
    USUAL,
    account_columns,
    account_rows,
    site_columns,
    site_rows,
    sites_found,
)
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.quoting.customer import Customer
    from app.ui.presenting.speaker import Speaker
    from pricing.item import QuoteItem

_SITES, _ACCOUNTS, _HIGH = 560, 280, 360
_NAMED = 3


class PlacesDialog(FormDialog):
    """Asks for a site, or several, and for an account; what is not chosen anew stays.

    Attributes:
        search: Narrows the sites.
        sites: The customer's sites.
        accounts: His accounts.
    """

    def __init__(
        self,
        speaker: Speaker,
        customer: Customer,
        items: Sequence[QuoteItem],
        names: Sequence[str],
        parent: QWidget,
    ) -> None:
        """Begin with what is so of all items, or with nothing where they differ.

        Args:
            speaker: Texts.
            customer: Whose sites and accounts.
            items: Of the open quote.
            names: Of these items, as they are shown.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Site and paying account"), self.tr("Apply"), parent)
        self._speaker, self._customer = speaker, customer
        self._count = len(items)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a site: name or address"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.sites = DataTable(site_columns(speaker), self.tr("Sites"))
        self.sites.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.accounts = DataTable(account_columns(speaker), self.tr("Accounts"))
        self.about = make_label("", "caption")
        self.about.setWordWrap(True)
        self._lay_out(", ".join(names[:_NAMED]) + (" …" if names[_NAMED:] else ""))
        self._show(items)
        self.sites.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        for table in (self.sites, self.accounts):
            table.opened.connect(lambda _key: self.accept())
        self._tell()
        self.search.setFocus()

    def _lay_out(self, told: str) -> None:
        self.sites.setMinimumSize(_SITES, _HIGH)
        self.accounts.setMinimumSize(_ACCOUNTS, _HIGH)
        left, row = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(Space.SM)
        left.addWidget(self.search)
        left.addWidget(self.sites, 1)
        row.setSpacing(Space.LG)
        row.addLayout(left, 2)
        row.addWidget(self.accounts, 1)
        about = make_label(told, "second")
        about.setWordWrap(True)
        self.body.addWidget(about)
        self.body.addLayout(row)
        self.body.addWidget(self.about)

    def _show(self, items: Sequence[QuoteItem]) -> None:
        self._find("")
        self.accounts.set_rows(account_rows(self._speaker, self._customer))
        sites, payers = {one.site for one in items}, {one.bill_to for one in items}
        if len(sites) == 1:
            self.sites.set_current(sites.pop() or ALL_SITES)
        if len(payers) == 1:
            self.accounts.set_current(payers.pop() or USUAL)

    def _find(self, typed: str) -> None:
        """Narrow the sites, and mark the first that is found, so that Enter takes it."""
        self.sites.set_rows(site_rows(self._speaker, self._customer, typed))
        found = sites_found(self._customer, typed) if typed.strip() else ()
        if found and not set(found) & set(self.sites.selected_keys()):
            self.sites.set_current(found[0])

    def _tell(self) -> None:
        chosen = self.chosen_sites()
        if chosen is not None and len(chosen) > 1:
            more = (len(chosen) - 1) * self._count
            text = self.tr("{sites} sites: {more} items are added, with the same quantities")
            self.about.setText(text.format(sites=len(chosen), more=more))
        else:
            self.about.setText(
                self.tr("Ctrl or Shift marks several sites: the items are then at each of them.")
            )

    def chosen_sites(self) -> tuple[str, ...] | None:
        """Identifiers of the sites, empty for all; ``None`` where none is marked."""
        marked = self.sites.selected_keys()
        if ALL_SITES in marked:
            return ("",)
        return marked or None

    def chosen_account(self) -> str | None:
        """Number of the account, empty for the usual one; ``None`` where none is marked."""
        marked = self.accounts.selected_keys()
        return ("" if marked[0] == USUAL else marked[0]) if marked else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search to the sites."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.sites.setFocus()
            if not self.sites.current_key():
                self.sites.selectRow(0)
            return
        super().keyPressEvent(event)
