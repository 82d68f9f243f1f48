"""People with keys, an organisation, and a quote's life in which everybody signs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.approval.deciding import Ruling, decide
from app.approval.gate import may_print
from app.approval.life import after, life_of
from app.approval.log import seal, timed
from app.approval.signing.evidence import Evidence, trusted_moment
from app.approval.signing.granting import Decision, Request, limits_for
from app.approval.signing.keys import SigningKey, new_key
from app.approval.signing.organisation import Member, Organisation
from app.approval.signing.signed_file import Kind
from app.approval.signing.signed_file import seal as sign
from app.approval.state import CONSENTS, Deed
from app.approval.submitting import Doing, submit
from app.quoting.authority import Staff
from tests.app.approval.quotes import AUTHOR, HEAD, LEADER, NOON, VICE
from tests.app.approval.quotes import MATRIX as LIMITS

if TYPE_CHECKING:
    from app.approval.event import Entry, Event, Person
    from app.approval.life import Life
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision

OTHER = replace(AUTHOR, id="102", name="王芳")
PEOPLE = (AUTHOR, OTHER, LEADER, HEAD, VICE)


@cache
def key_of(owner: str) -> SigningKey:
    """The key of somebody; ``root`` is the administrator's."""
    return new_key(owner)


def organisation(number: int = 3, matrix: AuthorityMatrix = LIMITS) -> Organisation:
    """Everybody with a key, and the sample limits."""
    members = tuple(Member(one.id, one.name, one.role, key=key_of(one.id).public) for one in PEOPLE)
    return Organisation(
        name="中国电信某某分公司",
        policy_no=number,
        issued=datetime(2026, 11, 1, tzinfo=UTC),
        valid_until=date(2027, 6, 30),
        max_days=60,
        members=members,
        authority=(replace(matrix, staff=Staff()),),
    )


ORGANISATION = organisation()


class SignedCourse:
    """A quote's life with its log; each step is signed by who takes it."""

    def __init__(self, known: Organisation = ORGANISATION) -> None:
        """Nothing has happened."""
        self.organisation = known
        self.log: list[Entry] = []
        self.frozen: dict[str, Revision] = {}

    @property
    def life(self) -> Life:
        """Where the quote stands that was logged first."""
        events = [entry.event for entry in self.log]
        return life_of(one for one in events if one.quote == events[0].quote)

    @property
    def matrix(self) -> AuthorityMatrix:
        """Authority on the first day."""
        return self.organisation.matrix_on(NOON.date())

    def add(self, *events: Event) -> None:
        """Log events, whoever made them."""
        for event in events:
            last = self.log[-1] if self.log else None
            self.log.append(seal(timed(event, last), last))

    def request(self, revision: Revision, nonce: str, by: Person = AUTHOR) -> Request:
        """What the author signs."""
        quote = revision.quote
        head = self.log[-1].digest if self.log else ""
        number = self.organisation.policy_no
        return Request(
            quote=quote.id,
            number=quote.number,
            revision=revision.label,
            fingerprint=revision.fingerprint,
            nonce=nonce,
            log_head=head,
            policy_no=number,
            author=by.id,
            signed=NOON,
        )

    def submit(self, revision: Revision, nonce: str = "n1", key: SigningKey | None = None) -> None:
        """Hand in a revision with a signed request."""
        doing = Doing(AUTHOR, NOON, NOON.date(), nonce)
        answer = submit(self.life, revision, self.frozen, self.matrix, doing)
        assert not answer.problems, answer.problems
        body = self.request(revision, nonce)
        proof = sign(Kind.REQUEST, body, key or key_of(AUTHOR.id)).decode()
        first, *others = answer.events
        self.add(replace(first, proof=proof), *others)
        self.frozen[revision.label] = revision

    def said(self, revision: Revision, by: Person) -> Decision:
        """What somebody signs about a revision just handed in, his to decide or not."""
        head = next(one for one in reversed(self.log) if one.event.deed is Deed.SUBMITTED)
        return Decision(
            quote=revision.quote.id,
            number=revision.quote.number,
            revision=revision.label,
            fingerprint=revision.fingerprint,
            nonce=head.event.operation,
            log_head=head.previous,
            policy_no=self.organisation.policy_no,
            approver=by.id,
            answer=Deed.APPROVED,
            limits=limits_for(revision.verdict, self.matrix, {}),
            tolerances={},
            conditions=(),
            left_out=(),
            reason="",
            decided=NOON,
            until=revision.quote.valid_until,
        )

    def decision(self, by: Person, ruling: Ruling, days: int = 0) -> tuple[Event, Decision]:
        """A decision as it would be logged, and what is signed."""
        life, at = self.life, NOON + timedelta(days=days)
        revision = self.frozen[life.label]
        doing = Doing(by, at, at.date(), f"{by.id}-{len(self.log)}")
        answer = decide(life, revision, ruling, self.matrix, doing)
        assert not answer.problems, answer.problems
        (event,) = answer.events
        decided = after(life, event).decisions
        body = replace(
            self.said(revision, by),
            answer=ruling.deed,
            limits=limits_for(revision.verdict, self.matrix, ruling.tolerances),
            tolerances=event.tolerances,
            conditions=event.conditions,
            left_out=tuple(sorted(decided[-1].left_out)) if ruling.deed in CONSENTS else (),
            reason=event.reason,
            decided=at,
            until=event.until or at.date(),
        )
        return event, body

    def decide(self, by: Person = HEAD, ruling: Ruling | None = None, days: int = 0) -> None:
        """An approver decides and signs."""
        event, body = self.decision(by, ruling or Ruling(Deed.APPROVED), days)
        self.put(event, body, key_of(by.id))

    def put(self, event: Event, body: Decision, key: SigningKey) -> None:
        """Log a decision with whatever was signed under it."""
        self.add(replace(event, proof=sign(Kind.DECISION, body, key).decode()))

    def evidence(self, days: int = 0) -> Evidence:
        """What the gate judges by, so many days after the first."""
        return Evidence(self.organisation, self.log, NOON + timedelta(days=days))

    def why(self, in_hand: Revision, days: int = 0) -> list[str]:
        """Why the gate is closed: codes, with the reason where there is one."""
        evidence = self.evidence(days)
        matrix = self.organisation.matrix_on(trusted_moment(evidence).date())
        found = may_print(self.life, in_hand, self.frozen, matrix, evidence)
        signature = "release.signature"
        return [one.parameters["reason"] if one.code == signature else one.code for one in found]


def approved(revision: Revision, by: Person = HEAD, ruling: Ruling | None = None) -> SignedCourse:
    """Submitted by the author and approved by somebody, both signed."""
    course = SignedCourse()
    course.submit(revision)
    course.decide(by, ruling)
    return course
