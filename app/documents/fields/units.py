"""Units of measure in the language of a document: 4 线, 4 lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.figures import Figures
    from app.translation import Words


def unit_text(unit: str, count: int, words: Words) -> str:
    """A unit as the language writes it beside a count; one it does not know stays as it is."""
    key = f"paper.unit.{unit}"
    one, _, several = (words(key) if key in words else unit).partition("|")
    return several if several and count != 1 else one


def quantity_text(count: int, unit: str, words: Words, figures: Figures) -> str:
    """A quantity with its unit."""
    shown = unit_text(unit, count, words)
    return words("paper.quantity", count=figures.quantity(count), unit=shown)
