"""A signed file: what it says, of which kind it is, and whose signature stands under it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar

import msgspec

from app.approval.signing.canonical import canonical, parsed
from app.approval.signing.keys import is_signed
from app.errors import SignatureRefused
from catalog.known_type import known

if TYPE_CHECKING:
    from app.approval.signing.keys import SigningKey

T = TypeVar("T")

Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""A point in time that says in which time zone it is."""

ALGORITHM = "Ed25519/SHA-256"
"""Named in each file, so that another one can take its place."""

_KEPT = (Decimal,)


class Kind(StrEnum):
    """What a signed file is; the kind is signed with the content."""

    ORGANISATION = "organisation/1"
    REQUEST = "request/1"
    DECISION = "decision/1"
    ENVELOPE = "envelope/1"


class SignedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The outer form of every signed file."""

    algorithm: str
    body: dict[str, Any]
    key: str
    kind: Kind
    signature: str


class Opened(msgspec.Struct, Generic[T], frozen=True):
    """What a signed file says, with the key that signed it and the signature, hexadecimal."""

    body: T
    key: str
    signature: str


def seal(kind: Kind, body: msgspec.Struct, key: SigningKey) -> bytes:
    """A signed file."""
    plain = msgspec.to_builtins(body)
    signature = key.sign(kind, canonical(plain))
    return canonical(SignedFile(ALGORITHM, plain, key.public, kind, signature))


def kind_of(data: bytes) -> Kind:
    """What a signed file is.

    Raises:
        SignatureRefused: It is none.
    """
    return _read(data).kind


def opened(data: bytes, kind: Kind, body_type: type[T], key: str = "") -> Opened[T]:
    """What a signed file says, once its signature has been found good.

    Args:
        data: The file.
        kind: What it has to be.
        body_type: Type of what it says.
        key: Whose signature it has to be; any when empty.

    Raises:
        SignatureRefused: It is unreadable, of another kind, changed, or signed by another key.
    """
    file = _read(data)
    if file.kind is not kind:
        raise SignatureRefused(reason="sign_wrong_kind")
    if key and file.key != key:
        raise SignatureRefused(reason="sign_other_key")
    content = canonical(file.body)
    if not is_signed(kind, content, file.signature, file.key):
        raise SignatureRefused(reason="sign_bad")
    try:
        body = msgspec.convert(file.body, known(body_type))
    except msgspec.ValidationError as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    # 1_0, +1 or a left-out default are other ways of writing the same value.
    if canonical(body) != content or not _is_finite(msgspec.to_builtins(body, builtin_types=_KEPT)):
        raise SignatureRefused(reason="sign_not_canonical")
    return Opened(body, file.key, file.signature)


def _is_finite(value: object) -> bool:
    """Whether every figure is a number: a limit that is none would hold for ever."""
    match value:
        case Decimal():
            return value.is_finite()
        case dict():
            return all(map(_is_finite, value.values()))
        case list() | tuple():
            return all(map(_is_finite, value))
        case _:
            return True


def _read(data: bytes) -> SignedFile:
    try:
        file = msgspec.convert(parsed(data), known(SignedFile))
    except msgspec.ValidationError as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    if file.algorithm != ALGORITHM:
        raise SignatureRefused(reason="sign_wrong_kind")
    return file
