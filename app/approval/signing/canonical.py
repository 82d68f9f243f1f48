"""One text for one value: what is signed has exactly one way to be written.

Objects have sorted keys, texts are composed (NFC), there are no floats, and decimals are texts. A
file that is written in any other way is refused, so nothing can hide in how it is written.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Final
from unicodedata import is_normalized

import msgspec

from app.errors import SignatureRefused

MOST_BYTES: Final = 8 << 20
"""Largest signed file that is looked at."""


def canonical(value: object) -> bytes:
    """A value as the only text that is signed for it.

    Raises:
        SignatureRefused: It holds a float, or a text that is not composed or not Unicode.
    """
    plain = msgspec.to_builtins(value)
    _refuse_odd(plain)
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def parsed(data: bytes) -> object:
    """The value of a canonical text.

    Raises:
        SignatureRefused: It is too long, no JSON, names a key twice, or is written in another way.
    """
    if len(data) > MOST_BYTES:
        raise SignatureRefused(reason="sign_unreadable")
    try:
        value: object = json.loads(data.decode())
        written = canonical(value)
    except (ValueError, RecursionError) as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    # A key that stands twice, a space, another order: the value has one text, and it is not this.
    if written != data:
        raise SignatureRefused(reason="sign_not_canonical")
    return value


def digest(domain: str, data: bytes) -> bytes:
    """SHA-256 within a domain, so that a text of one kind is never taken for another."""
    return sha256(b"quotewright/" + domain.encode() + b"\n" + data).digest()


def _refuse_odd(value: object) -> None:
    """Refuse what has more than one way to be written."""
    match value:  # whole numbers, truth values and nothing have one way each
        case str():
            try:
                value.encode()
            except UnicodeEncodeError as fault:
                raise SignatureRefused(reason="sign_not_canonical") from fault
            if not is_normalized("NFC", value):
                raise SignatureRefused(reason="sign_not_canonical")
        case float():
            raise SignatureRefused(reason="sign_not_canonical")
        case dict():
            for key, part in value.items():
                _refuse_odd(key)
                _refuse_odd(part)
        case list() | tuple():
            for part in value:
                _refuse_odd(part)
