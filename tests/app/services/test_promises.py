"""What became of a promise is stored from its alert, and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from app.quoting.alert import AlertKind
from app.quoting.customer import CustomerPromise, PromiseState
from app.services.alerts import alerts
from app.services.promises import settle_promise
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from app.services.workspace import Workspace

DAY = NOON.date()


def test_a_promise_is_kept_from_its_alert_and_open_again_after_undo(sample: Workspace) -> None:
    """The alert comes, goes and comes back; settling it twice changes nothing."""
    customer = sample.quotes.load("Q0002").quote.customer
    before, _ = sample.customers.load(customer)
    promise = CustomerPromise("申请优惠", "李经理", DAY, DAY + timedelta(1), hold=True)
    asked = msgspec.structs.replace(before, promises=(promise,))
    sample.customer_log.commit(asked, "promises", now=NOON)
    (alert,) = [one for one in alerts(sample, DAY) if one.kind is AlertKind.RETENTION_HOLD]
    for _ in range(2):
        settle_promise(sample, alert, PromiseState.KEPT, NOON)
    kept, _ = sample.customers.load(customer)
    assert [one.state for one in kept.promises] == [PromiseState.KEPT]
    assert alert not in alerts(sample, DAY)
    sample.customer_log.undo(customer, NOON)
    assert alert in alerts(sample, DAY)
