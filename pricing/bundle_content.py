"""bundle_content(): which charges a quoted bundle holds, how many of each, and on what terms.

A bundle inside a bundle gives its own charges on its own terms, so many times; the terms of the
outer bundle come after them. A fixed price of the outer bundle takes the place of inner ones.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from catalog.bundle import PricingForm
from catalog.charge import ChargeType
from catalog.option_group import MemberPricing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.bundle import BundleComponent, BundledOffering, BundleOneTime
    from catalog.component_kind import ComponentKind
    from catalog.option_group import GroupMember, OptionGroup
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount
    from pricing.item import Choice

_WHOLE = Decimal(100)


class Term(NamedTuple):
    """What a bundle publishes for one of its charges: a unit price, or a percentage off.

    Attributes:
        source: Code of the bundle.
        price: Yuan per unit and billing period, or ``None``.
        percent: Percent off the amount so far; all of it for what is included.
    """

    source: str
    price: Decimal | None = None
    percent: Decimal = Decimal(0)


class BundlePart(NamedTuple):
    """A charge in one bundle.

    Attributes:
        charge: Its code.
        quantity: Units in one bundle.
        kind: How it counts in a month.
        group: Code of the option group it was chosen from; empty for a component.
        shares: Code of the bundle whose fixed price covers it; empty when none does.
        terms: What bundles publish for it, the innermost first.
        alteration: What is taken off it by hand.
        bundle: Code of the bundle that it belongs to.
    """

    charge: str
    quantity: int
    kind: ComponentKind
    group: str
    shares: str
    terms: tuple[Term, ...]
    alteration: Discount | None
    bundle: str


class HeldOneTime(NamedTuple):
    """A published one-time charge, in so many bundles of the code within one outer bundle."""

    once: BundleOneTime
    bundle: str
    times: int


class BundleContent(NamedTuple):
    """What one bundle holds.

    Attributes:
        parts: In the order of the bundle: components, inner bundles, chosen members.
        one_time: Published one-time charges.
        prices: Fixed prices in yuan a month, by the code of the bundle that publishes them.
    """

    parts: tuple[BundlePart, ...]
    one_time: tuple[HeldOneTime, ...]
    prices: dict[str, Decimal]


def bundle_content(
    catalog: ProductCatalog, bundle: BundledOffering, choices: Sequence[Choice] = ()
) -> BundleContent:
    """What one bundle holds after the customer's choices.

    Choices that name nothing of the bundle change nothing; ``pricing.bundle_choices`` tells them.
    """
    inner = tuple(inner_bundles(catalog, bundle))
    parts = list(_components(bundle, choices))
    one_time = [HeldOneTime(once, bundle.code, 1) for once in bundle.one_time]
    fixed = bundle.form is PricingForm.FIXED
    prices = {bundle.code: bundle.price} if fixed else {}
    members = list(_chosen(catalog, bundle, choices))
    for child, times in inner:
        held = (*_components(child, choices), *_chosen(catalog, child, choices))
        parts += [_inside(bundle, part, times) for part in held]
        one_time += [HeldOneTime(once, child.code, times) for once in child.one_time]
        if child.form is PricingForm.FIXED and not fixed:
            prices[child.code] = prices.get(child.code, Decimal(0)) + child.price * times
    return BundleContent((*parts, *members), tuple(one_time), prices)


def inner_bundles(
    catalog: ProductCatalog, bundle: BundledOffering
) -> Iterator[tuple[BundledOffering, int]]:
    """The bundles directly inside a bundle and how many; what they hold in turn does not count."""
    for inside in bundle.children:
        child = catalog.bundle(inside.bundle)
        if child is not None and child.code != bundle.code:
            yield child, inside.quantity


def groups_of(catalog: ProductCatalog, bundle: BundledOffering) -> tuple[OptionGroup, ...]:
    """The option groups of a bundle and of the bundles inside it."""
    inside = (group for child, _ in inner_bundles(catalog, bundle) for group in child.groups)
    return (*bundle.groups, *inside)


def quantity_in(group: OptionGroup, member: GroupMember, choices: Sequence[Choice]) -> int:
    """How often a member is chosen in one bundle; its default while nobody has chosen."""
    named = [choice for choice in choices if choice.group == group.code]
    if not named:
        return member.default
    return next((choice.quantity for choice in named if choice.charge == member.charge), 0)


def _components(bundle: BundledOffering, choices: Sequence[Choice]) -> Iterator[BundlePart]:
    altered = {choice.charge: choice for choice in choices if not choice.group}
    shares = bundle.code if bundle.form is PricingForm.FIXED else ""
    for component in bundle.components:
        choice = altered.get(component.charge) if bundle.bears_changes else None
        quantity = component.quantity if choice is None else choice.quantity
        if quantity < 1 and choice is not None:
            continue
        yield BundlePart(
            component.charge,
            quantity,
            component.kind,
            "",
            shares,
            _component_terms(bundle, component),
            choice.alteration if choice is not None else None,
            bundle.code,
        )


def _component_terms(bundle: BundledOffering, component: BundleComponent) -> tuple[Term, ...]:
    match bundle.form:
        case PricingForm.PERCENT_OFF:
            return (Term(bundle.code, None, bundle.percent),)
        case PricingForm.COMPONENT_PRICES if component.price is not None:
            return (Term(bundle.code, component.price),)
    return ()


def _chosen(
    catalog: ProductCatalog, bundle: BundledOffering, choices: Sequence[Choice]
) -> Iterator[BundlePart]:
    by_hand = {(choice.group, choice.charge): choice.alteration for choice in choices}
    for group in bundle.groups:
        for member in group.members:
            quantity = quantity_in(group, member, choices)
            if quantity < 1:
                continue
            covered = _is_covered(catalog, bundle, member)
            yield BundlePart(
                member.charge,
                quantity * member.units,
                member.kind,
                group.code,
                bundle.code if covered else "",
                () if covered else _member_terms(bundle, member),
                by_hand.get((group.code, member.charge)),
                bundle.code,
            )


def _is_covered(catalog: ProductCatalog, bundle: BundledOffering, member: GroupMember) -> bool:
    """Whether a fixed price a month covers a member; what is charged once is free instead."""
    charge = catalog.charge(member.charge)
    once = charge is not None and charge.type is ChargeType.ONE_TIME
    included = member.pricing is MemberPricing.INCLUDED
    return included and bundle.form is PricingForm.FIXED and not once


def _member_terms(bundle: BundledOffering, member: GroupMember) -> tuple[Term, ...]:
    match member.pricing:
        case MemberPricing.INCLUDED:
            return (Term(bundle.code, None, _WHOLE),)
        case MemberPricing.OWN_PRICE:
            return (Term(bundle.code, member.price or Decimal(0)),)
        case MemberPricing.PERCENT_OFF:
            return (Term(bundle.code, None, member.percent),)
    return ()


def _inside(bundle: BundledOffering, part: BundlePart, times: int) -> BundlePart:
    """A part of an inner bundle, as the outer one holds it."""
    quantity = part.quantity * times
    if bundle.form is PricingForm.FIXED and (part.shares or not part.group):
        return part._replace(quantity=quantity, shares=bundle.code, terms=())
    if bundle.form is PricingForm.PERCENT_OFF and not part.group:
        terms = (*part.terms, Term(bundle.code, None, bundle.percent))
        return part._replace(quantity=quantity, terms=terms)
    return part._replace(quantity=quantity)
