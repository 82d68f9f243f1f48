"""select(): the part of a catalogue that a list shows: by family, segment, kind, price, state.

A list shows charges, because each has a price of its own; bundles come first, in one line each.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType
from catalog.lines import Entry, Lines
from catalog.offering import EVERY_SEGMENT, Lifecycle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent, ProductCatalog

BUNDLES = "*bundles"
"""In the place of a family: all bundles, and nothing else."""


class Selection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is wanted; an empty part means any.

    Attributes:
        family: Product family, or ``BUNDLES``.
        segment: Market segment that may buy it.
        kind: Type of the charge; bundles are recurring.
        lowest: Yuan at least, included.
        highest: Yuan at most, included.
        lifecycle: State of the offering; bundles are on sale.
        area: Where it may be sold; bundles are sold everywhere.
    """

    family: str = ""
    segment: str = ""
    kind: ChargeType | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    lifecycle: Lifecycle | None = None
    area: str = ""


_EVERYTHING = Selection()


class SortBy(StrEnum):
    """By what a list is sorted."""

    CATALOGUE = "catalogue"
    """As the catalogue, or a search, has them."""
    NAME = "name"
    PRICE = "price"
    COST = "cost"


def select(content: CatalogContent, wanted: Selection) -> Lines:
    """The lines wanted.

    Args:
        content: The catalogue version or draft.
        wanted: What is wanted.
    """
    bundles: Iterable[BundledOffering] = content.bundles if _bundles_wanted(wanted) else ()
    bundles = [one for one in bundles if _bundle(one, wanted)]
    offerings = () if wanted.family == BUNDLES else _offerings(content.offerings, wanted)
    if (wanted.kind, wanted.lowest, wanted.highest) == (None, None, None):
        return Lines(bundles, offerings)
    return Lines(bundles, offerings, lambda charge: _charge(charge, wanted))


def _offerings(
    offerings: Sequence[ProductOffering], wanted: Selection
) -> Sequence[ProductOffering]:
    """The offerings wanted; of a large catalogue only what narrows is asked."""
    family, state, segment, area = wanted.family, wanted.lifecycle, wanted.segment, wanted.area
    if family:
        offerings = [one for one in offerings if one.family == family]
    if state is not None:
        offerings = [one for one in offerings if one.lifecycle is state]
    if segment:
        offerings = [
            one for one in offerings if EVERY_SEGMENT in one.segments or segment in one.segments
        ]
    if area:
        offerings = [one for one in offerings if not one.areas or area in one.areas]
    return offerings


def select_found(catalog: ProductCatalog, wanted: Selection, found: Sequence[str]) -> Lines:
    """The lines wanted of what a search found.

    Args:
        catalog: The catalogue version or draft.
        wanted: What is wanted.
        found: Codes of offerings and bundles, the best first.
    """
    lines: list[Entry] = []
    bundles = _bundles_wanted(wanted)
    for code in found:
        bundle, offering = catalog.bundle(code), catalog.offering(code)
        if bundle is not None and bundles and _bundle(bundle, wanted):
            lines.append(Entry(code, bundle=bundle))
        if offering is not None and wanted.family != BUNDLES:
            lines += lines_of(offering, wanted)
    return Lines.of(lines)


def lines_of(offering: ProductOffering, wanted: Selection) -> list[Entry]:
    """The lines wanted of one offering."""
    if not _offering(offering, wanted):
        return []
    return [
        Entry(charge.code, offering, charge)
        for charge in offering.charges
        if _charge(charge, wanted)
    ]


def ordered(lines: Lines, by: SortBy, *, descending: bool = False) -> Lines:
    """The lines sorted; equal ones keep their order in both directions."""
    if by is SortBy.NAME:
        return lines.by_name(descending=descending)
    if by is SortBy.PRICE:
        return lines.by_price(descending=descending)
    if by is SortBy.COST:
        return lines.by_cost(descending=descending)
    return lines


def sort_key(line: Entry, by: SortBy) -> object:
    """By what a line is sorted; nothing for the order of the catalogue."""
    values = {SortBy.NAME: line.name, SortBy.PRICE: line.price, SortBy.COST: line.cost}
    return values.get(by)


def family_counts(content: CatalogContent, wanted: Selection = _EVERYTHING) -> dict[str, int]:
    """How many offerings each family has, the families in the order of the catalogue.

    Args:
        content: The catalogue version or draft.
        wanted: Which of them count, whatever family it names; ``BUNDLES`` counts the bundles.
    """
    wanted = msgspec.structs.replace(wanted, family="")
    counts = Counter([one.family for one in _shown(content.offerings, wanted)])
    if _bundles_wanted(wanted):
        counts[BUNDLES] = sum(_bundle(one, wanted) for one in content.bundles)
    return dict(counts)


def _shown(offerings: Sequence[ProductOffering], wanted: Selection) -> Sequence[ProductOffering]:
    """The offerings of which at least one charge is wanted."""
    offerings = _offerings(offerings, wanted)
    if (wanted.kind, wanted.lowest, wanted.highest) == (None, None, None):
        return offerings
    return [one for one in offerings if any(_charge(charge, wanted) for charge in one.charges)]


def areas_of(content: CatalogContent) -> tuple[str, ...]:
    """Every area that an offering is limited to, sorted."""
    return tuple(sorted({area for one in content.offerings for area in one.areas}))


def segments_of(content: CatalogContent) -> tuple[str, ...]:
    """Every market segment that an offering or a bundle names, sorted."""
    named = {segment for one in content.offerings for segment in one.segments}
    named |= {segment for one in content.bundles for segment in one.segments}
    return tuple(sorted(named - {EVERY_SEGMENT}))


def _bundles_wanted(wanted: Selection) -> bool:
    return (
        wanted.family in {"", BUNDLES}
        and wanted.kind in {None, ChargeType.RECURRING}
        and wanted.lifecycle in {None, Lifecycle.ON_SALE}
    )


def _bundle(bundle: BundledOffering, wanted: Selection) -> bool:
    return _sold(bundle.segments, wanted) and _in_range(bundle.price, wanted)


def _offering(offering: ProductOffering, wanted: Selection) -> bool:
    return (
        (not wanted.family or offering.family == wanted.family)
        and (wanted.lifecycle is None or offering.lifecycle is wanted.lifecycle)
        and _sold(offering.segments, wanted)
        and (not wanted.area or not offering.areas or wanted.area in offering.areas)
    )


def _charge(charge: Charge, wanted: Selection) -> bool:
    return (wanted.kind is None or charge.type is wanted.kind) and _in_range(
        charge.list_price, wanted
    )


def _sold(segments: Sequence[str], wanted: Selection) -> bool:
    return not wanted.segment or EVERY_SEGMENT in segments or wanted.segment in segments


def _in_range(price: Decimal, wanted: Selection) -> bool:
    return (wanted.lowest is None or price >= wanted.lowest) and (
        wanted.highest is None or price <= wanted.highest
    )
