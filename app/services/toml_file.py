"""Read a file of our own text format: one value, or a finding that names the place."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import FileUnreadable
from app.services.field_faults import field_faults
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


def read_toml(path: Path, kind: type[T]) -> T | tuple[Problem, ...]:
    """The file as a value; every misspelt field and wrong value, or no TOML at all, is a finding.

    Files that a text editor has marked as UTF-8 are read as well: the usual one on Windows does.

    Raises:
        FileUnreadable: If the file cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise FileUnreadable(path.name, failure.strerror or str(failure)) from failure
    try:
        return msgspec.toml.decode(data.removeprefix(BOM_UTF8), type=kind)
    except msgspec.ValidationError:
        plain = msgspec.toml.decode(data.removeprefix(BOM_UTF8))
        return tuple(
            Problem(
                "import.field_wrong",
                where=Place(file=path.name, column=found.place.removeprefix("$") and found.place),
                parameters={"fault": found.fault},
            )
            for found in field_faults(plain, kind)
        )
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        where = Place(file=path.name)
        return (Problem("import.not_toml", where=where, parameters={"fault": str(fault)}),)
