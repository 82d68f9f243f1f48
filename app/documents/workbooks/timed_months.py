"""Months that are charged in part or dearer: what they take off a row's amounts over the term.

Free months are periods that are not charged; a reduced month or a step of a ramp is no such thing.
What it is worth beside a full month stands in the formulas of the item's first monthly row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.money import yuan

if TYPE_CHECKING:
    from catalog.money import Fen
    from pricing.priced import PricedItem


class Timed(NamedTuple):
    """Fen over the term that a row is charged less, with and without VAT; below zero: more."""

    net: Fen = 0
    ex_tax: Fen = 0


def timed_of(item: PricedItem) -> Timed:
    """What an item is charged less over the term than its free months account for."""
    full, free = item.monthly, item.free_months
    net = sum((full.net_amount - part.amounts.net_amount) * part.months for part in item.schedule)
    ex_tax = sum(
        (full.net_ex_tax - part.amounts.net_ex_tax) * part.months for part in item.schedule
    )
    return Timed(net - full.net_amount * free, ex_tax - full.net_ex_tax * free)


def less(formula: str, taken: Fen) -> str:
    """A formula ``=ROUND(…,2)`` that takes an amount off before it is rounded."""
    if not taken:
        return formula
    return f"{formula.removesuffix(',2)')}-({yuan(taken)}),2)"
