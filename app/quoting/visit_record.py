"""The record of a visit: what was said, and sites, lines and competitors found in conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.customer import CustomerNote
from app.quoting.customer_sheets import SheetName, read_rows
from app.quoting.visits import visit_made

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.quoting.customer import Competitor, Customer, InstalledService, PlannedVisit, Site
    from app.quoting.sheet_rows import WrongCell

FOUND = (SheetName.SITES, SheetName.INSTALLED, SheetName.COMPETITORS)
"""Lists that something may be found for in conversation."""

Rows = tuple[tuple[str, ...], ...]


class VisitRecord(NamedTuple):
    """What a visit brought.

    Attributes:
        day: When it was made.
        text: What was said; empty for nothing to note.
        person: Who said it.
        visit: The planned visit that was made; ``None`` for one that was not planned.
        rows: What was found, by list, as rows of texts.
    """

    day: date
    text: str = ""
    person: str = ""
    visit: PlannedVisit | None = None
    rows: Mapping[SheetName, Rows] = {}


def with_visit_record(
    customer: Customer, record: VisitRecord, words: Mapping[str, str]
) -> tuple[Customer, tuple[tuple[SheetName, WrongCell], ...]]:
    """The customer with what a visit brought, and the cells that have no reading.

    What is there already stays; a site that is known by its name is not doubled, and competitors
    get the day and the source of the information. With a cell without a reading the customer is
    the one given.

    Args:
        customer: Before.
        record: What the visit brought.
        words: Texts of words, as for the tables of customers.
    """
    wrong: list[tuple[SheetName, WrongCell]] = []
    read: dict[SheetName, Customer] = {}
    for sheet in FOUND:
        rows = record.rows.get(sheet, ())
        bare = customer if sheet is SheetName.SITES else _without(customer, sheet)
        read[sheet], faults = read_rows(bare, sheet, rows, words)
        wrong += [(sheet, fault) for fault in faults]
    if wrong:
        return customer, tuple(wrong)
    sites = _with_sites(customer.sites, read[SheetName.SITES].sites)
    places = {site.name: site.id for site in sites}
    after = msgspec.structs.replace(
        customer,
        sites=sites,
        installed=(*customer.installed, *_placed(read[SheetName.INSTALLED].installed, places)),
        competitors=(
            *customer.competitors,
            *(_told(one, record) for one in read[SheetName.COMPETITORS].competitors),
        ),
    )
    if record.text.strip():
        note = CustomerNote(record.text.strip(), record.day, record.person)
        after = msgspec.structs.replace(after, journal=(*after.journal, note))
    return (visit_made(after, record.visit) if record.visit is not None else after), ()


def _without(customer: Customer, sheet: SheetName) -> Customer:
    empty: dict[str, tuple[()]] = {str(sheet): ()}
    return msgspec.structs.replace(customer, **empty)


def _with_sites(before: Sequence[Site], found: Sequence[Site]) -> tuple[Site, ...]:
    """Sites with those found; of a known one only a fact that was missing is taken."""
    sites = {site.id: site for site in before}
    named = {site.name: site.id for site in (*before, *found)}
    for one in found:
        known = sites.get(one.id)
        parent = named.get(one.parent, one.parent)
        if known is None:
            sites[one.id] = msgspec.structs.replace(one, parent=parent)
        else:
            sites[one.id] = msgspec.structs.replace(
                known, address=known.address or one.address, parent=known.parent or parent
            )
    return tuple(sites.values())


def _placed(found: Sequence[InstalledService], places: Mapping[str, str]) -> list[InstalledService]:
    """Services at sites that are named rather than identified."""
    return [msgspec.structs.replace(one, site=places.get(one.site, one.site)) for one in found]


def _told(rival: Competitor, record: VisitRecord) -> Competitor:
    return msgspec.structs.replace(
        rival, informed=rival.informed or record.day, source=rival.source or record.person
    )
