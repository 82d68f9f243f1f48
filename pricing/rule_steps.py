"""Apply the rules that touch a charge, recording a step for each that changes the amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pricing.promotion_choice import choose
from pricing.rule_chain import counted
from pricing.rule_functions import Facts, adjusted_list, chosen_value
from pricing.stages import Stage
from pricing.trail import StepNote
from pricing.usage_rating import UsageRates, plan_of, usage_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.money import Fen
    from pricing.charge_rules import ChargeRules
    from pricing.promotion_choice import ChoicePolicy
    from pricing.rule_index import ReadyRule
    from pricing.waterfall import Waterfall

# Looking up a member of an enumeration takes as long as applying a rule, so it is done once.
_ATTRIBUTE, _USAGE = Stage.ATTRIBUTE, Stage.USAGE


def apply_always(
    rules: Sequence[ReadyRule], fall: Waterfall, facts: Facts, pools: Mapping[str, int]
) -> Facts:
    """Rules that do not compete, such as contract price, tiers and term discount, in their order.

    Of several contract prices the first in order holds (the highest priority), because each takes
    the place of the list price; so does the first of several percentages of other charges. Several
    characteristics each adjust what the one before left. What is given back is what the rules to
    come shall see, where one has changed the list price.
    """
    replaced: Stage | None = None
    shown = facts
    for one in rules:
        seen = counted(one, facts, pools) if one.counts else facts
        if seen.pooled < one.least_quantity:
            continue
        if one.stage is replaced:
            continue
        before = fall.amount
        after = one.apply(before, seen)
        if one.agrees:
            facts = msgspec.structs.replace(facts, agreed=after)
            if one.stage is not _ATTRIBUTE:
                replaced = one.stage
        if after == before:
            continue
        if one.stage is _ATTRIBUTE:
            facts = shown = _adjust(one, fall, after, facts)
        elif one.stage is _USAGE:
            _rate_usage(one, fall, seen)
        else:
            fall.take(one.note, after, published=one.published)
    return shown


def _adjust(one: ReadyRule, fall: Waterfall, after: Fen, facts: Facts) -> Facts:
    """Write the step of an adjustment; gives the facts at the list price that it leaves."""
    seen = chosen_value(one.rule.alteration, facts)
    if seen is None:
        return facts
    note = StepNote(_ATTRIBUTE, "step.attribute", one.id, {**one.names, "value": seen.value})
    fall.take(note, after, published=one.published)
    listed = one.apply(facts.list_amount, facts)
    return msgspec.structs.replace(facts, list_micro=adjusted_list(seen, facts), list_amount=listed)


def _rate_usage(one: ReadyRule, fall: Waterfall, facts: Facts) -> None:
    """What a usage plan does, part by part; parts that change nothing are left out."""
    rates = one.rule.alteration
    assert isinstance(rates, UsageRates)  # noqa: S101 (the stage has this kind only)
    plan = plan_of(rates, facts.list_micro)
    for code, after, named in usage_parts(plan, facts.quantity, facts.list_micro):
        if after != fall.amount:
            note = StepNote(_USAGE, code, one.id, {**one.names, **named})
            fall.take(note, after, published=one.published)


def apply_promotions(
    rules: ChargeRules,
    fall: Waterfall,
    facts: Facts,
    pools: Mapping[str, int],
    policy: ChoicePolicy,
) -> None:
    """The chosen promotions in their order; those that are not used are kept with the reason."""
    amount = fall.amount
    altered = amount != facts.list_amount
    if rules.counts:
        units = [
            counted(one, facts, pools).pooled if one.counts else facts.quantity
            for one in rules.promotions
        ]
        open_ = rules.open_to_each(units, altered=altered)
    else:
        open_ = rules.open_to(facts.quantity, altered=altered)
    chain = open_.only
    if chain is None:
        if not open_.chains:
            return
        choice = choose(
            open_.rules,
            tuple(open_.chains),
            lambda members: open_.chains[members].results(amount, facts, pools)[-1],
            policy,
        )
        chain, fall.rejected = open_.chains[choice.applied], choice.rejected
    chain.record(chain.results(amount, facts, pools), fall)
