"""An approval workbook that came back: the decisions and the altered cells, as rows of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from app.services.paper_decision import PaperDecision, ReturnedPaper
    from app.ui.presenting.speaker import Speaker


def decision_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the decisions."""
    translate = speaker.translate
    return (
        ColumnSpec("quote", translate("Returned", "Quote"), 0, "left"),
        ColumnSpec("decision", translate("Returned", "Decision"), 150, "left"),
        ColumnSpec("approver", translate("Returned", "Approver"), 150, "left"),
        ColumnSpec("altered", translate("Returned", "Altered cells"), 110),
    )


def decision_rows(speaker: Speaker, paper: ReturnedPaper) -> tuple[TableRow, ...]:
    """One row a quote: what was decided, or why it cannot be recorded."""
    return tuple(_decision(speaker, place, one) for place, one in enumerate(paper.decisions))


def _decision(speaker: Speaker, place: int, one: PaperDecision) -> TableRow:
    altered = sum(not found.tried for found in one.alterations)
    approver = f"{one.approver.name} ({one.approver.role})" if one.approver else ""
    decided = speaker.words(f"deed.{one.ruling.deed}") if one.ruling else one.decision.chosen
    return TableRow(
        key=str(place),
        title=f"{one.number} {one.label}",
        subtitle=_comes_to(speaker, one),
        icon="octagon-alert" if one.problems else "file-text",
        cells=(
            Cell(decided, hint="\n".join((one.decision.remarks, *one.decision.conditions)).strip()),
            Cell(approver),
            Cell(str(altered), tone="bad" if altered else "muted"),
        ),
    )


def _comes_to(speaker: Speaker, one: PaperDecision) -> str:
    if one.problems:
        found = one.problems[0]
        return " ".join(speaker.finding(found.code, found.parameters))
    said = "settles" if one.settles else "noted"
    return speaker.words(f"returned.said.{said}")


def alteration_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the altered cells."""
    translate = speaker.translate
    return (
        ColumnSpec("place", translate("Returned", "Cell"), 0, "left"),
        ColumnSpec("was", translate("Returned", "Was"), 240, "left"),
        ColumnSpec("found", translate("Returned", "Is"), 240, "left"),
    )


def alteration_rows(speaker: Speaker, paper: ReturnedPaper) -> tuple[TableRow, ...]:
    """One row a cell, those of the scenario marked as tried."""
    words = speaker.words
    nothing = words("returned.said.nothing")
    found = [one for decision in paper.decisions for one in decision.alterations]
    return tuple(
        TableRow(
            key=str(place),
            title=f"{one.sheet}!{one.cell or words('returned.said.whole')}",
            subtitle=words("returned.said.tried") if one.tried else "",
            icon="pencil" if one.tried else "triangle-alert",
            cells=(
                Cell(one.was or nothing, tone="muted", hint=one.was),
                Cell(one.found or nothing, tone="normal" if one.tried else "bad", hint=one.found),
            ),
        )
        for place, one in enumerate((*found, *paper.alterations))
    )
