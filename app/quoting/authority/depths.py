"""Depth of discounts charge by charge: the deepest, and whether all keep a limit.

A quote has a thousand charges, and this runs at every keystroke: fractions are compared by
multiplying crosswise; an exact division for each took as long as pricing all of them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from app.quoting.authority.matrix import BUNDLES
from catalog.charge import ChargeType, PriceRegulation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from app.quoting.authority.matrix import Scope
    from pricing.concession import Concession, Concessions

_FORGIVEN = Fraction(1, 2000)
"""Of an amount that stands in several items: rounding each of them may add no more to a limit."""


def deepest(concessions: Iterable[Concession]) -> Concession | None:
    """The one with the largest percentage taken off; none when nothing is taken off."""
    found: Concession | None = None
    for one in concessions:
        if one.taken <= 0 or not one.published:
            continue
        if found is None or one.taken * abs(found.published) > found.taken * abs(one.published):
            found = one
    return found


def deviating(fixed: Iterable[Concession]) -> Concession | None:
    """The fixed price that is altered most, in either direction; none when none is."""
    altered = [one for one in fixed if one.taken]
    return max(
        altered,
        key=lambda one: Fraction(abs(one.taken), abs(one.published) or 1),
        default=None,
    )


def all_within(concessions: Sequence[Concession], limit: Fraction) -> bool:
    """Whether none is beyond a limit; rounding, which only ever allows more, is asked last.

    Rounding each of many small pieces of one charge would add up to a discount of its own: what
    stands in several items is looked at together as well.
    """
    percent, hundred = limit.numerator, 100 * limit.denominator
    beyond = [one for one in concessions if one.taken * hundred > percent * abs(one.published)]
    if not all(one.within(limit) for one in beyond):
        return False
    return all(_together(group, limit) for group in _by_charge(beyond))


def _by_charge(concessions: Iterable[Concession]) -> Iterator[list[Concession]]:
    groups: dict[str, list[Concession]] = {}
    for one in concessions:
        groups.setdefault(one.charge, []).append(one)
    return (group for group in groups.values() if len(group) > 1)


def _together(group: Sequence[Concession], limit: Fraction) -> bool:
    published = sum(abs(one.published) for one in group)
    taken = sum(one.taken for one in group)
    return taken <= limit * published / 100 + published * _FORGIVEN


def scoped(
    given: Concessions,
    scope: Scope,
    families: Callable[[str], str] | None,
) -> Sequence[Concession]:
    """The charges that a scope names."""
    found: list[Concession] = []
    for regulation, ones in (
        (PriceRegulation.MARKET, given.market),
        (PriceRegulation.GUIDED, given.guided),
    ):
        if not scope.regulations or regulation in scope.regulations:
            found.extend(ones)
    if ChargeType.ONE_TIME in scope.charges:
        found.extend(given.one_time)
    if scope.charges:
        found = [one for one in found if one.type in scope.charges]
    return of_families(found, scope, families)


def of_families(
    concessions: Sequence[Concession], scope: Scope, families: Callable[[str], str] | None
) -> Sequence[Concession]:
    """Those of the families that a scope names."""
    if not scope.families:
        return concessions
    wanted = set(scope.families)
    return [one for one in concessions if _family(one.charge, families) in wanted]


def _family(code: str, families: Callable[[str], str] | None) -> str:
    """The family of a charge; a bundle, which is no charge, is its own."""
    return (families(code) if families is not None else "") or BUNDLES
