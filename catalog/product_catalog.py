"""ProductCatalog: one immutable version of everything that can be sold, indexed for lookup."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from catalog.bundle import BundledOffering
from catalog.charge import Charge
from catalog.differing import differing
from catalog.local_text import LocalText
from catalog.money import unit_micro
from catalog.offering import ProductOffering
from catalog.price_list import PriceRecord
from catalog.specification import ProductSpecification
from catalog.tax_class import TaxClass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.characteristic import Characteristic
    from catalog.differing import Differing


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
        "_offerings",
        "_owners",
        "_plain",
        "_records",
        "_sold",
        "_specifications",
        "_taxes",
        "content",
    )

    def __init__(self, content: CatalogContent) -> None:
        """Index the content; the first of two equal codes wins (the import refuses such files)."""
        self.content = content
        self._offerings: dict[str, ProductOffering] = {
            offering.code: offering for offering in reversed(content.offerings)
        }
        self._bundles: Mapping[str, BundledOffering] = {
            bundle.code: bundle for bundle in reversed(content.bundles)
        }
        count = sum(len(offering.charges) for offering in content.offerings)
        self._owners: dict[str, ProductOffering] = {}
        for offering in reversed(content.offerings):
            for charge in offering.charges:
                self._owners[charge.code] = offering
        # Whether each code occurs once: then an edit can be followed.
        self._plain = len(self._offerings) == len(content.offerings)
        self._plain = self._plain and len(self._owners) == count
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

    def edited(self, content: CatalogContent) -> ProductCatalog:
        """The catalogue of another content, made from this one where most of it is the same.

        Args:
            content: What an edit left, with the same objects wherever it changed nothing.
        """
        own = self.content
        beside = (
            (own.price_records, content.price_records),
            (own.tax_classes, content.tax_classes),
            (own.specifications, content.specifications),
        )
        edit = differing(own.offerings, content.offerings)
        if not self._plain or any(old is not new for old, new in beside):
            return ProductCatalog(content)
        made = copy(self)
        made.content = content
        return made if made._replace(edit) else ProductCatalog(content)

    def _replace(self, edit: Differing[ProductOffering]) -> bool:
        """Look up the own content's bundles, and other offerings; False when a code is taken."""
        self._sold = {}
        self._bundles = {bundle.code: bundle for bundle in reversed(self.content.bundles)}
        self._offerings = self._offerings.copy()
        self._owners = self._owners.copy()
        for offering in edit.gone:
            del self._offerings[offering.code]
            for charge in offering.charges:
                del self._owners[charge.code]
        for offering in edit.come:
            codes = {charge.code for charge in offering.charges}
            if offering.code in self._offerings or len(codes) < len(offering.charges):
                return False
            if not codes.isdisjoint(self._owners):
                return False
            self._offerings[offering.code] = offering
            for charge in offering.charges:
                self._owners[charge.code] = offering
        return len(self._offerings) == len(self.content.offerings)  # none stands there twice

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
        owner = self._owners.get(code)
        if owner is None:
            return None
        return next(one for one in owner.charges if one.code == code)

    def owner(self, charge_code: str) -> ProductOffering | None:
        """The offering that a charge belongs to."""
        return self._owners.get(charge_code)

    def sold(self, charge_code: str) -> SoldCharge | None:
        """A charge ready to be priced; made ready once, when a quote first asks for it.

        Raises:
            ValueError: If its cost or list price has more than six decimals.
        """
        found = self._sold.get(charge_code)
        if found is None and (charge := self.charge(charge_code)) is not None:
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
