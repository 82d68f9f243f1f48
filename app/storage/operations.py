"""Operation identifiers: a write whose answer was lost is tried again and happens once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import StorageError
from app.storage.schema import OPERATIONS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


def earlier_result(connection: Connection, operation_id: str, record: str) -> int | None:
    """What the operation answered when it was done before, or ``None`` when it is new.

    Raises:
        StorageError: The identifier was used for another record: a bug of the caller that must
            not look like success.
    """
    row = connection.execute(
        select(OPERATIONS.c.record, OPERATIONS.c.result).where(OPERATIONS.c.id == operation_id)
    ).one_or_none()
    if row is None:
        return None
    if row.record != record:
        raise StorageError(file=record, reason="operation_reused", detail=operation_id)
    return int(row.result)


def remember_result(
    connection: Connection, operation_id: str, record: str, result: int, now: datetime
) -> None:
    """Keep the answer in the same transaction as what was done."""
    connection.execute(
        OPERATIONS.insert(), {"id": operation_id, "record": record, "result": result, "at": now}
    )
