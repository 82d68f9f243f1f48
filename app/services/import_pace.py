"""pace_of(): progress and the wish to stop, as long work in the core takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Cancelled
from catalog.pace import WHOLE

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from catalog.pace import Pace

_LEAST = WHOLE // 200
"""A smaller step than this nobody sees."""


def pace_of(progress: Callable[[float], None] | None, cancel: threading.Event | None) -> Pace:
    """A pace that reports, and stops the work soon after the event is set.

    Args:
        progress: Called with the share done, at visible steps only.
        cancel: Set to stop; the work then raises ``Cancelled``.
    """
    last = -_LEAST

    def pace(share: int) -> None:
        nonlocal last
        if cancel is not None and cancel.is_set():
            raise Cancelled
        if progress is not None and share - last >= _LEAST:
            last = share
            progress(share / WHOLE)

    return pace
