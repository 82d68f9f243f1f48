"""Promises of the quote store: nothing acknowledged is lost, nothing happens twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from app.errors import RecordChangedElsewhere, RecordMissing, StorageError
from app.storage.customer_store import CustomerStore
from app.storage.database import Database
from app.storage.quote_rows import (
    Change,
    ChangeKind,
    EditRow,
    FrozenRow,
    QuoteFigures,
    QuoteRow,
)
from app.storage.quote_store import QuoteStore
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON, a_customer, a_quote, a_revision, later

if TYPE_CHECKING:
    from app.quoting.quote import Quote


def _titled(title: str) -> Quote:
    return a_quote(title=title)


@pytest.fixture
def store(database: Database) -> QuoteStore:
    """A store with one quote, titled ``0``, at revision 1."""
    quotes = QuoteStore(database)
    quotes.create(_titled("0"), now=NOON)
    return quotes


def _edit(store: QuoteStore, title: str, revision: int, key: str = "") -> int:
    """Commit a change of the title."""
    return store.commit_edit(
        "q-1", revision, f"op-{revision}-{title}", "edit.title", key, _titled(title), now=NOON
    )


def _undo_to(store: QuoteStore, position: int, revision: int) -> int:
    return store.set_position("q-1", position, revision, f"move-{revision}", now=NOON)


def test_created_quote_comes_back_equal(database: Database) -> None:
    """Every kind of field and alteration is read as it was written."""
    store = QuoteStore(database)
    quote = a_quote(items=4)
    assert store.create(quote, now=NOON) == 1
    stored = store.load("q-1")
    assert stored.quote == quote
    assert (stored.revision, stored.position, stored.updated) == (1, 0, NOON)


def test_creating_again_is_answered_not_repeated(store: QuoteStore) -> None:
    """The same quote again is a lost answer; another one with the identifier is a failure."""
    assert store.create(_titled("0"), now=later(1)) == 1
    with pytest.raises(StorageError) as failure:
        store.create(_titled("another"), now=later(1))
    assert failure.value.parameters["reason"] == "quote_exists"
    assert store.load("q-1").quote == _titled("0")


def test_number_belongs_to_one_quote(store: QuoteStore) -> None:
    """Neither a new quote nor an edit can take a number that is in use."""
    with pytest.raises(StorageError) as failure:
        store.create(a_quote(id="q-2"), now=NOON)
    assert failure.value.parameters["reason"] == "number_taken"
    other = a_quote(id="q-2", number="QW-20261123-0002")
    store.create(other, now=NOON)
    with pytest.raises(StorageError) as second:
        store.commit_edit("q-2", 1, "op", "edit.number", "", a_quote(id="q-2"), now=NOON)
    assert second.value.parameters["reason"] == "number_taken"
    assert store.load("q-2").quote == other


def test_number_may_change_to_a_free_one_and_back(store: QuoteStore) -> None:
    """A renumbered quote is found by its new number; undo gives the old one back."""
    renumbered = a_quote(number="QW-20261123-0009", title="0")
    store.commit_edit("q-1", 1, "op", "edit.number", "", renumbered, now=NOON)
    assert [row.number for row in store.search("0009")] == ["QW-20261123-0009"]
    _undo_to(store, 0, 2)
    assert [row.number for row in store.search("0001")] == ["QW-20261123-0001"]
    store.create(a_quote(id="q-2", number="QW-20261123-0009"), now=NOON)
    with pytest.raises(StorageError) as failure:
        _undo_to(store, 1, 3)
    assert failure.value.parameters["reason"] == "number_taken"
    assert store.load("q-1").quote == _titled("0")


def test_edit_changes_value_revision_and_moment(store: QuoteStore) -> None:
    """The value after the edit is what is loaded."""
    revision = store.commit_edit("q-1", 1, "op-1", "edit.title", "", _titled("1"), now=later(3))
    stored = store.load("q-1")
    assert revision == 2
    assert (stored.quote, stored.revision, stored.updated) == (_titled("1"), 2, later(3))


def test_edit_from_an_old_revision_is_refused(store: QuoteStore) -> None:
    """Of two windows at one revision only the first may write."""
    _edit(store, "theirs", 1)
    with pytest.raises(RecordChangedElsewhere) as failure:
        _edit(store, "mine", 1)
    assert failure.value.parameters == {"record": "QW-20261123-0001"}
    assert store.load("q-1").quote == _titled("theirs")
    assert len(store.history("q-1")) == 2


def test_operation_is_applied_once(store: QuoteStore) -> None:
    """A retry with the same operation gives the same answer, even after later edits."""
    assert _edit(store, "1", 1) == 2
    assert _edit(store, "1", 1) == 2
    assert _edit(store, "2", 2) == 3
    assert _edit(store, "1", 1) == 2
    assert store.load("q-1").quote == _titled("2")
    assert len(store.history("q-1")) == 3


def test_operation_of_another_quote_is_refused(store: QuoteStore) -> None:
    """An identifier used twice must not pass for success."""
    _edit(store, "1", 1)
    store.create(a_quote(id="q-2", number="QW-20261123-0002"), now=NOON)
    with pytest.raises(StorageError) as failure:
        store.commit_edit(
            "q-2",
            1,
            "op-1-1",
            "edit.title",
            "",
            a_quote(id="q-2", number="QW-20261123-0002"),
            now=NOON,
        )
    assert failure.value.parameters["reason"] == "operation_reused"


def test_value_of_another_quote_is_a_bug(store: QuoteStore) -> None:
    """An edit cannot turn one quote into another."""
    with pytest.raises(ValueError, match="q-2"):
        store.commit_edit("q-1", 1, "op", "edit.title", "", a_quote(id="q-2"), now=NOON)


def test_unknown_quote_is_missing(store: QuoteStore) -> None:
    """Reading, editing, moving and freezing need a stored quote."""
    other = a_quote(id="q-9")
    with pytest.raises(RecordMissing):
        store.load("q-9")
    with pytest.raises(RecordMissing):
        store.commit_edit("q-9", 1, "op", "edit.title", "", other, now=NOON)
    with pytest.raises(RecordMissing):
        store.set_position("q-9", 0, 1, "op", now=NOON)
    with pytest.raises(RecordMissing):
        store.freeze("q-9", a_revision(), now=NOON)
    with pytest.raises(RecordMissing):
        store.revision("q-1", "A")
    with pytest.raises(RecordMissing):
        store.value_at("q-1", 1)
    assert store.history("q-9") == ()


def test_typing_into_one_field_is_one_edit(store: QuoteStore) -> None:
    """Edits of one key replace the newest row; another key and an empty one do not."""
    _edit(store, "a", 1, "title")
    _edit(store, "ab", 2, "title")
    _edit(store, "abc", 3, "other")
    _edit(store, "abcd", 4)
    _edit(store, "abcde", 5)
    assert [store.value_at("q-1", row.position).title for row in store.history("q-1")] == [
        "0",
        "ab",
        "abc",
        "abcd",
        "abcde",
    ]
    assert store.load("q-1").revision == 6


def test_edit_after_an_undo_never_merges(store: QuoteStore) -> None:
    """What was undone to is kept, even when the newest key is the same."""
    _edit(store, "a", 1, "title")
    _edit(store, "b", 2, "other")
    _undo_to(store, 1, 3)
    _edit(store, "c", 4, "title")
    assert [quote.title for quote in store.reachable_values("q-1")] == ["0", "a", "c"]


def test_undo_and_redo_survive_closing(database: Database) -> None:
    """The position and both directions are there after opening again."""
    store = QuoteStore(database)
    store.create(_titled("0"), now=NOON)
    for revision, title in enumerate(("1", "2", "3"), start=1):
        _edit(store, title, revision)
    assert _undo_to(store, 1, 4) == 5
    database.close()

    reopened = Database.open(database.folder)
    again = QuoteStore(reopened)
    stored = again.load("q-1")
    assert (stored.quote.title, stored.position, stored.revision) == ("1", 1, 5)
    assert [quote.title for quote in again.reachable_values("q-1")] == ["0", "1", "2", "3"]
    assert _undo_to(again, 3, 5) == 6
    assert again.load("q-1").quote == _titled("3")
    reopened.close()


def test_edit_after_undo_marks_what_it_cuts_off(store: QuoteStore) -> None:
    """Undone edits stay in the log, out of reach, and the log of changes counts them."""
    for revision, title in enumerate(("1", "2", "3"), start=1):
        _edit(store, title, revision)
    _undo_to(store, 1, 4)
    assert _edit(store, "4", 5) == 6
    assert store.history("q-1") == (
        EditRow(0, "", "", NOON),
        EditRow(1, "edit.title", "", NOON),
        EditRow(2, "edit.title", "", NOON, truncated_by=4),
        EditRow(3, "edit.title", "", NOON, truncated_by=4),
        EditRow(4, "edit.title", "", NOON),
    )
    assert store.value_at("q-1", 3) == _titled("3")
    assert [quote.title for quote in store.reachable_values("q-1")] == ["0", "1", "4"]
    with pytest.raises(RecordMissing):
        _undo_to(store, 3, 6)
    assert store.changes("q-1") == (
        Change(1, ChangeKind.CREATED, 0, 0, NOON),
        Change(2, ChangeKind.EDITED, 1, 0, NOON),
        Change(3, ChangeKind.EDITED, 2, 0, NOON),
        Change(4, ChangeKind.EDITED, 3, 0, NOON),
        Change(5, ChangeKind.MOVED, 1, 0, NOON),
        Change(6, ChangeKind.EDITED, 4, 2, NOON),
    )


def test_truncation_keeps_the_edit_that_made_it(store: QuoteStore) -> None:
    """A row cut off twice over is still marked with the first edit that did."""
    _edit(store, "1", 1)
    _undo_to(store, 0, 2)
    _edit(store, "2", 3)
    _undo_to(store, 0, 4)
    _edit(store, "3", 5)
    assert [row.truncated_by for row in store.history("q-1")] == [None, 2, 3, None]


def test_undo_is_applied_once_and_only_from_its_revision(store: QuoteStore) -> None:
    """Moving is guarded like editing."""
    _edit(store, "1", 1)
    assert _undo_to(store, 0, 2) == 3
    assert _undo_to(store, 0, 2) == 3
    with pytest.raises(RecordChangedElsewhere):
        store.set_position("q-1", 1, 2, "another", now=NOON)
    with pytest.raises(RecordMissing):
        store.set_position("q-1", 7, 3, "beyond", now=NOON)
    assert store.load("q-1").revision == 3


def test_undo_gives_the_lists_what_it_gives_the_quote(store: QuoteStore) -> None:
    """Title and figures in lists are those at the position."""
    figures = QuoteFigures(monthly=76_800, contract=2_764_800)
    store.commit_edit("q-1", 1, "op", "edit.title", "", _titled("1"), now=later(1), figures=figures)
    row = store.recent()[0]
    assert (row.title, row.monthly, row.contract) == ("1", 76_800, 2_764_800)
    _undo_to(store, 0, 2)
    row = store.recent()[0]
    assert (row.title, row.monthly, row.contract) == ("0", None, None)


def test_last_reachable_values_are_given(store: QuoteStore) -> None:
    """A long history may be read from its end."""
    for revision, title in enumerate(("1", "2", "3"), start=1):
        _edit(store, title, revision)
    assert [quote.title for quote in store.reachable_values("q-1", last=2)] == ["2", "3"]


def _stocked(database: Database) -> QuoteStore:
    store = QuoteStore(database)
    CustomerStore(database).save(a_customer("c-1", "江南精密"), Bills(), now=NOON)
    for number, (title, customer) in enumerate(
        (("总部宽带", "c-1"), ("100%_折扣", "c-2"), ("分店专线", "c-1")), start=1
    ):
        store.create(
            a_quote(
                id=f"q-{number}",
                number=f"QW-20261123-000{number}",
                title=title,
                customer=customer,
            ),
            now=later(number),
        )
    return store


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("宽带", ["q-1"]),
        ("100%_", ["q-2"]),
        ("%", ["q-2"]),
        ("精密", ["q-3", "q-1"]),
        ("精密 专线", ["q-3"]),
        ("李晓明", ["q-3", "q-2", "q-1"]),
        ("qw-20261123-0002", ["q-2"]),
        ("9999", []),
        ("", ["q-3", "q-2", "q-1"]),
    ],
)
def test_search_finds_words_literally(database: Database, typed: str, found: list[str]) -> None:
    """Number, title, author and the customer's name are searched; wildcards are text."""
    assert [row.id for row in _stocked(database).search(typed)] == found


def test_rows_name_customer_and_newest_revision(database: Database) -> None:
    """A row has what a list shows; a customer who is not stored has no name."""
    store = _stocked(database)
    quote = store.load("q-1").quote
    store.freeze("q-1", a_revision("A", quote), now=later(8))
    store.freeze("q-1", a_revision("B", quote), now=later(7))
    row = store.search("总部宽带")[0]
    assert row == QuoteRow(
        id="q-1",
        number="QW-20261123-0001",
        title="总部宽带",
        customer="c-1",
        customer_name="江南精密",
        manager="李晓明",
        valid_until=quote.valid_until,
        updated=later(1),
        monthly=None,
        contract=None,
        label="B",
        segment="SMB",
    )
    assert store.search("折扣")[0].customer_name == ""
    assert [row.id for row in store.of_customer("c-1")] == ["q-3", "q-1"]


def test_recent_quotes_are_those_changed_last(database: Database) -> None:
    """An edit moves a quote to the top."""
    store = _stocked(database)
    quote = replace(store.load("q-2").quote, notes="changed")
    store.commit_edit("q-2", 1, "op", "edit.notes", "", quote, now=later(9))
    assert [row.id for row in store.recent(2)] == ["q-2", "q-3"]


def test_frozen_revision_comes_back_equal(store: QuoteStore) -> None:
    """A revision is what it was, in the order of freezing, and freezing it again does nothing."""
    store.freeze("q-1", a_revision("B"), now=NOON)
    store.freeze("q-1", a_revision("A"), now=later(1))
    store.freeze("q-1", a_revision("A"), now=later(2))
    assert store.revision("q-1", "A") == a_revision("A")
    assert store.revisions("q-1") == (
        FrozenRow("B", "B" * 64, NOON),
        FrozenRow("A", "A" * 64, later(1)),
    )


def test_frozen_revision_never_changes(store: QuoteStore, database: Database) -> None:
    """Neither another value under the label nor a statement changes what was frozen."""
    store.freeze("q-1", a_revision(), now=NOON)
    with pytest.raises(StorageError) as failure:
        store.freeze("q-1", replace(a_revision(), fingerprint="0" * 64), now=NOON)
    assert failure.value.parameters["reason"] == "revision_exists"
    for statement in ("UPDATE revisions SET label = 'Z'", "DELETE FROM revisions"):
        with pytest.raises(StorageError, match="append-only"), database.writing() as connection:
            connection.execute(text(statement))
    assert store.revision("q-1", "A") == a_revision()
