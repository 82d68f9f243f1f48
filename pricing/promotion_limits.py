"""Limits of a promotion over a quote, a customer and a campaign, and what is left of them.

They count fen over the term of the contract: a monthly discount as many times as there are months,
whether or not some of them are free. Expected usage is in no contract value and is not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import BillingPeriod, years_of
from pricing.context import Used

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pricing.rule import PriceRule

_NOTHING = Used()


class PromotionUse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a promotion on the whole quote, or one with a limit, takes off a quote over its term.

    Attributes:
        rule: Its identifier.
        name: For people.
        wanted: Fen that it would take off without limits and floors.
        taken: Fen that it takes off.
        limit: ``quote_cap``, ``customer_cap``, ``budget`` or ``floor`` where one of them keeps it
            from taking all that it would; empty for none.
        left: Fen that the limit has left for this quote; ``None`` for no limit.
        remaining: Fen that the budget has left after this quote; ``None`` without a budget.
    """

    rule: str
    name: LocalText
    wanted: Fen
    taken: Fen
    limit: str = ""
    left: Fen | None = None
    remaining: Fen | None = None


class Left(NamedTuple):
    """The tightest limit of a promotion: its name and the fen that it has left for a quote."""

    limit: str
    amount: Fen


NO_LIMIT: tuple[str, None] = ("", None)
"""Where nothing keeps a promotion from taking all that it would."""


def left_of(rule: PriceRule, used: Mapping[str, Used]) -> Left | None:
    """What the tightest limit of a promotion leaves for a quote; ``None`` without limits.

    Args:
        rule: The promotion.
        used: What other quotes have used, by rule.
    """
    seen = used.get(rule.id, _NOTHING)
    limits = (
        ("quote_cap", rule.quote_cap, 0),
        ("customer_cap", rule.customer_cap, seen.customer),
        ("budget", rule.budget, seen.everybody),
    )
    left = [Left(name, max(0, cap - gone)) for name, cap, gone in limits if cap is not None]
    return min(left, key=lambda one: one.amount, default=None)


def remaining_of(rule: PriceRule, used: Mapping[str, Used], taken: Fen) -> Fen | None:
    """What a promotion's budget has left after a quote takes so much; ``None`` without one."""
    if rule.budget is None:
        return None
    return max(0, rule.budget - used.get(rule.id, _NOTHING).everybody - taken)


def times_of(period: BillingPeriod, term: int) -> int:
    """How often a charge of a billing period counts over a term; expected usage never does."""
    if period is BillingPeriod.MONTH:
        return max(0, term)
    if period is BillingPeriod.YEAR:
        return years_of(term)
    return int(period is BillingPeriod.ONCE)
