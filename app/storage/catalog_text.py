"""read_catalog(): a stored catalogue, offering by offering.

Read in one piece, a catalogue of a hundred thousand offerings stops every other thread for a
second and takes twice the memory. Here the window has its turn between two offerings, and equal
parts are one object from the beginning. What is not our own text of today's format is read by
``CATALOG`` in one piece, which brings older formats forward and names the place of a fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.storage.codec import CATALOG, may_hold_no_number
from catalog.known_type import known
from catalog.offering import ProductOffering
from catalog.product_catalog import CatalogContent
from catalog.sharing import Sharing

if TYPE_CHECKING:
    from collections.abc import Sequence

_OFFERINGS: Final = "offerings"
_NOTHING: Final = msgspec.Raw(b"[]")
_Parts = dict[str, msgspec.Raw]


class _NotOurs(Exception):
    """The text is not what this program writes."""


def read_catalog(text: bytes) -> CatalogContent:
    """The catalogue of a text.

    Raises:
        UnknownFormat: The text is of a newer format, damaged, or holds an unknown field.
    """
    try:
        return _by_parts(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, _NotOurs):
        return CATALOG.decode(text)


def _by_parts(text: bytes) -> CatalogContent:
    envelope = msgspec.json.decode(text, type=known(_Parts))
    number = bytes(envelope.get("format", b""))
    if set(envelope) != {"format", CATALOG.name} or number != b"%d" % CATALOG.number:
        raise _NotOurs
    parts = msgspec.json.decode(envelope[CATALOG.name], type=known(_Parts))
    rows = msgspec.json.decode(parts.get(_OFFERINGS, _NOTHING), type=list[msgspec.Raw])
    beside = {name: _NOTHING if name == _OFFERINGS else part for name, part in parts.items()}
    frame = msgspec.json.encode(beside)
    content = msgspec.json.decode(frame, type=known(CatalogContent))
    if msgspec.json.encode(content) != frame or may_hold_no_number(frame):
        raise _NotOurs
    return msgspec.structs.replace(content, offerings=_offerings(rows))


def _offerings(rows: Sequence[msgspec.Raw]) -> tuple[ProductOffering, ...]:
    decoder, encoder = msgspec.json.Decoder(known(ProductOffering)), msgspec.json.Encoder()
    sharing, found = Sharing(), list[ProductOffering]()
    for row in rows:
        offering = decoder.decode(row)
        own = bytes(row)
        if encoder.encode(offering) != own or may_hold_no_number(own):
            raise _NotOurs
        sharing.share(offering)
        found.append(offering)
    return tuple(found)
