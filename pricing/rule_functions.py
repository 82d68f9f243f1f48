"""The alterations of rules as functions over whole numbers, made once, called for each charge.

They compare instead of calling ``max`` and ``min``: a call costs more than the arithmetic here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from catalog.money import Fen, amount_of, fen, round_half_up, unit_micro
from catalog.period import BillingPeriod
from pricing.adjustment import AttributeAdjustment
from pricing.rule import (
    Base,
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    QuoteAmountOff,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.tiers import amount_in, graduated_amount, list_amount
from pricing.usage_rating import UsageRates, plan_of, rate_usage

if TYPE_CHECKING:
    from pricing.adjustment import Adjustment
    from pricing.rule import PriceRule, RuleAlteration


class Facts(msgspec.Struct, frozen=True, gc=False):
    """What an alteration may see of the charge it works on.

    Attributes:
        list_micro: List price in 0.000001 yuan.
        list_amount: Fen at list price.
        agreed: Fen before any discount: at the customer's contract price, as a percentage of other
            charges, or at list price.
        quantity: Units of the charge.
        pooled: Units that decide a pooled tier.
        period: How often the charge is billed.
        base: Fen that a dependent charge is a percentage of; ``None`` while it is not known.
        chosen: Value by name of the characteristics chosen of the item; ``None`` for none.
        limits: Most fen that promotions may take off the charge, by rule, where a limit of the
            whole quote is shared out.
        inside: Whether all these amounts include VAT.
    """

    list_micro: int
    list_amount: Fen
    agreed: Fen
    quantity: int
    pooled: int
    period: BillingPeriod = BillingPeriod.MONTH
    base: Fen | None = None
    chosen: dict[str, str] | None = None
    limits: dict[str, Fen] | None = None
    inside: bool = True


class Chosen(NamedTuple):
    """A value that was chosen of an item, and what it does to the price."""

    value: str
    does: Adjustment


def base_key(rule: str, period: BillingPeriod, *, inside: bool) -> str:
    """Name of the base of a percent-of-others rule for charges billed in a period.

    One that includes VAT is another than one without, for charges whose list price is without it.
    """
    return f"{rule} {period}" if inside else f"{rule} {period} without"


Function: TypeAlias = Callable[[Fen, Facts], Fen]
"""The amount so far and the facts of the charge, to the next amount."""


def function_of(rule: PriceRule, term: int) -> Function:
    """The rule's alteration as arithmetic; no result is dearer than its cap allows.

    Args:
        rule: The rule.
        term: Months of commitment.
    """
    if isinstance(rule.alteration, UsageRates):
        return _rated(rule.alteration)
    apply = _plain(rule, term)
    capped = apply if rule.cap is None else _capped(apply, rule.cap)
    return _limited(capped, rule.id) if rule.limited else capped


def _capped(apply: Function, cap: Fen) -> Function:
    return lambda amount, facts: max(apply(amount, facts), amount - cap)


def _limited(apply: Function, rule_id: str) -> Function:
    """No more than the charge's share of what a quote, customer or campaign has left."""

    def limited(amount: Fen, facts: Facts) -> Fen:
        after = apply(amount, facts)
        most = facts.limits.get(rule_id) if facts.limits else None
        return after if most is None else max(after, amount - most)

    return limited


def _plain(rule: PriceRule, term: int) -> Function:
    """The alteration without its cap."""
    match rule.alteration:
        case ContractPrice(unit_price=price):
            micro = unit_micro(price)
            function: Function = lambda _amount, facts: amount_of(micro, facts.quantity)  # noqa: E731
        case UnitPrice(unit_price=price):
            micro = unit_micro(price)
            function = lambda amount, facts: min(amount, amount_of(micro, facts.quantity))  # noqa: E731
        case PercentOff(percent=percent):
            function = _percent_off(percent.as_integer_ratio(), rule.base)
        case UnitAmountOff(unit_amount=off):
            function = _unit_amount_off(unit_micro(off))
        case LineAmountOff(amount=off) | QuoteAmountOff(amount=off):
            function = _amount_off(fen(off))
        case QuantityTiers() as tiers:
            function = _tiers(tiers)
        case TermDiscount(steps=steps, additive=additive):
            reached = [percent for months, percent in steps if months <= term]
            ratio = reached[-1].as_integer_ratio() if reached else (0, 1)
            function = _off_agreed(ratio) if additive else _percent_off(ratio, Base.PREVIOUS)
        case PercentOfOthers(percent=percent):
            function = _percent_of_base(percent.as_integer_ratio())
        case AttributeAdjustment() as adjustment:
            function = _by_attribute(adjustment)
    return function


def _rated(rates: UsageRates) -> Function:
    """Usage by its plan, whatever it came to before."""
    return lambda _amount, facts: rate_usage(plan_of(rates, facts.list_micro), facts.quantity)


def _percent_of_base(ratio: tuple[int, int]) -> Function:
    """Percent of what other charges come to; unchanged while that is not known."""
    numerator, denominator = ratio

    def share(amount: Fen, facts: Facts) -> Fen:
        if facts.base is None:
            return amount
        return round_half_up(numerator * facts.base, 100 * denominator)

    return share


def _by_attribute(alteration: AttributeAdjustment) -> Function:
    """What the chosen value adds or takes off, rounded for the whole quantity."""

    def adjust(amount: Fen, facts: Facts) -> Fen:
        chosen = chosen_value(alteration, facts)
        if chosen is None or amount < 0:
            return amount
        if chosen.does.unit_amount is not None:
            return max(0, amount + amount_of(unit_micro(chosen.does.unit_amount), facts.quantity))
        return amount + _share(chosen.does, amount)

    return adjust


def chosen_value(alteration: RuleAlteration, facts: Facts) -> Chosen | None:
    """The value that was chosen of the item, if the alteration is about it."""
    if not facts.chosen or not isinstance(alteration, AttributeAdjustment):
        return None
    value = facts.chosen.get(alteration.characteristic, "")
    does = alteration.values.get(value)
    return None if does is None else Chosen(value, does)


def adjusted_list(chosen: Chosen, facts: Facts) -> int:
    """The list price of a unit after an adjustment, in 0.000001 yuan."""
    if chosen.does.unit_amount is not None:
        return max(0, facts.list_micro + unit_micro(chosen.does.unit_amount))
    return facts.list_micro + _share(chosen.does, facts.list_micro)


def _share(one: Adjustment, amount: int) -> int:
    """So many percent of it, of the sign of the percentage."""
    numerator, denominator = (one.percent or Decimal(0)).as_integer_ratio()
    return round_half_up(numerator * amount, 100 * denominator)


def _unit_amount_off(micro: int) -> Function:
    def off(amount: Fen, facts: Facts) -> Fen:
        if amount <= 0:
            return amount
        taken = amount_of(micro, facts.quantity)
        return amount - taken if taken < amount else 0

    return off


def _amount_off(taken: Fen) -> Function:
    def off(amount: Fen, _facts: Facts) -> Fen:
        if amount <= 0:
            return amount
        return amount - taken if taken < amount else 0

    return off


def _percent_off(ratio: tuple[int, int], base: Base) -> Function:
    """Percent of the base, taken off the amount; the discount is rounded, not the price.

    A subsidy, which is an amount below zero, is left as it is: no rule makes anything dearer.
    """
    numerator, denominator = ratio
    whole = 100 * denominator
    twice, double = 2 * numerator, 2 * whole

    def off_previous(amount: Fen, _facts: Facts) -> Fen:
        # round_half_up written out: it would take as long as the rest
        return amount - (twice * amount + whole) // double if amount > 0 else amount

    def off_list(amount: Fen, facts: Facts) -> Fen:
        if amount <= 0:
            return amount
        listed = facts.list_amount
        if listed < 0:
            taken = round_half_up(numerator * listed, whole)
        else:
            taken = (twice * listed + whole) // double
        return amount - taken if taken < amount else 0

    def off_undiscounted(amount: Fen, facts: Facts) -> Fen:
        return off_previous(amount, facts) if amount == facts.list_amount else amount

    match base:
        case Base.LIST:
            return off_list
        case Base.UNDISCOUNTED:
            return off_undiscounted
        case _:
            return off_previous


def _off_agreed(ratio: tuple[int, int]) -> Function:
    """Percent of the amount before tiers, so that it adds up with a tier's percentage."""
    numerator, denominator = ratio
    whole = 100 * denominator

    def off(amount: Fen, facts: Facts) -> Fen:
        if amount <= 0:
            return amount
        taken = round_half_up(numerator * facts.agreed, whole)
        return amount - taken if taken < amount else 0

    return off


def _tiers(alteration: QuantityTiers) -> Function:
    tiers, is_pooled = alteration.tiers, alteration.pooled
    leasts = [tier.least for tier in tiers]
    rated = [list_amount, *(amount_in(tier) for tier in tiers)]

    def volume(amount: Fen, facts: Facts) -> Fen:
        units = facts.pooled if is_pooled else facts.quantity
        cheaper = rated[bisect_right(leasts, units)](facts.list_amount, facts.quantity)
        return min(amount, cheaper)

    def graduated(amount: Fen, facts: Facts) -> Fen:
        return min(amount, graduated_amount(tiers, facts.list_micro, facts.quantity))

    return graduated if alteration.graduated else volume
