"""Who decides: below the criteria of the authority sheet, one row a step; then what is counted.

The rows say who must decide on this revision; they are no formulas, as people do not follow from
figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.workbooks.styles import Style
from app.quoting.authority_text import role_text, told_worst, who_text

if TYPE_CHECKING:
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.revision import Revision
    from app.translation import Words

_WHO = 3


def write_people(
    writer: SheetWriter, revision: Revision, at: int, last: int, words: Words, figures: Figures
) -> int:
    """Write the steps and the worst cases.

    Args:
        writer: The sheet.
        revision: What must be approved.
        at: First free row.
        last: Last column of the sheet's table.
        words: Texts.
        figures: Formats.

    Returns:
        The last row that is used.
    """
    verdict = revision.verdict
    if verdict.steps:
        at = _head(writer, at, last, words("workbook.authority.people"))
        for step in verdict.steps:
            who = who_text(step, words)
            if step.instead_of:
                who = words("verdict.instead", step=who, level=step.instead_of)
            role = f"{step.order}. {role_text(step, words, figures)}"
            at = _row(writer, at, last, role, who)
    counted = [one for one in verdict.criteria if one.worst]
    if counted:
        at = _head(writer, at, last, words("workbook.authority.worst"))
        for one in counted:
            told = told_worst(one, revision.priced, words, figures)
            at = _row(writer, at, last, figures.text(one.name), told)
    return at - 1


def _head(writer: SheetWriter, at: int, last: int, text: str) -> int:
    writer.fill(at, 1, last, Style.HEAD)
    writer.put(at, 1, text, Style.HEAD)
    writer.merge(at, 1, last)
    return at + 1


def _row(writer: SheetWriter, at: int, last: int, name: str, text: str) -> int:
    writer.fill(at, 1, last, Style.TEXT)
    writer.put(at, 1, name, Style.TEXT)
    writer.put(at, _WHO, text, Style.TEXT)
    writer.merge(at, 1, _WHO - 1)
    writer.merge(at, _WHO, last)
    return at + 1
