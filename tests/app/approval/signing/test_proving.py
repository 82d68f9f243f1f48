"""Which logged decisions hold: signed by the right person, about the right request."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.granted import Granted
from app.approval.signing.evidence import Evidence, fault
from app.approval.signing.proving import Proven, proven, refuse_replayed, uncovered
from app.approval.signing.signed_file import Kind
from app.approval.signing.signed_file import seal as sign
from app.approval.state import Deed
from app.errors import SignatureRefused
from app.quoting.authority import Absence, CriterionVerdict
from catalog.local_text import LocalText
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LAST, LEADER, MATRIX, VICE, revision
from tests.app.approval.signing.parties import (
    ORGANISATION,
    SignedCourse,
    approved,
    key_of,
)
from tests.app.approval.signing.test_envelope import envelope
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.approval.event import Person
    from app.approval.signing.granting import Decision

CAMPUS = revision(3, campus(2, 0, 5))


def holding(course: SignedCourse, evidence: Evidence | None = None) -> list[Proven]:
    """The decisions that hold; every one has to."""
    found, problems = proven(
        course.life, course.frozen, course.matrix, evidence or course.evidence()
    )
    assert problems == []
    return found


def why(course: SignedCourse) -> str:
    """Why the only decision does not hold."""
    found, (problem,) = proven(course.life, course.frozen, course.matrix, course.evidence())
    assert found == []
    assert problem == fault(problem.parameters["reason"], course.life.decisions[-1].decider.name)
    return problem.parameters["reason"]


def signed(by: Person = HEAD, **fields: Any) -> SignedCourse:  # noqa: ANN401 (of a decision)
    """A decision by somebody whose signed words differ from the honest ones."""
    course = SignedCourse()
    course.submit(CAMPUS)
    event, body = course.decision(HEAD, Ruling(Deed.APPROVED))
    course.put(replace(event, person=by), replace(body, **fields), key_of(by.id))
    return course


def in_advance(course: SignedCourse, by: Person = HEAD, **fields: Any) -> SignedCourse:  # noqa: ANN401 (of an envelope)
    """The campus quote under an envelope that somebody has signed."""
    course.submit(CAMPUS)
    event, _ = course.decision(HEAD, Ruling(Deed.APPROVED))
    known: dict[str, Any] = {
        "approver": by.id,
        "customer": CAMPUS.customer.id,
        "credit_code": CAMPUS.customer.credit_code,
        "families": {"bundles": Decimal(5)},
        "shortest": 36,
        "longest": 36,
        "limits": {"margin": Decimal(33)},
    }
    proof = sign(Kind.ENVELOPE, envelope(**(known | fields)), key_of(by.id)).decode()
    course.add(replace(event, person=by, proof=proof))
    return course


def test_a_decision_that_holds_grants_what_it_says() -> None:
    """Who, until when, in which roles, with what is tolerated and what others had decided."""
    course = SignedCourse()
    course.submit(CAMPUS)
    course.decide(LEADER)
    room = {"margin": Decimal(2)}
    course.decide(HEAD, Ruling(Deed.APPROVED, tolerances=room))
    first, second = holding(course)
    assert first.granted == Granted(
        CAMPUS, LEADER, LAST, ("L2",), left_out=frozenset({"contract_value"})
    )
    assert second.granted == Granted(
        CAMPUS, HEAD, LAST, ("L3",), room, frozenset({"free_months:B10", "margin"})
    )
    # 33.60 % of margin less two points; one million is L3's limit of a contract.
    assert second.limits == {
        "free_months": Decimal("2.00"),
        "margin": Decimal("31.60"),
        "contract_value": Decimal(1000000),
    }


def test_a_decision_holds_no_longer_than_the_organisation_lets_it() -> None:
    """Sixty days by the organisation: the thirty-eight of the quote end first; then ten."""
    course = approved(CAMPUS)
    course.organisation = replace(ORGANISATION, max_days=10)
    assert holding(course)[0].granted.until == DAY + timedelta(days=10)


def test_who_stands_in_decides_in_both_roles_on_that_day_only() -> None:
    """The head of department is away on the first day; the leader has signed on it."""
    for day, acting in ((DAY, ("L2", "L3")), (DAY + timedelta(days=1), ("L2",))):
        away = (Absence(HEAD.id, day, day, LEADER.id),)
        course = SignedCourse(replace(ORGANISATION, absences=away))
        course.submit(CAMPUS)
        course.decide(LEADER)
        (one,) = holding(course)
        assert one.granted.acting == acting


def test_a_leader_of_another_team_decides_nothing_there() -> None:
    """The author is of the first team, which has a leader of its own."""
    members = tuple(
        replace(one, team="二组" if one.id == LEADER.id else "一组")
        for one in (*ORGANISATION.members, replace(ORGANISATION.members[2], id="202", key=""))
    )
    course = signed(LEADER, approver=LEADER.id)
    course.organisation = replace(ORGANISATION, members=members)
    found, _ = proven(course.life, course.frozen, course.organisation.matrix_on(DAY),
                      course.evidence())  # fmt: skip
    assert found[0].granted.acting == ()


def test_a_decision_about_a_revision_that_is_gone_is_passed_over() -> None:
    """Or that was tampered with; the next one holds all the same."""
    course = approved(CAMPUS)
    course.add(replace(course.log[0].event, deed=Deed.REVISED))
    second = replace(revision(3, campus(3, 3, 10)), label="B")
    course.submit(second, "n2")
    course.decide(VICE)
    del course.frozen["A"]
    assert [one.granted.revision.label for one in holding(course)] == ["B"]
    course.frozen["A"] = replace(second, fingerprint=CAMPUS.fingerprint)
    assert [one.granted.revision.label for one in holding(course)] == ["B"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"revision": "B"}, "sign_replayed"),
        ({"fingerprint": "0" * 64}, "sign_replayed"),
        ({"approver": VICE.id}, "sign_no_consent"),
        ({"answer": Deed.REJECTED}, "sign_no_consent"),
        ({"answer": Deed.FILED}, ""),
        ({"answer": Deed.APPROVED_WITH_CONDITIONS}, ""),
    ],
)
def test_a_decision_is_by_who_signs_it_and_lets_it_pass(
    fields: dict[str, Any], reason: str
) -> None:
    """Signed by the head of department, in another's name or with a no."""
    course = signed(HEAD, **fields)
    if reason:
        assert why(course) == reason
    else:
        assert len(holding(course)) == 1


def test_a_decision_about_another_revision_of_the_log_is_about_that_one() -> None:
    """It answers a request that there is, and stands under a revision that it does not name."""
    course = approved(CAMPUS)
    proof = course.log[-1].event.proof
    course.add(replace(course.log[0].event, deed=Deed.REVISED))
    second = replace(revision(3, campus(3, 3, 10)), label="B")
    course.submit(second, "n2")
    event, _ = course.decision(HEAD, Ruling(Deed.APPROVED))
    course.add(replace(event, proof=proof))
    found, (problem,) = proven(course.life, course.frozen, course.matrix, course.evidence())
    assert [one.granted.revision.label for one in found] == ["A"]
    assert problem == fault("sign_other_revision", HEAD.name)


def test_nobody_decides_what_he_has_handed_in_himself() -> None:
    """The request is the head of department's, though the quote is in another's name."""
    course = SignedCourse()
    course.submit(CAMPUS)
    first = course.log[0].event
    request = replace(course.request(CAMPUS, "n1", HEAD), log_head="")
    course.log = []
    course.add(replace(first, proof=sign(Kind.REQUEST, request, key_of(HEAD.id)).decode()))
    course.decide(HEAD)
    assert why(course) == "sign_own_quote"


def test_nobody_decides_a_quote_of_his_own_under_another_number() -> None:
    """One key is one person; and where nobody knows the author, nobody can say that he is not."""
    course = approved(CAMPUS)
    one, two, leader, head, vice = ORGANISATION.members
    doubled = (replace(one, key=head.key), two, leader, head, vice)
    course.organisation = replace(ORGANISATION, members=doubled)
    assert why(course) == "sign_own_quote"
    course.organisation = replace(ORGANISATION, members=(two, leader, head, vice))
    assert why(course) == "sign_own_quote"
    # Under his own number, with a request in somebody else's name.
    own = SignedCourse()
    own.submit(CAMPUS)
    event, body = own.decision(HEAD, Ruling(Deed.APPROVED))
    request = replace(own.request(CAMPUS, "n1", VICE), log_head="")
    first = replace(own.log[0].event, proof=sign(Kind.REQUEST, request, key_of(VICE.id)).decode())
    own.log = []
    own.add(first)
    own.put(replace(event, person=AUTHOR), replace(body, approver=AUTHOR.id), key_of(AUTHOR.id))
    assert why(own) == "sign_own_quote"


def test_an_envelope_grants_what_lies_inside_it() -> None:
    """In the roles of who signed it, until its last day or the organisation's."""
    course = in_advance(SignedCourse(), until=LAST)
    (one,) = holding(course)
    assert one == Proven({"margin": Decimal(33)}, Granted(CAMPUS, HEAD, LAST, ("L3",)))
    # 3 % less for the messages' family, which only the evidence knows.
    named = in_advance(SignedCourse(), families={"SMS": Decimal(5)})
    evidence = named.evidence()._replace(
        families=lambda code: "SMS" if code.startswith("SMS") else ""
    )
    assert len(holding(named, evidence)) == 1
    assert why(named) == "sign_outside"


@pytest.mark.parametrize(
    "fields", [{"approver": VICE.id}, {"longest": 35, "shortest": 12}, {"free_months": 1}]
)
def test_an_envelope_holds_for_nothing_else(fields: dict[str, Any]) -> None:
    """Another's envelope, another term, one free month less."""
    assert why(in_advance(SignedCourse(), **fields)) == "sign_outside"


def test_nobody_grants_himself_an_envelope() -> None:
    """The author's own is none."""
    assert why(in_advance(SignedCourse(), AUTHOR)) == "sign_own_quote"


def test_an_envelope_is_signed_by_whose_it_is() -> None:
    """The file of the leader, in the log as the head of department's."""
    course = in_advance(SignedCourse(), LEADER)
    *before, last = [entry.event for entry in course.log]
    course.log = []
    course.add(*before, replace(last, person=HEAD))
    assert why(course) == "sign_other_key"
    course = in_advance(SignedCourse())
    course.organisation = replace(ORGANISATION, revoked=(key_of(HEAD.id).public,))
    assert why(course) == "sign_revoked"


def answered(course: SignedCourse, **fields: Any) -> Decision:  # noqa: ANN401 (of a decision)
    """What the head of department signs, with something else in it."""
    return replace(course.said(CAMPUS, HEAD), **fields)


def test_a_decision_answers_the_request_that_it_names() -> None:
    """The very request is told."""
    course = SignedCourse()
    course.submit(CAMPUS)
    found = refuse_replayed(answered(course), CAMPUS.quote.id, course.log)
    assert (found.nonce, found.author, found.fingerprint) == ("n1", "101", CAMPUS.fingerprint)


@pytest.mark.parametrize(
    "fields",
    [
        {"nonce": "n2"},
        {"number": "QW-20261123-0009"},
        {"quote": "Q0009"},
        {"revision": "B"},
        {"fingerprint": "0" * 64},
        {"log_head": "f" * 64},
    ],
)
def test_a_decision_that_names_anything_else_answers_nothing(fields: dict[str, Any]) -> None:
    """One figure of it is enough."""
    course = SignedCourse()
    course.submit(CAMPUS)
    with pytest.raises(SignatureRefused) as refused:
        refuse_replayed(answered(course, **fields), CAMPUS.quote.id, course.log)
    assert refused.value.parameters["reason"] == "sign_replayed"


@pytest.mark.parametrize(
    "fields",
    [
        {"deed": Deed.REVISED},
        {"operation": "n2"},
        {"quote": "Q0009"},
        {"fingerprint": "0" * 64},
    ],
)
def test_a_request_counts_only_where_it_was_handed_in(fields: dict[str, Any]) -> None:
    """Not under another step, operation, quote or fingerprint of the log."""
    course = SignedCourse()
    course.submit(CAMPUS)
    said = answered(course)
    event = course.log[0].event
    course.log = []
    course.add(replace(event, **fields))
    with pytest.raises(SignatureRefused):
        refuse_replayed(said, CAMPUS.quote.id, course.log)
    course.add(event)
    assert refuse_replayed(said, CAMPUS.quote.id, course.log).nonce == "n1"
    with pytest.raises(SignatureRefused):
        refuse_replayed(said, "Q0009", course.log)


def criterion(level: str, *functions: str) -> CriterionVerdict:
    """A margin of 30 % that needs a level, and functions besides."""
    thirty = Decimal(30)
    return CriterionVerdict("margin", LocalText(), thirty, "percent", level, smallest=True,
                            functions=functions, exact=thirty)  # fmt: skip


def open_after(
    one: CriterionVerdict,
    *acting: tuple[str, ...],
    own: str = "L1",
    days: int = 0,
    least: int = 30,
) -> tuple[str, ...]:
    """What is open after decisions in these roles, until the last day of the year."""
    verdict = replace(CAMPUS.verdict, criteria=(one,), own_level=own)
    made = replace(CAMPUS, verdict=verdict)
    decisions = [
        Proven({"margin": Decimal(least)}, Granted(CAMPUS, HEAD, LAST, roles)) for roles in acting
    ]
    return uncovered(made, decisions, MATRIX, DAY + timedelta(days=days))


OPEN = ("margin",)


def test_a_criterion_is_covered_by_who_reaches_its_level() -> None:
    """The level itself or a higher one; within what was granted; until the last day."""
    two = criterion("L2")
    assert open_after(two) == OPEN
    assert open_after(two, ("L1",)) == OPEN
    assert open_after(two, ("L2",)) == ()
    assert open_after(two, ("L5",)) == ()
    assert open_after(two, ("L2",), least=31) == OPEN
    assert open_after(two, ("L2",), days=38) == ()
    assert open_after(two, ("L2",), days=39) == OPEN


def test_what_nobody_may_grant_is_never_covered() -> None:
    """Not by the highest, and not for an author without a level."""
    assert open_after(criterion(""), ("L5",)) == OPEN
    assert open_after(criterion(""), ("L5",), own="nobody") == OPEN


@pytest.mark.parametrize(("level", "own"), [("L1", "L1"), ("L2", "L2"), ("L1", "L2")])
def test_within_own_authority_only_the_functions_are_asked(level: str, own: str) -> None:
    """Each of them; a level does not stand for one."""
    one = criterion(level, "finance", "legal")
    assert open_after(one, ("finance", "legal"), own=own) == ()
    assert open_after(one, ("finance",), ("legal",), own=own) == ()
    assert open_after(one, ("finance",), own=own) == OPEN
    assert open_after(one, ("L5",), own=own) == OPEN


def test_beyond_own_authority_functions_are_asked_besides() -> None:
    """Finance alone is no level."""
    one = criterion("L2", "finance")
    assert open_after(one, ("finance",)) == OPEN
    assert open_after(one, ("finance",), ("L2",)) == ()
    assert open_after(one, ("L1", "finance"), own="nobody") == OPEN
    assert open_after(criterion("L1"), ("L1",), own="nobody") == ()
