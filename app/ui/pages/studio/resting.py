"""When trials on the open quote are made: in the pauses of somebody's hands.

A trial looks at every item. With a thousand nobody feels one between two keys; with ten thousand
it takes longer than a frame, so that it waits longer, and each of them for the next pause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.ui.session import QuoteSession

_FEW: Final = 1000
"""Items of a quote of which a trial is not felt."""


def rest_ms(session: QuoteSession | None, least: int) -> int:
    """How long nothing happens before trials begin, in milliseconds; ``least`` for few items."""
    items = len(session.quote.items) if session is not None else 0
    return least * max(1, items // _FEW)


def between_ms(session: QuoteSession | None, least: int) -> int:
    """How long the window has its turn between two trials; nothing for few items."""
    few = session is None or len(session.quote.items) <= _FEW
    return 0 if few else least
