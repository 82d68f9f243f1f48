"""compare(): what differs between two catalogue versions, part by part and field by field.

Values are compared by what they say: 30.0 is 30.00, and what the program works out for itself
(initials, the version's own name and day) is no difference. The result does not depend on the
order of a file and reads the same backwards: what one direction adds the other one takes away.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from catalog.pace import WHOLE, Pace, paced, part_of, unpaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalog.product_catalog import CatalogContent

FieldPath: TypeAlias = tuple[str, ...]
"""From the outside in: names of fields, and codes of the parts in between, such as
``("components", "LINE.RENT", "quantity")``."""


class Part(StrEnum):
    """What a difference is about, in the order of the list."""

    OFFERING = "offering"
    CHARGE = "charge"
    BUNDLE = "bundle"
    PRICE_RECORD = "price_record"
    TAX_CLASS = "tax_class"
    SPECIFICATION = "specification"


class Change(StrEnum):
    """What happened to it."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    """The newer version does not have it any more."""


class Difference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One difference.

    Attributes:
        part: What it is about.
        code: Which one.
        change: What happened to it.
        field: What of it, for a change.
        old: How it was, as text without grouping; empty for nothing.
        new: How it is.
    """

    part: Part
    code: str
    change: Change
    field: FieldPath = ()
    old: str = ""
    new: str = ""

    def reversed(self) -> Difference:
        """The same difference seen from the newer version."""
        return msgspec.structs.replace(
            self, change=_OPPOSITE[self.change], old=self.new, new=self.old
        )


_OPPOSITE = {
    Change.ADDED: Change.WITHDRAWN,
    Change.WITHDRAWN: Change.ADDED,
    Change.CHANGED: Change.CHANGED,
}
_WORKED_OUT = frozenset(("initials", "pinyin"))
_APART = frozenset(("charges",))
"""Fields whose values are parts of their own."""
_NAMES = ("code", "id", "charge", "measure", "value")
"""Fields by which a part inside another one is known."""


def compare(
    old: CatalogContent, new: CatalogContent, pace: Pace = unpaced
) -> tuple[Difference, ...]:
    """Every difference: by kind of part, then code, then field.

    Args:
        old: One content.
        new: The other one.
        pace: Hears how far the work is, and may stop it.
    """
    if old is new:
        return ()
    pace(0)
    before = _parts(old)
    pace(0)
    after = _parts(new)
    found: list[Difference] = []
    step = WHOLE // len(Part)
    for at, part in enumerate(Part):
        codes = sorted({*before[part], *after[part]})
        for code in paced(codes, part_of(pace, at * step, (at + 1) * step)):
            found += _part(part, code, before[part].get(code), after[part].get(code))
    return tuple(found)


def _parts(content: CatalogContent) -> dict[Part, Mapping[str, msgspec.Struct]]:
    charges = (charge for offering in content.offerings for charge in offering.charges)
    return {
        Part.OFFERING: _named(content.offerings),
        Part.CHARGE: _named(charges),
        Part.BUNDLE: _named(content.bundles),
        Part.PRICE_RECORD: _named(content.price_records),
        Part.TAX_CLASS: _named(content.tax_classes),
        Part.SPECIFICATION: _named(content.specifications),
    }


def _part(
    part: Part, code: str, old: msgspec.Struct | None, new: msgspec.Struct | None
) -> Iterator[Difference]:
    if old is None or new is None:
        change = Change.ADDED if old is None else Change.WITHDRAWN
        yield Difference(part, code, change)
        return
    for path, before, after in _fields((), old, new):
        yield Difference(part, code, Change.CHANGED, path, before, after)


def _fields(path: FieldPath, old: object, new: object) -> Iterator[tuple[FieldPath, str, str]]:
    """Path, old and new text of every field that differs."""
    if old is new or old == new:
        return
    if isinstance(old, msgspec.Struct) and type(old) is type(new):
        for field in old.__struct_fields__:
            if field in _WORKED_OUT:
                continue
            before, after = getattr(old, field), getattr(new, field)
            if field in _APART:
                yield from _order((*path, field), _named(before), _named(after))
            else:
                yield from _fields((*path, field), before, after)
    elif _holds_parts(old, new):
        yield from _inner(path, _named(old), _named(new))  # type: ignore[arg-type] # tuples of structs
    else:
        before, after = dict(_leaves(path, old)), dict(_leaves(path, new))
        for place in before | after:
            yield place, before.get(place, ""), after.get(place, "")


def _inner(
    path: FieldPath, old: Mapping[str, msgspec.Struct], new: Mapping[str, msgspec.Struct]
) -> Iterator[tuple[FieldPath, str, str]]:
    """Parts inside another one, such as the components of a bundle."""
    for code in sorted({*old, *new}):
        before, after = old.get(code), new.get(code)
        if before is not None and after is not None:
            yield from _fields((*path, code), before, after)
        elif after is not None:
            yield from ((place, "", text) for place, text in _whole((*path, code), after))
        elif before is not None:
            yield from ((place, text, "") for place, text in _whole((*path, code), before))
    yield from _order(path, old, new)


def _whole(path: FieldPath, part: msgspec.Struct) -> list[tuple[FieldPath, str]]:
    """What a part that came or went says, field by field; at least its name."""
    said = [
        (place, text)
        for field in part.__struct_fields__
        if field not in _NAMES
        for place, text in _leaves((*path, field), getattr(part, field))
    ]
    return said or [(path, path[-1])]


def _leaves(path: FieldPath, value: object) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _leaves((*path, field), getattr(value, field))
    elif text := plain(value):
        yield path, text


def _order(
    path: FieldPath, old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[tuple[FieldPath, str, str]]:
    """Another order of what both have: the order decides ties when a price is shared out."""
    before = [code for code in old if code in new]
    after = [code for code in new if code in old]
    if before != after:
        yield path, plain(tuple(before)), plain(tuple(after))


def _holds_parts(*values: object) -> bool:
    """Whether the values are tuples, at least one with parts that have names."""
    return all(isinstance(value, tuple) for value in values) and any(
        isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct)
        for value in values
    )


def _named(parts: Iterable[msgspec.Struct]) -> Mapping[str, msgspec.Struct]:
    """Parts by their own names, or else by their place; a second one of a name is numbered."""
    named: dict[str, msgspec.Struct] = {}
    for place, part in enumerate(parts, 1):
        key = next((f for f in _NAMES if f in part.__struct_fields__), "")
        name = known = str(getattr(part, key)) if key else str(place)
        count = 1
        while name in named:
            count += 1
            name = f"{known} #{count}"
        named[name] = part
    return named


def plain(value: object) -> str:
    """A value as text that does not depend on a language: numbers without grouping."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(plain, value))
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return _number(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: Decimal) -> str:
    """Without zeros at the end, so that equal numbers read the same."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
