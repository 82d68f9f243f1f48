"""Promises (承诺): which are open, when they press, and what becomes of one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.quoting.alert import Alert, AlertDeed, AlertKind, AlertLevel
from app.quoting.customer import CustomerPromise, PromiseState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.quoting.customer import Customer

AHEAD_DAYS = 7
"""So many days before its day a promise is told; after it, until it is settled."""
_SOON = 3
LATE, WHENEVER = "late", "whenever"
"""What an alert says of a promise that is overdue, and of one without a day."""


def open_promises(customer: Customer) -> tuple[CustomerPromise, ...]:
    """Promises that are not settled, the first due first; those without a day come last."""
    found = [one for one in customer.promises if one.state is PromiseState.OPEN]
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.text)))


def hold_of(customer: Customer) -> CustomerPromise | None:
    """The promise for which the customer stays: asked not to cancel; ``None`` where he was not."""
    return next((one for one in open_promises(customer) if one.hold), None)


def with_promise_settled(
    customer: Customer, promise: CustomerPromise, state: PromiseState
) -> Customer:
    """The customer with a promise kept or withdrawn; unchanged where it is not made or settled."""
    if promise not in customer.promises:
        return customer
    at = customer.promises.index(promise)
    settled = msgspec.structs.replace(promise, state=state)
    promises = (*customer.promises[:at], settled, *customer.promises[at + 1 :])
    return msgspec.structs.replace(customer, promises=promises)


def promise_alert_id(customer: str, promise: CustomerPromise) -> str:
    """Names a promise among the alerts: with another day it is another fact."""
    kind = AlertKind.RETENTION_HOLD if promise.hold else AlertKind.PROMISE
    return f"{kind}:{customer}:{promise.due or ''}:{promise.text}"


def promise_alerts(
    customer: str, name: str, promises: Iterable[CustomerPromise], today: date
) -> Iterator[Alert]:
    """What open promises say on a day.

    A customer who is held back is told every day, any other promise from a week before its day.

    Args:
        customer: Identifier of the customer.
        name: His name.
        promises: Open ones.
        today: The day.
    """
    for one in promises:
        if not one.hold and (one.due is None or one.due > today + timedelta(days=AHEAD_DAYS)):
            continue
        facts = {"text": one.text, "by": one.by}
        if one.due is None:
            facts["when"] = WHENEVER
        else:
            facts["days"] = str(abs((one.due - today).days))
            facts |= {"when": LATE} if one.due < today else {}
        yield Alert(
            id=promise_alert_id(customer, one),
            kind=AlertKind.RETENTION_HOLD if one.hold else AlertKind.PROMISE,
            level=_level(one, today),
            customer=customer,
            customer_name=name,
            deed=AlertDeed.OPEN_CUSTOMER,
            day=one.due,
            facts=facts,
        )


def _level(promise: CustomerPromise, today: date) -> AlertLevel:
    if promise.due is None or today <= promise.due <= today + timedelta(days=_SOON):
        return AlertLevel.YELLOW
    return AlertLevel.RED if promise.due < today else AlertLevel.NOTICE
