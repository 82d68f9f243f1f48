"""May one offering be sold to this customer, beside these others, and as it was quoted?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.characteristic import CharacteristicKind
from catalog.offering import Lifecycle
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from catalog.characteristic import Characteristic
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.context import PricingContext
    from pricing.item import QuoteItem

_NOT_SOLD = frozenset({Lifecycle.PLANNED, Lifecycle.WITHDRAWN})


def is_plain(catalog: ProductCatalog, context: PricingContext, offering: ProductOffering) -> bool:
    """Whether nothing can be said of how an offering is quoted, if no characteristic is chosen."""
    return not (
        context.installed.get(offering.code)
        or catalog.characteristics(offering.code)
        or any(not charge.valid.contains(context.price_date) for charge in offering.charges)
    )


def by_itself(
    context: PricingContext, offering: ProductOffering, where: Place, had: Collection[str]
) -> Iterator[Problem]:
    """Whether an offering may be sold to the customer on the day, at the place, by this channel."""
    named = {"offering": offering.code}
    if not offering.sold_to(context.segments):
        segment = {**named, "segment": ", ".join(context.segments)}
        yield Problem("offering.segment_unusual", Severity.WARNING, where, segment)
    if offering.lifecycle in _NOT_SOLD or not offering.valid.contains(context.price_date):
        yield Problem("offering.not_on_sale", where=where, parameters=named)
    if offering.lifecycle is Lifecycle.FROZEN and offering.code not in had:
        yield Problem("offering.frozen", where=where, parameters=named)
    if offering.areas and context.area not in offering.areas:
        area = {**named, "area": context.area, "areas": ", ".join(offering.areas)}
        code = "offering.not_for_area" if context.area else "offering.area_unknown"
        severity = Severity.ERROR if context.area else Severity.WARNING
        yield Problem(code, severity, where, area)
    if offering.channels and context.channel and context.channel not in offering.channels:
        channel = {**named, "channel": context.channel, "channels": ", ".join(offering.channels)}
        yield Problem("offering.not_for_channel", where=where, parameters=channel)


def beside(
    offering: ProductOffering, where: Place, present: set[str], had: set[str]
) -> Iterator[Problem]:
    """What an offering needs, and what it cannot stand beside, in the quote or installed (P9)."""
    named = {"offering": offering.code}
    if offering.requires and not any(c in present or c in had for c in offering.requires):
        needed = {**named, "requires": " | ".join(offering.requires)}
        yield Problem("offering.requirement_missing", where=where, parameters=needed)
    for code in offering.excludes:
        if code in present:
            yield Problem("offering.excluded", where=where, parameters={**named, "other": code})
        elif code in had:
            yield Problem(
                "offering.excluded_installed", Severity.WARNING, where, {**named, "other": code}
            )


def as_quoted(
    catalog: ProductCatalog, context: PricingContext, offering: ProductOffering, item: QuoteItem
) -> Iterator[Problem]:
    """Whether it can be had anew, is charged today, and its characteristics have their values."""
    yield from _installed(context, offering, item)
    quoted = {charge.code for charge in item.charges}
    for charge in offering.charges:
        if charge.code in quoted and not charge.valid.contains(context.price_date):
            where = Place(subject=item.id, column=charge.code)
            yield Problem("charge.not_valid", where=where, parameters={"charge": charge.code})
    described = catalog.characteristics(offering.code)
    for characteristic in described:
        yield from _characteristic(characteristic, item)
    for name in sorted(item.characteristics.keys() - {known.id for known in described}):
        unknown = {"offering": offering.code, "characteristic": name}
        where = Place(subject=item.id, column=name)
        yield Problem("characteristic.unknown", Severity.WARNING, where, unknown)


def _installed(
    context: PricingContext, offering: ProductOffering, item: QuoteItem
) -> Iterator[Problem]:
    """The customer has as many as there may be; what is frozen is quoted to keep it."""
    had = context.installed.get(offering.code, 0)
    if had < 1 or offering.lifecycle is Lifecycle.FROZEN:
        return
    quoted = {charge.code for charge in item.charges}
    if any(charge.code in quoted and 0 < charge.most <= had for charge in offering.charges):
        count = {"offering": offering.code, "count": str(had)}
        where = Place(subject=item.id)
        yield Problem("offering.already_installed", Severity.WARNING, where, count)


def _characteristic(characteristic: Characteristic, item: QuoteItem) -> Iterator[Problem]:
    """A value that is missing or does not fit; without one the usual value holds."""
    value = item.characteristics.get(characteristic.id) or characteristic.default
    if characteristic.fault(value) is None:
        return
    where = Place(subject=item.id, column=characteristic.id)
    named = {"offering": item.offering, "characteristic": characteristic.id}
    if not value:
        yield Problem("characteristic.missing", where=where, parameters=named)
        return
    named |= {"value": value, "allowed": _allowed(characteristic)}
    yield Problem("characteristic.does_not_fit", where=where, parameters=named)


def _allowed(characteristic: Characteristic) -> str:
    """What a value may be, in signs that need no language."""
    if characteristic.kind is not CharacteristicKind.NUMBER:
        return ", ".join(characteristic.allowed())
    least, most = characteristic.least, characteristic.most
    bounds = f"{'' if least is None else f'{least:f}'}–{'' if most is None else f'{most:f}'}"
    step = f" ± {characteristic.step:f}" if characteristic.step else ""
    return f"{bounds}{step} {characteristic.unit}".strip()
