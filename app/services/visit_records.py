"""Store what a visit brought, as one edit of the customer that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.quoting.visit_record import with_visit_record
from app.services.customer_words import cell_words

if TYPE_CHECKING:
    from datetime import datetime

    from app.quoting.customer_sheets import SheetName
    from app.quoting.sheet_rows import WrongCell
    from app.quoting.visit_record import VisitRecord
    from app.services.workspace import Workspace
    from app.translation import Words

LABEL: Final = "visit_record"


def store_visit_record(
    workspace: Workspace, customer_id: str, record: VisitRecord, words: Words, now: datetime
) -> tuple[tuple[SheetName, WrongCell], ...]:
    """Add what a visit brought; with a cell without a reading nothing is stored.

    Args:
        workspace: The user's data.
        customer_id: Who was visited.
        record: What it brought.
        words: Language of the rows.
        now: The moment.

    Returns:
        The cells without a reading.

    Raises:
        RecordMissing: There is no such customer.
        RecordChangedElsewhere: Somebody else saved the customer at the same moment.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(customer_id)
    after, wrong = with_visit_record(stored.customer, record, cell_words(words))
    if after != stored.customer:
        workspace.customer_log.commit(after, LABEL, now=now, expected_revision=stored.revision)
    return wrong


def take_visit_record_back(workspace: Workspace, customer_id: str, now: datetime) -> bool:
    """Take back what was added last, unless the customer was edited since; whether it was.

    Raises:
        StorageError: The database failed.
    """
    if workspace.customer_log.state(customer_id).undo != LABEL:
        return False
    workspace.customer_log.undo(customer_id, now)
    return True
