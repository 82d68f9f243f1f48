"""Apply the rules that touch a charge, recording a step for each that changes the amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pricing.priced import PriceStep
from pricing.promotion_choice import ChoicePolicy, Rejected, choose
from pricing.rule import PercentOfOthers, QuantityTiers
from pricing.rule_functions import base_key
from pricing.rulebook import eligible_now, within_quantity
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.money import Fen
    from pricing.rule_functions import Facts
    from pricing.rulebook import ChargeRules, ReadyRule


class Ruled(NamedTuple):
    """The amount after some rules.

    Attributes:
        amount: Fen.
        unpublished: Fen taken off by rules that count against authority.
        rejected: Promotions not used.
    """

    amount: Fen
    unpublished: Fen
    rejected: tuple[Rejected, ...] = ()


def apply_always(
    rules: Sequence[ReadyRule],
    amount: Fen,
    facts: Facts,
    pools: Mapping[str, int],
    steps: list[PriceStep],
) -> Ruled:
    """Rules that do not compete, such as contract price, tiers and term discount, in their order.

    Of several contract prices the first in order holds (the highest priority), because each takes
    the place of the list price.
    """
    unpublished = 0
    agreed = False
    for one in rules:
        seen = _pooled(one, facts, pools)
        if one.rule.when.least_quantity and not within_quantity(one, seen):
            continue
        if one.stage is Stage.AGREEMENT:
            if agreed:
                continue
            agreed = True
        after = one.apply(amount, seen)
        if one.stage < Stage.VOLUME:
            facts = facts._replace(agreed=after)
        if after != amount:
            steps.append(
                PriceStep(one.stage, "step.rule", one.rule.id, after - amount, after, one.names)
            )
            if not one.rule.published:
                unpublished += amount - after
            amount = after
    return Ruled(amount, unpublished)


def apply_promotions(
    rules: ChargeRules,
    amount: Fen,
    facts: Facts,
    pools: Mapping[str, int],
    policy: ChoicePolicy,
    steps: list[PriceStep],
) -> Ruled:
    """The chosen promotions in their order."""
    promotions, sets = rules.promotions, rules.sets
    if rules.asks:
        seen = [_pooled(one, facts, pools) for one in promotions]
        promotions, sets = eligible_now(promotions, amount, seen)
    if not sets:
        return Ruled(amount, 0)
    rejected: tuple[Rejected, ...] = ()
    chosen: Sequence[ReadyRule] = promotions
    if len(sets) > 1:
        choice = choose(
            [one.rule for one in promotions],
            sets,
            lambda members: _price([promotions[i] for i in members], amount, facts, pools),
            policy,
        )
        chosen = [promotions[index] for index in choice.applied]
        rejected = choice.rejected
    unpublished = 0
    for one in chosen:
        after = one.apply(amount, _pooled(one, facts, pools))
        if after != amount:
            steps.append(
                PriceStep(one.stage, "step.rule", one.rule.id, after - amount, after, one.names)
            )
            if not one.rule.published:
                unpublished += amount - after
            amount = after
    return Ruled(amount, unpublished, rejected)


def _price(chosen: Sequence[ReadyRule], amount: Fen, facts: Facts, pools: Mapping[str, int]) -> Fen:
    for one in chosen:
        amount = one.apply(amount, _pooled(one, facts, pools))
    return amount


def _pooled(one: ReadyRule, facts: Facts, pools: Mapping[str, int]) -> Facts:
    """The facts with what is counted over the quote: units of a pooled tier, base of a share."""
    alteration = one.rule.alteration
    if isinstance(alteration, PercentOfOthers):
        return facts._replace(base=pools.get(base_key(one.rule.id, facts.period)))
    if isinstance(alteration, QuantityTiers) and alteration.pooled:
        # an optional item does not count for the others, but it does for itself
        return facts._replace(pooled=max(pools.get(one.rule.id, 0), facts.quantity))
    return facts
