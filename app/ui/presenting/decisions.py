"""Rows of the decision dialog: criteria with what is tolerated and granted, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.approval.difference_text import cells
from app.ui.presenting.approvals import criterion_columns, criterion_rows, measured
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from app.approval.difference import Row
    from app.approval.invalidation import Worse
    from app.quoting.authority import CriterionVerdict
    from app.ui.presenting.speaker import Speaker

TOLERANCE = 4
"""Place of the column that is typed into."""


def answer_columns(speaker: Speaker, *, signed: bool) -> tuple[ColumnSpec, ...]:
    """Columns of the criteria with what the approver lets pass."""
    translate = speaker.translate
    *known, worse = criterion_columns(speaker)
    more = [ColumnSpec("tolerance", translate("Approvals", "May get worse by"), 130)]
    if signed:
        more.append(ColumnSpec("granted", translate("Approvals", "Granted up to"), 120))
    return (*known, *more, worse)


def answer_rows(
    speaker: Speaker,
    criteria: Sequence[CriterionVerdict],
    worse: Sequence[Worse],
    tolerances: Mapping[str, Decimal],
    grants: Mapping[str, Decimal] | None,
) -> tuple[TableRow, ...]:
    """Rows of ``answer_columns``; a flag has nothing that could get worse by some.

    Args:
        speaker: Language of the window.
        criteria: Of the verdict.
        worse: What needs a decision.
        tolerances: What was typed, by criterion.
        grants: What would be signed, by criterion; ``None`` where nothing is signed.
    """
    known = {one.id: one for one in criteria}
    rows = []
    for row in criterion_rows(speaker, criteria, worse):
        one = known.get(row.key)
        *before, told = row.cells
        typed = tolerances.get(row.key)
        can = one is not None and one.value is not None
        shown = "" if typed is None or one is None else measured(speaker, typed, one.unit)
        added = [Cell(shown or ("–" if can else ""), editable=can, tone="normal")]
        if grants is not None:
            limit = grants.get(row.key)
            value = "" if limit is None or one is None else measured(speaker, limit, one.unit)
            flag = "✓" if limit is not None and one is not None and one.unit == "flag" else ""
            added.append(Cell(value or flag, tone="strong"))
        rows.append(replace(row, cells=(*before, *added, told)))
    return tuple(rows)


def review_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the difference between a request and what is worked out here."""
    translate = speaker.translate
    return (
        ColumnSpec("what", translate("Approvals", "What"), 0, "left"),
        ColumnSpec("was", translate("Approvals", "As requested"), 170),
        ColumnSpec("now", translate("Approvals", "Worked out here"), 170),
    )


def review_rows(speaker: Speaker, rows: Sequence[Row]) -> tuple[TableRow, ...]:
    """One row a difference, the criteria too."""
    told = (cells(row, speaker.words, speaker.figures) for row in rows)
    return tuple(
        TableRow(str(place), one.subject, cells=(Cell(one.was), Cell(one.value, tone="warn")))
        for place, one in enumerate(told)
    )
