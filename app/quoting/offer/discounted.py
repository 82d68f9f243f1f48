"""add_discounted(): the same with something taken off by hand, as far as it may be granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.offer.bundles import most_of
from app.quoting.offer.draft import blocking
from pricing.alterations.percentage import Percentage
from pricing.item import ItemAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.offer.draft import ProblemDraft
    from app.quoting.quote import Quote
    from pricing.priced import PricedQuote


def add_discounted(draft: ProblemDraft, permitted: Callable[[Quote, PricedQuote], bool]) -> None:
    """Bundles and new singles with something taken off by hand, as far as that is permitted."""
    for name, template in list(draft.templates.items()):
        one = draft.found[name]
        if one.least > 1 or template.action is ItemAction.NO_CHANGE or one.within:
            continue
        beside = {
            other.within
            for other in draft.found.values()
            if other.within and draft.templates[other.id].offering == template.offering
        }
        others = [name, *sorted(beside)]
        for percent in sorted(set(draft.wish.discounts)):
            less = msgspec.structs.replace(template, discount=Percentage(percent))
            priced = draft.asker.priced([less.item("i1", 1)])
            quote = draft.asker.quote_of([less.item("i1", 1)])
            if blocking(priced) or not permitted(quote, priced):
                continue
            variant = msgspec.structs.replace(
                one, id=f"{name} -{percent}%", excludes=(*one.excludes, *others)
            )
            others += draft.take(
                variant, less, draft.price_of(less), one.most or most_of(draft, one)
            )
