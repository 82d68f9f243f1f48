"""Visits to customers that are due or near, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer import PlannedVisit
from app.quoting.visits import (
    near_visits,
    next_working_day,
    visit_made,
    with_visit,
    without_visit,
)
from app.storage.quote_rows import QuoteRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from app.services.workspace import Workspace

LABEL = "visits"
"""Of edits that change visits, as of those in the customer's file."""


class Visit(msgspec.Struct, frozen=True):
    """A visit to a customer.

    Attributes:
        customer: Identifier of whom to visit.
        name: Of the customer.
        plan: When and what about.
        days: Until its day; below 0 when that is past.
        quote: Open quote of the customer that was changed last; ``None`` without one.
    """

    customer: str
    name: str
    plan: PlannedVisit
    days: int
    quote: QuoteRow | None = None

    @property
    def key(self) -> str:
        """Names the visit on a page."""
        return f"{self.customer}:{self.plan.day}:{self.plan.about}"


def visits_of(workspace: Workspace, day: date, closed: Collection[str]) -> tuple[Visit, ...]:
    """Visits that are overdue, due or near, the earliest first.

    Args:
        workspace: The user's data.
        day: Today.
        closed: Identifiers of quotes about which nothing is left to talk.

    Raises:
        StorageError: The database failed.
    """
    found: list[Visit] = []
    for customer in workspace.customers.to_visit():
        plans = tuple(dict.fromkeys(near_visits(customer, day)))
        if not plans:
            continue
        quotes = workspace.quotes.of_customer(customer.id)
        quote = next((row for row in quotes if row.id not in closed), None)
        found += [
            Visit(customer.id, customer.name, plan, (plan.day - day).days, quote) for plan in plans
        ]
    return tuple(sorted(found, key=lambda visit: (visit.days, visit.name, visit.plan.about)))


def settle_visit(workspace: Workspace, visit: Visit, now: datetime, *, made: bool) -> bool:
    """Store that a visit was made, or take it away; gives whether anything was stored.

    Args:
        workspace: The user's data.
        visit: Which one; nothing happens where it is no longer planned.
        now: The moment.
        made: Whether it was made.

    Raises:
        RecordMissing: There is no such customer.
        RecordChangedElsewhere: Somebody else saved the customer at the same moment.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(visit.customer)
    change = visit_made if made else without_visit
    customer = change(stored.customer, visit.plan)
    if customer == stored.customer:
        return False
    workspace.customer_log.commit(customer, LABEL, now=now, expected_revision=stored.revision)
    return True


def plan_visit(workspace: Workspace, customer_id: str, about: str, now: datetime) -> bool:
    """Plan a visit for the next working day; gives whether anything was stored.

    Args:
        workspace: The user's data.
        customer_id: Whom to visit.
        about: What it is about; where a visit about it is planned already, that one stays alone.
        now: The moment.

    Raises:
        RecordMissing: There is no such customer.
        RecordChangedElsewhere: Somebody else saved the customer at the same moment.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(customer_id)
    visit = PlannedVisit(next_working_day(now.date()), about)
    customer = with_visit(stored.customer, visit)
    if customer == stored.customer:
        return False
    workspace.customer_log.commit(customer, LABEL, now=now, expected_revision=stored.revision)
    return True
