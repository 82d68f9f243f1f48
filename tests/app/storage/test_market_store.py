"""Promises of the tables of the market: stored at once, taken back, never over another's edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordChangedElsewhere, UnknownFormat
from app.quoting.market.values import ClassThreshold, Market
from app.storage.codec import pack
from app.storage.customer_log import EditState
from app.storage.market_store import MarketStore
from app.storage.schema import MARKET_TABLES
from tests.app.storage.stored_values import NOON

if TYPE_CHECKING:
    from app.storage.database import Database

SHIPPED = Market((ClassThreshold("A", 100),))
OWN = msgspec.structs.replace(SHIPPED, classes=(ClassThreshold("一级", 7),))
LATER = msgspec.structs.replace(SHIPPED, classes=(ClassThreshold("一级", 9),))


def test_edits_are_taken_back_to_what_came_with_the_program(database: Database) -> None:
    """And done again; a new edit forgets what was taken back."""
    store = MarketStore(database)
    assert store.load(SHIPPED) == SHIPPED
    store.commit("classes", SHIPPED, OWN, NOON)
    store.commit("classes", OWN, LATER, NOON)
    assert store.load(SHIPPED) == LATER
    assert store.undo() == "classes"
    assert store.undo() == "classes"
    assert store.load(SHIPPED) == SHIPPED
    assert store.undo() is None
    assert store.redo() == "classes"
    assert store.load(SHIPPED) == OWN
    assert store.state() == EditState("classes", "classes")
    store.commit("classes", OWN, SHIPPED, NOON)
    assert store.state() == EditState("classes", None)


def test_nobody_overwrites_what_another_window_stored(database: Database) -> None:
    """The second edit was made from rows that are no longer there; the same edit is no clash."""
    store = MarketStore(database)
    store.commit("classes", SHIPPED, OWN, NOON)
    store.commit("classes", SHIPPED, OWN, NOON)
    with pytest.raises(RecordChangedElsewhere):
        store.commit("classes", SHIPPED, LATER, NOON)
    store.commit("classes", None, LATER, NOON)
    assert store.load(SHIPPED) == LATER


def test_a_table_of_a_newer_program_is_refused(database: Database) -> None:
    """A field that is not known would be lost at the next edit."""
    with database.writing() as connection:
        content = pack(b'{"rows": [{"name": "A", "colour": "red"}]}')
        connection.execute(MARKET_TABLES.insert().values(name="classes", content=content))
    with pytest.raises(UnknownFormat):
        MarketStore(database).load(SHIPPED)
