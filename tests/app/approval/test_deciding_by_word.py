"""What a decision writes down, and what it says when it cannot be taken: word for word."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.approval.deciding import MOST_DAYS_TO_CONFIRM, Ruling, decide, fast_track
from app.approval.event import Event, Person
from app.approval.life import Life
from app.approval.state import Deed, QuoteState
from app.approval.submitting import Answer, submit
from app.quoting.authority import Absence, AuthorityMatrix, Staff
from app.quoting.authority import Person as StaffMember
from catalog.problem import Problem
from tests.app.approval.quotes import (
    AUTHOR,
    DAY,
    HEAD,
    LAST,
    LEADER,
    MATRIX,
    NOON,
    VICE,
    doing,
    revision,
)
from tests.app.approval.test_life import CAMPUS, YES, approved, submitted
from tests.app.quoting.test_negotiation_ladders import campus

ROOM = {"margin": Decimal(2)}


def problem(code: str, **facts: str) -> Problem:
    """A reason with its facts."""
    return Problem(f"approval.{code}", parameters=facts)


def beyond(role: str, level: str) -> Problem:
    """Somebody whose role settles nothing of what is waited for."""
    return problem("beyond_level", role=role, level=level)


def by_mouth(
    named: Person = HEAD,
    life: Life | None = None,
    matrix: AuthorityMatrix = MATRIX,
    *,
    reason: str = "急",
    days: int = 3,
) -> Answer:
    """The author writes down that somebody has said yes."""
    known = submitted().life if life is None else life
    return fast_track(known, CAMPUS, named, matrix, doing(AUTHOR), reason=reason, days=days)


def test_a_consent_is_written_down_whole() -> None:
    """Which revision, in which roles, with which conditions, room, last day and signature."""
    ruling = Ruling(
        Deed.APPROVED_WITH_CONDITIONS,
        " 可以 ",
        (" 预付三个月 ", " ", "盖章"),
        ROOM,
        DAY + timedelta(days=7),
        "signed",
    )
    answer = decide(submitted().life, CAMPUS, ruling, MATRIX, doing(HEAD))
    assert answer == Answer(
        (
            Event(
                quote=CAMPUS.quote.id,
                deed=Deed.APPROVED_WITH_CONDITIONS,
                person=HEAD,
                at=NOON,
                operation="301-0",
                revision="A",
                fingerprint=CAMPUS.fingerprint,
                reason="可以",
                conditions=("预付三个月", "盖章"),
                roles=("L2", "L3"),
                acting=("L3",),
                tolerances=ROOM,
                until=DAY + timedelta(days=7),
                proof="signed",
            ),
        )
    )


@pytest.mark.parametrize("deed", [Deed.RETURNED, Deed.REJECTED])
def test_a_refusal_grants_nothing(deed: Deed) -> None:
    """No room, no last day, whatever was filled in beside it."""
    ruling = Ruling(deed, "太低", tolerances=ROOM, until=LAST, proof="signed")
    (event,) = decide(submitted().life, CAMPUS, ruling, MATRIX, doing(HEAD)).events
    assert (event.tolerances, event.until, event.proof) == ({}, None, "signed")
    assert (event.reason, event.roles) == ("太低", ("L2", "L3"))


def test_a_word_is_written_down_whole() -> None:
    """Who said it, why, by when he confirms it, and as long as the quote is valid."""
    assert by_mouth(reason=" 客户在场 ") == Answer(
        (
            Event(
                quote=CAMPUS.quote.id,
                deed=Deed.FAST_TRACKED,
                person=AUTHOR,
                at=NOON,
                operation="101-0",
                revision="A",
                fingerprint=CAMPUS.fingerprint,
                reason="客户在场",
                roles=("L2", "L3"),
                acting=("L3",),
                until=LAST,
                confirm_by=DAY + timedelta(days=3),
                named=HEAD,
            ),
        )
    )


def test_a_word_is_confirmed_within_a_week_and_before_the_quote_ends() -> None:
    """Seven days are the most; of a quote that ends tomorrow, tomorrow."""
    most = MOST_DAYS_TO_CONFIRM
    assert by_mouth(days=most).events[0].confirm_by == DAY + timedelta(days=7)
    assert by_mouth(days=8).problems == (problem("days_to_confirm", most="7"),)
    late = doing(AUTHOR, 37)
    track = fast_track(submitted().life, CAMPUS, HEAD, MATRIX, late, reason="急", days=most)
    assert track.events[0].confirm_by == LAST


def test_what_cannot_be_done_now_names_the_state_and_nothing_else() -> None:
    """Nothing was handed in: there is nothing to decide."""
    now = problem("not_now", reason="state_in_progress")
    assert decide(Life(), CAMPUS, YES, MATRIX, doing(LEADER)).problems == (now,)
    assert by_mouth(LEADER, Life()).problems == (now,)


def test_an_expired_quote_says_which_day_was_its_last() -> None:
    """On top of whatever else there is."""
    late = decide(submitted().life, CAMPUS, YES, MATRIX, doing(HEAD, 39))
    assert late.problems == (problem("quote_expired", date="2026-12-31"),)


def test_who_reaches_nothing_is_told_what_is_waited_for() -> None:
    """His role and both levels; a line where there is none."""
    life = submitted().life
    stranger = Person("7", "某", "")
    assert decide(life, CAMPUS, YES, MATRIX, doing(stranger)).problems == (beyond("-", "L2, L3"),)
    bare = Life(
        state=QuoteState.PENDING, label="A", fingerprint=CAMPUS.fingerprint, requester=AUTHOR
    )
    assert decide(bare, CAMPUS, YES, MATRIX, doing(HEAD)).problems == (beyond("L3", "-"),)
    assert by_mouth(LEADER).problems == (beyond("L2", "L2, L3"),)


@pytest.mark.parametrize(
    ("person", "problems"),
    [
        (Person("7", " ", "L3"), (problem("nobody"),)),
        (Person(" ", "某", "L3"), (problem("nobody"),)),
        (
            Person("", AUTHOR.name, "L3"),
            (problem("nobody"), problem("own_quote", name=AUTHOR.name)),
        ),
        (Person(AUTHOR.id, "王五", "L3"), (problem("own_quote", name="王五"),)),
        (Person("102", "王芳", "L3"), (problem("own_quote", name="王芳"),)),
    ],
)
def test_nobody_and_one_s_own_are_no_decision(
    person: Person, problems: tuple[Problem, ...]
) -> None:
    """Neither the author's, by number or name, nor that of who handed it in for him."""
    life = replace(submitted().life, requester=Person("102", "王芳", "L1"))
    assert by_mouth(person, life).problems == problems


def test_a_revision_that_nobody_handed_in_can_be_decided() -> None:
    """A log from elsewhere may not say who did."""
    life = replace(submitted().life, requester=None)
    assert decide(life, CAMPUS, YES, MATRIX, doing(HEAD)).events


def test_another_than_who_was_named_is_told_who_it_was() -> None:
    """The head of department gave his word: the vice president cannot confirm it."""
    course = submitted()
    life = course.do(by_mouth(life=course.life))
    other = decide(life, CAMPUS, YES, MATRIX, doing(VICE, 1)).problems
    assert other[0] == problem("other_confirms", name=HEAD.name)


def test_what_was_changed_since_says_which_revision_was_handed_in() -> None:
    """Another content, or another letter."""
    told = (problem("not_what_was_submitted", label="A"),)
    other = revision(3, campus(3, 3, 10))
    assert decide(submitted().life, other, YES, MATRIX, doing(HEAD)).problems == told
    relabelled = replace(CAMPUS, label="B")
    assert decide(submitted().life, relabelled, YES, MATRIX, doing(HEAD)).problems == told


def test_only_the_author_s_own_team_decides() -> None:
    """The leader of another team reaches nothing here, in writing or by mouth."""
    people = (
        StaffMember(AUTHOR.id, AUTHOR.name, "L1", "一组"),
        StaffMember(LEADER.id, LEADER.name, "L2", "一组"),
        StaffMember(HEAD.id, HEAD.name, "L3", "二组"),
        StaffMember(VICE.id, VICE.name, "L3", "一组"),
    )
    matrix = replace(MATRIX, staff=Staff(people))
    refused = (beyond("L3", "L2, L3"),)
    life = submitted().life
    assert decide(life, CAMPUS, YES, matrix, doing(HEAD)).problems == refused
    assert by_mouth(HEAD, matrix=matrix).problems == refused
    assert by_mouth(VICE, matrix=matrix).events[0].acting == ("L3",)


def test_a_word_of_who_stands_in_counts_on_that_day() -> None:
    """The head of department is away today and leaves it to the leader; not tomorrow."""
    people = (StaffMember(HEAD.id, HEAD.name, "L3"), StaffMember(LEADER.id, LEADER.name, "L2"))
    for day, roles in ((DAY, ("L2", "L3")), (DAY + timedelta(days=1), ())):
        matrix = replace(MATRIX, staff=Staff(people, (Absence(HEAD.id, day, day, LEADER.id),)))
        answer = by_mouth(LEADER, matrix=matrix)
        assert tuple(role for event in answer.events for role in event.acting) == roles


def test_why_a_revision_is_not_handed_in_is_told_whole() -> None:
    """Two findings, two criteria, the last day, the letter, the reason of the rejection."""
    errors = (Problem("x"), Problem("y"))
    wrong = replace(
        CAMPUS,
        priced=replace(CAMPUS.priced, problems=errors),
        verdict=replace(CAMPUS.verdict, blocked=("margin", "discount")),
    )
    rejected = Life(rejected={CAMPUS.fingerprint: "不行"})
    assert submit(rejected, wrong, {}, MATRIX, doing(AUTHOR, 39)).problems == (
        problem("findings_block", count="2"),
        problem("nobody_may_grant", criteria="margin; discount"),
        problem("quote_expired", date="2026-12-31"),
        problem("rejected_before", reason="不行"),
    )
    assert submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR, 38)).events
    course = approved()
    again = submit(course.life, CAMPUS, course.frozen, MATRIX, doing(AUTHOR, 1))
    assert again.problems == (problem("unchanged", label="A"),)
    waiting = submit(submitted().life, CAMPUS, {}, MATRIX, doing(AUTHOR))
    assert waiting.problems == (problem("not_now", reason="state_pending"),)
