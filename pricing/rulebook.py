"""A rule set made ready for arithmetic: which rules touch a charge, in which order.

Rules are looked up once per charge and circumstances, and their alterations become functions over
whole numbers, so that pricing an item is a loop over a short list. A rule whose condition looks at
the quantity is kept aside and asked each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.charge import ChargeType
from pricing.promotion_choice import ChoicePolicy, maximal_sets
from pricing.rule import (
    Base,
    ContractPrice,
    PercentOfOthers,
    PriceRule,
    QuantityTiers,
    TermDiscount,
)
from pricing.rule_functions import Facts, function_of
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from catalog.charge import Charge
    from catalog.money import Fen
    from catalog.offering import ProductOffering
    from pricing.context import PricingContext
    from pricing.rule import RuleAlteration

_STAGES = {
    ContractPrice: Stage.AGREEMENT,
    PercentOfOthers: Stage.ATTRIBUTE,
    QuantityTiers: Stage.VOLUME,
    TermDiscount: Stage.TERM,
}


class RuleSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of the company's rules.

    Attributes:
        version: Identifies it in every quote priced with it.
        choice: How to choose among promotions.
        rules: In any order.
    """

    version: str
    choice: ChoicePolicy = ChoicePolicy.BEST_FOR_CUSTOMER
    rules: tuple[PriceRule, ...] = ()


class ReadyRule(NamedTuple):
    """A rule with its alteration as a function: amount so far and facts to the next amount."""

    rule: PriceRule
    stage: Stage
    apply: Callable[[Fen, Facts], Fen]
    names: dict[str, str]


class ChargeRules(NamedTuple):
    """The rules that touch one charge in one set of circumstances.

    Attributes:
        always: Contract prices, tiers, term discounts, in order of application.
        after_bundles: Discounts that do not compete, applied to what a bundle publishes.
        promotions: Eligible promotions, in order of application.
        sets: Maximal sets of promotions that tolerate each other.
        asks: Whether any promotion asks for a quantity or for an amount that nothing has altered,
            so that it must be checked each time.
    """

    always: tuple[ReadyRule, ...]
    after_bundles: tuple[ReadyRule, ...]
    promotions: tuple[ReadyRule, ...]
    sets: tuple[tuple[int, ...], ...]
    asks: bool


NO_RULES = ChargeRules((), (), (), (), asks=False)


class Rulebook:
    """The rules that apply in one quote's circumstances, by charge.

    Attributes:
        rule_set: Where they come from.
        pooled: Rules whose quantity is counted over their whole scope.
        has_dependents: Whether any rule makes a charge cost a percentage of others.
    """

    __slots__ = ("_anywhere", "_by_charge", "_by_offering", "has_dependents", "pooled", "rule_set")

    def __init__(self, rule_set: RuleSet, context: PricingContext) -> None:
        """Keep the rules whose date, segment, term, conditions and codes hold."""
        self.rule_set = rule_set
        ready = [_ready(rule, context) for rule in rule_set.rules if applies(rule, context)]
        ready.sort(key=_order)
        self._anywhere = tuple(one for one in ready if not _named(one.rule))
        self._by_offering: dict[str, list[ReadyRule]] = {}
        for one in ready:
            for code in _named(one.rule):
                self._by_offering.setdefault(code, []).append(one)
        self._by_charge: dict[str, ChargeRules] = {}
        self.has_dependents = any(isinstance(o.rule.alteration, PercentOfOthers) for o in ready)
        self.pooled = tuple(
            one
            for one in ready
            if isinstance(one.rule.alteration, QuantityTiers) and one.rule.alteration.pooled
        )

    def rules_for(self, offering: ProductOffering, charge: Charge) -> ChargeRules:
        """The rules that touch a charge; looked up once."""
        found = self._by_charge.get(charge.code)
        if found is None:
            found = self._by_charge[charge.code] = self._look_up(offering, charge)
        return found

    def _look_up(self, offering: ProductOffering, charge: Charge) -> ChargeRules:
        named = self._by_offering.get(offering.code, ())
        touching = sorted(
            (
                one
                for one in (*self._anywhere, *named)
                if one.rule.scope.covers(offering, charge)
                and _fits_type(one.rule.alteration, charge)
            ),
            key=_order,
        )
        if not touching:
            return NO_RULES
        promotions = tuple(one for one in touching if one.rule.promotion)
        always = [one for one in touching if not one.rule.promotion]
        return ChargeRules(
            always=tuple(one for one in always if one.stage < Stage.BUNDLE),
            after_bundles=tuple(one for one in always if one.stage > Stage.BUNDLE),
            promotions=promotions,
            sets=maximal_sets([one.rule for one in promotions]) if promotions else (),
            asks=any(_asks(one.rule) for one in promotions),
        )


def _named(rule: PriceRule) -> set[str]:
    """Offerings that a rule names, itself or through its charges; none means it may touch any."""
    if rule.scope.offerings:
        return set(rule.scope.offerings)
    return {code.rpartition(".")[0] for code in rule.scope.charges}


def applies(rule: PriceRule, context: PricingContext) -> bool:
    """Whether the part of a rule's condition holds that does not depend on the items."""
    when = rule.when
    if not when.valid.contains(context.price_date) or context.term < when.least_term:
        return False
    if when.segments and not any(segment in when.segments for segment in context.segments):
        return False
    if when.customers and context.customer not in when.customers:
        return False
    if when.codes and not any(code in when.codes for code in context.codes):
        return False
    facts: dict[str, Decimal | str] = {**context.measures, **context.words}
    return all(condition.verdict(facts) is True for condition in when.conditions)


def _asks(rule: PriceRule) -> bool:
    """Whether it depends on the charge as quoted if a promotion may be used at all."""
    return bool(rule.when.least_quantity) or rule.base is Base.UNDISCOUNTED


def within_quantity(one: ReadyRule, facts: Facts) -> bool:
    """Whether the rule's condition on the quantity holds."""
    return facts.pooled >= one.rule.when.least_quantity


def _order(one: ReadyRule) -> tuple[int, int, int, str]:
    """Stage, then priority (higher first), then how specific (narrower first), then id."""
    return one.stage, -one.rule.priority, -one.rule.scope.specificity, one.rule.id


def _fits_type(alteration: RuleAlteration, charge: Charge) -> bool:
    """Term discounts touch recurring charges only; everything else touches what the scope says."""
    return not isinstance(alteration, TermDiscount) or charge.type is ChargeType.RECURRING


def _ready(rule: PriceRule, context: PricingContext) -> ReadyRule:
    stage = _STAGES.get(type(rule.alteration), Stage.PROMOTION)
    names = {"name_zh": rule.name.zh, "name_en": rule.name.spoken("en")}
    return ReadyRule(rule, stage, function_of(rule, context.term), names)


def eligible_now(
    promotions: Sequence[ReadyRule], amount: Fen, facts: Sequence[Facts]
) -> tuple[tuple[ReadyRule, ...], tuple[tuple[int, ...], ...]]:
    """The promotions that hold for the quantity and the amount so far, and their maximal sets.

    Args:
        promotions: In order of application.
        amount: Fen so far.
        facts: What each promotion sees of the charge.
    """
    open_ = tuple(
        one
        for one, seen in zip(promotions, facts, strict=True)
        if within_quantity(one, seen)
        and (one.rule.base is not Base.UNDISCOUNTED or amount == seen.list_amount)
    )
    return open_, maximal_sets([one.rule for one in open_]) if open_ else ()
