"""The table of what a customer decides by: its columns, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.buying_factor import LEAST, MOST
from app.quoting.position import COLUMNS, read_factors
from app.ui.presenting.row_table import RowColumn, RowTable
from app.ui.widgets.checked_rows import WrongCell

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows_edit import Texts


def position_table(speaker: Speaker) -> RowTable:
    """Titles, columns and their words."""
    translate = speaker.translate
    marks = tuple((str(mark), str(mark)) for mark in range(LEAST, MOST + 1))
    return RowTable(
        translate("Position", "Competitive position"),
        translate(
            "Position",
            "What the customer decides by, how much it matters to him, what we can do about it, "
            "and how well those who judge it know us: marks from 1 to 5. The position is the three "
            "of them multiplied. It is for us only and stands in the visit briefing.",
        ),
        (
            RowColumn(translate("Position", "Decides by")),
            RowColumn(translate("Position", "Matters"), marks, 84),
            RowColumn(translate("Position", "Our capability"), marks, 112),
            RowColumn(translate("Position", "Relationship"), marks, 112),
            RowColumn(translate("Position", "Why, what to do")),
        ),
    )


def wrong_factor(speaker: Speaker, rows: Texts) -> WrongCell | None:
    """The first cell that has no reading."""
    _, wrong = read_factors(rows)
    if not wrong:
        return None
    text = " ".join(speaker.finding(wrong[0].code, wrong[0].parameters))
    names = [column.name for column in COLUMNS]
    return WrongCell(text, wrong[0].row, names.index(wrong[0].column))
