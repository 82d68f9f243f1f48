"""The tables of the market as rows of texts, and back, as windows and files show them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from app.quoting.customer_cells import Kind, cell_text
from app.quoting.market import values
from app.quoting.sheet_rows import SheetColumn, WrongCell, read_texts, texts_of
from catalog.known_type import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.quoting.market.values import Market
    from app.quoting.sheet_rows import ReadRow

TWICE = "market.row_twice"


class MarketTable(StrEnum):
    """The tables, in the order in which they are shown."""

    CLASSES = "classes"
    THRESHOLDS = "thresholds"
    WEIGHTS = "weights"
    VENUES = "venues"
    OPERATORS = "operators"
    RIVAL_PRICES = "rival_prices"
    TERRITORIES = "territories"
    TEAMS = "teams"


COLUMNS: Mapping[MarketTable, tuple[SheetColumn, ...]] = {
    MarketTable.CLASSES: (
        SheetColumn("name", required=True),
        SheetColumn("least", Kind.AMOUNT),
        SheetColumn("area"),
    ),
    MarketTable.THRESHOLDS: (
        SheetColumn("area"),
        SheetColumn("least", Kind.AMOUNT, required=True),
        SheetColumn("points", Kind.COUNT),
    ),
    MarketTable.WEIGHTS: (
        SheetColumn("criterion", Kind.CRITERION, required=True),
        SheetColumn("points", Kind.COUNT, required=True),
        SheetColumn("full", Kind.NUMBER),
    ),
    MarketTable.VENUES: (
        SheetColumn("name", required=True),
        SheetColumn("kind", Kind.VENUE_KIND),
        SheetColumn("area"),
        SheetColumn("address"),
        SheetColumn("notes"),
    ),
    MarketTable.OPERATORS: (
        SheetColumn("name", required=True),
        SheetColumn("codes"),
        SheetColumn("products"),
        SheetColumn("strengths"),
        SheetColumn("weaknesses"),
    ),
    MarketTable.RIVAL_PRICES: (
        SheetColumn("operator", required=True),
        SheetColumn("product", required=True),
        SheetColumn("amount", Kind.AMOUNT, required=True),
        SheetColumn("unit"),
        SheetColumn("day", Kind.DAY, required=True),
        SheetColumn("source", required=True),
    ),
    MarketTable.TERRITORIES: (
        SheetColumn("area", required=True),
        SheetColumn("income"),
        SheetColumn("education"),
        SheetColumn("habits"),
        SheetColumn("notes"),
    ),
    MarketTable.TEAMS: (
        SheetColumn("name", required=True),
        SheetColumn("segments"),
        SheetColumn("industries"),
        SheetColumn("grouping", Kind.GROUPING),
    ),
}
"""The columns of each table."""
KEYS: Mapping[MarketTable, tuple[str, ...]] = {
    MarketTable.CLASSES: ("name", "area"),
    MarketTable.THRESHOLDS: ("area",),
    MarketTable.WEIGHTS: ("criterion",),
    MarketTable.VENUES: ("name",),
    MarketTable.OPERATORS: ("name",),
    MarketTable.TERRITORIES: ("area",),
    MarketTable.TEAMS: ("name",),
    MarketTable.RIVAL_PRICES: ("operator", "product", "unit", "day"),
}
"""Columns in which no two rows of a table say the same."""
_TYPES: Mapping[MarketTable, type[msgspec.Struct]] = {
    MarketTable.CLASSES: values.ClassThreshold,
    MarketTable.THRESHOLDS: values.HighThreshold,
    MarketTable.WEIGHTS: values.Weight,
    MarketTable.VENUES: values.Venue,
    MarketTable.OPERATORS: values.RivalOperator,
    MarketTable.RIVAL_PRICES: values.RivalPrice,
    MarketTable.TERRITORIES: values.Territory,
    MarketTable.TEAMS: values.ServiceTeam,
}


def market_rows(
    market: Market, table: MarketTable, words: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """A table as rows of texts.

    Args:
        market: All tables.
        table: Which one.
        words: Texts of criteria and the like, by kind and word.
    """
    return texts_of(getattr(market, table), COLUMNS[table], words)


def read_market(
    market: Market,
    table: MarketTable,
    rows: Sequence[Sequence[str]],
    words: Mapping[str, str],
) -> tuple[Market, tuple[WrongCell, ...]]:
    """The tables with another one in the place of one of them.

    Args:
        market: Before.
        table: Which one.
        rows: Its rows; those without any text do not count.
        words: Texts of words; both the text and the word are read.

    Returns:
        The tables, and the cells that have no reading or say what another row says; with any of
        them the tables are those given.
    """
    found, wrong = read_texts(rows, COLUMNS[table], words)
    wrong = (*wrong, *_twice(table, found, words))
    if wrong:
        return market, wrong
    made = tuple(
        msgspec.convert(row.facts, known(_TYPES[table]), builtin_types=(date, Decimal))
        for row in found
    )
    changes: dict[str, Any] = {str(table): made}
    return msgspec.structs.replace(market, **changes), ()


def _twice(
    table: MarketTable, found: Sequence[ReadRow], words: Mapping[str, str]
) -> Iterator[WrongCell]:
    """Rows whose key stands in a row above."""
    seen: set[tuple[object, ...]] = set()
    kinds = {column.name: column.kind for column in COLUMNS[table]}
    for row in found:
        key = tuple(row.facts.get(name, "") for name in KEYS[table])
        if key in seen:
            first = KEYS[table][0]
            told = cell_text(row.facts.get(first, ""), kinds[first], words)
            yield WrongCell(row.place, first, TWICE, {"value": told})
        seen.add(key)
