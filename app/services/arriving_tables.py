"""What a workbook or text table is that comes into the window: told by what stands in it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.services.bill_words import load_bill_words
from app.services.foreign_grid import grids_of
from app.services.import_pace import pace_of
from app.services.layout_words import load_heading_words
from app.storage.foreign.tables import read_table_file

if TYPE_CHECKING:
    import threading
    from pathlib import Path

    from catalog.layout.grid import Grid

TABLES: Final = (".xlsx", ".xls", ".csv")
EXCHANGE: Final = ".json"
_TRACE = "_trace"
"""How the hidden sheets of our approval workbooks begin."""
_ROWS = 40
"""Rows in which headings are looked for."""
_PRICE = "list_price_cny"


class TableSort(StrEnum):
    """What a table is."""

    APPROVAL = "approval"
    PRICE_LIST = "price_list"
    BILLS = "bills"
    UNKNOWN = "unknown"


def sort_of_table(path: Path, cancel: threading.Event | None = None) -> TableSort:
    """What a file of a table is; a file of ours that exchanges catalogues is a price list.

    Args:
        path: The file; one with another ending is unknown.
        cancel: Set to stop.

    Raises:
        FileError: The gate refused the file, or it cannot be read.
        Cancelled: ``cancel`` was set.
    """
    ending = path.suffix.casefold()
    if ending == EXCHANGE:
        return TableSort.PRICE_LIST
    if ending not in TABLES:
        return TableSort.UNKNOWN
    table = read_table_file(path, cancel=cancel)
    grids = grids_of(table, path.name, pace_of(None, cancel))
    if any(grid.sheet.startswith(_TRACE) for grid in grids):
        return TableSort.APPROVAL
    prices, bills = _priced(grids), _billed(grids)
    if not prices and not bills:
        return TableSort.UNKNOWN
    return TableSort.PRICE_LIST if prices >= bills else TableSort.BILLS


def _priced(grids: list[Grid]) -> int:
    """How many columns of a price list the best row of headings has; 0 without a price."""
    words, most = load_heading_words(), 0
    for grid in grids:
        for row in grid.rows[:_ROWS]:
            fields = {words.field(text) for text in row.cells if text} - {""}
            if any(field.startswith(_PRICE) for field in fields):
                most = max(most, len(fields))
    return most


def _billed(grids: list[Grid]) -> int:
    """How many columns of bills the best row of headings has."""
    words, most = load_bill_words(), 0
    for grid in grids:
        for row in grid.rows[:_ROWS]:
            fields = {words.field(text) for text in row.cells if text} - {""}
            if words.heads(fields):
                most = max(most, len(fields))
    return most
