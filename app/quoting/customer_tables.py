"""Tables of many customers: which list a sheet of a file is, by its headings, and its rows."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer_profile import ProfileField
from app.quoting.customer_sheets import COLUMNS, SheetName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CUSTOMERS = "customers"
"""The table with a row for each customer; every other one is a list."""
OWNER = "customer"
"""Column of a list that says whose the row is: the identifier or the full name."""
ID = "id"
_HEAD_WITHIN = 10


class CustomerTable(msgspec.Struct, frozen=True):
    """A table that was found.

    Attributes:
        kind: ``customers`` or a list.
        head: Position of the row of headings.
        columns: Field by position of its column.
        unknown: Headings that mean nothing here, by position.
    """

    kind: str
    head: int
    columns: dict[int, str]
    unknown: dict[int, str]


def fields_of(kind: str) -> tuple[str, ...]:
    """The columns of a table, as files are written."""
    if kind == CUSTOMERS:
        return (ID, *ProfileField)
    return (OWNER, *(column.name for column in COLUMNS[SheetName(kind)]))


def title_key(kind: str, field: str) -> str:
    """Key of the heading of a column: ``customer_field.`` and this."""
    return field if kind == CUSTOMERS or field == OWNER else f"{kind}_{field}"


def find_table(
    rows: Sequence[Sequence[str]], titles: Mapping[str, Iterable[str]]
) -> CustomerTable | None:
    """The table in the rows of a sheet; ``None`` when there is none.

    Args:
        rows: Cells of each row from the top.
        titles: Headings of each column in every language, by ``title_key``.
    """
    best: CustomerTable | None = None
    for position, row in enumerate(rows[:_HEAD_WITHIN]):
        for kind in (CUSTOMERS, *SheetName):
            found = _matched(kind, position, row, titles)
            if found is not None and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def _matched(
    kind: str, position: int, row: Sequence[str], titles: Mapping[str, Iterable[str]]
) -> CustomerTable | None:
    named = {
        _plain(text): field
        for field in fields_of(kind)
        for text in (*titles.get(title_key(kind, field), ()), field)
    }
    columns: dict[int, str] = {}
    unknown = {}
    for place, cell in enumerate(row):
        field = named.get(_plain(cell), "")
        if field and field not in columns.values():
            columns[place] = field
        elif cell.strip():
            unknown[place] = cell.strip()
    wanted = {ProfileField.NAME} if kind == CUSTOMERS else {OWNER, *_required(kind)}
    if not wanted <= set(columns.values()):
        return None
    return CustomerTable(kind, position, columns, unknown)


def _required(kind: str) -> set[str]:
    return {column.name for column in COLUMNS[SheetName(kind)] if column.required}


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split())
