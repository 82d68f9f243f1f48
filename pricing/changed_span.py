"""changed_span(): where two sequences differ, by identity.

An edit leaves all items of a quote but one the same objects. What is a sum over items follows it
by what went and what came: amounts are whole fen, so nothing is lost by taking away and adding.
"""

from __future__ import annotations

from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORTH = 4
"""A stretch is followed when it is no longer than the whole divided by this."""


def changed_span(before: Sequence[object], after: Sequence[object]) -> tuple[slice, slice]:
    """The shortest stretch of ``before`` and the one of ``after`` that stands in its place.

    Everything in front of the two and behind them is the same objects in the same order.
    """
    shorter = min(len(before), len(after))
    first = next(compress(count(), map(is_not, before, after)), shorter)
    behind = next(compress(count(), map(is_not, reversed(before), reversed(after))), shorter)
    behind = min(behind, shorter - first)
    return slice(first, len(before) - behind), slice(first, len(after) - behind)


def is_worth_following(gone: slice, come: slice, whole: int) -> bool:
    """Whether taking away and adding these stretches is quicker than adding up everything.

    Args:
        gone: Of what there was.
        come: In its place.
        whole: Number of items that there are now.
    """
    length: int = gone.stop - gone.start + come.stop - come.start
    return length * _WORTH <= whole
