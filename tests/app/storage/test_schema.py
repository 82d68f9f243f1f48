"""Promises of the tables that hold for every store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError

from app.storage.schema import USES

if TYPE_CHECKING:
    from app.storage.database import Database


def test_moments_are_stored_in_utc_and_sort_as_text(database: Database) -> None:
    """Noon in Beijing is four in the morning; microseconds are always written."""
    beijing = timezone(timedelta(hours=8))
    moments = [
        datetime(2026, 11, 23, 12, 0, tzinfo=beijing),
        datetime(2026, 11, 23, 4, 0, 0, 1, tzinfo=UTC),
        datetime(2026, 11, 23, 3, 59, 59, 999_999, tzinfo=UTC),
    ]
    with database.writing() as connection:
        for number, moment in enumerate(moments):
            connection.execute(insert(USES).values(kind="x", record=f"{number}", at=moment))
    with database.reading() as connection:
        stored = connection.execute(select(USES.c.record, USES.c.at).order_by(USES.c.at)).all()
    assert [row.record for row in stored] == ["2", "0", "1"]
    assert stored[1].at == moments[0]
    assert stored[1].at.isoformat() == "2026-11-23T04:00:00+00:00"


def test_moment_without_a_time_zone_is_a_bug(database: Database) -> None:
    """It would mean another moment on another computer."""
    naive = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 -- the very fault
    with database.writing() as connection, pytest.raises(StatementError, match="time zone"):
        connection.execute(insert(USES).values(kind="x", record="1", at=naive))
