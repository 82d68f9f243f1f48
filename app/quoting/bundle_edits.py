"""Edits of bundles: what is chosen in them, changes of single components, and their dissolving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting import item_edits
from catalog.charge import ChargeType
from pricing.alterations import Timed
from pricing.bundle_content import bundle_content, groups_of, quantity_in
from pricing.item import Choice, ItemCharge, QuoteItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.quoting.quote import Quote
    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount


def set_choice(
    quote: Quote, catalog: ProductCatalog, item_id: str, group: str, charge: str, quantity: int
) -> Quote:
    """So many of a member of an option group; of alternatives the others go.

    Args:
        quote: As it is.
        catalog: Catalogue version that knows the bundle.
        item_id: Item of a bundle.
        group: Code of the option group.
        charge: Member of the group.
        quantity: Choices in one bundle; 0 takes it out.
    """
    item, bundle = _bundle(quote, catalog, item_id)
    if item is None or bundle is None:
        return quote
    known = next((one for one in groups_of(catalog, bundle) if one.code == group), None)
    if known is None or known.member(charge) is None:
        return quote
    counts = {m.charge: quantity_in(known, m, item.choices) for m in known.members}
    if known.is_alternative and quantity:
        counts = dict.fromkeys(counts, 0)
    return set_choices(quote, catalog, item_id, group, {**counts, charge: quantity})


def set_choices(
    quote: Quote, catalog: ProductCatalog, item_id: str, group: str, counts: Mapping[str, int]
) -> Quote:
    """All that is chosen in an option group; the usual choices leave nothing written down."""
    item, bundle = _bundle(quote, catalog, item_id)
    if item is None or bundle is None:
        return quote
    known = next((one for one in groups_of(catalog, bundle) if one.code == group), None)
    if known is None:
        return quote
    taken_off = {c.charge: c.alteration for c in item.choices if c.group == group}
    chosen = tuple(
        Choice(m.charge, counts.get(m.charge, 0), group, taken_off.get(m.charge))
        for m in known.members
    )
    usual = all(c.quantity == m.default for c, m in zip(chosen, known.members, strict=True))
    if usual and not any(taken_off.values()):
        chosen = ()
    others = tuple(choice for choice in item.choices if choice.group != group)
    return _with_choices(quote, item_id, (*others, *chosen))


def drop_choice(quote: Quote, item_id: str, group: str, charge: str) -> Quote:
    """Without what was chosen of a charge, or changed of a component."""
    item = quote.item(item_id)
    if item is None:
        return quote
    kept = tuple(c for c in item.choices if (c.group, c.charge) != (group, charge))
    return _with_choices(quote, item_id, kept)


def remove_component(quote: Quote, catalog: ProductCatalog, item_id: str, charge: str) -> Quote:
    """Without one charge of a bundle; one that does not bear it is dissolved first."""
    item, bundle = _bundle(quote, catalog, item_id)
    if item is None or bundle is None:
        return quote
    group = _group_of(catalog, bundle, item, charge)
    if group:
        return set_choice(quote, catalog, item_id, group, charge, 0)
    if bundle.bears_changes:
        others = tuple(c for c in item.choices if (c.group, c.charge) != ("", charge))
        return _with_choices(quote, item_id, (*others, Choice(charge, 0)))
    dissolved = dissolve_bundle(quote, catalog, item_id)
    made = _holding(quote, dissolved, charge)
    return item_edits.remove_charge(dissolved, made, charge)


def discount_component(
    quote: Quote, catalog: ProductCatalog, item_id: str, charge: str, discount: Discount | None
) -> Quote:
    """Something taken off one charge of a bundle; one that does not bear it is dissolved first."""
    item, bundle = _bundle(quote, catalog, item_id)
    if item is None or bundle is None:
        return quote
    group = _group_of(catalog, bundle, item, charge)
    if not group and not bundle.bears_changes:
        dissolved = dissolve_bundle(quote, catalog, item_id)
        made = _holding(quote, dissolved, charge)
        return item_edits.set_discount(dissolved, made, charge, discount)
    part = next(
        (
            one
            for one in bundle_content(catalog, bundle, item.choices).parts
            if (one.group, one.charge) == (group, charge)
        ),
        None,
    )
    if part is None:
        return quote
    return _with_choices(
        quote, item_id, tuple(_altered(catalog, bundle, item, group, charge, discount))
    )


def _altered(
    catalog: ProductCatalog,
    bundle: BundledOffering,
    item: QuoteItem,
    group: str,
    charge: str,
    discount: Discount | None,
) -> Iterator[Choice]:
    """The choices with a discount on one of them; a group is written down as it is held."""
    known = next((one for one in groups_of(catalog, bundle) if one.code == group), None)
    own = {choice.charge: choice for choice in item.choices if choice.group == group}
    yield from (choice for choice in item.choices if choice.group != group)
    if known is not None:
        for member in known.members:
            kept = own[member.charge].alteration if member.charge in own else None
            count = quantity_in(known, member, item.choices)
            yield Choice(member.charge, count, group, discount if member.charge == charge else kept)
        return
    yield from (choice for choice in own.values() if choice.charge != charge)
    usual = next((part.quantity for part in bundle.components if part.charge == charge), 1)
    count = own[charge].quantity if charge in own else usual
    if discount is not None or count != usual:
        yield Choice(charge, count, "", discount)


def dissolve_bundle(quote: Quote, catalog: ProductCatalog, item_id: str) -> Quote:
    """The charges of a bundle as items of their own, at the prices they have without it.

    An item for each offering, in the bundle's place; free months and other changes over time stay,
    a discount on the whole bundle goes with it. Included usage becomes expected usage.
    """
    item, bundle = _bundle(quote, catalog, item_id)
    if item is None or bundle is None:
        return quote
    made: list[QuoteItem] = []
    growing = quote
    for offering, charges in _by_offering(catalog, bundle, item).items():
        new = QuoteItem(
            item_edits.new_item_id(growing),
            offering,
            _count(catalog, charges),
            charges,
            alterations=tuple(a for a in item.alterations if isinstance(a, Timed)),
            section=item.section,
            site=item.site,
            optional=item.optional,
            action=item.action,
        )
        made.append(new)
        growing = msgspec.structs.replace(growing, items=(*growing.items, new))
    place = next(at for at, one in enumerate(quote.items) if one.id == item_id)
    items = (*quote.items[:place], *made, *quote.items[place + 1 :])
    replaced = quote.like_for_like.items
    if item_id in replaced:
        others = tuple(one for one in replaced if one != item_id)
        compared = msgspec.structs.replace(
            quote.like_for_like, items=(*others, *(one.id for one in made))
        )
        return msgspec.structs.replace(quote, items=items, like_for_like=compared)
    return msgspec.structs.replace(quote, items=items)


def _by_offering(
    catalog: ProductCatalog, bundle: BundledOffering, item: QuoteItem
) -> dict[str, tuple[ItemCharge, ...]]:
    """The charges of an item's bundles by offering; a charge that comes twice is counted once."""
    content = bundle_content(catalog, bundle, item.choices)
    held = [(part.charge, part.quantity, part.alteration) for part in content.parts]
    held += [(o.once.charge, o.once.quantity * o.times, None) for o in content.one_time]
    found: dict[str, dict[str, ItemCharge]] = {}
    for code, quantity, alteration in held:
        owner = catalog.owner(code)
        charges = found.setdefault(owner.code if owner else code.rpartition(".")[0], {})
        known = charges.get(code, ItemCharge(code, 0, alteration))
        count = known.quantity + quantity * item.quantity
        charges[code] = msgspec.structs.replace(known, quantity=count)
    return {offering: tuple(charges.values()) for offering, charges in found.items()}


def _count(catalog: ProductCatalog, charges: tuple[ItemCharge, ...]) -> int:
    """The quantity of an item: that of its first charge that is no usage."""
    for quoted in charges:
        charge = catalog.charge(quoted.code)
        if charge is None or charge.type is not ChargeType.USAGE:
            return quoted.quantity
    return 1


def _group_of(
    catalog: ProductCatalog, bundle: BundledOffering, item: QuoteItem, charge: str
) -> str:
    """The group that a charge was chosen from; empty for a component."""
    parts = bundle_content(catalog, bundle, item.choices).parts
    groups = [part.group for part in parts if part.charge == charge]
    return next((group for group in groups if group), "") if "" not in groups else ""


def _holding(before: Quote, after: Quote, charge: str) -> str:
    """The item made anew that has a charge."""
    old = {item.id for item in before.items}
    return next(
        (
            item.id
            for item in after.items
            if item.id not in old and any(quoted.code == charge for quoted in item.charges)
        ),
        "",
    )


def _bundle(
    quote: Quote, catalog: ProductCatalog, item_id: str
) -> tuple[QuoteItem | None, BundledOffering | None]:
    item = quote.item(item_id)
    return item, catalog.bundle(item.offering) if item is not None else None


def _with_choices(quote: Quote, item_id: str, choices: tuple[Choice, ...]) -> Quote:
    return item_edits.replace_item(
        quote, item_id, lambda item: msgspec.structs.replace(item, choices=choices)
    )
