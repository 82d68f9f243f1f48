"""A submission that is to be signed: what is signed, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from app.approval.state import QuoteState
from app.services.envelopes import envelope_standing, use_envelope
from app.services.quote_life import labelled, submit
from app.services.signed_exchange import request_file

if TYPE_CHECKING:
    from app.approval.life import Life
    from app.approval.submitting import Doing
    from app.quoting.revision import Revision
    from app.services.envelopes import Standing
    from app.services.workspace import Workspace

_SHOWN: Final = 20
"""Characters of a fingerprint that people compare."""


class Submission(NamedTuple):
    """What is signed.

    Attributes:
        revision: With the letter and the fingerprint that it will have.
        fingerprint: As people read it aloud.
        organisation: Name of the organisation that is gone by.
        number: Of its file.
        envelope: What was granted in advance says of it; ``None`` where nothing was.
    """

    revision: Revision
    fingerprint: str
    organisation: str
    number: int
    envelope: Standing | None


class Submitted(NamedTuple):
    """Where a submission has led.

    Attributes:
        life: Where the quote stands now.
        request: The request file for the approver; empty where nobody is asked.
    """

    life: Life
    request: bytes


def submission_of(workspace: Workspace, revision: Revision, act: Doing) -> Submission:
    """What would be signed.

    Raises:
        SignatureRefused: The organisation file does not hold.
    """
    found = labelled(workspace, revision)
    organisation = workspace.signing.organisation(workspace.life.log())
    return Submission(
        found,
        grouped(found.fingerprint),
        organisation.name,
        organisation.policy_no,
        envelope_standing(workspace, found, act.day),
    )


def grouped(fingerprint: str) -> str:
    """The first characters of a fingerprint in groups of four, as people read them aloud."""
    shown = fingerprint[:_SHOWN].upper()
    return " ".join(shown[start : start + 4] for start in range(0, len(shown), 4))


def submit_signed(workspace: Workspace, revision: Revision, act: Doing) -> Submitted:
    """Hand in a revision; an envelope that it lies inside of answers it at once.

    Raises:
        StepRefused: Says why not; nothing was written.
        SignatureRefused: The organisation file does not hold.
        StorageError: The database failed.
    """
    life = submit(workspace, revision, act)
    quote = revision.quote.id
    if life.state is not QuoteState.PENDING or not workspace.signing.required(()):
        return Submitted(life, b"")
    envelope = envelope_standing(workspace, revision, act.day)
    if envelope is not None and not envelope.outside:
        return Submitted(use_envelope(workspace, quote, envelope.data, act.at), b"")
    return Submitted(life, request_file(workspace, quote))
