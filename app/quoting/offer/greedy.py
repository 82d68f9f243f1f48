"""greedy(): a good offer at once, for the start of the search and where there is no time for one.

What saves most for its cost is taken first: the price of covering the same units one by one, and
the usage that is included, against what it costs. Then what is still open is covered with what
is cheapest for it. Nothing is proven by it.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from app.quoting.offer.pooling import with_fillers, without_sites
from app.quoting.offer.problem import Choice, Goal
from app.quoting.offer.reach import reach
from app.quoting.offer.thrift import thrifty
from app.quoting.offer.valuing import valued

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.offer.problem import Candidate, OfferProblem

_EVEN = 1.0
"""What is worth more saves something."""


def greedy(problem: OfferProblem) -> Choice | None:
    """A choice that covers all needs, or ``None`` where none was found this way."""
    plain = without_sites(problem)
    choice = _chosen(plain)
    if choice is None or plain is problem:
        return choice
    counts = with_fillers(problem, choice.counts)
    found = valued(problem, counts) if counts is not None else None
    dear = found is not None and problem.limit is not None and found.cost > problem.limit
    return None if dear else found


def _chosen(problem: OfferProblem) -> Choice | None:
    """A choice where no need is split by site."""
    taking = Taking(problem)
    taking.take_savers()
    if not taking.fill():
        taking = Taking(problem)
        if not taking.fill():
            return None
    taking.drop()
    choice = valued(problem, taking.counts)
    if problem.limit is not None and choice.cost > problem.limit:
        return None
    return choice


class Taking:
    """Counts that grow while something is still open."""

    def __init__(self, problem: OfferProblem) -> None:
        """Begin with nothing taken."""
        self._problem = problem
        self._reach = thrifty(problem, reach(problem), drop=True)
        self._by_id = {one.id: one for one in problem.candidates if self._reach[one.id]}
        self._covering: dict[str, list[Candidate]] = {need.id: [] for need in problem.needs}
        for one in self._by_id.values():
            for name, units in one.covers.items():
                if units > 0:
                    self._covering[name].append(one)
        self._wanted = {need.id: need.quantity for need in problem.needs}
        self._each = self._cheapest_each({})
        self.begin({})

    def begin(self, counts: Mapping[str, int]) -> None:
        """Begin again with so many taken."""
        problem = self._problem
        self.counts: dict[str, int] = {}
        self._open = dict(self._wanted)
        self._room = {need.id: need.most for need in problem.needs if need.most}
        self._used = {usage.id: list(usage.months) for usage in problem.usage}
        self._rate = {usage.id: usage.rate for usage in problem.usage}
        self._barred: set[str] = set()
        for name, count in counts.items():
            self._take(name, count)

    def _cheapest_each(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Points of a unit of each need, taken by itself, or else in what is cheapest a unit."""
        alone: dict[str, int] = {}
        among: dict[str, int] = {}
        for one in self._problem.candidates:
            units = sum(one.covers.values())
            if not self._reach[one.id] or one.within or one.requires or not units:
                continue
            each = -(-self._loss(one, 1, counts) // units)
            found = alone if len(one.covers) == 1 else among
            for name in one.covers:
                found[name] = min(found.get(name, each), each)
        return among | alone

    def _loss(self, one: Candidate, count: int, counts: Mapping[str, int]) -> int:
        """What taking it costs: what the customer pays, or what we do not earn."""
        first = one.id not in counts
        if self._problem.goal is Goal.MOST_MARGIN:
            return -(one.margin * count + first * one.fixed_margin)
        return one.cost * count + first * one.fixed_cost

    def take_savers(self) -> None:
        """Take what saves most for its cost, one after another, while anything saves.

        What has been covered is worth less to all others, never more, so that only the one that
        seems best has to be looked at again; what could not be taken yet is, after each taking.
        """
        waiting = list(self._by_id.values())
        heap: list[tuple[float, str]] = []
        while True:
            waiting = [one for one in waiting if not self._offer(heap, one)]
            while heap:
                seemed, name = heapq.heappop(heap)
                one = self._by_id[name]
                worth = self._worth(one)
                if worth is None:
                    waiting.append(one)
                elif worth < -seemed and heap and worth < -heap[0][0]:
                    heapq.heappush(heap, (-worth, name))
                elif worth > _EVEN:
                    self._take(name, self._step(one))
                    waiting.append(one)
                    break
            else:
                return

    def _offer(self, heap: list[tuple[float, str]], one: Candidate) -> bool:
        """Put something that may be taken in line."""
        worth = self._worth(one)
        if worth is not None:
            heapq.heappush(heap, (-worth, one.id))
        return worth is not None

    def _worth(self, one: Candidate) -> float | None:
        """What taking it saves for what it costs; ``None`` where it may not be taken."""
        count = self._step(one)
        if not count:
            return None
        paid, saved = self._loss(one, count, self.counts), self._saved(one, count)
        if paid <= 0:
            return float("inf") if saved > paid else 0.0
        return saved / paid

    def _step(self, one: Candidate) -> int:
        """How many of it may be taken next; 0 for none."""
        had = self.counts.get(one.id, 0)
        step = 1 if had else one.least
        limit = self._reach[one.id]
        if one.within:
            beside = self.counts.get(one.within, 0)
            limit = min(limit, one.per_one * beside if one.per_one else limit * min(beside, 1))
        if had + step > limit or one.id in self._barred:
            return 0
        if any(self.counts.get(name) for name in one.excludes):
            return 0
        if any(not any(self.counts.get(name) for name in group) for group in one.requires):
            return 0
        if any(
            self._room.get(name, units * step) < units * step for name, units in one.covers.items()
        ):
            return 0
        return step

    def _saved(self, one: Candidate, count: int) -> int:
        saved = sum(
            min(self._open[name], units * count) * self._each.get(name, 0)
            for name, units in one.covers.items()
        )
        if self._problem.goal is Goal.MOST_MARGIN:
            return saved
        horizon = self._problem.horizon
        for name, units in one.allowances.items():
            saved += sum(
                min(max(left, 0), units * count) * self._rate[name] * horizon // 10_000
                for left in self._used[name]
            )
        for name, rate in one.rates.items():
            if rate < self._rate[name]:
                more = one.allowances.get(name, 0) * count
                beyond = sum(max(left - more, 0) for left in self._used[name])
                saved += beyond * (self._rate[name] - rate) * horizon // 10_000
        return saved

    def _take(self, name: str, count: int) -> None:
        one = self._by_id[name]
        self.counts[name] = self.counts.get(name, 0) + count
        self._barred.update(one.excludes)
        for need, units in one.covers.items():
            self._open[need] = max(0, self._open[need] - units * count)
            if need in self._room:
                self._room[need] -= units * count
        for usage, units in one.allowances.items():
            self._used[usage] = [left - units * count for left in self._used[usage]]
        for usage, rate in one.rates.items():
            self._rate[usage] = min(self._rate[usage], rate)

    def fill(self) -> bool:
        """Cover what is open with what is cheapest for it; whether all is covered then."""
        for need in self._problem.needs:
            while self._open[need.id] > 0:
                fitting = [
                    (
                        self._loss(one, step, self.counts)
                        / min(self._open[need.id], one.covers[need.id] * step),
                        one.id,
                    )
                    for one in self._covering[need.id]
                    if (step := self._step(one))
                ]
                if not fitting:
                    return False
                name = min(fitting)[1]
                self._take(name, self._step(self._by_id[name]))
        return True

    def drop(self) -> None:
        """Take out again what is not needed any more, the dearest first."""
        by_id = self._by_id
        for name in sorted(self.counts, key=lambda known: (-by_id[known].cost, known)):
            one = by_id[name]
            if any(by_id[other].within == name for other in self.counts):
                continue
            if any(name in group for other in self.counts for group in by_id[other].requires):
                continue
            while self.counts.get(name, 0) > 0 and self._is_spare(one):
                fewer = dict(self.counts)
                fewer[name] = 0 if fewer[name] <= one.least else fewer[name] - 1
                goal = self._problem.goal
                before = valued(self._problem, self.counts).value(goal)
                after = valued(self._problem, fewer).value(goal)
                if (after >= before) if goal is Goal.LEAST_COST else (after <= before):
                    break
                self.counts = {key: count for key, count in fewer.items() if count}

    def _is_spare(self, one: Candidate) -> bool:
        """Whether all needs are covered with one of it less, or without it."""
        had = self.counts[one.id]
        less = had if had <= one.least else 1
        return all(
            self._covered(name) - units * less >= self._wanted[name]
            for name, units in one.covers.items()
            if units
        )

    def _covered(self, need: str) -> int:
        return sum(one.covers[need] * self.counts.get(one.id, 0) for one in self._covering[need])
