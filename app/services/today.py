"""today_of(): what of all quotes needs the user now, and what he had in hand lately.

Nothing is stored but the pins: what needs somebody follows from where quotes stand on the day.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import msgspec

from app.approval.state import QuoteState
from app.errors import RecordMissing
from app.quoting.alert import Alert
from app.services.alerts import kept_alerts
from app.services.approvals import ApprovalRow, Group, approval_rows
from app.services.received_requests import received_rows
from app.services.unfinished import Unfinished, unfinished
from app.services.visits import Visit, visits_of
from app.storage.pin_store import PinKind, Pins, PinStore
from app.storage.quote_rows import QuoteRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from app.approval.event import Person
    from app.approval.life import Life
    from app.services.workspace import Workspace

__all__ = ["AtHand", "Need", "NeedKind", "PinKind", "Today", "today_of", "toggle_pin"]

UNTOUCHED_DAYS = 3
"""After so many days a quote that was begun is asked about."""
EXPIRY_DAYS = 7
"""So many days before its last day an offer is shown, and as many after it."""
ANSWER_DAYS = 3
"""After so many days an answer to papers is asked for."""
_LOOKED_AT = 1000
"""Quotes changed last that may be unfinished; older ones are found in the list."""
_RECENT_QUOTES, _RECENT_CUSTOMERS = 8, 4
_CLOSED = frozenset({QuoteState.DECLINED, QuoteState.CANCELLED, QuoteState.CONTRACTED})
"""States in which nothing is left to talk about."""


class NeedKind(StrEnum):
    """Why a quote needs the user, in the order of the page."""

    DECIDE = "decide"
    """It waits for his decision."""
    RETURNED = "returned"
    """Its approver sent it back to him."""
    EXPIRING = "expiring"
    """What was approved or sent ends in a few days, or ended a few days ago."""
    UNANSWERED = "unanswered"
    """The customer has its papers and has said nothing for days."""
    FINISH = "finish"
    """It was begun and has not been touched for days."""


class Need(msgspec.Struct, frozen=True):
    """One thing to do.

    Attributes:
        kind: Why.
        quote: Which quote; of a received request under the identifier of that request.
        days: Since it waits, was touched or sent; until it ends, below 0 when that is past.
        reason: In the approver's words; empty where nobody gave one.
    """

    kind: NeedKind
    quote: QuoteRow
    days: int
    reason: str = ""

    @property
    def key(self) -> str:
        """Names the need on the page."""
        return f"{self.kind}:{self.quote.id}"


class AtHand(msgspec.Struct, frozen=True):
    """A quote or customer that is opened again with one key.

    Attributes:
        kind: Which of the two.
        id: Identifier.
        title: Title of the quote, or name of the customer; may be empty.
        detail: Number and customer of the quote, or segment of the customer.
        pinned: The user keeps it at hand.
    """

    kind: PinKind
    id: str
    title: str
    detail: str
    pinned: bool


class Today(msgspec.Struct, frozen=True):
    """The start page.

    Attributes:
        needs: By kind, the most urgent of each first.
        alerts: What customers' bills and contracts warn of, as worked out last.
        at_hand: Pinned ones first, then those changed last.
        works: Imports, batches and drafts that were begun and not ended.
        visits: To customers, overdue, due or near, the earliest first.
    """

    needs: tuple[Need, ...] = ()
    alerts: tuple[Alert, ...] = ()
    at_hand: tuple[AtHand, ...] = ()
    works: tuple[Unfinished, ...] = ()
    visits: tuple[Visit, ...] = ()


def today_of(workspace: Workspace, person: Person, now: datetime) -> Today:
    """The start page of somebody at a moment.

    Args:
        workspace: The user's data.
        person: For whom.
        now: The moment, with the time zone in which days are counted.

    Raises:
        StorageError: The database failed.
    """
    day = now.date()
    moved = (*received_rows(workspace, person, day), *approval_rows(workspace, person, day))
    latest = workspace.quotes.search("", _LOOKED_AT)
    needs = needs_of(moved, latest, now)
    alerts, held = kept_alerts(workspace, day), _at_hand(workspace, latest)
    closed = {row.quote.id for row in moved if row.state in _CLOSED}
    visits = visits_of(workspace, day, closed)
    return Today(needs, alerts, held, unfinished(workspace, now), visits)


def needs_of(
    moved: Sequence[ApprovalRow], latest: Iterable[QuoteRow], now: datetime
) -> tuple[Need, ...]:
    """What is to be done, in the order of the page.

    Args:
        moved: Quotes that anything has happened to, as they stand for the user.
        latest: Quotes changed last.
        now: The moment, with its time zone.
    """
    needs = [need for row in moved for need in _of_life(row, now)]
    known = {row.quote.id for row in moved if row.state is not QuoteState.IN_PROGRESS}
    known |= {need.quote.id for need in needs}
    needs.extend(_unfinished(latest, known, now))
    kinds = list(NeedKind)
    return tuple(sorted(needs, key=lambda need: (kinds.index(need.kind), _urgency(need))))


def offer_end(quote: QuoteRow, life: Life) -> date:
    """Last day on which what was approved can be accepted."""
    return min(quote.valid_until, life.until) if life.until is not None else quote.valid_until


def pinned_quotes(workspace: Workspace) -> frozenset[str]:
    """Identifiers of the pinned quotes."""
    return frozenset(PinStore(workspace.folder).load().quotes)


def toggle_pin(workspace: Workspace, kind: PinKind, identifier: str) -> bool:
    """Pin a record, or no longer.

    Returns:
        Whether it is pinned now.

    Raises:
        StorageError: The pins could not be written.
    """
    store = PinStore(workspace.folder)
    pins = store.load().toggled(kind, identifier)
    store.save(pins)
    return identifier in getattr(pins, kind)


def _of_life(row: ApprovalRow, now: datetime) -> Iterator[Need]:
    """What an approval, a refusal, an offer or its papers ask for; at most one of them."""
    life, quote, day = row.life, row.quote, now.date()
    since = (day - _local(life.changed or quote.updated, now)).days
    left = (offer_end(quote, life) - day).days
    offered = row.state in {QuoteState.APPROVED, QuoteState.SENT, QuoteState.EXPIRED}
    if Group.WAITING in row.groups:
        yield Need(NeedKind.DECIDE, quote, since)
    elif row.state is QuoteState.IN_PROGRESS and life.sent_back is not None:
        yield Need(NeedKind.RETURNED, quote, since, life.sent_back)
    elif offered and -EXPIRY_DAYS <= left <= EXPIRY_DAYS:
        yield Need(NeedKind.EXPIRING, quote, left)
    elif row.state is QuoteState.SENT and since >= ANSWER_DAYS:
        yield Need(NeedKind.UNANSWERED, quote, since)


def _unfinished(
    latest: Iterable[QuoteRow], known: Collection[str], now: datetime
) -> Iterator[Need]:
    for row in latest:
        days = (now.date() - _local(row.updated, now)).days
        if row.id not in known and days >= UNTOUCHED_DAYS:
            yield Need(NeedKind.FINISH, row, days)


def _urgency(need: Need) -> int:
    """Offers that end first and papers that are out longest; of unfinished ones the freshest."""
    waiting = {NeedKind.DECIDE, NeedKind.RETURNED, NeedKind.UNANSWERED}
    return -need.days if need.kind in waiting else need.days


def _local(moment: datetime, now: datetime) -> date:
    return moment.astimezone(now.tzinfo).date()


def _at_hand(workspace: Workspace, latest: Sequence[QuoteRow]) -> tuple[AtHand, ...]:
    pins = PinStore(workspace.folder).load()
    rows = {row.id: row for row in workspace.quotes.named(pins.quotes)} if pins.quotes else {}
    pinned = [
        *(_quote(rows[one], pins) for one in reversed(pins.quotes) if one in rows),
        *(found for one in reversed(pins.customers) for found in _pinned(workspace, one, pins)),
    ]
    quotes = [_quote(row, pins) for row in latest[:_RECENT_QUOTES]]
    customers = [
        AtHand("customers", row.id, row.name, row.segment, row.id in pins.customers)
        for row in workspace.customers.recent(_RECENT_CUSTOMERS)
    ]
    return (*pinned, *(one for one in (*quotes, *customers) if not one.pinned))


def _quote(row: QuoteRow, pins: Pins) -> AtHand:
    detail = " · ".join(part for part in (row.number, row.customer_name) if part)
    return AtHand("quotes", row.id, row.title, detail, row.id in pins.quotes)


def _pinned(workspace: Workspace, customer_id: str, pins: Pins) -> tuple[AtHand, ...]:
    """A pinned customer; nothing when it was removed since."""
    kind: Literal["customers"] = "customers"
    try:
        customer = workspace.customers.customer(customer_id)
    except RecordMissing:
        return ()
    pinned = customer_id in pins.customers
    return (AtHand(kind, customer_id, customer.name, customer.segment, pinned),)
