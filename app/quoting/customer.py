"""Customer: who the quote is for, with accounts, contacts, sites, services and competitors."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum

import msgspec

from app.quoting.interview import Answer
from app.quoting.sales_facts import SalesFacts
from catalog.money import Fen


class ContactRole(StrEnum):
    """What a person does in the customer's decision."""

    DECIDER = "decider"
    SIGNER = "signer"
    PAYER = "payer"
    USER = "user"
    INFLUENCER = "influencer"
    HANDLER = "handler"


class DecisionLevel(StrEnum):
    """Where a person stands in the customer's decision chain, the highest first."""

    GENERAL_MANAGER = "general_manager"
    DEPUTY = "deputy"
    DEPARTMENT_HEAD = "department_head"
    STAFF = "staff"


class Relationship(IntEnum):
    """How well we know a person; below ``GOOD`` nobody would speak for us."""

    NONE = 0
    KNOWN = 1
    GOOD = 2
    STRONG = 3


class Personality(StrEnum):
    """How a person negotiates."""

    POWER = "power"
    PERSUADER = "persuader"
    EXECUTOR = "executor"
    DOUBTER = "doubter"


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person at the customer.

    Attributes:
        name: As addressed, such as 王先生.
        position: Job title.
        roles: In the decision; may be several.
        phone: Number.
        personality: A ``Personality`` or the manager's own words; internal.
        email: Address for papers.
        level: Place in the decision chain; ``None`` while nobody has said; internal.
        relationship: How well we know them; internal.
    """

    name: str
    position: str = ""
    roles: tuple[ContactRole, ...] = ()
    phone: str = ""
    personality: str = ""
    email: str = ""
    level: DecisionLevel | None = None
    relationship: Relationship = Relationship.NONE


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
    """A place where services are installed.

    Attributes:
        id: Unique at the customer; quote items name it.
        name: As people call it.
        address: Where it is.
        parent: Identifier of the site that it belongs to; empty for a main one.
        account: Number of the account that usually pays for it; empty for none.
    """

    id: str
    name: str
    address: str = ""
    parent: str = ""
    account: str = ""


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
        since: First day of that contract, where known.
        source: Who told us; internal.
        informed: Day of the information.
    """

    operator: str
    product: str
    monthly: Fen = 0
    ends: date | None = None
    quantity: int = 1
    since: date | None = None
    source: str = ""
    informed: date | None = None


class Leaving(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line, or another service from us, that the customer is to give up.

    Attributes:
        account: Number of the account whose bills end with it; empty where none does.
        offering: What he has less of then; empty where nobody knows.
        quantity: How many of it.
        reason: Why.
        noted: Day on which somebody said so; internal.
    """

    account: str
    offering: str = ""
    quantity: int = 1
    reason: str = ""
    noted: date | None = None


class CustomerNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A remark of a day: small wishes, traits, what was agreed; internal.

    Attributes:
        text: The remark.
        day: When it was made.
        person: Contact that it is about; empty for the customer as a whole.
    """

    text: str
    day: date | None = None
    person: str = ""


class PlannedVisit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A visit that an account manager means to make; internal.

    Attributes:
        day: When.
        about: What it is about.
        done: It was made.
    """

    day: date
    about: str = ""
    done: bool = False


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class CustomerPromise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody promised, to the customer or on his side; internal.

    Attributes:
        text: What was promised.
        by: Who promised it, and answers for it until it is settled.
        made: Day of the promise.
        due: Day by which it is to be kept.
        state: What became of it.
        hold: The customer was asked not to cancel meanwhile: while it is open he is held back.
    """

    text: str
    by: str = ""
    made: date | None = None
    due: date | None = None
    state: PromiseState = PromiseState.OPEN
    hold: bool = False


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
        parent: Identifier of the customer who is the headquarters; empty for none.
        credit_grade: As the credit department grades the customer; internal.
        journal: Remarks with their days; internal.
        interview: What they answered to questions of the bank; internal.
        segment_reason: Why the segments are as they are, where they are not those proposed.
        leaving: What they are to give up of what they have from us, each account once.
        owners: Account managers, who answers for all of it first, then who serve; internal.
        visits: Planned ones and those that were made; internal.
        promises: Open ones and those that are settled; internal.
        sales: Industry or cluster, venue, and what else sales people settled; internal.
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
    parent: str = ""
    credit_grade: str = ""
    journal: tuple[CustomerNote, ...] = ()
    interview: tuple[Answer, ...] = ()
    segment_reason: str = ""
    owners: tuple[str, ...] = ()
    leaving: tuple[Leaving, ...] = ()
    visits: tuple[PlannedVisit, ...] = ()
    promises: tuple[CustomerPromise, ...] = ()
    sales: SalesFacts = SalesFacts()

    def contact_with(self, role: ContactRole) -> Contact | None:
        """The first contact who has a role."""
        return next((contact for contact in self.contacts if role in contact.roles), None)

    def installed_quantities(self) -> dict[str, int]:
        """Installed offerings with their quantities over all sites, without what is given up."""
        quantities: dict[str, int] = {}
        for service in self.installed:
            quantities[service.offering] = quantities.get(service.offering, 0) + service.quantity
        for one in self.leaving:
            if one.offering in quantities:
                left = quantities.pop(one.offering) - one.quantity
                if left > 0:
                    quantities[one.offering] = left
        return quantities
