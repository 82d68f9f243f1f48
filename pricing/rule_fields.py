"""The fields of a rule that are typed: what each one reads, and how it is shown for editing.

A text has exactly one reading or a reason. What only shows in the rule as a whole, such as an end
before the start, is a finding of ``rule_findings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.cell_text import CellFault, read_code, read_money, read_whole_number
from catalog.charge import ChargeType, PriceRegulation
from catalog.money import fen, yuan
from catalog.period import BillingPeriod
from catalog.typed_field import (
    NAME,
    TypedField,
    chosen,
    count_or,
    names,
    needed,
    optional_name,
    read_codes,
    read_day,
    typed,
    typed_text,
    with_typed,
    word_of,
)
from catalog.typed_rows import optional
from pricing.rule import Base, Level, PriceRule
from pricing.rule_kinds import KINDS, change_kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

_TRUTHS: Final = {"true": True, "false": False}


def rule_text(rule: PriceRule, name: str) -> str:
    """The text of a field as one would type it; empty where the kind of the rule has no such field.

    Raises:
        KeyError: No rule has the field.
    """
    if name == "kind":
        return kind_of(rule.alteration)
    field = RULE_FIELDS[name]
    if not has_field(rule, name):
        return ""
    if name in _AMOUNTS:
        value: object = rule
        for part in field.path:
            value = getattr(value, part)
        nothing = value is None or (not value and name == "least_total")
        return "" if nothing or not isinstance(value, int) else f"{yuan(value):f}"
    text = typed_text(rule, field)
    if text in ("True", "False"):
        return text.lower()
    return "" if name in _COUNTS and text == "0" else text


def has_field(rule: PriceRule, name: str) -> bool:
    """Whether the kind of a rule has a field."""
    path = RULE_FIELDS[name].path
    return path[0] != "alteration" or hasattr(rule.alteration, path[1])


def set_rule_field(rule: PriceRule, name: str, text: str) -> PriceRule:
    """A rule with another value in one field.

    Raises:
        CellFault: The text has no reading.
        KeyError: No rule has the field.
    """
    if name == "kind":
        return change_kind(rule, text) if text in KINDS else rule
    return with_typed(rule, RULE_FIELDS[name], text)


def check_rule_field(name: str, text: str) -> None:
    """Read a text for nothing but its reason.

    Raises:
        CellFault: The text has no reading.
    """
    if name != "kind":
        RULE_FIELDS[name].read(text.strip())


def _signed_count(text: str) -> object:
    return read_whole_number(text, allow_negative=True) if text else 0


def _amount(text: str) -> int:
    """Yuan as fen."""
    read = read_money(text)
    try:
        return fen(read)
    except ValueError:
        raise CellFault("cell.too_precise", value=text, places=2) from None


def _least(text: str) -> object:
    return _amount(text) if text else 0


def _truth(text: str) -> object:
    if text not in _TRUTHS:
        raise CellFault("import.unknown_word", value=text, allowed=", ".join(_TRUTHS))
    return _TRUTHS[text]


def _words(words: type[StrEnum]) -> Callable[[str], object]:
    read = word_of(words)
    return lambda text: tuple(read(part) for part in read_codes(text))


def _flag(*path: str) -> TypedField:
    return TypedField(path, _truth, tuple(_TRUTHS))


RULE_FIELDS: Final = {
    "id": typed(read_code, "id"),
    "name_zh": typed(needed(NAME), "name", "zh"),
    "name_en": typed(optional_name(NAME), "name", "en"),
    "offerings": typed(read_codes, "scope", "offerings"),
    "charges": typed(read_codes, "scope", "charges"),
    "families": typed(read_codes, "scope", "families"),
    "types": TypedField(("scope", "types"), _words(ChargeType), tuple(ChargeType)),
    "regulations": TypedField(
        ("scope", "regulations"), _words(PriceRegulation), tuple(PriceRegulation)
    ),
    "first": typed(read_day, "when", "valid", "first"),
    "last": typed(read_day, "when", "valid", "last"),
    "segments": typed(read_codes, "when", "segments"),
    "least_term": typed(count_or(0), "when", "least_term"),
    "least_quantity": typed(count_or(0), "when", "least_quantity"),
    "customers": typed(read_codes, "when", "customers"),
    "codes": typed(names(NAME), "when", "codes"),
    "least_total": typed(_least, "when", "least_total"),
    "least_items": typed(count_or(0), "when", "least_items"),
    "percent": typed(read_money, "alteration", "percent"),
    "unit_price": typed(read_money, "alteration", "unit_price"),
    "unit_amount": typed(read_money, "alteration", "unit_amount"),
    "amount": typed(read_money, "alteration", "amount"),
    "graduated": _flag("alteration", "graduated"),
    "pooled": _flag("alteration", "pooled"),
    "additive": _flag("alteration", "additive"),
    "characteristic": typed(needed(NAME), "alteration", "characteristic"),
    "other_offerings": typed(read_codes, "alteration", "others", "offerings"),
    "other_charges": typed(read_codes, "alteration", "others", "charges"),
    "other_families": typed(read_codes, "alteration", "others", "families"),
    "rate": typed(optional(read_money), "alteration", "rate"),
    "allowance": typed(count_or(0), "alteration", "allowance"),
    "fixed": typed(read_money, "alteration", "fixed"),
    "commitment": typed(read_money, "alteration", "commitment"),
    "usage_cap": typed(optional(read_money), "alteration", "cap"),
    "priority": typed(_signed_count, "priority"),
    "promotion": _flag("promotion"),
    "level": chosen(Level, "level"),
    "period": chosen(BillingPeriod, "period"),
    "group": typed(optional_name(NAME), "group"),
    "exclusive": _flag("exclusive"),
    "combinable_with": typed(names(NAME), "combinable_with"),
    "base": chosen(Base, "base"),
    "cap": typed(optional(_amount), "cap"),
    "quote_cap": typed(optional(_amount), "quote_cap"),
    "customer_cap": typed(optional(_amount), "customer_cap"),
    "budget": typed(optional(_amount), "budget"),
    "published": _flag("published"),
}
"""Fields of a rule by name; amounts of money are typed in yuan."""

_AMOUNTS: Final = frozenset(("least_total", "cap", "quote_cap", "customer_cap", "budget"))
"""Fields that are whole fen."""
_COUNTS: Final = frozenset(("least_term", "least_quantity", "least_items", "allowance"))
"""Fields where none is shown as nothing."""
