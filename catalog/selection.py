"""select(): the part of a catalogue that a list shows: by family, segment, kind, price, state.

A list shows charges, because each has a price of its own; bundles come first, in one line each.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from catalog.charge import ChargeType
from catalog.offering import EVERY_SEGMENT, Lifecycle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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


class SortBy(StrEnum):
    """By what a list is sorted."""

    CATALOGUE = "catalogue"
    """As the catalogue, or a search, has them."""
    NAME = "name"
    PRICE = "price"
    COST = "cost"


class Entry(NamedTuple):
    """One line of a list: a charge with its offering, or a bundle."""

    key: str
    offering: ProductOffering | None = None
    charge: Charge | None = None
    bundle: BundledOffering | None = None

    @property
    def price(self) -> Decimal:
        """Yuan per unit, or per month of a bundle."""
        if self.bundle is not None:
            return self.bundle.price
        return self.charge.list_price if self.charge is not None else Decimal(0)

    @property
    def cost(self) -> Decimal:
        """Yuan per unit; a bundle has none of its own."""
        return self.charge.cost if self.charge is not None else Decimal(0)

    @property
    def name(self) -> str:
        """Chinese name with the offering's."""
        if self.bundle is not None:
            return self.bundle.name.zh
        if self.offering is None or self.charge is None:
            return ""
        return f"{self.offering.name.zh} {self.charge.name.zh}"


def select(content: CatalogContent, wanted: Selection) -> list[Entry]:
    """The lines wanted.

    Args:
        content: The catalogue version or draft.
        wanted: What is wanted.
    """
    lines: list[Entry] = []
    if _bundles_wanted(wanted):
        lines += [Entry(one.code, bundle=one) for one in content.bundles if _bundle(one, wanted)]
    if wanted == Selection():
        # Every line of a large catalogue: what need not be asked is not.
        lines += [
            Entry(charge.code, offering, charge)
            for offering in content.offerings
            for charge in offering.charges
        ]
    elif wanted.family != BUNDLES:
        for offering in content.offerings:
            lines += lines_of(offering, wanted)
    return lines


def select_found(catalog: ProductCatalog, wanted: Selection, found: Sequence[str]) -> list[Entry]:
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
    return lines


def lines_of(offering: ProductOffering, wanted: Selection) -> list[Entry]:
    """The lines wanted of one offering."""
    if not _offering(offering, wanted):
        return []
    return [
        Entry(charge.code, offering, charge)
        for charge in offering.charges
        if _charge(charge, wanted)
    ]


def ordered(lines: Sequence[Entry], by: SortBy, *, descending: bool = False) -> Sequence[Entry]:
    """The lines sorted; equal ones keep their order in both directions."""
    if by is SortBy.CATALOGUE:
        return lines
    return sorted(lines, key=_SORT_KEYS[by], reverse=descending)


def sort_key(line: Entry, by: SortBy) -> object:
    """By what a line is sorted; nothing for the order of the catalogue."""
    return None if by is SortBy.CATALOGUE else _SORT_KEYS[by](line)


_SORT_KEYS: Mapping[SortBy, Callable[[Entry], Any]] = {
    SortBy.NAME: lambda line: line.name,
    SortBy.PRICE: lambda line: line.price,
    SortBy.COST: lambda line: line.cost,
}


def family_counts(content: CatalogContent) -> dict[str, int]:
    """How many offerings each family has, the families in the order of the catalogue."""
    counts: dict[str, int] = {}
    for offering in content.offerings:
        counts[offering.family] = counts.get(offering.family, 0) + 1
    return counts


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
