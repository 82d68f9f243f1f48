"""What each event leaves of a life, whole: nothing of an earlier approval outlives a new one."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from app.approval.course import issued, step
from app.approval.event import Asked, Carried, Event, Person, author_of
from app.approval.life import Decision, Life, after, life_of
from app.approval.log import digest, seal, timed, verify
from app.approval.state import CONFIRMATIONS, Deed, QuoteState
from app.quoting.quote import AccountManager
from catalog.problem import Place, Problem
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LAST, LEADER, NOON, VICE, doing
from tests.builders import a_quote

SEAL = "f" * 64
WEEK = DAY + timedelta(days=7)
OTHER = Person("102", "王芳", "L1")


def event(deed: Deed, person: Person = AUTHOR, **fields: Any) -> Event:  # noqa: ANN401 (of an event)
    """Something that happened to revision A at noon."""
    return Event("Q1", deed, person, NOON, f"op-{deed}", "A", SEAL, **fields)


HANDED_IN = event(
    Deed.SUBMITTED,
    roles=("L2", "L3"),
    asked=(Asked("margin", ("L2",)), Asked("gifts", ("L3",))),
    carried=(Carried("term", "Z", "1", "2"),),
)
CONSENT = event(
    Deed.APPROVED_WITH_CONDITIONS,
    HEAD,
    roles=("L2", "L3"),
    acting=("L3",),
    conditions=("预付",),
    tolerances={"margin": Decimal(2)},
    until=LAST,
    proof="signed",
)
WORD = event(
    Deed.FAST_TRACKED,
    named=HEAD,
    acting=("L3",),
    until=LAST,
    confirm_by=WEEK,
    roles=("L2", "L3"),
)
DECIDED = Decision(
    label="A",
    fingerprint=SEAL,
    decider=HEAD,
    deed=Deed.APPROVED_WITH_CONDITIONS,
    until=LAST,
    acting=("L3",),
    tolerances={"margin": Decimal(2)},
    conditions=("预付",),
    left_out=frozenset({"term"}),
    proof="signed",
)
WAITING = Life(
    state=QuoteState.PENDING,
    label="A",
    fingerprint=SEAL,
    requester=AUTHOR,
    waiting=("L2", "L3"),
    asked=HANDED_IN.asked,
    carried=HANDED_IN.carried,
    events=1,
    changed=NOON,
)
APPROVED = replace(
    WAITING,
    state=QuoteState.APPROVED,
    waiting=(),
    until=LAST,
    conditions=("预付",),
    decisions=(DECIDED,),
    events=2,
)
BY_WORD = replace(
    WAITING,
    state=QuoteState.APPROVED,
    until=LAST,
    to_confirm=WEEK,
    named=HEAD,
    named_acting=("L3",),
    owed=True,
    events=2,
)


def test_each_step_leaves_what_it_says() -> None:
    """Handed in, approved with a condition; or by word of mouth, and confirmed."""
    assert life_of([HANDED_IN]) == WAITING
    assert life_of([HANDED_IN, CONSENT]) == APPROVED
    assert life_of([HANDED_IN, WORD]) == BY_WORD
    confirmed = replace(APPROVED, events=3)
    assert life_of([HANDED_IN, WORD, CONSENT]) == confirmed


def test_a_new_submission_begins_anew() -> None:
    """Of an earlier approval or word nothing is left but the decisions, and what is owed."""
    again = replace(HANDED_IN, revision="B", roles=("L4",), asked=(), carried=(), person=OTHER)
    fresh = Life(
        state=QuoteState.PENDING,
        label="B",
        fingerprint=SEAL,
        requester=OTHER,
        waiting=("L4",),
        events=3,
        changed=NOON,
    )
    assert life_of([HANDED_IN, CONSENT, again]) == replace(fresh, decisions=(DECIDED,))
    assert life_of([HANDED_IN, WORD, again]) == replace(fresh, owed=True)


@pytest.mark.parametrize(
    ("deed", "state", "reason"),
    [
        (Deed.RETURNED, QuoteState.IN_PROGRESS, "too cheap"),
        (Deed.RECALLED, QuoteState.IN_PROGRESS, None),
        (Deed.CANCELLED, QuoteState.CANCELLED, None),
    ],
)
def test_what_is_put_back_waits_for_nobody(
    deed: Deed, state: QuoteState, reason: str | None
) -> None:
    """Nobody is asked, nothing is carried; letter and reason stay until it is handed in again."""
    back = replace(event(deed), reason="too cheap")
    put_back = Life(
        state=state, label="A", fingerprint=SEAL, sent_back=reason, events=2, changed=NOON
    )
    assert life_of([HANDED_IN, back]) == put_back
    if state is QuoteState.IN_PROGRESS:
        assert life_of([HANDED_IN, back, HANDED_IN]).sent_back is None


@pytest.mark.parametrize("deed", [Deed.REVISED, Deed.CANCELLED])
def test_what_is_revised_is_approved_no_more(deed: Deed) -> None:
    """No last day, no condition, nobody to confirm; decisions are remembered."""
    state = QuoteState.CANCELLED if deed is Deed.CANCELLED else QuoteState.IN_PROGRESS
    put_back = Life(state=state, label="A", fingerprint=SEAL, events=3, changed=NOON)
    assert life_of([HANDED_IN, CONSENT, event(deed)]) == replace(put_back, decisions=(DECIDED,))
    assert life_of([HANDED_IN, WORD, event(deed)]) == replace(put_back, owed=True)


def test_a_rejection_is_remembered_with_its_reason() -> None:
    """By the content, so that the same is not handed in again."""
    life = life_of([HANDED_IN, event(Deed.REJECTED, HEAD, reason="太低")])
    put_back = Life(label="A", fingerprint=SEAL, events=2, changed=NOON)
    assert life == replace(put_back, rejected={SEAL: "太低"}, sent_back="太低")


def test_two_consents_hold_until_the_earlier_of_their_days() -> None:
    """The leader for a week, the head of department until the end of the year."""
    leader = replace(CONSENT, person=LEADER, roles=("L2",), acting=("L2",), until=WEEK)
    first = life_of([HANDED_IN, leader])
    assert (first.state, first.waiting, first.until) == (QuoteState.PENDING, ("L3",), WEEK)
    assert first.decisions[0].left_out == {"gifts", "term"}
    second = after(first, replace(CONSENT, roles=("L3",)))
    assert (second.state, second.until) == (QuoteState.APPROVED, WEEK)
    assert second.conditions == ("预付", "预付")
    assert second.decisions[1].left_out == {"margin", "term"}


def test_where_all_is_asked_nothing_is_left_out() -> None:
    """No dimension is named: the decision is about all of them, carried ones as well."""
    life = life_of([replace(HANDED_IN, asked=()), CONSENT])
    assert life.decisions[0].left_out == frozenset()


def test_a_consent_without_a_last_day_holds_for_its_own_day() -> None:
    """And who is named beside it has not decided, unless it was read from a paper."""
    life = life_of([HANDED_IN, replace(CONSENT, until=None, named=VICE)])
    assert (life.until, life.decisions[0].decider) == (DAY, HEAD)
    paper = replace(CONSENT, named=VICE, papers=("ab",))
    assert life_of([HANDED_IN, paper]).decisions[0].decider == VICE


def test_a_paper_that_settles_nothing_is_noted() -> None:
    """It is one more event, with its time; the rest waits as it did."""
    late = NOON + timedelta(hours=1)
    paper = replace(CONSENT, person=AUTHOR, named=HEAD, papers=("ab",), roles=(), at=late)
    noted = replace(DECIDED, left_out=frozenset(), unsigned=True)
    expected = replace(WAITING, noted=(noted,), events=2, changed=late)
    assert life_of([HANDED_IN, paper]) == expected


def test_a_word_can_be_confirmed_only_while_it_waits() -> None:
    """An approval in writing needs no second one."""
    assert not set(CONFIRMATIONS) & set(APPROVED.possible(DAY))
    assert set(CONFIRMATIONS) <= set(BY_WORD.possible(DAY))
    gone = replace(BY_WORD, state=QuoteState.IN_PROGRESS)
    assert not set(CONFIRMATIONS) & set(gone.possible(DAY))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Person("1", "张", "L1"), Person("1", "李", "L2"), True),
        (Person("1", "张", "L1"), Person("2", "张", "L1"), False),
        (Person("1", "张", "L1"), Person("", "张", "L2"), True),
        (Person("", "张", "L1"), Person("1", "张", "L2"), True),
        (Person("", "张", "L1"), Person("", "李", "L1"), False),
    ],
)
def test_a_number_tells_who_somebody_is_else_the_name(
    one: Person, other: Person, same: bool
) -> None:
    """Two numbers are two people, whatever they are called."""
    assert one.is_the_same_as(other) is same


def test_an_author_is_who_the_quote_says() -> None:
    """By number, name and role."""
    made = a_quote(manager=AccountManager("101", "李晓明", role="L1"))
    assert author_of(made) == AUTHOR


# ---------------------------------------------------------------- steps


def stepped(
    life: Life, deed: Deed, person: Person = AUTHOR, days: int = 0, reason: str = " 为什么 "
) -> tuple[Event, ...] | tuple[Problem, ...]:
    """The event of a step, or why not."""
    answer = step(life, "Q1", AUTHOR, deed, doing(person, days), reason)
    return answer.events or answer.problems


def test_a_step_is_written_down_whole() -> None:
    """About the revision that stands, in whose words."""
    assert stepped(APPROVED, Deed.SENT) == (event_of(Deed.SENT, reason="为什么"),)


def event_of(deed: Deed, **fields: Any) -> Event:  # noqa: ANN401 (of an event)
    """As ``doing`` does it."""
    return replace(event(deed), operation="101-0", **fields)


def test_papers_are_written_down_whole() -> None:
    """By their hashes; where nothing may be issued it says why."""
    papers = ("ab" * 32, "cd" * 32)
    answer = issued(APPROVED, "Q1", papers, doing(AUTHOR))
    assert answer.events == (event_of(Deed.ISSUED, papers=papers),)
    told = (Problem("approval.not_now", parameters={"reason": "state_pending"}),)
    assert issued(WAITING, "Q1", papers, doing(AUTHOR)).problems == told
    late = (Problem("approval.not_now", parameters={"reason": "state_expired"}),)
    assert issued(APPROVED, "Q1", papers, doing(AUTHOR, 39)).problems == late


def test_a_quote_is_recalled_by_its_author_or_who_handed_it_in() -> None:
    """Nobody else; also where nobody knows who did."""
    theirs = replace(WAITING, requester=OTHER)
    for life, person in ((theirs, AUTHOR), (theirs, OTHER)):
        (found,) = stepped(life, Deed.RECALLED, person)
        assert isinstance(found, Event)
    not_yours = (Problem("approval.not_yours", parameters={"name": AUTHOR.name}),)
    assert stepped(theirs, Deed.RECALLED, LEADER) == not_yours
    assert stepped(replace(WAITING, requester=None), Deed.RECALLED, OTHER) == not_yours


def test_what_was_never_confirmed_is_not_sent() -> None:
    """On the last day to confirm it may be; then it says who should have, and by when."""
    (sent,) = stepped(BY_WORD, Deed.SENT, days=7)
    assert isinstance(sent, Event)
    facts = {"name": HEAD.name, "date": "2026-11-30"}
    late = Problem("release.unconfirmed", parameters=facts)
    assert stepped(BY_WORD, Deed.SENT, days=8) == (late,)
    nameless = replace(BY_WORD, named=None)
    told = Problem("release.unconfirmed", parameters={**facts, "name": ""})
    assert stepped(nameless, Deed.SENT, days=8) == (told,)
    (revised,) = stepped(BY_WORD, Deed.REVISED, days=8)
    assert isinstance(revised, Event)


# ---------------------------------------------------------------- the log


def test_the_seal_does_not_depend_on_the_order_of_what_has_none() -> None:
    """Tolerances of two criteria, written down in either order."""
    two = {"margin": Decimal(1), "gifts": Decimal(2)}
    turned = dict(reversed(two.items()))
    one, other = replace(CONSENT, tolerances=two), replace(CONSENT, tolerances=turned)
    assert list(two) != list(turned)
    assert digest(1, one, "") == digest(1, other, "")


def test_five_minutes_are_forgiven_and_not_a_second_more() -> None:
    """A clock that is put back by exactly that is no finding."""
    last = seal(HANDED_IN, None)
    for seconds, back in ((300, False), (301, True)):
        early = replace(CONSENT, at=NOON - timedelta(seconds=seconds))
        assert timed(early, last) == replace(CONSENT, clock_back=back)


@pytest.mark.parametrize(
    ("fields", "reason"), [({"sequence": 3}, "log_missing"), ({"previous": "0"}, "log_changed")]
)
def test_a_broken_entry_is_told_by_its_place_and_quote(fields: dict[str, Any], reason: str) -> None:
    """The place that it should have."""
    first = seal(HANDED_IN, None)
    second = replace(seal(CONSENT, first), **fields)
    assert verify([first, second]) == Problem(
        "release.log_broken",
        where=Place(row=2, subject="Q1"),
        parameters={"entry": "2", "reason": reason},
    )
