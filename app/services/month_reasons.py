"""explain_month(): why a component was unusual in a month, stored with the customer's bills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import RecordMissing
from pricing.bills import MonthReason

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.workspace import Workspace
    from catalog.period import Month
    from pricing.bills import Bills, Standing


def explain_month(
    workspace: Workspace,
    customer_id: str,
    component: str,
    month: Month,
    standing: Standing | None,
    text: str,
    now: datetime,
) -> Bills:
    """Store what an unusual component-month is.

    Args:
        workspace: The user's data.
        customer_id: Whose bills.
        component: Identifier of the component.
        month: Which month.
        standing: What it is; ``None`` takes what was said back.
        text: Why, in the customer's language.
        now: The moment.

    Returns:
        All bills with it.

    Raises:
        RecordMissing: There is no such customer, or no such amount.
        RecordChangedElsewhere: Somebody else saved the customer at the same moment.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(customer_id)
    bills = stored.bills
    if standing is None:
        bills = bills.without_reason(component, month)
    else:
        known = next((one for one in bills.components if one.id == component), None)
        if known is None or month not in known.amounts:
            raise RecordMissing(record=f"{component} {month}")
        amount = known.amounts[month]
        bills = bills.with_reason(MonthReason(component, month, amount, standing, text.strip()))
    workspace.customers.save(stored.customer, bills, now=now, expected_revision=stored.revision)
    return bills
