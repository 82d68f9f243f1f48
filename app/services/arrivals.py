"""What a file is that somebody was sent: told by its content, never by its name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.approval.signing.canonical import MOST_BYTES
from app.approval.signing.keys import locked_key
from app.approval.signing.signed_file import Kind, kind_of
from app.errors import FileNotOpened, SignatureRefused
from app.services.signed_exchange import is_request_file
from app.services.verifying_papers import is_paper

if TYPE_CHECKING:
    from pathlib import Path

_MOST_PAPER: Final = 64 << 20
"""Largest paper that is looked at."""


class Arrival(StrEnum):
    """What came."""

    ORGANISATION = "organisation"
    REQUEST = "request"
    DECISION = "decision"
    ENVELOPE = "envelope"
    KEY = "key"
    PAPER = "paper"


_KINDS: Final = {
    Kind.ORGANISATION: Arrival.ORGANISATION,
    Kind.DECISION: Arrival.DECISION,
    Kind.ENVELOPE: Arrival.ENVELOPE,
}


def read_arrival(path: Path) -> tuple[Arrival, bytes]:
    """A file and what it is.

    Raises:
        FileNotOpened: It cannot be read.
        SignatureRefused: It is nothing that this program knows.
    """
    try:
        if path.stat().st_size > _MOST_PAPER:
            raise SignatureRefused(reason="sign_unreadable")
        data = path.read_bytes()
    except OSError as failure:
        raise FileNotOpened(file=path.name) from failure
    return arrival_of(data), data


def arrival_of(data: bytes) -> Arrival:
    """What a file is.

    Raises:
        SignatureRefused: It is nothing that this program knows.
    """
    if is_paper(data):
        return Arrival.PAPER
    if len(data) > MOST_BYTES:
        raise SignatureRefused(reason="sign_unreadable")
    if is_request_file(data):
        return Arrival.REQUEST
    try:
        kind = kind_of(data)
    except SignatureRefused:
        locked_key(data)
        return Arrival.KEY
    if kind not in _KINDS:
        raise SignatureRefused(reason="sign_wrong_kind")
    return _KINDS[kind]
