"""gather(): a wish as an offer problem; every figure in it is asked of the pricing engine.

Candidates are the bundles that may be sold to the customer, each charge that answers a need by
itself (what he has is kept without connecting it again), and what bundles offer beside them at a
published price. A bundle is a candidate with each selection that may be of use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.offer.asking import Asker, today_points
from app.quoting.offer.bundles import PROBE, add_bundles
from app.quoting.offer.company import in_company
from app.quoting.offer.discounted import add_discounted
from app.quoting.offer.draft import ProblemDraft
from app.quoting.offer.problem import Goal, OfferProblem, Usage
from app.quoting.offer.singles import add_singles
from pricing.spend_analysis import typical_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from app.quoting.offer.asking import Circumstances
    from app.quoting.offer.template import Template
    from app.quoting.offer.wish import Wish
    from app.quoting.quote import Quote
    from catalog.problem import Problem
    from pricing.priced import PricedQuote


class Gathered(NamedTuple):
    """A problem, and what it says in the words of the catalogue.

    Attributes:
        problem: To be solved.
        templates: What each candidate is as a quote item.
        left_out: Bundles that may not be sold as it is, with the findings that say why.
        inexact: Usage whose price by rules is not so much a unit; the problem takes it for nothing.
        asker: Asks the engine in the same circumstances.
        partly: Bundles with more to choose than is looked at: other choices might beat the bound.
        demand: Units of each need by site; the empty site is anywhere.
    """

    problem: OfferProblem
    templates: dict[str, Template]
    left_out: dict[str, tuple[Problem, ...]]
    inexact: tuple[str, ...]
    asker: Asker
    partly: tuple[str, ...]
    demand: dict[str, dict[str, int]]


def gather(
    around: Circumstances,
    wish: Wish,
    term: int,
    horizon: int,
    *,
    permitted: Callable[[Quote, PricedQuote], bool] | None = None,
    anyway: Collection[str] = (),
) -> Gathered:
    """The problem of a wish for one commitment.

    Args:
        around: For whom, when, by which prices.
        wish: What is wanted.
        term: Months of commitment.
        horizon: Months over which costs are compared.
        permitted: Whether an item with a discount by hand may be tried; ``None`` for none.
        anyway: Bundles that are candidates whatever speaks against them.

    Raises:
        ValueError: A charge answers two needs.
    """
    per_fen = max((len(months) for months in wish.usage.values()), default=1) or 1
    draft = ProblemDraft(around, wish, Asker(around, term, horizon, per_fen))
    draft.anyway = frozenset(anyway)
    inexact = _add_usage(draft)
    add_singles(draft)
    add_bundles(draft)
    if permitted is not None and wish.discounts:
        add_discounted(draft, permitted)
    return _gathered(draft, inexact)


def _add_usage(draft: ProblemDraft) -> tuple[str, ...]:
    """What a unit of usage costs beside nothing else; usage that has no such price is named."""
    inexact = []
    for code, months in draft.wish.usage.items():
        rate = draft.asker.usage_fen((), {code: PROBE})
        if draft.asker.usage_fen((), {code: 3 * PROBE}) != 3 * rate:
            inexact.append(code)
            rate = 0
        draft.usage.append(Usage(code, months, rate))
    return tuple(inexact)


def _gathered(draft: ProblemDraft, inexact: tuple[str, ...]) -> Gathered:
    """The problem of all that was found."""
    wish, asker = draft.wish, draft.asker
    kept, missing = in_company(
        draft.catalog, frozenset(draft.had), list(draft.found.values()), draft.templates
    )
    exact = wish.exact or wish.goal is Goal.MOST_MARGIN
    needs = [
        msgspec.structs.replace(need, most=need.most or (need.quantity if exact else 0))
        for need in draft.needs
    ]
    problem = OfferProblem(
        (*needs, *draft.newly.values(), *draft.site_needs()),
        tuple(kept),
        tuple(draft.usage),
        wish.goal,
        asker.horizon,
        asker.per_fen,
        _limit(draft),
        asker.quote_of(()).term,
    )
    left_out = draft.left_out | missing
    partly = tuple(draft.partly)
    return Gathered(problem, draft.templates, left_out, inexact, asker, partly, draft.demand)


def _limit(draft: ProblemDraft) -> int | None:
    around, percent = draft.around, draft.wish.saving
    if percent is None or around.analysis is None:
        return None
    replaced = around.quote.like_for_like
    today = typical_of(around.bills, around.analysis, replaced.components)
    return today_points(today + replaced.competitor, percent, draft.asker)
