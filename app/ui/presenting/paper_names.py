"""Papers by the names that people know them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker


def paper_name(speaker: Speaker, kind: str) -> str:
    """Name of a kind of paper: as it is titled for the customer; the workbook by our own text."""
    key = f"paper.{kind}.title"
    if key in speaker.words:
        return speaker.words(key)
    return speaker.translate("Papers", "Approval workbook")
