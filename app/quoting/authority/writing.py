"""write_source(): limits and people as one file, which the window and the program read back equal.

Limits stand as in ``authority.toml``, people below them as in ``staff.toml``; a file may hold both.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from app.quoting.authority.source import AuthoritySource

_TABLES = ("levels", "functions", "criteria", "flags")


def write_source(source: AuthoritySource) -> str:
    """The text of the file, in TOML; what says the same as the default is left out."""
    said = _said(source.written)
    window = said.pop("window", None)
    tables = {name: said.pop(name, ()) for name in _TABLES}
    lines = ["# Discount authority: who may grant what. Limits stand lowest level first."]
    lines += [f"{name} = {_value(value)}" for name, value in said.items()]
    if window:
        lines += ["", "[window]", *_fields(window)]
    tables |= {"people": source.staff.people, "absences": source.staff.absences}
    for name, rows in tables.items():
        assert isinstance(rows, tuple)  # noqa: S101 (for the type checker: they all are)
        for row in rows:
            lines += ["", f"[[{name}]]", *_fields(row)]
    return "\n".join(lines) + "\n"


def _fields(row: object) -> list[str]:
    assert isinstance(row, msgspec.Struct)  # noqa: S101 (for the type checker: rows are values)
    return [f"{name} = {_value(value)}" for name, value in _said(row).items()]


def _said(struct: msgspec.Struct) -> dict[str, object]:
    """The fields that differ from their defaults."""
    said = {}
    for field in msgspec.structs.fields(type(struct)):
        value = getattr(struct, field.name)
        if value is not None and (field.default is msgspec.NODEFAULT or value != field.default):
            said[field.encode_name] = value
    return said


def _value(value: object) -> str:
    if isinstance(value, msgspec.Struct):
        inside = ", ".join(f"{name} = {_value(part)}" for name, part in _said(value).items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | date):
        return str(value)
    # TOML's basic strings take every escape that JSON writes; DEL is the one that JSON leaves.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
