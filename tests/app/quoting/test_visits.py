"""Visits are near from a week before their day until they are made."""

from __future__ import annotations

from datetime import date

import msgspec

from app.quoting.customer import Customer, PlannedVisit
from app.quoting.visits import (
    near_visits,
    next_working_day,
    visit_made,
    with_visit,
    without_visit,
)
from app.storage.codec import CUSTOMER

LATE, NEXT = (PlannedVisit(date(2026, 11, day), "续约") for day in (20, 30))
MADE = PlannedVisit(date(2026, 11, 23), "专线", done=True)
TODAY = date(2026, 11, 23)
VISITED = Customer("c", "江南精密", "SMB", visits=(NEXT, MADE, LATE))


def test_overdue_visits_and_those_of_a_week_are_near() -> None:
    """The 20th has passed, the 30th is seven days ahead of the 23rd and eight of the 22nd."""
    assert near_visits(VISITED, TODAY) == (LATE, NEXT)
    assert near_visits(VISITED, date(2026, 11, 22)) == (LATE,)


def test_a_visit_is_made_once_and_the_others_stay() -> None:
    """One that is no longer planned changes nothing."""
    made = visit_made(VISITED, LATE)
    assert made.visits == (NEXT, MADE, PlannedVisit(LATE.day, "续约", done=True))
    assert visit_made(made, LATE) is made
    assert without_visit(VISITED, NEXT).visits == (MADE, LATE)
    twice = msgspec.structs.replace(VISITED, visits=(LATE, LATE))
    assert without_visit(twice, LATE).visits == (LATE,)


def test_a_customer_stored_before_there_were_visits_has_none() -> None:
    """What was written then is read as it was meant."""
    old = b'{"id":"c","name":"n","segment":"SMB"}'
    assert msgspec.json.decode(old, type=Customer).visits == ()
    assert CUSTOMER.decode(CUSTOMER.encode(VISITED)) == VISITED


def test_a_visit_is_planned_for_a_working_day_and_once_only() -> None:
    """After a Friday, a Saturday and a Sunday comes Monday, the 30th."""
    for day in (27, 28, 29):
        assert next_working_day(date(2026, 11, day)) == date(2026, 11, 30)
    assert next_working_day(TODAY) == date(2026, 11, 24)
    again = PlannedVisit(date(2026, 12, 1), "专线")
    twice = with_visit(VISITED, again)
    assert twice.visits == (NEXT, MADE, LATE, again)  # the one about it was made already
    assert with_visit(twice, PlannedVisit(date(2026, 12, 2), "专线")) is twice
