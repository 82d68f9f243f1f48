"""A table of the window, written to a file that a spreadsheet opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from app.translation import Words

ShownText = tuple[str, str]
"""A shown text and the unit behind it."""


def export_table(
    path: Path,
    title: str,
    columns: Sequence[tuple[str, int, bool]],
    rows: Sequence[tuple[Sequence[ShownText], int, bool]],
    day: date,
    words: Words,
) -> None:
    """Write what is shown to an .xlsx file, all of it or nothing.

    Args:
        path: The file; one that is there is replaced.
        title: Of the table.
        columns: Title, width in logical pixels, and whether figures stand in it.
        rows: The cells, how deep the row lies, and whether it is a heading.
        day: The day that the file bears.
        words: Texts.

    Raises:
        FileError: If the file cannot be written.
    """
    from app.documents.workbooks.shown_table import (
        ShownCell,
        ShownColumn,
        ShownRow,
        write_shown_table,
    )

    shown = [
        ShownRow(tuple(ShownCell(*cell) for cell in cells), level, heading)
        for cells, level, heading in rows
    ]
    heads = [ShownColumn(*column) for column in columns]
    write_atomically(path, write_shown_table(title, heads, shown, day, words))
