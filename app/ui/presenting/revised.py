"""What differs from an earlier revision: rows with signs, sentences, and a line that sums it up."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.approval.difference import Change
from app.approval.difference_text import cells, sentence
from app.ui.presenting.differences import moved_text
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.approval.difference import Row
    from app.ui.presenting.speaker import Speaker

_ICONS = {Change.ADDED: "plus", Change.REMOVED: "minus", Change.CHANGED: "pencil"}


def revised_columns(speaker: Speaker, label: str) -> tuple[ColumnSpec, ...]:
    """What it is about, how it was in the revision, how it is now, and by how much."""
    translate = speaker.translate
    return (
        ColumnSpec("what", translate("Revised", "What differs"), 0, "left"),
        ColumnSpec("was", translate("Revised", "Revision {label}").format(label=label), 150),
        ColumnSpec("now", translate("Revised", "Now"), 150),
        ColumnSpec("moved", translate("Revised", "Difference"), 120),
    )


def shown_differences(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The differences without the contract total as authority measures it: it stands above."""
    contract = {(row.was, row.value) for row in rows if row.part == "total"}

    def is_told(row: Row) -> bool:
        was, value = row.was, row.value
        if row.part != "measure" or row.unit != "yuan":
            return False
        if not isinstance(was, Decimal) or not isinstance(value, Decimal):
            return False
        return (int(was * 100), int(value * 100)) in contract

    return tuple(row for row in rows if not is_told(row))


def revised_rows(speaker: Speaker, rows: Sequence[Row]) -> tuple[TableRow, ...]:
    """One row a difference; a sign and a word say what happened, not a colour."""
    names = change_names(speaker)
    found = []
    for place, row in enumerate(rows):
        told = cells(row, speaker.words, speaker.figures)
        found.append(
            TableRow(
                str(place),
                told.subject,
                _ICONS[row.change],
                badge=names[row.change],
                cells=(
                    Cell(told.was or "–", tone="muted", hint=told.was),
                    Cell(told.value or "–", tone="strong", hint=told.value),
                    Cell(_moved(speaker, row)),
                ),
            )
        )
    return tuple(found)


def revised_sentences(speaker: Speaker, rows: Sequence[Row]) -> str:
    """A line a difference."""
    return "\n".join(sentence(row, speaker.words, speaker.figures) for row in rows)


def revised_summary(speaker: Speaker, rows: Sequence[Row]) -> str:
    """How much was added, removed and changed."""
    if not rows:
        return speaker.translate("Revised", "Nothing differs.")
    counted = Counter(row.change for row in rows)
    names = change_names(speaker)
    return " · ".join(f"{names[one]} {counted[one]}" for one in Change if counted[one])


def change_names(speaker: Speaker) -> dict[Change, str]:
    """A word for each kind of change."""
    translate = speaker.translate
    return {
        Change.ADDED: translate("Revised", "added"),
        Change.REMOVED: translate("Revised", "removed"),
        Change.CHANGED: translate("Revised", "changed"),
    }


def _moved(speaker: Speaker, row: Row) -> str:
    """By how much a figure moved, with its sign; texts and days move by nothing."""
    was, value = row.was or 0, row.value or 0
    if isinstance(was, date | str) or isinstance(value, date | str):
        return ""
    if row.unit == "fen":
        return moved_text(speaker, int(value - was))
    by = Decimal(value) - Decimal(was)
    sign = "+" if by > 0 else "−"
    if row.unit == "percent":
        return f"{sign}{speaker.figures.percent(abs(by))}"
    return f"{sign}{abs(by).normalize():,f}"
