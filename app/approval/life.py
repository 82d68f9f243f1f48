"""Life: where a quote stands, worked out of its events every time; no state is stored anywhere."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.approval.event import Asked, Carried, Event, Person
from app.approval.state import (
    CONFIRMATIONS,
    CONSENTS,
    RELEASED,
    TRANSITIONS,
    Deed,
    QuoteState,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class Decision(msgspec.Struct, frozen=True):
    """A decision of somebody else that let a revision pass.

    Attributes:
        label: Letter of the revision.
        fingerprint: Of that revision.
        decider: Who decided.
        deed: How.
        until: Last day on which it holds.
        acting: Levels and functions in which it was decided.
        tolerances: How much worse each criterion may get.
        conditions: What was asked for.
        left_out: Keys of dimensions that earlier decisions covered.
        proof: Signature, where there is one.
        unsigned: It was read from a paper that nobody signed.
    """

    label: str
    fingerprint: str
    decider: Person
    deed: Deed
    until: date
    acting: tuple[str, ...]
    tolerances: dict[str, Decimal] = {}
    conditions: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    proof: str = ""
    unsigned: bool = False


class Life(msgspec.Struct, frozen=True):
    """Where a quote stands.

    Attributes:
        state: As the events left it; ``on`` says whether it has expired since.
        label: Letter of the revision that was submitted last; empty when none is.
        fingerprint: Of that revision.
        requester: Who submitted it.
        waiting: Levels and functions that have still to decide it.
        asked: Dimensions to be decided; empty for all.
        carried: Dimensions whose earlier decisions stand.
        until: Last day on which the approval holds; ``None`` while there is none.
        conditions: What the approver of this revision asks for.
        to_confirm: Last day to confirm a fast track in writing; ``None`` when none is open.
        named: Who gave it.
        named_acting: In which roles.
        owed: A fast track was never confirmed in writing, whatever became of its revision.
        decisions: Consents so far, the earliest first.
        noted: Consents on paper that nobody signed and that settle nothing.
        rejected: Fingerprints that were rejected, each with the reason.
        sent_back: Reason of the approver who returned or rejected it last; ``None`` once it was
            submitted again.
        events: How many.
        changed: When the last thing happened.
    """

    state: QuoteState = QuoteState.IN_PROGRESS
    label: str = ""
    fingerprint: str = ""
    requester: Person | None = None
    waiting: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    carried: tuple[Carried, ...] = ()
    until: date | None = None
    conditions: tuple[str, ...] = ()
    to_confirm: date | None = None
    named: Person | None = None
    named_acting: tuple[str, ...] = ()
    owed: bool = False
    decisions: tuple[Decision, ...] = ()
    noted: tuple[Decision, ...] = ()
    rejected: dict[str, str] = {}
    sent_back: str | None = None
    events: int = 0
    changed: datetime | None = None

    def on(self, day: date) -> QuoteState:
        """The state on a day: an approval whose last day has passed is expired."""
        open_offer = self.state in {QuoteState.APPROVED, QuoteState.SENT}
        if open_offer and self.until is not None and day > self.until:
            return QuoteState.EXPIRED
        return self.state

    def possible(self, day: date) -> tuple[Deed, ...]:
        """What can be done on a day, whoever does it."""
        state = self.on(day)
        deeds = list(TRANSITIONS[state])
        if self.to_confirm is not None and state in RELEASED:
            deeds.extend(CONFIRMATIONS)
        return tuple(deeds)


def life_of(events: Iterable[Event]) -> Life:
    """Where a quote stands after its events, in their order."""
    life = Life()
    for event in events:
        life = after(life, event)
    return life


def after(life: Life, event: Event) -> Life:
    """Where a quote stands after one more event; what is not possible changes nothing."""
    state = _state_after(life, event)
    if state is None:
        return life
    if event.unsigned and event.deed in CONSENTS and not event.roles:
        noted = (*life.noted, _decision(event, frozenset()))
        return msgspec.structs.replace(life, noted=noted, events=life.events + 1, changed=event.at)
    life = msgspec.structs.replace(life, state=state, events=life.events + 1, changed=event.at)
    match event.deed:  # of the others the state says all that they change
        case Deed.SUBMITTED:
            life = _submitted(life, event)
        case Deed.APPROVED | Deed.APPROVED_WITH_CONDITIONS | Deed.FILED:
            life = _decided(life, event)
        case Deed.WITHIN_OWN | Deed.CARRIED_OVER:
            life = msgspec.structs.replace(life, until=event.until)
        case Deed.FAST_TRACKED:
            life = msgspec.structs.replace(
                life,
                until=event.until,
                to_confirm=event.confirm_by,
                named=event.named,
                named_acting=event.acting,
                owed=True,
            )
        case Deed.REJECTED:
            told = {**life.rejected, event.fingerprint: event.reason}
            life = _put_back(msgspec.structs.replace(life, rejected=told, sent_back=event.reason))
        case Deed.RETURNED:
            life = _put_back(msgspec.structs.replace(life, sent_back=event.reason))
        case Deed.RECALLED | Deed.REVISED | Deed.CANCELLED:
            life = _put_back(life)
    return life


def _state_after(life: Life, event: Event) -> QuoteState | None:
    """The state after an event; ``None`` where the table has no such step."""
    # Nothing but time leads into EXPIRED, and whatever leads out of it leads out of where it was.
    if life.to_confirm is not None and life.state in RELEASED and event.deed in CONFIRMATIONS:
        return CONFIRMATIONS[event.deed] or life.state
    return TRANSITIONS[life.state].get(event.deed)


def _submitted(life: Life, event: Event) -> Life:
    return msgspec.structs.replace(
        life,
        label=event.revision,
        fingerprint=event.fingerprint,
        requester=event.person,
        waiting=event.roles,
        asked=event.asked,
        carried=event.carried,
        until=None,
        conditions=(),
        to_confirm=None,
        named=None,
        named_acting=(),
        sent_back=None,
    )


def _decided(life: Life, event: Event) -> Life:
    """One more consent; while others are waited for, the quote stays pending."""
    settled = {one.key for one in life.asked if set(one.roles) & set(event.roles)}
    known = {one.key for one in life.asked} | {one.key for one in life.carried}
    decision = _decision(event, frozenset(known - settled) if life.asked else frozenset())
    waiting = tuple(role for role in life.waiting if role not in event.roles)
    return msgspec.structs.replace(
        life,
        state=QuoteState.PENDING if waiting else life.state,
        waiting=waiting,
        until=min(life.until or decision.until, decision.until),
        conditions=(*life.conditions, *event.conditions),
        to_confirm=None,
        named=None,
        named_acting=(),
        owed=False,
        decisions=(*life.decisions, decision),
    )


def _decision(event: Event, left_out: frozenset[str]) -> Decision:
    return Decision(
        label=event.revision,
        fingerprint=event.fingerprint,
        decider=event.named if event.unsigned and event.named is not None else event.person,
        deed=event.deed,
        until=event.until or event.at.date(),
        acting=event.acting,
        tolerances=event.tolerances,
        conditions=event.conditions,
        left_out=left_out,
        proof=event.proof,
        unsigned=event.unsigned,
    )


def _put_back(life: Life) -> Life:
    return msgspec.structs.replace(
        life,
        requester=None,
        waiting=(),
        asked=(),
        carried=(),
        until=None,
        conditions=(),
        to_confirm=None,
        named=None,
        named_acting=(),
    )
