"""The attacks on discount authority, one by one; numbered as in ``docs/approval-security.md``."""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.signing.canonical import canonical, parsed
from app.approval.signing.evidence import seen_policy
from app.approval.signing.granting import Decision, Request, keeps
from app.approval.signing.organisation import (
    Organisation,
    read_organisation,
    sign_organisation,
)
from app.approval.signing.signed_file import Kind, opened, seal
from app.approval.state import Deed
from app.errors import SignatureRefused
from app.quoting.authority import CriterionVerdict
from catalog.local_text import LocalText
from tests.app.approval.negotiation import Line, Offer, worked
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LEADER, VICE, revision
from tests.app.approval.signing.attempts import KNOWN, consent, handed_in, level
from tests.app.approval.signing.parties import (
    ORGANISATION,
    OTHER,
    SignedCourse,
    approved,
    key_of,
    organisation,
)
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.approval.event import Person

CAMPUS = revision(3, campus(2, 0, 5))
DEEPER = revision(3, campus(3, 3, 10))
ROOT = key_of("root")


def reason(refused: pytest.ExceptionInfo[SignatureRefused]) -> str:
    """Why."""
    return refused.value.parameters["reason"]


def test_attack_01_what_is_split_over_quotes_counts_together() -> None:
    """The approved quote, when others of the customer have made the sum larger than was granted."""
    course = approved(CAMPUS)
    criteria = tuple(
        replace(one, exact=Decimal(900000000), level="L5") if one.id == "contract_value" else one
        for one in CAMPUS.verdict.criteria
    )
    grown = replace(CAMPUS, verdict=replace(CAMPUS.verdict, criteria=criteria, level="L5"))
    assert "release.not_covered" in course.why(grown)


@pytest.mark.parametrize(
    "line", [Line("NET", free=3), Line("NET", percent=100), Line("NET", percent=8, free=2)]
)
def test_attack_02_free_months_and_gifts_are_discounts(line: Line) -> None:
    """None of them is within the author's own authority, whatever the log says."""
    offer = Offer((Line("VOICE", 4), line))
    course, made = SignedCourse(KNOWN), worked(offer)
    handed_in(course, made, "n1")
    course.add(replace(consent(course, made, VICE, ""), deed=Deed.WITHIN_OWN))
    assert level(offer) > 0
    assert course.why(made) == ["release.not_covered"]


def test_attack_03_negative_quantities_block() -> None:
    """Nothing can be sold minus three times; nobody can approve it either."""
    made = worked(Offer((Line("NET", 4), Line("VOICE", -3))))
    course = SignedCourse(KNOWN)
    handed_in(course, made, "n1")
    assert "approval.findings_block" in course.why(made)


def test_attack_05_no_rounding_helps_past_a_limit() -> None:
    """A ten-millionth above what was granted is above it; so is what is no number."""
    criterion = CriterionVerdict(
        "margin", LocalText("x"), None, "percent", "L2", exact=Decimal("10.0000001")
    )
    assert not keeps(criterion, {"margin": Decimal("10.00")})
    assert keeps(criterion, {"margin": Decimal("10.01")})
    for strange in ("NaN", "Infinity", "-Infinity"):
        assert not keeps(criterion, {"margin": Decimal(strange)})
    assert not keeps(replace(criterion, exact=Decimal("NaN")), {"margin": Decimal(99)})
    assert not keeps(criterion, {})


def test_attack_08_a_decision_cannot_be_replayed() -> None:
    """On another revision, on another quote, on the same revision handed in a second time."""
    course = approved(CAMPUS)
    proof = course.log[-1].event.proof
    course.add(replace(course.log[0].event, deed=Deed.REVISED))
    handed_in(course, replace(DEEPER, label="B"), "n2")
    course.add(consent(course, replace(DEEPER, label="B"), HEAD, proof))
    assert course.why(replace(DEEPER, label="B")) == ["sign_other_revision", "release.not_covered"]
    again = SignedCourse()
    again.submit(CAMPUS, "n2")
    again.add(consent(again, CAMPUS, HEAD, proof))
    assert again.why(CAMPUS) == ["sign_replayed", "release.not_covered"]


def test_attack_09_a_clock_set_back_revives_nothing() -> None:
    """Something else was logged after the last day: that is the day, whatever the clock says."""
    course = approved(CAMPUS)
    late = course.log[-1].event.at + timedelta(days=60)
    course.add(replace(course.log[-1].event, quote="another", at=late, proof=""))
    assert course.why(CAMPUS, -30) == ["release.expired"]


@pytest.mark.parametrize("person", [AUTHOR, replace(HEAD, id="999"), replace(OTHER, role="L5")])
def test_attack_10_nobody_decides_his_own_or_in_a_borrowed_role(person: Person) -> None:
    """Not under his own number, not under one that nobody has, not in a role by his own word."""
    course = approved(CAMPUS)
    said = course.said(CAMPUS, HEAD)
    *before, last = [entry.event for entry in course.log]
    key = key_of(person.id if person.id in {"101", "102"} else "101")
    course.log = []
    course.add(*before)
    course.put(replace(last, person=person), replace(said, approver=person.id), key)
    assert "release.not_covered" in course.why(CAMPUS)


def test_attack_10_two_people_cannot_have_one_key() -> None:
    """A second identity is refused when the organisation is signed, and when it is read."""
    first, second, *others = ORGANISATION.members
    doubled = replace(ORGANISATION, members=(first, replace(second, key=first.key), *others))
    with pytest.raises(SignatureRefused) as refused:
        sign_organisation(doubled, ROOT)
    assert reason(refused) == "sign_organisation_faulty"
    with pytest.raises(SignatureRefused):
        read_organisation(seal(Kind.ORGANISATION, doubled, ROOT), ROOT.public)


def test_attack_11_an_older_organisation_is_refused() -> None:
    """Its number is remembered, and stands in everything that was signed."""
    data = sign_organisation(organisation(2), ROOT)
    assert read_organisation(data, ROOT.public, 2).body.policy_no == 2
    course = approved(CAMPUS)
    assert seen_policy(course.log) == 3
    with pytest.raises(SignatureRefused) as refused:
        read_organisation(data, ROOT.public, seen_policy(course.log))
    assert reason(refused) == "sign_policy_old"
    with pytest.raises(SignatureRefused) as refused:
        read_organisation(seal(Kind.ORGANISATION, organisation(9), key_of("101")), ROOT.public)
    assert reason(refused) == "sign_other_key"


def test_attack_11_an_organisation_that_has_ended_lets_nothing_pass() -> None:
    """Its last day included, and no longer."""
    course = approved(CAMPUS)
    course.organisation = replace(ORGANISATION, valid_until=DAY)
    assert course.why(CAMPUS) == []
    assert course.why(CAMPUS, 1) == ["release.organisation_expired"]


def test_attack_12_an_approver_stays_within_his_own_limits() -> None:
    """The team leader's real signature under what needs the head of department."""
    course = SignedCourse()
    course.submit(CAMPUS)
    said = course.said(CAMPUS, LEADER)
    course.put(consent(course, CAMPUS, LEADER, ""), said, key_of(LEADER.id))
    assert course.why(CAMPUS) == ["release.not_covered"]


def test_attack_12_and_within_what_he_granted() -> None:
    """The vice president's real signature, for a smaller concession."""
    course = SignedCourse()
    course.submit(CAMPUS)
    said = course.said(CAMPUS, VICE)
    smaller = {name: value - 1 for name, value in said.limits.items()}
    event = consent(course, CAMPUS, VICE, "")
    course.put(event, replace(said, limits=smaller), key_of(VICE.id))
    assert course.why(CAMPUS) == ["release.not_covered"]


def test_attack_13_one_kind_of_file_is_never_taken_for_another() -> None:
    """A request is no decision, though it names the same revision; nor by changing its kind."""
    course = SignedCourse()
    request = seal(Kind.REQUEST, course.request(CAMPUS, "n1"), key_of(AUTHOR.id))
    with pytest.raises(SignatureRefused) as refused:
        opened(request, Kind.DECISION, Decision)
    assert reason(refused) == "sign_wrong_kind"
    renamed = request.replace(b'"request/1"', b'"decision/1"')
    with pytest.raises(SignatureRefused) as refused:
        opened(renamed, Kind.DECISION, Decision)
    assert reason(refused) == "sign_bad"


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":2}',
        '{"a":1.0}',
        '{"a":NaN}',
        '{"a":-Infinity}',
        '{"b":1,"a":2}',
        '{ "a":1}',
        '{"a":"e\u0301"}',
        '{"a":"\\u4e2d"}',
        '{"a":"\\ud800"}',
        '{"a":1}\n',
        "\ufeff{}",
        "[" * 100_000,
    ],
)
def test_attack_14_there_is_one_way_to_write_what_is_signed(text: str) -> None:
    """Keys twice, floats, another order, other spaces, composed otherwise, lone surrogates."""
    with pytest.raises(SignatureRefused):
        parsed(text.encode())


@pytest.mark.parametrize("value", ["1_0", "+1", "１", "1e1", " 1", "NaN"])
def test_attack_14_a_figure_has_one_way_to_be_written(value: str) -> None:
    """What Python takes for a number and nobody else would, under a good signature."""
    course = approved(CAMPUS)
    file = json.loads(course.log[-1].event.proof)
    body = {**file["body"], "tolerances": {"margin": value}}
    key = key_of(HEAD.id)
    signature = key.sign(Kind.DECISION, canonical(body))
    forged = canonical({**file, "body": body, "signature": signature})
    with pytest.raises(SignatureRefused):
        opened(forged, Kind.DECISION, Decision)


def test_attack_18_words_are_no_decision() -> None:
    """A mail that says yes, and a consent by word of mouth that somebody wrote down."""
    with pytest.raises(SignatureRefused):
        opened("同意。赵军".encode(), Kind.DECISION, Decision)
    course = SignedCourse()
    course.submit(CAMPUS)
    event, _ = course.decision(HEAD, Ruling(Deed.APPROVED))
    course.add(replace(event, deed=Deed.FAST_TRACKED, named=HEAD, confirm_by=DAY))
    assert course.why(CAMPUS) == ["release.not_covered"]


def test_attack_19_a_log_that_was_rewritten_is_found() -> None:
    """Entries before the request are gone or others: the request names the head that it saw."""
    course = approved(CAMPUS)
    course.add(replace(course.log[0].event, deed=Deed.REVISED))
    second = replace(DEEPER, label="B")
    course.submit(second, "n2")
    course.decide(VICE)
    assert course.why(second) == []
    others = [entry.event for entry in course.log[1:]]
    course.log = []
    course.add(*others)
    assert "sign_log_rewritten" in course.why(second)


def test_attack_19_without_its_tail_a_log_approves_nothing() -> None:
    """The decision is gone with it."""
    course = approved(CAMPUS)
    course.log = course.log[:-1]
    assert course.why(CAMPUS) == ["release.pending"]


def test_a_signed_value_comes_back_as_it_was() -> None:
    """What is refused above is refused for a reason: the honest file is taken."""
    course = approved(CAMPUS)
    proof = course.log[-1].event.proof.encode()
    assert opened(proof, Kind.DECISION, Decision).body.number == CAMPUS.quote.number
    request = course.log[0].event.proof.encode()
    assert opened(request, Kind.REQUEST, Request).body.author == AUTHOR.id
    data = sign_organisation(ORGANISATION, ROOT)
    assert opened(data, Kind.ORGANISATION, Organisation).body == ORGANISATION
