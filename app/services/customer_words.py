"""The words of customers in one language: choices of cells, titles of lists and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.customer_sheets import COLUMNS

if TYPE_CHECKING:
    from app.quoting.customer_sheets import SheetName
    from app.translation import Words

_PREFIX = "customer_word."


def cell_words(words: Words) -> dict[str, str]:
    """Texts of roles, levels and the like by kind and word, such as ``role.payer``."""
    known = (key for key in words.keys() if key.startswith(_PREFIX))  # noqa: SIM118 -- no mapping
    return {key.removeprefix(_PREFIX): words(key) for key in known}


def titles_of(words: Words, sheet: SheetName) -> tuple[str, ...]:
    """Headings of a list's columns."""
    return tuple(words(f"customer_field.{sheet}_{column.name}") for column in COLUMNS[sheet])


def sheet_title(words: Words, sheet: SheetName) -> str:
    """Name of a list."""
    return words(f"customer_sheet.{sheet}")
