"""Whole days of China stand for the moments of the standard."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.cell_text import CellFault
from catalog.period import ValidityPeriod
from catalog.tmf620.moments import first_day, last_day, time_period

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


def test_a_period_lasts_to_the_end_of_its_last_day() -> None:
    """In China's time; an open end is not written."""
    assert time_period(ValidityPeriod(FIRST, LAST)) == {
        "startDateTime": "2026-10-01T00:00:00+08:00",
        "endDateTime": "2026-12-31T23:59:59+08:00",
    }
    assert time_period(ValidityPeriod(last=LAST)) == {"endDateTime": "2026-12-31T23:59:59+08:00"}
    assert time_period(ValidityPeriod()) == {}


def test_what_is_written_is_read_back() -> None:
    """To the day, and without a correction."""
    period = time_period(ValidityPeriod(FIRST, LAST))
    assert first_day(str(period["startDateTime"])) == FIRST
    assert last_day(str(period["endDateTime"])) == (LAST, False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-30T16:00:00Z", FIRST),  # eight hours later it is the first of October in China
        ("2026-09-30T15:59:59.999Z", date(2026, 9, 30)),
        ("2026-10-01T00:00", FIRST),
        ("2026-10-01T05:00:00+0000", FIRST),
        ("2026-10-01", FIRST),
    ],
)
def test_a_moment_is_the_day_that_it_is_in_china(text: str, day: date) -> None:
    """Whatever zone it is written in; without a zone it is meant in China's."""
    assert first_day(text) == day


@pytest.mark.parametrize(
    ("text", "day", "moved"),
    [
        ("2027-01-01T00:00:00+08:00", LAST, True),
        ("2026-12-31T16:00:00Z", LAST, True),
        ("2026-12-31T16:00:01Z", date(2027, 1, 1), False),
        ("2026-12-31T00:00:00.5+08:00", LAST, False),
        ("2026-12-31", LAST, False),
        ("9999-12-31T23:59:59Z", date(9999, 12, 31), False),  # "never": has no later zone
    ],
)
def test_a_period_that_ends_at_midnight_leaves_nothing_of_that_day(
    text: str, day: date, moved: bool
) -> None:
    """So its last day is the one before; a day alone is that day."""
    assert last_day(text) == (day, moved)


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-01", "2026-02-30T00:00:00Z", "01/10/2026", "2026-10-01T25:00"]
)
def test_anything_else_is_no_moment(text: str) -> None:
    """With the text, so that it can be found."""
    with pytest.raises(CellFault) as fault:
        first_day(text)
    assert fault.value.code == "exchange.not_a_moment"
    assert fault.value.parameters == {"value": text}
