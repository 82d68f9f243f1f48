"""Rows of planned visits, for the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.ui.widgets.rows import Cell, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.visits import Visit
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone

VISIT: Final = "visit"
"""Begins the keys of rows that are visits."""


def visit_rows(speaker: Speaker, visits: Sequence[Visit]) -> tuple[TableRow, ...]:
    """One row a visit; its key stands behind ``visit:``."""
    return tuple(_row(speaker, one) for one in visits)


def visit_deed(speaker: Speaker, visit: Visit) -> str:
    """What Enter does."""
    translate = speaker.translate
    return translate("Visits", "Customer") if visit.quote is None else translate("Visits", "Quote")


def _row(speaker: Speaker, visit: Visit) -> TableRow:
    told, tone = _when(speaker, visit)
    number = visit.quote.number if visit.quote is not None else ""
    return TableRow(
        key=f"{VISIT}:{visit.key}",
        title=visit.name,
        icon="calendar-days",
        subtitle=" · ".join(part for part in (visit.plan.about, number) if part),
        cells=(Cell(told, tone=tone), Cell(""), Cell(visit_deed(speaker, visit))),
    )


def _when(speaker: Speaker, visit: Visit) -> tuple[str, Tone]:
    """The day, and how near it is."""
    translate, days = speaker.translate, visit.days
    tone: Tone = "muted"
    if days < 0:
        told, tone = translate("Visits", "visit on {day}, not made"), "bad"
    elif days == 0:
        told, tone = translate("Visits", "visit today, {day}"), "warn"
    elif days == 1:
        told, tone = translate("Visits", "visit tomorrow, {day}"), "warn"
    else:
        told = translate("Visits", "visit on {day}, in {days} days")
    return told.format(day=visit.plan.day, days=days), tone
