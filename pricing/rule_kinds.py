"""Kinds of alterations by their tag, each with what a new rule of it begins with."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.rule import (
    ContractPrice,
    Level,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    QuoteAmountOff,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from pricing.rule import PriceRule, RuleAlteration

_NOTHING = Decimal(0)

KINDS: Final[dict[str, RuleAlteration]] = {
    "percent_off": PercentOff(Decimal(5)),
    "unit_price": UnitPrice(_NOTHING),
    "unit_amount_off": UnitAmountOff(_NOTHING),
    "line_amount_off": LineAmountOff(_NOTHING),
    "quote_amount_off": QuoteAmountOff(_NOTHING),
    "quantity_tiers": QuantityTiers((Tier(1, percent=_NOTHING), Tier(10, percent=Decimal(5)))),
    "term_discount": TermDiscount(((24, Decimal(5)),)),
    "contract_price": ContractPrice(_NOTHING),
    "percent_of_others": PercentOfOthers(Decimal(5), Scope()),
    "attribute_adjustment": AttributeAdjustment("speed", {"20M": Adjustment(percent=_NOTHING)}),
    "usage_plan": UsageRates(),
}
"""What each kind begins with, in the order in which they are offered."""

PROMOTIONAL: Final = frozenset(
    (
        "percent_off",
        "unit_price",
        "unit_amount_off",
        "line_amount_off",
        "quote_amount_off",
        "quantity_tiers",
        "term_discount",
    )
)
"""Kinds that may be promotions."""


def kind_of(alteration: RuleAlteration) -> str:
    """The tag of an alteration."""
    return str(alteration.__struct_config__.tag)


def change_kind(rule: PriceRule, kind: str) -> PriceRule:
    """A rule of another kind; what both kinds have stays, and what cannot stand with it goes.

    Raises:
        KeyError: There is no such kind.
    """
    former, begun = rule.alteration, KINDS[kind]
    if kind_of(former) == kind:
        return rule
    kept = {
        field.name: getattr(former, field.name)
        for field in msgspec.structs.fields(type(begun))
        if field.name in ("percent", "unit_price", "unit_amount", "amount", "tiers")
        and getattr(former, field.name, None)
    }
    changed = msgspec.structs.replace(begun, **kept)
    fields: dict[str, object] = {"alteration": changed}
    if kind not in PROMOTIONAL:
        fields |= dict.fromkeys(("quote_cap", "customer_cap", "budget", "cap"))
        fields["promotion"] = False
    if kind == "quote_amount_off":
        fields |= {"level": Level.QUOTE, "promotion": True}
    elif kind != "percent_off" and rule.level is Level.QUOTE:
        fields["level"] = Level.ITEM
    return msgspec.structs.replace(rule, **fields)
