"""ProductCatalog: one immutable version of everything that can be sold, indexed for lookup."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from catalog.bundle import BundledOffering
from catalog.charge import Charge
from catalog.local_text import LocalText
from catalog.money import unit_micro
from catalog.offering import ProductOffering
from catalog.price_list import PriceRecord
from catalog.specification import ProductSpecification
from catalog.tax_class import TaxClass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.characteristic import Characteristic


class CatalogContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one version of the catalogue holds; this is what is stored and compared.

    Attributes:
        version: Identifies the version in every quote priced with it.
        title: For people.
        imported_on: Day of the import.
        offerings: In the order of the file.
        bundles: In the order of the file.
        tax_classes: With their dated rates.
        price_records: List prices that hold only under conditions.
        specifications: What several offerings share.
    """

    version: str
    title: str
    imported_on: date
    offerings: tuple[ProductOffering, ...]
    bundles: tuple[BundledOffering, ...] = ()
    tax_classes: tuple[TaxClass, ...] = ()
    price_records: tuple[PriceRecord, ...] = ()
    specifications: tuple[ProductSpecification, ...] = ()


class SoldCharge(msgspec.Struct, frozen=True, gc=False):
    """A charge with what a price of it needs in all circumstances.

    Attributes:
        charge: As the catalogue has it.
        offering: That it belongs to.
        name: Offering and charge together.
        cost_micro: Cost in 0.000001 yuan.
        list_micro: Its own list price in 0.000001 yuan; ``None`` where price records say it.
        records: Its price records, in the order of the file.
    """

    charge: Charge
    offering: ProductOffering
    name: LocalText
    cost_micro: int
    list_micro: int | None
    records: tuple[PriceRecord, ...]


class ProductCatalog:
    """A catalogue version with its lookups; never changes.

    Attributes:
        content: What it holds.
    """

    __slots__ = (
        "_bundles",
        "_charges",
        "_offerings",
        "_owners",
        "_records",
        "_sold",
        "_specifications",
        "_taxes",
        "content",
    )

    def __init__(self, content: CatalogContent) -> None:
        """Index the content; the first of two equal codes wins (the import refuses such files)."""
        self.content = content
        self._offerings: Mapping[str, ProductOffering] = {
            offering.code: offering for offering in reversed(content.offerings)
        }
        self._bundles: Mapping[str, BundledOffering] = {
            bundle.code: bundle for bundle in reversed(content.bundles)
        }
        self._charges: dict[str, Charge] = {}
        self._owners: dict[str, ProductOffering] = {}
        for offering in reversed(content.offerings):
            for charge in offering.charges:
                self._charges[charge.code] = charge
                self._owners[charge.code] = offering
        self._records: dict[str, list[PriceRecord]] = {}
        for record in content.price_records:
            self._records.setdefault(record.charge, []).append(record)
        self._sold: dict[str, SoldCharge] = {}
        self._taxes: Mapping[str, TaxClass] = {tax.id: tax for tax in content.tax_classes}
        self._specifications: Mapping[str, ProductSpecification] = {
            shared.id: shared for shared in reversed(content.specifications)
        }

    def with_bundle(self, bundle: BundledOffering) -> ProductCatalog:
        """The same catalogue with a bundle in the place of the one of its code, or a new one.

        All other lookups are shared, so that a bundle can be tried at every key.
        """
        other = ProductCatalog.__new__(ProductCatalog)
        for name in ProductCatalog.__slots__:
            setattr(other, name, getattr(self, name))
        other._bundles = {**self._bundles, bundle.code: bundle}  # noqa: SLF001 (of its own class)
        kept = self.content.bundles
        known = bundle.code in self._bundles
        bundles = tuple(bundle if one.code == bundle.code else one for one in kept)
        other.content = msgspec.structs.replace(
            self.content, bundles=bundles if known else (*kept, bundle)
        )
        return other

    @property
    def version(self) -> str:
        """Version of the content."""
        return self.content.version

    def offering(self, code: str) -> ProductOffering | None:
        """A single offering by code."""
        return self._offerings.get(code)

    def bundle(self, code: str) -> BundledOffering | None:
        """A bundle by code."""
        return self._bundles.get(code)

    def bundles_among(self, codes: set[str]) -> frozenset[str]:
        """The codes that are bundles."""
        return frozenset(self._bundles.keys() & codes)

    def charge(self, code: str) -> Charge | None:
        """A charge by code."""
        return self._charges.get(code)

    def owner(self, charge_code: str) -> ProductOffering | None:
        """The offering that a charge belongs to."""
        return self._owners.get(charge_code)

    def sold(self, charge_code: str) -> SoldCharge | None:
        """A charge ready to be priced; made ready once, when a quote first asks for it.

        Raises:
            ValueError: If its cost or list price has more than six decimals.
        """
        found = self._sold.get(charge_code)
        if found is None and (charge := self._charges.get(charge_code)) is not None:
            offering = self._owners[charge_code]
            whole, part = offering.name, charge.name
            records = tuple(self._records.get(charge_code, ()))
            found = self._sold[charge_code] = SoldCharge(
                charge,
                offering,
                LocalText(f"{whole.zh} {part.zh}".strip(), f"{whole.en} {part.en}".strip()),
                unit_micro(charge.cost),
                None if records else unit_micro(charge.list_price),
                records,
            )
        return found

    def price_records(self, charge_code: str) -> Sequence[PriceRecord]:
        """The price records of a charge, in the order of the file."""
        return self._records.get(charge_code, ())

    def tax_class(self, tax_id: str) -> TaxClass | None:
        """A tax class by identifier."""
        return self._taxes.get(tax_id)

    def specification(self, specification_id: str) -> ProductSpecification | None:
        """A product specification by identifier."""
        return self._specifications.get(specification_id)

    def characteristics(self, code: str) -> tuple[Characteristic, ...]:
        """What is settled about an offering in a quote: its own, then those of its specification.

        Of two with one identifier the offering's own holds.
        """
        offering = self._offerings.get(code)
        if offering is None:
            return ()
        shared = self._specifications.get(offering.specification)
        if shared is None:
            return offering.characteristics
        own = {known.id for known in offering.characteristics}
        further = (known for known in shared.characteristics if known.id not in own)
        return (*offering.characteristics, *further)
