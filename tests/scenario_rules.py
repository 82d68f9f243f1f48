"""The rules of a scenario file: agreed prices, tiers, promotions and discounts in a pricer's words.

Each function reads what stands behind one word of the language that is told in
``tests/scenarios/pricing/README.md``; anything without a meaning is a ``ValueError``.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import fen
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from pricing.quote_wide import QuoteDiscount, Target
from pricing.rule import (
    Base,
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PriceRule,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitPrice,
    When,
)
from pricing.tiers import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pricing.rule import RuleAlteration

CUSTOMER = "c1"
"""The customer of every scenario; agreed prices are agreed with him."""
_MONEY = r"[\d,]+(?:\.\d+)?"
_VALID = re.compile(r"(?:from (\S+))?\s*(?:until (\S+))?$")
_TIER = re.compile(
    rf"(?P<least>\d+): "
    rf"(?:(?P<percent>[\d.]+)% off|at (?P<price>{_MONEY})|(?P<block>{_MONEY}) in all)"
)
_PROMOTION = re.compile(
    rf"(?P<percent>[\d.]+)% off|(?P<amount>{_MONEY}) off|at (?P<price>{_MONEY})"
)
_MORE = re.compile(
    r"on (?P<charge>\S+)|group (?P<group>\S+)|priority (?P<priority>-?\d+)|(?P<alone>alone)"
    rf"|(?P<list>of list)|at most (?P<cap>{_MONEY})|(?P<from>from \S+)|(?P<until>until \S+)"
)


def read_record(rest: str, number: int) -> PriceRecord:
    """``LINE.RENT 199.00 from 2025-01-01 until 2025-12-31``."""
    code, price, *valid = rest.split(maxsplit=2)
    return PriceRecord(f"r{number}", code, Decimal(price), _validity(" ".join(valid)))


def read_agreed(rest: str, number: int) -> PriceRule:
    """``LINE.RENT 170.00 until 2026-06-30``: a price agreed with the customer."""
    code, price, *valid = rest.split(maxsplit=2)
    when = When(customers=(CUSTOMER,), valid=_validity(" ".join(valid)))
    return _rule(f"agreed-{number}", ContractPrice(Decimal(price)), code, when=when)


def read_tiers(rest: str, number: int) -> PriceRule:
    """``LINE.RENT 11: 10% off, 26: 20% off graduated``: prices by quantity."""
    code, _, text = rest.partition(" ")
    graduated = text.endswith("graduated")
    tiers = tuple(_tier(one) for one in text.removesuffix("graduated").split(","))
    return _rule(f"tiers-{number}", QuantityTiers(tiers, graduated), code)


def read_commitment(rest: str, number: int) -> PriceRule:
    """``LINE.RENT 36 months 10% off``, with ``added`` to the tier's percentage behind it."""
    found = re.fullmatch(r"(\S+) +(\d+) months ([\d.]+)% off( added)?", rest)
    if found is None:
        raise ValueError(rest)
    code, months, percent, added = found.groups()
    discount = TermDiscount(((int(months), Decimal(percent)),), additive=bool(added))
    return _rule(f"commitment-{number}", discount, code)


def read_promotion(rest: str) -> PriceRule:
    """``A 10% off on LINE.RENT group G priority 2 alone of list until 2026-12-31``."""
    name, _, text = rest.partition(" ")
    found = _PROMOTION.match(text.strip())
    if found is None:
        raise ValueError(rest)
    alteration: RuleAlteration
    if found["percent"]:
        alteration = PercentOff(Decimal(found["percent"]))
    elif found["amount"]:
        alteration = LineAmountOff(_decimal(found["amount"]))
    else:
        alteration = UnitPrice(_decimal(found["price"]))
    words = dict(_words(text.strip()[found.end() :]))
    valid = _validity(f"{words.get('from', '')} {words.get('until', '')}".strip())
    return _rule(
        name,
        alteration,
        words.get("charge", ""),
        when=When(valid=valid),
        promotion=True,
        group=words.get("group", ""),
        priority=int(words.get("priority", "0")),
        exclusive="alone" in words,
        base=Base.LIST if "list" in words else Base.PREVIOUS,
        cap=fen(_decimal(words["cap"])) if "cap" in words else None,
    )


def read_discount(rest: str) -> QuoteDiscount:
    """``5% off``, ``20.00 off``, ``to 500.00``, with ``one-time`` behind it: on the whole quote."""
    text = rest.removesuffix("one-time").strip()
    target = Target.MONTHLY if text == rest else Target.ONE_TIME
    if text.startswith("to "):
        return QuoteDiscount(target, total=fen(_decimal(text.removeprefix("to "))))
    if not text.endswith(" off"):
        raise ValueError(rest)
    figure = text.removesuffix(" off")
    if figure.endswith("%"):
        return QuoteDiscount(target, percent=Decimal(figure.removesuffix("%")))
    return QuoteDiscount(target, amount=fen(_decimal(figure)))


def _rule(name: str, alteration: RuleAlteration, code: str, **fields: object) -> PriceRule:
    """A rule for one charge, or for all when no code is given."""
    scope = Scope(charges=(code,)) if code else Scope()
    rule = PriceRule(name, LocalText(name), alteration, scope)
    return msgspec.structs.replace(rule, **fields)


def _tier(text: str) -> Tier:
    found = _TIER.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    percent, price, block = (
        _decimal(found[name]) if found[name] else None for name in ("percent", "price", "block")
    )
    return Tier(int(found["least"]), percent, price, block)


def _words(text: str) -> Iterator[tuple[str, str]]:
    rest = text.strip()
    while rest:
        found = _MORE.match(rest)
        if found is None:
            raise ValueError(rest)
        yield from ((name, value) for name, value in found.groupdict().items() if value)
        rest = rest[found.end() :].strip()


def _validity(text: str) -> ValidityPeriod:
    found = _VALID.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first, last = (date.fromisoformat(day) if day else None for day in found.groups())
    return ValidityPeriod(first, last)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
