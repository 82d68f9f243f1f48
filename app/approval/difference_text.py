"""Differences between two revisions in words: whole sentences, or the cells of a table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from app.approval.difference import Row, Value
    from app.figures import Figures
    from app.translation import Words


_NAMED: Final = frozenset(("months", "days", "yuan"))
"""Units that are written beside the value."""


class Cells(NamedTuple):
    """A row of the table: what it is about, how it was, how it is."""

    subject: str
    was: str
    value: str


def sentence(row: Row, words: Words, figures: Figures) -> str:
    """The whole difference in one sentence."""
    subject, was, value = cells(row, words, figures)
    plain = row.unit in {"flag", "text"} and not (was or value)
    form = "plain" if plain else row.change.value
    return words(f"revised.sentence_{form}", subject=subject, was=was, value=value)


def cells(row: Row, words: Words, figures: Figures) -> Cells:
    """The difference as cells of a table; nothing is an empty cell."""
    name, field = row.subject.spoken(words.language), ""
    if row.part == "condition":
        known = f"workbook.condition.{name}"
        name = words(known) if known in words else name
        field = words("revised.condition.days")
    elif row.part != "measure" and row.field:
        field = words(f"revised.{row.part}.{row.field}")
    subject = " · ".join(part for part in (name, field) if part)
    was, value = (_shown(one, row.unit, words, figures) for one in (row.was, row.value))
    return Cells(subject, was, value)


def _shown(value: Value, unit: str, words: Words, figures: Figures) -> str:
    """A value as people write it in its unit."""
    if value is None:
        return ""
    if isinstance(value, date):
        return figures.date(value)
    if isinstance(value, int):
        if unit == "fen":
            return figures.money(value)
        shown = figures.quantity(value)
    elif isinstance(value, Decimal):
        shown = figures.percent(value) if unit == "percent" else f"{value:,}"
    else:
        return value
    return (
        words(f"revised.unit.{unit}", count=shown) if unit in {"months", "days", "yuan"} else shown
    )
