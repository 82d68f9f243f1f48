"""Promises of the policy store: what was in force stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import text

from app.errors import RecordMissing, StorageError
from app.services.policies import load_rules
from app.storage.policy_store import PolicyStore
from tests.pricing.rule_builders import a_policy, a_promotion, percent_off

if TYPE_CHECKING:
    from app.storage.database import Database

TEN, FIVE = a_policy(a_promotion(percent_off(10))), a_policy(a_promotion(percent_off(5)))


def test_a_policy_comes_back_equal(database: Database) -> None:
    """With every rule of the program, decimals included."""
    store, policy = PolicyStore(database), load_rules().pricing
    assert store.keep(policy) == policy
    assert store.load(policy.version) == policy


def test_keeping_again_makes_no_second_version(database: Database) -> None:
    """Whoever opens the program again changes nothing."""
    store = PolicyStore(database)
    assert store.keep(TEN) == store.keep(TEN) == TEN
    assert store.versions() == ("test",)


def test_a_changed_file_without_a_new_version_gets_one(database: Database) -> None:
    """The earlier rules stay under their name; the changed ones are found again as well."""
    store = PolicyStore(database)
    store.keep(TEN)
    changed = store.keep(FIVE)
    assert changed == msgspec.structs.replace(FIVE, version=changed.version)
    assert changed.version.startswith("test~")
    assert store.load("test") == TEN
    assert store.load(changed.version) == changed == store.keep(FIVE)
    assert store.keep(TEN) == TEN
    assert store.versions() == (changed.version, "test")


def test_an_unknown_version_is_missing(database: Database) -> None:
    """By its name."""
    with pytest.raises(RecordMissing) as failure:
        PolicyStore(database).load("2020")
    assert failure.value.parameters == {"record": "2020"}


@pytest.mark.parametrize("statement", ["DELETE FROM policies", "UPDATE policies SET version = 'x'"])
def test_no_version_is_ever_changed_or_removed(database: Database, statement: str) -> None:
    """The database itself refuses."""
    PolicyStore(database).keep(TEN)
    with pytest.raises(StorageError), database.writing() as connection:
        connection.execute(text(statement))
    assert PolicyStore(database).load("test") == TEN
