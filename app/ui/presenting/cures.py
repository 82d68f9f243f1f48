"""Cures of a finding as buttons: what they are called, and what they do to the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.cure_edits import (
    AddOffering,
    DissolveBundle,
    DropChoice,
    KeepInstalled,
    NoFreeMonths,
    Promise,
    RemoveCharge,
    RemoveItem,
    ReplaceOffering,
    SetCharacteristic,
    SetChargeQuantity,
    SetChoices,
    SetDiscountPercent,
    SetItemQuantity,
    SetTerm,
    applied,
)
from app.ui.presenting.characteristic_values import value_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.cure_edits import Cure, CureEdit
    from app.quoting.cures import Configuration
    from app.quoting.quote import Quote
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog


class CureDeed(NamedTuple):
    """One way to put a finding right.

    Attributes:
        id: Names what is done, so that the same cure of an edited quote is known again.
        label: Text of its button.
        edit: Gives the quote with the finding put right.
        dissolves: Identifier of the item whose bundle becomes separate items; both prices are
            shown before. Empty for other cures.
        opens_analysis: The quote stays; the analysis of the bills is opened, where it is cured.
        opens_customer: The quote stays; the customer is shown.
    """

    id: str
    label: str
    edit: Callable[[Quote], Quote]
    dissolves: str = ""
    opens_analysis: bool = False
    opens_customer: bool = False


def deed_of(speaker: Speaker, configuration: Configuration, cure: Cure) -> CureDeed:
    """A cure as a button."""
    label, edit = _label(speaker, configuration, cure), _edit(configuration, cure)
    dissolves = next((one.item for one in cure.edits if isinstance(one, DissolveBundle)), "")
    return CureDeed(_identity(cure), label, edit, dissolves)


def _identity(cure: Cure) -> str:
    return msgspec.json.encode(cure).decode()


def _edit(configuration: Configuration, cure: Cure) -> Callable[[Quote], Quote]:
    return lambda quote: applied(quote, configuration.catalog, cure)


def _label(speaker: Speaker, configuration: Configuration, cure: Cure) -> str:
    """What the first edit does, and how many things go or come with it."""
    first, *others = cure.edits
    label = _edit_label(speaker, configuration, first)
    beside = sum(isinstance(edit, RemoveItem | AddOffering) for edit in others)
    if not beside:
        return label
    told = speaker.translate("Cures", "{cure} and {count} more")
    return told.format(cure=label, count=beside)


def _edit_label(speaker: Speaker, configuration: Configuration, edit: CureEdit) -> str:  # noqa: PLR0911 (one line for each kind of edit)
    translate, catalog = speaker.translate, configuration.catalog
    match edit:
        case AddOffering(code):
            return translate("Cures", "Add {offering}").format(
                offering=offering_name(speaker, catalog, code)
            )
        case RemoveItem(item):
            return translate("Cures", "Remove {offering}").format(
                offering=_item_name(speaker, configuration, item)
            )
        case KeepInstalled(_, code):
            return translate("Cures", "Keep installed {offering}").format(
                offering=offering_name(speaker, catalog, code)
            )
        case ReplaceOffering(_, code):
            return translate("Cures", "Replace by {offering}").format(
                offering=offering_name(speaker, catalog, code)
            )
        case RemoveCharge(_, code):
            charge = catalog.charge(code)
            name = speaker.name(charge.name) if charge is not None else code
            return translate("Cures", "Remove {offering}").format(offering=name)
        case SetCharacteristic():
            return _characteristic_label(speaker, configuration, edit)
        case SetChoices(_, _, counts):
            return _choices_label(speaker, catalog, counts)
        case DropChoice():
            return translate("Cures", "Take the choice out")
        case DissolveBundle():
            return translate("Cures", "Turn into separate items")
        case _:
            return _figure_label(speaker, edit)


def _choices_label(
    speaker: Speaker, catalog: ProductCatalog, counts: tuple[tuple[str, int], ...]
) -> str:
    """What is chosen, by name and number; nothing at all is said so."""
    named = []
    for code, count in counts:
        charge, owner = catalog.charge(code), catalog.owner(code)
        if count and charge is not None and owner is not None:
            name = f"{speaker.name(owner.name)} {speaker.name(charge.name)}".strip()
            named.append(f"{name} × {speaker.figures.quantity(count)}")
    if not named:
        return speaker.translate("Cures", "Choose nothing")
    told = speaker.translate("Cures", "Choose {choices}")
    return told.format(choices=" + ".join(named))


def _figure_label(speaker: Speaker, edit: CureEdit) -> str:  # noqa: PLR0911 (as above)
    """Edits that are about a number, or about nothing in the catalogue."""
    translate = speaker.translate
    match edit:
        case SetChargeQuantity(_, _, count) | SetItemQuantity(_, count):
            return translate("Cures", "Set quantity to {count}").format(count=count)
        case SetTerm(months):
            return translate("Cures", "Term {months} months").format(months=months)
        case SetDiscountPercent(_, _, percent) if percent:
            told = translate("Cures", "Lower to {percent}")
            return told.format(percent=speaker.figures.percent(percent))
        case SetDiscountPercent():
            return translate("Cures", "Remove discount")
        case NoFreeMonths():
            return translate("Cures", "No free months")
        case Promise():
            return translate("Cures", "Customer promises to cancel the competitor's lines")
        case _:
            return ""


def _characteristic_label(
    speaker: Speaker, configuration: Configuration, edit: SetCharacteristic
) -> str:
    item = configuration.quote.item(edit.item)
    known = configuration.catalog.characteristics(item.offering) if item is not None else ()
    described = next((one for one in known if one.id == edit.characteristic), None)
    name = speaker.name(described.name) if described is not None else edit.characteristic
    if not edit.value:
        return speaker.translate("Cures", "No {name}").format(name=name)
    value = value_text(speaker, described, edit.value) if described else edit.value
    return speaker.translate("Cures", "{name}: {value}").format(name=name, value=value)


def _item_name(speaker: Speaker, configuration: Configuration, item_id: str) -> str:
    item = configuration.quote.item(item_id)
    return offering_name(speaker, configuration.catalog, item.offering) if item else ""


def offering_name(speaker: Speaker, catalog: ProductCatalog, code: str) -> str:
    """Name of an offering or bundle, or its code when the catalogue does not have it."""
    sold = catalog.bundle(code) or catalog.offering(code)
    return speaker.name(sold.name) if sold is not None else code
