"""Several prices in one row: a one-time price beside a monthly one become charges of one offering.

A column of such a layout means a price for a period: ``list_price_cny.once`` or
``list_price_cny.month``. Each priced cell of a row becomes a row of its own, as our format has it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from catalog.problem import Place, Problem, Severity
from catalog.reading import TableRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.layout.found_table import FoundTable
    from catalog.layout.words import HeadingWords

PRICE, COST = "list_price_cny", "cost_cny"
TYPES = {"once": "one_time", "month": "recurring", "year": "recurring", "per_use": "usage"}
"""Type of the charge by billing period, in the order in which a row's charges come."""
SPLIT_FIELDS = tuple(f"{base}.{period}" for base in (PRICE, COST) for period in TYPES)
"""What a column of a layout with several prices in a row may mean."""
_NO_CHARGE = frozenset(("", "-", "--", "—", "——", "/", "无", "n/a"))
_FIXED = frozenset((PRICE, "charge_type", "billing_period"))


def split_field(base: str, period: str) -> str:
    """The field of a price or cost for a period."""
    return f"{base}.{period}"


def priced_periods(fields: Mapping[str, object]) -> tuple[str, ...]:
    """Periods that have a price of their own among these fields."""
    return tuple(period for period in TYPES if split_field(PRICE, period) in fields)


def fills_split(field: str, columns: Mapping[str, object], constants: Mapping[str, str]) -> bool:
    """Whether a field of our format gets its text from columns of several prices."""
    periods = priced_periods(columns)
    if field == COST:
        costs = [split_field(COST, period) for period in periods]
        return bool(costs) and all(cost in columns or cost in constants for cost in costs)
    return bool(periods) and field in _FIXED


def settled(columns: Mapping[str, int]) -> dict[str, int]:
    """Columns as headings tell them, with prices for periods only where they can be meant.

    Beside a column for the price as such they cannot. A single one in a list that tells type or
    period in a column of its own is the price as such, whatever it is called. A cost that does
    not say of which price it is belongs to none of several.
    """
    periods = priced_periods(columns)
    plain = {field: at for field, at in columns.items() if field not in SPLIT_FIELDS}
    if not periods or PRICE in columns:
        return plain
    if len(periods) == 1 and {"charge_type", "billing_period"} & set(columns):
        (period,) = periods
        plain[PRICE] = columns[split_field(PRICE, period)]
        if split_field(COST, period) in columns:
            plain.setdefault(COST, columns[split_field(COST, period)])
        return plain
    meant = {split_field(base, period) for base in (PRICE, COST) for period in periods}
    if len(periods) > 1:
        plain.pop(COST, None)
    own = {field: at for field, at in columns.items() if field in meant}
    return dict(sorted((plain | own).items(), key=lambda item: item[1]))


class PriceSplitter:
    """Makes the rows of the charges of a row; a row of a plain layout stays as it is."""

    def __init__(
        self, table: FoundTable, positions: Mapping[str, int], words: HeadingWords
    ) -> None:
        """Take a table and what its columns mean, by position from 0."""
        self._periods = priced_periods(positions)
        self._parts = words.words.charge_part
        self._columns = [table.columns[positions[split_field(PRICE, p)]] for p in self._periods]
        self._names = {
            period: (words.part_meaning(column.heading, field) or known.zh, known.en)
            for period, column in zip(self._periods, self._columns, strict=True)
            for field in (split_field(PRICE, period),)
            for known in (words.words.field[field],)
        }

    def __bool__(self) -> bool:
        """Whether there are prices for periods."""
        return bool(self._periods)

    def told(self, table: FoundTable) -> tuple[Problem, ...]:
        """That a row becomes several charges, as a hint; nothing for a plain layout."""
        if not self._periods:
            return ()
        where = Place(file=table.file, sheet=table.sheet)
        named = ", ".join(column.label for column in self._columns)
        facts = {"columns": named, "count": str(len(self._periods))}
        return (Problem("import.prices_split", Severity.HINT, where, facts),)

    def charges(self, row: TableRow) -> list[TableRow]:
        """One row a priced cell; the first one, unpriced, when no cell is priced."""
        if not self._periods:
            return [row]
        priced = [
            period
            for period in self._periods
            if _plain(row.cells[split_field(PRICE, period)]) not in _NO_CHARGE
        ]
        return [
            TableRow(row.number, self._cells(row.cells, period, alone=len(priced) == 1), period)
            for period in priced or self._periods[:1]
        ]

    def _cells(self, cells: Mapping[str, str], period: str, *, alone: bool) -> dict[str, str]:
        own = {field: text for field, text in cells.items() if field not in SPLIT_FIELDS}
        price = own[PRICE] = cells[split_field(PRICE, period)]
        if _plain(price) in _NO_CHARGE:
            own[PRICE] = ""
        if cost := cells.get(split_field(COST, period)):
            own[COST] = cost
        elif not alone and len(self._periods) > 1:
            own.pop(COST, None)
        own["charge_type"], own["billing_period"] = TYPES[period], period
        if code := own.get("code"):
            part = self._parts.get(period) or self._parts.get(TYPES[period], "")
            own["code"] = f"{code}.{part}" if part else code
        for language, word in zip(("zh", "en"), self._names[period], strict=True):
            name, offering = own.get(f"name_{language}", ""), own.get(f"offering_{language}", "")
            if name or offering:
                own[f"offering_{language}"] = offering or name
                own[f"name_{language}"] = f"{name or offering} {word}"
        return own


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
