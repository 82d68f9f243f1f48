"""BestOfferSearch: the best offer for a customer, proven, with alternatives and reasons.

The greedy answer is told at once. A worker process then searches; what it finds is verified from
the problem's statement and priced by the engine, and where the engine refuses it or prices it
otherwise the search goes on without it. The caller says at any time that it is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import msgspec

from app.quoting.authority.judging import ALONE, Surroundings, judge
from app.quoting.offer.asking import Circumstances
from app.quoting.offer.gathering import Gathered, gather
from app.quoting.offer.greedy import greedy
from app.quoting.offer.offer import BestOffer, Offer, WhyNot, why_not
from app.quoting.offer.permitting import permitted_by
from app.quoting.offer.problem import Goal, Proof
from app.quoting.offer.spare import spare
from app.quoting.offer.together import together
from app.services.offer_settling import OfferProgress, Settled, Settler, named, turned
from app.services.offer_worker import OfferWorker
from app.services.quote_library import open_quote
from app.services.working_out import find_quote
from pricing.concession import measure
from pricing.spend_analysis import analyse, typical_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from app.quoting.freezing import Rulebook
    from app.quoting.offer.wish import Wish
    from app.services.workspace import Workspace
    from catalog.money import Fen

ALTERNATIVES = 3
_TRIED = 10
"""Offers that are looked at for alternatives; those with something to spare are none."""


def circumstances_of(workspace: Workspace, number_or_id: str) -> Circumstances:
    """A stored quote with all that decides what it may offer and for how much.

    Raises:
        RecordMissing: There is no such quote, or no catalogue for it.
    """
    opened = open_quote(workspace, find_quote(workspace, number_or_id))
    quote, rules = opened.quote, workspace.rules_of(opened.quote)
    return Circumstances(
        quote,
        opened.customer,
        opened.bills,
        analyse(opened.bills, rules.spend),
        workspace.catalog_of(quote),
        rules.pricing,
        workspace.quotes.used_of_promotions(opened.customer.id, quote.id),
    )


class BestOfferSearch:
    """A search and the questions about its result; ends its process when it is closed."""

    def __init__(
        self,
        around: Circumstances,
        rules: Rulebook,
        wish: Wish,
        watch: Callable[[OfferProgress], bool] = lambda _progress: True,
        *,
        seconds: float = 10.0,
        surroundings: Surroundings = ALONE,
    ) -> None:
        """Begin with nothing found; the process is started.

        Args:
            around: For whom, when, by which prices.
            rules: Discount authority.
            wish: What is wanted.
            watch: Told of each step several times a second; where it says no, the search ends
                with the best so far.
            seconds: For the best offer; each alternative may take a fifth as long.
            surroundings: What discount authority looks at besides the quote.
        """
        self._around, self._rules, self._wish = around, rules, wish
        self._watch, self._seconds, self._surroundings = watch, seconds, surroundings
        self._worker = OfferWorker()
        self._problems: dict[int, Gathered] = {}
        self._best: Offer | None = None

    def __enter__(self) -> Self:
        """Start the process while the problem is gathered."""
        self._worker.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self._worker.close()

    def run(self) -> BestOffer:
        """The best offer over all commitments that are looked at.

        Raises:
            ValueError: A charge answers two needs.
            AnswerDoesNotHold: The program has made a mistake.
        """
        wish, quote = self._wish, self._around.quote
        terms = tuple(sorted(set(wish.terms))) or (quote.term,)
        for term in terms:
            self._problems[term] = self._gather(term, max(terms))
        share = self._seconds / len(terms)
        settler = self._settler("search")
        found = {term: settler.settle(self._problems[term], share) for term in terms}
        offers = {term: one.offer for term, one in found.items() if one.offer is not None}
        if not offers:
            return self._result(None, found, ())
        best = min(offers, key=lambda term: (turned(offers[term], wish.goal), term))
        self._best = offers[best]
        others = [offer for term, offer in offers.items() if term != best]
        settler.step = "alternatives"
        next_best = self._alternatives(settler, offers[best], others)
        return self._result(offers[best], found, next_best, stopped=settler.stopped)

    def why_not(self, code: str) -> WhyNot:
        """What speaks against a bundle or an offering, once there is a best offer.

        Raises:
            ValueError: There is no best offer to compare with.
        """
        best = self._best
        if best is None:
            msg = "no best offer is known"
            raise ValueError(msg)
        settler = self._settler("why_not")
        gathered = self._problems[best.term]
        findings = gathered.left_out.get(code, ())
        if findings:
            gathered = self._gather(best.term, best.horizon, anyway=(code,))
        forced = tuple(
            one.id
            for one in gathered.problem.candidates
            if gathered.templates[one.id].offering == code
        )
        if not forced:
            return WhyNot(code, findings, useless=not findings)
        settled = settler.settle(gathered, self._seconds, forced=forced, refuse=not findings)
        if settled.offer is None:
            return WhyNot(code, findings, proven=settled.impossible)
        told = why_not(best, settled.offer, gathered.asker, findings)
        value = settled.offer.value(self._wish.goal)
        return msgspec.structs.replace(told, offering=code, proven=settled.bound == value)

    def _gather(self, term: int, horizon: int, anyway: Sequence[str] = ()) -> Gathered:
        wish = self._wish
        permitted = None
        if wish.discounts:
            matrix = self._rules.authority_on(self._around.quote.price_date)
            permitted = permitted_by(matrix, self._surroundings, with_approval=wish.with_approval)
        return gather(self._around, wish, term, horizon, permitted=permitted, anyway=anyway)

    def _settler(self, step: str) -> Settler:
        settler = Settler(self._worker, self._watch)
        settler.step = step
        return settler

    def _alternatives(
        self, settler: Settler, best: Offer, others: list[Offer]
    ) -> tuple[Offer, ...]:
        """The next best: with other bundles for the same commitment, or for another one."""
        gathered, goal = self._problems[best.term], self._wish.goal
        passed = [named(gathered.problem, best.choice)]
        found = list(others)
        for _ in range(_TRIED):
            if settler.stopped or len(found) >= ALTERNATIVES + len(others):
                break
            settled = settler.settle(gathered, self._seconds / 5, passed=passed)
            if settled.offer is None:
                break
            if not spare(gathered.problem, settled.offer.choice):
                found.append(settled.offer)
            passed.append(named(gathered.problem, settled.offer.choice))
        return tuple(sorted(found, key=lambda offer: turned(offer, goal))[:ALTERNATIVES])

    def _result(
        self,
        best: Offer | None,
        found: Mapping[int, Settled],
        alternatives: tuple[Offer, ...],
        *,
        stopped: bool = False,
    ) -> BestOffer:
        """All that is known in the end."""
        gathered = self._problems[best.term if best is not None else min(found)]
        problem, goal = gathered.problem, self._wish.goal
        rules = together(
            self._around.policy.rules, self._around.quote.price_date, problem.horizon
        ).unknown
        rules = (*rules, *gathered.partly)
        proof = self._proof(best, found) if best is not None and not rules else None
        level, within_own = self._approval(best, gathered) if best is not None else ("", False)
        first = greedy(problem)
        answered = {name for one in problem.candidates for name in one.covers}
        return BestOffer(
            goal,
            best,
            proof,
            problem.per_fen,
            first.value(goal) if first is not None else None,
            self._spent(),
            alternatives,
            gathered.left_out,
            best is None and all(one.impossible for one in found.values()),
            tuple(need.id for need in problem.needs if need.id not in answered),
            (*rules, *gathered.inexact),
            stopped or not all(one.final for one in found.values()),
            level,
            within_own,
        )

    def _proof(self, best: Offer, found: Mapping[int, Settled]) -> Proof:
        """The bound over all commitments: none of them can beat it."""
        goal = self._wish.goal
        bounds = [one.bound for one in found.values() if one.bound is not None]
        value = best.value(goal)
        bound = min(value, *bounds) if goal is Goal.LEAST_COST else max(value, *bounds)
        nodes = sum(one.nodes for one in found.values())
        return Proof(value, bound, nodes, sum(one.cuts for one in found.values()))

    def _approval(self, best: Offer, gathered: Gathered) -> tuple[str, bool]:
        quote = gathered.asker.quote_of(best.items)
        matrix = self._rules.authority_on(quote.price_date)
        given = measure(best.priced)
        verdict = judge(matrix, quote, best.priced, given, self._surroundings)
        return verdict.level, verdict.within_own

    def _spent(self) -> Fen | None:
        around = self._around
        if around.analysis is None or not around.quote.like_for_like.applies:
            return None
        replaced = around.quote.like_for_like
        return typical_of(around.bills, around.analysis, replaced.components) + replaced.competitor
