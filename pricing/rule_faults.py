"""What the types of a rule cannot say: bounds of figures, order of steps, what goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from catalog.money import fen, unit_micro
from catalog.period import BillingPeriod
from pricing.adjustment import AttributeAdjustment
from pricing.rule import (
    Base,
    ContractPrice,
    Level,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    QuoteAmountOff,
    TermDiscount,
)
from pricing.tiers import TierFault, check_tiers
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from pricing.rule import PriceRule, RuleAlteration

Fault: TypeAlias = tuple[str, dict[str, str]]
_WHOLE = 100


def rule_faults(rule: PriceRule) -> Iterator[Fault]:
    """What is wrong with a rule that its types allow.

    Args:
        rule: As decoded.

    Yields:
        Codes of findings with the figures that their texts name, besides the rule's identifier.
    """
    if not rule.id:
        yield "rule.id_missing", {}
    percent = getattr(rule.alteration, "percent", None)
    if percent is not None and not (percent.is_finite() and 0 <= percent <= _WHOLE):
        yield "rule.percent_out_of_range", {"percent": str(percent)}
    yield from _price_faults(rule)
    if rule.promotion and isinstance(
        rule.alteration, ContractPrice | PercentOfOthers | AttributeAdjustment | UsageRates
    ):
        yield "rule.no_promotion", {}
    for condition in rule.when.conditions:
        for bound in (condition.least, condition.most):
            if bound is not None and not bound.is_finite():
                yield "rule.no_number", {"value": str(bound)}
    valid = rule.when.valid
    if valid.first and valid.last and valid.last < valid.first:
        yield "rule.ends_before_it_starts", {}
    yield from _ladder_faults(rule.alteration)
    yield from _value_faults(rule)
    yield from _level_faults(rule)
    yield from _limit_faults(rule)
    if isinstance(rule.alteration, UsageRates):
        yield from _usage_faults(rule, rule.alteration)


def _price_faults(rule: PriceRule) -> Iterator[Fault]:
    """Prices that are no number, below zero, or finer than they can be counted."""
    counted: tuple[tuple[str, Callable[[Decimal], int]], ...] = (
        ("unit_price", unit_micro),
        ("unit_amount", unit_micro),
        ("amount", fen),
        ("rate", unit_micro),
        ("fixed", fen),
        ("commitment", fen),
        ("cap", fen),
    )
    for name, count in counted:
        value = getattr(rule.alteration, name, None)
        if value is None:
            continue
        try:
            below = count(value) < 0
        except ValueError:
            yield "rule.no_number", {"value": str(value)}
        else:
            if below:
                yield "rule.price_below_zero", {"value": str(value)}
    if rule.cap is not None and rule.cap < 0:
        yield "rule.price_below_zero", {"value": str(rule.cap)}


def _usage_faults(rule: PriceRule, rates: UsageRates) -> Iterator[Fault]:
    """Usage plans that can be read in two ways, or in none."""
    if rates.allowance < 0:
        yield "rule.allowance_below_zero", {"allowance": str(rates.allowance)}
    amounts = (rates.cap, rates.commitment, rates.fixed)
    known = all(one is not None and one.is_finite() for one in amounts)
    if known and rates.cap is not None and rates.cap < max(rates.commitment, rates.fixed):
        least = str(max(rates.commitment, rates.fixed))
        yield "rule.cap_below_commitment", {"cap": str(rates.cap), "commitment": least}
    if rates.tiers and rates.rate is not None:
        yield "rule.rate_and_tiers", {}
    if rule.cap is not None:
        yield "rule.cap_misplaced", {"cap": str(rule.cap)}


def _ladder_faults(alteration: RuleAlteration) -> Iterator[Fault]:
    """Tiers and steps must ascend and have one price each."""
    if isinstance(alteration, QuantityTiers) or (
        isinstance(alteration, UsageRates) and alteration.tiers
    ):
        try:
            check_tiers(alteration.tiers, graduated=alteration.graduated)
        except TierFault as fault:
            yield "rule.tiers_wrong", fault.facts
        if isinstance(alteration, QuantityTiers) and alteration.graduated and alteration.pooled:
            yield "rule.tiers_wrong", {"fault": "tiers_pooled_graduated"}
    if isinstance(alteration, TermDiscount):
        months = [step[0] for step in alteration.steps]
        shares = [percent for _, percent in alteration.steps]
        wrong = [p for p in shares if not (p.is_finite() and 0 <= p <= _WHOLE)]
        if wrong or not months or months != sorted(set(months)):
            yield "rule.steps_wrong", {}


def _level_faults(rule: PriceRule) -> Iterator[Fault]:
    """What belongs to a promotion on the whole quote only, and what cannot stand on one."""
    when = rule.when
    if rule.level is Level.QUOTE:
        kind = rule.alteration.__struct_config__.tag
        wrong = {
            str(kind): not isinstance(rule.alteration, PercentOff | QuoteAmountOff),
            "base": rule.base is not Base.PREVIOUS,
            "least_quantity": when.least_quantity,
            str(rule.period): rule.period is BillingPeriod.PER_USE,
        }
        code = "rule.not_on_quote"
    else:
        wrong = {
            "quote_amount_off": isinstance(rule.alteration, QuoteAmountOff),
            "least_total": when.least_total,
            "least_items": when.least_items,
            "period": rule.period is not BillingPeriod.MONTH,
        }
        code = "rule.only_on_quote"
    for what in (what for what, given in wrong.items() if given):
        yield code, {"what": what}
    if rule.level is Level.QUOTE and not rule.promotion:
        yield "rule.only_promotion", {"what": "level"}
    if min(when.least_total, when.least_items) < 0:
        yield "rule.price_below_zero", {"value": str(min(when.least_total, when.least_items))}


def _limit_faults(rule: PriceRule) -> Iterator[Fault]:
    """Limits over quotes are for promotions, and not below zero."""
    limits = {
        "quote_cap": rule.quote_cap,
        "customer_cap": rule.customer_cap,
        "budget": rule.budget,
    }
    for name, limit in limits.items():
        if limit is not None and limit < 0:
            yield "rule.price_below_zero", {"value": str(limit)}
        if limit is not None and not rule.promotion:
            yield "rule.only_promotion", {"what": name}


def _value_faults(rule: PriceRule) -> Iterator[Fault]:
    """Each value needs either a percentage from -100 or an amount that can be counted."""
    alteration = rule.alteration
    if not isinstance(alteration, AttributeAdjustment):
        return
    if rule.cap is not None:
        yield "rule.no_cap", {}
    if not alteration.characteristic or not alteration.values:
        yield "rule.values_missing", {}
    for value, one in alteration.values.items():
        if (one.percent is None) is (one.unit_amount is None):
            yield "rule.value_wrong", {"value": value}
        elif one.percent is not None:
            percent = one.percent
            if not (percent.is_finite() and -_WHOLE <= percent <= 10 * _WHOLE):
                yield "rule.adjustment_out_of_range", {"percent": str(percent)}
        elif one.unit_amount is not None and not _is_counted(one.unit_amount):
            yield "rule.no_number", {"value": str(one.unit_amount)}


def _is_counted(amount: Decimal) -> bool:
    """Whether it is a number of yuan with no more decimals than unit prices may have."""
    try:
        unit_micro(amount)
    except ValueError:
        return False
    return True
