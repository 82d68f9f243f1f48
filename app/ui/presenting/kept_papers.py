"""Rows of the list of papers that were issued for a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.facts import language_name
from app.ui.presenting.paper_names import paper_name
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from app.services.kept_papers import KeptPaper
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone

_KILO = 1024


def paper_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Papers", "Paper"), 0, "left"),
        ColumnSpec("language", translate("Papers", "Language"), 88, "left"),
        ColumnSpec("revision", translate("Papers", "Revision"), 84, "center"),
        ColumnSpec("state", translate("Papers", "State"), 70, "left"),
        ColumnSpec("template", translate("Papers", "Template"), 100, "left"),
        ColumnSpec("size", translate("Papers", "Size"), 80),
        ColumnSpec("issued", translate("Papers", "Issued"), 140),
    )


def paper_rows(
    speaker: Speaker, papers: Sequence[KeptPaper], zone: tzinfo | None
) -> tuple[TableRow, ...]:
    """One row a file; its key is its place in the list."""
    return tuple(_row(speaker, str(at), paper, zone) for at, paper in enumerate(papers))


def _row(speaker: Speaker, key: str, paper: KeptPaper, zone: tzinfo | None) -> TableRow:
    document, translate = paper.document, speaker.translate
    states: dict[str, tuple[str, Tone]] = {
        "final": (translate("Papers", "final"), "strong"),
        "draft": (translate("Papers", "draft"), "muted"),
    }
    internal = translate("Papers", "internal") if paper.internal else "–"
    state, tone = states.get(paper.state, (internal, "muted"))
    return TableRow(
        key=key,
        title=f"{paper_name(speaker, document.kind)} · {document.format.upper()}",
        subtitle=paper.name,
        icon="table-2" if paper.internal else "file-text",
        cells=(
            Cell(language_name(speaker, paper.language) if paper.language else "–"),
            Cell(document.revision),
            Cell(state, tone=tone),
            Cell(paper.template or "–", tone="muted", hint=paper.template),
            Cell(f"{max(document.size // _KILO, 1):,} KB", tone="muted"),
            Cell(f"{document.issued_at.astimezone(zone):%Y-%m-%d %H:%M}", tone="muted"),
        ),
    )
