"""Characteristics as ``ProductSpecificationCharacteristic``, both ways.

The standard has whole numbers for the ends of a range, and one language; exact ends, steps, the
other names and our kind of value stand in our extension.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.characteristic import (
    NO,
    YES,
    Characteristic,
    CharacteristicKind,
    Choice,
    number_of,
)
from catalog.local_text import LocalText
from catalog.tmf620.group_writing import local_text
from catalog.tmf620.intake import extension_of, local_name
from catalog.tmf620.names import ALLOWANCE
from catalog.tmf620.price_writing import extended, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.tmf620.json_node import JsonNode
    from catalog.tmf620.names import Resource

CHARACTERISTIC = "ProductSpecificationCharacteristic"
_VALUES = "productSpecCharacteristicValue"
_TYPES = {
    CharacteristicKind.TEXT: "string",
    CharacteristicKind.CHOICE: "string",
    CharacteristicKind.NUMBER: "number",
    CharacteristicKind.YES_NO: "boolean",
}
_NUMBERS = {"number", "integer", "decimal", "float", "double", "numeric"}


def characteristics_written(known: Iterable[Characteristic]) -> list[Resource]:
    """The characteristics of an offering or of a specification."""
    return [_written(characteristic) for characteristic in known]


def characteristics_read(node: JsonNode) -> tuple[Characteristic, ...]:
    """The characteristics of a specification, ours or anybody's; one that has no name is told."""
    found: dict[str, Characteristic] = {}
    for part in node.children("productSpecCharacteristic"):
        if part.text("name") == ALLOWANCE:
            continue
        read = _read(part)
        if read is None or read.id in found:
            part.not_kept("name")
        else:
            found[read.id] = read
    return tuple(found.values())


def _written(known: Characteristic) -> Resource:
    extension: Resource = {"kind": known.kind.value}
    if known.name.en:
        extension["nameEn"] = known.name.en
    bounds = {"least": known.least, "most": known.most, "step": known.step or None}
    extension |= {name: plain(number) for name, number in bounds.items() if number is not None}
    names = [
        {"value": choice.value} | local_text(choice.name)
        for choice in known.choices
        if choice.name != LocalText()
    ]
    if names:
        extension["names"] = names
    if known.default:
        extension["default"] = known.default
    written: Resource = {
        "id": known.id,
        "name": known.name.zh,
        "valueType": _TYPES[known.kind],
        "configurable": True,
        "minCardinality": int(known.required),
        "maxCardinality": 1,
    }
    if values := _values(known):
        written[_VALUES] = values
    return extended(written, CHARACTERISTIC, extension)


def _values(known: Characteristic) -> list[Resource]:
    """The range of a number, then the choices, then a usual value that is none of them."""
    unit: Resource = {"unitOfMeasure": known.unit} if known.unit else {}
    values: list[Resource] = []
    ends = {"valueFrom": known.least, "valueTo": known.most}
    whole = {name: int(end) for name, end in ends.items() if end is not None and end % 1 == 0}
    if whole or (unit and not known.choices):
        values.append(dict(whole) | ({"rangeInterval": "closed"} if whole else {}) | unit)
    values += [
        {"value": choice.value, "isDefault": choice.value == known.default} | unit
        for choice in known.choices
    ]
    if known.default and all(choice.value != known.default for choice in known.choices):
        values.append({"value": _scalar(known), "isDefault": True} | unit)
    return values


def _scalar(known: Characteristic) -> object:
    """The usual value as its type has it."""
    if known.kind is CharacteristicKind.YES_NO and known.default in {YES, NO}:
        return known.default == YES
    number = number_of(known.default) if known.kind is CharacteristicKind.NUMBER else None
    return known.default if number is None else number


def _read(part: JsonNode) -> Characteristic | None:
    extension = extension_of(part)
    name = part.text("id") or part.text("name")
    if not name.strip():
        return None
    values = part.children(_VALUES)
    given = [value.scalar("value") for value in values if value.given("value")]
    default = next((v.scalar("value") for v in values if v.flag("isDefault", otherwise=False)), "")
    kind = _kind(part.text("valueType").casefold(), extension.text("kind"), given)
    names = {one.text("value"): _name(one) for one in extension.children("names")}
    choices = tuple(
        Choice(value, names.get(value, LocalText())) for value in dict.fromkeys(given) if value
    )
    return Characteristic(
        id=name,
        name=local_name(part, extension),
        kind=kind,
        unit=next((unit for value in values if (unit := value.text("unitOfMeasure"))), ""),
        least=_bound(extension, "least", values, "valueFrom"),
        most=_bound(extension, "most", values, "valueTo"),
        step=extension.number("step") or Decimal(0),
        choices=choices if kind is CharacteristicKind.CHOICE else (),
        default=extension.text("default") or default,
        required=bool(part.count("minCardinality")),
    )


def _kind(value_type: str, own: str, given: list[str]) -> CharacteristicKind:
    """Our word, or what the type and the number of values say."""
    if own in list(CharacteristicKind):
        return CharacteristicKind(own)
    if value_type == "boolean":
        return CharacteristicKind.YES_NO
    if len(given) > 1:
        return CharacteristicKind.CHOICE
    return CharacteristicKind.NUMBER if value_type in _NUMBERS else CharacteristicKind.TEXT


def _bound(extension: JsonNode, own: str, values: list[JsonNode], standard: str) -> Decimal | None:
    if extension.given("kind"):
        return extension.number(own)
    return next((value.number(standard) for value in values if value.given(standard)), None)


def _name(node: JsonNode) -> LocalText:
    return LocalText(node.text("zh"), node.text("en"))
