"""Why rows that are typed cannot be taken, with the row that one sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.checked_rows import WrongCell
from catalog.typed_rows import RowFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.presenting.speaker import Speaker


def wrong_cell(
    speaker: Speaker, read: Callable[[], object], titles: Sequence[str] = ()
) -> WrongCell | None:
    """What a reading of rows stumbles over; ``None`` when all of them have one.

    Args:
        speaker: Texts.
        read: Reads the rows.
        titles: Headings of the columns, for texts that name one.
    """
    try:
        read()
    except RowFault as fault:
        facts = dict(fault.parameters)
        if "field" in facts and 0 <= fault.column < len(titles):
            facts["field"] = titles[fault.column]
        told = " ".join(speaker.finding(fault.code, facts)).strip()
        text = speaker.translate("RuleForm", "Row {row}: {text}").format(row=fault.row, text=told)
        return WrongCell(text, fault.row - 1, fault.column)
    return None
