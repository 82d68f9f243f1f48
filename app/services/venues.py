"""Cluster venues with their customers: whom a campaign goes to, what is planned, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.customer import ContactRole, PlannedVisit
from app.quoting.customer_cells import Kind, cell_text
from app.quoting.market.values import Venue
from app.services.customer_words import cell_words
from app.services.export_customers import WrittenTable
from app.services.list_rows import ListedCustomers, listed_customers
from app.services.market import market_of
from app.services.visits import LABEL
from app.storage.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime
    from pathlib import Path

    from app.quoting.customer import Contact, Customer
    from app.services.listing import CustomerRow
    from app.services.workspace import Workspace
    from app.translation import Words
    from catalog.money import Fen


class VenueRow(NamedTuple):
    """A venue with who is in it.

    Attributes:
        venue: Which one; of a name that stands in no table the name alone.
        customers: Who is there, by name.
        monthly: Fen of their average bills together.
    """

    venue: Venue
    customers: tuple[CustomerRow, ...]

    @property
    def monthly(self) -> Fen:
        """Fen of the average bills of its customers together."""
        return sum(row.monthly for row in self.customers)


class Venues(NamedTuple):
    """Every venue, in the order of the table, and what lists say of customers."""

    rows: tuple[VenueRow, ...] = ()
    listed: ListedCustomers = ListedCustomers()


def venues_of(workspace: Workspace, day: date) -> Venues:
    """Venues with their customers.

    Args:
        workspace: The user's data.
        day: Today.

    Raises:
        StorageError: The database failed.
    """
    listed = listed_customers(workspace, "", day)
    there: dict[str, list[CustomerRow]] = {}
    for row in listed.rows:
        if row.card.venue:
            there.setdefault(row.card.venue, []).append(row)
    known = {venue.name: venue for venue in market_of(workspace).venues}
    names = dict.fromkeys((*known, *there))
    rows = tuple(
        VenueRow(known.get(name, Venue(name)), tuple(there.get(name, ()))) for name in names
    )
    return Venues(rows, listed)


def plan_visits(
    workspace: Workspace, customers: Collection[str], visit: PlannedVisit, now: datetime
) -> tuple[str, ...]:
    """Plan the same visit to many customers, all of them or none.

    Args:
        workspace: The user's data.
        customers: Identifiers.
        visit: When and what about.
        now: The moment.

    Returns:
        Those to whom it was not planned yet.

    Raises:
        RecordMissing: There is no such customer.
        StorageError: The database failed.
    """
    found = [workspace.customers.stored(one).customer for one in customers]
    planned = [
        msgspec.structs.replace(one, visits=(*one.visits, visit))
        for one in found
        if visit not in one.visits
    ]
    workspace.customer_log.commit_all(planned, LABEL, now)
    return tuple(one.id for one in planned)


def export_campaign(
    workspace: Workspace,
    row: VenueRow,
    listed: ListedCustomers,
    path: Path,
    *,
    day: date,
    words: Words,
) -> int:
    """Write whom a campaign at a venue goes to; gives how many. The file is internal.

    Args:
        workspace: The user's data.
        row: The venue.
        listed: What lists say of its customers.
        path: The workbook; an old one is replaced.
        day: Today.
        words: Language of the file.

    Raises:
        RecordMissing: A customer is gone.
        FileError: The file cannot be written.
        StorageError: The database failed.
    """
    from app.documents.workbooks.customers import write_customers

    lines = []
    for one in row.customers:
        customer = workspace.customers.stored(one.id).customer
        rank = (listed.classes.get(one.id, ""), str(listed.scores.get(one.id, 0)))
        lines.append(_line(customer, one, rank, day, words))
    columns = ("name", "segment", "address", "person", "phone", "monthly", "class", "score")
    titles = tuple(words(f"campaign.{one}") for one in (*columns, "rivals", "visit", "outcome"))
    table = WrittenTable(words("campaign.title"), titles, tuple(lines))
    write_atomically(path, write_customers((table,), day, words))
    return len(lines)


def _line(
    customer: Customer, row: CustomerRow, rank: tuple[str, str], day: date, words: Words
) -> tuple[str, ...]:
    person = _person(customer)
    planned = sorted(one.day for one in customer.visits if not one.done and one.day >= day)
    return (
        customer.name,
        words.named("segment", customer.segment),
        customer.address,
        person.name if person is not None else "",
        person.phone if person is not None else "",
        cell_text(row.monthly, Kind.AMOUNT, cell_words(words)),
        *rank,
        "、".join(dict.fromkeys(rival.operator for rival in customer.competitors)),
        planned[0].isoformat() if planned else "",
        "",
    )


def _person(customer: Customer) -> Contact | None:
    """Whom to ask for: who decides, else the first one known."""
    decider = customer.contact_with(ContactRole.DECIDER)
    return decider or next(iter(customer.contacts), None)
