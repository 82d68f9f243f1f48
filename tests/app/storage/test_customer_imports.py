"""An import of customers is one step: stored whole, taken back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordChangedElsewhere
from app.quoting.customer import Account, Customer
from app.storage.customer_imports import IMPORT, TAKEN_BACK, CustomerImports
from app.storage.customer_log import CustomerLog
from app.storage.customer_store import CustomerStore
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON, later, some_bills

if TYPE_CHECKING:
    from app.storage.database import Database

OLD = Customer("o", "老客户", "SMB", industry="trade")
CHANGED = msgspec.structs.replace(OLD, address="苏州", accounts=(Account("1", "老客户"),))
NEW = Customer("n", "新客户", "KEY")


@pytest.fixture
def imports(database: Database) -> CustomerImports:
    """One import that changed a customer and added another."""
    CustomerStore(database).save(OLD, some_bills(), now=NOON)
    imports = CustomerImports(database)
    imports.store((CHANGED, NEW), ("a.xlsx", "b.csv"), later(1))
    return imports


def test_one_undo_takes_all_of_it_back(imports: CustomerImports, database: Database) -> None:
    """Who was new is gone, facts are as before, bills stay; a second undo finds nothing."""
    last = imports.last()
    assert last is not None
    assert (last.files, last.added, last.changed) == (("a.xlsx", "b.csv"), 1, 1)
    assert imports.undo(later(2)) == 2
    customers = CustomerStore(database)
    assert customers.everybody() == (OLD,)
    assert customers.load("o") == (OLD, some_bills())
    assert imports.undo(later(3)) == 0
    assert imports.last() is None


def test_what_was_changed_elsewhere_stays(imports: CustomerImports, database: Database) -> None:
    """Facts that the import did not touch; one that was taken back by itself is no conflict."""
    log, customers = CustomerLog(database), CustomerStore(database)
    assert log.undo("o", later(2)) == IMPORT
    graded = msgspec.structs.replace(OLD, credit_grade="B")
    log.commit(graded, "credit_grade", now=later(3))
    assert imports.undo(later(4)) == 2
    assert customers.load("o")[0] == graded
    assert customers.everybody() == (graded,)


def test_taking_back_can_be_taken_back_by_the_customer(
    imports: CustomerImports, database: Database
) -> None:
    """It is an edit of his like any other."""
    imports.undo(later(2))
    log = CustomerLog(database)
    assert log.state("o").undo == TAKEN_BACK
    log.undo("o", later(3))
    assert CustomerStore(database).load("o")[0] == CHANGED


@pytest.mark.parametrize("whose", ["o", "n"])
def test_nothing_is_taken_back_where_a_fact_was_changed_since(
    imports: CustomerImports, database: Database, whose: str
) -> None:
    """All of it stays, and the customer is named."""
    customers = CustomerStore(database)
    moved = msgspec.structs.replace(customers.load(whose)[0], address="无锡")
    CustomerLog(database).commit(moved, "address", now=later(2))
    before = customers.everybody()
    with pytest.raises(RecordChangedElsewhere) as refused:
        imports.undo(later(3))
    assert refused.value.parameters["record"] == moved.name
    assert customers.everybody() == before
    assert imports.last() is not None


def test_who_was_new_and_has_bills_now_is_not_deleted(
    imports: CustomerImports, database: Database
) -> None:
    """Nothing that somebody brought in since is lost."""
    CustomerStore(database).save(NEW, some_bills(), now=later(2))
    with pytest.raises(RecordChangedElsewhere):
        imports.undo(later(3))
    CustomerStore(database).save(NEW, Bills(), now=later(4))
    assert imports.undo(later(5)) == 2
