"""Alert: one thing that a manager should act on, whatever it was worked out of."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from catalog.local_text import LocalText


class AlertKind(StrEnum):
    """What an alert is about."""

    SPEND_DROP = "spend_drop"
    CONTRACT_END = "contract_end"
    COMPETITOR_END = "competitor_end"
    SEASONAL_RISE = "seasonal_rise"
    RETENTION_HOLD = "retention_hold"
    PROMISE = "promise"
    SAVING_MISSED = "saving_missed"
    NEXT_STEP = "next_step"


class AlertLevel(StrEnum):
    """How soon it should be acted on: red at once, yellow soon, notice in time."""

    RED = "red"
    YELLOW = "yellow"
    NOTICE = "notice"


class AlertDeed(StrEnum):
    """What pressing Enter on an alert does."""

    OPEN_ANALYSIS = "open_analysis"
    START_QUOTE = "start_quote"
    OPEN_CUSTOMER = "open_customer"


class Alert(msgspec.Struct, frozen=True):
    """One alert.

    Attributes:
        id: Names the fact; the same fact has the same identifier on every day.
        kind: What it is about.
        level: How soon.
        customer: Identifier of the customer.
        customer_name: Registered name.
        deed: What is done about it.
        day: Last day of the contract, first day of the month, or day by which a promise is to be
            kept or a step taken; ``None`` for a drop.
        part: What of the bills dropped; empty for the total, and for other kinds.
        quote: Identifier of the quote whose contract ends; empty for other kinds.
        facts: Figures of the sentence as text: fen, percent, months, names.
    """

    id: str
    kind: AlertKind
    level: AlertLevel
    customer: str
    customer_name: str
    deed: AlertDeed
    day: date | None = None
    part: LocalText = LocalText()
    quote: str = ""
    facts: dict[str, str] = {}
