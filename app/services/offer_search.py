"""search(): the best choice of a problem with its proof, piece by piece, with HiGHS.

Runs in a worker process (``offer_worker.py``), in benchmarks and in tests; the window never waits
for it.
"""

from __future__ import annotations

from random import Random
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.offer.annealing import annealed
from app.quoting.offer.bounding import plain_bound, points_bound
from app.quoting.offer.formulating import Formulation
from app.quoting.offer.greedy import greedy
from app.quoting.offer.parts import Part, parts
from app.quoting.offer.problem import Choice, Goal, OfferProblem, Proof
from app.quoting.offer.programme import Effort
from app.quoting.offer.valuing import valued
from app.services.offer_polishing import polished
from app.services.offer_proving import Prover

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.offer.programme import Solved

_LARGE = 150
"""Candidates from which on a search is seldom finished: bound and choice are looked for at once."""
_SMALL = 12
"""Candidates up to which it is finished before anything else would be of use."""
_FIRST, _LONG = 0.15, 0.3
"""Shares of the time in which the greedy answer is made better, and that of a large problem."""
_STEPS, _MANY = 400, 10_000
"""Steps for each candidate in that time."""


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is searched for.

    Attributes:
        problem: Its best choice.
        effort: Time and gap for all of it.
        forced: Candidates any one of which must be taken; none for no such wish.
        passed: Sets of named candidates that must not be taken again, each as a whole.
    """

    problem: OfferProblem
    effort: Effort = Effort()
    forced: tuple[str, ...] = ()
    passed: tuple[frozenset[str], ...] = ()


class Found(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a search has come to, or came to in the end.

    Attributes:
        choice: The best that was found; ``None`` where none was.
        proof: How good it is known to be; ``None`` without a choice.
        impossible: It is proven that nothing covers all needs within the limits.
        final: The search has ended.
        greedy: Points of the greedy answer; ``None`` where there was none.
    """

    choice: Choice | None = None
    proof: Proof | None = None
    impossible: bool = False
    final: bool = False
    greedy: int | None = None


def _is_large(problem: OfferProblem) -> bool:
    return len(problem.candidates) > _LARGE


class _Piece(NamedTuple):
    """A piece, the best of it so far, and its bound."""

    part: Part
    choice: Choice | None
    bound: int
    nodes: int = 0
    impossible: bool = False


def search(task: Task, watch: Callable[[Found], None] = lambda _found: None) -> Found:
    """The best choice, the greedy one first; with cuts the problem is taken as a whole."""
    return _Searching(task, watch).run()


class _Searching:
    """One search: its pieces, and when it has to end."""

    def __init__(self, task: Task, watch: Callable[[Found], None]) -> None:
        self._task = task
        self._watch = watch
        self._ends = monotonic() + task.effort.seconds
        self._plain = not task.forced and not task.passed
        problem = task.problem
        names = tuple(one.id for one in problem.candidates)
        split = parts(problem) if self._plain else (Part(problem, (names,)),)
        self._pieces = [
            _Piece(part, greedy(part.problem) if self._plain else None, plain_bound(part.problem))
            for part in split
        ]
        self._greedy: int | None = None
        told = self._found()
        self._greedy = told.proof.value if told.proof is not None else None

    def run(self) -> Found:
        """Solve the pieces one after another, each with its share of the time that is left."""
        self._watch(self._found())
        self._improve()
        for at, piece in enumerate(self._pieces):
            left = sum(len(later.part.problem.candidates) for later in self._pieces[at:])
            share = len(piece.part.problem.candidates) / max(left, 1)
            seconds = max(self._ends - monotonic(), 0.05) * share
            self._solve(at, seconds)
            if self._pieces[at].impossible:
                return Found(impossible=True, final=True)
        return msgspec.structs.replace(self._found(), final=True)

    def _improve(self) -> None:
        """Make the greedy answers better for a little while."""
        for at, piece in enumerate(self._pieces):
            if _SMALL < len(piece.part.problem.candidates) <= _LARGE:
                self._better(at, self._task.effort.seconds * _FIRST, _STEPS)
        self._watch(self._found())

    def _better(
        self, at: int, seconds: float, steps: int, enough: Callable[[], bool] = lambda: False
    ) -> Choice | None:
        """Make the choice of a piece better step by step."""
        piece, begun = self._pieces[at], monotonic()
        choice = piece.choice

        def share() -> float:
            return 1.0 if enough() else (monotonic() - begun) / max(seconds, 1e-6)

        if choice is not None:
            choice = annealed(
                piece.part.problem,
                choice,
                share,
                Random(at).random,  # noqa: S311 (steps of a search, no secret)
                steps=steps,
            )
            self._pieces[at] = piece._replace(choice=choice)
        return choice

    def _solve(self, at: int, seconds: float) -> None:
        from app.services.highs import solve

        task, piece = self._task, self._pieces[at]
        problem, choice = piece.part.problem, piece.choice
        formed = Formulation(problem, forced=task.forced, passed=task.passed)
        known = choice is not None and problem.goal is Goal.LEAST_COST
        known = known and len(problem.candidates) > _SMALL
        effort = msgspec.structs.replace(task.effort, seconds=seconds)
        if known and choice is not None and _is_large(problem):
            self._solve_large(at, formed, effort, choice)
            return
        # What could be taken away beforehand costs more here than it is worth.
        effort = msgspec.structs.replace(effort, known=known, plain=known)

        def told(solved: Solved) -> None:
            self._take(at, formed, solved)
            self._watch(self._found())

        start = formed.start(choice.counts) if choice is not None else None
        self._take(at, formed, solve(formed.programme, effort, start, told))

    def _solve_large(self, at: int, formed: Formulation, effort: Effort, choice: Choice) -> None:
        """Look for the bound in a thread and for better choices beside it."""
        problem, ends = self._pieces[at].part.problem, monotonic() + effort.seconds
        with Prover(formed, effort, choice) as prover:

            def told(choice: Choice) -> bool:
                self._pieces[at] = self._pieces[at]._replace(choice=choice)
                prover.hand(choice)
                self._take(at, formed, prover.solved)
                self._watch(self._found())
                return not prover.ended

            seconds = effort.seconds * _LONG
            better = self._better(at, seconds, _MANY, lambda: prover.ended)
            if better is not None and told(better):
                polished(problem, formed, better, ends, told)
        self._take(at, formed, prover.solved)

    def _take(self, at: int, formed: Formulation, solved: Solved) -> None:
        """Keep what is better than before."""
        piece = self._pieces[at]
        problem = piece.part.problem
        best, goal = piece.choice, problem.goal
        if solved.values or (solved.finished and not solved.impossible):
            new = valued(problem, formed.counts(solved.values))
            if best is None or goal.better(new.value(goal), best.value(goal)):
                best = new
        bound = piece.bound
        if solved.bound is not None:
            known = points_bound(problem, solved.bound)
            bound = known if goal.better(bound, known) else bound
        nodes = max(piece.nodes, solved.nodes)
        self._pieces[at] = _Piece(piece.part, best, bound, nodes, solved.impossible)

    def _found(self) -> Found:
        """The pieces put together."""
        problem, counts, bound = self._task.problem, dict[str, int](), 0
        for piece in self._pieces:
            if piece.choice is None:
                return Found()
            for names in piece.part.copies:
                own = (one.id for one in piece.part.problem.candidates)
                for name, known in zip(names, own, strict=True):
                    if known in piece.choice.counts:
                        counts[name] = piece.choice.counts[known]
            bound += piece.bound * len(piece.part.copies)
        choice = valued(problem, counts)
        value = choice.value(problem.goal)
        bound = min(bound, value) if problem.goal is Goal.LEAST_COST else max(bound, value)
        nodes = sum(piece.nodes for piece in self._pieces)
        return Found(choice, Proof(value, bound, nodes), greedy=self._greedy)
