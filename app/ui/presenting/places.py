"""Findings of an import as rows of a table: where, what is wrong, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Place, Problem


def place_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of findings."""
    translate = speaker.translate
    return (
        ColumnSpec("text", translate("Imports", "What is wrong, and what to do"), 0, "left"),
        ColumnSpec("file", translate("Imports", "File / sheet"), 170, "left"),
        ColumnSpec("row", translate("Imports", "Row"), 60),
        ColumnSpec("column", translate("Imports", "Column"), 140, "left"),
    )


def place_rows(speaker: Speaker, problems: Sequence[Problem]) -> tuple[TableRow, ...]:
    """One row a finding, in the order of the file."""
    return tuple(_row(speaker, place, problem) for place, problem in enumerate(problems))


def _row(speaker: Speaker, place: int, problem: Problem) -> TableRow:
    text, cure = speaker.finding(problem.code, problem.parameters)
    where = problem.where
    return TableRow(
        key=str(place),
        title=text,
        icon="octagon-alert" if problem.blocks else "triangle-alert",
        subtitle=cure,
        cells=(
            Cell(_file(where), tone="muted"),
            Cell(str(where.row) if where.row else ""),
            Cell(where.column or where.subject),
        ),
    )


def _file(where: Place) -> str:
    return " / ".join(part for part in (where.file, where.sheet) if part)
