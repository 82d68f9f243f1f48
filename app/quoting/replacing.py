"""What an offer replaces, of our bills and of what competitors are paid: chosen part by part."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from app.quoting.quote import LikeForLike

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.quoting.customer import Competitor
    from catalog.money import Fen

_MOST = 12
"""Of more competitors than these nobody asks which of them an amount is made of."""


def rivals_in(competitors: Sequence[Competitor], amount: Fen) -> tuple[frozenset[int], Fen]:
    """Which competitors, by their places, an amount is made of, and what is left of it.

    The fewest whose months add up to it; where none do, the amount is left as a whole.
    """
    if not amount:
        return frozenset(), 0
    paid = [at for at, one in enumerate(competitors) if one.monthly > 0][:_MOST]
    for count in range(1, len(paid) + 1):
        for chosen in combinations(paid, count):
            if sum(competitors[at].monthly for at in chosen) == amount:
                return frozenset(chosen), 0
    return frozenset(), amount


def like_of(
    components: Sequence[tuple[str, bool]],
    items: Sequence[tuple[str, bool]],
    competitor: Fen,
    *,
    applies: bool,
) -> LikeForLike:
    """What was chosen: where every part was, no part is named, so that later ones count as well.

    Args:
        components: Identifiers of bill components, and whether the offer replaces them.
        items: Identifiers of quote items, and whether they replace something.
        competitor: Fen a month that competitors are paid and the offer replaces.
        applies: Whether the offer can be compared with past bills.
    """
    return LikeForLike(_named(components), _named(items), competitor, applies)


def is_any(chosen: Collection[tuple[str, bool]]) -> bool:
    """Whether at least one part is chosen, or there is none to choose."""
    return not chosen or any(on for _, on in chosen)


def _named(parts: Sequence[tuple[str, bool]]) -> tuple[str, ...]:
    return () if all(on for _, on in parts) else tuple(part for part, on in parts if on)
