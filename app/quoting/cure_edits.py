"""What one press may do to a quote to put a finding right, as values that can be compared.

A ``Cure`` is one or more edits that belong together: what is added may need something else, and
what is removed may take with it what needed it. ``applied`` makes the next quote.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from app.quoting import bundle_edits, header_edits, item_edits
from pricing.alterations.percentage import Percentage

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from catalog.product_catalog import ProductCatalog


class AddOffering(msgspec.Struct, frozen=True, tag="add_offering"):
    """Quote one more offering or bundle."""

    offering: str


class RemoveItem(msgspec.Struct, frozen=True, tag="remove_item"):
    """Take an item out of the quote."""

    item: str


class KeepInstalled(msgspec.Struct, frozen=True, tag="keep_installed"):
    """Quote nothing anew: the customer keeps what he has."""

    item: str
    offering: str


class ReplaceOffering(msgspec.Struct, frozen=True, tag="replace_offering"):
    """Quote another offering in an item's place, as many of it."""

    item: str
    offering: str


class RemoveCharge(msgspec.Struct, frozen=True, tag="remove_charge"):
    """Take one charge out of an item."""

    item: str
    charge: str


class SetChargeQuantity(msgspec.Struct, frozen=True, tag="set_charge_quantity"):
    """Another quantity of a charge."""

    item: str
    charge: str
    quantity: int


class SetItemQuantity(msgspec.Struct, frozen=True, tag="set_item_quantity"):
    """Another quantity of an item or bundle."""

    item: str
    quantity: int


class SetCharacteristic(msgspec.Struct, frozen=True, tag="set_characteristic"):
    """Another value of a characteristic; empty takes the value away."""

    item: str
    characteristic: str
    value: str


class SetChoices(msgspec.Struct, frozen=True, tag="set_choices"):
    """What is chosen in an option group of a bundle: charges and how often."""

    item: str
    group: str
    counts: tuple[tuple[str, int], ...]


class DropChoice(msgspec.Struct, frozen=True, tag="drop_choice"):
    """Forget what was chosen of a charge in a bundle."""

    item: str
    group: str
    charge: str


class DissolveBundle(msgspec.Struct, frozen=True, tag="dissolve_bundle"):
    """Quote the charges of a bundle as items of their own."""

    item: str


class SetTerm(msgspec.Struct, frozen=True, tag="set_term"):
    """Another commitment, in months."""

    months: int


class SetDiscountPercent(msgspec.Struct, frozen=True, tag="set_discount_percent"):
    """Another discount by hand in percent; 0 takes it away. Without a charge: of the item."""

    item: str
    charge: str
    percent: Decimal


class NoFreeMonths(msgspec.Struct, frozen=True, tag="no_free_months"):
    """Charge every month of an item."""

    item: str


class Promise(msgspec.Struct, frozen=True, tag="promise"):
    """The customer promises a condition that the contract knows by a key."""

    condition: str


CureEdit: TypeAlias = (
    AddOffering
    | RemoveItem
    | KeepInstalled
    | ReplaceOffering
    | RemoveCharge
    | SetChargeQuantity
    | SetItemQuantity
    | SetCharacteristic
    | SetChoices
    | DropChoice
    | DissolveBundle
    | SetTerm
    | SetDiscountPercent
    | NoFreeMonths
    | Promise
)


class Cure(msgspec.Struct, frozen=True):
    """One way to put a finding right.

    Attributes:
        edits: In the order in which they are made; the first one is what the cure is about, the
            others follow from it.
    """

    edits: tuple[CureEdit, ...]


def applied(quote: Quote, catalog: ProductCatalog, cure: Cure) -> Quote:
    """The quote after a cure."""
    for edit in cure.edits:
        quote = edited(quote, catalog, edit)
    return quote


def edited(quote: Quote, catalog: ProductCatalog, edit: CureEdit) -> Quote:  # noqa: PLR0911 (one line for each kind of edit)
    """The quote after one edit; one that no longer fits the quote changes nothing."""
    match edit:
        case AddOffering(offering):
            return item_edits.add_offering(quote, catalog, offering)
        case RemoveItem(item) | KeepInstalled(item, _):
            return item_edits.remove_items(quote, {item})
        case ReplaceOffering(item, offering):
            return item_edits.replace_offering(quote, catalog, item, offering)
        case RemoveCharge(item, charge):
            return item_edits.remove_charge(quote, item, charge)
        case SetChargeQuantity(item, charge, quantity):
            return item_edits.set_charge_quantity(quote, item, charge, quantity)
        case SetItemQuantity(item, quantity):
            return item_edits.set_quantity(quote, item, quantity)
        case SetCharacteristic(item, characteristic, value):
            return item_edits.set_characteristic(quote, item, characteristic, value)
        case SetChoices() | DropChoice() | DissolveBundle():
            return _bundle_edited(quote, catalog, edit)
        case _:
            return _edited_otherwise(quote, edit)


def _bundle_edited(
    quote: Quote, catalog: ProductCatalog, edit: SetChoices | DropChoice | DissolveBundle
) -> Quote:
    """Edits of what is in a bundle."""
    match edit:
        case SetChoices(item, group, counts):
            return bundle_edits.set_choices(quote, catalog, item, group, dict(counts))
        case DropChoice(item, group, charge):
            return bundle_edits.drop_choice(quote, item, group, charge)
        case DissolveBundle(item):
            return bundle_edits.dissolve_bundle(quote, catalog, item)


def _edited_otherwise(quote: Quote, edit: CureEdit) -> Quote:
    """Edits of the header and of discounts."""
    match edit:
        case SetTerm(months):
            return header_edits.set_term(quote, months)
        case NoFreeMonths(item):
            return item_edits.set_free_months(quote, item, 0)
        case Promise(condition):
            return header_edits.require_condition(quote, condition)
        case SetDiscountPercent(item_id, charge, percent):
            discount = Percentage(percent) if percent else None
            altered = quote.item(item_id)
            if charge and altered is not None and altered.charges:
                return item_edits.set_discount(quote, item_id, charge, discount)
            return item_edits.set_item_discount(quote, item_id, discount)
        case _:
            return quote
