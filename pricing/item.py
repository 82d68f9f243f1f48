"""QuoteItem: one offering or bundle in a quote, with its charges, quantities and alterations."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from pricing.alterations import Alteration, Discount


class ItemAction(StrEnum):
    """What the item does to what the customer already has (TMF648)."""

    ADD = "add"
    MODIFY = "modify"
    DELETE = "delete"
    NO_CHANGE = "noChange"


class ItemCharge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One charge of an offering as quoted.

    Attributes:
        code: Code of the charge.
        quantity: Units; for usage the expected units a month.
        alteration: What is taken off by hand, if anything.
    """

    code: str
    quantity: int
    alteration: Discount | None = None


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the customer chose in a bundle.

    A group that is named by any choice holds what its choices say; one that is not named holds
    its defaults. A choice without a group says how many units of a component one bundle holds
    instead of the usual number: none leaves the component out.

    Attributes:
        charge: Member of the group, or component.
        quantity: Choices in one bundle; of a component, units in one bundle.
        group: Code of the option group; empty for a component.
        alteration: What is taken off it by hand, if anything.
    """

    charge: str
    quantity: int
    group: str = ""
    alteration: Discount | None = None


class QuoteItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One action on one offering.

    Attributes:
        id: Unique in the quote, never reused.
        offering: Code of an offering or a bundle.
        quantity: How many bundles; for a single offering the quantity of its main charge.
        charges: The charges quoted; empty for a bundle, whose components come from the catalogue.
        alterations: What is done to the whole item: a discount on a bundle's published price,
            free months.
        section: Heading under which it stands; empty for none.
        site: Identifier of the site it is installed at; empty for all.
        optional: The customer may choose it; it is not in the totals.
        action: What it does to what the customer has.
        characteristics: Values of the offering's characteristics by identifier, such as ``speed``:
            ``20M``; rules may adjust the price by them.
        choices: What the customer chose in a bundle.
        bill_to: Number of the account that pays for it; empty for the customer's usual one.
        commitment: Months of commitment of the option that an optional item stands in; 0 for those
            of the quote.
    """

    id: str
    offering: str
    quantity: int = 1
    charges: tuple[ItemCharge, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    section: str = ""
    site: str = ""
    optional: bool = False
    action: ItemAction = ItemAction.ADD
    characteristics: dict[str, str] = {}
    choices: tuple[Choice, ...] = ()
    bill_to: str = ""
    commitment: int = 0
