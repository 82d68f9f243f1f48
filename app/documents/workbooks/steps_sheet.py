"""Steps sheet (价格步骤): how each charge came from its list amount to its net amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.workbooks.styles import Style
from app.documents.workbooks.table import Column, Table, set_height
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.rows import PriceRow
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.translation import Words
    from pricing.trail import PriceStep

TABLE = Table(
    Column("number", 7),
    Column("code", 16),
    Column("name", 36),
    Column("step", 40),
    Column("source", 22),
    Column("change", 15),
    Column("result", 15),
)
HEAD_ROW = 4
MANUAL = "manual"
"""Source of what was given away by hand."""


def write_steps(
    writer: SheetWriter, rows: Sequence[PriceRow], words: Words, figures: Figures
) -> None:
    """Write the sheet: values only, a row per step."""
    writer.put(1, 1, words("workbook.steps.title"), Style.TITLE)
    writer.put(2, 1, words("workbook.steps.hint"), Style.HINT)
    writer.merge(2, 1, TABLE.width)
    TABLE.write_head(writer, HEAD_ROW, words, "workbook.steps.head")
    at = HEAD_ROW + 1
    for row in rows:
        if row.charge is None:
            continue
        for position, step in enumerate(row.charge.steps):
            first = position == 0
            name = figures.text(row.charge.name) if first else None
            TABLE.put(writer, at, "number", row.number if first else None, Style.TEXT)
            TABLE.put(writer, at, "code", row.charge.code if first else None, Style.TEXT)
            TABLE.put(writer, at, "name", name, Style.TEXT)
            TABLE.put(writer, at, "step", step_text(step, words), Style.TEXT)
            by_hand = step.source == MANUAL
            source = words("workbook.steps.manual") if by_hand else step.source
            TABLE.put(writer, at, "source", source, Style.PART_TEXT)
            TABLE.put(writer, at, "change", None if first else yuan(step.change), Style.MONEY)
            TABLE.put(writer, at, "result", yuan(step.result), Style.MONEY)
            set_height(writer, at, name or "", TABLE)
            at += 1


def step_text(step: PriceStep, words: Words) -> str:
    """A step in words; its identifier for a step that this version has no words for."""
    if step.code not in words:
        return step.code
    return words(step.code, **{**step.parameters, "source": step.source})
