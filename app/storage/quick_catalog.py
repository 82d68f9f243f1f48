"""The newest catalogue once more, beside the database, as it is read in a quarter of the time.

A stored catalogue says of every offering what most of them have in common, and is compared with
what this program would write, so that no foreign text is taken for ours. The quick form leaves out
what is usual, and was made from a text that had been looked at: it is trusted for that very text
and for offerings with the very fields of this program. It may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Final

import msgspec

from app.errors import FileError, UnknownFormat
from app.storage.codec import unpack
from app.storage.files import write_atomically
from app.storage.folders import quick_catalogue_file
from catalog.charge import Charge
from catalog.known_type import known
from catalog.offering import ProductOffering
from catalog.product_catalog import CatalogContent
from catalog.sharing import Sharing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KEY: Final = hashlib.sha256().digest_size
_QUICKLY: Final = 1
_KINDS: Final = (ProductOffering, Charge)


class _Charge(Charge, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A charge whose usual fields are not written."""


class _Offering(
    ProductOffering, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """An offering whose usual fields are not written."""

    charges: tuple[_Charge, ...]


class _Quick(msgspec.Struct):
    """What the file holds."""

    content: CatalogContent
    offerings: list[msgspec.Raw]


def read_quick(folder: Path, stored: bytes) -> CatalogContent | None:
    """A stored catalogue by its quick form.

    Args:
        folder: The data folder.
        stored: The catalogue as the database has it.

    Returns:
        ``None`` where there is no quick form of it.
    """
    file = quick_catalogue_file(folder)
    try:
        data = file.read_bytes()
    except OSError:
        return None
    if data[:_KEY] != _key(stored):
        return None
    try:
        quick = msgspec.json.decode(unpack(data[_KEY:]), type=known(_Quick))
        offerings = tuple(_read(quick.offerings))
    except (msgspec.DecodeError, UnicodeDecodeError, UnknownFormat):
        return None
    return msgspec.structs.replace(quick.content, offerings=offerings)


def keep_quick(folder: Path, stored: bytes, content: CatalogContent) -> None:
    """Keep the quick form of a catalogue, unless it is there; without it all is only slower.

    Args:
        folder: The data folder.
        stored: The catalogue as the database has it.
        content: The same as it was read.
    """
    file, key = quick_catalogue_file(folder), _key(stored)
    try:
        with file.open("rb") as kept:
            if kept.read(_KEY) == key:
                return
    except OSError:
        pass
    try:
        write_atomically(file, key + b"".join(_packed(content)))
    except FileError:
        return


def _packed(content: CatalogContent) -> Iterator[bytes]:
    """The quick form, compressed piece by piece: of a large catalogue it is never all there."""
    frame = msgspec.json.encode(msgspec.structs.replace(content, offerings=()))
    squeeze = zlib.compressobj(_QUICKLY)
    yield squeeze.compress(b'{"content":' + frame + b',"offerings":[')
    for place, row in enumerate(_lean(content.offerings)):
        yield squeeze.compress(b"," + row if place else row)
    yield squeeze.compress(b"]}") + squeeze.flush()


def _key(stored: bytes) -> bytes:
    """Tells the text apart, and the fields and usual values of this program's offerings."""
    fields = [
        (field.name, field.default) for kind in _KINDS for field in msgspec.structs.fields(kind)
    ]
    return hashlib.sha256(repr(fields).encode() + stored).digest()


def _read(rows: list[msgspec.Raw]) -> Iterator[ProductOffering]:
    """One by one, so that the window has its turn; equal parts are one object."""
    decoder, sharing = msgspec.json.Decoder(known(ProductOffering)), Sharing()
    for row in rows:
        offering = decoder.decode(row)
        sharing.share(offering)
        yield offering


def _lean(offerings: tuple[ProductOffering, ...]) -> Iterator[bytes]:
    """Offerings without what is usual; usual parts are left out where they are the usual object."""
    encoder, decoder, sharing = (
        msgspec.json.Encoder(),
        msgspec.json.Decoder(known(_Offering)),
        Sharing(),
    )
    for offering in offerings:
        lean = decoder.decode(encoder.encode(offering))
        sharing.share(lean)
        yield encoder.encode(lean)
