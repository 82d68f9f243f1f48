"""The samples go out as far as nobody worked with them, and come back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from app.errors import StorageError
from app.services.import_sample import SAMPLE_VERSION, import_sample, is_empty
from app.services.sample_removal import can_put_in, remove_sample, sample_standing
from tests.app.services.conftest import NOON
from tests.app.services.test_issue_documents import edited
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from app.services.workspace import Workspace


def customers(workspace: Workspace) -> list[str]:
    """Identifiers of all customers."""
    return sorted(workspace.customers.revisions())


def test_all_of_it_goes_and_comes_back(sample: Workspace) -> None:
    """Five customers with their quotes and the catalogue; what was imported is imported again."""
    before = [sample.customers.load(one) for one in customers(sample)]
    quotes = {row.id: sample.quotes.load(row.id).quote for row in sample.quotes.search()}
    gone = remove_sample(sample)
    assert (len(gone.quotes), len(gone.customers), gone.catalogue) == (5, 5, True)
    assert is_empty(sample)
    assert sample.quotes.search() == ()
    import_sample(sample, today=QUOTE_DAY, now=NOON)
    assert [sample.customers.load(one) for one in customers(sample)] == before
    assert {row.id: sample.quotes.load(row.id).quote for row in sample.quotes.search()} == quotes


def test_what_somebody_worked_with_stays(sample: Workspace) -> None:
    """An edited quote keeps its customer and the catalogue; an edited customer keeps himself."""
    edited(sample, lambda quote: replace(quote, title="新标题"), "Q0002")
    customer, bills = sample.customers.load("C0003")
    sample.customers.save(replace(customer, address="新地址"), bills, now=NOON)
    gone = remove_sample(sample)
    assert (len(gone.quotes), gone.kept_quotes) == (4, 1)
    assert (len(gone.customers), gone.kept_customers, gone.catalogue) == (3, 2, False)
    assert customers(sample) == ["C0002", "C0003"]
    assert [row.id for row in sample.quotes.search()] == ["Q0002"]
    import_sample(sample, today=QUOTE_DAY, now=NOON)
    assert sample.customers.load("C0003")[0].address == "新地址"
    assert sample.quotes.load("Q0002").quote.title == "新标题"
    assert len(customers(sample)) == 5


def test_a_quote_that_was_edited_and_taken_back_was_worked_with(sample: Workspace) -> None:
    """Its history is somebody's."""
    edited(sample, lambda quote: replace(quote, title="新"), "Q0001")
    sample.quotes.set_position("Q0001", 0, sample.quotes.load("Q0001").revision, "op", now=NOON)
    assert "Q0001" not in sample_standing(sample).quotes


def test_tables_that_only_grow_are_guarded_again(sample: Workspace) -> None:
    """After the removal nobody can delete from them."""
    edited(sample, lambda quote: replace(quote, title="新标题"), "Q0002")
    remove_sample(sample)
    with (
        pytest.raises(StorageError, match="append-only"),
        sample.database.writing() as connection,
    ):
        connection.execute(text("DELETE FROM quote_events"))


def test_samples_never_take_the_place_of_an_own_catalogue(sample: Workspace) -> None:
    """With an own version beside it the sample catalogue stays in the history."""
    catalog = sample.catalog()
    assert catalog is not None
    sample.catalogs.save(replace(catalog.content, version="own"))
    sample.forget_catalog()
    assert not remove_sample(sample).catalogue
    assert can_put_in(sample)
    versions = {row.version for row in sample.catalogs.versions()}
    assert versions == {SAMPLE_VERSION, "own"}
    newest = sample.catalog()
    assert newest is not None
    assert newest.version == "own"
