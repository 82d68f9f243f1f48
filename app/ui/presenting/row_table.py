"""The tables of a draft that are typed into: characteristics of offerings, conditional prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from app.ui.presenting.catalogue_words import field_title
from catalog import characteristic_rows, price_record_rows
from catalog.characteristic import NO, YES, CharacteristicKind

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker

_WIDTHS = {
    "id": 104,
    "kind": 92,
    "least": 70,
    "most": 70,
    "step": 70,
    "unit": 70,
    "default": 84,
    "required": 76,
    "unit_price": 104,
    "least_term": 104,
    "first": 116,
    "last": 116,
    "priority": 80,
}


class RowColumn(Struct, frozen=True):
    """A column.

    Attributes:
        title: Its heading.
        words: Pairs of word and text, where only some words can be chosen.
        width: Pixels; 0 for a share of what is left.
    """

    title: str
    words: tuple[tuple[str, str], ...] = ()
    width: int = 0


class RowTable(Struct, frozen=True):
    """A table that is typed into.

    Attributes:
        title: What it is about.
        about: How it is filled.
        columns: From the left.
    """

    title: str
    about: str
    columns: tuple[RowColumn, ...]


def characteristic_table(speaker: Speaker, owner: str) -> RowTable:
    """The characteristics of an offering."""
    translate = speaker.translate
    titles = {
        "id": translate("RowTable", "Code"),
        "name_zh": translate("RowTable", "Name (Chinese)"),
        "name_en": translate("RowTable", "Name (English)"),
        "kind": translate("RowTable", "Kind"),
        "choices": translate("RowTable", "Values"),
        "least": translate("RowTable", "From"),
        "most": translate("RowTable", "To"),
        "step": translate("RowTable", "Step"),
        "unit": translate("RowTable", "Unit"),
        "default": translate("RowTable", "Default"),
        "required": translate("RowTable", "Required"),
    }
    words = {
        "kind": tuple((kind.value, kind_name(speaker, kind)) for kind in CharacteristicKind),
        "required": (
            (NO, translate("Characteristics", "no")),
            (YES, translate("Characteristics", "yes")),
        ),
    }
    about = translate(
        "RowTable",
        "One row for each characteristic. Values are written as “fibre = 光纤 / Fibre; copper”; "
        "numbers have a range and a step.",
    )
    title = translate("RowTable", "Characteristics of {offering}").format(offering=owner)
    columns = characteristic_rows.COLUMNS
    return RowTable(
        title,
        about,
        tuple(RowColumn(titles[n], words.get(n, ()), _WIDTHS.get(n, 0)) for n in columns),
    )


def kind_name(speaker: Speaker, kind: CharacteristicKind) -> str:
    """What a kind of characteristic is called."""
    translate = speaker.translate
    return {
        CharacteristicKind.TEXT: translate("RowTable", "text"),
        CharacteristicKind.NUMBER: translate("RowTable", "number"),
        CharacteristicKind.CHOICE: translate("RowTable", "choice"),
        CharacteristicKind.YES_NO: translate("RowTable", "yes or no"),
    }[kind]


def price_record_table(speaker: Speaker, owner: str) -> RowTable:
    """The prices of a charge that hold under conditions."""
    translate = speaker.translate
    titles = {
        "unit_price": translate("RowTable", "Unit price ¥"),
        "segments": field_title(speaker, "segments"),
        "areas": field_title(speaker, "areas"),
        "least_term": translate("RowTable", "Months from"),
        "first": translate("RowTable", "First day"),
        "last": translate("RowTable", "Last day"),
        "priority": translate("RowTable", "Priority"),
        "id": translate("RowTable", "Identifier"),
    }
    about = translate(
        "RowTable",
        "An empty condition means any. Once there is a row, the charge has only these prices: keep "
        "a row without conditions for everybody else. Prices by quantity are tiers of a rule.",
    )
    title = translate("RowTable", "Prices of {charge} under conditions").format(charge=owner)
    columns = tuple(
        RowColumn(titles[name], width=_WIDTHS.get(name, 0)) for name in price_record_rows.COLUMNS
    )
    return RowTable(title, about, columns)
