"""A field that is typed: where it stands in a value, and the one reading that its text has.

Reading is strict, as in an import: a text has exactly one reading or a reason. It works on one
field alone, so that it can be done at every key.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import msgspec

from catalog.cell_text import CellFault, read_code, read_date, read_money, read_name
from catalog.cell_text import read_whole_number as read_count
from catalog.comparison import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from enum import StrEnum

StructT = TypeVar("StructT", bound=msgspec.Struct)
WordT = TypeVar("WordT", bound="StrEnum")
NAME, TEXT, WORD = 200, 1000, 40
"""Most characters of a name, of a text in sentences, and of a single word."""
_SEPARATORS: Final = str.maketrans(",，、；|\n", ";;;;;;")


class TypedField(NamedTuple):
    """A field that one types into.

    Attributes:
        path: Names from the outside in, such as ``("name", "zh")``.
        read: The value that a text means; raises ``CellFault``.
        words: The words that the field takes, where it takes only some.
    """

    path: tuple[str, ...]
    read: Callable[[str], object]
    words: tuple[str, ...] = ()


def typed(read: Callable[[str], object], *path: str) -> TypedField:
    """A field that takes any text with a reading."""
    return TypedField(path, read)


def chosen(words: type[StrEnum], *path: str) -> TypedField:
    """A field that takes only some words."""
    return TypedField(path, word_of(words), tuple(words))


def read_typed(field: TypedField, text: str) -> object:
    """The value that a text means.

    Raises:
        CellFault: It has no reading.
    """
    return field.read(text.strip())


def typed_text(part: object, field: TypedField) -> str:
    """The text of a field as one would type it."""
    value = part
    for name in field.path:
        value = getattr(value, name)
    return f"{value:f}" if isinstance(value, Decimal) else plain(value)


def with_typed(part: StructT, field: TypedField, text: str) -> StructT:
    """A part with another value in one field.

    Raises:
        CellFault: The text has no reading.
    """
    changed: StructT = _with(part, field.path, read_typed(field, text))
    return changed


def _with(part: Any, path: tuple[str, ...], value: object) -> Any:  # noqa: ANN401 (any struct, the same comes back)
    name, *rest = path
    inner = _with(getattr(part, name), tuple(rest), value) if rest else value
    return msgspec.structs.replace(part, **{name: inner})


# ------------------------------------------------------------ readers


def read_codes(text: str) -> tuple[str, ...]:
    """Codes with any usual mark between them, each once, in the order written.

    Raises:
        CellFault: One of them is no code.
    """
    return tuple(dict.fromkeys(read_code(part) for part in _parted(text)))


def names(limit: int) -> Callable[[str], tuple[str, ...]]:
    """Names with any usual mark between them, each once, in the order written."""
    return lambda text: tuple(dict.fromkeys(read_name(part, limit) for part in _parted(text)))


def codes_or(*otherwise: str) -> Callable[[str], object]:
    """Codes, or what no text means."""
    return lambda text: read_codes(text) or otherwise


def needed(limit: int) -> Callable[[str], object]:
    """A name that must not be empty."""
    return lambda text: read_name(text, limit)


def optional_name(limit: int) -> Callable[[str], str]:
    """A name that may be empty."""
    return lambda text: read_name(text, limit) if text else ""


def count_or(otherwise: int) -> Callable[[str], int]:
    """A count, or what no text means."""
    return lambda text: read_count(text) if text else otherwise


def read_day(text: str) -> date | None:
    """A day, or nothing.

    Raises:
        CellFault: It is no day.
    """
    return read_date(text) if text else None


def read_signed(text: str) -> Decimal:
    """Yuan that may be negative: a subsidy is a charge below zero.

    Raises:
        CellFault: It is no amount.
    """
    return read_money(text, allow_negative=True)


def word_of(words: type[WordT]) -> Callable[[str], WordT]:
    """One of some words."""

    def read(text: str) -> WordT:
        try:
            return words(text)
        except ValueError:
            allowed = ", ".join(words)
            raise CellFault("import.unknown_word", value=text, allowed=allowed) from None

    return read


def _parted(text: str) -> list[str]:
    parts = (part.strip() for part in text.translate(_SEPARATORS).split(";"))
    return [part for part in parts if part]
