"""The tables that lists of a customer are typed and pasted into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.customer_cells import Kind, words_of
from app.quoting.customer_sheets import COLUMNS
from app.services.customer_words import cell_words, sheet_title, titles_of
from app.ui.widgets.rows_edit import RowsEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.customer_sheets import SheetName
    from app.quoting.sheet_rows import SheetColumn
    from app.ui.presenting.speaker import Speaker

_CHOICES = (
    Kind.LEVEL,
    Kind.RELATIONSHIP,
    Kind.CHECK,
    Kind.PROMISE,
    Kind.CRITERION,
    Kind.VENUE_KIND,
    Kind.GROUPING,
)
"""Kinds of which a cell holds exactly one; roles are several, personalities free as well."""
_WIDTHS = {
    Kind.COUNT: 56,
    Kind.AMOUNT: 92,
    Kind.DAY: 112,
    Kind.LEVEL: 104,
    Kind.RELATIONSHIP: 76,
    Kind.CHECK: 76,
    Kind.PROMISE: 84,
}


def customer_table(speaker: Speaker, sheet: SheetName, lines: int) -> RowsEdit:
    """An empty table for a list of customers.

    Args:
        speaker: Texts.
        sheet: Which list.
        lines: Rows in sight.
    """
    titles, name = titles_of(speaker.words, sheet), sheet_title(speaker.words, sheet)
    return sheet_table(speaker, COLUMNS[sheet], titles, name, lines)


def sheet_table(
    speaker: Speaker, columns: Sequence[SheetColumn], titles: Sequence[str], name: str, lines: int
) -> RowsEdit:
    """An empty table of columns whose cells are read by their kinds.

    Args:
        speaker: Texts.
        columns: Names and kinds.
        titles: Headings.
        name: What a screen reader calls the table.
        lines: Rows in sight.
    """
    texts = cell_words(speaker.words)
    words = {
        at: tuple((texts[f"{column.kind}.{word}"],) * 2 for word in words_of(column.kind))
        for at, column in enumerate(columns)
        if column.kind in _CHOICES
    }
    widths = {at: _WIDTHS.get(column.kind, 0) for at, column in enumerate(columns)}
    ids = [f"{column.name}" for column in columns]
    return RowsEdit(titles, name, lines=lines, words=words, widths=widths, ids=ids)
