"""The characteristics of an offering as rows of text: read and shown for editing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from catalog.cell_text import CellFault, read_code
from catalog.characteristic import NO, YES, Characteristic, CharacteristicKind, Choice
from catalog.draft import Patch
from catalog.local_text import LocalText
from catalog.offering_consistency import senseless_field
from catalog.scaled_unit import read_measure
from catalog.typed_field import NAME, WORD, needed, optional_name, read_signed, word_of
from catalog.typed_rows import RowFault, TypedRow, optional, typed_rows

if TYPE_CHECKING:
    from catalog.offering import ProductOffering
    from catalog.typed_rows import Rows

COLUMNS: Final = (
    "id",
    "name_zh",
    "name_en",
    "kind",
    "choices",
    "least",
    "most",
    "step",
    "unit",
    "default",
    "required",
)
"""Columns of the table."""
WORDS: Final = {"kind": tuple(CharacteristicKind), "required": (NO, YES)}
"""The words of the columns that take only some."""
_LONGEST_CHOICE = 200


def characteristic_rows(offering: ProductOffering) -> tuple[tuple[str, ...], ...]:
    """The offering's own characteristics as one would type them."""
    return tuple(map(_shown, offering.characteristics))


def set_characteristics(offering: ProductOffering, rows: Rows) -> Patch:
    """The offering with the characteristics of some rows; an empty patch when they are the same.

    A row that says what a present characteristic says is that one.

    Raises:
        RowFault: A cell has no reading, a code stands twice, or no value could be right.
    """
    known = {_shown(one): one for one in offering.characteristics}
    read: list[Characteristic] = []
    for row in typed_rows(rows, len(COLUMNS)):
        one = known.get(row.cells) or _read(row)
        if any(one.id == other.id for other in read):
            raise row.fault("catalog.duplicate_characteristic", 0, characteristic=one.id)
        read.append(one)
    characteristics = tuple(read)
    if characteristics == offering.characteristics:
        return Patch()
    return Patch((msgspec.structs.replace(offering, characteristics=characteristics),))


def _shown(one: Characteristic) -> tuple[str, ...]:
    return (
        one.id,
        one.name.zh,
        one.name.en,
        one.kind.value,
        "; ".join(map(_shown_choice, one.choices)),
        _number(one.least),
        _number(one.most),
        _number(one.step or None),
        one.unit,
        one.default,
        YES if one.required else NO,
    )


def _shown_choice(choice: Choice) -> str:
    names = " / ".join(name for name in (choice.name.zh, choice.name.en) if name)
    return f"{choice.value} = {names}" if names else choice.value


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _read(row: TypedRow) -> Characteristic:
    unit = row.read(8, optional_name(WORD))
    kind = row.read(3, _kind)

    def measured(text: str) -> str:
        """``1G`` in the row's own unit."""
        return read_measure(text, unit) if kind is CharacteristicKind.NUMBER else text

    def number(text: str) -> Decimal:
        return read_signed(measured(text))

    default = optional_name(NAME)
    one = Characteristic(
        id=row.read(0, read_code),
        name=LocalText(str(row.read(1, needed(NAME))), row.read(2, optional_name(NAME))),
        kind=kind,
        choices=row.read(4, _choices),
        least=row.read(5, optional(number)),
        most=row.read(6, optional(number)),
        step=row.read(7, optional(number)) or Decimal(0),
        unit=unit,
        default=row.read(9, lambda text: default(measured(text))),
        required=row.read(10, _required),
    )
    wrong = senseless_field(one)
    if wrong:
        raise _senseless(row, one, wrong)
    return one


def _senseless(row: TypedRow, one: Characteristic, field: str) -> RowFault:
    column = COLUMNS.index(field)
    return row.fault("catalog.characteristic_wrong", column, characteristic=one.id, field=field)


def _kind(text: str) -> CharacteristicKind:
    return word_of(CharacteristicKind)(text) if text else CharacteristicKind.TEXT


def _required(text: str) -> bool:
    if text not in ("", YES, NO):
        raise CellFault("import.unknown_word", value=text, allowed=f"{YES}, {NO}")
    return text == YES


def _choices(text: str) -> tuple[Choice, ...]:
    """Values with their names behind: ``fibre = 光纤 / Fibre; copper``."""
    parts = (part.strip() for part in text.replace("；", ";").replace("\n", ";").split(";"))
    return tuple(_choice(part) for part in parts if part)


def _choice(text: str) -> Choice:
    value, _, names = text.replace("＝", "=").partition("=")
    chinese, _, english = names.partition("/")
    read = optional_name(_LONGEST_CHOICE)
    name = LocalText(read(chinese.strip()), read(english.strip()))
    return Choice(str(needed(_LONGEST_CHOICE)(value.strip())), name)
