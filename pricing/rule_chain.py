"""Promotions that stand together on a charge, made ready once so that pricing is one short loop.

Nearly every promotion takes a percentage of the amount so far, or so many fen. Neighbours of a kind
become a run of whole numbers that is worked off without a call; any other calls its function. The
steps of all promotions are written at once, from the amounts that they left.
"""

from __future__ import annotations

from itertools import compress, groupby
from math import lcm
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from pricing.plain_rules import Deduction, Ratio
from pricing.rule_functions import Function, base_key
from pricing.stages import Stage
from pricing.trail import StepNote, Trail

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.money import Fen
    from pricing.rule_functions import Facts
    from pricing.rule_index import ReadyRule
    from pricing.waterfall import Waterfall

_DEPENDENT, _PROMOTION = Stage.DEPENDENT, Stage.PROMOTION


class _Run(NamedTuple):
    """Neighbouring promotions of one kind.

    Attributes:
        kept: Percentages: each leaves ``(kept * amount + rest) // whole`` of an amount. The
            discount is what is rounded half up, so what is left of it is rounded half down.
        rest: See there.
        whole: See there.
        taken: Deductions: position of the measure, factor, rest and whole of each.
        apply: The alteration of a promotion of another kind, which is a run by itself.
        counting: That promotion, if it looks at what is counted over the whole quote.
    """

    kept: tuple[int, ...] = ()
    rest: int = 0
    whole: int = 1
    taken: tuple[tuple[int, int, int, int], ...] = ()
    apply: Function | None = None
    counting: ReadyRule | None = None


class RuleChain:
    """Promotions of one charge that all stand, in order of application."""

    __slots__ = ("_calls", "_notes", "_published", "_runs")

    def __init__(self, rules: Sequence[ReadyRule]) -> None:
        """Find the runs of percentages, and what the steps have in common."""
        self._runs = tuple(_runs(rules))
        # a list amount below zero: what is measured on it is rounded the other way
        self._calls = tuple([_single(one) for one in rules])
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
        units, listed = facts.quantity, facts.list_amount
        measures = (1, units, listed)
        for kept, rest, whole, taken, apply, counting in self._runs if listed >= 0 else self._calls:
            if apply is not None:
                seen = facts if counting is None else counted(counting, facts, pools)
                amount = apply(amount, seen)
                results.append(amount)
            elif amount <= 0:  # nothing is taken off nothing, and nothing makes a subsidy larger
                results.extend([amount] * (len(kept) + len(taken)))
            elif kept:
                for share in kept:
                    amount = (share * amount + rest) // whole
                    results.append(amount)
            else:
                for of, factor, half, double in taken:
                    off = (factor * measures[of] + half) // double
                    amount = amount - off if off < amount else 0
                    results.append(amount)
        return results

    def record(self, results: Sequence[Fen], fall: Waterfall) -> None:
        """Write a step for each promotion that changed the amount.

        Args:
            results: What ``results`` gave for the amount of the waterfall.
            fall: The waterfall that the promotions take down.
        """
        after = tuple(results[1:])
        taken = list(map(sub, results, after))
        if all(taken):
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
    """Neighbouring percentages together, neighbouring deductions, every other one by itself."""
    for kind, together in groupby(rules, _kind):
        if kind is Ratio:
            yield _percentages([one.share for one in together if one.share is not None])
        elif kind is Deduction:
            found = [one.deduction for one in together if one.deduction is not None]
            yield _Run(taken=tuple([(int(one.of), *one[1:]) for one in found]))
        else:
            yield from map(_single, together)


def _kind(one: ReadyRule) -> object:
    if one.share is not None:
        return Ratio
    return Deduction if one.deduction is not None else None


def _single(one: ReadyRule) -> _Run:
    return _Run(apply=one.apply, counting=one if one.counts else None)


def _percentages(shares: Sequence[Ratio]) -> _Run:
    """Shares taken off, brought to one denominator so that each is a single number."""
    whole = lcm(*[denominator for _, denominator in shares])
    kept = tuple(2 * (whole - share * whole // denominator) for share, denominator in shares)
    return _Run(kept, whole - 1, 2 * whole)
