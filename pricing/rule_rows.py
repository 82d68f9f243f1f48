"""The small tables of a rule as rows of text: tiers, steps, values, conditions; read and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from catalog.cell_text import read_money, read_name
from catalog.cell_text import read_whole_number as read_count
from catalog.condition import Condition
from catalog.typed_rows import TypedRow, optional, typed_rows
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.rule import QuantityTiers, TermDiscount
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.typed_rows import Rows
    from pricing.rule import PriceRule

TABLES: Final = {
    "tiers": ("least", "percent", "unit_price", "block"),
    "steps": ("months", "percent"),
    "values": ("value", "percent", "unit_amount"),
    "conditions": ("measure", "least", "most", "one_of"),
}
"""Columns of each table."""
_LIMIT = 100


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
    filled = list(typed_rows(rows, len(TABLES[table])))
    if table == "conditions":
        conditions = tuple(map(_condition, filled))
        when = msgspec.structs.replace(rule.when, conditions=conditions)
        return msgspec.structs.replace(rule, when=when)
    alteration = rule.alteration
    if table == "steps" and isinstance(alteration, TermDiscount):
        steps = tuple(map(_step, filled))
        changed = msgspec.structs.replace(alteration, steps=steps)
        return msgspec.structs.replace(rule, alteration=changed)
    if table == "values" and isinstance(alteration, AttributeAdjustment):
        values = dict(map(_value, filled))
        return msgspec.structs.replace(
            rule, alteration=msgspec.structs.replace(alteration, values=values)
        )
    if table == "tiers" and isinstance(alteration, QuantityTiers | UsageRates):
        tiers = tuple(map(_tier, filled))
        return msgspec.structs.replace(
            rule, alteration=msgspec.structs.replace(alteration, tiers=tiers)
        )
    return rule


def _tier(row: TypedRow) -> Tier:
    return Tier(
        row.read(0, read_count),
        row.read(1, optional(_number)),
        row.read(2, optional(_number)),
        row.read(3, optional(_number)),
    )


def _step(row: TypedRow) -> tuple[int, Decimal]:
    return row.read(0, read_count), row.read(1, read_money)


def _value(row: TypedRow) -> tuple[str, Adjustment]:
    adjustment = Adjustment(row.read(1, optional(_signed)), row.read(2, optional(_signed)))
    return row.read(0, _name), adjustment


def _condition(row: TypedRow) -> Condition:
    return Condition(
        row.read(0, _name),
        row.read(1, optional(_signed)),
        row.read(2, optional(_signed)),
        row.read(3, _names),
    )


def _name(text: str) -> str:
    return read_name(text, _LIMIT)


def _names(text: str) -> tuple[str, ...]:
    parts = [part.strip() for part in text.replace("；", ";").replace(",", ";").split(";")]
    return tuple(_name(part) for part in parts if part)


def _number(text: str) -> Decimal:
    return read_money(text.removesuffix("%"))


def _signed(text: str) -> Decimal:
    return read_money(text.removesuffix("%"), allow_negative=True)


def _shown(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
