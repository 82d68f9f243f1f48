"""The fields of a bundle and of its parts that are typed in a draft; reading is strict."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import msgspec

from catalog.bundle import BundledOffering, PricingForm
from catalog.bundle_draft import part_at, with_part
from catalog.cell_text import CellFault, read_code, read_money
from catalog.component_kind import ComponentKind
from catalog.offering import EVERY_SEGMENT
from catalog.option_group import MemberPricing
from catalog.typed_field import (
    NAME,
    TEXT,
    TypedField,
    chosen,
    codes_or,
    count_or,
    needed,
    optional_name,
    read_day,
    read_signed,
    read_typed,
    typed,
)
from catalog.typed_rows import optional

_WHOLE = 100


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


def _percent(text: str) -> object:
    """A percentage from 0 to 100, with or without its sign."""
    number = read_money(text.removesuffix("%").removesuffix("％").strip() or "0")
    if number > _WHOLE:
        raise CellFault("cell.not_a_rate", value=text)
    return number


_QUANTITY: Final = typed(count_or(1), "quantity")
_LEAST: Final = typed(count_or(0), "least")
_MOST: Final = typed(count_or(0), "most")

PART_FIELDS: Final = {
    "components": {
        "quantity": _QUANTITY,
        "terms": chosen(ComponentKind, "kind"),
        "price": typed(optional(read_money), "price"),
    },
    "one_time": {"quantity": _QUANTITY, "price": typed(read_money, "price")},
    "overage": {"price": typed(read_money, "price")},
    "options": {"price": typed(read_signed, "price"), "most": _MOST},
    "children": {"quantity": _QUANTITY},
    "groups": {"least": _LEAST, "most": _MOST},
    "members": {
        "quantity": typed(count_or(1), "units"),
        "terms": chosen(MemberPricing, "pricing"),
        "price": typed(optional(read_money), "price"),
        "percent": typed(_percent, "percent"),
        "least": _LEAST,
        "most": _MOST,
        "default": typed(count_or(0), "default"),
    },
    "conditions": {
        "terms": typed(codes_or(), "one_of"),
        "least": typed(optional(read_signed), "least"),
        "most": typed(optional(read_signed), "most"),
    },
}
"""Fields of a bundle's parts, by the list that they stand in and the column."""

DETAIL_FIELDS: Final = {
    "groups": {
        "code": typed(read_code, "code"),
        "name_zh": typed(needed(NAME), "name", "zh"),
        "name_en": typed(optional_name(NAME), "name", "en"),
    },
    "members": {"segments": typed(codes_or(EVERY_SEGMENT), "segments")},
    "options": {
        "note_zh": typed(optional_name(TEXT), "note", "zh"),
        "note_en": typed(optional_name(TEXT), "note", "en"),
        "waives": typed(codes_or(), "waives"),
    },
}
"""Fields of parts that have no column, by the list that they stand in."""

BUNDLE_FIELDS: Final = {
    "name_zh": typed(needed(NAME), "name", "zh"),
    "name_en": typed(optional_name(NAME), "name", "en"),
    "segments": typed(codes_or(EVERY_SEGMENT), "segments"),
    "term": typed(count_or(1), "term"),
    "first": typed(read_day, "valid", "first"),
    "last": typed(read_day, "valid", "last"),
    "most_extra_discount": typed(_percent, "most_extra_discount"),
    "filing_number": typed(optional_name(NAME), "filing_number"),
    "excludes": typed(codes_or(), "excludes"),
    "clauses": typed(codes_or(), "clauses"),
    "condition_zh": typed(optional_name(TEXT), "condition_text", "zh"),
    "condition_en": typed(optional_name(TEXT), "condition_text", "en"),
    "price": typed(read_money, "price"),
    "percent": typed(_percent, "percent"),
}
"""Fields of a bundle by the name of their column."""
