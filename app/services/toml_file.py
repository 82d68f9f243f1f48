"""Read a file of our own text format: one value, or a finding that names the place."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import FileUnreadable
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


def read_toml(path: Path, kind: type[T]) -> T | Problem:
    """The file as a value; a misspelt field, a wrong value or no TOML at all is a finding.

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
    except msgspec.ValidationError as fault:
        message, _, place = str(fault).partition(" - at ")
        where = Place(file=path.name, column=place.strip("`"))
        return Problem("import.field_wrong", where=where, parameters={"fault": message})
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        where = Place(file=path.name)
        return Problem("import.not_toml", where=where, parameters={"fault": str(fault)})
