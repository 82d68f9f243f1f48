"""What became of a next step with a customer: stored as an edit that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.next_steps import next_step_of, step_alert_id, with_step_done

if TYPE_CHECKING:
    from datetime import datetime

    from app.quoting.alert import Alert
    from app.services.workspace import Workspace

LABEL = "next_step"
"""Of edits that change the next step, as of those in the customer's profile."""


def settle_step(workspace: Workspace, alert: Alert, now: datetime) -> bool:
    """Store that the step of an alert was taken; whether anything was stored.

    Args:
        workspace: The user's data.
        alert: Which step; nothing happens where it is another one by now.
        now: The moment.

    Raises:
        RecordMissing: There is no such customer.
        RecordChangedElsewhere: Somebody else saved the customer at the same moment.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(alert.customer)
    step = next_step_of(stored.customer)
    if step is None or step_alert_id(stored.customer.id, step) != alert.id:
        return False
    after = with_step_done(stored.customer, now.date())
    workspace.customer_log.commit(after, LABEL, now=now, expected_revision=stored.revision)
    return True
