"""Read customers, bills and quotes from files of our own text format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import ImportRejected, StorageError
from app.quoting.customer import Customer
from app.quoting.quote import Quote
from app.services.toml_file import read_toml
from app.storage.foreign.tables import read_table_file
from catalog.cell_text import CellFault, read_money, read_whole_number
from catalog.local_text import LocalText
from catalog.money import fen
from catalog.problem import Place, Problem
from pricing.bills import BillComponent, Bills

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.services.workspace import Workspace
    from catalog.period import Month

T = TypeVar("T")

_COLUMNS = ("month", "component", "name_zh", "amount")
_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")


def read_customer(path: Path) -> Customer:
    """A customer with accounts, contacts, sites, services and competitors.

    Raises:
        FileUnreadable: If the file cannot be opened.
        ImportRejected: If a field is unknown or wrong; the finding names its place.
    """
    return _accepted(read_toml(path, Customer))


def read_quote(path: Path) -> Quote:
    """A quote as exported or written by hand.

    Raises:
        FileUnreadable: If the file cannot be opened.
        ImportRejected: If a field is unknown or wrong, or two items share an identifier; the
            finding names its place.
    """
    quote = _accepted(read_toml(path, Quote))
    twice = [i.id for at, i in enumerate(quote.items) if quote.item(i.id) is not quote.items[at]]
    if twice:
        where = Place(file=path.name)
        raise ImportRejected(
            [Problem("import.item_twice", where=where, parameters={"item": one}) for one in twice]
        )
    return quote


def keep_quote(workspace: Workspace, quote: Quote, *, now: datetime) -> None:
    """Keep a quote that was read from a file.

    Raises:
        ImportRejected: If another quote has its identifier or its number.
        StorageError: If the database failed.
    """
    try:
        workspace.quotes.create(quote, now=now)
    except StorageError as failure:
        if failure.parameters.get("reason") not in {"quote_exists", "number_taken"}:
            raise
        known = {"number": quote.number}
        raise ImportRejected([Problem("import.quote_known", parameters=known)]) from failure


def read_bills(path: Path) -> Bills:
    """Bills by charge component and month; columns as told in ``resources/sample/README.md``.

    Raises:
        FileError: If the file cannot be read at all.
        ImportRejected: If any row is wrong; all findings come with it.
    """
    table = read_table_file(path)
    problems: list[Problem] = []
    components: dict[str, BillComponent] = {}
    contained: set[str] = set()
    for sheet in table.sheets:
        if not sheet.rows:
            continue
        titles = [str(cell).strip() for cell in sheet.rows[0].cells]
        place = Place(file=path.name, sheet=sheet.name, row=1)
        missing = [name for name in _COLUMNS if name not in titles]
        if missing:
            raise ImportRejected(
                [
                    Problem("import.column_missing", where=place, parameters={"column": name})
                    for name in missing
                ]
            )
        for row in sheet.rows[1:]:
            cells = {
                title: str(cell) for title, cell in zip(titles, row.cells, strict=False) if title
            }
            where = msgspec.structs.replace(place, row=row.number)
            _add_row(cells, where, components, contained, problems)
    if problems:
        raise ImportRejected(problems)
    return Bills(
        components=tuple(c for key, c in components.items() if key not in contained),
        series=tuple(c for key, c in components.items() if key in contained),
    )


def _add_row(
    cells: dict[str, str],
    where: Place,
    components: dict[str, BillComponent],
    contained: set[str],
    problems: list[Problem],
) -> None:
    column = "month"
    try:
        month = _read_month(cells["month"])
        column = "amount"
        amount = fen(read_money(cells["amount"], allow_negative=True))
        column = "usage"
        usage = read_whole_number(cells["usage"]) if cells.get("usage") else None
    except CellFault as fault:
        at = msgspec.structs.replace(where, column=column)
        problems.append(Problem(fault.code, where=at, parameters=fault.parameters))
        return
    except ValueError:
        at = msgspec.structs.replace(where, column=column)
        wrong = {"value": cells.get(column, "")}
        problems.append(Problem("import.amount_not_fen", where=at, parameters=wrong))
        return
    key = cells["component"]
    known = components.get(key)
    if known is not None and month in known.amounts:
        twice = {"component": key, "month": month}
        problems.append(Problem("import.month_twice", where=where, parameters=twice))
        return
    if cells.get("contained") == "yes":
        contained.add(key)
    known = known or BillComponent(
        id=key,
        name=LocalText(cells["name_zh"], cells.get("name_en", "")),
        amounts={},
        charge=cells.get("charge", ""),
        account=cells.get("account", ""),
        kind=cells.get("kind", ""),
    )
    used = known.usage if usage is None else {**known.usage, month: usage}
    components[key] = msgspec.structs.replace(
        known, amounts={**known.amounts, month: amount}, usage=used
    )


def _read_month(text: str) -> Month:
    """A month written as ``2026-10``."""
    if not _MONTH.fullmatch(text):
        raise CellFault("import.month_wrong", value=text)
    return text


def _accepted(read: T | tuple[Problem, ...]) -> T:
    if isinstance(read, tuple):
        raise ImportRejected(read)
    return read
