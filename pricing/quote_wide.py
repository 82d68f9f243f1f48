"""Spread a quote-wide amount over the charges, respecting floors; refuse what does not fit.

The amount is shared in proportion to the net amounts (largest remainder, ties by order of the
quote), no charge falls below its floor, what a floor cuts off goes to the others, and when all
floors together leave less than the amount, nothing is taken and the finding names the most that
could be (section 2.8 of the price semantics, vectors V22 to V28).
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen, round_half_up
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.bearers import Written, bearers_among, reach_of, take_off
from pricing.stages import Stage
from pricing.trail import StepNote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge, PricedItem


_WHOLE = 100
_QUOTE_WIDE = Stage.QUOTE_WIDE


class Target(StrEnum):
    """Which charges a quote-wide discount is taken off."""

    MONTHLY = "monthly"
    ONE_TIME = "one_time"


_PERIODS = {Target.MONTHLY: BillingPeriod.MONTH, Target.ONE_TIME: BillingPeriod.ONCE}


class QuoteDiscount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is taken off the whole quote by hand; exactly one of the three is given.

    Attributes:
        target: Monthly or one-time charges.
        percent: Of their net amount, from 0 to 100.
        amount: Fen, not negative.
        total: Fen that the net amount shall come to (goal seek), not negative; an amount that is
            lower already stays as it is.
    """

    target: Target = Target.MONTHLY
    percent: Decimal | None = None
    amount: Fen | None = None
    total: Fen | None = None

    @property
    def period(self) -> BillingPeriod:
        """How often the charges are billed that it is taken off."""
        return _PERIODS[self.target]

    def taken(self, net: Fen) -> Fen:
        """Fen to take off charges that come to ``net``; never negative."""
        if self.total is not None:
            return max(0, net - self.total)
        if self.amount is not None:
            return max(0, self.amount)
        share = Fraction(self.percent or 0) * net / _WHOLE
        return max(0, round_half_up(share.numerator, share.denominator))


def spread(
    items: Sequence[PricedItem],
    discount: QuoteDiscount,
    policy: PricingPolicy,
    most_extra: Callable[[str], Decimal],
    again: Mapping[int, PricedItem] | None = None,
) -> tuple[tuple[PricedItem, ...], tuple[Problem, ...]]:
    """The items with their shares taken off, or unchanged with a finding.

    Args:
        items: Priced one by one.
        discount: What to take off.
        policy: Band and floor margin.
        most_extra: Percent that may be taken off a bundle's published price, by its code.
        again: What became of items the last time, by their identities; see ``Written``.
    """
    if not _has_sense(discount):
        where = Place(column="discount")
        return tuple(items), (Problem("price.alteration_out_of_range", where=where),)
    period = discount.period
    bearers = bearers_among(items, period, policy, most_extra)
    amount = discount.taken(sum([one.net for one in bearers]))
    if not amount:
        return tuple(items), ()
    reach = reach_of(bearers)
    if amount > reach:
        facts, where = {"amount": str(amount), "most": str(reach)}, Place(column="discount")
        refused = Problem("price.quote_discount_too_large", where=where, parameters=facts)
        return tuple(items), (refused,)
    return take_off(items, bearers, amount, policy, Written(_note, again=again or {}))


def _note(charge: PricedCharge, share: Fen) -> StepNote:
    whole = abs(charge.published_amount)
    # as decimal_percent(percent_of(...)), without reducing a fraction for each charge
    return _noted(round_half_up(100 * _WHOLE * share, whole) if whole else 0)


@lru_cache(maxsize=1_024)
def _noted(hundredths: int) -> StepNote:
    """The step of a share; shares are proportional, so that most charges bear the same percent."""
    shown = {"percent": str(Decimal(hundredths).scaleb(-2))}
    return StepNote(_QUOTE_WIDE, "step.quote_discount", "quote", shown)


def _has_sense(discount: QuoteDiscount) -> bool:
    """Whether it takes something off rather than putting it on, and is a number."""
    percent, amount, total = discount.percent, discount.amount, discount.total
    return (
        (percent is None or (percent.is_finite() and 0 <= percent <= _WHOLE))
        and (amount is None or amount >= 0)
        and (total is None or total >= 0)
    )
