"""A quote keeps the catalogue version that it was priced with, whatever is imported later."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordMissing
from app.quoting.header_edits import set_catalog_version
from app.services.import_sample import SAMPLE_VERSION
from app.services.quote_library import create_quote, open_quote
from app.services.working_out import work_out_stored
from app.ui.opening import load_quote
from tests.app.services.conftest import NOON
from tests.builders import a_quote
from tests.sample import QUOTE_DAY, expected_case, yuan_fen

if TYPE_CHECKING:
    from app.services.workspace import Workspace

NUMBER = "QW-20261123-0001"


def dearer(workspace: Workspace, version: str) -> None:
    """Import the sample catalogue again with every bundle 10.00 a month dearer."""
    content = workspace.catalogs.load(SAMPLE_VERSION)
    bundles = tuple(
        msgspec.structs.replace(bundle, price=bundle.price + Decimal(10))
        for bundle in content.bundles
    )
    workspace.catalogs.save(msgspec.structs.replace(content, version=version, bundles=bundles))
    workspace.forget_catalog()


def monthly(workspace: Workspace) -> int:
    """What the stored quote of case one comes to a month."""
    return work_out_stored(workspace, NUMBER).priced.totals.monthly.net_amount


def test_an_open_quote_stays_on_its_version_until_it_is_repriced(sample: Workspace) -> None:
    """The bundle of case one costs as on paper, and 10.00 more only on the newer version."""
    expected = yuan_fen(expected_case(1)["deal"]["monthly"])
    dearer(sample, "newer")
    newest = sample.catalog()
    assert newest is not None
    assert newest.version == "newer"
    assert monthly(sample) == expected
    opened = open_quote(sample, "Q0001")
    assert opened.quote.catalog_version == SAMPLE_VERSION
    repriced = set_catalog_version(opened.quote, "newer")
    sample.quotes.commit_edit("Q0001", opened.revision, "op", "x", "", repriced, now=NOON)
    assert monthly(sample) == expected + 10_00


def test_a_quote_is_opened_with_every_version_of_its_history(sample: Workspace) -> None:
    """So that undo leads back to the old prices after a restart."""
    dearer(sample, "newer")
    before = open_quote(sample, "Q0001")
    after = set_catalog_version(before.quote, "newer")
    sample.quotes.commit_edit("Q0001", before.revision, "op", "x", "", after, now=NOON)
    opened = load_quote(sample, "Q0001")
    assert opened.basis.catalog.version == "newer"
    priced = [opened.basis.work_out(step.quote).revision.priced for step in opened.steps]
    assert [one.catalog_version for one in priced] == [SAMPLE_VERSION, "newer"]


def test_a_new_quote_begins_on_the_newest_version(sample: Workspace) -> None:
    """And names it."""
    dearer(sample, "newer")
    customer = open_quote(sample, "Q0001").customer.id
    created = create_quote(sample, customer, today=QUOTE_DAY, now=NOON)
    assert created.quote.catalog_version == "newer"


def test_a_quote_that_names_no_version_has_the_newest(sample: Workspace) -> None:
    """One that names a version that is not there has none at all."""
    dearer(sample, "newer")
    assert sample.catalog_of(a_quote()).version == "newer"
    with pytest.raises(RecordMissing):
        sample.catalog_of(a_quote(catalog_version="lost"))


def test_versions_in_use_are_indexed_once(sample: Workspace) -> None:
    """An older one is at hand while it is asked for; only the last few are kept."""
    for number in range(6):
        dearer(sample, f"v{number}")
    sample.catalog()
    first = sample.catalog_version("v0")
    assert sample.catalog_version("v0") is first
    for number in range(1, 5):
        sample.catalog_version(f"v{number}")
    assert sample.catalog_version("v0") is not first
