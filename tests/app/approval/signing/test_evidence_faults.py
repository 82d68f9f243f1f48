"""Why an author's signature does not stand behind a quote, and what can be read of any file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from app.approval.signing.evidence import (
    author_faults,
    fault,
    opened_by,
    seen_policy,
    signer_of,
    trusted_moment,
)
from app.approval.signing.granting import Request
from app.approval.signing.signed_file import Kind, seal
from app.approval.state import Deed
from app.errors import SignatureRefused
from catalog.problem import Problem
from tests.app.approval.quotes import AUTHOR, HEAD, NOON, revision
from tests.app.approval.signing.parties import ORGANISATION, SignedCourse, approved, key_of
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.approval.signing.organisation import Member, Organisation

CAMPUS = revision(3, campus(2, 0, 5))
MEMBER = ORGANISATION.members[0]
"""The author."""


def faults(course: SignedCourse) -> list[Problem]:
    """Why the author's signature does not stand behind the campus quote."""
    return list(author_faults(course.life, CAMPUS, course.evidence()))


def handed_in(**fields: Any) -> SignedCourse:  # noqa: ANN401 (of a request)
    """The campus quote with a request that says something else, well signed."""
    course = SignedCourse()
    course.submit(CAMPUS)
    (event,) = (entry.event for entry in course.log)
    request = replace(course.request(CAMPUS, "n1"), log_head="")
    proof = seal(Kind.REQUEST, replace(request, **fields), key_of(AUTHOR.id)).decode()
    course.log = []
    course.add(replace(event, proof=proof))
    return course


def known_as(**fields: Any) -> Organisation:  # noqa: ANN401 (of a member)
    """The organisation, where the author is somebody else."""
    others = ORGANISATION.members[1:]
    return replace(ORGANISATION, members=(replace(MEMBER, **fields), *others))


def test_a_fault_names_whose_signature_does_not_hold() -> None:
    """With the reason, which has a text of its own."""
    assert fault("sign_bad", "赵军") == Problem(
        "release.signature", parameters={"name": "赵军", "reason": "sign_bad"}
    )


def test_what_the_author_has_signed_is_no_fault() -> None:
    """The honest request, and the one that is signed here again."""
    course = SignedCourse()
    course.submit(CAMPUS)
    assert faults(course) == []
    assert faults(handed_in()) == []


@pytest.mark.parametrize("fields", [{"id": "999"}, {"role": "L2"}, {"name": "李小明"}])
def test_an_author_is_whom_the_organisation_knows(fields: dict[str, str]) -> None:
    """By number, role and name, each of them; the quote's own words are told."""
    course = handed_in()
    course.organisation = known_as(**fields)
    assert faults(course) == [fault("sign_author_unknown", "李晓明")]


def test_what_was_never_handed_in_has_no_request() -> None:
    """Neither in an empty log, nor where another quote, another step or another letter stands."""
    course = handed_in()
    (entry,) = course.log
    life = course.life
    for fields in ({"quote": "Q9"}, {"deed": Deed.REVISED}, {"revision": "B"}, {"fingerprint": ""}):
        course.log = []
        course.add(replace(entry.event, **fields))
        found = list(author_faults(life, CAMPUS, course.evidence()))
        assert found == [fault("sign_no_request", AUTHOR.name)]


@pytest.mark.parametrize(
    "fields",
    [
        {"author": "102"},
        {"quote": "Q9"},
        {"number": "QW-9"},
        {"revision": "B"},
        {"fingerprint": "0" * 64},
        {"nonce": "n2"},
    ],
)
def test_a_request_says_what_was_handed_in(fields: dict[str, str]) -> None:
    """Each of its figures."""
    assert faults(handed_in(**fields)) == [fault("sign_other_revision", AUTHOR.name)]


def test_a_request_names_an_entry_that_stands_before_it() -> None:
    """Not one that nobody knows, and not one that came later."""
    rewritten = [fault("sign_log_rewritten", AUTHOR.name)]
    assert faults(handed_in(log_head="f" * 64)) == rewritten
    before = SignedCourse()
    before.add(replace(handed_in().log[0].event, quote=CAMPUS.quote.id, deed=Deed.REVISED))
    course = handed_in(log_head=before.log[0].digest)
    assert faults(course) == rewritten
    course.log = [*before.log]
    course.add(handed_in(log_head=before.log[0].digest).log[0].event)
    life = handed_in().life
    assert list(author_faults(life, CAMPUS, course.evidence())) == []


def test_the_latest_submission_is_the_one_that_counts() -> None:
    """The same revision handed in again: its own request, not the first."""
    course = handed_in()
    first = course.log[0].event
    course.add(replace(first, operation="n2", proof=""))
    assert faults(course) == [fault("sign_missing", AUTHOR.name)]


@pytest.mark.parametrize(
    ("key", "revoked", "reason"),
    [("", (), "sign_no_key"), (MEMBER.key, (MEMBER.key,), "sign_revoked")],
    ids=["none", "stolen"],  # a key of its own each time is no name: workers would differ
)
def test_who_has_no_key_that_counts_signs_nothing(
    key: str, revoked: tuple[str, ...], reason: str
) -> None:
    """None yet, or one that was reported stolen."""
    proof = handed_in().log[0].event.proof
    member = replace(MEMBER, key=key)
    known = replace(ORGANISATION, revoked=revoked)
    with pytest.raises(SignatureRefused) as refused:
        opened_by(member, proof, Kind.REQUEST, Request, known)
    assert refused.value.parameters["reason"] == reason
    body = opened_by(MEMBER, proof, Kind.REQUEST, Request, ORGANISATION).body
    assert body.author == AUTHOR.id


def test_a_signer_is_told_by_his_key() -> None:
    """Of a request and of a decision; nobody where the file, the key or the signature is not."""
    course = approved(CAMPUS)
    request, decision = (entry.event.proof for entry in course.log)
    assert signer_of(request, ORGANISATION) == AUTHOR.id
    assert signer_of(decision, ORGANISATION) == HEAD.id
    for proof in ("", "同意", "{}", decision.replace("QW-2026", "QW-2027")):
        assert signer_of(proof, ORGANISATION) == ""
    stranger: tuple[Member, ...] = ORGANISATION.members[1:]
    assert signer_of(request, replace(ORGANISATION, members=stranger)) == ""
    assert signer_of(request, replace(ORGANISATION, revoked=(MEMBER.key,))) == ""
    assert signer_of(decision, replace(ORGANISATION, revoked=(MEMBER.key,))) == HEAD.id


def test_the_highest_number_that_was_signed_is_remembered() -> None:
    """Whoever signed it; nothing in a log without signatures, and nothing of what is no file."""
    assert seen_policy([]) == 0
    course = handed_in(policy_no=7)
    course.add(replace(course.log[0].event, proof=""), replace(course.log[0].event, proof="同意"))
    assert seen_policy(course.log) == 7
    assert seen_policy(course.log[1:]) == 0


def test_everything_that_was_dated_makes_the_moment_later() -> None:
    """The clock, the organisation, an entry, a request and a decision, whichever is latest."""
    days = timedelta(days=50)
    course = handed_in()
    assert trusted_moment(course.evidence()) == NOON
    assert trusted_moment(course.evidence(50)) == NOON + days
    late = replace(ORGANISATION, issued=NOON + days)
    assert trusted_moment(course.evidence()._replace(organisation=late)) == NOON + days
    assert trusted_moment(handed_in(signed=NOON + days).evidence()) == NOON + days
    body = replace(course.said(CAMPUS, HEAD), decided=NOON + days)
    decided = seal(Kind.DECISION, body, key_of(HEAD.id)).decode()
    course.add(replace(course.log[0].event, proof=decided))
    assert trusted_moment(course.evidence()) == NOON + days
    course.log = []
    course.add(replace(handed_in().log[0].event, at=NOON + days, proof=""))
    assert trusted_moment(course.evidence()) == NOON + days
