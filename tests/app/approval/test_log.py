"""The chain of the log: any change, gap or exchange is found, and named by its place."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.approval.event import Entry, Event
from app.approval.log import seal, timed, trusted, verify
from app.approval.state import Deed
from tests.app.approval.quotes import AUTHOR, HEAD, NOON


def chain(count: int) -> list[Entry]:
    """So many entries, an hour apart."""
    entries: list[Entry] = []
    for number in range(count):
        at = NOON + timedelta(hours=number)
        event = Event("q-1", Deed.ISSUED, AUTHOR, at, f"op-{number}", "A", "f" * 64)
        entries.append(seal(event, entries[-1] if entries else None))
    return entries


def broken_at(entries: list[Entry]) -> int | None:
    """Place of the first broken entry."""
    problem = verify(entries)
    return None if problem is None else problem.where.row


@given(st.integers(0, 12))
def test_a_chain_as_it_was_written_holds(count: int) -> None:
    """Empty too."""
    assert verify(chain(count)) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"deed": Deed.APPROVED},
        {"person": HEAD},
        {"at": NOON},
        {"reason": "x"},
        {"fingerprint": "e" * 64},
        {"conditions": ("x",)},
        {"roles": ("L5",)},
        {"operation": "x"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_changed_event_is_named(changes: dict[str, object]) -> None:
    """The third of five, whatever of it was changed."""
    entries = chain(5)
    entries[2] = replace(entries[2], event=replace(entries[2].event, **changes))
    assert broken_at(entries) == 3


@given(st.data())
def test_an_entry_that_is_missing_is_named(data: st.DataObject) -> None:
    """Any but the last, whose absence nothing that follows can tell."""
    entries = chain(data.draw(st.integers(2, 8)))
    gone = data.draw(st.integers(0, len(entries) - 2))
    del entries[gone]
    problem = verify(entries)
    assert problem is not None
    assert (problem.where.row, problem.parameters["reason"]) == (gone + 1, "log_missing")


@given(st.data())
def test_a_changed_entry_sealed_again_breaks_the_next(data: st.DataObject) -> None:
    """Who changes one entry has to change all that follow."""
    entries = chain(data.draw(st.integers(2, 8)))
    place = data.draw(st.integers(0, len(entries) - 2))
    event = replace(entries[place].event, reason="forged")
    entries[place] = seal(event, entries[place - 1] if place else None)
    assert broken_at(entries) == place + 2


def test_a_clock_put_back_is_written_down() -> None:
    """Ten minutes are noted, and no entry is older than the one above; three are forgiven."""
    first = chain(1)[0]
    for minutes, noted in ((10, True), (3, False), (-1, False)):
        at = NOON - timedelta(minutes=minutes)
        event = timed(replace(first.event, at=at), first)
        assert (event.at, event.clock_back) == (max(at, NOON), noted)


def test_the_moment_to_judge_by_never_goes_back() -> None:
    """A clock set to last year does not revive an approval."""
    latest = chain(3)[-1].event.at
    assert trusted(NOON - timedelta(days=365), latest) == NOON + timedelta(hours=2)
    assert trusted(NOON + timedelta(days=1), latest) == NOON + timedelta(days=1)
    assert trusted(NOON, None) == NOON
