"""The worst case that a customer may choose, exactly and without trying every choice.

A share such as 'given away of published' over a base and any choice of parts is a fraction of two
sums. Of a guess at the largest share every part helps or does not, by itself, and taking those
that help gives a better guess (Dinkelbach); after a few rounds none is better. Each round looks at
every part once, so thirty optional items take thirty steps, not a thousand million.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Part(NamedTuple):
    """One thing that may be chosen: its name, and what it adds to both sums, in fen."""

    name: str
    top: int
    bottom: int


class Worst(NamedTuple):
    """The worst choice: both sums with it, and the names of what is chosen."""

    top: int
    bottom: int
    chosen: tuple[str, ...]


def largest_share(top: int, bottom: int, parts: Iterable[Part]) -> Worst:
    """The choice of parts with the largest top per bottom.

    Args:
        top: What is there in any case.
        bottom: What is there in any case, of which top is a share; not below nothing.
        parts: What may be chosen; those whose bottom is nothing or less are left aside, they
            have no share.
    """
    able = [part for part in parts if part.bottom > 0]
    if bottom > 0:
        share = Fraction(top, bottom)
    else:
        share = max((Fraction(part.top, part.bottom) for part in able), default=Fraction(0))
        share -= 1  # so that the best single part is chosen below, and no choice is lost
    best = Worst(top, bottom, ())
    while True:
        chosen = [p for p in able if p.top * share.denominator > share.numerator * p.bottom]
        found = _with(top, bottom, chosen)
        if found.bottom <= 0 or not chosen:
            return best
        now = Fraction(found.top, found.bottom)
        if now <= share:
            return best
        best, share = found, now


def smallest_margin(revenue: int, cost: int, parts: Iterable[Part]) -> Worst:
    """The choice of parts with the smallest margin; top is cost, bottom is revenue.

    A part that costs and brings in nothing, or less, is always in it: it worsens every choice.
    Once a deal brings in nothing it is a loss, whichever else is chosen.
    """
    parts = tuple(parts)
    harmful = [part for part in parts if part.bottom <= 0 and part.top >= 0 and part[1:] != (0, 0)]
    base = _with(cost, revenue, harmful)
    if base.bottom <= 0 and (base.top or base.bottom):
        return base
    found = largest_share(base.top, base.bottom, parts)
    return found._replace(chosen=base.chosen + found.chosen)


def largest_sum(top: int, parts: Iterable[Part]) -> Worst:
    """The choice of parts with the largest top."""
    return _with(top, 0, [part for part in parts if part.top > 0])


def _with(top: int, bottom: int, chosen: Sequence[Part]) -> Worst:
    return Worst(
        top + sum(part.top for part in chosen),
        bottom + sum(part.bottom for part in chosen),
        tuple(part.name for part in chosen),
    )
