"""What the alteration of a rule does, in words, and what its kinds are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_words import family_name
from pricing.adjustment import AttributeAdjustment
from pricing.rule import (
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
from pricing.rule_kinds import kind_of
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from decimal import Decimal

    from app.ui.presenting.speaker import Speaker
    from pricing.adjustment import Adjustment
    from pricing.rule import PriceRule, RuleAlteration
    from pricing.tiers import Tier


def kind_name(speaker: Speaker, kind: str) -> str:
    """The name of a kind of alteration."""
    translate = speaker.translate
    known = {
        "percent_off": translate("RuleKinds", "Percent off"),
        "unit_price": translate("RuleKinds", "Promotional price"),
        "unit_amount_off": translate("RuleKinds", "Amount off each unit"),
        "line_amount_off": translate("RuleKinds", "Amount off the charge"),
        "quote_amount_off": translate("RuleKinds", "Amount off the whole quote"),
        "quantity_tiers": translate("RuleKinds", "Price by quantity"),
        "term_discount": translate("RuleKinds", "Discount by term"),
        "contract_price": translate("RuleKinds", "Agreed price"),
        "percent_of_others": translate("RuleKinds", "Percent of other charges"),
        "attribute_adjustment": translate("RuleKinds", "By characteristic"),
        "usage_plan": translate("RuleKinds", "Usage plan"),
    }
    return known.get(kind, kind)


def kind_of_rule(speaker: Speaker, rule: PriceRule) -> str:
    """The name of a rule's kind."""
    return kind_name(speaker, kind_of(rule.alteration))


def alteration_text(speaker: Speaker, rule: PriceRule) -> str:
    """What a rule does to what it touches."""
    translate, alteration = speaker.translate, rule.alteration
    match alteration:
        case PercentOff(percent=percent):
            text = translate("RuleDeeds", "{percent} off").format(percent=_percent(percent))
        case QuoteAmountOff(amount=amount):
            text = translate("RuleDeeds", "¥{amount} off the whole quote").format(
                amount=_price(speaker, amount)
            )
        case LineAmountOff(amount=amount):
            text = translate("RuleDeeds", "¥{amount} off the charge").format(
                amount=_price(speaker, amount)
            )
        case UnitAmountOff(unit_amount=amount):
            text = translate("RuleDeeds", "¥{amount} off each unit").format(
                amount=_price(speaker, amount)
            )
        case UnitPrice(unit_price=price):
            text = translate("RuleDeeds", "¥{price} a unit where that is lower").format(
                price=_price(speaker, price)
            )
        case ContractPrice(unit_price=price):
            text = translate("RuleDeeds", "the agreed price is ¥{price} a unit").format(
                price=_price(speaker, price)
            )
        case _:
            text = _long(speaker, rule.alteration)
    return text


def _long(speaker: Speaker, alteration: RuleAlteration) -> str:
    translate = speaker.translate
    if isinstance(alteration, QuantityTiers):
        return _by_quantity(speaker, alteration)
    if isinstance(alteration, TermDiscount):
        step = translate("RuleDeeds", "from {months} months {percent} off")
        steps = [
            step.format(months=months, percent=_percent(percent))
            for months, percent in alteration.steps
        ]
        return _joined(speaker, steps)
    if isinstance(alteration, PercentOfOthers):
        names = [*alteration.others.charges, *alteration.others.offerings]
        names += [family_name(speaker, one) for one in alteration.others.families]
        text = translate("RuleDeeds", "{percent} of what {others} come to")
        others = "、".join(names[:3]) or translate("RuleDeeds", "all other charges")
        return text.format(percent=_percent(alteration.percent), others=others)
    if isinstance(alteration, AttributeAdjustment):
        values = [f"{name} {_adjusted(speaker, one)}" for name, one in alteration.values.items()]
        text = translate("RuleDeeds", "by {characteristic}: {values}")
        return text.format(
            characteristic=alteration.characteristic, values=_joined(speaker, values)
        )
    assert isinstance(alteration, UsageRates)  # noqa: S101 (for the type checker: the last kind)
    return _usage(speaker, alteration)


def _by_quantity(speaker: Speaker, alteration: QuantityTiers) -> str:
    translate = speaker.translate
    text = translate("RuleDeeds", "by quantity: {tiers}")
    if alteration.graduated:
        text = translate("RuleDeeds", "by quantity, each unit in its tier: {tiers}")
    elif alteration.pooled:
        text = translate("RuleDeeds", "by quantity counted together: {tiers}")
    return text.format(tiers=_joined(speaker, [_tier(speaker, one) for one in alteration.tiers]))


def _usage(speaker: Speaker, rates: UsageRates) -> str:
    translate = speaker.translate
    parts = []
    if rates.fixed:
        text = translate("RuleDeeds", "¥{amount} a month")
        parts.append(text.format(amount=_price(speaker, rates.fixed)))
    if rates.allowance:
        text = translate("RuleDeeds", "{units} units included")
        parts.append(text.format(units=speaker.figures.quantity(rates.allowance)))
    if rates.rate is not None:
        text = translate("RuleDeeds", "¥{price} a unit beyond")
        parts.append(text.format(price=_price(speaker, rates.rate)))
    parts += [_tier(speaker, tier) for tier in rates.tiers]
    if rates.commitment:
        text = translate("RuleDeeds", "at least ¥{amount} a month")
        parts.append(text.format(amount=_price(speaker, rates.commitment)))
    if rates.cap is not None:
        text = translate("RuleDeeds", "at most ¥{amount} a month")
        parts.append(text.format(amount=_price(speaker, rates.cap)))
    return _joined(speaker, parts) or translate("RuleDeeds", "usage at the list price")


def _tier(speaker: Speaker, tier: Tier) -> str:
    translate = speaker.translate
    begun = translate("RuleDeeds", "from {count}").format(count=tier.least)
    if tier.percent is not None:
        told = translate("RuleDeeds", "{percent} off").format(percent=_percent(tier.percent))
    elif tier.unit_price is not None:
        price = _price(speaker, tier.unit_price)
        told = translate("RuleDeeds", "¥{price} each").format(price=price)
    else:
        price = "–" if tier.block is None else _price(speaker, tier.block)
        told = translate("RuleDeeds", "¥{price} together").format(price=price)
    return f"{begun} {told}"


def _adjusted(speaker: Speaker, one: Adjustment) -> str:
    if one.percent is not None:
        return f"{one.percent:+f}%"
    if one.unit_amount is None:
        return "–"
    sign = "+" if one.unit_amount >= 0 else "−"
    return f"{sign}¥{_price(speaker, abs(one.unit_amount))}"


def _joined(speaker: Speaker, parts: list[str]) -> str:
    return speaker.translate("RuleDeeds", "; ").join(parts)


def _percent(percent: Decimal) -> str:
    text = f"{percent:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def _price(speaker: Speaker, price: Decimal) -> str:
    return speaker.figures.price(price)
