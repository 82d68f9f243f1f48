"""The printed line: written once and for all, read by anybody, changed by nobody."""

from __future__ import annotations

from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from app.approval.signing.keys import SigningKey
from app.approval.signing.ticket import Ticket, code_of, read_ticket, short_code, signed_ticket
from app.errors import SignatureRefused
from tests.app.approval.signing.parties import ORGANISATION

KEY = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(range(32))), "301")
"""A key that is the same every time, so that its signatures are."""
MEMBERS = tuple(
    replace(one, key=KEY.public) if one.id == "301" else one for one in ORGANISATION.members
)
KNOWN = replace(ORGANISATION, members=(replace(MEMBERS[0], id="103", key=""), *MEMBERS))
"""Somebody without a key stands before all others."""
CODE = "KBV3R-U4365-VCFP5-ZZQLK"
TICKET = Ticket("QW-20261123-0003", "A", CODE, 31304400, date(2026, 12, 31), 3)
LINE = (
    f"QW-20261123-0003:A:{CODE}:31304400:2026-12-31:3:03A107BFF3CE10BE:"
    "LHBTD22GLSKDOD4WDRGSPTOUSIKY4KWJOORSICDBZ34G5WCTGQW7R5D7EZBPGDIXNSSILVFQEFBMWAKFZFKVZDOO4TBD3JCKLIR6CAY"
)


def reason(line: str, **known: object) -> str:
    """Why a line is refused."""
    with pytest.raises(SignatureRefused) as refused:
        read_ticket(line, replace(KNOWN, **known))
    return refused.value.parameters["reason"]


def test_a_short_code_is_the_same_every_time() -> None:
    """A hundred bits of the fingerprint with the number of the request; neither is told."""
    assert short_code("f" * 64, "n1") == CODE
    assert short_code("f" * 64, "n2") != CODE
    assert short_code("e" * 64, "n1") != CODE
    assert code_of(LINE) == CODE


def test_a_line_is_written_as_it_always_was() -> None:
    """What was printed once is read for ever."""
    assert signed_ticket(TICKET, KEY) == LINE
    assert read_ticket(LINE, KNOWN) == (TICKET, MEMBERS[3])
    assert read_ticket(f" {LINE}\n", KNOWN) == (TICKET, MEMBERS[3])


@pytest.mark.parametrize(
    ("field", "text", "printed"),
    [
        ("number", "QW-1 $%*+./A", True),
        ("number", "方案一", False),
        ("number", "QW:1", False),
        ("number", "qw-1", False),
        ("number", "", False),
        ("revision", "AB", True),
        ("revision", "a", False),
        ("revision", "", False),
    ],
)
def test_what_a_qr_code_cannot_hold_is_not_printed(field: str, text: str, printed: bool) -> None:
    """Capital letters, digits and a few signs; the colon is what parts the line."""
    assert bool(signed_ticket(replace(TICKET, **{field: text}), KEY)) is printed


def with_part(place: int, text: str) -> str:
    """The line with another part, from 0."""
    parts = LINE.split(":")
    parts[place] = text
    return ":".join(parts)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "sign_unreadable"),
        (LINE.rpartition(":")[0], "sign_unreadable"),
        (LINE + ":A", "sign_unreadable"),
        (with_part(3, "12.5"), "sign_unreadable"),
        (with_part(4, "2026-13-31"), "sign_unreadable"),
        (with_part(5, "three"), "sign_unreadable"),
        (with_part(7, "1"), "sign_unreadable"),
        (with_part(3, "+31304400"), "sign_not_canonical"),
        (with_part(5, "03"), "sign_not_canonical"),
        (with_part(4, "20261231"), "sign_not_canonical"),
        (with_part(6, "03a107bff3ce10be"), "sign_not_canonical"),
        (with_part(0, "QW-20261123-0004"), "sign_bad"),
        (with_part(1, "B"), "sign_bad"),
        (with_part(2, "KBV3R-U4365-VCFP5-ZZQLL"), "sign_bad"),
        (with_part(3, "31304401"), "sign_bad"),
        (with_part(4, "2027-12-31"), "sign_bad"),
        (with_part(5, "4"), "sign_bad"),
        (with_part(7, "AAAAAAAA"), "sign_bad"),
        (with_part(6, "0" * 16), "sign_approver_unknown"),
    ],
)
def test_a_line_that_was_changed_is_refused(line: str, why: str) -> None:
    """Each of its parts, and each in its one form."""
    assert reason(line) == why


def test_a_key_that_counts_no_more_is_refused() -> None:
    """Reported stolen, or nobody's."""
    assert reason(LINE, revoked=(KEY.public,)) == "sign_revoked"
    others = tuple(one for one in KNOWN.members if one.key != KEY.public)
    assert reason(LINE, members=others) == "sign_approver_unknown"
