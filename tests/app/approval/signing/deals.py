"""Deals, and the same deals with more given away in ways that shall not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.app.approval.negotiation import CODES, Line, Offer

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def drawn(rng: Random) -> Offer:
    """A deal, often within the author's own authority, often not."""
    lines = tuple(
        Line(
            rng.choice(CODES),
            rng.randint(1, 4),
            rng.choice((0, 0, 3, 5, 6, 10, 18, 25)),
            rng.choice((0, 0, 0, 1, 2, 3)),
        )
        for _ in range(rng.randint(1, 3))
    )
    return Offer(lines, rng.choice((12, 24, 36)))


def deeper(offer: Offer, rng: Random) -> Offer:
    """More is taken off."""
    return _changed(offer, rng, percent=rng.choice((12, 30, 60)))


def free_months(offer: Offer, rng: Random) -> Offer:
    """Free months in the place of a discount."""
    return _changed(offer, rng, percent=0, free=rng.choice((2, 4, 6)))


def gift(offer: Offer, rng: Random) -> Offer:
    """One more line that costs nothing."""
    line = Line(rng.choice(CODES), rng.randint(1, 3), 100)
    return offer._replace(lines=(*offer.lines, line))


def split(offer: Offer, rng: Random) -> Offer:
    """A discounted line in several of one unit each."""
    lines = _changed(offer, rng, percent=15).lines
    return offer._replace(lines=tuple(one._replace(quantity=1) for one in lines for _ in "ab"))


def added_again(offer: Offer, rng: Random) -> Offer:
    """Lines deleted and added again in another order, one of them deeper."""
    return _changed(offer._replace(lines=offer.lines[::-1]), rng, percent=20)


def negative(offer: Offer, rng: Random) -> Offer:
    """A line that is sold minus so many times, to make the others look dearer."""
    line = Line(rng.choice(CODES), -rng.randint(1, 3), rng.choice((0, 10)))
    return offer._replace(lines=(*offer.lines, line))


def harmless(offer: Offer, _rng: Random) -> Offer:
    """The deal as it was."""
    return offer


DEALS: tuple[Callable[[Offer, Random], Offer], ...] = (
    deeper,
    free_months,
    gift,
    split,
    added_again,
    negative,
    harmless,
)


def _changed(offer: Offer, rng: Random, **fields: int) -> Offer:
    place = rng.randrange(len(offer.lines))
    lines = list(offer.lines)
    lines[place] = Line(**{**lines[place]._asdict(), **fields})
    return offer._replace(lines=tuple(lines))
