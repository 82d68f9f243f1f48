"""Verify a paper by the register: whether exactly this file was issued, and approved by whom."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from app.approval.life import life_of
from app.approval.signing.evidence import signer_of
from app.approval.signing.ticket import is_signed_line, read_ticket
from app.approval.state import Deed
from app.errors import SignatureRefused
from app.services.verifying import Line, Verified, until_line
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.approval.event import Entry
    from app.approval.signing.organisation import Member, Organisation
    from app.approval.signing.ticket import Ticket


def is_paper(data: bytes) -> bool:
    """Whether a file is a PDF, or an Office file (a ZIP)."""
    return data.startswith((b"%PDF-", b"PK\x03\x04"))


def verify_sealed(data: bytes, organisation: Organisation, day: date) -> Verified | None:
    """What a PDF or Word document is worth by its code, wherever it is read; ``None`` without one.

    The code proves number, revision, contract value and who approved; that every other word is as
    issued only the register can tell.
    """
    from app.documents.docx_seal import read_sealed_docx
    from app.documents.sealed_paper import read_sealed
    from app.storage.foreign.gate import check_ooxml

    if data.startswith(b"%PDF-"):
        sealed = read_sealed(data)
    elif check_ooxml(data, "docx").refusals:
        return None
    else:
        sealed = read_sealed_docx(data)
    if not is_signed_line(sealed.ticket):
        return None
    try:
        ticket, signer = read_ticket(sealed.ticket, organisation)
    except SignatureRefused as refused:
        return Verified(False, False, (Line("not_genuine", refused.parameters),))
    total = f"{yuan(ticket.total):,.2f}"
    if not (sealed.shows(ticket.code) and sealed.says(ticket.number) and sealed.says(total)):
        return Verified(False, False, (Line("not_genuine", {"reason": "sign_other_paper"}),))
    return _of_ticket(ticket, signer, day)


def verify_code(line: str, organisation: Organisation, day: date) -> Verified:
    """What a line is worth that was read from a QR code; to be compared with the paper by eye."""
    try:
        ticket, signer = read_ticket(line, organisation)
    except SignatureRefused as refused:
        return Verified(False, False, (Line("not_genuine", refused.parameters),))
    return _of_ticket(ticket, signer, day)


def _of_ticket(ticket: Ticket, signer: Member, day: date) -> Verified:
    facts = {
        "number": ticket.number,
        "revision": ticket.revision,
        "total": f"{yuan(ticket.total):,.2f}",
        "code": ticket.code,
        "name": signer.name,
        "role": signer.role,
    }
    current, line = until_line(ticket.until, day)
    return Verified(True, current, (Line("code", facts), line))


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
