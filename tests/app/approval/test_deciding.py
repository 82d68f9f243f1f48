"""Who decides what: levels in their order, functions beside them, by list, by word of mouth."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.approval.course import step
from app.approval.deciding import Ruling, decide, fast_track
from app.approval.event import Person
from app.approval.life import Life
from app.approval.roles import closed
from app.approval.state import Deed, QuoteState
from app.approval.submitting import submit
from app.quoting.authority import Absence, Function, Staff
from app.quoting.authority import Person as StaffMember
from catalog.local_text import LocalText
from tests.app.approval.quotes import (
    AUTHOR,
    DAY,
    HEAD,
    LAST,
    LEADER,
    MATRIX,
    VICE,
    Course,
    codes,
    doing,
    revision,
)
from tests.app.approval.test_life import CAMPUS, YES, approved, submitted, take
from tests.app.quoting.test_negotiation_ladders import campus


def test_levels_decide_one_after_the_other() -> None:
    """The team leader may grant margin and free months, not so large a contract."""
    course = submitted()
    life = course.do(decide(course.life, CAMPUS, YES, MATRIX, doing(LEADER)))
    assert (life.state, life.waiting) == (QuoteState.PENDING, ("L3",))
    again = decide(life, CAMPUS, YES, MATRIX, doing(LEADER))
    assert codes(again) == ["approval.beyond_level"]
    life = course.do(decide(life, CAMPUS, YES, MATRIX, doing(HEAD)))
    assert (life.state, life.waiting) == (QuoteState.APPROVED, ())
    assert [one.left_out for one in life.decisions] == [
        {"contract_value"},
        {"free_months:B10", "margin"},
    ]


def test_a_higher_level_decides_for_the_lower_ones() -> None:
    """The vice president need not wait for anybody."""
    course = submitted()
    life = course.do(decide(course.life, CAMPUS, YES, MATRIX, doing(VICE)))
    assert (life.state, life.decisions[0].left_out) == (QuoteState.APPROVED, frozenset())


def test_a_function_is_asked_in_parallel_and_only_it_can_answer() -> None:
    """Finance looks at margins below 40 %; the department manager's word does not stand for it."""
    asked = replace(
        CAMPUS.verdict,
        criteria=tuple(
            replace(one, functions=("finance",)) if one.id == "margin" else one
            for one in CAMPUS.verdict.criteria
        ),
    )
    made = replace(CAMPUS, verdict=asked)
    matrix = replace(MATRIX, functions=(Function("finance", LocalText("财务")),))
    course = Course()
    course.do(submit(Life(), made, {}, matrix, doing(AUTHOR)), made)
    life = course.do(decide(course.life, made, YES, matrix, doing(HEAD)))
    assert (life.state, life.waiting) == (QuoteState.PENDING, ("finance",))
    money = Person("501", "钱会计", "finance")
    assert course.do(decide(life, made, YES, matrix, doing(money))).state is QuoteState.APPROVED


def test_who_is_on_the_list_of_staff_has_the_role_that_it_says() -> None:
    """Nobody promotes himself in his own settings; who stands in for somebody may decide."""
    people = (StaffMember(HEAD.id, HEAD.name, "L3"), StaffMember(LEADER.id, LEADER.name, "L2"))
    matrix = replace(MATRIX, staff=Staff(people))
    life = submitted().life
    stranger = Person("999", "自封", "L5")
    refused = decide(life, CAMPUS, YES, matrix, doing(stranger))
    assert codes(refused) == ["approval.beyond_level"]
    promoted = replace(LEADER, role="L5")
    (event,) = decide(life, CAMPUS, YES, matrix, doing(promoted)).events
    assert (event.roles, event.acting) == (("L2",), ("L2",))
    away = Absence(HEAD.id, DAY, DAY, LEADER.id)
    deputy = replace(MATRIX, staff=Staff(people, (away,)))
    (event,) = decide(life, CAMPUS, YES, deputy, doing(LEADER)).events
    assert (event.roles, event.acting) == (("L2", "L3"), ("L2", "L3"))


def test_a_quote_can_be_approved_on_its_last_day() -> None:
    """Not a day later."""
    course = submitted()
    days = (LAST - DAY).days
    course.do(decide(course.life, CAMPUS, YES, MATRIX, doing(HEAD, days)))
    late = decide(submitted().life, CAMPUS, YES, MATRIX, doing(HEAD, days + 1))
    assert codes(late) == ["approval.quote_expired"]


def test_what_is_carried_over_holds_no_longer_than_what_it_comes_from() -> None:
    """A week was given; one free month less does not make it longer."""
    course = submitted()
    until = DAY + timedelta(days=7)
    ruling = Ruling(Deed.APPROVED, until=until)
    course.do(decide(course.life, CAMPUS, ruling, MATRIX, doing(HEAD)))
    better = revision(3, campus(1, 0, 5), "B")
    life = course.do(submit(course.life, better, course.frozen, MATRIX, doing(AUTHOR, 1)), better)
    assert (life.state, life.label, life.until) == (QuoteState.APPROVED, "B", until)


def test_a_fast_track_names_who_consented_and_by_when_it_is_confirmed() -> None:
    """The head of department said yes on the telephone; three days to write it down."""
    course = submitted()
    track = fast_track(
        course.life, CAMPUS, HEAD, MATRIX, doing(AUTHOR), reason="客户在场,电话请示", days=3
    )
    life = course.do(track)
    assert (life.state, life.named) == (QuoteState.APPROVED, HEAD)
    assert life.to_confirm == DAY + timedelta(days=3)
    assert life.decisions == ()
    other = decide(life, CAMPUS, YES, MATRIX, doing(VICE, 1))
    assert codes(other) == ["approval.other_confirms"]
    late = step(life, CAMPUS.quote.id, AUTHOR, Deed.SENT, doing(AUTHOR, 4), "")
    assert codes(late) == ["release.unconfirmed"]
    life = course.do(decide(life, CAMPUS, YES, MATRIX, doing(HEAD, 4)))
    assert (life.to_confirm, life.owed, life.until) == (None, False, LAST)


def test_a_fast_track_that_is_never_confirmed_is_the_last_one() -> None:
    """Revising and trying again does not get another."""
    course = submitted()
    course.do(fast_track(course.life, CAMPUS, HEAD, MATRIX, doing(AUTHOR), reason="急", days=1))
    take(course, Deed.REVISED)
    other = revision(3, campus(2, 0, 4), "B")
    course.do(submit(course.life, other, course.frozen, MATRIX, doing(AUTHOR, 1)), other)
    again = fast_track(course.life, other, HEAD, MATRIX, doing(AUTHOR, 1), reason="急", days=1)
    assert codes(again) == ["approval.fast_track_owed"]


@pytest.mark.parametrize(
    ("named", "reason", "days", "code"),
    [
        (Person("101", "李副总", "L5"), "急", 3, "approval.own_quote"),
        (LEADER, "急", 3, "approval.beyond_level"),
        (HEAD, " ", 3, "approval.reason_missing"),
        (HEAD, "急", 0, "approval.days_to_confirm"),
        (HEAD, "急", 8, "approval.days_to_confirm"),
    ],
)
def test_a_fast_track_is_no_way_round(named: Person, reason: str, days: int, code: str) -> None:
    """Not one's own word, not a lower level's, not without a reason or a day."""
    track = fast_track(
        submitted().life, CAMPUS, named, MATRIX, doing(AUTHOR), reason=reason, days=days
    )
    assert codes(track) == [code]


def test_only_what_got_worse_is_waited_for() -> None:
    """A third free month needs L3; margin got worse as well; the contract value is carried over."""
    course = approved()
    other = revision(3, campus(3, 0, 5), "B")
    life = course.do(submit(course.life, other, course.frozen, MATRIX, doing(AUTHOR, 1)), other)
    assert (life.state, life.waiting) == (QuoteState.PENDING, ("L2", "L3"))
    assert [one.key for one in life.asked] == ["free_months:B10", "margin"]
    assert [one.key for one in life.carried] == ["contract_value"]
    life = course.do(decide(life, other, YES, MATRIX, doing(HEAD, 1)))
    assert life.decisions[-1].left_out == {"contract_value"}


@pytest.mark.parametrize("tolerance", ["-1", "NaN", "Infinity"])
def test_a_tolerance_is_a_number_of_nothing_or_more(tolerance: str) -> None:
    """NaN would make every comparison false, and nobody would be asked ever again."""
    ruling = Ruling(Deed.APPROVED, tolerances={"margin": Decimal(tolerance)})
    answer = decide(submitted().life, CAMPUS, ruling, MATRIX, doing(HEAD))
    assert codes(answer) == ["approval.tolerance_bad"]
    fine = Ruling(Deed.APPROVED, tolerances={"margin": Decimal(0)})
    assert decide(submitted().life, CAMPUS, fine, MATRIX, doing(HEAD)).events


@pytest.mark.parametrize("person", [Person("7", " ", "L1"), Person(" ", "王芳", "L1")])
def test_nobody_submits_nothing(person: Person) -> None:
    """A number without a name, a name without a number."""
    answer = submit(Life(), CAMPUS, {}, MATRIX, doing(person))
    assert codes(answer) == ["approval.nobody"]


def test_somebody_with_two_roles_decides_as_the_higher() -> None:
    """A level settles what is below it; a function only itself."""
    assert closed(MATRIX, ("L1", "L4"), ("L2", "L3", "finance")) == ["L2", "L3"]
    assert closed(MATRIX, ("finance",), ("L2", "finance")) == ["finance"]
    assert closed(MATRIX, (), ("L1",)) == []
