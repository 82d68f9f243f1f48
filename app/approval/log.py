"""The chain: each entry holds the digest of the one above, so nothing can be changed unnoticed."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.event import Entry, Event
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_DOMAIN: Final = b"quotewright/life/1\n"
_PATIENCE: Final = timedelta(minutes=5)
"""How far a clock may be put back without a word."""


def digest(sequence: int, event: Event, previous: str) -> str:
    """The seal of an entry, hexadecimal."""
    content = msgspec.json.encode([sequence, previous, event], order="deterministic")
    return sha256(_DOMAIN + content).hexdigest()


def seal(event: Event, last: Entry | None) -> Entry:
    """An event as the next entry of the chain."""
    sequence, previous = (last.sequence + 1, last.digest) if last is not None else (1, "")
    return Entry(sequence, event, previous, digest(sequence, event, previous))


def timed(event: Event, last: Entry | None) -> Event:
    """An event that is no earlier than the entry above it; a clock put back is written down."""
    if last is None:
        return event
    at = max(event.at, last.event.at)
    return msgspec.structs.replace(event, at=at, clock_back=at - event.at > _PATIENCE)


def trusted(clock: datetime, latest: datetime | None) -> datetime:
    """The moment to judge by: never before the last entry of the whole log."""
    return clock if latest is None else max(clock, latest)


def verify(entries: Iterable[Entry]) -> Problem | None:
    """The first broken entry of a whole log, or ``None`` when every link holds.

    Args:
        entries: From the first one, in their order.
    """
    last: Entry | None = None
    for entry in entries:
        sequence, previous = (last.sequence + 1, last.digest) if last is not None else (1, "")
        if entry.sequence != sequence:
            return _broken(sequence, entry, "missing")
        if entry.previous != previous or entry.digest != digest(sequence, entry.event, previous):
            return _broken(sequence, entry, "changed")
        last = entry
    return None


def _broken(sequence: int, entry: Entry, reason: str) -> Problem:
    return Problem(
        "release.log_broken",
        where=Place(row=sequence, subject=entry.event.quote),
        parameters={"entry": str(sequence), "reason": f"log_{reason}"},
    )
