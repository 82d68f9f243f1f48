"""Promises of keeping imports of bills."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordChangedElsewhere
from app.quoting.customer import Account
from app.storage.bill_imports import (
    BillFile,
    BillImports,
    FigurePlace,
    FigurePlaces,
    file_hash,
)
from app.storage.customer_store import CustomerStore
from pricing.bills import Bills, MonthReason, Standing
from tests.app.storage.stored_values import NOON, a_customer, later, some_bills

if TYPE_CHECKING:
    from app.storage.database import Database

FILE = BillFile("账单.csv", file_hash(b"x"), 1)
PLACES = FigurePlaces((("账单.csv", "五月"),), (("655", "2026-05", "月租费", 0, 7),))


def imported(database: Database) -> tuple[CustomerStore, BillImports]:
    """A customer without bills, and an import that brought some and an account."""
    customers, imports = CustomerStore(database), BillImports(database)
    customers.save(a_customer(), Bills(), now=NOON)
    after = msgspec.structs.replace(
        a_customer(), accounts=(*a_customer().accounts, Account("655", "甲"))
    )
    imports.store(after, some_bills(), (FILE,), PLACES, now=later(1), expected_revision=1)
    return customers, imports


def test_an_import_is_remembered_with_its_files(database: Database) -> None:
    """Hash, size and moment; and each figure knows its row."""
    customers, imports = imported(database)
    assert customers.load("c-1")[1] == some_bills()
    (row,) = imports.imports("c-1")
    assert (row.files, row.at, row.undoable) == ((FILE,), later(1), True)
    place = FigurePlace("账单.csv", "五月", 7)
    assert imports.place_of("c-1", "655", "2026-05", "月租费") == place
    assert imports.place_of("c-1", "655", "2026-06", "月租费") is None


def test_an_import_is_taken_back_whole(database: Database) -> None:
    """Bills and accounts are what they were; a second time there is nothing left."""
    customers, imports = imported(database)
    taken = imports.undo("c-1", later(2))
    assert taken is not None
    assert customers.load("c-1") == (a_customer(), Bills())
    assert imports.imports("c-1") == ()
    assert imports.undo("c-1", later(3)) is None


def test_every_place_of_a_figure_is_known_and_the_newest_import_counts(
    database: Database,
) -> None:
    """Two rows of one charge were added up; a later file gave May anew, June stays."""
    customers, imports = imported(database)
    customer, _ = customers.load("c-1")
    sources = (("a.csv", ""), ("b.xlsx", "6月"))
    figures = (
        ("655", "2026-06", "月租费", 0, 3),
        ("655", "2026-06", "月租费", 1, 9),
        ("655", "2026-05", "月租费", 0, 2),
    )
    imports.store(customer, some_bills(), (FILE,), FigurePlaces(sources, figures), now=later(2))
    newer = FigurePlaces((("c.csv", ""),), (("655", "2026-05", "月租费", 0, 7),))
    imports.store(customer, some_bills(), (FILE,), newer, now=later(3))
    found = imports.sources("c-1")
    assert found["655", "2026-06"]["月租费"] == (
        FigurePlace("a.csv", "", 3),
        FigurePlace("b.xlsx", "6月", 9),
    )
    assert found["655", "2026-05"] == {"月租费": (FigurePlace("c.csv", "", 7),)}
    assert imports.sources("nobody") == {}


def test_what_was_changed_since_is_not_lost(database: Database) -> None:
    """Then the import is not taken back."""
    customers, imports = imported(database)
    customer, bills = customers.load("c-1")
    customers.save(msgspec.structs.replace(customer, notes="new"), bills, now=later(2))
    with pytest.raises(RecordChangedElsewhere):
        imports.undo("c-1", later(3))
    assert customers.load("c-1")[0].notes == "new"


def test_reasons_for_unusual_months_stay(database: Database) -> None:
    """They neither keep an import from being taken back, nor go with it."""
    customers, imports = imported(database)
    customer, bills = customers.load("c-1")
    told = bills.with_reason(MonthReason("x", "2026-05", 1, Standing.SPECIAL, "展会"))
    customers.save(customer, told, now=later(2))
    assert imports.undo("c-1", later(3)) is not None
    assert customers.load("c-1")[1] == Bills(reasons=told.reasons)


def test_a_stale_plan_stores_nothing(database: Database) -> None:
    """Neither bills nor the import."""
    customers, imports = imported(database)
    with pytest.raises(RecordChangedElsewhere):
        imports.store(a_customer(), Bills(), (FILE,), PLACES, now=later(2), expected_revision=1)
    assert customers.load("c-1")[1] == some_bills()
    assert len(imports.imports("c-1")) == 1


def test_only_the_latest_imports_can_be_taken_back(database: Database) -> None:
    """Ten of them; where older figures came from stays known."""
    customers, imports = imported(database)
    customer, _ = customers.load("c-1")
    for count in range(10):
        imports.store(customer, some_bills(), (FILE,), FigurePlaces(), now=later(2 + count))
    rows = imports.imports("c-1")
    assert [row.undoable for row in rows] == [True] * 10 + [False]
    assert imports.place_of("c-1", "655", "2026-05", "月租费") is not None


def test_a_customer_goes_with_the_imports(database: Database) -> None:
    """Nothing is left over."""
    customers, imports = imported(database)
    customers.remove("c-1")
    assert imports.imports("c-1") == ()
