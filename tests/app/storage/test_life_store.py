"""The log in the database: whole steps or none, once each, never changed unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.approval.deciding import Ruling, decide
from app.approval.life import Life
from app.approval.state import Deed, QuoteState
from app.approval.submitting import Answer, submit
from app.errors import RecordMissing, StepRefused, StorageError
from app.storage.life_store import LifeStore
from app.storage.quote_store import QuoteStore
from catalog.problem import Problem
from tests.app.approval.quotes import AUTHOR, HEAD, MATRIX, doing, revision
from tests.app.quoting.test_negotiation_ladders import campus
from tests.app.storage.stored_values import NOON

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.storage.database import Database

CAMPUS = revision(3, campus(2, 0, 5))
QUOTE = CAMPUS.quote.id


@pytest.fixture
def store(database: Database) -> LifeStore:
    """A log beside one stored quote."""
    QuoteStore(database).create(CAMPUS.quote, now=NOON)
    return LifeStore(database)


def hand_in(store: LifeStore, made: Revision = CAMPUS, operation: str = "op-1") -> Life:
    """The author submits a revision."""
    act = doing(AUTHOR, operation=operation)
    store.record(
        made.quote.id,
        operation,
        lambda life, frozen: submit(life, made, frozen, MATRIX, act),
        freeze=made,
    )
    return store.life(made.quote.id)


def approve(store: LifeStore) -> Life:
    """The head of department lets it pass, having seen what was frozen."""
    act = doing(HEAD, operation="op-2")
    yes = Ruling(Deed.APPROVED)
    store.record(QUOTE, "op-2", lambda life, frozen: decide(life, frozen["A"], yes, MATRIX, act))
    return store.life(QUOTE)


def test_a_submission_is_logged_and_frozen_together(store: LifeStore, database: Database) -> None:
    """Revision A is what the approver reads, exactly as it was."""
    assert hand_in(store).state is QuoteState.PENDING
    assert QuoteStore(database).revision(QUOTE, "A") == CAMPUS
    history = store.history(QUOTE)
    assert [entry.event.deed for entry in history.entries] == [Deed.SUBMITTED]
    assert history.frozen == {"A": CAMPUS}
    assert history.broken is None
    assert approve(store).state is QuoteState.APPROVED
    assert store.lives() == store.lives([QUOTE, "q-2"]) == {QUOTE: store.life(QUOTE)}
    assert store.lives(["q-2"]) == store.lives([]) == {}


def test_the_same_operation_is_logged_once(store: LifeStore) -> None:
    """A lost answer is asked for again."""
    hand_in(store)
    act = doing(AUTHOR)
    again = store.record(QUOTE, "op-1", lambda *_: submit(Life(), CAMPUS, {}, MATRIX, act))
    assert again == ()
    assert len(store.history(QUOTE).entries) == 1


def test_what_is_refused_leaves_nothing(store: LifeStore, database: Database) -> None:
    """Neither an entry nor a frozen revision, nor the operation."""
    no = Answer(problems=(Problem("approval.nobody"),))
    with pytest.raises(StepRefused) as told:
        store.record(QUOTE, "op-1", lambda *_: no, freeze=CAMPUS)
    assert [problem.code for problem in told.value.problems] == ["approval.nobody"]
    assert store.history(QUOTE).entries == ()
    assert QuoteStore(database).revisions(QUOTE) == ()
    assert hand_in(store).state is QuoteState.PENDING


def test_an_entry_without_its_revision_is_not_written(store: LifeStore, database: Database) -> None:
    """The letter belongs to another content: the whole step is undone."""
    other = revision(3, campus(3, 3, 10))
    QuoteStore(database).freeze(QUOTE, other, now=NOON)
    with pytest.raises(StorageError, match="revision_exists"):
        hand_in(store)
    assert store.history(QUOTE).entries == ()


def test_an_unknown_quote_has_no_life(store: LifeStore) -> None:
    """Not even an empty one to write into."""
    with pytest.raises(RecordMissing):
        hand_in(store, replace(CAMPUS, quote=replace(CAMPUS.quote, id="q-none")))
    assert store.life("q-none") == Life()
    assert store.verify() is None


@pytest.mark.parametrize(
    "statement",
    ["UPDATE life_entries SET deed = 'approved'", "DELETE FROM life_entries"],
)
def test_entries_are_never_changed(store: LifeStore, database: Database, statement: str) -> None:
    """The database itself refuses."""
    hand_in(store)
    with (
        pytest.raises((StorageError, DBAPIError), match=r"append-only|constraint"),
        database.writing() as connection,
    ):
        connection.execute(text(statement))
    assert store.verify() is None


@pytest.mark.parametrize(
    ("statement", "place", "reason"),
    [
        ("UPDATE life_entries SET deed = 'approved' WHERE sequence = 1", "1", "log_changed"),
        ("UPDATE life_entries SET digest = 'x' WHERE sequence = 2", "2", "log_changed"),
        ("UPDATE life_entries SET quote = 'q-2' WHERE sequence = 2", "2", "log_changed"),
        ("UPDATE life_entries SET content = x'7b7d' WHERE sequence = 1", "1", "log_changed"),
        ("DELETE FROM life_entries WHERE sequence = 1", "1", "log_missing"),
    ],
)
def test_a_hand_in_the_database_is_found(
    store: LifeStore, database: Database, statement: str, place: str, reason: str
) -> None:
    """Who takes the guards away and changes a row is named by the row."""
    hand_in(store)
    approve(store)
    QuoteStore(database).create(replace(CAMPUS.quote, id="q-2", number="N2"), now=NOON)
    with database.writing() as connection:
        for action in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER life_entries_never_{action}"))
        connection.execute(text(statement))
    problem = store.verify()
    assert problem is not None
    assert (problem.parameters["entry"], problem.parameters["reason"]) == (place, reason)


def test_what_only_waits_uses_nothing_of_promotions(store: LifeStore, database: Database) -> None:
    """A budget counts what customers hold on paper, not what somebody may yet approve."""
    hand_in(store)
    assert QuoteStore(database).used_of_promotions("", "") == {}
    with database.reading() as connection:
        counted = connection.execute(text("SELECT count(*) FROM promotion_uses")).scalar_one()
    assert counted == 0
