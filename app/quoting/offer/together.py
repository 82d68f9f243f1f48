"""together(): rules by which things cost something else in one quote than alone.

Bounds are worked out from what each candidate costs alone. Promotions on the whole quote may take
something off all of it; that much, and no more, the bound is lowered by. Units of different items
that decide a price by quantity together lower it by the largest of its percentages, as long as
no rule takes amounts off, which are more of a lower price. Of any other rule that counts units of
different items together nothing is known beforehand, and no bound is claimed where one may hold.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.money import fen
from catalog.period import BillingPeriod, years_of
from pricing.rule import (
    Level,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    QuoteAmountOff,
    UnitAmountOff,
)

if TYPE_CHECKING:
    from datetime import date

    from pricing.rule import PriceRule
    from pricing.rulebook import RuleSet


class Together(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a quote may be cheaper by than its parts.

    Attributes:
        percent: Of the price, that all promotions on the whole quote and prices by the quantity
            of different items may take off.
        fen: What they may take off besides, over the horizon.
        unknown: Rules of which nothing is known beforehand.
    """

    percent: Decimal = Decimal(0)
    fen: int = 0
    unknown: tuple[str, ...] = ()

    def lowered(self, bound: int, per_fen: int) -> int:
        """A bound of costs in points, lowered by all that they may take off."""
        left = bound * (100 - min(self.percent, Decimal(100))) / 100 if bound > 0 else bound
        return int(left // 1) - self.fen * per_fen


def together(rules: RuleSet, day: date, horizon: int) -> Together:
    """What the rules of a day may do to a quote as a whole."""
    share, off = Decimal(0), 0
    unknown: list[str] = []
    valid = [rule for rule in rules.rules if rule.when.valid.contains(day)]
    amounts = any(isinstance(rule.alteration, UnitAmountOff | LineAmountOff) for rule in valid)
    for rule in valid:
        if rule.level is Level.QUOTE:
            if isinstance(rule.alteration, PercentOff):
                share += rule.alteration.percent
            elif isinstance(rule.alteration, QuoteAmountOff):
                off += fen(rule.alteration.amount) * _times(rule, horizon)
        elif _counts_together(rule):
            percent = None if amounts else _percent(rule)
            if percent is None:
                unknown.append(rule.id)
            else:
                share += percent
    return Together(share, off, tuple(unknown))


def steps_of(rules: RuleSet, day: date) -> tuple[int, ...]:
    """Quantities from which on any rule of a day says another price, ascending."""
    found: set[int] = set()
    for rule in rules.rules:
        if rule.when.valid.contains(day):
            found.add(rule.when.least_quantity)
            if isinstance(rule.alteration, QuantityTiers):
                found.update(tier.least for tier in rule.alteration.tiers)
    return tuple(sorted(found - {0}))


def _percent(rule: PriceRule) -> Decimal | None:
    """The most that a pooled price by quantity takes off; ``None`` where it says amounts."""
    if not isinstance(rule.alteration, QuantityTiers):
        return None
    percents = [tier.percent for tier in rule.alteration.tiers]
    if any(percent is None for percent in percents):
        return None
    return max((percent for percent in percents if percent is not None), default=Decimal(0))


def _times(rule: PriceRule, horizon: int) -> int:
    if rule.period is BillingPeriod.MONTH:
        return horizon
    return years_of(horizon) if rule.period is BillingPeriod.YEAR else 1


def _counts_together(rule: PriceRule) -> bool:
    if isinstance(rule.alteration, QuantityTiers) and rule.alteration.pooled:
        return True
    return isinstance(rule.alteration, PercentOfOthers)
