"""What differs between two states of a customer, fact by fact and list by list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer_profile import ProfileField, profile_text
from app.quoting.customer_sheets import SheetName, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.customer import Customer

_NAMED = 6
_LONGEST = 200


class FactChange(msgspec.Struct, frozen=True):
    """One fact, or one list.

    Attributes:
        field: The fact, or the list.
        before: As it was, as text; of a list the first cells of its rows.
        after: As it becomes.
    """

    field: str
    before: str
    after: str


def fact_changes(
    before: Customer, after: Customer, words: Mapping[str, str]
) -> tuple[FactChange, ...]:
    """What differs, facts before lists.

    Args:
        before: One state.
        after: Another one.
        words: Texts of roles and the like.
    """
    found = [
        FactChange(
            field, profile_text(before, field, words)[:_LONGEST], profile_text(after, field, words)
        )
        for field in ProfileField
        if profile_text(before, field) != profile_text(after, field)
    ]
    for sheet in SheetName:
        old, new = rows_of(before, sheet, words), rows_of(after, sheet, words)
        if old != new:
            found.append(FactChange(sheet, _listed(old), _listed(new)))
    return tuple(found)


def _listed(rows: tuple[tuple[str, ...], ...]) -> str:
    """The first cells of rows, with how many there are."""
    if not rows:
        return ""
    names = "、".join(row[0] for row in rows[:_NAMED])
    more = "…" if rows[_NAMED:] else ""
    return f"{len(rows)}: {names}{more}"
