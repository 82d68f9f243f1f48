"""bundle_problems(): do option groups, inner bundles and pricing forms of bundles hang together?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalog.bundle import PricingForm
from catalog.charge import PriceRegulation
from catalog.money import unit_micro
from catalog.option_group import MemberPricing
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.option_group import OptionGroup

_WHOLE = 100
_NUMBER = "catalog.bundle_number"


def bundle_problems(
    bundle: BundledOffering,
    charges: Mapping[str, Charge],
    bundles: Mapping[str, BundledOffering],
) -> Iterator[Problem]:
    """Findings about one bundle beyond its plain parts.

    Args:
        bundle: What is looked at.
        charges: Every charge of the catalogue by code.
        bundles: Every bundle by code.
    """
    where = Place(subject=bundle.code)
    for field, value in _senseless(bundle):
        yield Problem(_NUMBER, where=where, parameters={"field": field, "value": str(value)})
    for code in _altered(bundle, charges):
        yield Problem("catalog.state_price_altered", Severity.WARNING, where, {"charge": code})
    yield from _inside(bundle, bundles, where)
    yield from _groups(bundle, bundles, where)


def _senseless(bundle: BundledOffering) -> Iterator[tuple[str, Decimal | int]]:
    """Fields of the forms and groups that hold a number nothing can be priced with."""
    if bundle.form is not PricingForm.FIXED and bundle.price:
        yield "price", bundle.price
    if not _is_share(bundle.percent):
        yield "percent", bundle.percent
    for part in bundle.components:
        if part.price is not None and not _is_price(part.price):
            yield f"components {part.charge} price", part.price
    for child in bundle.children:
        if child.quantity < 1:
            yield f"children {child.bundle} quantity", child.quantity
    for group in bundle.groups:
        yield from _senseless_in(group)


def _senseless_in(group: OptionGroup) -> Iterator[tuple[str, Decimal | int]]:
    if group.least < 0:
        yield f"groups {group.code} least", group.least
    if group.most < 0 or 0 < group.most < group.least:
        yield f"groups {group.code} most", group.most
    for member in group.members:
        name = f"groups {group.code} {member.charge}"
        if member.units < 1:
            yield f"{name} units", member.units
        if member.least < 0:
            yield f"{name} least", member.least
        if member.most < 0 or 0 < member.most < member.least:
            yield f"{name} most", member.most
        out = member.default < member.least or 0 < member.most < member.default
        if member.default and out:
            yield f"{name} default", member.default
        if not _is_share(member.percent):
            yield f"{name} percent", member.percent
        if member.price is not None and not _is_price(member.price):
            yield f"{name} price", member.price


def _altered(bundle: BundledOffering, charges: Mapping[str, Charge]) -> Iterator[str]:
    """Charges at prices set by the state for which the bundle names another price."""
    priced = {part.charge for part in bundle.components if part.price is not None}
    for group in bundle.groups:
        kept = MemberPricing.LIST
        priced |= {member.charge for member in group.members if member.pricing is not kept}
    for code in sorted(priced):
        charge = charges.get(code)
        if charge is not None and charge.regulation is PriceRegulation.FIXED:
            yield code


def _inside(
    bundle: BundledOffering, bundles: Mapping[str, BundledOffering], where: Place
) -> Iterator[Problem]:
    """Bundles inside a bundle: known, not in a circle, and holding no bundle themselves."""
    for inside in bundle.children:
        child = bundles.get(inside.bundle)
        named = {"bundle": inside.bundle}
        if child is None:
            yield Problem("catalog.unknown_inner_bundle", where=where, parameters=named)
        elif _leads_to(child, bundle.code, bundles):
            yield Problem("catalog.bundle_in_circle", where=where, parameters=named)
        elif child.children:
            yield Problem("catalog.bundle_too_deep", where=where, parameters=named)


def _leads_to(start: BundledOffering, code: str, bundles: Mapping[str, BundledOffering]) -> bool:
    """Whether a bundle is, or holds at any depth, the one with a code."""
    seen: set[str] = set()
    open_ = [start]
    while open_:
        one = open_.pop()
        if one.code == code:
            return True
        if one.code not in seen:
            seen.add(one.code)
            open_ += [b for inside in one.children if (b := bundles.get(inside.bundle))]
    return False


def _groups(
    bundle: BundledOffering, bundles: Mapping[str, BundledOffering], where: Place
) -> Iterator[Problem]:
    """Groups told apart by their codes, with members told apart by theirs, and fitting defaults."""
    inner = (bundles.get(inside.bundle) for inside in bundle.children)
    every = [*bundle.groups, *(group for one in inner if one is not None for group in one.groups)]
    codes = Counter(group.code for group in every)
    for group in bundle.groups:
        named = {"group": group.code}
        if codes[group.code] > 1 or not group.code:
            yield Problem("catalog.duplicate_group", where=where, parameters=named)
        members = Counter(member.charge for member in group.members)
        for charge, count in members.items():
            if count > 1:
                twice = {**named, "charge": charge}
                yield Problem("catalog.duplicate_member", where=where, parameters=twice)
        for member in group.members:
            if member.pricing is MemberPricing.OWN_PRICE and member.price is None:
                lacking = {**named, "charge": member.charge}
                yield Problem("catalog.member_without_price", where=where, parameters=lacking)
        usual = sum(member.default for member in group.members)
        if not group.members or usual < group.least or 0 < group.most < usual:
            facts = {**named, "count": str(usual), "least": str(group.least)}
            yield Problem("catalog.group_default", where=where, parameters=facts)


def _is_share(percent: Decimal) -> bool:
    return percent.is_finite() and 0 <= percent <= _WHOLE


def _is_price(price: Decimal) -> bool:
    """Whether a price can be counted in 0.000001 yuan and is not below zero."""
    try:
        return unit_micro(price) >= 0
    except ValueError:
        return False
