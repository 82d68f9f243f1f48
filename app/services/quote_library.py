"""Create, open, edit and find quotes: joins the quote store with customers and numbering."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from app.quoting.customer import Customer
from app.quoting.leaving import staying_bills
from app.quoting.quote import Quote
from app.storage.settings_store import account_manager
from pricing.bills import Bills

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.services.workspace import Workspace
    from app.storage.quote_rows import QuoteFigures


class OpenQuote(msgspec.Struct, frozen=True):
    """A stored quote with whom it is for.

    Attributes:
        quote: At its position in the edit log.
        customer: Whom it is for, as stored now.
        bills: The customer's bills of what stays, as stored now.
        revision: Of the stored head; give it back with the next edit.
        position: In the edit log.
    """

    quote: Quote
    customer: Customer
    bills: Bills
    revision: int
    position: int


class HistoryStep(msgspec.Struct, frozen=True):
    """One value that undo and redo can reach.

    Attributes:
        position: In the edit log; 0 is the value the quote was created with.
        label: Identifier of what the user did.
        merge_key: Edits of one key in a row are one edit.
        quote: The value after the edit.
    """

    position: int
    label: str
    merge_key: str
    quote: Quote


def create_quote(
    workspace: Workspace, customer_id: str, *, today: date, now: datetime
) -> OpenQuote:
    """Start an empty quote for a customer, on the newest catalogue, as the settings say.

    Raises:
        RecordMissing: There is no such customer.
        StorageError: The database failed.
    """
    customer, bills = workspace.customers.load(customer_id)
    settings, catalog = workspace.settings, workspace.catalog()
    quote = Quote(
        id=uuid4().hex,
        number=workspace.next_number(today),
        title="",
        customer=customer.id,
        manager=account_manager(settings),
        price_date=today,
        valid_until=today + timedelta(days=settings.validity_days),
        term=settings.term,
        language=settings.document_language,
        catalog_version=catalog.version if catalog is not None else "",
        policy_version=workspace.rules.pricing.version,
    )
    revision = workspace.quotes.create(quote, now=now)
    workspace.customers.mark_used(customer_id, now)
    return OpenQuote(quote, customer, staying_bills(customer, bills), revision, 0)


def open_quote(workspace: Workspace, quote_id: str) -> OpenQuote:
    """Open a quote exactly as it was left.

    Raises:
        RecordMissing: The quote or its customer is gone.
        StorageError: The database failed.
    """
    stored = workspace.quotes.load(quote_id)
    customer, bills = customer_of(workspace, stored.quote.customer)
    return OpenQuote(stored.quote, customer, bills, stored.revision, stored.position)


def customer_of(workspace: Workspace, customer_id: str) -> tuple[Customer, Bills]:
    """Whom a quote is for as he is stored, and the bills that it is compared with.

    Raises:
        RecordMissing: The customer is gone.
        StorageError: The database failed.
    """
    customer, bills = workspace.customers.load(customer_id)
    return customer, staying_bills(customer, bills)


def history_of(workspace: Workspace, quote_id: str) -> tuple[HistoryStep, ...]:
    """The values that undo and redo reach, in order."""
    rows = [row for row in workspace.quotes.history(quote_id) if row.truncated_by is None]
    values = workspace.quotes.reachable_values(quote_id)
    recent = rows[-len(values) :] if values else []
    return tuple(
        HistoryStep(row.position, row.label, row.merge_key, quote)
        for row, quote in zip(recent, values, strict=True)
    )


def commit_edit(
    workspace: Workspace,
    opened_revision: int,
    quote: Quote,
    *,
    label: str,
    merge_key: str,
    figures: QuoteFigures,
    operation_id: str,
    now: datetime,
) -> int:
    """Store the value after an edit; gives the new revision of the head.

    Raises:
        RecordChangedElsewhere: Another window changed the quote since.
        StorageError: The database failed; the same operation may be tried again.
    """
    return workspace.quotes.commit_edit(
        quote.id,
        opened_revision,
        operation_id,
        label,
        merge_key,
        quote,
        now=now,
        figures=figures,
    )


def move_to(
    workspace: Workspace,
    quote_id: str,
    revision: int,
    position: int,
    *,
    operation_id: str,
    now: datetime,
) -> int:
    """Store an undo or redo: the value at a position becomes the quote.

    Raises:
        RecordChangedElsewhere: Another window changed the quote since.
        StorageError: The database failed; the same operation may be tried again.
    """
    return workspace.quotes.set_position(quote_id, position, revision, operation_id, now=now)
