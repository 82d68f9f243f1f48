"""Tables of the market written to a workbook and read from one; nothing is stored here."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import msgspec

from app.quoting.market.tables import COLUMNS, MarketTable, market_rows, read_market
from app.quoting.market.values import Market
from app.services.customer_words import cell_words
from app.services.export_customers import WrittenTable
from app.services.foreign_grid import grids_of
from app.services.import_pace import pace_of
from app.services.market import market_of
from app.storage.files import write_atomically
from app.storage.foreign.tables import read_table_file
from app.translation import load_words
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from app.services.workspace import Workspace
    from app.translation import Words
    from catalog.layout.grid import Grid, GridRow

_HEAD_WITHIN = 10


class MarketReading(msgspec.Struct, frozen=True):
    """What a file says.

    Attributes:
        market: Every table, those of the file in their places.
        tables: Which tables the file has and differ.
        problems: Findings; where there is one nothing should be stored.
    """

    market: Market
    tables: tuple[MarketTable, ...] = ()
    problems: tuple[Problem, ...] = ()


def market_titles(words: Words, table: MarketTable) -> tuple[str, ...]:
    """Headings of a table."""
    return tuple(words(f"market_field.{table}_{column.name}") for column in COLUMNS[table])


def export_market(market: Market, path: Path, *, day: date, words: Words) -> None:
    """Write every table as a sheet of a workbook; an old file is replaced.

    Raises:
        FileError: The file cannot be written.
    """
    from app.documents.workbooks.customers import write_customers

    cells = cell_words(words)
    tables = [
        WrittenTable(
            words(f"market_table.{table}.name"),
            market_titles(words, table),
            market_rows(market, table, cells),
        )
        for table in MarketTable
    ]
    write_atomically(path, write_customers(tables, day, words))


def read_market_file(workspace: Workspace, path: Path) -> MarketReading:
    """What a file would make of the tables; sheets are known by their headings in any language.

    Args:
        workspace: Whose tables; those that the file does not have stay.
        path: A workbook or a text table.

    Raises:
        FileError: The file cannot be read at all.
        StorageError: The database failed.
    """
    before = market = market_of(workspace)
    problems: list[Problem] = []
    found = 0
    for grid in grids_of(read_table_file(path), path.name, pace_of(None, None)):
        known = _head(grid)
        if known is None:
            continue
        found += 1
        table, head, places = known
        market, faults = _read(market, table, grid.rows[head + 1 :], places)
        problems += [
            msgspec.structs.replace(
                one,
                where=msgspec.structs.replace(one.where, file=grid.file, sheet=grid.sheet),
            )
            for one in faults
        ]
    if not found:
        problems.append(Problem("market.no_table", Severity.ERROR, Place(path.name)))
    changed = tuple(one for one in MarketTable if getattr(market, one) != getattr(before, one))
    return MarketReading(market, changed, tuple(problems))


def store_reading(workspace: Workspace, reading: MarketReading, now: datetime) -> None:
    """Store the tables that a file changed, each as an edit that can be taken back.

    Raises:
        StorageError: The database failed.
    """
    for table in reading.tables:
        workspace.market.commit(table, None, reading.market, now)


def _read(
    market: Market, table: MarketTable, rows: tuple[GridRow, ...], places: tuple[int, ...]
) -> tuple[Market, list[Problem]]:
    texts = [tuple(row.cell(at) if at else "" for at in places) for row in rows]
    chinese = cell_words(load_words("zh"))
    result, wrong = read_market(market, table, texts, chinese)
    if wrong:
        # A file in English has the English words.
        result, again = read_market(market, table, texts, cell_words(load_words("en")))
        wrong = wrong if again else ()
    title = load_words("zh")
    problems = [
        Problem(
            cell.code,
            Severity.ERROR,
            Place(row=rows[cell.row].number, column=title(f"market_field.{table}_{cell.column}")),
            cell.parameters,
        )
        for cell in wrong
    ]
    return result, problems


def _head(grid: Grid) -> tuple[MarketTable, int, tuple[int, ...]] | None:
    """Which table a sheet is, its row of headings, and the place of each column, 0 for none."""
    words = (load_words("zh"), load_words("en"))
    for position, row in enumerate(grid.rows[:_HEAD_WITHIN]):
        labels = [_plain(cell) for cell in row.cells]
        for table in MarketTable:
            titles = [market_titles(one, table) for one in words]
            places = tuple(
                next((labels.index(t) + 1 for t in map(_plain, names) if t in labels), 0)
                for names in zip(*titles, strict=True)
            )
            named = {at for at in places if at}
            missing = [
                column.name
                for column, at in zip(COLUMNS[table], places, strict=True)
                if column.required and not at
            ]
            if not missing and len(named) == len([label for label in labels if label]):
                return table, position, places
    return None


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
