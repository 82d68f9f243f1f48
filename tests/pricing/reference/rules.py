"""Rules, worked out the long way: every subset of promotions is tried, in exact fractions.

Written from the semantics of prices and the descriptions of ``PriceRule`` and its parts; of the
engine only the input values are used.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType, PriceRegulation
from pricing.adjustment import AttributeAdjustment
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import (
    Base,
    ContractPrice,
    Level,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.usage_rating import UsageRates
from tests.pricing.reference.exact import fen_of, half_up, share_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.charge import Charge
    from catalog.condition import Condition
    from pricing.context import PricingContext
    from pricing.rule import PriceRule
    from pricing.tiers import Tier

_ORDER: tuple[type, ...] = (
    ContractPrice,
    PercentOfOthers,
    AttributeAdjustment,
    UsageRates,
    QuantityTiers,
    TermDiscount,
)


class Quoted(NamedTuple):
    """One charge as quoted.

    Attributes:
        charge: From the catalogue.
        family: Of its offering.
        quantity: Units.
        list_price: Yuan per unit.
        list_amount: Fen.
        agreed: Fen before discounts.
        pool: Units that count together, by pooled rule.
        bases: Fen that dependent charges are a percentage of, by rule; none while unknown.
        chosen: What was chosen of the item, by characteristic.
        limits: Fen that a promotion may take off it at most, by rule, where a limit is shared out.
    """

    charge: Charge
    family: str
    quantity: int
    list_price: Decimal
    list_amount: int
    agreed: int
    pool: dict[str, int]
    bases: dict[tuple[str, str], int]
    chosen: dict[str, str]
    limits: dict[str, int]


def in_scope(scope: Scope, charge: Charge, family: str) -> bool:
    """Whether a rule may touch a charge; prices set by the state are never touched."""
    offering = charge.code.rsplit(".", 1)[0]
    return charge.regulation is not PriceRegulation.FIXED and all(
        not wanted or found in wanted
        for wanted, found in (
            (scope.charges, charge.code),
            (scope.offerings, offering),
            (scope.families, family),
            (scope.types, charge.type),
            (scope.regulations, charge.regulation),
        )
    )


def holds(rule: PriceRule, context: PricingContext) -> bool:
    """Whether the circumstances of the quote let a rule apply."""
    when, day = rule.when, context.price_date
    return (
        (when.valid.first or day) <= day <= (when.valid.last or day)
        and context.term >= when.least_term
        and (not when.segments or bool(set(when.segments) & set(context.segments)))
        and (not when.customers or context.customer in when.customers)
        and (not when.codes or bool(set(when.codes) & set(context.codes)))
        and all(_fulfilled(condition, context) for condition in when.conditions)
    )


def _fulfilled(condition: Condition, context: PricingContext) -> bool:
    """A word among those allowed, or a number within its bounds; what is not known is not."""
    if condition.measure in context.words:
        return context.words[condition.measure] in condition.one_of
    known = context.measures.get(condition.measure)
    if known is None:
        return False
    least, most = condition.least, condition.most
    return (least is None or least <= known) and (most is None or known <= most)


def touching(
    rules: Sequence[PriceRule], context: PricingContext, charge: Charge, family: str
) -> list[PriceRule]:
    """The rules for a charge in order: stage, priority, narrowness, identifier."""
    found = [
        rule
        for rule in rules
        if rule.level is Level.ITEM
        and holds(rule, context)
        and in_scope(rule.scope, charge, family)
        and (charge.type is ChargeType.RECURRING or not isinstance(rule.alteration, TermDiscount))
        and (charge.type is ChargeType.USAGE or not isinstance(rule.alteration, UsageRates))
    ]
    return sorted(found, key=place_of)


def stage(rule: PriceRule) -> int:
    """Position of a rule's kind in the order of calculation."""
    kind = type(rule.alteration)
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def place_of(rule: PriceRule) -> tuple[int, int, tuple[int, ...], str]:
    """Where a rule stands among others: stage, priority, narrowness, identifier."""
    scope = rule.scope
    narrow = (bool(scope.charges), bool(scope.offerings), bool(scope.families))
    kinds = bool(scope.types) + bool(scope.regulations)
    return stage(rule), -rule.priority, (*(-n for n in narrow), -kinds), rule.id


def enough(rule: PriceRule, line: Quoted) -> bool:
    """Whether the quantity suffices: of the charge, or pooled over the scope."""
    return _counted(rule, line) >= rule.when.least_quantity


def _counted(rule: PriceRule, line: Quoted) -> int:
    pooled = isinstance(rule.alteration, QuantityTiers) and rule.alteration.pooled
    return max(line.quantity, line.pool.get(rule.id, 0)) if pooled else line.quantity


def after(rule: PriceRule, amount: int, line: Quoted, term: int) -> int:
    """Fen after a rule, its cap respected."""
    changed = _altered(rule, amount, line, term)
    caps = [cap for cap in (rule.cap, line.limits.get(rule.id)) if cap is not None]
    return max([changed, *(amount - cap for cap in caps)])


def _altered(rule: PriceRule, amount: int, line: Quoted, term: int) -> int:
    what = rule.alteration
    if isinstance(what, ContractPrice):
        return fen_of(what.unit_price, line.quantity)
    if isinstance(what, PercentOfOthers):
        base = line.bases.get((rule.id, line.charge.period))
        return amount if base is None else share_of(what.percent, base)
    if isinstance(what, AttributeAdjustment):
        return adjusted(what, amount, line)
    if isinstance(what, QuantityTiers | UnitPrice):
        price = (
            tiered(what, line, _counted(rule, line))
            if isinstance(what, QuantityTiers)
            else fen_of(what.unit_price, line.quantity)
        )
        return min(amount, price)
    if amount <= 0:
        return amount  # a subsidy is not made smaller by a rule
    return max(0, amount - _taken(rule, what, amount, line, term))


def adjusted(what: AttributeAdjustment, amount: int, line: Quoted) -> int:
    """Fen after what was chosen of a characteristic is added or taken off."""
    does = what.values.get(line.chosen.get(what.characteristic, ""))
    if does is None or amount < 0:
        return amount
    if does.unit_amount is not None:
        return max(0, amount + fen_of(does.unit_amount, line.quantity))
    return amount + share_of(does.percent or Decimal(0), amount)


def adjusted_price(what: AttributeAdjustment, line: Quoted) -> Decimal:
    """Yuan per unit at list price after the same, with six decimals."""
    does = what.values[line.chosen[what.characteristic]]
    if does.unit_amount is not None:
        return max(Decimal(0), line.list_price + does.unit_amount)
    exact = Fraction(line.list_price) * Fraction(does.percent or 0) / 100 * 10**6
    return line.list_price + Decimal(half_up(exact)).scaleb(-6)


def _taken(rule: PriceRule, what: object, amount: int, line: Quoted, term: int) -> int:
    if isinstance(what, UnitAmountOff):
        return fen_of(what.unit_amount, line.quantity)
    if isinstance(what, LineAmountOff):
        return half_up(Fraction(what.amount) * 100)
    if isinstance(what, TermDiscount):
        percents = [percent for months, percent in what.steps if months <= term]
        base = line.agreed if what.additive else amount
        return share_of(percents[-1], base) if percents else 0
    assert isinstance(what, PercentOff)
    if rule.base is Base.UNDISCOUNTED and amount != line.list_amount:
        return 0
    return share_of(what.percent, line.list_amount if rule.base is Base.LIST else amount)


def tiered(what: QuantityTiers, line: Quoted, counted: int) -> int:
    """Fen by tiers: unit by unit when graduated, else all at the rate of one tier."""
    price = Fraction(line.list_price) * 100
    if what.graduated:
        rates = [(tier.least, _rate(tier, price)) for tier in what.tiers]
        total = Fraction(0)
        for position, (least, rate) in enumerate([(1, price), *rates]):
            following = rates[position][0] if position < len(rates) else line.quantity + 1
            total += rate * max(0, min(following - 1, line.quantity) - least + 1)
        return half_up(total)
    fitting = [tier for tier in what.tiers if tier.least <= counted]
    if not fitting:
        return line.list_amount
    tier = fitting[-1]
    if tier.block is not None:
        return half_up(Fraction(tier.block) * 100) if line.quantity else 0
    if tier.unit_price is not None:
        return fen_of(tier.unit_price, line.quantity)
    return line.list_amount - share_of(tier.percent or Decimal(0), line.list_amount)


def _rate(tier: Tier, price: Fraction) -> Fraction:
    if tier.unit_price is not None:
        return Fraction(tier.unit_price) * 100
    return price * (1 - Fraction(tier.percent or 0) / 100)


def chosen_promotions(
    eligible: Sequence[PriceRule], amount: int, line: Quoted, term: int, policy: ChoicePolicy
) -> list[int]:
    """Positions of the promotions to apply to a charge."""

    def net_of(members: tuple[int, ...]) -> int:
        net = amount
        for position in members:
            net = after(eligible[position], net, line, term)
        return net

    return list(best_set(eligible, net_of, policy))


def best_set(
    eligible: Sequence[PriceRule],
    net_of: Callable[[tuple[int, ...]], int],
    policy: ChoicePolicy,
) -> tuple[int, ...]:
    """Positions of the promotions to apply: all subsets are tried, the maximal ones compete."""
    count = len(eligible)
    sets = [
        members
        for size in range(count, -1, -1)
        for members in combinations(range(count), size)
        if all(_tolerate(eligible[a], eligible[b]) for a, b in combinations(members, 2))
    ]
    maximal = [one for one in sets if not any(set(one) < set(other) for other in sets)]

    def rank(members: tuple[int, ...]) -> tuple[list[int], tuple[int, ...]]:
        if policy is ChoicePolicy.BEST_FOR_CUSTOMER:
            return [net_of(members)], members
        if policy is ChoicePolicy.BEST_FOR_MARGIN:
            return [-net_of(members)], members
        priorities = sorted((eligible[p].priority for p in members), reverse=True)
        return [*(-p for p in priorities), 10**9], members

    return min(maximal, key=rank)


def _tolerate(one: PriceRule, other: PriceRule) -> bool:
    if one.exclusive or other.exclusive or Base.UNDISCOUNTED in {one.base, other.base}:
        return False
    if one.group == other.group != "":
        return False
    return all(
        not a.combinable_with or b.group in a.combinable_with
        for a, b in ((one, other), (other, one))
    )
