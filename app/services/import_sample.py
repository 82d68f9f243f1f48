"""Import the sample data by the same readers as any other file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.paths import resource
from app.quoting.freezing import work_out
from app.services.import_catalog import read_catalog_files
from app.services.listing import figures_of
from app.services.sample_cases import sample_cases
from app.settings import Settings
from catalog.known_type import known

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace

SAMPLE_VERSION = "sample-2026-11"
"""Version of the sample catalogue; importing it twice changes nothing."""


class SampleImport(msgspec.Struct, frozen=True):
    """How much was imported."""

    offerings: int
    charges: int
    bundles: int
    customers: int
    quotes: int


def is_empty(workspace: Workspace) -> bool:
    """Whether the workspace has neither catalogue nor customers yet."""
    return workspace.catalog() is None and not workspace.customers.search("", limit=1)


def import_sample(
    workspace: Workspace,
    *,
    today: date,
    now: datetime,
    progress: Callable[[float], None] | None = None,
) -> SampleImport:
    """Import catalogue, bundles, customers, bills and quotes from ``resources/sample``.

    Raises:
        FileError: A file cannot be read.
        ImportRejected: A file has findings that block it.
        StorageError: The database failed.
    """
    report = progress or (lambda _share: None)
    folder = resource("sample")
    content = read_catalog_files(
        folder / "catalogue.csv",
        folder / "bundles.toml",
        workspace.tax_classes,
        today,
        version=SAMPLE_VERSION,
        title="示例目录 2026-11",
    ).accepted()
    report(0.5)
    known = workspace.catalogs.versions()
    if all(row.version != content.version for row in known):
        workspace.catalogs.save(content)
    workspace.forget_catalog()
    _introduce(workspace)
    cases, stored = sample_cases(), workspace.customers.revisions()
    for position, case in enumerate(cases, 1):
        if case.customer.id not in stored:  # what the user made of one stays
            workspace.customers.save(case.customer, case.bills, now=now)
        _keep_quote(workspace, case.quote, now)
        report(0.5 + 0.5 * position / len(cases))
    return SampleImport(
        offerings=len(content.offerings),
        charges=sum(len(offering.charges) for offering in content.offerings),
        bundles=len(content.bundles),
        customers=len(cases),
        quotes=len(cases),
    )


def _keep_quote(workspace: Workspace, quote: Quote, now: datetime) -> None:
    """Keep a quote with the figures that lists show, on the sample catalogue for good."""
    catalog = workspace.catalog_version(SAMPLE_VERSION)
    quote = msgspec.structs.replace(
        quote,
        catalog_version=SAMPLE_VERSION,
        policy_version=workspace.rules.pricing.version,
    )
    customer, bills = workspace.customers.load(quote.customer)
    worked = work_out(quote, customer, bills, catalog, workspace.rules, workspace.supplier())
    workspace.quotes.create(quote, now=now, figures=figures_of(worked.revision))


def _introduce(workspace: Workspace) -> None:
    """Sample names for the manager and the company, unless the user has given his own."""
    if workspace.settings.supplier_name or workspace.settings.manager_name:
        return
    given = msgspec.toml.decode(
        resource("sample", "settings.toml").read_bytes(), type=known(Settings)
    )
    workspace.save_settings(given)
