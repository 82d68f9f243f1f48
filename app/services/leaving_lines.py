"""set_leaving(): what a customer is to give up, stored as an edit that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.leaving import with_leaving, without_leaving

if TYPE_CHECKING:
    from datetime import datetime

    from app.quoting.customer import Customer, Leaving
    from app.services.workspace import Workspace

LEAVING = "leaving"
"""Label of the edit."""


def set_leaving(
    workspace: Workspace,
    customer_id: str,
    account: str,
    offering: str,
    leaving: Leaving | None,
    now: datetime,
) -> Customer:
    """Store that a line or service is to be given up, or that it stays.

    Args:
        workspace: The user's data.
        customer_id: Whose.
        account: Number of the account; empty for a service without bills of its own.
        offering: Which service then.
        leaving: What is to be known of it; ``None`` when it stays.
        now: The moment.

    Returns:
        The customer with it.

    Raises:
        RecordMissing: There is no such customer.
        RecordChangedElsewhere: Somebody else saved the customer at the same moment.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(customer_id)
    customer = without_leaving(stored.customer, account, offering)
    if leaving is not None:
        customer = with_leaving(customer, leaving)
    if customer != stored.customer:
        workspace.customer_log.commit(customer, LEAVING, now=now, expected_revision=stored.revision)
    return customer
