"""Promotions that stand together on a charge, made ready once so that pricing is one short loop.

Nearly every promotion takes a percentage of the amount so far. Neighbours of that kind become a run
of whole numbers that is worked off without a call; any other promotion calls its function. The
steps are made for all promotions at once, from the amounts that they left.
"""

from __future__ import annotations

from itertools import chain, compress, groupby, repeat
from math import lcm
from operator import sub
from typing import TYPE_CHECKING

import msgspec

from pricing.priced import PriceStep
from pricing.rule_functions import Function, base_key
from pricing.rule_index import ReadyRule
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.money import Fen
    from pricing.rule_functions import Facts, Ratio

_DEPENDENT, _PROMOTION = Stage.DEPENDENT, Stage.PROMOTION


class _Run(msgspec.Struct, frozen=True):
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

    __slots__ = ("_by_hand", "_ids", "_names", "_runs")

    def __init__(self, rules: Sequence[ReadyRule]) -> None:
        """Find the runs of percentages, and what the steps have in common."""
        self._runs = tuple(_runs(rules))
        self._ids = tuple([one.id for one in rules])
        self._names = tuple([one.names for one in rules])
        self._by_hand = tuple([not one.published for one in rules])

    def results(self, amount: Fen, facts: Facts, pools: Mapping[str, int]) -> list[Fen]:
        """The amount after each of the promotions.

        Args:
            amount: Before the first of them.
            facts: Of the charge.
            pools: What is counted over the quote.
        """
        results: list[Fen] = []
        for run in self._runs:
            apply, counting = run.apply, run.counting
            if apply is not None:
                seen = facts if counting is None else counted(counting, facts, pools)
                amount = apply(amount, seen)
                results.append(amount)
            elif amount > 0:
                rest, whole = run.rest, run.whole
                for kept in run.kept:
                    amount = (kept * amount + rest) // whole
                    results.append(amount)
            else:  # nothing is taken off nothing, and no percentage makes a subsidy larger
                results.extend([amount] * len(run.kept))
        return results

    def record(self, amount: Fen, results: Sequence[Fen], steps: list[PriceStep]) -> Fen:
        """Add a step for each promotion that changed the amount.

        Args:
            amount: Before the first of them.
            results: What ``results`` gave for it.
            steps: Of the charge so far.

        Returns:
            Fen taken off by promotions that count against authority.
        """
        changes = list(map(sub, results, chain((amount,), results)))
        made = map(
            PriceStep,
            repeat(_PROMOTION),  # tiers may be a promotion, which comes after what always applies
            repeat("step.rule"),
            self._ids,
            changes,
            results,
            self._names,
        )
        steps.extend(made if all(changes) else [step for step in made if step.change])
        by_hand: Fen = sum(compress(changes, self._by_hand))
        return -by_hand


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
