"""Keys of the rows of the item tree: an item, or one charge of an item."""

from __future__ import annotations

from typing import NamedTuple

_PARTS = "/"


class RowKey(NamedTuple):
    """Which item, and which of its charges (empty for the item itself)."""

    item: str
    charge: str = ""


def charge_key(item_id: str, code: str, place: int) -> str:
    """Key of the row of a charge; the place keeps two charges of one code apart."""
    return f"{item_id}{_PARTS}{code}{_PARTS}{place}"


def read_key(key: str) -> RowKey:
    """What a key names."""
    item, _, rest = key.partition(_PARTS)
    return RowKey(item, rest.rpartition(_PARTS)[0])
