"""The lists of a customer as tables of texts, and back: accounts, contacts, sites, services...

A window, a pasted block and a file all say a customer in these tables. Every cell has exactly one
reading or a reason why it has none; all reasons of all rows come together.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from app.quoting import customer as values
from app.quoting.customer_cells import Kind
from app.quoting.sheet_rows import SheetColumn, WrongCell, read_texts, texts_of
from catalog.known_type import known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.customer import Customer

Rows = tuple[tuple[str, ...], ...]


class SheetName(StrEnum):
    """The lists of a customer."""

    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    SITES = "sites"
    INSTALLED = "installed"
    COMPETITORS = "competitors"
    FACTS = "facts"
    JOURNAL = "journal"
    VISITS = "visits"
    PROMISES = "promises"


class _Fact(msgspec.Struct, frozen=True):
    name: str
    value: Decimal


_NAME = SheetColumn("name", required=True)
COLUMNS: Mapping[SheetName, tuple[SheetColumn, ...]] = {
    SheetName.ACCOUNTS: (
        SheetColumn("number", required=True),
        SheetColumn("holder"),
        SheetColumn("reason"),
    ),
    SheetName.CONTACTS: (
        _NAME,
        SheetColumn("position"),
        SheetColumn("roles", Kind.ROLES),
        SheetColumn("phone"),
        SheetColumn("email"),
        SheetColumn("personality", Kind.PERSONALITY),
        SheetColumn("level", Kind.LEVEL),
        SheetColumn("relationship", Kind.RELATIONSHIP),
    ),
    SheetName.SITES: (
        _NAME,
        SheetColumn("address"),
        SheetColumn("parent"),
        SheetColumn("account"),
        SheetColumn("id"),
    ),
    SheetName.INSTALLED: (
        SheetColumn("offering", Kind.CODE, required=True),
        SheetColumn("quantity", Kind.COUNT),
        SheetColumn("site"),
    ),
    SheetName.COMPETITORS: (
        SheetColumn("operator", required=True),
        SheetColumn("product"),
        SheetColumn("quantity", Kind.COUNT),
        SheetColumn("monthly", Kind.AMOUNT),
        SheetColumn("ends", Kind.DAY),
        SheetColumn("since", Kind.DAY),
        SheetColumn("source"),
        SheetColumn("informed", Kind.DAY),
    ),
    SheetName.FACTS: (_NAME, SheetColumn("value", Kind.NUMBER, required=True)),
    SheetName.JOURNAL: (
        SheetColumn("day", Kind.DAY),
        SheetColumn("text", required=True),
        SheetColumn("person"),
    ),
    SheetName.VISITS: (
        SheetColumn("day", Kind.DAY, required=True),
        SheetColumn("about"),
        SheetColumn("done", Kind.CHECK),
    ),
    SheetName.PROMISES: (
        SheetColumn("text", required=True),
        SheetColumn("by"),
        SheetColumn("made", Kind.DAY),
        SheetColumn("due", Kind.DAY),
        SheetColumn("state", Kind.PROMISE),
        SheetColumn("hold", Kind.CHECK),
    ),
}
"""The columns of each list, as windows and files show them."""

_TYPES: Mapping[SheetName, type[msgspec.Struct]] = {
    SheetName.ACCOUNTS: values.Account,
    SheetName.CONTACTS: values.Contact,
    SheetName.SITES: values.Site,
    SheetName.INSTALLED: values.InstalledService,
    SheetName.COMPETITORS: values.Competitor,
    SheetName.FACTS: _Fact,
    SheetName.JOURNAL: values.CustomerNote,
    SheetName.VISITS: values.PlannedVisit,
    SheetName.PROMISES: values.CustomerPromise,
}


def rows_of(customer: Customer, sheet: SheetName, words: Mapping[str, str]) -> Rows:
    """A list of a customer as rows of texts.

    Args:
        customer: Whose.
        sheet: Which list.
        words: Texts of roles, levels and the like by their words; a word without one stays.
    """
    listed: Sequence[msgspec.Struct] = (
        [_Fact(name, value) for name, value in customer.facts.items()]
        if sheet is SheetName.FACTS
        else getattr(customer, sheet)
    )
    return texts_of(listed, COLUMNS[sheet], words)


def read_rows(
    customer: Customer,
    sheet: SheetName,
    rows: Sequence[Sequence[str]],
    words: Mapping[str, str],
) -> tuple[Customer, tuple[WrongCell, ...]]:
    """The customer with another list.

    Rows without any text do not count. A site without an identifier keeps that of its name, or
    gets a new one; a holder that is not named is the customer.

    Args:
        customer: Before.
        sheet: Which list.
        rows: Its rows; missing cells at the end are empty.
        words: Texts of words; both the text and the word are read.

    Returns:
        The customer, and the cells that have no reading; with any of them the customer is the
        one given.
    """
    found, wrong = read_texts(rows, COLUMNS[sheet], words)
    if wrong:
        return customer, wrong
    return _with(customer, sheet, [row.facts for row in found]), ()


def _with(customer: Customer, sheet: SheetName, found: list[dict[str, Any]]) -> Customer:
    if sheet is SheetName.FACTS:
        facts = {one["name"]: one["value"] for one in found}
        return msgspec.structs.replace(customer, facts=facts)
    if sheet is SheetName.ACCOUNTS:
        found = [{"holder": customer.name, **one} for one in found]
    if sheet is SheetName.COMPETITORS:
        found = [{"product": "", **one} for one in found]
    if sheet is SheetName.SITES:
        _identify(customer, found)
    made = tuple(
        msgspec.convert(one, known(_TYPES[sheet]), builtin_types=(date, Decimal)) for one in found
    )
    changes: dict[str, Any] = {str(sheet): made}
    return msgspec.structs.replace(customer, **changes)


def _identify(customer: Customer, found: list[dict[str, Any]]) -> None:
    """Give sites their identifiers; a site that another belongs to may be given by its name."""
    known = {site.name: site.id for site in customer.sites}
    taken = {one["id"] for one in found if "id" in one}
    for one in found:
        wanted = one.get("id") or known.get(one["name"], "")
        if "id" not in one and (not wanted or wanted in taken):
            numbers = (
                f"S{number}" for number in range(1, len(found) + len(known) + len(taken) + 2)
            )
            wanted = next(n for n in numbers if n not in taken and n not in known.values())
        one["id"] = wanted
        taken.add(wanted)
    named = {one["name"]: one["id"] for one in found}
    for one in found:
        if parent := one.get("parent"):
            one["parent"] = named.get(parent, parent)
