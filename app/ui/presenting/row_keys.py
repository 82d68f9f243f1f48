"""Keys of the rows of the item tree: a section, an item, or one charge of an item."""

from __future__ import annotations

from typing import NamedTuple

_PARTS = "/"
_SECTION = "§"


class RowKey(NamedTuple):
    """Which item, and which of its charges (empty for the item itself)."""

    item: str
    charge: str = ""


def charge_key(item_id: str, code: str, place: int) -> str:
    """Key of the row of a charge; the place keeps two charges of one code apart."""
    return f"{item_id}{_PARTS}{code}{_PARTS}{place}"


def section_key(section: str, again: int = 0) -> str:
    """Key of the row of a section; a number tells apart the runs of one that is torn."""
    return f"{_SECTION}{again}{_SECTION}{section}"


def section_of(key: str) -> str:
    """The heading that a key names; empty for that of an item."""
    return key.split(_SECTION, 2)[2] if key.startswith(_SECTION) else ""


def read_key(key: str) -> RowKey:
    """What a key names; nothing where it is that of a section."""
    if key.startswith(_SECTION):
        return RowKey("")
    item, _, rest = key.partition(_PARTS)
    return RowKey(item, rest.rpartition(_PARTS)[0])
