"""Long work in steps: after every few parts somebody hears how far it is, and may stop it.

The core knows nothing of threads and windows. Whoever starts long work hands in a ``Pace``, which
reports the share that is done, and raises to stop; the work passes the exception on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

Pace: TypeAlias = Callable[[int], None]
"""Called with the share that is done, from 0 to ``WHOLE``; it may raise to stop the work."""
WHOLE: Final = 10_000
"""The whole work: shares are whole numbers, as everything in the core."""
_EVERY = 200
"""Parts between two calls: at 0.1 ms a part, 20 ms."""


def unpaced(share: int) -> None:
    """Nobody listens."""


def paced(parts: Sequence[T], pace: Pace) -> Iterator[T]:
    """The parts one after the other; the pace is called before the first, and every few."""
    pace(0)
    for start in range(0, len(parts), _EVERY):
        yield from parts[start : start + _EVERY]
        pace(WHOLE * min(start + _EVERY, len(parts)) // len(parts))


def part_of(pace: Pace, start: int, end: int) -> Pace:
    """The pace of a step that goes from one share of the whole to another."""
    return lambda share: pace(start + (end - start) * share // WHOLE)
