"""Promises of the edit log of customers: undo, redo, and merging that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordChangedElsewhere
from app.quoting.customer import Account, Customer
from app.storage.bill_imports import BillFile, BillImports, FigurePlaces
from app.storage.customer_log import CustomerLog, EditState
from app.storage.customer_store import CustomerStore
from app.storage.database import Database
from app.storage.quote_store import QuoteStore
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON, a_customer, a_quote, later, some_bills

if TYPE_CHECKING:
    from pathlib import Path


def _edited(store: CustomerStore, log: CustomerLog, **changes: object) -> None:
    customer = store.stored("c-1").customer
    changed = msgspec.structs.replace(customer, **changes)
    log.commit(changed, next(iter(changes)), now=later(1))


@pytest.fixture
def store(database: Database) -> CustomerStore:
    """A store with one customer."""
    CustomerLog(database).commit(a_customer(), "new", now=NOON, bills=some_bills())
    return CustomerStore(database)


def test_edits_are_taken_back_and_done_again(database: Database, store: CustomerStore) -> None:
    """Step by step to the beginning and back; a new customer himself is no edit."""
    log = CustomerLog(database)
    assert log.state("c-1") == EditState()
    _edited(store, log, industry="trade", accounts=(), facts={}, competitors=())
    _edited(store, log, notes="neu")
    assert log.state("c-1") == EditState("notes", None)
    assert log.undo("c-1", later(2)) == "notes"
    assert log.undo("c-1", later(3)) == "industry"
    assert log.undo("c-1", later(4)) is None
    assert store.load("c-1") == (a_customer(), some_bills())
    assert log.redo("c-1", later(5)) == "industry"
    assert log.state("c-1") == EditState("industry", "notes")
    assert store.load("c-1")[0].industry == "trade"


def test_undo_reaches_back_across_a_restart(tmp_path: Path) -> None:
    """What was stored is enough."""
    first = Database.open(tmp_path)
    CustomerLog(first).commit(a_customer(), "new", now=NOON)
    _edited(CustomerStore(first), CustomerLog(first), notes="neu")
    first.close()
    second = Database.open(tmp_path)
    assert CustomerLog(second).undo("c-1", later(9)) == "notes"
    assert CustomerStore(second).load("c-1")[0] == a_customer()
    second.close()


def test_a_new_edit_ends_what_could_be_done_again(database: Database, store: CustomerStore) -> None:
    """As everywhere."""
    log = CustomerLog(database)
    _edited(store, log, notes="a")
    log.undo("c-1", later(2))
    _edited(store, log, industry="trade")
    assert log.state("c-1") == EditState("industry", None)


def test_what_came_from_elsewhere_stays(database: Database, store: CustomerStore) -> None:
    """An import added an account after the edit; undo asks for the remark alone."""
    log = CustomerLog(database)
    _edited(store, log, notes="neu")
    customer, bills = store.load("c-1")
    more = (*customer.accounts, Account("0512-3", "李"))
    store.save(msgspec.structs.replace(customer, accounts=more), bills, now=later(2))
    log.undo("c-1", later(3))
    assert store.load("c-1")[0] == msgspec.structs.replace(a_customer(), accounts=more)


def test_what_was_changed_otherwise_is_not_taken_back(
    database: Database, store: CustomerStore
) -> None:
    """Nothing that somebody else wrote is lost unseen."""
    log = CustomerLog(database)
    _edited(store, log, notes="mine")
    customer, bills = store.load("c-1")
    store.save(msgspec.structs.replace(customer, notes="theirs"), bills, now=later(2))
    with pytest.raises(RecordChangedElsewhere):
        log.undo("c-1", later(3))
    assert store.load("c-1")[0].notes == "theirs"


def _merged(database: Database) -> tuple[Customer, Customer]:
    """Customer c-2 with a quote and an import of bills is taken into c-1; gives both before."""
    store, log = CustomerStore(database), CustomerLog(database)
    other = a_customer("c-2", "江南精密")
    log.commit(other, "new", now=NOON)
    BillImports(database).store(
        other, some_bills(), (BillFile("a.csv", "0" * 64, 1),), FigurePlaces(), now=NOON
    )
    QuoteStore(database).create(a_quote(customer="c-2"), now=NOON)
    mine, theirs = store.stored("c-1"), store.stored("c-2")
    kept = msgspec.structs.replace(mine.customer, notes="beide")
    log.merge(kept, some_bills(), "c-2", (mine.revision, theirs.revision), later(5))
    return mine.customer, theirs.customer


def test_quotes_and_imports_follow_who_was_merged(database: Database, store: CustomerStore) -> None:
    """The one who is gone is in no list, and whoever asks for him finds the one who stayed."""
    _merged(database)
    quotes, imports = QuoteStore(database), BillImports(database)
    assert [row.id for row in store.search()] == ["c-1"]
    assert store.load("c-2")[0].notes == "beide"
    assert [row.customer for row in quotes.of_customer("c-1")] == ["c-1"]
    quote = quotes.load("q-1").quote
    changed = msgspec.structs.replace(quote, title="neu")
    quotes.commit_edit("q-1", 1, "op-1", "title", "", changed, now=later(6))
    assert [row.id for row in quotes.of_customer("c-1")] == ["q-1"]
    assert len(imports.imports("c-1")) == 1
    with pytest.raises(Exception, match="customer_in_use"):
        store.remove("c-1")


def test_a_merge_is_taken_back_as_one_step(database: Database, store: CustomerStore) -> None:
    """Both are what they were, with their quotes, bills and imports; and it is done again."""
    mine, theirs = _merged(database)
    log, quotes = CustomerLog(database), QuoteStore(database)
    assert log.undo("c-1", later(7)) == "merge"
    assert store.load("c-1") == (mine, some_bills())
    assert store.load("c-2") == (theirs, some_bills())
    assert [row.id for row in quotes.of_customer("c-2")] == ["q-1"]
    assert quotes.of_customer("c-1") == ()
    assert len(BillImports(database).imports("c-2")) == 1
    assert log.redo("c-1", later(8)) == "merge"
    assert store.load("c-2")[0].notes == "beide"
    assert [row.id for row in quotes.of_customer("c-1")] == ["q-1"]


def test_a_merge_of_merges_is_found_and_taken_back(
    database: Database, store: CustomerStore
) -> None:
    """c-2 into c-1, then c-1 into c-0: all are c-0, until the last step is taken back."""
    _merged(database)
    log, quotes = CustomerLog(database), QuoteStore(database)
    head = a_customer("c-0", "江南集团")
    log.commit(head, "new", now=NOON)
    revisions = (store.stored("c-0").revision, store.stored("c-1").revision)
    log.merge(msgspec.structs.replace(head, notes="alle"), Bills(), "c-1", revisions, later(8))
    assert store.load("c-2")[0].id == "c-0"
    assert [row.id for row in quotes.of_customer("c-0")] == ["q-1"]
    log.undo("c-0", later(9))
    assert store.load("c-2")[0].id == "c-1"
    assert [row.id for row in quotes.of_customer("c-1")] == ["q-1"]


def test_a_merge_of_what_was_changed_since_is_refused(
    database: Database, store: CustomerStore
) -> None:
    """Neither of both may have moved."""
    log = CustomerLog(database)
    log.commit(a_customer("c-2"), "new", now=NOON)
    with pytest.raises(RecordChangedElsewhere):
        log.merge(a_customer(), Bills(), "c-2", (1, 7), later(2))
    assert {row.id for row in store.search()} == {"c-1", "c-2"}
