"""Promotions that stand together on a charge, made ready once so that pricing is one short loop.

Nearly every promotion takes a percentage of the amount so far. Neighbours of that kind become a run
of whole numbers that is worked off without a call; any other promotion calls its function. The
steps of all promotions are written at once, from the amounts that they left.
"""

from __future__ import annotations

from itertools import compress, groupby
from math import lcm
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from pricing.rule_functions import Function, base_key
from pricing.stages import Stage
from pricing.trail import StepNote, Trail

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.money import Fen
    from pricing.rule_functions import Facts, Ratio
    from pricing.rule_index import ReadyRule
    from pricing.waterfall import Waterfall

_DEPENDENT, _PROMOTION = Stage.DEPENDENT, Stage.PROMOTION


class _Run(NamedTuple):
    """Neighbouring percentages, or one promotion of another kind.

    Attributes:
        kept: Each percentage leaves ``(kept * amount + rest) // whole`` of an amount: the discount
            is what is rounded half up, so what is left of it is rounded half down.
        rest: See there.
        whole: See there.
        apply: The alteration of a promotion of another kind.
        counting: That promotion, if it looks at what is counted over the whole quote.
    """

    kept: tuple[int, ...] = ()
    rest: int = 0
    whole: int = 1
    apply: Function | None = None
    counting: ReadyRule | None = None


class RuleChain:
    """Promotions of one charge that all stand, in order of application."""

    __slots__ = ("_notes", "_published", "_runs")

    def __init__(self, rules: Sequence[ReadyRule]) -> None:
        """Find the runs of percentages, and what the steps have in common."""
        self._runs = tuple(_runs(rules))
        # tiers may be a promotion, which comes after what always applies
        self._notes = tuple([StepNote(_PROMOTION, "step.rule", one.id, one.names) for one in rules])
        self._published = tuple([one.published for one in rules])

    def results(self, amount: Fen, facts: Facts, pools: Mapping[str, int]) -> list[Fen]:
        """The amount, and what it is after each of the promotions.

        Args:
            amount: Before the first of them.
            facts: Of the charge.
            pools: What is counted over the quote.
        """
        results = [amount]
        for kept, rest, whole, apply, counting in self._runs:
            if apply is not None:
                seen = facts if counting is None else counted(counting, facts, pools)
                amount = apply(amount, seen)
                results.append(amount)
            elif amount > 0:
                for share in kept:
                    amount = (share * amount + rest) // whole
                    results.append(amount)
            else:  # nothing is taken off nothing, and no percentage makes a subsidy larger
                results.extend([amount] * len(kept))
        return results

    def record(self, results: Sequence[Fen], fall: Waterfall) -> None:
        """Write a step for each promotion that changed the amount.

        Args:
            results: What ``results`` gave for the amount of the waterfall.
            fall: The waterfall that the promotions take down.
        """
        after = tuple(results[1:])
        taken = list(map(sub, results, after))
        if 0 not in taken:
            fall.promoted = Trail(self._notes, after, fall.trail())
        elif any(taken):
            notes = tuple(compress(self._notes, taken))
            fall.promoted = Trail(notes, tuple(compress(after, taken)), fall.trail())
        fall.published -= sum(compress(taken, self._published))
        fall.amount = results[-1]


def counted(one: ReadyRule, facts: Facts, pools: Mapping[str, int]) -> Facts:
    """The facts with what is counted over the quote: units of a pooled tier, base of a share."""
    if one.stage is _DEPENDENT:
        key = base_key(one.id, facts.period, inside=facts.inside)
        return msgspec.structs.replace(facts, base=pools.get(key))
    # an optional item does not count for the others, but it does for itself
    return msgspec.structs.replace(facts, pooled=max(pools.get(one.id, 0), facts.quantity))


def _runs(rules: Sequence[ReadyRule]) -> Iterator[_Run]:
    """Neighbouring percentages together, every other promotion by itself."""
    for is_percentage, together in groupby(rules, lambda one: one.share is not None):
        if is_percentage:
            yield _run([one.share for one in together if one.share is not None])
        else:
            for one in together:
                yield _Run(apply=one.apply, counting=one if one.counts else None)


def _run(shares: Sequence[Ratio]) -> _Run:
    """Shares taken off, brought to one denominator so that each is a single number."""
    whole = lcm(*[denominator for _, denominator in shares])
    kept = tuple(2 * (whole - share * whole // denominator) for share, denominator in shares)
    return _Run(kept, whole - 1, 2 * whole)
