"""text_tables(): the tables of texts of a language, read much faster than TOML in general.

Texts are nearly all lines of ``[table]`` and ``name = "text"``, and two thousand of them are read
before the first paint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUOTE = '"'
_ESCAPE = "\\"
_LINE = re.compile(
    r"(?:\[([A-Za-z0-9_.-]+)\]"
    r'|([A-Za-z0-9_.-]+|"[^"\\]+") *= *("(?:[^"\\\x00-\x1f\x7f]|\\["\\nt])*"))?'
    r"[ \t]*(?:#.*)?"
)
"""A heading, a name with its text, a remark, or nothing."""


def text_tables(source: str) -> dict[str, str]:
    """Texts by dotted key.

    Args:
        source: TOML; what has other lines than the usual ones is read as TOML in general.

    Raises:
        msgspec.DecodeError: It is no TOML.
    """
    texts: dict[str, str] = {}
    prefix, matching = "", _LINE.fullmatch
    for line in source.split("\n"):
        found = matching(line)
        if found is None:
            return _every_table(source)
        table, name, text = found.groups()
        if name is not None:
            read = msgspec.json.decode(text) if _ESCAPE in text else text[1:-1]
            texts[f"{prefix}{name.strip(_QUOTE)}"] = read
        elif table is not None:
            prefix = f"{table}."
    return texts


def _every_table(source: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    _flatten(msgspec.toml.decode(source), "", texts)
    return texts


def _flatten(table: Mapping[str, object], prefix: str, into: dict[str, str]) -> None:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            _flatten(value, f"{name}.", into)
        else:
            into[name] = str(value)
