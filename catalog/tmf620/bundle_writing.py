"""Bundles as ``ProductOffering`` with ``isBundle``, and the prices that they publish.

The standard counts offerings in a bundle, our bundles count charges. So both are written: the
offerings with their numbers for everybody, the charges in our extension for us; ``offerings_in``
is the one place that says which numbers follow from which charges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.bundle import PricingForm
from catalog.component_kind import ComponentKind
from catalog.offering import EVERY_SEGMENT, Lifecycle
from catalog.tmf620.group_writing import component, forms, local_text
from catalog.tmf620.moments import time_period
from catalog.tmf620.names import EXCLUDES, LIFECYCLES, OFFERING, PRICE
from catalog.tmf620.price_writing import commitment, extended, plain, published_price

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.bundle import BundleComponent, BundledOffering, BundleOption, ChildBundle
    from catalog.condition import Condition
    from catalog.option_group import GroupMember, OptionGroup
    from catalog.product_catalog import ProductCatalog
    from catalog.tmf620.names import Resource


class OfferingCount(msgspec.Struct, frozen=True):
    """How many of an offering a bundle holds.

    Attributes:
        offering: Its code.
        least: How many it holds always; 0 for what may be added.
        usual: How many it holds before anybody has chosen.
        most: How many it may hold; ``None`` means no limit.
    """

    offering: str
    least: int
    usual: int
    most: int | None


def offerings_in(
    components: Iterable[BundleComponent],
    options: Iterable[BundleOption],
    groups: Iterable[OptionGroup] = (),
    children: Iterable[ChildBundle] = (),
) -> tuple[OfferingCount, ...]:
    """The offerings that the charges of a bundle belong to, in the order of the charges.

    A line with rental and number display is one line, so the largest quantity counts; included
    minutes are no lines, so an offering of which only usage is included counts once. Of a group
    each member may be chosen or not; an inner bundle is an offering like any other.
    """
    counts: dict[str, OfferingCount] = {}
    for part in components:
        offering = part.charge.rpartition(".")[0]
        number = 1 if part.kind is ComponentKind.ALLOWANCE else part.quantity
        known = counts.get(offering)
        number = max(number, known.least if known is not None else 0)
        counts[offering] = OfferingCount(offering, number, number, number)
    for child in children:
        number = child.quantity
        counts[child.bundle] = OfferingCount(child.bundle, number, number, number)
    for group in groups:
        for member in group.members:
            _choose(counts, group, member)
    for option in options:
        offering = option.charge.rpartition(".")[0]
        known = counts.get(offering, OfferingCount(offering, 0, 0, 0))
        most = None if known.most is None or not option.most else known.most + option.most
        counts[offering] = OfferingCount(offering, known.least, known.usual, most)
    return tuple(counts.values())


def _choose(counts: dict[str, OfferingCount], group: OptionGroup, member: GroupMember) -> None:
    """Count what may be chosen; a member that must be chosen is always there."""
    offering = member.charge.rpartition(".")[0]
    known = counts.get(offering, OfferingCount(offering, 0, 0, 0))
    alone = len(group.members) == 1
    least = max(group.least, member.least) if alone and group.least else 0
    bound = min(member.most or group.most, group.most or member.most)
    counts[offering] = OfferingCount(
        offering,
        known.least + least * member.units,
        known.usual + member.default * member.units,
        known.most + bound * member.units if known.most is not None and bound else None,
    )


def bundle_offering(bundle: BundledOffering, catalog: ProductCatalog) -> Resource:
    """A bundle, with the offerings in it and what our format says beyond the standard."""
    resource: Resource = {
        "id": bundle.code,
        "name": bundle.name.zh,
        "version": catalog.version,
        "lifecycleStatus": LIFECYCLES[Lifecycle.ON_SALE],
        "isBundle": True,
        "isSellable": True,
    }
    if period := time_period(bundle.valid):
        resource["validFor"] = period
    resource |= segments_of(bundle.segments) | commitment(bundle.term)
    resource["productOfferingPrice"] = [
        {"id": price["id"], "name": price["name"], "@referredType": PRICE}
        for price in bundle_prices(bundle, catalog)
    ]
    if bundle.excludes:
        resource["productOfferingRelationship"] = [
            related(code, EXCLUDES, catalog) for code in bundle.excludes
        ]
    resource["bundledProductOffering"] = [
        _bundled(count, catalog)
        for count in offerings_in(bundle.components, bundle.options, bundle.groups, bundle.children)
    ]
    return extended(resource, OFFERING, _extension(bundle))


def bundle_prices(bundle: BundledOffering, catalog: ProductCatalog) -> list[Resource]:
    """The monthly price first, if the bundle has one, then the published one-time prices."""
    prices: list[Resource] = []
    if bundle.form is PricingForm.FIXED:
        monthly = published_price(f"{bundle.code}.monthly", bundle.name.zh, None, 1, bundle.price)
        prices.append(extended(monthly, PRICE, {}))
    for number, once in enumerate(bundle.one_time, start=1):
        charge = catalog.charge(once.charge)
        name = charge.name.zh if charge is not None else once.charge
        price = published_price(
            f"{bundle.code}.once.{number}", name, charge, once.quantity, once.price
        )
        extension: Resource = {"charge": once.charge, "quantity": once.quantity}
        prices.append(extended(price, PRICE, extension))
    return prices


def related(code: str, kind: str, catalog: ProductCatalog) -> Resource:
    """A relationship to an offering or a bundle."""
    other = catalog.offering(code) or catalog.bundle(code)
    name: Resource = {"name": other.name.zh} if other is not None else {}
    return {"id": code} | name | {"relationshipType": kind, "@referredType": OFFERING}


def segments_of(segments: Sequence[str]) -> Resource:
    """Market segments; an offering for everybody names none."""
    if tuple(segments) == (EVERY_SEGMENT,):
        return {}
    return {"marketSegment": [{"id": segment, "name": segment} for segment in segments]}


def _bundled(count: OfferingCount, catalog: ProductCatalog) -> Resource:
    offering = catalog.offering(count.offering) or catalog.bundle(count.offering)
    numbers: Resource = {
        "numberRelOfferLowerLimit": count.least,
        "numberRelOfferDefault": count.usual,
    }
    if count.most is not None:
        numbers["numberRelOfferUpperLimit"] = count.most
    name: Resource = {"name": offering.name.zh} if offering is not None else {}
    return {"id": count.offering} | name | {"bundledProductOfferingOption": numbers}


def _extension(bundle: BundledOffering) -> Resource:
    extension: Resource = {"nameEn": bundle.name.en} if bundle.name.en else {}
    extension["components"] = [component(part) for part in bundle.components]
    extension |= forms(bundle)
    extension["overage"] = [
        {"charge": overage.charge, "price": plain(overage.price)} for overage in bundle.overage
    ]
    extension["options"] = [_option(option) for option in bundle.options]
    extension["conditions"] = [_condition(condition) for condition in bundle.conditions]
    if bundle.one_site:
        extension["oneSite"] = True
    extension["conditionText"] = local_text(bundle.condition_text)
    extension["mostExtraDiscount"] = plain(bundle.most_extra_discount)
    extension["filingNumber"] = bundle.filing_number
    extension["clauses"] = list(bundle.clauses)
    needed = ("components", "mostExtraDiscount")
    return {name: value for name, value in extension.items() if value or name in needed}


def _option(option: BundleOption) -> Resource:
    written: Resource = {"charge": option.charge, "price": plain(option.price)}
    if note := local_text(option.note):
        written["note"] = note
    if option.most:
        written["most"] = option.most
    if option.waives:
        written["waives"] = list(option.waives)
    return written


def _condition(condition: Condition) -> Resource:
    written: Resource = {"measure": condition.measure}
    if condition.least is not None:
        written["least"] = plain(condition.least)
    if condition.most is not None:
        written["most"] = plain(condition.most)
    if condition.one_of:
        written["oneOf"] = list(condition.one_of)
    return written
