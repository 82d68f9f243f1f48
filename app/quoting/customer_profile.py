"""The single facts of a customer as texts, and back: name, segment, codes, arrears..."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from app.quoting.customer_cells import Kind, cell_text, read_amount, read_cell
from catalog.cell_text import CellFault, read_name
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.customer import Customer

_BETWEEN = re.compile(r"[、,，;；/\s]+")
_BETWEEN_NAMES = re.compile(r"[、,，;；/]+")
_LONGEST = 2000
_LONGEST_NOTE = 20_000


class ProfileField(StrEnum):
    """The facts, in the order of a form."""

    NAME = "name"
    SEGMENT = "segment"
    FURTHER_SEGMENTS = "further_segments"
    SEGMENT_REASON = "segment_reason"
    INDUSTRY = "industry"
    GROUPING = "grouping"
    VENUE = "venue"
    PROSPECT = "prospect"
    NEXT_STEP = "next_step"
    NEXT_DAY = "next_day"
    AREA = "area"
    ADDRESS = "address"
    PARTY = "party"
    CREDIT_CODE = "credit_code"
    REPRESENTATIVE = "representative"
    PARENT = "parent"
    OWNERS = "owners"
    TEAM = "team"
    CREDIT_GRADE = "credit_grade"
    ARREARS = "arrears"
    NOTES = "notes"


REQUIRED = (ProfileField.NAME, ProfileField.SEGMENT)
"""Without them nobody is a customer."""


KINDS: Mapping[ProfileField, Kind] = {
    ProfileField.GROUPING: Kind.GROUPING,
    ProfileField.PROSPECT: Kind.PROSPECT,
    ProfileField.NEXT_DAY: Kind.DAY,
    ProfileField.PARTY: Kind.PARTY,
}
"""Facts that are read as cells of lists are, or hold one of a few words."""
_OF_SALES = (
    ProfileField.GROUPING,
    ProfileField.VENUE,
    ProfileField.PROSPECT,
    ProfileField.NEXT_STEP,
    ProfileField.NEXT_DAY,
    ProfileField.PARTY,
    ProfileField.TEAM,
)
"""Facts that stand in ``Customer.sales``."""


def profile_value(customer: Customer, field: ProfileField) -> Any:  # noqa: ANN401 -- of the field
    """A fact as the customer has it."""
    return getattr(customer.sales if field in _OF_SALES else customer, field)


def with_fact(customer: Customer, field: ProfileField, value: object) -> Customer:
    """The customer with another fact, given as a value."""
    change: dict[str, Any] = {str(field): value}
    if field in _OF_SALES:
        change = {"sales": msgspec.structs.replace(customer.sales, **change)}
    return msgspec.structs.replace(customer, **change)


def profile_text(
    customer: Customer, field: ProfileField, words: Mapping[str, str] | None = None
) -> str:
    """A fact as text; empty when it is not known.

    Args:
        customer: Whose.
        field: Which fact.
        words: Texts of words, by kind and word; where none are given words stay as they are.
    """
    if field in KINDS:
        return cell_text(profile_value(customer, field), KINDS[field], words or {})
    if field is ProfileField.FURTHER_SEGMENTS:
        return " ".join(customer.further_segments)
    if field is ProfileField.OWNERS:
        return "、".join(customer.owners)
    if field is ProfileField.ARREARS:
        return str(yuan(customer.arrears)) if customer.arrears else ""
    return str(profile_value(customer, field))


def with_profile(
    customer: Customer,
    field: ProfileField,
    text: str,
    words: Mapping[str, str] | None = None,
) -> Customer:
    """The customer with another fact.

    Args:
        customer: Before.
        field: Which fact.
        text: As it was typed; arrears in yuan, further segments parted by spaces or commas.
        words: Texts of words, by kind and word; both the text and the word are read.

    Raises:
        CellFault: The text has no reading, or a fact that must be there is missing.
    """
    typed = text.strip()
    if field in REQUIRED and not typed:
        raise CellFault("customer.cell_missing")
    if field in KINDS:
        value = read_cell(typed, KINDS[field], words or {}) if typed else None
        return with_fact(customer, field, value)
    return with_fact(customer, field, _read(field, typed))


def _read(field: ProfileField, typed: str) -> object:
    if field is ProfileField.FURTHER_SEGMENTS:
        return tuple(dict.fromkeys(filter(None, _BETWEEN.split(typed))))
    if field is ProfileField.OWNERS:
        parts = (part.strip() for part in _BETWEEN_NAMES.split(typed))
        return tuple(dict.fromkeys(filter(None, parts)))
    if field is ProfileField.ARREARS:
        return read_amount(typed) if typed else 0
    if field is ProfileField.NOTES:
        # Lines of remarks stay lines.
        lines = (read_name(line, _LONGEST_NOTE) if line.strip() else "" for line in _lines(typed))
        return "\n".join(lines)
    if field is ProfileField.CREDIT_CODE:
        typed = typed.upper()
    return read_name(typed, _LONGEST) if typed else ""


def _lines(text: str) -> list[str]:
    return text.splitlines()
