"""Next steps with prospects and customers: when one is told, and what becomes of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.quoting.alert import Alert, AlertDeed, AlertKind, AlertLevel
from app.quoting.customer import CustomerNote
from app.quoting.sales_facts import Prospect, SalesFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.customer import Customer

AHEAD_DAYS = 7
"""So many days before its day a step is told; after it, until it is done."""
_SOON = 3
LATE = "late"
CLOSED = (Prospect.WON, Prospect.LOST)
"""Prospects with whom nothing is left to do."""


class NextStep(msgspec.Struct, frozen=True):
    """What is to be done with somebody, and by when."""

    text: str
    day: date


def next_step_of(customer: Customer) -> NextStep | None:
    """The step that somebody set a day for; ``None`` without a day."""
    sales = customer.sales
    return NextStep(sales.next_step, sales.next_day) if sales.next_day is not None else None


def step_alert_id(customer: str, step: NextStep) -> str:
    """Names a step among the alerts: on another day it is another fact."""
    return f"{AlertKind.NEXT_STEP}:{customer}:{step.day}:{step.text}"


def step_alerts(customer: str, name: str, step: NextStep | None, today: date) -> Iterator[Alert]:
    """What a next step says on a day: from a week before its day until it is done.

    Args:
        customer: Identifier of the customer.
        name: His name.
        step: His next one; ``None`` for none.
        today: The day.
    """
    if step is None or step.day > today + timedelta(days=AHEAD_DAYS):
        return
    facts = {"text": step.text, "days": str(abs((step.day - today).days))}
    facts |= {"when": LATE} if step.day < today else {}
    yield Alert(
        id=step_alert_id(customer, step),
        kind=AlertKind.NEXT_STEP,
        level=_level(step.day, today),
        customer=customer,
        customer_name=name,
        deed=AlertDeed.OPEN_CUSTOMER,
        day=step.day,
        facts=facts,
    )


def with_step_done(customer: Customer, today: date) -> Customer:
    """The customer with his next step done: it stands among the notes of the day, and no other."""
    sales = customer.sales
    if not sales.next_step and sales.next_day is None:
        return customer
    done = (CustomerNote(sales.next_step, today),) if sales.next_step else ()
    left: SalesFacts = msgspec.structs.replace(sales, next_step="", next_day=None)
    return msgspec.structs.replace(customer, sales=left, journal=(*customer.journal, *done))


def _level(day: date, today: date) -> AlertLevel:
    if day < today:
        return AlertLevel.RED
    return AlertLevel.YELLOW if day <= today + timedelta(days=_SOON) else AlertLevel.NOTICE
