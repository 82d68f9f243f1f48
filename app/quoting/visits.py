"""Planned visits to a customer: which are near, and what becomes of one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from datetime import date

    from app.quoting.customer import Customer, PlannedVisit

_SATURDAY = 5
AHEAD_DAYS = 7
"""So many days before its day a visit is shown; one that was not made is shown until it is."""


def near_visits(customer: Customer, day: date) -> tuple[PlannedVisit, ...]:
    """Visits that are not made yet and are due, overdue or near, the earliest first.

    Args:
        customer: Whom to visit.
        day: Today.
    """
    near = [one for one in customer.visits if not one.done and (one.day - day).days <= AHEAD_DAYS]
    return tuple(sorted(near, key=lambda one: (one.day, one.about)))


def visit_made(customer: Customer, visit: PlannedVisit) -> Customer:
    """The customer with a visit made; unchanged where it is not planned."""
    made = msgspec.structs.replace(visit, done=True)
    return _replaced(customer, visit, (made,))


def without_visit(customer: Customer, visit: PlannedVisit) -> Customer:
    """The customer without a visit; unchanged where it is not planned."""
    return _replaced(customer, visit, ())


def next_working_day(day: date) -> date:
    """The first day after a day that is no Saturday and no Sunday; holidays are not known."""
    after = day + timedelta(1)
    while after.weekday() >= _SATURDAY:
        after += timedelta(1)
    return after


def with_visit(customer: Customer, visit: PlannedVisit) -> Customer:
    """The customer with one more visit; unchanged where one about the same is yet to be made."""
    if any(not one.done and one.about == visit.about for one in customer.visits):
        return customer
    return msgspec.structs.replace(customer, visits=(*customer.visits, visit))


def _replaced(customer: Customer, visit: PlannedVisit, by: tuple[PlannedVisit, ...]) -> Customer:
    """Of two visits that are the same the first one is meant."""
    if visit not in customer.visits:
        return customer
    at = customer.visits.index(visit)
    visits = (*customer.visits[:at], *by, *customer.visits[at + 1 :])
    return msgspec.structs.replace(customer, visits=visits)
