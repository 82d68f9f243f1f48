"""ColumnMapping: which column of a table is which field, and what fills the fields without one.

A mapping is proposed from the headings, and from the look of the cells where no heading helps;
what only looks so must be confirmed by a person before it is used.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.layout.split_prices import PRICE, fills_split, priced_periods, settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.layout.found_table import FoundTable
    from catalog.layout.words import HeadingWords

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z_/+#()-]*(?:\.[0-9A-Za-z_/+#()-]+)+")
_PERCENT = re.compile(r"[0-9]{1,2}(?:\.[0-9]+)?\s*%")
_AMOUNT = re.compile(r"¥?\s*[0-9][0-9,]*\.[0-9]{2}\s*元?")
_SAMPLE = 200


class FillRule(StrEnum):
    """How a field without a column of its own is filled from another one."""

    CODE_WITH_TYPE = "code_with_type"
    """The code names the offering; the charge's part of it follows from the charge type."""
    FROM_OFFERING = "from_offering"
    """The charge is called as its offering."""
    FROM_PERIOD = "from_period"
    """The billing period tells the charge type: once is one-time."""
    FROM_TYPE = "from_type"
    """The charge type tells the billing period: recurring is monthly."""


class ColumnMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the columns of a layout mean.

    Attributes:
        columns: Position of the column, from 0 at the left of the table, by field.
        constants: Text for every row, by field.
        rules: How a field follows from others, by field.
        fill_down: Fields whose empty cells mean the same as the cell above.
        leave_hidden: Rows that the user does not see are left aside, and told.
    """

    columns: dict[str, int] = {}
    constants: dict[str, str] = {}
    rules: dict[str, FillRule] = {}
    fill_down: tuple[str, ...] = ()
    leave_hidden: bool = False

    def fills(self, field: str) -> bool:
        """Whether a field gets anything."""
        said = field in self.columns or field in self.constants or field in self.rules
        return said or fills_split(field, self.columns, self.constants)


class ProposedMapping(msgspec.Struct, frozen=True):
    """A mapping to be looked at.

    Attributes:
        mapping: What would be used.
        unsure: Fields that were found by the look of their cells only.
        unused: Positions of columns that mean nothing so far.
    """

    mapping: ColumnMapping
    unsure: tuple[str, ...] = ()
    unused: tuple[int, ...] = ()


def propose_mapping(table: FoundTable, words: HeadingWords) -> ProposedMapping:
    """Propose what the columns of a table mean; the first of two columns for a field has it."""
    columns: dict[str, int] = {}
    for position, column in enumerate(table.columns):
        if field := words.field(column.heading):
            columns.setdefault(field, position)
    columns = settled(columns)
    by_heading = set(columns)
    taken = set(columns.values())
    split = dict.fromkeys((PRICE, "charge_type", "billing_period"), 0)
    split = split if priced_periods(columns) else {}
    for position in range(len(table.columns)):
        if position not in taken:
            cells = [text for text in table.values(position)[:_SAMPLE] if text.strip()]
            field = _by_look(cells, words, columns | split)
            if field:
                columns[field] = position
    mapping = with_rules(ColumnMapping(columns), table)
    unused = [at for at in range(len(table.columns)) if at not in columns.values()]
    return ProposedMapping(mapping, tuple(sorted(set(columns) - by_heading)), tuple(unused))


def with_rules(mapping: ColumnMapping, table: FoundTable) -> ColumnMapping:
    """The mapping with the rules that fill what has no column and can be told from others."""
    rules = dict(mapping.rules)
    columns = mapping.columns
    if "name_zh" not in columns and "offering_zh" in columns:
        rules.setdefault("name_zh", FillRule.FROM_OFFERING)
    if "charge_type" not in columns and "billing_period" in columns:
        rules.setdefault("charge_type", FillRule.FROM_PERIOD)
    if "billing_period" not in columns and "charge_type" in columns:
        rules.setdefault("billing_period", FillRule.FROM_TYPE)
    if "code" in columns:
        split = bool(priced_periods(columns))  # then each charge gets its part of the code
        codes = [] if split else [text for text in table.values(columns["code"]) if text.strip()]
        if codes and not any("." in unicodedata.normalize("NFKC", code) for code in codes):
            rules.setdefault("code", FillRule.CODE_WITH_TYPE)
    rules = {field: rule for field, rule in rules.items() if field not in mapping.constants}
    return msgspec.structs.replace(mapping, rules=rules)


def _by_look(cells: Sequence[str], words: HeadingWords, known: dict[str, int]) -> str:
    """The field that nearly all cells of a column look like, if no column is known for it."""
    if not cells:
        return ""
    cells = [unicodedata.normalize("NFKC", text).strip() for text in cells]

    def most(count: int) -> bool:
        return 10 * count >= 9 * len(cells)

    for field in ("price_regulation", "charge_type", "billing_period"):
        if field not in known and most(sum(words.knows_value(field, text) for text in cells)):
            return field
    for field, look in (("code", _CODE), ("vat_rate", _PERCENT), ("list_price_cny", _AMOUNT)):
        if field not in known and most(sum(look.fullmatch(text) is not None for text in cells)):
            return field
    return ""
