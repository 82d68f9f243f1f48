"""What became of a promise to a customer: stored as an edit that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.promises import open_promises, promise_alert_id, with_promise_settled

if TYPE_CHECKING:
    from datetime import datetime

    from app.quoting.alert import Alert
    from app.quoting.customer import PromiseState
    from app.services.workspace import Workspace

LABEL = "promises"
"""Of edits that change promises, as of those in the customer's file."""


def settle_promise(workspace: Workspace, alert: Alert, state: PromiseState, now: datetime) -> bool:
    """Store that the promise of an alert was kept or is withdrawn; whether anything was stored.

    Args:
        workspace: The user's data.
        alert: Which promise; nothing happens where it is no longer open.
        state: What became of it.
        now: The moment.

    Raises:
        RecordMissing: There is no such customer.
        RecordChangedElsewhere: Somebody else saved the customer at the same moment.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(alert.customer)
    before = stored.customer
    for promise in open_promises(before):
        if promise_alert_id(before.id, promise) == alert.id:
            after = with_promise_settled(before, promise, state)
            workspace.customer_log.commit(after, LABEL, now=now, expected_revision=stored.revision)
            return True
    return False
