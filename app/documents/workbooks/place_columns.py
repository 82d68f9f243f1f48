"""Where each item is installed and which account pays, behind the figures of the sheet of items.

The columns are there when an item names either; what was written before there were any comes back
without them (``trace_sheet.WITHOUT_PLACES``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.workbooks.rows import RowPlace
from app.documents.workbooks.styles import Style
from app.documents.workbooks.table import Column
from app.quoting.site_tree import paying_account

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.rows import PriceRow
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.documents.workbooks.table import Table
    from app.quoting.revision import Revision
    from pricing.priced import PricedItem

COLUMNS: Final = (Column("site", 24), Column("account", 16))
_LOOKS: Final = {RowPlace.BUNDLE: Style.BUNDLE_TEXT, RowPlace.COMPONENT: Style.PART_TEXT}


def names_places(revision: Revision) -> bool:
    """Whether an item names a site or an account."""
    return any(any(place_of(revision, item)) for item in revision.priced.items)


def place_of(revision: Revision, item: PricedItem) -> tuple[str, str]:
    """Name of the site and number of the account that pays; empty where nobody said."""
    quoted, sites = revision.quote.item(item.id), revision.customer.sites
    site = next((one.name for one in sites if one.id == item.site), item.site)
    bill_to = quoted.bill_to if quoted is not None else ""
    return site, paying_account(bill_to, item.site, sites, ())


def write_places(
    writer: SheetWriter, table: Table, first: int, rows: Sequence[PriceRow], revision: Revision
) -> None:
    """Fill the columns from a row on."""
    for at, row in enumerate(rows, start=first):
        if row.item is None:
            continue
        look = _LOOKS.get(row.place, Style.TEXT)
        for column, text in zip(COLUMNS, place_of(revision, row.item), strict=True):
            table.put(writer, at, column.key, text, look)
