"""check_content(): does a catalogue hang together? Findings about codes that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.bundle_consistency import bundle_problems
from catalog.money import fen, unit_micro
from catalog.offering_consistency import check_details
from catalog.pace import WHOLE, Pace, paced, part_of, unpaced
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.price_list import PriceRecord
    from catalog.product_catalog import CatalogContent

_WHOLE = 100


def check_content(content: CatalogContent, pace: Pace = unpaced) -> tuple[Problem, ...]:
    """Findings over the whole catalogue: unknown codes, duplicates, numbers without sense.

    A catalogue without errors can be priced whatever is quoted from it.

    Args:
        content: What is looked at.
        pace: Hears how far the work is, and may stop it.
    """
    found: list[Problem] = []
    found += _offerings(content, part_of(pace, 0, 2000))
    for share, check in ((2000, _bundles), (4000, _taxes), (6000, _records)):
        pace(share)
        found += check(content)
    found += check_details(content, part_of(pace, 8000, WHOLE))
    pace(WHOLE)
    return tuple(found)


def _offerings(content: CatalogContent, pace: Pace) -> Iterator[Problem]:
    codes = {offering.code for offering in content.offerings}
    seen: set[str] = set()
    for offering in paced(content.offerings, pace):
        where = Place(subject=offering.code)
        if offering.code in seen:
            taken = {"value": offering.code}
            yield Problem("catalog.duplicate_offering", where=where, parameters=taken)
        seen.add(offering.code)
        yield from reference_problems(offering, codes)


def reference_problems(offering: ProductOffering, codes: AbstractSet[str]) -> Iterator[Problem]:
    """What an offering names and the catalogue does not have.

    Args:
        offering: What is looked at.
        codes: Codes of all offerings.
    """
    for code in (*offering.requires, *offering.excludes):
        if code not in codes:
            where, unknown = Place(subject=offering.code), {"offering": code}
            yield Problem("catalog.unknown_offering", Severity.WARNING, where, unknown)


def _bundles(content: CatalogContent) -> Iterator[Problem]:
    charges = {charge.code: charge for offer in content.offerings for charge in offer.charges}
    taken = {offering.code for offering in content.offerings}
    bundles = {bundle.code: bundle for bundle in reversed(content.bundles)}
    for bundle in content.bundles:
        yield from one_bundle_problems(bundle, charges, bundles, taken)
        taken.add(bundle.code)


def one_bundle_problems(
    bundle: BundledOffering,
    charges: Mapping[str, Charge],
    bundles: Mapping[str, BundledOffering],
    taken: AbstractSet[str],
) -> Iterator[Problem]:
    """Every finding about one bundle.

    Args:
        bundle: What is looked at.
        charges: Every charge of the catalogue by code.
        bundles: Every bundle by code.
        taken: Codes that somebody else has.
    """
    yield from bundle_problems(bundle, charges, bundles)
    where = Place(subject=bundle.code)
    if bundle.code in taken:
        yield Problem("catalog.duplicate_bundle", where=where, parameters={"value": bundle.code})
    for code in charges_named(bundle):
        if code not in charges:
            yield Problem("catalog.unknown_charge", where=where, parameters={"charge": code})
    if not (bundle.components or bundle.groups or bundle.children):
        yield Problem("catalog.empty_bundle", where=where)
    for field, value in _senseless(bundle, charges):
        named = {"field": field, "value": str(value)}
        yield Problem("catalog.bundle_number", where=where, parameters=named)


def charges_named(bundle: BundledOffering) -> Iterator[str]:
    """Codes of the charges that a bundle names itself, in the order of its parts."""
    yield from (part.charge for part in bundle.components)
    yield from (once.charge for once in bundle.one_time)
    yield from (overage.charge for overage in bundle.overage)
    yield from (member.charge for group in bundle.groups for member in group.members)
    for option in bundle.options:
        yield option.charge
        yield from option.waives


def _senseless(
    bundle: BundledOffering, charges: Mapping[str, Charge]
) -> Iterator[tuple[str, Decimal | int]]:
    """Fields of a bundle that hold a number nothing can be priced with, and the number."""
    if not _is_amount(bundle.price):
        yield "price", bundle.price
    if bundle.term < 1:
        yield "term", bundle.term
    most = bundle.most_extra_discount
    if not most.is_finite() or not 0 <= most <= _WHOLE:
        yield "most_extra_discount", most
    yield from _senseless_quantities(bundle)
    yield from _senseless_prices(bundle, charges)
    for condition in bundle.conditions:
        for bound in (condition.least, condition.most):
            if bound is not None and not bound.is_finite():
                yield f"conditions {condition.measure}", bound


def _senseless_quantities(bundle: BundledOffering) -> Iterator[tuple[str, int]]:
    for part in bundle.components:
        if part.quantity < 1:
            yield f"components {part.charge} quantity", part.quantity
    for once in bundle.one_time:
        if once.quantity < 1:
            yield f"one_time {once.charge} quantity", once.quantity


def _senseless_prices(
    bundle: BundledOffering, charges: Mapping[str, Charge]
) -> Iterator[tuple[str, Decimal]]:
    for part in bundle.components:
        charge = charges.get(part.charge)
        if charge is not None and charge.list_price < 0:
            yield f"components {part.charge} list_price_cny", charge.list_price
    for once in bundle.one_time:
        if not _is_amount(once.price):
            yield f"one_time {once.charge} price", once.price
    for option in bundle.options:
        if not _is_unit_price(option.price):
            yield f"options {option.charge} price", option.price
    for overage in bundle.overage:
        if not _is_unit_price(overage.price):
            yield f"overage {overage.charge} price", overage.price


def _is_amount(price: Decimal) -> bool:
    """Whether a price is a whole number of fen, not below zero."""
    try:
        return fen(price) >= 0
    except ValueError:
        return False


def _is_unit_price(price: Decimal) -> bool:
    """Whether a price can be counted in 0.000001 yuan; it may be a subsidy below zero."""
    try:
        unit_micro(price)
    except ValueError:
        return False
    return True


def _taxes(content: CatalogContent) -> Iterator[Problem]:
    known = {tax.id for tax in content.tax_classes}
    for offering in content.offerings:
        yield from tax_problems(offering, known)


def tax_problems(offering: ProductOffering, known: AbstractSet[str]) -> Iterator[Problem]:
    """Charges of an offering with a tax class that is not among those known."""
    for charge in offering.charges:
        if charge.tax_class not in known:
            where, unknown = Place(subject=charge.code), {"value": charge.tax_class}
            yield Problem("catalog.unknown_tax_class", where=where, parameters=unknown)


def _records(content: CatalogContent) -> Iterator[Problem]:
    """Price records of charges that do not exist, or with prices that cannot be counted."""
    charges = {charge.code for offer in content.offerings for charge in offer.charges}
    yield from record_problems(content.price_records, charges)


def record_problems(records: Iterable[PriceRecord], charges: Container[str]) -> Iterator[Problem]:
    """Findings about price records.

    Args:
        records: What is looked at.
        charges: Codes of all charges.
    """
    for record in records:
        where = Place(subject=record.id, column=record.charge)
        if record.charge not in charges:
            unknown = {"charge": record.charge}
            yield Problem("catalog.unknown_record_charge", where=where, parameters=unknown)
        if not _is_unit_price(record.unit_price):
            price = {"record": record.id, "value": str(record.unit_price)}
            yield Problem("catalog.record_price", where=where, parameters=price)
