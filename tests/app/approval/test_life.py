"""Where a quote stands: every state, what leads there, and what is not possible in it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.approval.course import STEPS, issued, step
from app.approval.deciding import DECISIONS, Ruling, decide
from app.approval.event import Event, Person
from app.approval.life import Life, life_of
from app.approval.state import CONFIRMATIONS, TRANSITIONS, Deed, QuoteState
from app.approval.submitting import submit
from tests.app.approval.quotes import (
    AUTHOR,
    DAY,
    HEAD,
    LAST,
    LEADER,
    MATRIX,
    NOON,
    VICE,
    Course,
    codes,
    doing,
    revision,
)
from tests.app.quoting.test_negotiation_ladders import campus, hotel
from tests.sample import sample_case

CAMPUS = revision(3, campus(2, 0, 5))
"""Needs L3: its contract is worth 313,044.00 yuan."""
YES = Ruling(Deed.APPROVED)


def submitted() -> Course:
    """The campus quote waits for the head of department."""
    course = Course()
    course.do(submit(course.life, CAMPUS, course.frozen, MATRIX, doing(AUTHOR)), CAMPUS)
    return course


def approved() -> Course:
    """The head of department has approved it."""
    course = submitted()
    course.do(decide(course.life, CAMPUS, YES, MATRIX, doing(HEAD)))
    return course


def take(course: Course, deed: Deed, reason: str = "", days: int = 0) -> Life:
    """The author takes a step."""
    act = doing(AUTHOR, days)
    return course.do(step(course.life, CAMPUS.quote.id, AUTHOR, deed, act, reason))


def test_every_state_is_in_the_table_and_every_step_leads_to_one() -> None:
    """Nothing is possible that the table does not say; two states are the end."""
    assert set(TRANSITIONS) == set(QuoteState)
    assert not TRANSITIONS[QuoteState.CANCELLED]
    assert set(TRANSITIONS[QuoteState.CONTRACTED]) == {Deed.ISSUED}
    assert QuoteState.EXPIRED not in {to for deeds in TRANSITIONS.values() for to in deeds.values()}
    led = {deed for deeds in TRANSITIONS.values() for deed in deeds} | set(CONFIRMATIONS)
    assert led == set(Deed)


def test_what_leads_out_of_expired_leads_out_of_where_it_was() -> None:
    """The state is worked out without a clock; only reading it needs the day."""
    expired = TRANSITIONS[QuoteState.EXPIRED].items()
    assert expired <= TRANSITIONS[QuoteState.APPROVED].items()
    assert expired <= TRANSITIONS[QuoteState.SENT].items()


def test_beyond_own_authority_a_quote_waits_for_the_level_it_needs() -> None:
    """Three things are beyond the author: free months, margin and contract value; L3 may."""
    life = submitted().life
    assert (life.state, life.waiting, life.label) == (QuoteState.PENDING, ("L2", "L3"), "A")
    assert [one.key for one in life.asked] == ["free_months:B10", "margin", "contract_value"]
    assert life.requester == AUTHOR
    assert life.until is None


def test_within_own_authority_the_submission_approves_at_once() -> None:
    """The restaurant of case one is at list price; two entries of one operation."""
    own = revision(1, sample_case(1).quote)
    course = Course()
    life = course.do(submit(Life(), own, {}, MATRIX, doing(AUTHOR)), own)
    assert (life.state, life.until) == (QuoteState.APPROVED, LAST)
    assert [event.deed for event in course.events] == [Deed.SUBMITTED, Deed.WITHIN_OWN]
    assert life.decisions == ()


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (AUTHOR, "approval.own_quote"),
        (Person("101", "another name", "L5"), "approval.own_quote"),
        (Person("9", "陌生人", "L9"), "approval.beyond_level"),
        (Person("", "孙丽", "L4"), "approval.nobody"),
    ],
)
def test_who_may_not_decide_is_refused(person: Person, code: str) -> None:
    """The author under whatever name and level, an unknown level, nobody."""
    answer = decide(submitted().life, CAMPUS, YES, MATRIX, doing(person))
    assert code in codes(answer)


def test_who_submitted_a_quote_of_another_may_not_decide_it() -> None:
    """The vice president hands it in for the author: then the vice president is a party."""
    course = Course()
    course.do(submit(Life(), CAMPUS, {}, MATRIX, doing(VICE)), CAMPUS)
    assert codes(decide(course.life, CAMPUS, YES, MATRIX, doing(VICE))) == ["approval.own_quote"]
    course.do(decide(course.life, CAMPUS, YES, MATRIX, doing(HEAD)))


@pytest.mark.parametrize("deed", [Deed.APPROVED, Deed.APPROVED_WITH_CONDITIONS, Deed.FILED])
def test_three_ways_to_let_it_pass(deed: Deed) -> None:
    """Approve, approve with conditions, take note; each holds as long as the quote is valid."""
    course = submitted()
    ruling = Ruling(deed, conditions=("预付三个月",))
    life = course.do(decide(course.life, CAMPUS, ruling, MATRIX, doing(HEAD)))
    assert (life.state, life.until) == (QuoteState.APPROVED, LAST)
    assert life.conditions == ("预付三个月",)
    assert [(one.decider, one.deed) for one in life.decisions] == [(HEAD, deed)]


@pytest.mark.parametrize("deed", [Deed.RETURNED, Deed.REJECTED])
def test_two_ways_to_send_it_back_need_a_reason(deed: Deed) -> None:
    """Afterwards the author works on; the log keeps the reason."""
    course = submitted()
    refused = decide(course.life, CAMPUS, Ruling(deed, " "), MATRIX, doing(HEAD))
    assert codes(refused) == ["approval.reason_missing"]
    ruling = Ruling(deed, "毛利太低")
    life = course.do(decide(course.life, CAMPUS, ruling, MATRIX, doing(HEAD)))
    assert life.state is QuoteState.IN_PROGRESS
    assert course.events[-1].reason == "毛利太低"


def test_conditions_have_to_be_written() -> None:
    """An approval with empty conditions would be one without."""
    ruling = Ruling(Deed.APPROVED_WITH_CONDITIONS, conditions=("", "  "))
    answer = decide(submitted().life, CAMPUS, ruling, MATRIX, doing(HEAD))
    assert codes(answer) == ["approval.conditions_missing"]
    ruling = Ruling(Deed.APPROVED_WITH_CONDITIONS, conditions=("", " 预付 "))
    (event,) = decide(submitted().life, CAMPUS, ruling, MATRIX, doing(HEAD)).events
    assert event.conditions == ("预付",)


def test_rejected_content_cannot_be_tried_on_somebody_else() -> None:
    """Returned content can be submitted again, rejected content has to change."""
    course = submitted()
    course.do(decide(course.life, CAMPUS, Ruling(Deed.REJECTED, "不行"), MATRIX, doing(HEAD)))
    again = submit(course.life, CAMPUS, course.frozen, MATRIX, doing(AUTHOR, 1))
    assert codes(again) == ["approval.rejected_before"]
    other = revision(3, campus(1, 0, 5), "B")
    course.do(submit(course.life, other, course.frozen, MATRIX, doing(AUTHOR, 1)), other)


def test_what_is_approved_is_not_submitted_again() -> None:
    """Neither on the same day nor later; once expired it may be."""
    course = approved()
    again = submit(course.life, CAMPUS, course.frozen, MATRIX, doing(AUTHOR, 1))
    assert codes(again) == ["approval.unchanged"]


def test_a_quote_is_recalled_by_its_author_only() -> None:
    """Not by a colleague who is in a hurry."""
    course = submitted()
    act = doing(LEADER)
    refused = step(course.life, CAMPUS.quote.id, AUTHOR, Deed.RECALLED, act, "")
    assert codes(refused) == ["approval.not_yours"]
    assert take(course, Deed.RECALLED).state is QuoteState.IN_PROGRESS


def test_the_way_to_a_contract() -> None:
    """Approved, sent, accepted, contracted; papers are issued on the way and after."""
    course = approved()
    for deed, state in (
        (Deed.SENT, QuoteState.SENT),
        (Deed.ACCEPTED, QuoteState.ACCEPTED),
        (Deed.CONTRACTED, QuoteState.CONTRACTED),
    ):
        life = course.do(issued(course.life, CAMPUS.quote.id, ("ab" * 32,), doing(AUTHOR)))
        assert life.state is not state
        assert take(course, deed).state is state
    course.do(issued(course.life, CAMPUS.quote.id, (), doing(AUTHOR)))
    assert course.events[2].papers == ("ab" * 32,)
    assert course.events[2].fingerprint == CAMPUS.fingerprint


def test_a_customer_who_declines_leads_to_a_new_revision() -> None:
    """A reason is asked for; revising begins again, with the decision still known."""
    course = approved()
    take(course, Deed.SENT)
    act = doing(AUTHOR)
    refused = step(course.life, CAMPUS.quote.id, AUTHOR, Deed.DECLINED, act, "")
    assert codes(refused) == ["approval.reason_missing"]
    assert take(course, Deed.DECLINED, "太贵").state is QuoteState.DECLINED
    life = take(course, Deed.REVISED)
    assert life.state is QuoteState.IN_PROGRESS
    assert [one.label for one in life.decisions] == ["A"]


def test_an_approval_expires_by_itself() -> None:
    """The approver may give it less time than the quote has; the last day counts."""
    course = submitted()
    ruling = Ruling(Deed.APPROVED, until=DAY + timedelta(days=7))
    life = course.do(decide(course.life, CAMPUS, ruling, MATRIX, doing(HEAD)))
    assert life.on(DAY + timedelta(days=7)) is QuoteState.APPROVED
    assert life.on(DAY + timedelta(days=8)) is QuoteState.EXPIRED
    late = step(life, CAMPUS.quote.id, AUTHOR, Deed.SENT, doing(AUTHOR, 8), "")
    assert codes(late) == ["approval.not_now"]


def test_an_approval_never_outlives_the_quote() -> None:
    """However far ahead the approver writes; and an expired quote is not approved at all."""
    course = submitted()
    ruling = Ruling(Deed.APPROVED, until=LAST + timedelta(days=99))
    late = decide(course.life, CAMPUS, ruling, MATRIX, doing(HEAD, 60))
    assert codes(late) == ["approval.quote_expired"]
    assert course.do(decide(course.life, CAMPUS, ruling, MATRIX, doing(HEAD))).until == LAST


def test_what_was_accepted_in_time_stays_accepted() -> None:
    """The contract may be signed after the last day of the offer."""
    course = approved()
    take(course, Deed.SENT)
    life = take(course, Deed.ACCEPTED)
    assert life.on(LAST + timedelta(days=30)) is QuoteState.ACCEPTED


def test_what_was_frozen_and_changed_since_is_not_decided() -> None:
    """The approver sees the same figures under which the fingerprint was taken."""
    other = revision(3, campus(3, 3, 10))
    assert codes(decide(submitted().life, other, YES, MATRIX, doing(HEAD))) == [
        "approval.not_what_was_submitted"
    ]


def test_findings_and_criteria_that_block_are_not_submitted() -> None:
    """Guided prices beyond their band: nobody may grant it, and it is a finding."""
    blocked = revision(4, hotel(20, 50))
    assert codes(submit(Life(), blocked, {}, MATRIX, doing(AUTHOR))) == [
        "approval.findings_block",
        "approval.nobody_may_grant",
    ]


def test_an_expired_quote_is_not_submitted() -> None:
    """Its last day has passed."""
    late = submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR, 60))
    assert codes(late) == ["approval.quote_expired"]


def test_events_that_are_not_possible_change_nothing() -> None:
    """A log with an approval out of nowhere does not make an approved quote."""
    stray = Event(CAMPUS.quote.id, Deed.APPROVED, HEAD, NOON, "x", "A", CAMPUS.fingerprint)
    assert life_of([stray]) == Life()


def test_no_sequence_of_steps_leads_to_approval_without_a_decision() -> None:
    """Everything the author can do alone, in every order of four."""
    course = submitted()
    lives: dict[tuple[Deed, ...], Life] = {(): course.life}
    for _ in range(4):
        for path, life in list(lives.items()):
            for deed in STEPS:
                answer = step(life, CAMPUS.quote.id, AUTHOR, deed, doing(AUTHOR), "x")
                if answer.events:
                    lives[*path, deed] = life_of([*course.events, *_path(course, path, deed)])
    assert all(life.state not in {QuoteState.APPROVED, QuoteState.SENT} for life in lives.values())
    assert len(lives) > 2


def _path(course: Course, path: tuple[Deed, ...], deed: Deed) -> list[Event]:
    events: list[Event] = []
    for one in (*path, deed):
        life = life_of([*course.events, *events])
        events.extend(step(life, CAMPUS.quote.id, AUTHOR, one, doing(AUTHOR), "x").events)
    return events


def test_only_decisions_decide_and_only_steps_step() -> None:
    """A caller that mixes them up has a bug."""
    assert not set(DECISIONS) & set(STEPS)
    with pytest.raises(ValueError, match="no decision"):
        decide(submitted().life, CAMPUS, Ruling(Deed.SENT), MATRIX, doing(HEAD))
    with pytest.raises(ValueError, match="no step"):
        step(submitted().life, CAMPUS.quote.id, AUTHOR, Deed.APPROVED, doing(AUTHOR), "")
