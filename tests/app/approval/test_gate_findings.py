"""What the gate says: each reason with the name, day, level or count that a person needs."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.approval.course import step
from app.approval.deciding import Ruling, decide, fast_track
from app.approval.gate import conditions_open, hindrances, may_print
from app.approval.life import Life
from app.approval.state import Deed, QuoteState
from app.approval.submitting import submit
from catalog.problem import Problem, Severity
from tests.app.approval.quotes import (
    AUTHOR,
    DAY,
    HEAD,
    LAST,
    MATRIX,
    NOON,
    Course,
    doing,
    revision,
)
from tests.app.approval.signing.parties import ORGANISATION, SignedCourse
from tests.app.approval.signing.parties import approved as signed_approval
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.quoting.revision import Revision

CAMPUS = revision(3, campus(2, 0, 5))
"""The team leader decides two free months and the margin, the head of department the contract."""
BOTH = Problem("release.not_covered", parameters={"level": "L2, L3"})


def told(
    life: Life, in_hand: Revision = CAMPUS, days: int = 0, frozen: dict[str, Revision] | None = None
) -> tuple[Problem, ...]:
    """What the gate says, so many days after the first."""
    return hindrances(life, in_hand, frozen or {}, MATRIX, DAY + timedelta(days=days))


def submitted() -> Course:
    """The campus quote waits for two levels."""
    course = Course()
    course.do(submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR)), CAMPUS)
    return course


def approved() -> Course:
    """The head of department has approved it."""
    course = submitted()
    course.do(decide(course.life, CAMPUS, Ruling(Deed.APPROVED), MATRIX, doing(HEAD)))
    return course


def test_findings_that_block_are_counted() -> None:
    """Two errors; a warning blocks nothing."""
    problems = (Problem("x"), Problem("y", Severity.WARNING), Problem("z"))
    wrong = replace(CAMPUS, priced=replace(CAMPUS.priced, problems=problems))
    assert told(approved().life, wrong)[0] == Problem(
        "approval.findings_block", parameters={"count": "2"}
    )


def test_what_nobody_may_grant_is_named() -> None:
    """Every criterion of it."""
    verdict = replace(CAMPUS.verdict, blocked=("margin", "fixed_deviation"))
    course = approved()
    assert told(course.life, replace(CAMPUS, verdict=verdict), frozen=course.frozen) == (
        Problem("approval.nobody_may_grant", parameters={"criteria": "margin; fixed_deviation"}),
    )


def test_what_is_not_approved_names_the_level_and_the_state() -> None:
    """Who is waited for; else the level that the quote needs; a line where nobody is."""
    assert told(Life()) == (
        Problem("release.not_approved", parameters={"level": "L3", "reason": "state_in_progress"}),
    )
    nobody = replace(CAMPUS, verdict=replace(CAMPUS.verdict, level=""))
    assert told(Life(), nobody)[0].parameters["level"] == "-"
    assert told(submitted().life) == (
        Problem("release.pending", parameters={"level": "L2, L3", "reason": "state_pending"}),
    )


def test_what_has_expired_or_was_changed_says_when_and_from_what() -> None:
    """The last day; the letter of the revision that was approved."""
    life = approved().life
    assert told(life, days=39) == (Problem("release.expired", parameters={"date": "2026-12-31"}),)
    changed = revision(3, campus(3, 0, 5), "B")
    assert told(life, changed) == (Problem("release.changed", parameters={"label": "A"}),)


def test_who_has_to_confirm_is_named_with_the_day() -> None:
    """The head of department said yes by telephone, and has two days."""
    course = submitted()
    track = fast_track(course.life, CAMPUS, HEAD, MATRIX, doing(AUTHOR), reason="急", days=2)
    life = course.do(track)
    facts = {"name": "赵军", "date": "2026-11-25"}
    assert told(life, days=3) == (Problem("release.unconfirmed", parameters=facts),)
    nameless = replace(life, named=None)
    assert told(nameless, days=3) == (
        Problem("release.unconfirmed", parameters={"name": "", "date": "2026-11-25"}),
    )


def test_what_no_decision_covers_names_all_levels_that_would() -> None:
    """Not only the highest; and a consent by word of nobody covers nothing."""
    life = approved().life
    assert told(life) == (BOTH,)
    track = Life(
        state=QuoteState.APPROVED, label="A", fingerprint=CAMPUS.fingerprint, to_confirm=DAY
    )
    assert told(track) == (BOTH,)
    assert told(replace(track, to_confirm=None, named=HEAD, named_acting=("L3",))) == (BOTH,)


def test_where_nothing_got_worse_the_level_of_the_quote_is_named() -> None:
    """No criterion asks for anybody, and still the author may not decide."""
    verdict = replace(CAMPUS.verdict, criteria=())
    life = Life(state=QuoteState.APPROVED, label="A", fingerprint=CAMPUS.fingerprint)
    assert told(life, replace(CAMPUS, verdict=verdict)) == (
        Problem("release.not_covered", parameters={"level": "L3"}),
    )


def test_conditions_are_reminders() -> None:
    """Each by itself, as it was written."""
    life = Life(conditions=("预付三个月", "盖章"))
    assert conditions_open(life) == tuple(
        Problem("release.condition", Severity.WARNING, parameters={"condition": said})
        for said in ("预付三个月", "盖章")
    )


def test_signatures_that_do_not_cover_name_all_levels_that_would() -> None:
    """Handed in and forged as approved: nobody has signed."""
    course = SignedCourse()
    course.submit(CAMPUS)
    event = course.log[0].event
    course.add(replace(event, deed=Deed.APPROVED, operation="x", until=LAST, proof=""))
    found = may_print(course.life, CAMPUS, course.frozen, course.matrix, course.evidence())
    missing = {"name": AUTHOR.name, "reason": "sign_missing"}
    assert found == (Problem("release.signature", parameters=missing), BOTH)


def test_where_no_criterion_is_asked_signatures_have_to_cover_the_level() -> None:
    """No criterion asks for anybody, and still the author may not decide."""
    course = signed_approval(CAMPUS)
    verdict = replace(CAMPUS.verdict, criteria=())
    bare = replace(CAMPUS, verdict=verdict)
    found = may_print(course.life, bare, course.frozen, course.matrix, course.evidence())
    assert found == (Problem("release.not_covered", parameters={"level": "L3"}),)


def test_an_organisation_that_has_ended_says_when() -> None:
    """Its last day."""
    course = signed_approval(CAMPUS)
    course.organisation = replace(ORGANISATION, valid_until=DAY)
    found = may_print(course.life, CAMPUS, course.frozen, course.matrix, course.evidence(1))
    ended = Problem("release.organisation_expired", parameters={"date": "2026-11-23"})
    assert found == (ended,)


def test_a_signed_contract_can_be_printed_again_after_its_last_day() -> None:
    """What the customer accepted in time was covered then, and stays so."""
    course = signed_approval(CAMPUS)
    for deed in (Deed.SENT, Deed.ACCEPTED, Deed.CONTRACTED):
        answer = step(course.life, CAMPUS.quote.id, AUTHOR, deed, doing(AUTHOR), "")
        course.add(*answer.events)
    assert course.why(CAMPUS, 100) == []


def test_the_day_is_that_of_the_clock_s_own_place() -> None:
    """Eight in the evening of the last day in London is the next day in Beijing."""
    course = signed_approval(CAMPUS)
    evening = datetime(2026, 12, 31, 20, tzinfo=NOON.tzinfo)
    for zone, codes in ((0, []), (8, ["release.expired"])):
        clock = evening.astimezone(timezone(timedelta(hours=zone)))
        evidence = course.evidence()._replace(clock=clock)
        found = may_print(course.life, CAMPUS, course.frozen, course.matrix, evidence)
        assert [problem.code for problem in found] == codes


def test_a_broken_log_closes_the_gate_whatever_is_signed() -> None:
    """The first broken entry is handed on as it is."""
    course = signed_approval(CAMPUS)
    broken = Problem("release.log_broken", parameters={"entry": "1", "reason": "log_changed"})
    found = may_print(course.life, CAMPUS, course.frozen, course.matrix, course.evidence(), broken)
    assert found == (broken,)
