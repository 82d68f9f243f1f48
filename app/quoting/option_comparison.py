"""Options side by side: each worked out as if the customer took it and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.options import QuoteOption, alone, options_of, replacing_items
from app.quoting.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote
    from pricing.priced import PricedQuote


class Compared(msgspec.Struct, frozen=True):
    """An option with what it comes to alone; the revision is internal."""

    option: QuoteOption
    revision: Revision


def compare_options(
    quote: Quote,
    priced: PricedQuote,
    is_bundle: Callable[[str], bool],
    work_out: Callable[[Quote], Revision],
) -> tuple[Compared, ...]:
    """Every option alone, in printed order.

    Args:
        quote: With all of them.
        priced: All of them priced together.
        is_bundle: Whether a code is that of a bundle.
        work_out: Prices and judges a quote.
    """
    named = quote.like_for_like.items
    charges = {charge.code for item in priced.items if item.id in named for charge in item.charges}
    found = []
    for option in options_of(quote, is_bundle):
        items = [item for item in priced.items if item.id in option.items]
        replacing = replacing_items(items, frozenset(charges))[0] if named else None
        if option.is_offer:
            replacing = None
        found.append(Compared(option, work_out(alone(quote, option, replacing))))
    return tuple(found)
