"""Values of characteristics as people read and type them, speeds in the unit chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.characteristic import NO, YES, CharacteristicKind

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.characteristic import Characteristic


def value_text(speaker: Speaker, known: Characteristic, value: str) -> str:
    """A value in the window's language."""
    if known.kind is CharacteristicKind.YES_NO and value in {YES, NO}:
        translate = speaker.translate
        yes, no = translate("Characteristics", "yes"), translate("Characteristics", "no")
        return yes if value == YES else no
    named = next((choice.name for choice in known.choices if choice.value == value), None)
    if named is not None and named.spoken(speaker.figures.language):
        return known.shown(value, speaker.figures.language)
    return speaker.figures.measured(value, known.unit)


def typed_value(speaker: Speaker, known: Characteristic, value: str) -> str:
    """A number as one would type it: with its unit where a number alone means another one."""
    figures = speaker.figures
    alone = figures.read_measured(value, known.unit) == value
    return value if alone else figures.measured(value, known.unit)


def range_text(speaker: Speaker, known: Characteristic) -> str:
    """Range and unit of a number, in signs that need no language."""
    figures = speaker.figures
    bounds = [
        ("", "") if bound is None else figures.in_unit(f"{bound:f}", known.unit)
        for bound in (known.least, known.most)
    ]
    units = {unit for number, unit in bounds if number}
    if not units:
        return figures.in_unit("1", known.unit)[1]
    # Either bound may have no short form in the unit chosen.
    texts = [number for number, _ in bounds]
    if len(units) > 1:
        texts = [f"{number} {unit}" for number, unit in bounds]
        return "–".join(texts)
    return f"{texts[0]}–{texts[1]} {units.pop()}".strip()
