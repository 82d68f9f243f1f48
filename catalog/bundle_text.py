"""bundles_text(): bundles, price records and details as a TOML text that a person can go on with.

The text is the one of ``resources/sample/README.md``: a table for each bundle, its parts in lines
of their own, prices as texts of yuan, what has its usual value left out.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.bundle import BundledOffering
    from catalog.offering_detail import OfferingDetail
    from catalog.price_list import PriceRecord
    from catalog.specification import ProductSpecification

HEADING = "# Bundles and price records. Prices are yuan including VAT; days are included.\n"

_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}
_LARGEST_SHORT = 0xFFFF
_WORKED_OUT = frozenset(("initials", "pinyin"))
"""Fields that every import works out for itself."""


def bundles_text(
    bundles: Sequence[BundledOffering],
    records: Sequence[PriceRecord] = (),
    details: Sequence[OfferingDetail] = (),
    specifications: Sequence[ProductSpecification] = (),
) -> str:
    """The text; reading it gives equal values, but for the initials of names."""
    tables = [_table("specification", shared) for shared in specifications]
    tables += [_table("offering", detail) for detail in details]
    tables += [_table("bundle", bundle) for bundle in bundles]
    if not bundles:
        # In front of the tables, because whatever follows one belongs to it.
        tables.insert(0, "bundle = []\n")
    tables += [_table("price_record", record) for record in records]
    return "\n".join((HEADING, *tables))


def _table(name: str, value: msgspec.Struct) -> str:
    """One entry of an array of tables, a field a line."""
    lines = [f"[[{name}]]", *(f"{key} = {_written(field)}" for key, field in _fields(value))]
    return "\n".join(lines) + "\n"


def _fields(value: msgspec.Struct) -> Iterator[tuple[str, object]]:
    """Fields that say something: neither their usual value nor nothing, which TOML cannot say."""
    for field in msgspec.structs.fields(value):
        content = getattr(value, field.name)
        if field.name in _WORKED_OUT or content is None or content == field.default:
            continue
        yield field.name, content


def _written(value: object) -> str:
    if isinstance(value, msgspec.Struct):
        inside = ", ".join(f"{key} = {_written(field)}" for key, field in _fields(value))
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, tuple):
        return _array(value)
    return _single(value)


def _single(value: object) -> str:
    """A word, a price, a day, a yes-no or a count."""
    if isinstance(value, Enum):
        return _quoted(str(value.value))
    if isinstance(value, Decimal):
        return _quoted(f"{value:f}")
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _array(values: tuple[object, ...]) -> str:
    """Words in one line, parts in a line each."""
    if not any(isinstance(value, msgspec.Struct) for value in values):
        return f"[{', '.join(map(_written, values))}]"
    return "".join(("[\n", *(f"    {_written(value)},\n" for value in values), "]"))


def _quoted(text: str) -> str:
    return '"' + "".join(_character(character) for character in text) + '"'


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character == " ":
        return character
    number = ord(character)
    return f"\\u{number:04X}" if number <= _LARGEST_SHORT else f"\\U{number:08X}"
