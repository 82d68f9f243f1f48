"""Verify a paper by the register: whether exactly this file was issued, and approved by whom."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from app.approval.life import life_of
from app.approval.signing.evidence import signer_of
from app.approval.state import Deed
from app.services.verifying import Line, Verified, until_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.approval.event import Entry
    from app.approval.signing.organisation import Organisation


def is_paper(data: bytes) -> bool:
    """Whether a file is a PDF, or an Office file (a ZIP)."""
    return data.startswith((b"%PDF-", b"PK\x03\x04"))


def verify_paper(
    data: bytes, log: Sequence[Entry], organisation: Organisation | None, day: date
) -> Verified:
    """What a paper is worth.

    Args:
        data: The file.
        log: The whole log, without a broken entry.
        organisation: In force; ``None`` where nothing is signed.
        day: Today.
    """
    found = sha256(data).hexdigest()
    issued = [entry for entry in log if found in entry.event.papers]
    if not issued:
        return Verified(False, False, (Line("not_genuine", {"reason": "sign_not_issued"}),))
    event = issued[-1].event
    events = [entry.event for entry in log if entry.event.quote == event.quote]
    life = life_of(events)
    facts = {"revision": event.revision, "date": str(event.at.date()), "name": event.person.name}
    lines = [Line("paper", facts)]
    genuine = True
    for one in events:
        about = (one.revision, one.fingerprint) == (event.revision, event.fingerprint)
        if not about or one.deed in {Deed.ISSUED, Deed.SENT}:
            continue
        told = {"answer": one.deed.value, "name": one.person.name, "role": one.person.role}
        if one.proof and organisation is not None:
            signer = signer_of(one.proof, organisation)
            genuine = genuine and signer == one.person.id
            lines.append(Line("signed" if signer == one.person.id else "unsigned", told))
        else:
            lines.append(Line("unsigned", told))
    same = life.fingerprint == event.fingerprint
    current, line = until_line(life.until, day)
    if not same:
        current, line = False, Line("superseded", {"revision": life.label})
    return Verified(genuine, current and genuine, (*lines, line))
