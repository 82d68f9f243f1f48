"""The day is noticed when it turns, once, in either direction."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.day_watch import DayWatch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

EVENING = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)


def test_midnight_is_told_once_and_so_is_a_clock_set_back(qapp: QApplication) -> None:
    """A minute of the same day says nothing."""
    owner, now, turned = QObject(qapp), [EVENING], list[datetime]()
    watch = DayWatch(lambda: now[0], owner)
    watch.turned.connect(lambda: turned.append(now[0]))
    watch.start()
    for minutes in (0, 0.5, 1, 2, 60, -1):
        now[0] = EVENING + timedelta(minutes=minutes)
        watch.look()
    assert turned == [EVENING + timedelta(minutes=1), EVENING - timedelta(minutes=1)]
    owner.deleteLater()


def test_the_first_day_is_that_of_the_start(qapp: QApplication) -> None:
    """What was shown before the data were open is not told of."""
    owner, now, turned = QObject(qapp), [EVENING], list[datetime]()
    watch = DayWatch(lambda: now[0], owner)
    watch.turned.connect(lambda: turned.append(now[0]))
    now[0] = EVENING + timedelta(days=1)
    watch.start()
    watch.look()
    assert turned == []
    owner.deleteLater()
