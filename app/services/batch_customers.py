"""Who gets an offer: names or identifiers, typed or pasted, with quantities of some offerings."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from app.services.batch_plan import BatchCustomer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from app.services.listing import CustomerRow
    from app.services.workspace import Workspace

_EVERYBODY = 1_000_000
_MOST = 1_000_000
"""More of one offering is a slip of the keyboard."""
UNKNOWN, SEVERAL, NO_NUMBER = "batch.unknown", "batch.several", "batch.no_number"
"""Why a row gets nothing: codes of texts."""


class Stranger(NamedTuple):
    """A row that gets nothing.

    Attributes:
        name: As it was written.
        row: Counted from 1.
        reason: Code of the text that says why.
        detail: The cell that is no number.
    """

    name: str
    row: int
    reason: str
    detail: str = ""

    @property
    def parameters(self) -> dict[str, str]:
        """What the text names."""
        return {"name": self.name, "row": str(self.row), "cell": self.detail}


class Wanted(NamedTuple):
    """Whom a list names; who is named twice comes once, with the last quantities."""

    customers: tuple[BatchCustomer, ...]
    strangers: tuple[Stranger, ...]


def everybody(workspace: Workspace) -> tuple[CustomerRow, ...]:
    """Every customer there is."""
    return workspace.customers.search(limit=_EVERYBODY)


def read_customers(
    text: str, known: Sequence[CustomerRow], offerings: Collection[str] = ()
) -> Wanted:
    """Who is meant by a list or a block of a spreadsheet.

    Args:
        text: A customer in each row, by name or identifier in the first cell; cells are parted by
            tabs or commas. Where the first row names offerings by their codes, the cells below say
            how many; an empty one leaves the quantity of the pattern.
        known: Every customer.
        offerings: Codes of the pattern.
    """
    named: dict[str, list[str]] = {}
    for row in known:
        for key in {row.id, row.name}:
            named.setdefault(_plain(key), []).append(row.id)
    rows = _cells(text)
    columns = _columns(rows[0][1], offerings) if rows else {}
    found: dict[str, BatchCustomer] = {}
    strangers = []
    for number, cells in rows[bool(columns) :]:
        ids = named.get(_plain(cells[0]), [])
        quantities, wrong = _quantities(cells, columns)
        if len(ids) != 1:
            strangers.append(Stranger(cells[0], number, SEVERAL if ids else UNKNOWN))
        elif wrong:
            strangers.append(Stranger(cells[0], number, NO_NUMBER, wrong))
        else:
            found[ids[0]] = BatchCustomer(ids[0], quantities)
    return Wanted(tuple(found.values()), tuple(strangers))


def _cells(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its number."""
    lines = text.removeprefix("\ufeff").splitlines()
    parted = "\t" if any("\t" in line for line in lines) else ","
    rows = ([cell.strip() for cell in row] for row in csv.reader(lines, delimiter=parted))
    return [(number, cells) for number, cells in enumerate(rows, 1) if cells and cells[0]]


def _columns(heading: Sequence[str], offerings: Collection[str]) -> dict[int, str]:
    """Which column counts which offering, by its place; none where nothing is named."""
    codes = {code.casefold(): code for code in offerings}
    found = {place: codes.get(cell.casefold(), "") for place, cell in enumerate(heading) if place}
    return {place: code for place, code in found.items() if code}


def _quantities(cells: Sequence[str], columns: Mapping[int, str]) -> tuple[dict[str, int], str]:
    """How many of what, and the first cell that is no number."""
    found: dict[str, int] = {}
    for place, code in columns.items():
        cell = cells[place] if place < len(cells) else ""
        if cell and not (cell.isascii() and cell.isdecimal() and 0 < int(cell) <= _MOST):
            return {}, cell
        if cell:
            found[code] = int(cell)
    return found, ""


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
