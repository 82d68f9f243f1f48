"""Customer: who the quote is for, with accounts, contacts, sites, services and competitors."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from catalog.money import Fen


class ContactRole(StrEnum):
    """What a person does in the customer's decision."""

    DECIDER = "decider"
    SIGNER = "signer"
    PAYER = "payer"
    USER = "user"
    INFLUENCER = "influencer"
    HANDLER = "handler"


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person at the customer.

    Attributes:
        name: As addressed, such as 王先生.
        position: Job title.
        roles: In the decision; may be several.
        phone: Number.
        personality: Personality type noted by the manager; internal.
        email: Address for papers.
    """

    name: str
    position: str = ""
    roles: tuple[ContactRole, ...] = ()
    phone: str = ""
    personality: str = ""
    email: str = ""


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A billing account; several names and numbers may belong to one customer.

    Attributes:
        number: Billing or telephone number.
        holder: Name that the account is registered under.
        reason: Why it belongs to this customer, when the name differs.
    """

    number: str
    holder: str
    reason: str = ""


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place where services are installed."""

    id: str
    name: str
    address: str = ""


class InstalledService(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something the customer already has from us."""

    offering: str
    quantity: int = 1
    site: str = ""


class Competitor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the customer has from somebody else.

    Attributes:
        operator: Whom from.
        product: What.
        monthly: Fen a month, VAT included.
        ends: Last day of that contract, where known.
        quantity: How many.
    """

    operator: str
    product: str
    monthly: Fen = 0
    ends: date | None = None
    quantity: int = 1


class Customer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A business customer.

    Attributes:
        id: Unique.
        name: Registered name; party to a contract.
        segment: Code of the main market segment, such as SMB.
        further_segments: Other segments the customer belongs to as well.
        industry: Code, such as ``education``.
        address: Registered address.
        credit_code: Unified social credit code.
        representative: Legal representative.
        accounts: Billing accounts.
        contacts: People.
        sites: Places.
        installed: What they have from us.
        competitors: What they have from others.
        facts: Numbers about the customer by name, such as ``students``; used by conditions.
        arrears: Fen overdue.
        notes: Internal remarks.
        area: Where services are delivered, as price lists name it; empty when nobody has said.
    """

    id: str
    name: str
    segment: str
    further_segments: tuple[str, ...] = ()
    industry: str = ""
    address: str = ""
    credit_code: str = ""
    representative: str = ""
    accounts: tuple[Account, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sites: tuple[Site, ...] = ()
    installed: tuple[InstalledService, ...] = ()
    competitors: tuple[Competitor, ...] = ()
    facts: dict[str, Decimal] = {}
    arrears: Fen = 0
    notes: str = ""
    area: str = ""

    def contact_with(self, role: ContactRole) -> Contact | None:
        """The first contact who has a role."""
        return next((contact for contact in self.contacts if role in contact.roles), None)

    def installed_quantities(self) -> dict[str, int]:
        """Installed offerings with their quantities over all sites."""
        quantities: dict[str, int] = {}
        for service in self.installed:
            quantities[service.offering] = quantities.get(service.offering, 0) + service.quantity
        return quantities
