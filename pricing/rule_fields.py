"""The fields of a rule that are typed: what each one reads, and how it is shown for editing.

A text has exactly one reading or a reason. What only shows in the rule as a whole, such as an end
before the start, is a finding of ``rule_findings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.cell_text import CellFault, read_code, read_date, read_money, read_name
from catalog.cell_text import read_whole_number as read_count
from catalog.charge import ChargeType, PriceRegulation
from catalog.draft_fields import TypedField, read_codes, typed_text, with_typed
from catalog.money import fen, yuan
from catalog.period import BillingPeriod
from pricing.rule import Base, Level, PriceRule
from pricing.rule_kinds import KINDS, change_kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

_NAME = 200
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


def _name(text: str) -> object:
    return read_name(text, _NAME)


def _optional_name(text: str) -> object:
    return read_name(text, _NAME) if text else ""


def _names(text: str) -> object:
    parts = (part.strip() for part in text.replace(",", ";").replace("；", ";").split(";"))
    return tuple(dict.fromkeys(read_name(part, _NAME) for part in parts if part))


def _day(text: str) -> object:
    return read_date(text) if text else None


def _count(text: str) -> object:
    return read_count(text) if text else 0


def _signed_count(text: str) -> object:
    return read_count(text, allow_negative=True) if text else 0


def _amount(text: str) -> int:
    """Yuan as fen."""
    read = read_money(text)
    try:
        return fen(read)
    except ValueError:
        raise CellFault("cell.too_precise", value=text, places=2) from None


def _limit(text: str) -> object:
    return _amount(text) if text else None


def _least(text: str) -> object:
    return _amount(text) if text else 0


def _optional_price(text: str) -> object:
    return read_money(text) if text else None


def _truth(text: str) -> object:
    if text not in _TRUTHS:
        raise CellFault("import.unknown_word", value=text, allowed=", ".join(_TRUTHS))
    return _TRUTHS[text]


def _word(words: type[StrEnum]) -> Callable[[str], object]:
    def read(text: str) -> object:
        try:
            return words(text)
        except ValueError:
            raise CellFault("import.unknown_word", value=text, allowed=", ".join(words)) from None

    return read


def _words(words: type[StrEnum]) -> Callable[[str], object]:
    read = _word(words)
    return lambda text: tuple(read(part) for part in read_codes(text))


def _one_of(words: type[StrEnum], *path: str) -> TypedField:
    return TypedField(path, _word(words), tuple(words))


def _flag(*path: str) -> TypedField:
    return TypedField(path, _truth, tuple(_TRUTHS))


RULE_FIELDS: Final = {
    "id": TypedField(("id",), read_code),
    "name_zh": TypedField(("name", "zh"), _name),
    "name_en": TypedField(("name", "en"), _optional_name),
    "offerings": TypedField(("scope", "offerings"), read_codes),
    "charges": TypedField(("scope", "charges"), read_codes),
    "families": TypedField(("scope", "families"), read_codes),
    "types": TypedField(("scope", "types"), _words(ChargeType), tuple(ChargeType)),
    "regulations": TypedField(
        ("scope", "regulations"), _words(PriceRegulation), tuple(PriceRegulation)
    ),
    "first": TypedField(("when", "valid", "first"), _day),
    "last": TypedField(("when", "valid", "last"), _day),
    "segments": TypedField(("when", "segments"), read_codes),
    "least_term": TypedField(("when", "least_term"), _count),
    "least_quantity": TypedField(("when", "least_quantity"), _count),
    "customers": TypedField(("when", "customers"), read_codes),
    "codes": TypedField(("when", "codes"), _names),
    "least_total": TypedField(("when", "least_total"), _least),
    "least_items": TypedField(("when", "least_items"), _count),
    "percent": TypedField(("alteration", "percent"), read_money),
    "unit_price": TypedField(("alteration", "unit_price"), read_money),
    "unit_amount": TypedField(("alteration", "unit_amount"), read_money),
    "amount": TypedField(("alteration", "amount"), read_money),
    "graduated": _flag("alteration", "graduated"),
    "pooled": _flag("alteration", "pooled"),
    "additive": _flag("alteration", "additive"),
    "characteristic": TypedField(("alteration", "characteristic"), _name),
    "other_offerings": TypedField(("alteration", "others", "offerings"), read_codes),
    "other_charges": TypedField(("alteration", "others", "charges"), read_codes),
    "other_families": TypedField(("alteration", "others", "families"), read_codes),
    "rate": TypedField(("alteration", "rate"), _optional_price),
    "allowance": TypedField(("alteration", "allowance"), _count),
    "fixed": TypedField(("alteration", "fixed"), read_money),
    "commitment": TypedField(("alteration", "commitment"), read_money),
    "usage_cap": TypedField(("alteration", "cap"), _optional_price),
    "priority": TypedField(("priority",), _signed_count),
    "promotion": _flag("promotion"),
    "level": _one_of(Level, "level"),
    "period": _one_of(BillingPeriod, "period"),
    "group": TypedField(("group",), _optional_name),
    "exclusive": _flag("exclusive"),
    "combinable_with": TypedField(("combinable_with",), _names),
    "base": _one_of(Base, "base"),
    "cap": TypedField(("cap",), _limit),
    "quote_cap": TypedField(("quote_cap",), _limit),
    "customer_cap": TypedField(("customer_cap",), _limit),
    "budget": TypedField(("budget",), _limit),
    "published": _flag("published"),
}
"""Fields of a rule by name; amounts of money are typed in yuan."""

_AMOUNTS: Final = frozenset(("least_total", "cap", "quote_cap", "customer_cap", "budget"))
"""Fields that are whole fen."""
_COUNTS: Final = frozenset(("least_term", "least_quantity", "least_items", "allowance"))
"""Fields where none is shown as nothing."""
