"""The gate with an organisation: only what is signed by who may sign it opens it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.state import Deed
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LEADER, revision
from tests.app.approval.signing.parties import (
    ORGANISATION,
    OTHER,
    SignedCourse,
    approved,
    key_of,
)
from tests.app.quoting.test_negotiation_ladders import campus
from tests.sample import sample_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.approval.event import Event

CAMPUS = revision(3, campus(2, 0, 5))
OWN = revision(1, sample_case(1).quote)


def test_a_signed_approval_opens_the_gate_until_its_last_day() -> None:
    """Sixty days by the organisation, though the quote is valid until the end of the year."""
    course = approved(CAMPUS)
    assert course.why(CAMPUS) == []
    assert course.why(CAMPUS, 38) == []
    assert course.why(CAMPUS, 39) == ["release.expired"]


def test_the_organisation_ends_every_approval_after_its_days() -> None:
    """Ten days by the organisation: on the eleventh the decision covers nothing."""
    course = approved(CAMPUS)
    course.organisation = replace(ORGANISATION, max_days=10)
    assert course.why(CAMPUS, 10) == []
    assert course.why(CAMPUS, 11) == ["release.not_covered"]


def test_within_own_authority_the_author_s_own_signature_is_enough() -> None:
    """And nothing less: another's signature, or none, is not his."""
    course = SignedCourse()
    course.submit(OWN)
    assert course.why(OWN) == []
    course = SignedCourse()
    course.submit(OWN, key=key_of(OTHER.id))
    assert course.why(OWN) == ["sign_other_key"]
    course = SignedCourse()
    course.submit(OWN)
    first, *others = [entry.event for entry in course.log]
    course.log = []
    course.add(replace(first, proof=""), *others)
    assert course.why(OWN) == ["sign_missing"]


@pytest.mark.parametrize(
    ("forge", "reason"),
    [
        (lambda event: replace(event, proof=""), "sign_missing"),
        (lambda event: replace(event, proof="{}"), "sign_unreadable"),
        (lambda event: replace(event, person=LEADER), "sign_other_key"),
        (lambda event: replace(event, person=replace(HEAD, id="999")), "sign_approver_unknown"),
    ],
)
def test_an_unsigned_or_borrowed_decision_opens_nothing(
    forge: Callable[[Event], Event], reason: str
) -> None:
    """A log can be written by anybody; a signature cannot."""
    course = approved(CAMPUS)
    *before, last = [entry.event for entry in course.log]
    course.log = []
    course.add(*before, forge(last))
    assert course.why(CAMPUS) == [reason, "release.not_covered"]


def test_a_consent_given_by_mouth_opens_nothing() -> None:
    """A word leaves no signature; the written confirmation does."""
    course = SignedCourse()
    course.submit(CAMPUS)
    event, _ = course.decision(HEAD, Ruling(Deed.APPROVED))
    track = replace(
        event, deed=Deed.FAST_TRACKED, named=HEAD, person=AUTHOR, confirm_by=DAY + timedelta(days=3)
    )
    course.add(track)
    assert course.why(CAMPUS) == ["release.not_covered"]
    course.decide(HEAD)
    assert course.why(CAMPUS) == []
