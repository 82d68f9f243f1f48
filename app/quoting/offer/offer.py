"""Offer: a choice as it would stand in a quote, priced by the engine; and what differs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.offer.placing import divided, items_of
from app.quoting.offer.problem import Choice, Goal, Proof
from catalog.local_text import LocalText
from catalog.money import Fen, round_half_up
from catalog.problem import Problem
from pricing.item import QuoteItem
from pricing.priced import PricedQuote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.offer.asking import Asker
    from app.quoting.offer.gathering import Gathered


class Offer(msgspec.Struct, frozen=True):
    """What may be quoted. All figures are the engine's.

    Attributes:
        items: As they would stand in the quote; expected usage is none of them.
        term: Months of commitment.
        horizon: Months over which it is compared.
        cost: Fen that the customer pays over the horizon, usage included.
        monthly: The same for one month of it.
        margin: Fen that we earn over the horizon, without usage.
        usage: Fen of usage beyond what is included, for each month replayed.
        priced: The items, priced.
        choice: How often each candidate was taken.
        points: Cost and margin exactly, in points.
    """

    items: tuple[QuoteItem, ...]
    term: int
    horizon: int
    cost: Fen
    monthly: Fen
    margin: Fen
    usage: tuple[Fen, ...]
    priced: PricedQuote
    choice: Choice
    points: tuple[int, int]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Findings because of which it may not be sold."""
        return tuple(problem for problem in self.priced.problems if problem.blocks)

    def value(self, goal: Goal) -> int:
        """Points that the goal looks at."""
        return self.points[0] if goal is Goal.LEAST_COST else self.points[1]


class Difference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An offering of which two offers hold another number, or for another price.

    Attributes:
        offering: Its code.
        name: For people.
        before: Quantity in the one.
        after: Quantity in the other.
        change: Fen over the horizon by which the other is dearer, without usage.
    """

    offering: str
    name: LocalText
    before: int
    after: int
    change: Fen


class WhyNot(msgspec.Struct, frozen=True):
    """What speaks against an offering.

    Attributes:
        offering: Code of the bundle or offering.
        findings: Rules because of which it may not be sold; the figures are given all the same.
        offer: The best offer with it; ``None`` where there is none.
        proven: Whether no offer with it can be better.
        dearer: Fen over the horizon that the customer would pay more.
        earned: Fen that we would earn more, without usage.
        usage: Fen over the horizon by which usage would be dearer.
        differences: In which items it differs from the best offer.
        useless: It covers nothing that is needed.
    """

    offering: str
    findings: tuple[Problem, ...] = ()
    offer: Offer | None = None
    proven: bool = False
    dearer: Fen = 0
    earned: Fen = 0
    usage: Fen = 0
    differences: tuple[Difference, ...] = ()
    useless: bool = False


class BestOffer(msgspec.Struct, frozen=True):
    """The result of a search.

    Attributes:
        goal: What is best.
        offer: The best that was found; ``None`` where there is none.
        proof: In points how good it is known to be; ``None`` where no bound can be claimed.
        per_fen: Points in a fen.
        greedy: Points of what a simple choice would have come to; ``None`` where it found none.
        spent: Fen that the customer spends in a typical month today; ``None`` where unknown.
        alternatives: The next best, each with other bundles than all before it.
        left_out: Bundles that may not be sold to the customer as it is, with the findings.
        impossible: It is proven that nothing covers all needs within the limits.
        uncovered: Needs that no candidate answers.
        unknown: Rules and usage because of which no bound is claimed, or only a low one.
        stopped: It was cancelled, or its process failed; the gap is stated as it was then.
        level: Identifier of who must approve the offer; empty where nobody may.
        within_own: Whether its author may decide alone.
    """

    goal: Goal = Goal.LEAST_COST
    offer: Offer | None = None
    proof: Proof | None = None
    per_fen: int = 1
    greedy: int | None = None
    spent: Fen | None = None
    alternatives: tuple[Offer, ...] = ()
    left_out: dict[str, tuple[Problem, ...]] = {}
    impossible: bool = False
    uncovered: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    stopped: bool = False
    level: str = ""
    within_own: bool = False

    @property
    def proven(self) -> bool:
        """Whether no offer can be better."""
        return self.proof is not None and self.proof.proven

    @property
    def bound(self) -> Fen | None:
        """Fen over the horizon that no offer can beat."""
        return None if self.proof is None else round_half_up(self.proof.bound, self.per_fen)


def offer_of(gathered: Gathered, choice: Choice) -> Offer:
    """A choice priced by the engine, all together, usage month by month."""
    asker, problem = gathered.asker, gathered.problem
    items = _placed(gathered, choice)
    priced = asker.priced(items)
    cost, margin = asker.points(priced)
    months = max((len(usage.months) for usage in problem.usage), default=0)
    usage = tuple(
        asker.usage_fen(items, {one.id: one.months[at] for one in problem.usage})
        for at in range(months)
    )
    cost += problem.horizon * sum(usage)
    return Offer(
        items,
        problem.term,
        problem.horizon,
        problem.fen(cost),
        problem.fen_a_month(cost),
        problem.fen(margin),
        usage,
        priced,
        choice,
        (cost, margin),
    )


def _placed(gathered: Gathered, choice: Choice) -> tuple[QuoteItem, ...]:
    """The items of a choice, each at its sites; what would cost more in parts stays whole."""
    asker, problem = gathered.asker, gathered.problem
    some = divided(problem.candidates, gathered.templates, choice.counts, gathered.demand)
    split = {at for at, one in enumerate(some) if one.is_split}

    def value(apart: set[int]) -> int:
        cost, margin = asker.points(asker.priced(items_of(some, split - apart)))
        return cost if problem.goal is Goal.LEAST_COST else margin

    if not split or value(split) == (together := value(set())):
        return items_of(some)
    return items_of(some, {at for at in split if value({at}) != together})


def why_not(best: Offer, other: Offer, asker: Asker, findings: Sequence[Problem]) -> WhyNot:
    """What another offer costs more than the best one, and in which items.

    Args:
        best: The best offer.
        other: The best one with what was asked about.
        asker: Asks the engine in the circumstances of the other one.
        findings: Rules that speak against it.
    """
    before, after = _by_offering(best, asker), _by_offering(other, asker)
    differences = []
    for code in sorted(before.keys() | after.keys()):
        name, had, paid = before.get(code, (after.get(code, _NOTHING)[0], 0, 0))
        _, has, pays = after.get(code, (name, 0, 0))
        if (had, paid) != (has, pays):
            differences.append(Difference(code, name, had, has, pays - paid))
    dearer = other.points[0] - best.points[0]
    items = sum(one.change for one in differences)
    fen = round_half_up(dearer, asker.per_fen)
    return WhyNot(
        "",
        tuple(findings),
        other,
        dearer=fen,
        earned=round_half_up(other.points[1] - best.points[1], asker.per_fen),
        usage=fen - items,
        differences=tuple(sorted(differences, key=lambda one: -abs(one.change))),
    )


_NOTHING: tuple[LocalText, int, Fen] = (LocalText(), 0, 0)


def _by_offering(offer: Offer, asker: Asker) -> dict[str, tuple[LocalText, int, Fen]]:
    """Name, quantity and fen over the horizon of each offering."""
    from catalog.period import years_of

    found: dict[str, tuple[LocalText, int, Fen]] = {}
    years = years_of(asker.horizon)
    for item in offer.priced.items:
        paid = item.one_time.net_amount + item.monthly.net_amount * asker.horizon
        paid += item.yearly.net_amount * years
        _, count, before = found.get(item.offering, _NOTHING)
        found[item.offering] = (item.name, count + item.quantity, before + paid)
    return found
