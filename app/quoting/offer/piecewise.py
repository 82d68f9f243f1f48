"""pieces(): what so many of something cost, cut where the price of one more changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Piece(NamedTuple):
    """Quantities between which each one more costs the same.

    Attributes:
        least: First quantity.
        most: Last quantity.
        cost: Points of one.
        fixed_cost: Points besides.
        margin: Points that one earns.
        fixed_margin: Points besides.
    """

    least: int
    most: int
    cost: int
    fixed_cost: int
    margin: int
    fixed_margin: int


def pieces(
    points: Callable[[int], tuple[int, int]], most: int, loose: int | None = None
) -> tuple[Piece, ...]:
    """The pieces from one to ``most``.

    A stretch counts as one piece where its ends, its middle and its quarters lie on a line; what
    that misses shows when the chosen offer is priced as a whole.

    Args:
        points: Cost and margin of a quantity.
        most: Largest quantity, 1 at least.
        loose: Points by which a margin may be above the true one; ``None`` where margins do not
            matter and are only about right.
    """
    known: dict[int, tuple[int, int]] = {}

    def at(quantity: int) -> tuple[int, int]:
        if quantity not in known:
            known[quantity] = points(quantity)
        return known[quantity]

    found: list[Piece] = []
    open_stretches = [(1, most)]
    while open_stretches:
        first, last = open_stretches.pop()
        piece = _line(at, first, last, loose)
        if piece is None:
            middle = (first + last) // 2
            open_stretches += [(middle + 1, last), (first, middle)]
            continue
        joined = _line(at, found[-1].least, last, loose) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(piece)
    return tuple(found)


def _line(
    at: Callable[[int], tuple[int, int]], first: int, last: int, loose: int | None
) -> Piece | None:
    """The stretch as one piece, if it is a line."""
    cost, margin = at(first)
    if first == last:
        return Piece(first, last, 0, cost, 0, margin)
    steps = last - first
    end = at(last)
    each, left = divmod(end[0] - cost, steps)
    if left:
        return None
    earned = -(-(end[1] - margin) // steps)
    above = 0
    for share in (1, 2, 3, 4):
        between = first + steps * share // 4
        known = at(between)
        if known[0] != cost + each * (between - first):
            return None
        above = max(above, abs(known[1] - margin - earned * (between - first)))
    if loose is not None and above > loose:
        return None
    raised = above if loose is not None else 0
    return Piece(first, last, each, cost - each * first, earned, margin + raised - earned * first)
