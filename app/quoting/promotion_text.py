"""Promotions in words: why one is not used, and what keeps another from taking all it would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.figures import Figures
    from app.translation import Words
    from pricing.priced import PricedQuote
    from pricing.promotion_choice import Rejected
    from pricing.promotion_limits import PromotionUse

_COUNTED = "least_items"
"""The reason whose figures are items and not fen."""


def told_rejected(one: Rejected, words: Words, figures: Figures) -> str:
    """Why a promotion is not used, with the figures that decide it."""
    shown = str if one.reason == _COUNTED else figures.money
    return words(
        f"promotion.{one.reason}",
        rule=one.rule,
        other=one.because_of,
        needed=shown(one.needed),
        found=shown(one.found),
    )


def told_use(use: PromotionUse, words: Words, figures: Figures) -> str:
    """What a promotion takes off a quote over its term, and what keeps it from more."""
    taken, wanted = figures.money(use.taken), figures.money(use.wanted)
    name = figures.text(use.name)
    if not use.limit:
        told = words("promotion.taken", rule=use.rule, name=name, taken=taken)
    else:
        limit = words(f"promotion.limit_{use.limit}")
        told = words(
            "promotion.cut", rule=use.rule, name=name, taken=taken, wanted=wanted, limit=limit
        )
    if use.remaining is None:
        return told
    left = words("promotion.budget_remaining", left=figures.money(use.remaining))
    return words("promotion.and", told=told, more=left)


def told_promotions(priced: PricedQuote, words: Words, figures: Figures) -> Iterator[str]:
    """A sentence for each promotion on the whole quote, and for each with a limit."""
    for use in priced.promotions:
        if use.taken:
            yield told_use(use, words, figures)
    for one in priced.rejected:
        yield told_rejected(one, words, figures)
