"""solve(): the price of a bundle under design that keeps what is wanted, with what binds it.

A fixed price is solved in fen. In the forms without one price a percentage off is: the largest,
in hundredths of a percent, that keeps the band or a margin, or the smallest that gives a saving;
prices of its own are the list prices less that percentage, rounded up to four decimals.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

from catalog.bundle import BundledOffering, PricingForm
from catalog.charge import PriceRegulation
from pricing.bundle_design import design_figures, quote_one
from pricing.bundle_price_solving import (
    highest_with_saving,
    lowest_in_band,
    lowest_with_both,
    lowest_with_margin,
    shared_price,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pricing.bundle_design import DesignBasis, DesignFigures
    from pricing.bundle_price_solving import SharedPrice

_STEPS: Final = 10_000
"""Hundredths of a percent in the whole."""
_CENT, _UNIT_PLACES = Decimal(100), Decimal("0.0001")


class Goal(StrEnum):
    """What a solved price does."""

    BAND = "band"
    """The lowest that keeps every guided component within its band."""
    MARGIN = "margin"
    """The lowest that leaves a margin over the term."""
    BOTH = "both"
    """The lowest that does both."""
    SAVING = "saving"
    """The highest that saves so many percent of the list value."""


class Solved(msgspec.Struct, frozen=True):
    """A price that does what is wanted.

    Attributes:
        goal: What it does.
        bundle: The bundle at this price.
        value: Yuan a month, or percent off in the forms without one price.
        binds: Code of the component that does not allow more; empty when it is the whole.
    """

    goal: Goal
    bundle: BundledOffering
    value: Decimal
    binds: str = ""


def solve(
    basis: DesignBasis, bundle: BundledOffering, goal: Goal, wanted: Decimal = Decimal(0)
) -> Solved | None:
    """The price that does what is wanted.

    Args:
        basis: Catalogue, policy and day.
        bundle: As it is designed; its own price does not matter.
        goal: What is wanted.
        wanted: Percent of margin, or of saving.

    Returns:
        ``None`` when no price does, when nothing is guided and the band is asked for, or when the
        form is the sum of list prices.
    """
    return solve_all(basis, bundle, {goal: wanted})[goal]


def solve_all(
    basis: DesignBasis, bundle: BundledOffering, wanted: Mapping[Goal, Decimal]
) -> dict[Goal, Solved | None]:
    """Several prices of one bundle at once; what is priced for one serves the others."""
    nothing: dict[Goal, Solved | None] = dict.fromkeys(wanted)
    if not bundle.components and not bundle.groups and not bundle.children:
        return nothing
    match bundle.form:
        case PricingForm.FIXED:
            shared = shared_price(basis, bundle)
            if shared is None:
                return nothing
            return {goal: _fixed(bundle, shared, goal, share) for goal, share in wanted.items()}
        case PricingForm.PERCENT_OFF | PricingForm.COMPONENT_PRICES:

            @cache
            def at(step: int) -> DesignFigures:
                return design_figures(basis, with_percent(basis, bundle, Decimal(step) / _CENT))

            return {g: _percent(basis, bundle, g, share, at) for g, share in wanted.items()}
    return nothing


def _fixed(
    bundle: BundledOffering, shared: SharedPrice, goal: Goal, wanted: Decimal
) -> Solved | None:
    found = _left(shared, goal, wanted)
    if found is None:
        return None
    left, place = found
    price = shared.price(left)
    binds = shared.shares[place].code if place >= 0 else ""
    return Solved(goal, msgspec.structs.replace(bundle, price=price), price, binds)


def _left(shared: SharedPrice, goal: Goal, wanted: Decimal) -> tuple[int, int] | None:
    match goal:
        case Goal.BAND:
            return lowest_in_band(shared)
        case Goal.BOTH:
            return lowest_with_both(shared, wanted)
        case Goal.MARGIN:
            left = lowest_with_margin(shared, wanted)
        case Goal.SAVING:
            left = highest_with_saving(shared, wanted)
    return None if left is None else (left, -1)


def _percent(
    basis: DesignBasis,
    bundle: BundledOffering,
    goal: Goal,
    wanted: Decimal,
    at: Callable[[int], DesignFigures],
) -> Solved | None:
    """Each amount falls as the percentage rises, rounded or not, so halving finds the limit."""
    whole, none = at(_STEPS), at(0)
    moved = _moved(none, whole)
    if goal is Goal.SAVING:
        step = _last(lambda step: not _saves(at(step), wanted)) + 1
        if step > _STEPS:
            return None
        return _solved(basis, bundle, goal, step, "")
    if goal is Goal.BAND and not moved:
        return None

    def does(step: int) -> bool:
        return _does(at(step), goal, wanted, moved)

    step = _last(does)
    if step < 0:
        return None
    binds = ""
    if goal is not Goal.MARGIN and step < _STEPS:
        tight = (part for part in at(step + 1).banded if part.place in moved and not part.keeps)
        binds = next((part.charge for part in tight), "")
    return _solved(basis, bundle, goal, step, binds)


def _solved(
    basis: DesignBasis, bundle: BundledOffering, goal: Goal, step: int, binds: str
) -> Solved:
    percent = Decimal(step) / _CENT
    return Solved(goal, with_percent(basis, bundle, percent), percent, binds)


def _moved(none: DesignFigures, whole: DesignFigures) -> frozenset[int]:
    """Places of the guided components that the percentage touches."""
    after = {part.place: part.net for part in whole.banded}
    return frozenset(part.place for part in none.banded if after.get(part.place) != part.net)


def _saves(figures: DesignFigures, percent: Decimal) -> bool:
    monthly = figures.monthly
    return monthly.net_amount <= monthly.list_amount * (_CENT - percent) / _CENT


def _does(figures: DesignFigures, goal: Goal, wanted: Decimal, moved: frozenset[int]) -> bool:
    band = goal is Goal.MARGIN or all(p.keeps for p in figures.banded if p.place in moved)
    return band and (goal is Goal.BAND or figures.keeps_margin(wanted))


def _last(does: Callable[[int], bool]) -> int:
    """The last step that does, where all before it do; -1 when none does."""
    low, high = -1, _STEPS
    while low < high:
        middle = (low + high + 1) // 2
        if does(middle):
            low = middle
        else:
            high = middle - 1
    return low


def with_percent(basis: DesignBasis, bundle: BundledOffering, percent: Decimal) -> BundledOffering:
    """The bundle with a percentage off its components, as its form writes it."""
    if bundle.form is PricingForm.PERCENT_OFF:
        return msgspec.structs.replace(bundle, percent=percent)
    lists = list_prices(basis, bundle)
    left = (_CENT - percent) / _CENT
    components = tuple(
        msgspec.structs.replace(
            part,
            price=(lists[part.charge] * left).quantize(_UNIT_PLACES, ROUND_CEILING),
        )
        if part.charge in lists
        else part
        for part in bundle.components
    )
    return msgspec.structs.replace(bundle, components=components)


def list_prices(basis: DesignBasis, bundle: BundledOffering) -> dict[str, Decimal]:
    """List prices in yuan with VAT of the components whose price the state does not set."""
    quote = quote_one(
        basis, msgspec.structs.replace(bundle, form=PricingForm.SUM, price=Decimal(0))
    )
    charges = quote.items[0].charges if quote.items else ()
    fixed = PriceRegulation.FIXED
    return {charge.code: charge.list_price for charge in charges if charge.regulation is not fixed}
