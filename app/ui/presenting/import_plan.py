"""What an import would change, as rows of a table: what, which field, how it was, how it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.difference_text import change_text, field_text, part_text, value_text
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from catalog.comparison import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.comparison import Difference

_ICONS = {Change.ADDED: "circle-check", Change.CHANGED: "pencil-line", Change.WITHDRAWN: "circle-x"}
MOST_SHOWN = 2000
"""Differences that are shown; nobody reads more, and the counts tell of all."""


def change_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of changes."""
    translate = speaker.translate
    return (
        ColumnSpec("what", translate("Imports", "What"), 0, "left"),
        ColumnSpec("field", translate("Imports", "Field"), 150, "left"),
        ColumnSpec("old", translate("Imports", "Before"), 150),
        ColumnSpec("new", translate("Imports", "Afterwards"), 150),
    )


def change_rows(speaker: Speaker, differences: Sequence[Difference]) -> tuple[TableRow, ...]:
    """One row a difference, what is withdrawn first: it is what nobody should overlook."""
    order = (Change.WITHDRAWN, Change.CHANGED, Change.ADDED)
    sorted_by_change = sorted(differences, key=lambda one: order.index(one.change))
    return tuple(
        _row(speaker, place, one) for place, one in enumerate(sorted_by_change[:MOST_SHOWN])
    )


def _row(speaker: Speaker, place: int, difference: Difference) -> TableRow:
    words = speaker.words
    return TableRow(
        key=str(place),
        title=f"{part_text(difference.part, words)} {difference.code}",
        icon=_ICONS[difference.change],
        subtitle=change_text(difference.change, words),
        cells=(
            Cell(field_text(difference, words)),
            Cell(value_text(difference, difference.old, words), tone="muted"),
            Cell(value_text(difference, difference.new, words)),
        ),
    )
