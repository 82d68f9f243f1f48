"""The fields of a draft that are typed: what each one reads, and how it is shown for editing.

Reading is strict, as in an import: a text has exactly one reading or a reason. It works on one
field alone, so that it can be done at every key.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import msgspec

from catalog.cell_text import CellFault, read_code, read_date, read_money, read_name
from catalog.cell_text import read_whole_number as read_count
from catalog.charge import ChargeType, PriceRegulation
from catalog.comparison import plain
from catalog.draft import Patch, put_charge
from catalog.offering import EVERY_SEGMENT, Lifecycle
from catalog.period import BillingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from catalog.charge import Charge
    from catalog.offering import ProductOffering

StructT = TypeVar("StructT", bound=msgspec.Struct)
_NAME, _TEXT, _WORD = 200, 1000, 40
_SEPARATORS: Final = str.maketrans(",，、；|\n", ";;;;;;")


class TypedField(NamedTuple):
    """A field that one types into.

    Attributes:
        path: Names from the outside in, such as ``("name", "zh")``.
        read: The value that a text means; raises ``CellFault``.
        words: The words that the field takes, where it takes only some.
    """

    path: tuple[str, ...]
    read: Callable[[str], object]
    words: tuple[str, ...] = ()


def read_typed(field: TypedField, text: str) -> object:
    """The value that a text means.

    Raises:
        CellFault: It has no reading.
    """
    return field.read(text.strip())


def typed_text(part: msgspec.Struct, field: TypedField) -> str:
    """The text of a field as one would type it."""
    value: object = part
    for name in field.path:
        value = getattr(value, name)
    return f"{value:f}" if isinstance(value, Decimal) else plain(value)


def set_charge_field(
    offering: ProductOffering, charge: Charge, field: TypedField, text: str
) -> Patch:
    """A charge with another value in one field; an empty patch when it is the same.

    Raises:
        CellFault: The text has no reading.
    """
    changed = with_typed(charge, field, text)
    return Patch() if changed == charge else put_charge(offering, changed)


def set_offering_field(offering: ProductOffering, field: TypedField, text: str) -> Patch:
    """An offering with another value in one field; an empty patch when it is the same.

    Raises:
        CellFault: The text has no reading.
    """
    changed = with_typed(offering, field, text)
    return Patch() if changed == offering else Patch((changed,))


def with_typed(part: StructT, field: TypedField, text: str) -> StructT:
    """A part with another value in one field.

    Raises:
        CellFault: The text has no reading.
    """
    changed: StructT = _with(part, field.path, read_typed(field, text))
    return changed


def read_codes(text: str) -> tuple[str, ...]:
    """Codes with any usual mark between them, each once, in the order written.

    Raises:
        CellFault: One of them is no code.
    """
    parts = [part.strip() for part in text.translate(_SEPARATORS).split(";")]
    return tuple(dict.fromkeys(read_code(part) for part in parts if part))


def _with(part: Any, path: tuple[str, ...], value: object) -> Any:  # noqa: ANN401 (any struct, the same comes back)
    name, *rest = path
    inner = _with(getattr(part, name), tuple(rest), value) if rest else value
    return msgspec.structs.replace(part, **{name: inner})


def _needed(limit: int) -> Callable[[str], object]:
    return lambda text: read_name(text, limit)


def _optional(limit: int) -> Callable[[str], object]:
    return lambda text: read_name(text, limit) if text else ""


def _count(otherwise: int) -> Callable[[str], object]:
    return lambda text: read_count(text) if text else otherwise


def _codes(*otherwise: str) -> Callable[[str], object]:
    """Codes, each once, in the order written."""
    return lambda text: read_codes(text) or otherwise


def _names(text: str) -> object:
    """Names of areas or channels, each once, in the order written; none for everywhere."""
    parts = [part.strip() for part in text.translate(_SEPARATORS).split(";")]
    return tuple(dict.fromkeys(read_name(part, _WORD) for part in parts if part))


def _day(text: str) -> object:
    return read_date(text) if text else None


def _price(text: str) -> object:
    """Prices may be negative: a subsidy is a charge below zero."""
    return read_money(text, allow_negative=True)


def _one_of(words: type[StrEnum], *path: str) -> TypedField:
    def read(text: str) -> object:
        try:
            return words(text)
        except ValueError:
            allowed = ", ".join(words)
            raise CellFault("import.unknown_word", value=text, allowed=allowed) from None

    return TypedField(path, read, tuple(words))


def _field(read: Callable[[str], object], *path: str) -> TypedField:
    return TypedField(path, read)


CHARGE_FIELDS: Final = {
    "name_zh": _field(_needed(_NAME), "name", "zh"),
    "name_en": _field(_optional(_NAME), "name", "en"),
    "type": _one_of(ChargeType, "type"),
    "period": _one_of(BillingPeriod, "period"),
    "unit": _field(_needed(_WORD), "unit"),
    "list_price": _field(_price, "list_price"),
    "cost": _field(_price, "cost"),
    "regulation": _one_of(PriceRegulation, "regulation"),
    "tax_class": _field(read_code, "tax_class"),
    "least": _field(_count(1), "least"),
    "most": _field(_count(0), "most"),
    "least_term": _field(_count(0), "least_term"),
    "allowance": _field(_optional(_NAME), "allowance"),
}
"""Fields of a charge by the name of their column."""

OFFERING_FIELDS: Final = {
    "name_zh": _field(_needed(_NAME), "name", "zh"),
    "name_en": _field(_optional(_NAME), "name", "en"),
    "family": _field(_needed(_WORD), "family"),
    "segments": _field(_codes(EVERY_SEGMENT), "segments"),
    "lifecycle": _one_of(Lifecycle, "lifecycle"),
    "first": _field(_day, "valid", "first"),
    "last": _field(_day, "valid", "last"),
    "requires": _field(_codes(), "requires"),
    "excludes": _field(_codes(), "excludes"),
    "migrates_to": _field(_codes(), "migrates_to"),
    "areas": _field(_names, "areas"),
    "channels": _field(_names, "channels"),
    "lead_time": _field(_count(0), "lead_time"),
    "benefit_zh": _field(_optional(_TEXT), "benefit", "zh"),
    "benefit_en": _field(_optional(_TEXT), "benefit", "en"),
}
"""Fields of an offering by the name of their column."""

_SAID: Final = {
    "fabe": ("feature", "advantage", "benefit", "evidence"),
    "pitch": ("what_it_is", "whom_it_suits", "what_it_brings", "example"),
}
TEXT_FIELDS: Final = {
    f"{owner}_{part}_{language}": _field(_optional(_TEXT), owner, part, language)
    for owner, parts in _SAID.items()
    for part in parts
    for language in ("zh", "en")
}
"""What is said of an offering: FABE and the three and a half sentences, in both languages."""
