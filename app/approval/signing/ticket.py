"""The ticket: what a printed code says, signed, short enough for a QR code of two centimetres.

It is a line of capital letters, digits and colons that any telephone reads: quote number, revision,
short code, contract value in fen, last day, number of the organisation, begin of the signer's key,
signature. The short code is salted with the request's number, so that nothing hidden in the
fingerprint can be guessed from paper.
"""

from __future__ import annotations

import re
from base64 import b32decode, b32encode
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.signing.canonical import digest
from app.approval.signing.keys import is_signed
from app.errors import SignatureRefused

if TYPE_CHECKING:
    from app.approval.signing.keys import SigningKey
    from app.approval.signing.organisation import Member, Organisation

_DOMAIN: Final = "ticket/1"
_READABLE: Final = re.compile(r"[-0-9A-Z $%*+./]+")
"""What a QR code keeps in five and a half bits, without the colon."""
_CODE_LETTERS: Final = 20
_KEY_DIGITS: Final = 16
_PARTS: Final = 8
_PLAIN_PARTS: Final = 3


class Ticket(msgspec.Struct, frozen=True):
    """What a printed code says.

    Attributes:
        number: Of the quote.
        revision: Letter.
        code: The short code.
        total: Contract value in fen.
        until: Last day on which the approval holds.
        policy_no: Of the organisation that the signer went by.
    """

    number: str
    revision: str
    code: str
    total: int
    until: date
    policy_no: int


def short_code(fingerprint: str, nonce: str) -> str:
    """Twenty letters, 100 bits, that stand for a revision and tell nothing of it."""
    letters = b32encode(digest("code/1", f"{nonce} {fingerprint}".encode())).decode()
    return "-".join(letters[at : at + 5] for at in range(0, _CODE_LETTERS, 5))


def signed_ticket(ticket: Ticket, key: SigningKey) -> str:
    """The line that is printed; empty where the quote's number does not fit into a QR code."""
    if not (_READABLE.fullmatch(ticket.number) and _READABLE.fullmatch(ticket.revision)):
        return ""
    text = _text(ticket, key.public[:_KEY_DIGITS])
    signature = bytes.fromhex(key.sign(_DOMAIN, text.encode()))
    return f"{text}:{b32encode(signature).decode().removesuffix('=')}"


def read_ticket(line: str, organisation: Organisation) -> tuple[Ticket, Member]:
    """What a printed line says, and who signed it.

    Raises:
        SignatureRefused: It is no such line, was changed, or is signed by nobody known.
    """
    parts = line.strip().split(":")
    if len(parts) != _PARTS:
        raise SignatureRefused(reason="sign_unreadable")
    number, revision, code, total, until, policy_no, begin, signature = parts
    try:
        ticket = Ticket(
            number, revision, code, int(total), date.fromisoformat(until), int(policy_no)
        )
        padded = signature + "=" * (-len(signature) % 8)
        signed = b32decode(padded).hex()
    except ValueError as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    if f"{_text(ticket, begin)}:{signature}" != line.strip():
        raise SignatureRefused(reason="sign_not_canonical")
    for member in organisation.members:
        if member.key and member.key[:_KEY_DIGITS].upper() == begin:
            if member.key in organisation.revoked:
                raise SignatureRefused(reason="sign_revoked")
            if is_signed(_DOMAIN, _text(ticket, begin).encode(), signed, member.key):
                return ticket, member
            raise SignatureRefused(reason="sign_bad")
    raise SignatureRefused(reason="sign_approver_unknown")


def plain_line(number: str, revision: str, code: str) -> str:
    """What is printed where nobody signs; empty where it does not fit into a QR code."""
    if not (_READABLE.fullmatch(number) and _READABLE.fullmatch(revision)):
        return ""
    return f"{number}:{revision}:{code}"


def is_signed_line(line: str) -> bool:
    """Whether a printed line is one that somebody signed, by its form."""
    return line.count(":") == _PARTS - 1


def is_plain_line(line: str) -> bool:
    """Whether a printed line is one that nobody signed, by its form."""
    return line.count(":") == _PLAIN_PARTS - 1


def code_of(line: str) -> str:
    """The short code of a printed line."""
    return line.split(":")[2]


def _text(ticket: Ticket, key: str) -> str:
    return ":".join(
        (
            ticket.number,
            ticket.revision,
            ticket.code,
            str(ticket.total),
            str(ticket.until),
            str(ticket.policy_no),
            key.upper(),
        )
    )
