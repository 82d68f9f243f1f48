"""Verify whatever somebody holds in hand: a paper, a signed file, a QR line, or twenty letters."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from app.approval.signing.granting import Decision, Request
from app.approval.signing.signed_file import Kind, kind_of, opened
from app.approval.signing.ticket import (
    code_of,
    is_plain_line,
    is_signed_line,
    short_code,
)
from app.approval.state import Deed
from app.errors import FileNotOpened, SignatureRefused
from app.services.paper_making import FINAL_KINDS
from app.services.received_requests import DECISION, box_of
from app.services.signed_exchange import is_request_file
from app.services.verifying import Line, Verified, verify_file
from app.services.verifying_papers import is_paper, verify_code, verify_paper, verify_sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from app.approval.event import Entry
    from app.approval.signing.organisation import Organisation
    from app.services.workspace import Workspace

LETTERS: Final = 20


def verify_any(
    data: bytes, log: Sequence[Entry], organisation: Organisation, root: str, day: date
) -> Verified:
    """What a file is worth: by the register, by the code on it, or by its own signature."""
    if not is_paper(data):
        return verify_file(data, organisation, root, day)
    found = verify_paper(data, log, organisation, day)
    return found if found.genuine else verify_sealed(data, organisation, day) or found


def verify_given(workspace: Workspace, file: Path, day: date) -> Verified:
    """What a file is worth.

    Raises:
        SignatureRefused: It is no signed file, or the organisation file does not hold.
        FileNotOpened: It cannot be read.
    """
    try:
        data = file.read_bytes()
    except OSError as failure:
        raise FileNotOpened(file=file.name) from failure
    log = workspace.life.log()
    if is_paper(data):
        draft = _draft(workspace, data, log)
        if draft is not None or not workspace.signing.required(log):
            return draft or verify_paper(data, log, None, day)
    elif not is_request_file(data):
        kind_of(data)  # of what is no signed file, no organisation could say anything
    organisation = workspace.signing.organisation(log)
    return verify_any(data, log, organisation, workspace.signing.root, day)


def _draft(workspace: Workspace, data: bytes, log: Sequence[Entry]) -> Verified | None:
    """What is told of a file that was written here, and of which nobody approved anything."""
    content = sha256(data).hexdigest()
    kept = workspace.documents.find(content)
    if not kept or any(content in entry.event.papers for entry in log):
        return None
    number = workspace.quotes.load(kept[0].quote).quote.number
    facts = {"number": number, "revision": kept[0].revision, "date": str(kept[0].issued_at.date())}
    promises = kept[0].kind in FINAL_KINDS
    line = Line("draft" if promises else "kept", facts)
    return Verified(not promises, not promises, (line,))


def is_typed(text: str) -> bool:
    """Whether a text can be what stands on a paper: its letters, or the line of its QR code."""
    whole = is_signed_line(text) or is_plain_line(text)
    return whole or len(plain_letters(text)) == LETTERS


def verify_typed(workspace: Workspace, typed: str, day: date) -> Verified:
    """What the text of a QR code is worth, or the twenty letters at the foot of a paper.

    The letters alone carry no signature: they are looked for among what was signed here.

    Raises:
        SignatureRefused: The organisation file does not hold.
    """
    log = workspace.life.log()
    if is_signed_line(typed):
        return verify_code(typed, workspace.signing.organisation(log), day)
    letters = plain_letters(code_of(typed) if is_plain_line(typed) else typed)
    if len(letters) != LETTERS:
        return Verified(False, False, (Line("letters_wrong", {"count": str(len(letters))}),))
    for ticket in _tickets(workspace, log):
        if plain_letters(code_of(ticket)) == letters:
            return verify_code(ticket, workspace.signing.organisation(log), day)
    return Verified(False, False, (_registered(letters, log),))


def _registered(letters: str, log: Sequence[Entry]) -> Line:
    """What the register says of letters that nobody signed."""
    for entry in reversed(log):
        event = entry.event
        code = short_code(event.fingerprint, event.operation)
        if event.deed is Deed.SUBMITTED and plain_letters(code) == letters:
            facts = {"revision": event.revision, "name": event.person.name}
            return Line("letters_register", {**facts, "date": str(event.at.date())})
    return Line("letters_unknown", {})


def plain_letters(typed: str) -> str:
    """Letters and digits of what was typed, in capitals."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def _tickets(workspace: Workspace, log: Sequence[Entry]) -> Iterator[str]:
    """Every printed line that was signed in this data folder or came into it."""
    signed = [entry.event.proof.encode() for entry in reversed(log) if entry.event.proof]
    signed.extend(data for _, data in box_of(workspace).all(DECISION))
    for data in signed:
        try:
            match kind_of(data):
                case Kind.DECISION:
                    ticket = opened(data, Kind.DECISION, Decision).body.ticket
                case Kind.REQUEST:
                    ticket = opened(data, Kind.REQUEST, Request).body.ticket
                case _:
                    ticket = ""
        except SignatureRefused:
            continue
        if ticket:
            yield ticket
