"""What final papers carry: a signed line where decisions are signed, and a code of the revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.approval.signing.granting import Decision, Request
from app.approval.signing.signed_file import Kind, kind_of, opened
from app.approval.signing.ticket import code_of, plain_line, short_code
from app.approval.state import Deed

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.storage.life_store import History


class Seal(NamedTuple):
    """What the papers of a revision carry.

    Attributes:
        ticket: Line for a QR code: signed, or plain where nobody signs; empty on drafts.
        code: Twenty letters for every page; empty on drafts.
    """

    ticket: str = ""
    code: str = ""


def seal_of(history: History, revision: Revision) -> Seal:
    """What the papers of a released revision carry.

    The letters stand for its fingerprint, salted with the random number of its submission. That is
    kept in the log and goes with requests and decisions, and no paper shows it: who holds a paper
    cannot try costs against its code.
    """
    ticket = printed_ticket(history, revision)
    if ticket:
        return Seal(ticket, code_of(ticket))
    submissions = (
        entry.event.operation
        for entry in reversed(history.entries)
        if entry.event.deed is Deed.SUBMITTED and entry.event.fingerprint == revision.fingerprint
    )
    nonce = next(submissions, "")
    if not nonce:
        return Seal()
    code = short_code(revision.fingerprint, nonce)
    return Seal(plain_line(revision.quote.number, revision.label, code), code)


def printed_ticket(history: History, revision: Revision) -> str:
    """The line for the papers of a released revision; empty where nothing was signed.

    The approver's where one has decided about this very revision, the author's own otherwise.
    """
    found = ""
    for entry in history.entries:
        event = entry.event
        if not event.proof or event.fingerprint != revision.fingerprint:
            continue
        data = event.proof.encode()
        match kind_of(data):
            case Kind.DECISION:
                found = opened(data, Kind.DECISION, Decision).body.ticket or found
            case Kind.REQUEST:
                found = opened(data, Kind.REQUEST, Request).body.ticket
            case _:  # an envelope is no word about a revision
                pass
    return found
