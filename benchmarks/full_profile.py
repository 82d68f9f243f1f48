"""A data folder as large as one gets: the sample, so many offerings, and so many stored quotes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.services.import_sample import import_sample
from app.services.workspace import Workspace
from app.storage.quote_rows import QuoteFigures
from benchmarks.search_catalog import synthetic_content
from catalog.local_text import LocalText
from catalog.tax_class import DatedRate, TaxClass

if TYPE_CHECKING:
    from pathlib import Path

_CUSTOMERS = 500
_NINE = TaxClass("nine", LocalText("基础电信", "Basic telecom"), (DatedRate(Decimal("0.09")),))


def make_profile(folder: Path, offerings: int, quotes: int) -> None:
    """Fill a folder by the stores that the program uses.

    Args:
        folder: Data folder; made when it is not there.
        offerings: Of the newest catalogue version, besides those of the sample.
        quotes: Besides those of the sample; each by one of 500 customers.
    """
    now = datetime.now(UTC)
    workspace = Workspace.open(folder)
    import_sample(workspace, today=date.today(), now=now)  # noqa: DTZ011 - the user's day
    if offerings:
        _add_offerings(workspace, offerings)
    if quotes:
        _add_quotes(workspace, quotes, now - timedelta(days=30))
    catalog = workspace.catalog()
    assert catalog is not None
    workspace.catalogs.make_quick(catalog.content)  # as the program does 20 s after its start
    workspace.close()


def _add_offerings(workspace: Workspace, count: int) -> None:
    known = workspace.catalogs.latest()
    assert known is not None
    more = synthetic_content(count)
    content = msgspec.structs.replace(
        known,
        version="full",
        offerings=(*known.offerings, *more.offerings),
        tax_classes=(*known.tax_classes, _NINE),
    )
    workspace.catalogs.save(content)


def _add_quotes(workspace: Workspace, count: int, since: datetime) -> None:
    rows = workspace.quotes.search()
    cases = [workspace.quotes.load(row.id).quote for row in rows]
    customer, bills = workspace.customers.load(cases[0].customer)
    for number in range(_CUSTOMERS):
        other = msgspec.structs.replace(
            customer, id=f"full-{number}", name=f"第{number}精密机械有限公司"
        )
        workspace.customers.save(other, bills, now=since)
    for number in range(count):
        quote = msgspec.structs.replace(
            cases[number % len(cases)],
            id=f"full-{number}",
            number=f"QW-20261101-FULL00-{number:05d}",
            title=f"总部宽带与专线 {number}",
            customer=f"full-{number % _CUSTOMERS}",
        )
        row = rows[number % len(rows)]
        figures = QuoteFigures(row.monthly or 0, row.contract or 0)
        workspace.quotes.create(quote, now=since + timedelta(seconds=number), figures=figures)
