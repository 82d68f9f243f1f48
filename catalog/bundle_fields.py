"""The fields of a bundle and of its parts that are typed in a draft; reading is strict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec

from catalog.bundle import BundledOffering, PricingForm
from catalog.bundle_draft import part_at, with_part
from catalog.cell_text import CellFault, read_code, read_date, read_money, read_name
from catalog.cell_text import read_whole_number as read_count
from catalog.comparison import plain
from catalog.component_kind import ComponentKind
from catalog.draft_fields import TypedField, read_typed
from catalog.offering import EVERY_SEGMENT
from catalog.option_group import MemberPricing

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

_NAME, _TEXT = 200, 1000
_WHOLE = 100
_SEPARATORS: Final = str.maketrans(",，、；|\n", ";;;;;;")


def set_bundle_field(bundle: BundledOffering, field: TypedField, text: str) -> BundledOffering:
    """The bundle with another value in one of its own fields.

    Raises:
        CellFault: The text has no reading.
    """
    return with_part(bundle, "/".join(field.path), read_typed(field, text))


def set_form(bundle: BundledOffering, form: PricingForm) -> BundledOffering:
    """The bundle in another form; what the form has no place for is nothing then."""
    fixed, percent = form is PricingForm.FIXED, form is PricingForm.PERCENT_OFF
    return msgspec.structs.replace(
        bundle,
        form=form,
        price=bundle.price if fixed else Decimal(0),
        percent=bundle.percent if percent else Decimal(0),
    )


def part_field(place: str, column: str) -> TypedField | None:
    """The field of a part that stands in a column; ``None`` when there is none."""
    return PART_FIELDS.get(_kind(place), {}).get(column)


def detail_fields(place: str) -> dict[str, TypedField]:
    """The fields of a part that have no column."""
    return DETAIL_FIELDS.get(_kind(place), {})


def _kind(place: str) -> str:
    """The list that a part stands in, without the places of what it is inside."""
    return next((step for step in reversed(place.split("/")) if not step.isdigit()), "")


def set_part_field(bundle: BundledOffering, place: str, column: str, text: str) -> BundledOffering:
    """The bundle with another value in a field of one of its parts.

    Raises:
        CellFault: The text has no reading.
    """
    field = part_field(place, column) or detail_fields(place).get(column)
    part = part_at(bundle, place)
    if field is None or part is None:
        return bundle
    value = read_typed(field, text)
    return with_part(bundle, f"{place}/{'/'.join(field.path)}", value)


def field_text(part: Any, field: TypedField) -> str:  # noqa: ANN401 (a part of any kind)
    """The text of a field as one would type it."""
    for name in field.path:
        part = getattr(part, name)
    return f"{part:f}" if isinstance(part, Decimal) else plain(part)


def _needed(limit: int) -> Callable[[str], object]:
    return lambda text: read_name(text, limit)


def _optional(limit: int) -> Callable[[str], object]:
    return lambda text: read_name(text, limit) if text else ""


def _count(otherwise: int) -> Callable[[str], object]:
    return lambda text: read_count(text) if text else otherwise


def _price(text: str) -> object:
    return read_money(text)


def _price_or_none(text: str) -> object:
    return read_money(text) if text else None


def _number_or_none(text: str) -> object:
    return read_money(text, allow_negative=True) if text else None


def _subsidy(text: str) -> object:
    return read_money(text, allow_negative=True)


def _percent(text: str) -> object:
    """A percentage from 0 to 100, with or without its sign."""
    number = read_money(text.removesuffix("%").removesuffix("％").strip() or "0")
    if number > _WHOLE:
        raise CellFault("cell.not_a_rate", value=text)
    return number


def _day(text: str) -> object:
    return read_date(text) if text else None


def _words(*otherwise: str) -> Callable[[str], object]:
    """Codes or words, each once, in the order written."""

    def read(text: str) -> object:
        parts = [part.strip() for part in text.translate(_SEPARATORS).split(";")]
        return tuple(dict.fromkeys(read_code(part) for part in parts if part)) or otherwise

    return read


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


_QUANTITY: Final = _field(_count(1), "quantity")
_LEAST: Final = _field(_count(0), "least")
_MOST: Final = _field(_count(0), "most")

PART_FIELDS: Final = {
    "components": {
        "quantity": _QUANTITY,
        "terms": _one_of(ComponentKind, "kind"),
        "price": _field(_price_or_none, "price"),
    },
    "one_time": {"quantity": _QUANTITY, "price": _field(_price, "price")},
    "overage": {"price": _field(_price, "price")},
    "options": {"price": _field(_subsidy, "price"), "most": _MOST},
    "children": {"quantity": _QUANTITY},
    "groups": {"least": _LEAST, "most": _MOST},
    "members": {
        "quantity": _field(_count(1), "units"),
        "terms": _one_of(MemberPricing, "pricing"),
        "price": _field(_price_or_none, "price"),
        "percent": _field(_percent, "percent"),
        "least": _LEAST,
        "most": _MOST,
        "default": _field(_count(0), "default"),
    },
    "conditions": {
        "terms": _field(_words(), "one_of"),
        "least": _field(_number_or_none, "least"),
        "most": _field(_number_or_none, "most"),
    },
}
"""Fields of a bundle's parts, by the list that they stand in and the column."""

DETAIL_FIELDS: Final = {
    "groups": {
        "code": _field(read_code, "code"),
        "name_zh": _field(_needed(_NAME), "name", "zh"),
        "name_en": _field(_optional(_NAME), "name", "en"),
    },
    "members": {"segments": _field(_words(EVERY_SEGMENT), "segments")},
    "options": {
        "note_zh": _field(_optional(_TEXT), "note", "zh"),
        "note_en": _field(_optional(_TEXT), "note", "en"),
        "waives": _field(_words(), "waives"),
    },
}
"""Fields of parts that have no column, by the list that they stand in."""

BUNDLE_FIELDS: Final = {
    "name_zh": _field(_needed(_NAME), "name", "zh"),
    "name_en": _field(_optional(_NAME), "name", "en"),
    "segments": _field(_words(EVERY_SEGMENT), "segments"),
    "term": _field(_count(1), "term"),
    "first": _field(_day, "valid", "first"),
    "last": _field(_day, "valid", "last"),
    "most_extra_discount": _field(_percent, "most_extra_discount"),
    "filing_number": _field(_optional(_NAME), "filing_number"),
    "excludes": _field(_words(), "excludes"),
    "clauses": _field(_words(), "clauses"),
    "condition_zh": _field(_optional(_TEXT), "condition_text", "zh"),
    "condition_en": _field(_optional(_TEXT), "condition_text", "en"),
    "price": _field(_price, "price"),
    "percent": _field(_percent, "percent"),
}
"""Fields of a bundle by the name of their column."""
