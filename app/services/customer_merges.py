"""Duplicates among the stored customers, and two of them made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import ImportRejected
from app.quoting.customer_duplicates import Duplicate, find_duplicates
from app.quoting.customer_merging import merged, merged_bills, needs_reason
from app.storage.customer_record import StoredCustomer
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from app.quoting.customer_profile import ProfileField
    from app.services.workspace import Workspace


class NamedDuplicate(msgspec.Struct, frozen=True):
    """A pair with the names of both."""

    pair: Duplicate
    first: str
    second: str


class MergePair(msgspec.Struct, frozen=True):
    """Two customers as they are now, with how many quotes the one who goes brings."""

    kept: StoredCustomer
    other: StoredCustomer
    quotes: int


def duplicates(workspace: Workspace) -> tuple[NamedDuplicate, ...]:
    """Stored customers who are probably one, the surest pair first.

    Raises:
        StorageError: The database failed.
    """
    everybody = workspace.customers.everybody()
    names = {customer.id: customer.name for customer in everybody}
    return tuple(
        NamedDuplicate(pair, names[pair.first], names[pair.second])
        for pair in find_duplicates(everybody)
    )


def read_pair(workspace: Workspace, kept: str, other: str) -> MergePair:
    """Read two customers who may be merged.

    Raises:
        RecordMissing: One of them is gone.
        StorageError: The database failed.
    """
    quotes = len(workspace.quotes.of_customer(other))
    return MergePair(workspace.customers.stored(kept), workspace.customers.stored(other), quotes)


def merge_pair(
    workspace: Workspace,
    pair: MergePair,
    theirs: Collection[ProfileField],
    reason: str,
    now: datetime,
) -> int:
    """Make two customers one, as one step that can be taken back; gives the new revision.

    Raises:
        ImportRejected: Accounts under another name come in and no reason is given.
        RecordChangedElsewhere: One of them was changed since they were read.
        StorageError: The database failed.
    """
    kept, other = pair.kept.customer, pair.other.customer
    customer = merged(kept, other, theirs, reason)
    named = msgspec.structs.replace(kept, name=customer.name)
    if needs_reason(named, other) and not reason.strip():
        place = Place(subject=other.name)
        raise ImportRejected((Problem("customer.reason_missing", where=place),))
    bills = merged_bills(pair.kept.bills, pair.other.bills)
    revisions = (pair.kept.revision, pair.other.revision)
    return workspace.customer_log.merge(customer, bills, other.id, revisions, now)
