"""CustomerFile: everything about one customer that his page shows, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer_review import CustomerPolicy
from app.quoting.line_eligibility import LineEligibility, line_eligibility
from app.quoting.tracking import TrackedSaving
from app.services.customer_tree import FamilyMember, family_of, name_of
from app.services.growth import Growth, growth_of
from app.services.listing import CustomerRow, QuoteRow
from app.services.market import customer_policy
from app.services.tracking import tracked_of
from app.storage.customer_log import EditState
from app.storage.customer_record import StoredCustomer
from pricing.spend import SpendAnalysis
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.services.workspace import Workspace


class CustomerFile(msgspec.Struct, frozen=True):
    """A customer as stored, with what stands around him.

    Attributes:
        stored: Customer, bills and revision.
        quotes: The quotes for him, the latest first.
        headquarters: Name of who he belongs to; empty for nobody.
        branches: Who belongs to him.
        family: All that belong together, from the highest headquarters down.
        edits: What undo and redo would do.
        analysis: What the bills say; ``None`` without bills.
        policy: What holds about customers.
        savings: What his accepted quotes promised, beside the bills after them.
        growth: What has outgrown what he has.
        eligible: Bundles that ask for an average of every line, and what his lines come to.
    """

    stored: StoredCustomer
    quotes: tuple[QuoteRow, ...] = ()
    headquarters: str = ""
    branches: tuple[CustomerRow, ...] = ()
    family: tuple[FamilyMember, ...] = ()
    edits: EditState = EditState()
    analysis: SpendAnalysis | None = None
    policy: CustomerPolicy = CustomerPolicy()
    savings: tuple[TrackedSaving, ...] = ()
    growth: tuple[Growth, ...] = ()
    eligible: tuple[LineEligibility, ...] = ()

    @property
    def customer(self) -> Customer:
        """The customer."""
        return self.stored.customer


def read_file(workspace: Workspace, customer_id: str) -> CustomerFile:
    """Read a customer's file; of one who was merged that of who was kept.

    Raises:
        RecordMissing: There is no such customer.
        StorageError: The database failed.
    """
    stored = workspace.customers.stored(customer_id)
    known = stored.customer.id
    quotes = workspace.quotes.of_customer(known)
    analysis, catalog = analyse(stored.bills, workspace.rules.spend), workspace.catalog()
    eligible = line_eligibility(stored.customer, stored.bills, analysis, catalog) if catalog else ()
    return CustomerFile(
        stored,
        quotes,
        name_of(workspace, stored.customer.parent),
        workspace.customers.branches(known),
        family_of(workspace, known),
        workspace.customer_log.state(known),
        analysis,
        customer_policy(workspace),
        tracked_of(workspace, stored, tuple(row.id for row in quotes)),
        growth_of(stored.customer, stored.bills, catalog),
        eligible,
    )
