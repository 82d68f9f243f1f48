"""Characteristics of an item as people read them: on its row, in its form, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.characteristic_values import range_text, value_text
from app.ui.presenting.customers import Entry
from catalog.characteristic import YES, CharacteristicFault, CharacteristicKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.characteristic import Characteristic
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem


def described(speaker: Speaker, catalog: ProductCatalog, item: QuoteItem) -> tuple[str, ...]:
    """What was chosen of an item, in the catalogue's order; what is as usual is not told."""
    told = []
    for known in catalog.characteristics(item.offering):
        value = item.characteristics.get(known.id, "")
        if not value or (value == known.default and not known.required):
            continue
        if known.kind is CharacteristicKind.YES_NO:
            if value == YES:
                told.append(speaker.name(known.name))
            continue
        told.append(value_text(speaker, known, value))
    return tuple(told)


def fault_of_value(speaker: Speaker, known: Characteristic, fault: CharacteristicFault) -> str:
    """Why a value cannot be taken."""
    translate = speaker.translate
    texts = {
        CharacteristicFault.MISSING: translate("Characteristics", "{name} must be said"),
        CharacteristicFault.NOT_A_NUMBER: translate("Characteristics", "{name} is a number"),
        CharacteristicFault.STEP: translate("Characteristics", "{name} goes in steps of {step}"),
        CharacteristicFault.TOO_LONG: translate("Characteristics", "{name} is too long"),
    }
    otherwise = translate("Characteristics", "{name}: allowed is {range}")
    allowed = range_text(speaker, known)
    if known.choices:
        shown = (value_text(speaker, known, choice.value) for choice in known.choices)
        allowed = "、".join(shown)
    step = speaker.figures.measured(f"{known.step:f}", known.unit)
    return texts.get(fault, otherwise).format(
        name=speaker.name(known.name), step=step, range=allowed
    )


def characteristic_entries(
    speaker: Speaker, described: Sequence[Characteristic]
) -> tuple[Entry, ...]:
    """Characteristics with what their values may be."""
    translate = speaker.translate
    entries = []
    for known in described:
        allowed = "、".join(value_text(speaker, known, value) for value in known.allowed())
        usual = value_text(speaker, known, known.default) if known.default else ""
        told = translate("Detail", "usually {value}").format(value=usual) if usual else ""
        detail = " · ".join(part for part in (allowed or range_text(speaker, known), told) if part)
        marks = (translate("Detail", "required"),) if known.required else ()
        entries.append(Entry(speaker.name(known.name), detail, marks))
    return tuple(entries)
