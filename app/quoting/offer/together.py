"""together(): rules by which things cost something else in one quote than alone.

Bounds are worked out from what each candidate costs alone. Promotions on the whole quote may take
something off all of it; that much, and no more, the bound is lowered by. Of rules that count units
of different items together nothing is known beforehand, and no bound is claimed where one may hold.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.money import fen
from catalog.period import BillingPeriod, years_of
from pricing.rule import Level, PercentOff, PercentOfOthers, QuantityTiers, QuoteAmountOff

if TYPE_CHECKING:
    from datetime import date

    from pricing.rule import PriceRule
    from pricing.rulebook import RuleSet


class Together(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a quote may be cheaper by than its parts.

    Attributes:
        percent: Of the price, that all promotions on the whole quote may take off.
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
    for rule in rules.rules:
        if not rule.when.valid.contains(day):
            continue
        if rule.level is Level.QUOTE:
            if isinstance(rule.alteration, PercentOff):
                share += rule.alteration.percent
            elif isinstance(rule.alteration, QuoteAmountOff):
                off += fen(rule.alteration.amount) * _times(rule, horizon)
        elif _counts_together(rule):
            unknown.append(rule.id)
    return Together(share, off, tuple(unknown))


def _times(rule: PriceRule, horizon: int) -> int:
    if rule.period is BillingPeriod.MONTH:
        return horizon
    return years_of(horizon) if rule.period is BillingPeriod.YEAR else 1


def _counts_together(rule: PriceRule) -> bool:
    if isinstance(rule.alteration, QuantityTiers) and rule.alteration.pooled:
        return True
    return isinstance(rule.alteration, PercentOfOthers)
