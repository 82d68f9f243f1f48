"""The sample cases as they come with the program: customers, bills and quotes by identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.paths import resource
from app.services.import_cases import read_bills, read_customer, read_quote

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from pricing.bills import Bills


class SampleCase(NamedTuple):
    """One case of ``resources/sample/cases``."""

    customer: Customer
    bills: Bills
    quote: Quote


def sample_cases() -> tuple[SampleCase, ...]:
    """Every case, in order.

    Raises:
        FileError: A file cannot be read.
        ImportRejected: A file has findings.
    """
    cases = sorted(path for path in resource("sample", "cases").iterdir() if path.is_dir())
    return tuple(
        SampleCase(
            read_customer(case / "customer.toml"),
            read_bills(case / "bills.csv"),
            read_quote(case / "quote.toml"),
        )
        for case in cases
    )


def sample_customers(workspace: Workspace) -> frozenset[str]:
    """Identifiers of the sample customers that are stored.

    Raises:
        StorageError: The database failed.
    """
    known = workspace.customers.revisions()
    cases = (path for path in resource("sample", "cases").iterdir() if path.is_dir())
    named = (read_customer(case / "customer.toml").id for case in cases)
    return frozenset(one for one in named if one in known)
