"""The small tables of a rule as rows of text: tiers, steps, values, conditions; read and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from catalog.cell_text import CellFault, read_money, read_name
from catalog.cell_text import read_whole_number as read_count
from catalog.condition import Condition
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.rule import QuantityTiers, TermDiscount
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from typing import TypeAlias

    from pricing.rule import PriceRule

    Rows: TypeAlias = Sequence[Sequence[str]]

TABLES: Final = {
    "tiers": ("least", "percent", "unit_price", "block"),
    "steps": ("months", "percent"),
    "values": ("value", "percent", "unit_amount"),
    "conditions": ("measure", "least", "most", "one_of"),
}
"""Columns of each table."""
_LIMIT = 100


class RowFault(CellFault):
    """A cell of a table has no reading.

    Attributes:
        row: Its row, from 1.
    """

    def __init__(self, row: int, fault: CellFault) -> None:
        """Keep what is wrong, and where."""
        super().__init__(fault.code, **fault.parameters)
        self.row = row


def tables_of(rule: PriceRule) -> tuple[str, ...]:
    """Tables that the kind of a rule has, and the conditions that every rule has."""
    alteration = rule.alteration
    own = {QuantityTiers: "tiers", UsageRates: "tiers", TermDiscount: "steps"}.get(
        type(alteration), "values" if isinstance(alteration, AttributeAdjustment) else ""
    )
    return (*((own,) if own else ()), "conditions")


def rule_rows(rule: PriceRule, table: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as one would type them; none where the kind has no such table."""
    if table == "conditions":
        return tuple(
            (one.measure, _shown(one.least), _shown(one.most), "; ".join(one.one_of))
            for one in rule.when.conditions
        )
    alteration = rule.alteration
    if table == "steps" and isinstance(alteration, TermDiscount):
        return tuple((str(months), _shown(percent)) for months, percent in alteration.steps)
    if table == "values" and isinstance(alteration, AttributeAdjustment):
        return tuple(
            (value, _shown(one.percent), _shown(one.unit_amount))
            for value, one in alteration.values.items()
        )
    if table == "tiers" and isinstance(alteration, QuantityTiers | UsageRates):
        return tuple(
            (str(one.least), _shown(one.percent), _shown(one.unit_price), _shown(one.block))
            for one in alteration.tiers
        )
    return ()


def set_rule_rows(rule: PriceRule, table: str, rows: Rows) -> PriceRule:
    """A rule with other rows in a table; rows in which nothing is written do not count.

    Raises:
        RowFault: A cell has no reading.
    """
    width = len(TABLES[table])
    filled = [
        (place, (*(cell.strip() for cell in row), *[""] * width)[:width])
        for place, row in enumerate(rows, 1)
        if any(cell.strip() for cell in row)
    ]
    if table == "conditions":
        conditions = tuple(_condition(place, row) for place, row in filled)
        when = msgspec.structs.replace(rule.when, conditions=conditions)
        return msgspec.structs.replace(rule, when=when)
    alteration = rule.alteration
    if table == "steps" and isinstance(alteration, TermDiscount):
        steps = tuple(_step(place, row) for place, row in filled)
        changed = msgspec.structs.replace(alteration, steps=steps)
        return msgspec.structs.replace(rule, alteration=changed)
    if table == "values" and isinstance(alteration, AttributeAdjustment):
        values = dict(_value(place, row) for place, row in filled)
        return msgspec.structs.replace(
            rule, alteration=msgspec.structs.replace(alteration, values=values)
        )
    if table == "tiers" and isinstance(alteration, QuantityTiers | UsageRates):
        tiers = tuple(_tier(place, row) for place, row in filled)
        return msgspec.structs.replace(
            rule, alteration=msgspec.structs.replace(alteration, tiers=tiers)
        )
    return rule


def _tier(place: int, row: Sequence[str]) -> Tier:
    least, percent, unit_price, block = row
    return Tier(
        _count(place, least),
        _number(place, percent),
        _number(place, unit_price),
        _number(place, block),
    )


def _step(place: int, row: Sequence[str]) -> tuple[int, Decimal]:
    months, percent = row
    try:
        return read_count(months), read_money(percent)
    except CellFault as fault:
        raise RowFault(place, fault) from None


def _value(place: int, row: Sequence[str]) -> tuple[str, Adjustment]:
    value, percent, unit_amount = row
    shown = _number(place, percent, signed=True), _number(place, unit_amount, signed=True)
    return _name(place, value), Adjustment(*shown)


def _condition(place: int, row: Sequence[str]) -> Condition:
    measure, least, most, words = row
    parts = [part.strip() for part in words.replace("；", ";").replace(",", ";").split(";")]
    return Condition(
        _name(place, measure),
        _number(place, least, signed=True),
        _number(place, most, signed=True),
        tuple(_name(place, part) for part in parts if part),
    )


def _name(place: int, text: str) -> str:
    try:
        return read_name(text, _LIMIT)
    except CellFault as fault:
        raise RowFault(place, fault) from None


def _count(place: int, text: str) -> int:
    try:
        return read_count(text)
    except CellFault as fault:
        raise RowFault(place, fault) from None


def _number(place: int, text: str, *, signed: bool = False) -> Decimal | None:
    try:
        return read_money(text.removesuffix("%"), allow_negative=signed) if text else None
    except CellFault as fault:
        raise RowFault(place, fault) from None


def _shown(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
