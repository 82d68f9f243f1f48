"""BillMapping: what the columns of a table of bills mean, proposed by headings and cells."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.cell_text import CellFault
from catalog.period import Month
from pricing.bill_reading.amounts import is_nothing, read_amount
from pricing.bill_reading.bill_words import (
    BELOW_NUMBER,
    OF_NUMBER,
    heading_number,
    heading_parts,
    is_figure,
)
from pricing.bill_reading.months import is_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.layout.found_table import FoundTable
    from pricing.bill_reading.bill_words import BillWords

_SAMPLE = 100
_AMOUNTS = ("amount", "gross_amount")
_NO_AMOUNT = ("usage", "unit", "discount", "total")


class BillColumn(StrEnum):
    """What a column of a table of bills means."""

    NUMBER = "number"
    ACCOUNT = "account"
    HOLDER = "holder"
    YEAR = "year"
    """Of the month beside it."""
    MONTH = "month"
    COMPONENT = "component"
    """The name of the charge, in tables of a row a charge."""
    AMOUNT = "amount"
    USAGE = "usage"
    UNIT = "unit"
    PART = "part"
    """Amounts of the charge that the heading names."""
    PART_USAGE = "part_usage"
    """What was used of the sort of spend that the heading names."""
    IN_MONTH = "in_month"
    """Amounts of the month that the heading names; with a charge in the heading, of that charge."""
    OF_NUMBER = "of_number"
    """Amounts of the number that the heading names, or that stands above it."""
    CONTAINED = "contained"
    """Amounts that are part of another column; watched, never added up."""
    DISCOUNT = "discount"
    """Amounts that are taken off the others, whatever their sign."""
    TOTAL = "total"
    """What the other amounts of the row add up to."""
    ASIDE = ""


_VALUES = frozenset(meaning.value for meaning in BillColumn if meaning.value)
SINGLE = frozenset(
    (
        BillColumn.NUMBER,
        BillColumn.ACCOUNT,
        BillColumn.HOLDER,
        BillColumn.YEAR,
        BillColumn.MONTH,
        BillColumn.COMPONENT,
        BillColumn.AMOUNT,
        BillColumn.USAGE,
        BillColumn.UNIT,
        BillColumn.DISCOUNT,
        BillColumn.TOTAL,
    )
)
"""Meanings that one column of a table has at most."""
FIGURES = frozenset(
    (
        BillColumn.AMOUNT,
        BillColumn.PART,
        BillColumn.IN_MONTH,
        BillColumn.OF_NUMBER,
        BillColumn.CONTAINED,
        BillColumn.DISCOUNT,
    )
)
"""Columns of amounts that are read."""


class BillMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a layout of bills means.

    Attributes:
        columns: Meaning of each column from the left of the table.
        unit: What amounts are in unless their heading or cell says so: ``yuan``, ``jiao``, ``fen``.
        kinds: Sort of spend of charges that the words do not know, by the name of the charge.
        month: Month of every row where no column tells it; of one file only, never remembered.
        fill_down: An empty number or account means the one above.
        leave_hidden: Rows that the user does not see are left aside, and told.
    """

    columns: tuple[BillColumn, ...] = ()
    unit: str = "yuan"
    kinds: dict[str, str] = {}
    month: Month = ""
    fill_down: bool = True
    leave_hidden: bool = False

    def place(self, meaning: BillColumn) -> int:
        """Position of the column with a meaning; -1 for none."""
        return self.columns.index(meaning) if meaning in self.columns else -1

    def complete(self, month: Month = "", account: str = "") -> bool:
        """Whether it reads amounts of somebody.

        Args:
            month: What is said around the table.
            account: The same of whose it is.
        """
        owner = {BillColumn.NUMBER, BillColumn.ACCOUNT, BillColumn.HOLDER} & set(self.columns)
        money = (FIGURES | {BillColumn.TOTAL}) & set(self.columns)
        dated = {BillColumn.MONTH, BillColumn.IN_MONTH} & set(self.columns) or self.month or month
        if BillColumn.OF_NUMBER in self.columns:
            return bool(dated)
        named = {BillColumn.COMPONENT, BillColumn.PART, BillColumn.IN_MONTH} & set(self.columns)
        return bool(money and (owner or account or (named and dated)))


class ProposedBills(msgspec.Struct, frozen=True):
    """A mapping to be looked at.

    Attributes:
        mapping: What would be used.
        unsure: Positions of columns that were found by the look of their cells only.
    """

    mapping: BillMapping
    unsure: tuple[int, ...] = ()


def heading_charge(heading: str, words: BillWords) -> str:
    """The charge that a heading names, without remarks; nothing when it names only a month."""
    last = heading_parts(heading)[-1]
    field = words.field(last)
    named = field in _VALUES and field != BillColumn.DISCOUNT
    if is_month(last) or heading_number(last) or named or field in _AMOUNTS:
        return ""
    contained = words.contained_in(last)
    return words.split(contained or last)[0]


def propose_bills(table: FoundTable, words: BillWords) -> ProposedBills:
    """Propose what the columns of a table mean; the first of two columns for a meaning has it."""
    columns = [_meaning(column.heading, words) for column in table.columns]
    fields = [words.field(column.heading) for column in table.columns]
    _choose_numbers(table, columns)
    _choose_amount(columns, fields)
    if BillColumn.AMOUNT in columns:
        # A row a charge: a column that is called as a sort of spend is none of the amounts.
        columns = [BillColumn.ASIDE if c is BillColumn.PART else c for c in columns]
    _choose_names(table, columns, words)
    taken: set[BillColumn] = set()
    for at, meaning in enumerate(columns):
        if meaning in SINGLE and meaning in taken:
            columns[at] = BillColumn.ASIDE
        taken.add(meaning)
    unsure = tuple(
        at
        for at, column in enumerate(table.columns)
        if _may_be_charge(columns, fields, at) and column.heading and _amounts(table, at)
    )
    meaning = BillColumn.PART
    if BillColumn.COMPONENT in columns:  # then the charge is named, and this is its amount
        meaning, unsure = BillColumn.AMOUNT, unsure[:1]
    for at in unsure:
        columns[at] = meaning
    if BillColumn.DISCOUNT in columns and not _taken_off(table, columns):
        columns[columns.index(BillColumn.DISCOUNT)] = BillColumn.ASIDE
    unit = next((u for c in table.columns if (u := words.amount_unit(c.heading))), "yuan")
    return ProposedBills(BillMapping(tuple(columns), unit), unsure)


def _choose_numbers(table: FoundTable, columns: list[BillColumn]) -> None:
    """Columns that are called by numbers, several of them; the corner above the rows may be too."""
    if columns.count(BillColumn.OF_NUMBER) == 1:
        columns[columns.index(BillColumn.OF_NUMBER)] = BillColumn.ASIDE
    if BillColumn.OF_NUMBER not in columns:
        return
    for corner in (BillColumn.NUMBER, BillColumn.ACCOUNT):
        if corner in columns:
            at = columns.index(corner)
            texts = [text for text in table.values(at)[:_SAMPLE] if text.strip()]
            months = sum(is_month(text) for text in texts)
            columns[at] = BillColumn.MONTH if 2 * months > len(texts) else BillColumn.COMPONENT
    if BillColumn.AMOUNT in columns:
        at = columns.index(BillColumn.AMOUNT)
        columns[at] = BillColumn.ASIDE if BillColumn.TOTAL in columns else BillColumn.TOTAL


def _choose_names(table: FoundTable, columns: list[BillColumn], words: BillWords) -> None:
    """Of several columns that name charges, the one that tells most apart, such as the name."""
    named = [at for at, meaning in enumerate(columns) if meaning is BillColumn.COMPONENT]
    texts = {at: set(table.values(at)[:_SAMPLE]) for at in named}
    known = {at: sum(bool(words.kind(text)) for text in texts[at]) for at in named}
    kept = max(named, key=lambda at: (len(texts[at]), known[at]), default=-1)
    for at in named:
        columns[at] = BillColumn.COMPONENT if at == kept else BillColumn.ASIDE


def _taken_off(table: FoundTable, columns: Sequence[BillColumn]) -> bool:
    """Whether discounts of a row come off its charges; where totals are told, they must say so."""
    if BillColumn.PART not in columns:
        return False
    if BillColumn.TOTAL not in columns:
        return True
    parts = [table.columns[at].number for at, c in enumerate(columns) if c is BillColumn.PART]
    off = table.columns[columns.index(BillColumn.DISCOUNT)].number
    total = table.columns[columns.index(BillColumn.TOTAL)].number
    seen = right = 0
    for row in table.rows[:_SAMPLE]:
        try:
            figures = [_fen(row.cell(at)) for at in (*parts, off, total)]
        except CellFault:
            continue
        seen += figures[-2] != 0
        right += figures[-2] != 0 and sum(figures[:-2]) - abs(figures[-2]) == figures[-1]
    return 2 * right > seen


def _fen(text: str) -> int:
    text = text.strip()
    return 0 if is_nothing(text) else read_amount(text)


def _choose_amount(columns: list[BillColumn], fields: Sequence[str]) -> None:
    """Of several amounts the one that the customer pays is read; a total beside it is one more."""
    if "amount" in fields:
        for at, field in enumerate(fields):
            if field == "gross_amount":
                columns[at] = BillColumn.ASIDE
    parts = {BillColumn.PART, BillColumn.IN_MONTH, BillColumn.OF_NUMBER} & set(columns)
    if parts and BillColumn.COMPONENT not in columns and BillColumn.AMOUNT in columns:
        at = columns.index(BillColumn.AMOUNT)
        columns[at] = BillColumn.ASIDE if BillColumn.TOTAL in columns else BillColumn.TOTAL
    if not parts and BillColumn.AMOUNT not in columns and BillColumn.TOTAL in columns:
        columns[columns.index(BillColumn.TOTAL)] = BillColumn.AMOUNT


def _meaning(heading: str, words: BillWords) -> BillColumn:
    field, below, _ = words.field(heading).partition(BELOW_NUMBER)
    start = field.partition(" ")[0]
    if field.startswith(OF_NUMBER) or field in _AMOUNTS:
        return BillColumn.OF_NUMBER if below or field not in _AMOUNTS else BillColumn.AMOUNT
    if field in _VALUES:  # a total or a usage of one number alone tells nothing of the row
        return BillColumn.ASIDE if below else BillColumn(field)
    if field.startswith("in month"):
        below = field.rpartition(" ")[2]
        return BillColumn.ASIDE if below in _NO_AMOUNT else BillColumn.IN_MONTH
    if field.startswith("usage of"):
        return BillColumn.PART_USAGE
    return {"part": BillColumn.PART, "contained": BillColumn.CONTAINED}.get(start, BillColumn.ASIDE)


def _may_be_charge(columns: Sequence[BillColumn], fields: Sequence[str], at: int) -> bool:
    """Whether a column without a meaning can be one more charge beside those that are known."""
    if columns[at] is not BillColumn.ASIDE or fields[at]:
        return False
    return BillColumn.PART in columns or not (FIGURES | {BillColumn.TOTAL}) & set(columns)


def _amounts(table: FoundTable, at: int) -> bool:
    """Whether nearly all cells of a column are amounts with decimals, or say that there is none."""
    cells = [text.strip() for text in table.values(at)[:_SAMPLE] if not is_nothing(text.strip())]
    good = [text for text in cells if is_figure(text)]
    exact = any("." in text for text in good)
    return exact and bool(cells) and 10 * len(good) >= 9 * len(cells)
