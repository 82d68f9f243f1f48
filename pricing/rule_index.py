"""The rules of one set by what they name, found and made ready once for all quotes.

A company has hundreds of rules and a quote is touched by a few. Which offerings a rule names does
not depend on the quote, so it is worked out once per rule set; an alteration becomes a function
when the first quote needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pricing.adjustment import AttributeAdjustment
from pricing.plain_rules import Deduction, Ratio, deduction_of, share_of
from pricing.rule import (
    ContractPrice,
    Level,
    PercentOfOthers,
    PriceRule,
    QuantityTiers,
    TermDiscount,
)
from pricing.rule_functions import Function, function_of
from pricing.stages import Stage
from pricing.trail import StepNote
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Iterable

_STAGES = {
    ContractPrice: Stage.AGREEMENT,
    PercentOfOthers: Stage.DEPENDENT,
    AttributeAdjustment: Stage.ATTRIBUTE,
    UsageRates: Stage.USAGE,
    QuantityTiers: Stage.VOLUME,
    TermDiscount: Stage.TERM,
}


class ReadyRule(msgspec.Struct, frozen=True):
    """A rule with its alteration as a function: amount so far and facts to the next amount.

    Attributes:
        rule: The rule.
        stage: Where in the waterfall it stands.
        apply: Its alteration.
        share: What it takes of the amount so far, where that is all it does.
        deduction: What it takes off whatever the amount so far, where that is all it does.
        names: Its name as parameters of a step.
        note: The step that it leaves, where the step says no more than its name.
        id: The rule's identifier, at hand for the step.
        published: Whether what it takes off counts as published.
        counts: Whether it looks at what is counted over the whole quote.
        agrees: Whether what it leaves is a price before any discount.
        least_quantity: Units that it asks for; 0 for none.
        order: Stage, then priority (higher first), then how specific (narrower first), then id.
    """

    rule: PriceRule
    stage: Stage
    apply: Function
    share: Ratio | None
    deduction: Deduction | None
    names: dict[str, str]
    note: StepNote
    id: str
    published: bool
    counts: bool
    agrees: bool
    least_quantity: int
    order: tuple[int, int, int, str]


class RuleIndex:
    """The rules of one set, by the offerings that they name.

    Attributes:
        anywhere: Rules that name no offering and no charge: they may touch any.
        by_offering: The others, by each offering that they name.
        pooled: Rules whose quantity is counted over their whole scope.
        dependents: Rules that make a charge cost a percentage of others.
        agreements: Prices agreed with customers.
        quote_level: Promotions on the whole quote.
        limited: Other promotions that have a limit over a quote, a customer or a campaign.
    """

    __slots__ = (
        "_ready",
        "agreements",
        "anywhere",
        "by_offering",
        "dependents",
        "limited",
        "pooled",
        "quote_level",
    )

    def __init__(self, rules: Iterable[PriceRule]) -> None:
        """Sort the rules into the lists, keeping their order."""
        self.anywhere: list[PriceRule] = []
        self.by_offering: dict[str, list[PriceRule]] = {}
        self.pooled: list[PriceRule] = []
        self.dependents: list[PriceRule] = []
        self.agreements: list[PriceRule] = []
        self.quote_level: list[PriceRule] = []
        self.limited: list[PriceRule] = []
        self._ready: dict[tuple[int, int], ReadyRule] = {}
        for rule in rules:
            if rule.level is Level.QUOTE:
                self.quote_level.append(rule)
                continue
            if rule.limited:
                self.limited.append(rule)
            named = _named(rule)
            for code in named:
                self.by_offering.setdefault(code, []).append(rule)
            if not named:
                self.anywhere.append(rule)
            if _is_pooled(rule):
                self.pooled.append(rule)
            elif isinstance(rule.alteration, PercentOfOthers):
                self.dependents.append(rule)
            elif isinstance(rule.alteration, ContractPrice):
                self.agreements.append(rule)

    def ready(self, rule: PriceRule, term: int) -> ReadyRule:
        """One of the rules as arithmetic.

        Args:
            rule: One of the set's own, not an equal one: it is known by its identity.
            term: Months of commitment.
        """
        # term discounts are the only kind that is another function for another term
        key = (id(rule), term if isinstance(rule.alteration, TermDiscount) else 0)
        known = self._ready.get(key)
        if known is None:
            known = self._ready[key] = _ready(rule, term)
        return known


def _named(rule: PriceRule) -> set[str]:
    """Offerings that a rule names, itself or through its charges; none means it may touch any."""
    if rule.scope.offerings:
        return set(rule.scope.offerings)
    return {code.rpartition(".")[0] for code in rule.scope.charges}


def _is_pooled(rule: PriceRule) -> bool:
    return isinstance(rule.alteration, QuantityTiers) and rule.alteration.pooled


def stage_of(rule: PriceRule) -> Stage:
    """The stage in which a rule alters a charge, or the whole quote."""
    if rule.level is Level.QUOTE:
        return Stage.QUOTE_PROMOTION
    return _STAGES.get(type(rule.alteration), Stage.PROMOTION)


def _ready(rule: PriceRule, term: int) -> ReadyRule:
    stage = _STAGES.get(type(rule.alteration), Stage.PROMOTION)
    names = {"name_zh": rule.name.zh, "name_en": rule.name.spoken("en")}
    return ReadyRule(
        rule=rule,
        stage=stage,
        apply=function_of(rule, term),
        share=share_of(rule),
        deduction=deduction_of(rule),
        names=names,
        note=StepNote(stage, "step.rule", rule.id, names),
        id=rule.id,
        published=rule.published,
        counts=_is_pooled(rule) or isinstance(rule.alteration, PercentOfOthers),
        agrees=stage < Stage.VOLUME,
        least_quantity=rule.when.least_quantity,
        order=(stage, -rule.priority, -rule.scope.specificity, rule.id),
    )
