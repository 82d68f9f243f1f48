"""Words of the catalogue for people: families, states, types of charges, segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.list_choices import ColumnLook, SavedView
from catalog.charge import ChargeType
from catalog.offering import EVERY_SEGMENT, Lifecycle
from catalog.selection import BUNDLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.parts import ChipTone
    from catalog.charge import Charge


def basis_name(speaker: Speaker, charge: Charge) -> str:
    """What to say beside a list price that is without VAT; empty for the usual one with it."""
    return "" if charge.tax_included else speaker.translate("Items", "ex VAT")


def family_name(speaker: Speaker, family: str) -> str:
    """A product family; one that we do not know stands as it is."""
    translate = speaker.translate
    known = {
        "VOICE": translate("Families", "Voice"),
        "INET": translate("Families", "Internet access"),
        "DATA": translate("Families", "Data circuits"),
        "IDC": translate("Families", "Data centre"),
        "MOB": translate("Families", "Mobile"),
        "GRP": translate("Families", "Group services"),
        "CONF": translate("Families", "Conferencing"),
        "FUNC": translate("Families", "Functions"),
        "HB": translate("Families", "Directory services"),
        "INDU": translate("Families", "Industry applications"),
        "OUT": translate("Families", "Outsourcing"),
        "RES": translate("Families", "Resources"),
        "SVC": translate("Families", "Service grades"),
    }
    return known.get(family) or family or translate("Families", "Other")


def lifecycle_name(speaker: Speaker, state: Lifecycle) -> str:
    """State of an offering."""
    return speaker.words(f"difference.value.{state.value}")


def lifecycle_tone(state: Lifecycle) -> ChipTone:
    """How a chip of the state looks."""
    tones: dict[Lifecycle, ChipTone] = {
        Lifecycle.ON_SALE: "ok",
        Lifecycle.PLANNED: "accent",
        Lifecycle.FROZEN: "warn",
        Lifecycle.WITHDRAWN: "plain",
    }
    return tones[state]


def type_name(speaker: Speaker, kind: ChargeType) -> str:
    """When a charge arises."""
    translate = speaker.translate
    return {
        ChargeType.ONE_TIME: translate("ChargeTypes", "one-time"),
        ChargeType.RECURRING: translate("ChargeTypes", "recurring"),
        ChargeType.USAGE: translate("ChargeTypes", "by usage"),
    }[kind]


def segments_text(speaker: Speaker, segments: Sequence[str]) -> str:
    """Who may buy it."""
    if EVERY_SEGMENT in segments:
        return speaker.words("difference.value.ALL")
    return "、".join(speaker.words.named("segment", one) for one in segments)


def field_title(speaker: Speaker, field: str) -> str:
    """The name of a field as a caption: with a capital letter where there are any."""
    text = speaker.words(f"difference.field.{field}")
    return text[:1].upper() + text[1:]


def catalogue_views(speaker: Speaker) -> tuple[SavedView, ...]:
    """Views of the catalogue."""
    translate = speaker.translate
    dearest = ColumnLook(sort="price", descending=True)
    return (
        SavedView(":all", translate("Views", "The whole catalogue")),
        SavedView(":bundles", translate("Views", "Bundles"), {"family": (BUNDLES,)}),
        SavedView(":sale", translate("Views", "On sale"), {"state": (Lifecycle.ON_SALE.value,)}),
        SavedView(":dearest", translate("Views", "Highest price first"), look=dearest),
    )
