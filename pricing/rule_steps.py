"""Apply the rules that touch a charge, recording a step for each that changes the amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen
from pricing.priced import PriceStep
from pricing.promotion_choice import ChoicePolicy, Rejected, choose
from pricing.rule_chain import counted
from pricing.rule_functions import Facts, adjusted_list, chosen_value
from pricing.stages import Stage
from pricing.usage_rating import UsageRates, plan_of, usage_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pricing.charge_rules import ChargeRules
    from pricing.rule_index import ReadyRule

# Looking up a member of an enumeration takes as long as applying a rule, so it is done once.
_ATTRIBUTE, _USAGE = Stage.ATTRIBUTE, Stage.USAGE


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
        seen = counted(one, facts, pools) if one.counts else facts
        if seen.pooled < one.least_quantity:
            continue
        if one.stage is replaced:
            continue
        after = one.apply(amount, seen)
        if one.agrees:
            facts = msgspec.structs.replace(facts, agreed=after)
            if one.stage is not _ATTRIBUTE:
                replaced = one.stage
        if after != amount:
            if one.stage is _ATTRIBUTE:
                facts = changed = _adjust(one, amount, after, facts, steps)
            elif one.stage is _USAGE:
                steps.extend(_usage_steps(one, amount, seen))
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
    return msgspec.structs.replace(facts, list_micro=adjusted_list(seen, facts), list_amount=listed)


def _usage_steps(one: ReadyRule, amount: Fen, facts: Facts) -> Iterator[PriceStep]:
    """What a usage plan does, part by part; parts that change nothing are left out."""
    rates = one.rule.alteration
    assert isinstance(rates, UsageRates)  # noqa: S101 (the stage has this kind only)
    plan = plan_of(rates, facts.list_micro)
    for code, after, named in usage_parts(plan, facts.quantity, facts.list_micro):
        if after != amount:
            shown = {**one.names, **named}
            yield PriceStep(_USAGE, code, one.id, after - amount, after, shown)
        amount = after


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
        units = [
            counted(one, facts, pools).pooled if one.counts else facts.quantity
            for one in rules.promotions
        ]
        open_ = rules.open_to_each(units, altered=altered)
    else:
        open_ = rules.open_to(facts.quantity, altered=altered)
    sets = tuple(open_.chains)
    if not sets:
        return Ruled(amount, 0)
    chosen = sets[0]
    rejected: tuple[Rejected, ...] = ()
    if len(sets) > 1:
        choice = choose(
            open_.rules,
            sets,
            lambda members: open_.chains[members].results(amount, facts, pools)[-1],
            policy,
        )
        chosen, rejected = choice.applied, choice.rejected
    chain = open_.chains[chosen]
    results = chain.results(amount, facts, pools)
    unpublished = chain.record(amount, results, steps)
    return Ruled(results[-1], unpublished, rejected)
