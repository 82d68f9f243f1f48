"""Every open quote is priced again: how many change, by how much, and why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import Cancelled, RecordMissing
from app.quoting.header_edits import set_catalog_version
from app.services.import_sample import SAMPLE_VERSION
from app.services.quote_library import open_quote
from app.services.regression import run_regression
from catalog.product_catalog import ProductCatalog
from tests.app.services.conftest import NOON
from tests.sample import QUOTE_DAY, expected_case, sample_case, yuan_fen

if TYPE_CHECKING:
    from app.services.workspace import Workspace


def with_bundle_price(workspace: Workspace, code: str, more: int) -> ProductCatalog:
    """The sample catalogue with one bundle dearer."""
    content = workspace.catalogs.load(SAMPLE_VERSION)
    bundles = tuple(
        msgspec.structs.replace(one, price=one.price + Decimal(more)) if one.code == code else one
        for one in content.bundles
    )
    return ProductCatalog(msgspec.structs.replace(content, version="draft", bundles=bundles))


def bundle_of_case_one() -> str:
    """Code of the bundle that the first worked case quotes."""
    return sample_case(1).quote.items[0].offering


def test_the_same_catalogue_changes_no_quote(sample: Workspace) -> None:
    """All five of the sample are open and cost the same."""
    done = run_regression(sample, with_bundle_price(sample, "", 0), QUOTE_DAY)
    assert (done.quotes, done.changed, done.unreadable, done.unchanged) == (5, (), (), 5)


def test_a_dearer_bundle_changes_the_quotes_that_have_it(sample: Workspace) -> None:
    """10.00 a month more; number, customer, both amounts and the one cause."""
    code = bundle_of_case_one()
    done = run_regression(sample, with_bundle_price(sample, code, 10), QUOTE_DAY)
    with_it = [
        n for n in range(1, 6) if any(i.offering == code for i in sample_case(n).quote.items)
    ]
    assert len(done.changed) == len(with_it)
    one = next(quote for quote in done.changed if quote.number == "QW-20261123-0001")
    monthly = yuan_fen(expected_case(1)["deal"]["monthly"])
    assert one.monthly == (monthly, monthly + 10_00)
    assert one.customer == sample_case(1).customer.name
    assert [cause.code for cause in one.causes] == ["bundle_price"]
    assert (one.charges > 0, one.findings) == (True, 0)


def test_quotes_that_nobody_may_accept_any_more_are_left_out(sample: Workspace) -> None:
    """After the last day of all of them none is open."""
    done = run_regression(sample, with_bundle_price(sample, "", 0), date(2030, 1, 1))
    assert (done.quotes, done.changed) == (0, ())


def test_the_run_tells_how_far_it_is_and_can_be_stopped(sample: Workspace) -> None:
    """Between two quotes."""
    catalog, seen = with_bundle_price(sample, "", 0), list[tuple[int, int]]()
    run_regression(sample, catalog, QUOTE_DAY, lambda done, total: seen.append((done, total)))
    assert seen == [(done, 5) for done in range(6)]

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        run_regression(sample, catalog, QUOTE_DAY, stop)


def test_a_quote_that_cannot_be_priced_is_told_and_stops_nothing(sample: Workspace) -> None:
    """Its catalogue version is gone."""
    opened = open_quote(sample, "Q0001")
    lost = set_catalog_version(opened.quote, "lost")
    sample.quotes.commit_edit("Q0001", opened.revision, "op", "x", "", lost, now=NOON)
    done = run_regression(sample, with_bundle_price(sample, "", 0), QUOTE_DAY)
    assert [number for number, _ in done.unreadable] == ["QW-20261123-0001"]
    assert isinstance(done.unreadable[0][1], RecordMissing)
    assert (done.quotes, done.unchanged) == (5, 4)
