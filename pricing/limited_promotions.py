"""Promotions on charges with a limit over a quote, a customer or a campaign: the limit shared out.

The items are priced without the limit first. Where a promotion would take more than it has left,
what is left is shared over the charges in proportion to what they would get (largest remainder,
ties by order), and they are priced again, each with its share as the most that may be taken off.
So the order of the items decides nothing, and no more is taken than there is. Options count as
well: the customer may choose them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pricing.allocation import allocate
from pricing.dependent import price_dependents
from pricing.item_pricing import price_item
from pricing.market import Market
from pricing.promotion_limits import (
    NO_LIMIT,
    Left,
    PromotionUse,
    left_of,
    remaining_of,
    times_of,
)
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.money import Fen
    from pricing.context import PricingContext
    from pricing.item_pricing import Outcome
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge

_Place = tuple[str, str]
"""Identifier of an item and code of a charge."""


def limit_promotions(
    market: Market,
    policy: PricingPolicy,
    context: PricingContext,
    plain: Sequence[Outcome],
    outcomes: Sequence[Outcome],
) -> tuple[list[Outcome], tuple[PromotionUse, ...]]:
    """The outcomes within the limits of the promotions, and what each of these takes off.

    Args:
        market: Lookups; its rulebook holds the promotions.
        policy: Rules in force.
        context: Term, and what other quotes have used.
        plain: Of all items, charges that depend on others at list price.
        outcomes: Of all items, charges that depend on others priced.
    """
    rules = market.rulebook.limited if market.rulebook is not None else ()
    wanted = {one.id: _taken(outcomes, one.id, context.term) for one in rules}
    shares: dict[_Place, dict[str, Fen]] = {}
    short: dict[str, Left] = {}
    for one in rules:
        by_place, left = wanted[one.id], left_of(one.rule, context.used)
        if left is not None and sum(by_place.values()) > left.amount:
            short[one.id] = left
            parts = allocate(left.amount, tuple(by_place.values()))
            for place, part in zip(by_place, parts, strict=True):
                shares.setdefault(place, {})[one.id] = part
    done = _again(market, policy, context, plain, shares) if shares else list(outcomes)
    uses = []
    for one in rules:
        asked = sum(wanted[one.id].values())
        taken = sum(_taken(done, one.id, context.term).values())
        limit, fen_left = short.get(one.id, NO_LIMIT)
        if asked:
            remaining = remaining_of(one.rule, context.used, taken)
            use = PromotionUse(one.id, one.rule.name, asked, taken, limit, fen_left, remaining)
            uses.append(use)
    return done, tuple(uses)


def _again(
    market: Market,
    policy: PricingPolicy,
    context: PricingContext,
    plain: Sequence[Outcome],
    shares: dict[_Place, dict[str, Fen]],
) -> list[Outcome]:
    """The items whose promotions are cut, priced again; charges that depend on them follow."""
    counts: dict[_Place, int] = {}
    for outcome in plain:
        for quoted in outcome.source.charges:
            place = (outcome.source.id, quoted.code)
            counts[place] = counts.get(place, 0) + 1
    bundles = frozenset(bundle.code for bundle in market.bundles)
    second = Market(market.catalog, context, bundles, market.rulebook, market.pools)
    for place, by_rule in shares.items():
        charge = market.catalog.charge(place[1])
        times = times_of(charge.period, context.term) if charge is not None else 1
        each = times * counts[place]
        second.limits[place] = {rule_id: share // each for rule_id, share in by_rule.items()}
    cut = {item for item, _ in shares}
    outcomes = [
        price_item(second, policy, context, one.source) if one.source.id in cut else one
        for one in plain
    ]
    if market.rulebook is not None and market.rulebook.has_dependents:
        return price_dependents(second, policy, context, outcomes)
    return outcomes


def _taken(outcomes: Sequence[Outcome], rule_id: str, term: int) -> dict[_Place, Fen]:
    """Fen over the term that a promotion takes off each charge that it takes something off.

    What makes a charge dearer (a percentage off a credit) gives nothing away and uses no limit.
    """
    taken: dict[_Place, Fen] = {}
    for outcome in outcomes:
        for charge in outcome.priced.charges if outcome.priced is not None else ():
            off = _off(charge, rule_id) * times_of(charge.period, term)
            if off:
                place = (outcome.source.id, charge.code)
                taken[place] = taken.get(place, 0) + off
    return {place: fen for place, fen in taken.items() if fen > 0}


def _off(charge: PricedCharge, rule_id: str) -> Fen:
    """Fen that a promotion takes off a charge in one period."""
    return -sum(
        change
        for note, change, _ in charge.trail.moves()
        if note.stage is Stage.PROMOTION and note.source == rule_id
    )
