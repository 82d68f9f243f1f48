"""formulate(): an offer problem as an integer programme.

Columns: how often each candidate is taken; whether it is taken at all, where that matters; units of
usage beyond what is included, by month and rate. Months with the same usage are one. A coefficient
never exceeds what its row asks for, which changes no answer in whole numbers and makes the bound
tighter.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.quoting.offer.problem import Goal
from app.quoting.offer.programme import Programme, Row
from app.quoting.offer.reach import reach
from app.quoting.offer.thrift import singles_of, thrifty

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from app.quoting.offer.problem import Candidate, OfferProblem, Usage

SCALE = 10_000
"""Parts of a point that costs are counted in: 0.000001 yuan a unit of usage is a whole number."""


class Formulation:
    """A programme with what its columns mean.

    Attributes:
        programme: To be solved.
        count_of: Column of how often each candidate is taken.
        taken_of: Column of whether it is taken, where there is one.
    """

    def __init__(
        self,
        problem: OfferProblem,
        *,
        forced: Collection[str] = (),
        passed: Sequence[frozenset[str]] = (),
    ) -> None:
        """Build it.

        Args:
            problem: To be formulated.
            forced: Candidates any one of which must be taken.
            passed: Sets of named candidates that must not be taken again, each as a whole.
        """
        self._problem = problem
        plain = not forced and not passed
        self._reach = thrifty(problem, reach(problem), drop=plain)
        self._costs: list[int] = []
        self._upper: list[int] = []
        self._names: list[str] = []
        self._whole: list[bool] = []
        self._rows: list[Row] = []
        self._budget: list[tuple[int, int]] = []
        self.count_of: dict[str, int] = {}
        self.taken_of: dict[str, int] = {}
        self._used = [
            one
            for one in problem.candidates
            if self._reach[one.id] and (not one.within or self._reach.get(one.within))
        ]
        self._columns(cutting=bool(passed))
        if forced:
            self._row([(at, 1) for name, at in self.count_of.items() if name in forced], least=1)
        self._cover()
        for usage in problem.usage:
            self._usage(usage)
        self._beside()
        for support in passed:
            self._pass(support)
        if problem.limit is not None:
            self._row(self._budget, most=problem.limit * SCALE)
        self.programme = Programme(
            tuple(self._costs),
            tuple(self._upper),
            tuple(self._rows),
            tuple(self._names),
            tuple(self._whole),
        )

    def counts(self, values: Sequence[int]) -> dict[str, int]:
        """The choice that values of the columns stand for."""
        return {name: values[at] for name, at in self.count_of.items() if values[at]}

    def start(self, counts: Mapping[str, int]) -> dict[int, int]:
        """Values of the columns of counts and of what is taken, for a choice."""
        found = {at: counts.get(name, 0) for name, at in self.count_of.items()}
        found |= {at: min(counts.get(name, 0), 1) for name, at in self.taken_of.items()}
        return found

    def _column(self, name: str, upper: int, cost: int, *, whole: bool = True) -> int:
        self._names.append(name)
        self._upper.append(upper)
        self._costs.append(cost)
        self._whole.append(whole)
        return len(self._names) - 1

    def _row(
        self, entries: Iterable[tuple[int, int]], least: int | None = None, most: int | None = None
    ) -> None:
        self._rows.append(Row(tuple(entries), least, most))

    def _columns(self, *, cutting: bool) -> None:
        """A column for each candidate's count, and one for its being there where that matters."""
        margin = self._problem.goal is Goal.MOST_MARGIN
        asked = self._asked_whether()
        singles = () if margin else singles_of(self._problem, self._reach).values()
        for one in self._used:
            upper = self._reach[one.id]
            own = (-one.margin if margin else one.cost) * SCALE
            once = (-one.fixed_margin if margin else one.fixed_cost) * SCALE
            # What only fills up what is open comes out whole by itself, if it costs anything.
            whole = one.id not in singles or one.cost <= 0 or one.id in asked or cutting
            at = self.count_of[one.id] = self._column(one.id, upper, own, whole=whole)
            self._budget.append((at, one.cost * SCALE))
            if upper == 1:
                self._costs[at] += once
                self._budget[-1] = (at, (one.cost + one.fixed_cost) * SCALE)
                self.taken_of[one.id] = at
                continue
            counted = cutting and one.named
            fixed = one.least > 1 or one.fixed_cost or one.fixed_margin
            if not (one.id in asked or fixed or counted):
                continue
            there = self.taken_of[one.id] = self._column(f"{one.id}?", 1, once)
            self._budget.append((there, one.fixed_cost * SCALE))
            self._row([(at, 1), (there, -upper)], most=0)
            self._row([(at, 1), (there, -max(one.least, 1))], least=0)

    def _asked_whether(self) -> set[str]:
        """Candidates of which other conditions ask whether they are taken."""
        found: set[str] = set()
        for one in self._used:
            if one.excludes:
                found |= {one.id, *one.excludes}
            if one.requires:
                found |= {one.id, *(name for group in one.requires for name in group)}
            if one.within and not one.per_one:
                found.add(one.within)
            if one.rates:
                found.add(one.id)
        return found

    def _cover(self) -> None:
        moved: dict[str, list[tuple[int, int]]] = {}
        for need in self._problem.needs:
            covering = [
                (self.count_of[one.id], one.covers[need.id])
                for one in self._used
                if one.covers.get(need.id, 0) > 0
            ]
            quantity = need.quantity
            if need.pool:
                # So much of what may go anywhere is for this site.
                at = self._column(f"to {need.id}", quantity, 0, whole=False)
                moved.setdefault(need.pool, []).append((at, -1))
                covering.append((at, 1))
            if need.most:
                self._row(covering, quantity, need.most)
            elif quantity:
                self._row([(at, min(units, quantity)) for at, units in covering], quantity)
        for pool, sites in moved.items():
            free = [
                (self.count_of[one.id], one.covers[pool])
                for one in self._used
                if not one.site and one.covers.get(pool, 0) > 0
            ]
            self._row([*free, *sites], least=0)

    def _usage(self, usage: Usage) -> None:
        """Units beyond what is included, at the list rate or at a lower one that was chosen."""
        lower = sorted({r for one in self._used if (r := _rate(one, usage)) < usage.rate})
        given = [(one, one.allowances.get(usage.id, 0)) for one in self._used]
        margin = self._problem.goal is Goal.MOST_MARGIN
        for units, times in sorted(Counter(usage.months).items()):
            if units <= 0:
                continue
            month = [(self.count_of[one.id], min(more, units)) for one, more in given if more]
            for rate in (*lower, usage.rate):
                paid = rate * times * self._problem.horizon
                name = f"{usage.id} {units} at {rate}"
                at = self._column(name, units, 0 if margin else paid, whole=False)
                month.append((at, 1))
                self._budget.append((at, paid))
                if rate < usage.rate:
                    offering = [
                        (self.taken_of[one.id], -max(0, units - more))
                        for one, more in given
                        if _rate(one, usage) == rate
                    ]
                    self._row([(at, 1), *offering], most=0)
            self._row(month, least=units)

    def _beside(self) -> None:
        """What may not stand beside each other, and what is not offered alone."""
        pairs: set[frozenset[str]] = set()
        for one in self._used:
            at = self.count_of[one.id]
            for other in one.excludes:
                pair = frozenset((one.id, other))
                if len(pair) > 1 and pair not in pairs and other in self.count_of:
                    pairs.add(pair)
                    self._row([(self.taken_of[one.id], 1), (self.taken_of[other], 1)], most=1)
            for group in one.requires:
                there = [(self.taken_of[name], -1) for name in group if name in self.count_of]
                self._row([(self.taken_of[one.id], 1), *there], most=0)
            if one.within and one.per_one:
                self._row([(at, 1), (self.count_of[one.within], -one.per_one)], most=0)
            elif one.within:
                upper = self._reach[one.id]
                self._row([(at, 1), (self.taken_of[one.within], -upper)], most=0)

    def _pass(self, support: frozenset[str]) -> None:
        """Some named candidate more, or one less."""
        entries = [
            (self.taken_of[one.id], -1 if one.id in support else 1)
            for one in self._used
            if one.named
        ]
        inside = sum(1 for one in self._used if one.named and one.id in support)
        self._row(entries, least=1 - inside)


def _rate(one: Candidate, usage: Usage) -> int:
    return one.rates.get(usage.id, usage.rate)
