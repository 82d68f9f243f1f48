"""The rules in force, read from ``resources/policy``: data, never constants in code."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import ImportRejected, UnknownFormat
from app.paths import resource
from app.quoting.authority import AuthorityMatrix, Criterion, FlagRule, Level
from app.quoting.freezing import Rulebook
from catalog.local_text import LocalText
from catalog.tax_class import TaxClass
from pricing.policy import PricingPolicy
from pricing.rule_reading import read_rules
from pricing.spend import SpendPolicy

if TYPE_CHECKING:
    from pricing.rulebook import RuleSet

T = TypeVar("T")

UNLIMITED = "none"
_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,4})?")


class _Criterion(msgspec.Struct, forbid_unknown_fields=True):
    """A criterion as written: TOML has no null, so a level without bound says ``none``.

    Attributes:
        limits: Decimal numbers as text, or ``none``.
    """

    id: str
    name: LocalText
    limits: tuple[str, ...]
    smallest: bool = False
    unit: str = "percent"


class _Authority(msgspec.Struct, forbid_unknown_fields=True):
    version: str
    levels: tuple[Level, ...]
    criteria: tuple[_Criterion, ...]
    flags: tuple[FlagRule, ...] = ()


class _Taxes(msgspec.Struct, forbid_unknown_fields=True):
    tax: tuple[TaxClass, ...]


class _Pricing(msgspec.Struct, forbid_unknown_fields=True):
    pricing: PricingPolicy
    spend: SpendPolicy


def load_tax_classes() -> tuple[TaxClass, ...]:
    """Tax classes with their dated rates.

    Raises:
        UnknownFormat: If the file does not have the expected form; it names the place.
    """
    return _decode("taxes.toml", _Taxes).tax


def load_rules(published: RuleSet | None = None) -> Rulebook:
    """Pricing policy, thresholds of the bill analysis and discount authority.

    Args:
        published: Rules that take the place of those of the file.

    Raises:
        UnknownFormat: If a file does not have the expected form; it names the place.
        ImportRejected: If a price rule is wrong; every wrong rule is named.
    """
    pricing = _decode("pricing.toml", _Pricing)
    authority = _decode("authority.toml", _Authority)
    rules = published or _rules_of_file()
    matrix = AuthorityMatrix(
        version=authority.version,
        levels=authority.levels,
        criteria=tuple(_criterion(criterion) for criterion in authority.criteria),
        flags=authority.flags,
    )
    version = edition_of(pricing.pricing.version, rules.version)
    policy = msgspec.structs.replace(pricing.pricing, rules=rules, version=version)
    return Rulebook(policy, pricing.spend, matrix)


def _rules_of_file() -> RuleSet:
    rules, problems = read_rules(_decode("rules.toml", dict), file="rules.toml")
    if rules is None:
        raise ImportRejected(problems)
    return rules


def edition_of(policy: str, rules: str) -> str:
    """One name for a version of the policy and a version of its rules."""
    return policy if policy == rules else f"{policy} + {rules}"


def _criterion(written: _Criterion) -> Criterion:
    limits = tuple(_limit(written.id, text) for text in written.limits)
    return Criterion(written.id, written.name, limits, written.smallest, written.unit)


def _limit(criterion: str, text: str) -> Decimal | None:
    """A bound; anything but a plain number or ``none`` is refused (NaN would allow everything)."""
    if text == UNLIMITED:
        return None
    if not _NUMBER.fullmatch(text):
        raise UnknownFormat(file="authority.toml", place=f"{criterion}: {text}")
    return Decimal(text)


def _decode(name: str, kind: type[T]) -> T:
    path = resource("policy", name)
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except msgspec.MsgspecError as fault:
        raise UnknownFormat(file=name, place=str(fault)) from fault
