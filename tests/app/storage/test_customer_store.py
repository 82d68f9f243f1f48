"""Promises of the customer store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordChangedElsewhere, RecordMissing, StorageError
from app.storage import customer_merges
from app.storage.customer_rows import CustomerRow
from app.storage.customer_store import CustomerStore
from app.storage.quote_store import QuoteStore
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON, a_customer, a_quote, later, some_bills

if TYPE_CHECKING:
    from app.storage.database import Database


def test_customer_and_bills_come_back_equal(database: Database) -> None:
    """What was saved is read, with its revision and moment."""
    store = CustomerStore(database)
    assert store.save(a_customer(), some_bills(), now=NOON) == 1
    assert store.load("c-1") == (a_customer(), some_bills())
    stored = store.stored("c-1")
    assert (stored.revision, stored.updated) == (1, NOON)


def test_missing_customer_is_named(database: Database) -> None:
    """Reading nobody is an expected failure, with bills or without."""
    store = CustomerStore(database)
    for read in (store.load, store.customer):
        with pytest.raises(RecordMissing) as failure:
            read("c-9")
        assert failure.value.parameters == {"record": "c-9"}


def test_a_customer_is_read_without_bills(database: Database) -> None:
    """The same as with them; one who was merged is who was kept."""
    store = CustomerStore(database)
    store.save(a_customer(), some_bills(), now=NOON)
    assert store.customer("c-1") == a_customer()
    with database.writing() as connection:
        customer_merges.add(connection, "c-0", "c-1")
    assert store.customer("c-0") == a_customer()


def test_change_elsewhere_is_detected(database: Database) -> None:
    """The second of two windows that read the same revision does not win."""
    store = CustomerStore(database)
    store.save(a_customer(), Bills(), now=NOON, expected_revision=0)
    mine = msgspec.structs.replace(a_customer(), notes="mine")
    theirs = msgspec.structs.replace(a_customer(), notes="theirs")
    assert store.save(theirs, Bills(), now=later(1), expected_revision=1) == 2
    with pytest.raises(RecordChangedElsewhere):
        store.save(mine, Bills(), now=later(2), expected_revision=1)
    assert store.stored("c-1").customer.notes == "theirs"
    assert store.save(mine, Bills(), now=later(3), expected_revision=2) == 3


def test_save_tried_again_is_answered_not_repeated(database: Database) -> None:
    """A save whose answer was lost may be sent again: nothing changes, the answer is the same."""
    store = CustomerStore(database)
    store.save(a_customer(), Bills(), now=NOON, expected_revision=0)
    assert store.save(a_customer(), Bills(), now=later(5), expected_revision=0) == 1
    assert store.stored("c-1").updated == NOON


def test_row_shows_accounts_and_average_bill(database: Database) -> None:
    """The average is that of the last six months: 200.00 each."""
    store = CustomerStore(database)
    store.save(a_customer(), some_bills(), now=NOON)
    (row,) = store.search("")
    known = CustomerRow("c-1", "江南精密机械有限公司", "SMB", 2, 20_000, row.card)
    assert row == known
    assert row.card.measures.typical == 20_000


def test_average_bill_rounds_half_up_over_the_last_six_months(database: Database) -> None:
    """Seven months of 1, 0, 0, 0, 1, 1, 1 fen: the last six sum to 3, a sixth is 0.5, so 1."""
    amounts = {f"2026-{month:02d}": fen for month, fen in enumerate((1, 0, 0, 0, 1, 1, 1), start=1)}
    component = msgspec.structs.replace(some_bills().components[0], amounts=amounts)
    store = CustomerStore(database)
    store.save(a_customer(), Bills((component,)), now=NOON)
    assert store.search("")[0].monthly == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("精密", ["c-1"]),
        ("机械 江南", ["c-1"]),
        ("66668889", ["c-1"]),
        ("１００％", ["c-2"]),
        ("100%_", ["c-2"]),
        ("%", ["c-2"]),
        ("_", ["c-2"]),
        ("\\", ["c-3"]),
        ("acme", ["c-3"]),
        ("ACME", ["c-3"]),
        ("江北", []),
        ("江南 江北", []),
        ("", ["c-2", "c-3", "c-1"]),
    ],
)
def test_search_finds_words_literally(database: Database, typed: str, found: list[str]) -> None:
    """Two Chinese characters are enough; wildcards are text; width and case do not matter."""
    store = CustomerStore(database)
    store.save(a_customer("c-1"), Bills(), now=NOON)
    for identifier, name in (("c-2", "100%_纯果汁"), ("c-3", "Acme\\Back")):
        plain = msgspec.structs.replace(
            a_customer(identifier, name), accounts=(), contacts=(), credit_code=""
        )
        store.save(plain, Bills(), now=NOON)
    assert [row.id for row in store.search(typed)] == found


def test_search_gives_no_more_rows_than_asked(database: Database) -> None:
    """The first rows by name are given."""
    store = CustomerStore(database)
    for number in range(5):
        store.save(a_customer(f"c-{number}", f"客户 {number}"), Bills(), now=NOON)
    assert [row.id for row in store.search("客户", limit=2)] == ["c-0", "c-1"]


def test_recent_lists_the_customers_used_last(database: Database) -> None:
    """Each use moves a customer to the top; those never used are not listed."""
    store = CustomerStore(database)
    for number in range(3):
        store.save(a_customer(f"c-{number}"), Bills(), now=NOON)
    for minute, identifier in enumerate(("c-0", "c-1", "c-0")):
        store.mark_used(identifier, later(minute))
    assert [row.id for row in store.recent()] == ["c-0", "c-1"]
    assert [row.id for row in store.recent(limit=1)] == ["c-0"]


def test_removed_customer_is_gone(database: Database) -> None:
    """Removing forgets the record and its uses; removing again is no fault."""
    store = CustomerStore(database)
    store.save(a_customer(), Bills(), now=NOON)
    store.mark_used("c-1", NOON)
    store.remove("c-1")
    store.remove("c-1")
    assert store.search("") == ()
    assert store.recent() == ()


def test_customer_with_quotes_is_not_removed(database: Database) -> None:
    """A quote without its customer could not be printed."""
    store = CustomerStore(database)
    store.save(a_customer(), Bills(), now=NOON)
    QuoteStore(database).create(a_quote(), now=NOON)
    with pytest.raises(StorageError) as failure:
        store.remove("c-1")
    assert failure.value.parameters["reason"] == "customer_in_use"
    assert failure.value.parameters["detail"] == "QW-20261123-0001"
    assert store.load("c-1")[0] == a_customer()
