"""Settler: searches until verifier and engine agree with what was found."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from app.errors import WorkerFailed
from app.quoting.offer.bounding import plain_bound
from app.quoting.offer.greedy import greedy
from app.quoting.offer.offer import Offer, offer_of
from app.quoting.offer.problem import Choice, Goal, OfferProblem, Proof
from app.quoting.offer.programme import Effort
from app.quoting.offer.together import Together, together
from app.quoting.offer.verifying import verify
from app.services.offer_search import Found, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.quoting.offer.gathering import Gathered
    from app.services.offer_worker import OfferWorker
    from catalog.money import Fen
    from catalog.problem import Problem

_MOST_CUTS = 20
_MENDED = frozenset(
    {
        "charge.too_few",
        "charge.too_many",
        "bundle.option_too_many",
        "offering.requirement_missing",
    }
)
"""Findings that another number of the same things, or something besides, may mend."""


class AnswerDoesNotHold(RuntimeError):
    """The verifier contradicts the search: a mistake of the program."""


class OfferProgress(NamedTuple):
    """How far a search is.

    Attributes:
        step: ``greedy``, ``search``, ``alternatives`` or ``why_not``.
        term: Commitment that is looked at, in months.
        value: Fen over the horizon of the best so far; ``None`` while there is none.
        bound: Fen that nothing can beat, as far as is known.
        gap: How much better the best possible may be at most, as a share of the value.
        seconds: Since the search began.
    """

    step: str
    term: int
    value: Fen | None = None
    bound: Fen | None = None
    gap: float = 1.0
    seconds: float = 0.0


class Settled(NamedTuple):
    """The best offer of one problem, with its bound in points."""

    offer: Offer | None
    bound: int | None
    nodes: int = 0
    cuts: int = 0
    impossible: bool = False
    final: bool = True


class Settler:
    """Searches with one worker for one caller.

    Attributes:
        stopped: The caller has had enough.
        step: What the caller is told is being done.
    """

    def __init__(self, worker: OfferWorker, watch: Callable[[OfferProgress], bool]) -> None:
        """Begin to count the seconds.

        Args:
            worker: Process to search in.
            watch: Told of each step several times a second; where it says no, the best so far
                stands.
        """
        self._worker, self._watch = worker, watch
        self._begun = monotonic()
        self.stopped = False
        self.step = "search"

    def settle(
        self,
        gathered: Gathered,
        seconds: float,
        *,
        forced: tuple[str, ...] = (),
        passed: Sequence[frozenset[str]] = (),
        refuse: bool = True,
    ) -> Settled:
        """Search until the engine agrees with what was found.

        Args:
            gathered: What is searched.
            seconds: For all of it.
            forced: Candidates any one of which must be taken.
            passed: Sets of named candidates that must not be taken again.
            refuse: Whether findings that block count.
        """
        goal, away = gathered.problem.goal, list(passed)
        ends, loose = monotonic() + seconds, _together(gathered)
        best: Offer | None = None
        bound: int | None = None
        fixed, nodes, final = False, 0, True
        for cuts in range(_MOST_CUTS + 1):
            effort = Effort(max(ends - monotonic(), 0.2))
            found = self._searched(Task(gathered.problem, effort, forced, tuple(away)))
            if found.choice is None or found.proof is None:
                return Settled(best, bound, nodes, cuts, found.impossible and not cuts)
            nodes, final = nodes + found.proof.nodes, final and found.final
            known = found.proof.bound
            if goal is Goal.LEAST_COST:
                known = loose.lowered(known, gathered.problem.per_fen)
            bound = bound if fixed and bound is not None else known
            offer = offer_of(gathered, found.choice)
            against = offer.blocking if refuse else ()
            if not against and (best is None or turned(offer, goal) < turned(best, goal)):
                best = offer
            agreed = offer.value(goal) == found.proof.value
            if self.stopped or monotonic() > ends or (agreed and not against):
                break
            # Other single services beside the same bundles might do better than these.
            fixed = fixed or not agreed or not _of_bundles(offer, against)
            away.append(named(gathered.problem, found.choice))
            if best is not None and _is_beyond(known, best, goal):
                break
        return Settled(best, bound, nodes, cuts, final=final)

    def _searched(self, task: Task) -> Found:
        """What the worker finds; the greedy answer where it fails or somebody has had enough."""
        problem = task.problem
        first = Found()
        if not task.forced and not task.passed:
            first = _first(problem)
            self._tell(problem, first, "greedy")
        if self.stopped:
            return first
        try:
            found = self._worker.search(task, lambda told: self._tell(problem, told, self.step))
        except WorkerFailed:
            found = first
        found = first if found.choice is None and not found.impossible else found
        wrong = verify(problem, found.choice, found.proof) if found.choice is not None else ()
        if wrong:
            raise AnswerDoesNotHold("; ".join(wrong))
        return found

    def _tell(self, problem: OfferProblem, found: Found, step: str) -> bool:
        seconds = monotonic() - self._begun
        progress = OfferProgress(step, problem.term, seconds=seconds)
        if found.proof is not None:
            progress = progress._replace(
                value=problem.fen(found.proof.value),
                bound=problem.fen(found.proof.bound),
                gap=float(found.proof.gap),
            )
        self.stopped = self.stopped or not self._watch(progress)
        return not self.stopped


def turned(offer: Offer, goal: Goal) -> int:
    """The value of an offer, the lower the better."""
    value = offer.value(goal)
    return value if goal is Goal.LEAST_COST else -value


def named(problem: OfferProblem, choice: Choice) -> frozenset[str]:
    """The candidates of a choice that give the offer its name."""
    return frozenset(one.id for one in problem.candidates if one.named and one.id in choice.counts)


def _of_bundles(offer: Offer, against: Sequence[Problem]) -> bool:
    """Whether findings speak against bundles whatever single services stand beside them."""
    bundles = {item.id for item in offer.priced.items if item.is_bundle}
    return all(one.where.subject in bundles and one.code not in _MENDED for one in against)


def _together(gathered: Gathered) -> Together:
    around = gathered.asker.around
    return together(around.policy.rules, around.quote.price_date, gathered.asker.horizon)


def _is_beyond(bound: int, best: Offer, goal: Goal) -> bool:
    """Whether nothing within a bound can be better than an offer."""
    value = best.value(goal)
    return bound >= value if goal is Goal.LEAST_COST else bound <= value


def _first(problem: OfferProblem) -> Found:
    """The greedy answer."""
    choice = greedy(problem)
    if choice is None:
        return Found()
    value, bound = choice.value(problem.goal), plain_bound(problem)
    bound = min(bound, value) if problem.goal is Goal.LEAST_COST else max(bound, value)
    return Found(choice, Proof(value, bound), greedy=value)
