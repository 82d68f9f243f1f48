"""Growth signals: what outgrows what the customer has, by rules; proposals, never added."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.interview import FoundNeed, QuestionBank, proposals_for
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.quoting.customer import Customer
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills

INSTALLED = "installed:"
"""Begins a measure that is how many of an offering the customer has."""
MINUTES = "minutes"
"""The measure of minutes and other units that the latest months were billed for, a month."""
_MONTHS = 3
_CENT = Decimal("0.01")


class GrowthRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When something has outgrown something else.

    Attributes:
        id: Unique.
        need: Identifier of the need in the question bank whose answers are proposed.
        top: Measures that are added up: facts of the customer, ``minutes``, ``installed:CODE``.
        bottom: Measures that they are divided by.
        reason: Why, with ``{top}``, ``{bottom}``, ``{ratio}`` and ``{limit}``.
        above: It is a signal from this ratio on.
        below: It is a signal under this ratio.
    """

    id: str
    need: str
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    reason: LocalText
    above: Decimal | None = None
    below: Decimal | None = None


class GrowthSignal(msgspec.Struct, frozen=True):
    """Something that has outgrown what the customer has.

    Attributes:
        rule: Identifier of the rule.
        need: Identifier of the need.
        reason: Why, with its figures.
    """

    rule: str
    need: str
    reason: LocalText


def growth_signals(
    customer: Customer, bills: Bills, rules: Iterable[GrowthRule]
) -> tuple[GrowthSignal, ...]:
    """What the rules say of a customer; a fact that nobody knows says nothing."""
    found = []
    for rule in rules:
        top, bottom = (_sum(customer, bills, names) for names in (rule.top, rule.bottom))
        if top is None or not bottom:
            continue
        ratio, limit = top / bottom, rule.above if rule.above is not None else rule.below
        grown = rule.above is not None and ratio >= rule.above
        short = rule.below is not None and ratio < rule.below
        if grown or short:
            facts = {"top": top, "bottom": bottom, "ratio": ratio, "limit": limit}
            told = {name: _plain(value) for name, value in facts.items() if value is not None}
            reason = LocalText(rule.reason.zh.format(**told), rule.reason.en.format(**told))
            found.append(GrowthSignal(rule.id, rule.need, reason))
    return tuple(found)


def grown_needs(
    bank: QuestionBank, signals: Sequence[GrowthSignal], catalog: ProductCatalog
) -> tuple[FoundNeed, ...]:
    """The needs that signals point to, each once, with what is on sale for them."""
    needs = dict.fromkeys(signal.need for signal in signals)
    known = (bank.need(name) for name in needs)
    return tuple(FoundNeed(need, 0, proposals_for(need, catalog)) for need in known if need)


def _sum(customer: Customer, bills: Bills, names: Sequence[str]) -> Decimal | None:
    """Measures added up; ``None`` where one of them is not known."""
    values = [_value(customer, bills, name) for name in names]
    return sum((v for v in values if v is not None), Decimal()) if None not in values else None


def _value(customer: Customer, bills: Bills, name: str) -> Decimal | None:
    if name.startswith(INSTALLED):
        held = customer.installed_quantities()
        return Decimal(held.get(name.removeprefix(INSTALLED), 0)) if held else None
    return _minutes(bills) if name == MINUTES else customer.facts.get(name)


def _minutes(bills: Bills) -> Decimal | None:
    """Units that were billed in a month, on average of the latest ones; ``None`` without any."""
    metered = [one.usage for one in bills.components if one.usage]
    months = bills.months()[-_MONTHS:]
    if not metered or not months:
        return None
    units = sum(usage.get(month, 0) for usage in metered for month in months)
    return Decimal(units) / len(months)


def _plain(value: Decimal) -> str:
    """A figure with two decimals at most, without noughts at its end."""
    rounded = value.quantize(_CENT, ROUND_HALF_UP).normalize()
    return f"{rounded:f}"
