"""States of a quote, what can be done in each, and where that leads: one table."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class QuoteState(StrEnum):
    """Where a quote stands."""

    IN_PROGRESS = "in_progress"
    PENDING = "pending"
    APPROVED = "approved"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    """Derived: approved or sent, and the last day has passed."""
    CANCELLED = "cancelled"
    CONTRACTED = "contracted"


class Deed(StrEnum):
    """What was done; each is one kind of entry in the log."""

    SUBMITTED = "submitted"
    WITHIN_OWN = "within_own"
    """The author may decide alone: approved with the submission."""
    CARRIED_OVER = "carried_over"
    """Nothing that was approved got worse: the earlier decisions stand."""
    RECALLED = "recalled"
    RETURNED = "returned"
    REJECTED = "rejected"
    APPROVED = "approved"
    APPROVED_WITH_CONDITIONS = "approved_with_conditions"
    FILED = "filed"
    """备案: taken note of by somebody who could have refused it."""
    FAST_TRACKED = "fast_tracked"
    """A decision given by word of mouth; the named person confirms it in writing in time."""
    REVISED = "revised"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    CONTRACTED = "contracted"
    ISSUED = "issued"
    """Final papers were written; the state stays."""


CONSENTS: Final = (Deed.APPROVED, Deed.APPROVED_WITH_CONDITIONS, Deed.FILED)
"""Decisions of somebody else that let a quote pass."""

REFUSALS: Final = (Deed.RETURNED, Deed.REJECTED)
"""Decisions of somebody else that send it back."""

RELEASED: Final = frozenset(
    {QuoteState.APPROVED, QuoteState.SENT, QuoteState.ACCEPTED, QuoteState.CONTRACTED}
)
"""States whose revision may be put on final paper."""

_State = QuoteState
TRANSITIONS: Final[dict[QuoteState, dict[Deed, QuoteState]]] = {
    _State.IN_PROGRESS: {
        Deed.SUBMITTED: _State.PENDING,
        Deed.CANCELLED: _State.CANCELLED,
    },
    _State.PENDING: {
        Deed.WITHIN_OWN: _State.APPROVED,
        Deed.CARRIED_OVER: _State.APPROVED,
        Deed.APPROVED: _State.APPROVED,
        Deed.APPROVED_WITH_CONDITIONS: _State.APPROVED,
        Deed.FILED: _State.APPROVED,
        Deed.FAST_TRACKED: _State.APPROVED,
        Deed.RECALLED: _State.IN_PROGRESS,
        Deed.RETURNED: _State.IN_PROGRESS,
        Deed.REJECTED: _State.IN_PROGRESS,
        Deed.CANCELLED: _State.CANCELLED,
    },
    _State.APPROVED: {
        Deed.SUBMITTED: _State.PENDING,
        Deed.REVISED: _State.IN_PROGRESS,
        Deed.SENT: _State.SENT,
        Deed.ISSUED: _State.APPROVED,
        Deed.CANCELLED: _State.CANCELLED,
    },
    _State.SENT: {
        Deed.SUBMITTED: _State.PENDING,
        Deed.REVISED: _State.IN_PROGRESS,
        Deed.ACCEPTED: _State.ACCEPTED,
        Deed.DECLINED: _State.DECLINED,
        Deed.ISSUED: _State.SENT,
        Deed.CANCELLED: _State.CANCELLED,
    },
    _State.ACCEPTED: {
        Deed.REVISED: _State.IN_PROGRESS,
        Deed.CONTRACTED: _State.CONTRACTED,
        Deed.ISSUED: _State.ACCEPTED,
        Deed.CANCELLED: _State.CANCELLED,
    },
    _State.DECLINED: {
        Deed.REVISED: _State.IN_PROGRESS,
        Deed.CANCELLED: _State.CANCELLED,
    },
    _State.EXPIRED: {
        Deed.SUBMITTED: _State.PENDING,
        Deed.REVISED: _State.IN_PROGRESS,
        Deed.CANCELLED: _State.CANCELLED,
    },
    _State.CANCELLED: {},
    _State.CONTRACTED: {Deed.ISSUED: _State.CONTRACTED},
}
"""``TRANSITIONS[state][deed]`` is the state afterwards; what is not here is not possible."""

CONFIRMATIONS: Final[dict[Deed, QuoteState | None]] = {
    Deed.APPROVED: None,
    Deed.APPROVED_WITH_CONDITIONS: None,
    Deed.FILED: None,
    Deed.RETURNED: _State.IN_PROGRESS,
    Deed.REJECTED: _State.IN_PROGRESS,
}
"""What can be done besides while a fast track waits for its confirmation, in any released state;
``None`` leaves the state as it is."""
