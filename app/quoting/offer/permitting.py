"""permitted_by(): may something be taken off by hand, as far as one item decides it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.authority.judging import ALONE, Surroundings, judge
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.authority import AuthorityMatrix
    from app.quoting.quote import Quote
    from pricing.priced import PricedQuote

_OF_ONE_ITEM = frozenset(
    ("market_discount", "guided_discount", "fixed_deviation", "discount", "effective_discount")
)
"""Measures that one item decides by itself, whatever stands beside it."""


def permitted_by(
    matrix: AuthorityMatrix, around: Surroundings = ALONE, *, with_approval: bool = False
) -> Callable[[Quote, PricedQuote], bool]:
    """Whether an item's discount is within what may be granted.

    Args:
        matrix: Limits.
        around: What stands around the quote; other quotes of the customer are left aside.
        with_approval: By anybody; otherwise by the author of the quote himself.
    """
    by_item = tuple(one for one in matrix.criteria if one.measured in _OF_ONE_ITEM)
    of_item = msgspec.structs.replace(matrix, criteria=by_item, flags=())
    alone = around._replace(recent=())

    def permitted(quote: Quote, priced: PricedQuote) -> bool:
        verdict = judge(of_item, quote, priced, measure(priced), alone)
        if verdict.blocked:
            return False
        own = matrix.rank(quote.manager.role)
        return with_approval or matrix.rank(verdict.level) <= max(own, 0)

    return permitted
