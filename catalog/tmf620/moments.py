"""Days and TMF620's ``TimePeriod``: whole days of China from the first to the last."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from catalog.period import ValidityPeriod
    from catalog.tmf620.names import Resource

_CHINA = timezone(timedelta(hours=8))
_START, _END = "T00:00:00+08:00", "T23:59:59+08:00"
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
)


def time_period(valid: ValidityPeriod) -> Resource:
    """A period as a ``TimePeriod``; an open end is left out."""
    period: Resource = {}
    if valid.first is not None:
        period["startDateTime"] = f"{valid.first.isoformat()}{_START}"
    if valid.last is not None:
        period["endDateTime"] = f"{valid.last.isoformat()}{_END}"
    return period


def first_day(text: str) -> date:
    """The day in China of a ``startDateTime``; a day alone is read as well.

    Raises:
        CellFault: ``exchange.not_a_moment``.
    """
    return _read(text)[0]


def last_day(text: str) -> tuple[date, bool]:
    """The last day in China of which an ``endDateTime`` leaves something.

    Returns:
        The day, and whether it is the day before the one written, because the period ends with the
        first moment of that one.

    Raises:
        CellFault: ``exchange.not_a_moment``.
    """
    day, at_midnight = _read(text)
    if at_midnight and day > date.min:
        return day - timedelta(days=1), True
    return day, False


def _read(text: str) -> tuple[date, bool]:
    """The day, and whether it is the day's very first moment; without an offset it is China's."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text), False
        match = _MOMENT.fullmatch(text)
        if match is None:
            raise CellFault("exchange.not_a_moment", value=text[:40])
        day, minute, second, fraction, offset = match.groups()
        moment = datetime.fromisoformat(f"{day}T{minute}:{second or '00'}{offset or '+08:00'}")
    except ValueError:
        raise CellFault("exchange.not_a_moment", value=text[:40]) from None
    try:
        local = moment.astimezone(_CHINA)
    except OverflowError:
        # The last moment of the calendar, which systems write for "never", has no later zone.
        return moment.date(), False
    first_moment = not (local.hour or local.minute or local.second or int(fraction or 0))
    return local.date(), first_moment
