"""Read a file of our own text format: one value, or a finding that names the place."""

from __future__ import annotations

from codecs import BOM_UTF8
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.services.field_faults import field_faults
from app.storage.foreign.opening import read_foreign
from catalog.decoding_fault import decoding_facts
from catalog.known_type import known
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

T = TypeVar("T")


def read_toml(path: Path, kind: type[T]) -> T | tuple[Problem, ...]:
    """The file as a value; every misspelt field and wrong value, or no TOML at all, is a finding.

    So is a decimal that is no number, which could be stored and never be read back.

    Files that a text editor has marked as UTF-8 are read as well: the usual one on Windows does.

    Raises:
        FileError: If the file cannot be opened, or is far too large.
    """
    data = read_foreign(path)
    try:
        value = msgspec.toml.decode(data.removeprefix(BOM_UTF8), type=known(kind))
    except msgspec.ValidationError:
        plain = msgspec.toml.decode(data.removeprefix(BOM_UTF8))
        return tuple(
            Problem(
                "import.field_wrong",
                where=Place(file=path.name, column=found.place.removeprefix("$") and found.place),
                parameters=decoding_facts(found.fault),
            )
            for found in field_faults(plain, kind)
        )
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        where = Place(file=path.name)
        return (Problem("import.not_toml", where=where, parameters=decoding_facts(str(fault))),)
    plain = msgspec.to_builtins(value, builtin_types=(Decimal,))
    faults = tuple(
        Problem(
            "import.field_wrong",
            where=Place(file=path.name, column=place),
            parameters={"fault": "no_number"},
        )
        for place in _no_numbers(plain, "$")
    )
    return faults or value


def _no_numbers(plain: object, place: str) -> Iterator[str]:
    """Places of decimals such as NaN and Infinity."""
    if isinstance(plain, Decimal):
        if not plain.is_finite():
            yield place
    elif isinstance(plain, dict):
        for key, part in plain.items():
            yield from _no_numbers(part, f"{place}.{key}")
    elif isinstance(plain, list | tuple):
        for index, part in enumerate(plain):
            yield from _no_numbers(part, f"{place}[{index}]")
