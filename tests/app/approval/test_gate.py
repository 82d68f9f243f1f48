"""The gate: final paper only for what is in hand, approved, covered and not expired."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.approval.course import step
from app.approval.deciding import Ruling, decide, fast_track
from app.approval.event import Person
from app.approval.gate import conditions_open, hindrances
from app.approval.life import Life
from app.approval.log import seal, verify
from app.approval.state import Deed, QuoteState
from app.approval.submitting import submit
from app.quoting.header_edits import set_notes
from tests.app.approval.negotiation import CODES, Line, Offer, needs_somebody, worked
from tests.app.approval.negotiation import MATRIX as FOUR
from tests.app.approval.quotes import (
    AUTHOR,
    DAY,
    HEAD,
    LAST,
    MATRIX,
    Course,
    doing,
    revision,
    signed,
)
from tests.app.quoting.test_negotiation_ladders import campus
from tests.sample import sample_case

if TYPE_CHECKING:
    from app.quoting.revision import Revision

CAMPUS = revision(3, campus(2, 0, 5))


def why(course: Course, in_hand: Revision = CAMPUS, days: int = 0) -> list[str]:
    """Why the gate is closed."""
    day = DAY + timedelta(days=days)
    found = hindrances(course.life, in_hand, course.frozen, MATRIX, day)
    return [problem.code for problem in found]


def approved(ruling: Ruling | None = None) -> Course:
    """The head of department has approved the campus quote."""
    course = Course()
    course.do(submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR)), CAMPUS)
    course.do(decide(course.life, CAMPUS, ruling or Ruling(Deed.APPROVED), MATRIX, doing(HEAD)))
    return course


def test_nothing_passes_before_it_is_approved() -> None:
    """Not while it is written, not while it waits; not even within own authority."""
    course = Course()
    assert why(course) == ["release.not_approved"]
    assert why(course, revision(1, sample_case(1).quote)) == ["release.not_approved"]
    course.do(submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR)), CAMPUS)
    assert why(course) == ["release.pending"]


def test_what_is_approved_passes_until_its_last_day() -> None:
    """The last day included."""
    course = approved()
    assert why(course) == []
    assert why(course, days=(LAST - DAY).days) == []
    assert why(course, days=(LAST - DAY).days + 1) == ["release.expired"]


def test_within_own_authority_passes_once_submitted() -> None:
    """Nobody else has to see it."""
    own = revision(1, sample_case(1).quote)
    course = Course()
    course.do(submit(Life(), own, {}, MATRIX, doing(AUTHOR)), own)
    assert why(course, own) == []


def test_what_other_quotes_made_too_much_is_submitted_again() -> None:
    """It was within own authority; with the customer's other quotes it is not any more."""
    own = revision(1, sample_case(1).quote)
    course = Course()
    course.do(submit(Life(), own, {}, MATRIX, doing(AUTHOR)), own)
    judged = tuple(
        replace(one, level="L2") if one.id == "contract_value" else one
        for one in own.verdict.criteria
    )
    verdict = replace(own.verdict, level="L2", within_own=False, criteria=judged)
    now = replace(own, verdict=verdict)
    assert why(course, now) == ["release.not_covered"]
    life = course.do(submit(course.life, now, course.frozen, MATRIX, doing(AUTHOR)), now)
    assert (life.state, life.waiting) == (QuoteState.PENDING, ("L2",))
    course.do(decide(life, now, Ruling(Deed.APPROVED), MATRIX, doing(HEAD)))
    assert why(course, now) == []
    again = submit(course.life, now, course.frozen, MATRIX, doing(AUTHOR))
    assert [problem.code for problem in again.problems] == ["approval.unchanged"]


def test_any_change_after_the_approval_closes_the_gate() -> None:
    """Better or worse: what is in hand is not what was approved. Remarks are nobody's business."""
    course = approved()
    for other in (campus(3, 3, 10), campus(0, 0, 0)):
        assert why(course, revision(3, other)) == ["release.changed"]
    noted = replace(CAMPUS, quote=set_notes(CAMPUS.quote, "打过电话"))
    assert why(course, noted) == []


def test_a_fingerprint_is_taken_again_and_never_believed() -> None:
    """What is in hand says that it is the approved one, and is not."""
    other = replace(revision(3, campus(3, 3, 10)), fingerprint=CAMPUS.fingerprint)
    assert why(approved(), other) == ["release.changed"]


def test_a_frozen_revision_that_was_tampered_with_covers_nothing() -> None:
    """Its figures were changed in the database, its fingerprint was not."""
    course = approved()
    other = revision(3, campus(3, 3, 10))
    course.frozen["A"] = replace(other, fingerprint=CAMPUS.fingerprint)
    assert why(course) == ["release.not_covered"]
    course.frozen.clear()
    assert why(course) == ["release.not_covered"]


def test_a_forged_entry_without_a_decision_opens_nothing() -> None:
    """A log that says “within own authority” about a quote that is beyond it."""
    course = Course()
    course.do(submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR)), CAMPUS)
    for deed in (Deed.WITHIN_OWN, Deed.CARRIED_OVER):
        event = replace(course.events[0], deed=deed, until=LAST)
        forged = Course()
        forged.events, forged.frozen = [*course.events, event], course.frozen
        assert forged.life.state is QuoteState.APPROVED
        assert why(forged) == ["release.not_covered"]


def test_a_forged_carrying_over_of_something_worse_opens_nothing() -> None:
    """The contract value is covered by what was decided before, a third free month is not."""
    course = approved()
    worse = revision(3, campus(3, 0, 5), "B")
    life = course.do(submit(course.life, worse, course.frozen, MATRIX, doing(AUTHOR)), worse)
    assert life.carried
    course.events.append(replace(course.events[-1], deed=Deed.CARRIED_OVER, until=LAST))
    assert course.life.state is QuoteState.APPROVED
    assert why(course, worse) == ["release.not_covered"]


@pytest.mark.parametrize(
    "decider", [AUTHOR, Person("101", "王五", "L5"), Person("9", "王五", "L9")]
)
def test_a_forged_decision_of_who_may_not_decide_opens_nothing(decider: Person) -> None:
    """The author under another name, and a level that nobody knows."""
    course = approved()
    acting = (decider.role,)
    course.events[-1] = replace(course.events[-1], person=decider, acting=acting)
    assert why(course) == ["release.not_covered"]


def test_a_broken_log_closes_every_gate() -> None:
    """Whoever changed one entry has made all of them worthless."""
    course = approved()
    entries = [seal(course.events[0], None)]
    entries.append(seal(course.events[1], entries[0]))
    entries[0] = replace(entries[0], event=replace(entries[0].event, reason="x"))
    found = hindrances(course.life, CAMPUS, course.frozen, MATRIX, DAY, verify(entries))
    assert [problem.code for problem in found] == ["release.log_broken"]


def test_findings_close_the_gate_whatever_was_approved() -> None:
    """Approval is about money; a quote with errors is not put on paper."""
    blocking = revision(4, sample_case(4).quote)
    problems = [*blocking.priced.problems]
    assert not any(problem.blocks for problem in problems)
    wrong = replace(CAMPUS, verdict=replace(CAMPUS.verdict, blocked=("margin",)))
    assert why(approved(), wrong) == ["approval.nobody_may_grant"]


def test_a_fast_track_opens_the_gate_until_it_has_to_be_confirmed() -> None:
    """Three days; after the confirmation as long as the quote is valid."""
    course = Course()
    course.do(submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR)), CAMPUS)
    track = fast_track(course.life, CAMPUS, HEAD, MATRIX, doing(AUTHOR), reason="急", days=3)
    course.do(track)
    assert why(course, days=3) == []
    assert why(course, days=4) == ["release.unconfirmed"]
    course.do(decide(course.life, CAMPUS, Ruling(Deed.FILED), MATRIX, doing(HEAD, 4)))
    assert why(course, days=5) == []


def test_a_signed_contract_can_be_printed_again_after_its_last_day() -> None:
    """What the customer accepted in time stays what it is."""
    course = approved()
    for deed in (Deed.SENT, Deed.ACCEPTED, Deed.CONTRACTED):
        course.do(step(course.life, CAMPUS.quote.id, AUTHOR, deed, doing(AUTHOR), ""))
    assert why(course, days=400) == []


def test_conditions_are_told_and_stop_nothing() -> None:
    """The paper may be printed; nobody shall forget the deposit."""
    ruling = Ruling(Deed.APPROVED_WITH_CONDITIONS, conditions=("预付三个月",))
    course = approved(ruling)
    assert why(course) == []
    (told,) = conditions_open(course.life)
    assert (told.code, told.blocks) == ("release.condition", False)


a_line = st.builds(
    Line, st.sampled_from(CODES), st.integers(1, 4), st.integers(0, 25), st.integers(0, 3)
)
an_offer = st.builds(Offer, st.lists(a_line, min_size=1, max_size=3).map(tuple), st.just(24))


@settings(max_examples=150, deadline=None)
@given(an_offer, an_offer)
def test_the_gate_opens_for_what_was_approved_and_for_nothing_else(
    offer: Offer, other: Offer
) -> None:
    """Any two offers: the approval of one is no approval of the other."""
    first, second = worked(offer), worked(other)
    course = Course()
    life = course.do(submit(Life(), first, {}, FOUR, doing(AUTHOR)), first)
    if needs_somebody(offer):
        assert life.state is QuoteState.PENDING
        top = Person("901", "高明", "L4")
        course.do(decide(life, first, Ruling(Deed.APPROVED), FOUR, doing(top)))
    assert not hindrances(course.life, first, course.frozen, FOUR, DAY)
    opened = not hindrances(course.life, second, course.frozen, FOUR, DAY)
    assert opened is (signed(second).fingerprint == first.fingerprint)
