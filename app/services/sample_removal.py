"""Takes the sample data out of a profile, as far as nobody worked with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import RecordMissing
from app.services.import_sample import SAMPLE_VERSION
from app.services.sample_cases import sample_cases
from app.storage.untouched import take_out, take_out_catalog, untouched

if TYPE_CHECKING:
    from app.services.sample_cases import SampleCase
    from app.services.workspace import Workspace


class SampleStanding(msgspec.Struct, frozen=True):
    """What of the samples can go.

    Attributes:
        quotes: Identifiers of quotes that nobody touched.
        customers: Identifiers of customers as they were imported, without other quotes.
        kept_quotes: How many sample quotes stay, because somebody worked on them.
        kept_customers: How many sample customers stay.
        catalogue: The sample catalogue can go as well.
    """

    quotes: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    kept_quotes: int = 0
    kept_customers: int = 0
    catalogue: bool = False

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to take out."""
        return not (self.quotes or self.customers or self.catalogue)


def can_put_in(workspace: Workspace) -> bool:
    """Whether the samples can be put in without their catalogue taking the place of another.

    Raises:
        StorageError: The database failed.
    """
    versions = {row.version for row in workspace.catalogs.versions()}
    return not versions or SAMPLE_VERSION in versions


def sample_standing(workspace: Workspace) -> SampleStanding:
    """What of the samples is there, and what of it can go.

    Raises:
        StorageError: The database failed.
    """
    cases = sample_cases()
    known = {row.id for case in cases for row in workspace.quotes.named((case.quote.id,))}
    quotes = untouched(workspace.database, (case.quote.id for case in cases))
    stored = workspace.customers.revisions()
    there = [case for case in cases if case.customer.id in stored]
    going = tuple(case.customer.id for case in there if _can_go(workspace, case, quotes))
    versions = [row.version for row in workspace.catalogs.versions()]
    others = len(workspace.quotes.search("", len(quotes) + 1)) > len(quotes)
    return SampleStanding(
        quotes,
        going,
        len(known) - len(quotes),
        len(there) - len(going),
        versions == [SAMPLE_VERSION] and not others and workspace.drafts.brief() is None,
    )


def remove_sample(workspace: Workspace) -> SampleStanding:
    """Take out what can go; importing the samples again brings exactly that back.

    Returns:
        What was taken out, and what stayed.

    Raises:
        StorageError: The database failed.
    """
    standing = sample_standing(workspace)
    take_out(workspace.database, standing.quotes)
    for customer in standing.customers:
        workspace.customers.remove(customer)
    gone = standing.catalogue and take_out_catalog(workspace.database, SAMPLE_VERSION)
    workspace.forget_catalog()
    return msgspec.structs.replace(standing, catalogue=gone)


def _can_go(workspace: Workspace, case: SampleCase, going: tuple[str, ...]) -> bool:
    """Whether a customer is as he was imported, and no quote of his stays."""
    try:
        customer, bills = workspace.customers.load(case.customer.id)
    except RecordMissing:
        return False
    if (customer, bills) != (case.customer, case.bills):
        return False
    rows = workspace.quotes.of_customer(case.customer.id)
    return all(row.id in going for row in rows)
