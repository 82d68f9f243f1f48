"""Standing: an offer that is changed step by step, with what each step would cost.

Single services that can stand for a unit of a need whatever else is there are not counted: what is
open costs their price. Everything else has a place, a count, and rules about what stands beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from app.quoting.offer.reach import reach
from app.quoting.offer.thrift import singles_of, thrifty
from app.quoting.offer.valuing import usage_points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.offer.problem import Candidate, OfferProblem

Changes: TypeAlias = "dict[int, int]"
"""New counts by place."""
_DEPTH = 4
"""How far what has to change because of a change is followed."""
_DEAR = 2
"""Times the dearest way to cover a unit, for one that must not stay open."""


class Standing:
    """Counts that keep all rules, with the needs that are open.

    Attributes:
        ones: What has a place.
        counts: How often each is there.
        cost: Points of it all; what must not stay open is counted as very dear.
        touching: Places of what covers each need.
        covers: Needs that each covers, with units.
        most: How often each may be of use.
        least: How often each is taken at least.
    """

    def __init__(self, problem: OfferProblem) -> None:
        """Begin with nothing taken."""
        useful = thrifty(problem, reach(problem), drop=True)
        self._problem = problem
        self._single = singles_of(problem, useful)
        alone = set(self._single.values())
        self.ones = [o for o in problem.candidates if useful[o.id] and o.id not in alone]
        self._at = {one.id: at for at, one in enumerate(self.ones)}
        needs = {need.id: at for at, need in enumerate(problem.needs)}
        self.covers = [
            tuple((needs[name], units) for name, units in one.covers.items() if units)
            for one in self.ones
        ]
        self.touching: list[list[int]] = [[] for _ in problem.needs]
        for at, covers in enumerate(self.covers):
            for need, _ in covers:
                self.touching[need].append(at)
        self.most = [useful[one.id] for one in self.ones]
        self.least = [one.least for one in self.ones]
        self._each = [one.cost for one in self.ones]
        self._once = [one.fixed_cost for one in self.ones]
        self._rules()
        by_id = {one.id: one for one in problem.candidates}
        known = {name: by_id[single].cost for name, single in self._single.items()}
        self._must = [at for at, need in enumerate(problem.needs) if need.id not in known]
        self._price = [
            known[need.id] if need.id in known else self._dear(at)
            for at, need in enumerate(problem.needs)
        ]
        self._floor = [need.quantity - need.most for need in problem.needs]
        self._room = [bool(need.most) for need in problem.needs]
        self.load({})

    def _dear(self, need: int) -> int:
        each = [
            (self._each[at] + self._once[at]) // units
            for at in self.touching[need]
            for name, units in self.covers[at]
            if name == need
        ]
        return _DEAR * max([1, *each])

    def _rules(self) -> None:
        """What each may not stand beside, asks for, and is asked for by."""
        count, at_of = len(self.ones), self._at
        self._barred: list[set[int]] = [set() for _ in range(count)]
        self._groups: list[list[list[int]]] = []
        self._host: list[int | None] = []
        self._guests: list[list[int]] = [[] for _ in range(count)]
        self._askers: list[list[int]] = [[] for _ in range(count)]
        self._never: set[int] = set()
        for at, one in enumerate(self.ones):
            for other in one.excludes:
                if other in at_of and other != one.id:
                    self._barred[at].add(at_of[other])
                    self._barred[at_of[other]].add(at)
            groups = [[at_of[name] for name in group if name in at_of] for group in one.requires]
            self._groups.append(groups)
            for name in {name for group in groups for name in group}:
                self._askers[name].append(at)
            host = at_of.get(one.within) if one.within else None
            self._host.append(host)
            if host is not None:
                self._guests[host].append(at)
            if (one.within and host is None) or not all(groups):
                self._never.add(at)
        self._using = [bool(one.allowances or one.rates) for one in self.ones]
        self._free = [
            not (
                self._barred[at]
                or self._groups[at]
                or self._askers[at]
                or self._guests[at]
                or self.ones[at].within
                or at in self._never
            )
            for at in range(count)
        ]

    def load(self, counts: Mapping[str, int]) -> bool:
        """Stand for a choice; whether it can."""
        self.counts = [0] * len(self.ones)
        self._open = [need.quantity for need in self._problem.needs]
        self._paid = self._usage({})
        self.cost = self._paid + sum(
            units * price for units, price in zip(self._open, self._price, strict=True)
        )
        changes = {self._at[name]: count for name, count in counts.items() if name in self._at}
        if any(count > self.most[at] for at, count in changes.items()):
            return False
        more = self.dearer(changes)
        if more is not None:
            self.take(changes, more)
        return more is not None and self._known(counts)

    def _known(self, counts: Mapping[str, int]) -> bool:
        single = set(self._single.values())
        return all(name in self._at or name in single for name in counts)

    def choice(self) -> dict[str, int] | None:
        """The counts by name, with single services for what is open; none where it is not whole."""
        if any(self._open[need] > 0 for need in self._must):
            return None
        found = {self.ones[at].id: count for at, count in enumerate(self.counts) if count}
        for need, units in zip(self._problem.needs, self._open, strict=True):
            if units > 0:
                found[self._single[need.id]] = units
        return found

    def after(self, changes: Changes, at: int, count: int, depth: int = _DEPTH) -> bool:
        """Add a change, and what has to change because of it; whether that can be.

        Args:
            changes: To be added to.
            at: Place.
            count: New count.
            depth: How far it is followed.
        """
        if at in changes:
            return changes[at] == count
        if count > self.most[at] or 0 < count < self.least[at]:
            return False
        if not depth or (count and at in self._never):
            return False
        changes[at] = count
        if self._free[at]:
            return True
        wanted = self._coming(changes, at, count) if count else []
        if count < self.counts[at]:
            wanted += self._leaving(changes, at, count)
        followed = all(self.after(changes, other, new, depth - 1) for other, new in wanted)
        return followed and self._holds(changes, at)

    def _coming(self, changes: Changes, at: int, count: int) -> list[tuple[int, int]]:
        """What has to go or to come for something that is there."""
        now = self._now
        wanted = [(other, 0) for other in self._barred[at] if now(changes, other)]
        wanted += [
            (group[0], self.least[group[0]])
            for group in self._groups[at]
            if not any(now(changes, other) for other in group)
        ]
        host = self._host[at]
        if host is not None:
            per_one = self.ones[at].per_one
            room = -(-count // per_one) if per_one else 1
            if now(changes, host) < room:
                wanted.append((host, max(room, self.least[host])))
        return wanted

    def _leaving(self, changes: Changes, at: int, count: int) -> list[tuple[int, int]]:
        """What has to go with something that becomes less."""
        wanted = []
        for guest in self._guests[at]:
            per_one = self.ones[guest].per_one
            room = count * per_one if per_one or not count else self.most[guest]
            if self._now(changes, guest) > room:
                wanted.append((guest, room if room >= self.least[guest] else 0))
        if not count:
            wanted += [
                (asker, 0)
                for asker in self._askers[at]
                if self._now(changes, asker)
                and not all(any(self._now(changes, o) for o in g) for g in self._groups[asker])
            ]
        return wanted

    def _holds(self, changes: Changes, at: int) -> bool:
        """Whether the rules of one place are kept."""
        now = self._now
        count, host = now(changes, at), self._host[at]
        if not count:
            return True
        beside = now(changes, host) if host is not None else 1
        per_one = self.ones[at].per_one
        return (
            bool(beside)
            and (host is None or not per_one or count <= per_one * beside)
            and not any(now(changes, other) for other in self._barred[at])
            and all(any(now(changes, other) for other in group) for group in self._groups[at])
        )

    def _now(self, changes: Changes, at: int) -> int:
        return changes.get(at, self.counts[at])

    def dearer(self, changes: Changes) -> int | None:
        """Points that it would cost more; ``None`` where more would be covered than may be."""
        more, counts = 0, self.counts
        left: dict[int, int] = {}
        for at, count in changes.items():
            had = counts[at]
            step = count - had
            more += self._each[at] * step
            if not had:
                more += self._once[at] if count else 0
            elif not count:
                more -= self._once[at]
            for need, units in self.covers[at]:
                left[need] = left.get(need, self._open[need]) - units * step
        for need, new in left.items():
            old = self._open[need]
            if new < self._floor[need] and self._room[need]:
                return None
            more += self._price[need] * (max(new, 0) - max(old, 0))
        if any(self._using[at] for at in changes):
            more += self._usage(changes) - self._paid
        return more

    def take(self, changes: Changes, more: int) -> None:
        """Make a change of known cost."""
        if any(self._using[at] for at in changes):
            self._paid = self._usage(changes)
        for at, count in changes.items():
            step = count - self.counts[at]
            self.counts[at] = count
            for need, units in self.covers[at]:
                self._open[need] -= units * step
        self.cost += more

    def _usage(self, changes: Changes) -> int:
        """Points of all usage after a change."""
        problem = self._problem
        if not problem.usage:
            return 0
        taken: list[tuple[Candidate, int]] = [
            (one, count)
            for at, one in enumerate(self.ones)
            if self._using[at] and (count := self._now(changes, at))
        ]
        return sum(usage_points(problem.horizon, usage, taken) for usage in problem.usage)
