"""The single facts of a customer as texts, and back: name, segment, codes, arrears..."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from app.quoting.customer_cells import read_amount
from catalog.cell_text import CellFault, read_name
from catalog.money import yuan

if TYPE_CHECKING:
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
    AREA = "area"
    ADDRESS = "address"
    CREDIT_CODE = "credit_code"
    REPRESENTATIVE = "representative"
    PARENT = "parent"
    OWNERS = "owners"
    CREDIT_GRADE = "credit_grade"
    ARREARS = "arrears"
    NOTES = "notes"


REQUIRED = (ProfileField.NAME, ProfileField.SEGMENT)
"""Without them nobody is a customer."""


def profile_text(customer: Customer, field: ProfileField) -> str:
    """A fact as text; empty when it is not known."""
    if field is ProfileField.FURTHER_SEGMENTS:
        return " ".join(customer.further_segments)
    if field is ProfileField.OWNERS:
        return "、".join(customer.owners)
    if field is ProfileField.ARREARS:
        return str(yuan(customer.arrears)) if customer.arrears else ""
    return str(getattr(customer, field))


def with_profile(customer: Customer, field: ProfileField, text: str) -> Customer:
    """The customer with another fact.

    Args:
        customer: Before.
        field: Which fact.
        text: As it was typed; arrears in yuan, further segments parted by spaces or commas.

    Raises:
        CellFault: The text has no reading, or a fact that must be there is missing.
    """
    typed = text.strip()
    if field in REQUIRED and not typed:
        raise CellFault("customer.cell_missing")
    change: dict[str, Any] = {str(field): _read(field, typed)}
    return msgspec.structs.replace(customer, **change)


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
