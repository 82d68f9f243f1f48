"""Apply the rules that touch a charge, recording a step for each that changes the amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen
from pricing.priced import PriceStep
from pricing.promotion_choice import ChoicePolicy, Rejected, choose
from pricing.rule_functions import Facts, adjusted_list, base_key, chosen_value
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pricing.charge_rules import ChargeRules
    from pricing.rule_index import ReadyRule

# Looking up a member of an enumeration takes as long as applying a rule, so it is done once.
_DEPENDENT, _ATTRIBUTE, _VOLUME = Stage.DEPENDENT, Stage.ATTRIBUTE, Stage.VOLUME


class Ruled(msgspec.Struct, frozen=True, gc=False):
    """The amount after some rules.

    Attributes:
        amount: Fen.
        unpublished: Fen taken off by rules that count against authority.
        rejected: Promotions not used.
        facts: What the rules to come shall see, where a rule has changed the list price.
    """

    amount: Fen
    unpublished: Fen
    rejected: tuple[Rejected, ...] = ()
    facts: Facts | None = None


def apply_always(
    rules: Sequence[ReadyRule],
    amount: Fen,
    facts: Facts,
    pools: Mapping[str, int],
    steps: list[PriceStep],
) -> Ruled:
    """Rules that do not compete, such as contract price, tiers and term discount, in their order.

    Of several contract prices the first in order holds (the highest priority), because each takes
    the place of the list price; so does the first of several percentages of other charges. Several
    characteristics each adjust what the one before left.
    """
    unpublished = 0
    replaced: Stage | None = None
    changed: Facts | None = None
    for one in rules:
        seen = _counted(one, facts, pools) if one.counts else facts
        if seen.pooled < one.least_quantity:
            continue
        if one.stage < _ATTRIBUTE:
            if one.stage is replaced:
                continue
            replaced = one.stage
        after = one.apply(amount, seen)
        if one.stage < _VOLUME:
            facts = facts._replace(agreed=after)
        if after != amount:
            if one.stage is _ATTRIBUTE:
                facts = changed = _adjust(one, amount, after, facts, steps)
            else:
                steps.append(
                    PriceStep(one.stage, "step.rule", one.id, after - amount, after, one.names)
                )
            if not one.published:
                unpublished += amount - after
            amount = after
    return Ruled(amount, unpublished, (), changed)


def _adjust(one: ReadyRule, amount: Fen, after: Fen, facts: Facts, steps: list[PriceStep]) -> Facts:
    """The step of an adjustment, and the facts at the list price that it leaves."""
    seen = chosen_value(one.rule.alteration, facts)
    if seen is None:
        return facts
    names = {**one.names, "value": seen.value}
    steps.append(PriceStep(_ATTRIBUTE, "step.attribute", one.id, after - amount, after, names))
    listed = one.apply(facts.list_amount, facts)
    return facts._replace(list_micro=adjusted_list(seen, facts), list_amount=listed)


def apply_promotions(
    rules: ChargeRules,
    amount: Fen,
    facts: Facts,
    pools: Mapping[str, int],
    policy: ChoicePolicy,
    steps: list[PriceStep],
) -> Ruled:
    """The chosen promotions in their order."""
    altered = amount != facts.list_amount
    if rules.counts:
        units = [_counted(one, facts, pools).pooled for one in rules.promotions]
        promotions, sets = rules.open_to_each(units, altered=altered)
    else:
        promotions, sets = rules.open_to(facts.quantity, altered=altered)
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
        # taken apart at once: this runs for each rule of each charge
        _, stage, apply, names, rule_id, published, counts, _, _ = one
        after = apply(amount, _counted(one, facts, pools) if counts else facts)
        if after != amount:
            change = after - amount
            steps.append(PriceStep(stage, "step.rule", rule_id, change, after, names))
            if not published:
                unpublished -= change
            amount = after
    return Ruled(amount, unpublished, rejected)


def _price(chosen: Sequence[ReadyRule], amount: Fen, facts: Facts, pools: Mapping[str, int]) -> Fen:
    for one in chosen:
        amount = one.apply(amount, _counted(one, facts, pools))
    return amount


def _counted(one: ReadyRule, facts: Facts, pools: Mapping[str, int]) -> Facts:
    """The facts with what is counted over the quote: units of a pooled tier, base of a share."""
    if one.stage is _DEPENDENT:
        return facts._replace(base=pools.get(base_key(one.id, facts.period)))
    if one.counts:
        # an optional item does not count for the others, but it does for itself
        return facts._replace(pooled=max(pools.get(one.id, 0), facts.quantity))
    return facts
