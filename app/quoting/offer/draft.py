"""ProblemDraft: candidates while they are gathered, with what they stand for in a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.offer.piecewise import pieces
from app.quoting.offer.pooling import demand, pooled, site_need
from app.quoting.offer.problem import Goal
from app.quoting.offer.together import steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from app.quoting.offer.asking import Asker, Circumstances
    from app.quoting.offer.problem import Candidate, Need, Usage
    from app.quoting.offer.template import Template
    from app.quoting.offer.wish import Wish
    from catalog.problem import Problem
    from pricing.priced import PricedQuote

_FEW = 40
"""Quantities up to which each rounding of VAT is followed where margins are compared."""
_LATER = frozenset({"offering.requirement_missing", "charge.too_few"})
"""Findings about something alone that may be mended by what stands beside it."""


class ProblemDraft:
    """What has been gathered so far.

    Attributes:
        around: For whom, when, by which prices.
        catalog: Catalogue version.
        wish: What is wanted.
        asker: Asks the engine.
        had: What the customer has, by offering.
        needs: What is wanted, each need over all sites.
        demand: Units of each need by site; the empty site is anywhere.
        sites: Where anything is wanted, in the order of the wish.
        need_of: The need that each charge answers.
        units: Units of each need.
        newly: By what is charged for a connection, the need of so many new connections.
        usage: Usage with its rate.
        found: Candidates by identifier.
        templates: What they are as quote items.
        left_out: Bundles that may not be sold, with the findings.
        anyway: Bundles that are candidates whatever speaks against them.
        partly: Bundles with more to choose than is looked at.
    """

    def __init__(self, around: Circumstances, wish: Wish, asker: Asker) -> None:
        """Begin with nothing.

        Raises:
            ValueError: A charge answers two needs.
        """
        self.around, self.wish, self.asker = around, wish, asker
        self.catalog = around.catalog
        self.had = around.customer.installed_quantities()
        self.needs = pooled(wish.needs)
        self.demand = demand(wish.needs)
        self.sites = tuple(dict.fromkeys(need.site for need in wish.needs if need.site))
        self.need_of = _answers(wish, self.needs)
        self.units = {need.id: need.quantity for need in self.needs}
        self.newly: dict[str, Need] = {}
        self.usage: list[Usage] = []
        self.found: dict[str, Candidate] = {}
        self.templates: dict[str, Template] = {}
        self.left_out: dict[str, tuple[Problem, ...]] = {}
        self.anyway: frozenset[str] = frozenset()
        self.partly: list[str] = []
        self._steps = steps_of(around.policy.rules, around.quote.price_date)

    def price_of(self, template: Template) -> Callable[[int], tuple[int, int]]:
        """Points of so many of a template alone."""
        asker = self.asker
        return lambda quantity: asker.points(asker.priced([template.item("i1", quantity)]))

    def worthwhile(
        self, points: Callable[[int], tuple[int, int]], needed: int, held: Collection[int] = (1,)
    ) -> int:
        """The largest quantity that may be taken where so many are needed.

        More than is needed where a lower price by quantity makes more cost less: 26 where 25 are
        dearer. The engine tells whether, at the quantities from which any rule says something else.

        Args:
            points: Cost and margin of a quantity.
            needed: How many are of use.
            held: Units that one holds of its charges, which the rules count.
        """
        needed = max(needed, 1)
        steps = {-(-least // units) for least in self._steps for units in (1, *held) if units > 0}
        more = sorted(least for least in steps if least > needed)
        cost = points(needed)[0] if more else 0
        return max([needed, *(least for least in more if points(least)[0] < cost)])

    def take(
        self,
        one: Candidate,
        template: Template,
        points: Callable[[int], tuple[int, int]],
        most: int,
    ) -> list[str]:
        """Keep a candidate, or several where the price of one more changes; their names.

        Args:
            one: All of it but its price.
            template: What it is as a quote item.
            points: Cost and margin of a quantity.
            most: Largest quantity that is of use.
        """
        found = pieces(points, max(most, 1), self._loose(most))
        names = [one.id if at == 0 else f"{one.id} #{at + 1}" for at in range(len(found))]
        for name, piece in zip(names, found, strict=True):
            plain = len(found) == 1 and not piece.fixed_cost
            plain = plain and (self._loose(most) is None or not piece.fixed_margin)
            self.templates[name] = template
            self.found[name] = msgspec.structs.replace(
                one,
                id=name,
                cost=piece.cost,
                margin=piece.margin,
                fixed_cost=piece.fixed_cost,
                fixed_margin=0 if plain else piece.fixed_margin,
                least=1 if plain else piece.least,
                most=piece.most if one.most or not plain else 0,
                excludes=(*one.excludes, *(other for other in names if other != name)),
            )
        return names

    def at_site(self, one: Candidate, site: str) -> Candidate | None:
        """The candidate with all of it at a site; ``None`` where nothing of it is wanted there."""
        covers, useful = dict(one.covers), bool(one.allowances or one.rates)
        for name, units in one.covers.items():
            at = self.demand.get(name, {})
            if at.get(site):
                covers[site_need(name, site)] = units
            useful = useful or bool(at.get(site) or at.get(""))
        if not useful:
            return None
        return msgspec.structs.replace(one, id=f"{one.id} @{site}", covers=covers, site=site)

    def site_needs(self) -> tuple[Need, ...]:
        """What each site needs of that which candidates at a site cover, as needs of their own."""
        bound = {name for one in self.found.values() if one.site for name in one.covers}
        return tuple(need for need in self.wish.needs if need.site and need.pool in bound)

    def _loose(self, most: int) -> int | None:
        """By how much a margin may be off: not at all where it matters and quantities are few."""
        if self.wish.goal is not Goal.MOST_MARGIN:
            return None
        return 0 if most <= _FEW else 2 * self.asker.horizon * self.asker.per_fen


def blocking(priced: PricedQuote) -> tuple[Problem, ...]:
    """Findings that speak against something alone and that nothing beside it mends."""
    return tuple(p for p in priced.problems if p.blocks and p.code not in _LATER)


def _answers(wish: Wish, needs: tuple[Need, ...]) -> dict[str, str]:
    """The need that each charge answers; at all sites it is answered by the same ones."""
    found: dict[str, str] = {}
    for need in wish.needs:
        whole = next((one for one in needs if one.id == need.pool), need)
        if whole.answers != need.answers:
            msg = f"{need.id} is answered by others than {whole.id}"
            raise ValueError(msg)
    for need in needs:
        for code in need.answers:
            if found.setdefault(code, need.id) != need.id:
                msg = f"{code} answers {found[code]} and {need.id}"
                raise ValueError(msg)
    return found
