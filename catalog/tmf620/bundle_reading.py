"""Bundles from ``ProductOffering`` with ``isBundle``: ours with their charges, or anybody's.

A bundle of somebody else says how many of an offering it holds; it then holds as many of each
recurring charge of that offering, which is how our own bundles are quoted. What may be added to it
is a group of choices at the list price, for the standard has no price of a choice.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from catalog.bundle import (
    BundleComponent,
    BundledOffering,
    BundleOneTime,
    BundleOption,
    OverageRate,
    PricingForm,
)
from catalog.bundle_draft import kind_of
from catalog.charge import ChargeType
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.option_group import GroupMember, OptionGroup
from catalog.period import BillingPeriod
from catalog.problem import Severity
from catalog.tmf620.bundle_writing import offerings_in
from catalog.tmf620.group_reading import needed_quantity, read_component, read_forms
from catalog.tmf620.intake import (
    code_of,
    extension_of,
    local_name,
    local_text,
    needed_text,
    segments,
    shortest_term,
    validity,
)
from catalog.tmf620.names import CURRENCY
from catalog.tmf620.offering_reading import NOT_KEPT, relations_of
from catalog.tmf620.price_reading import read_price

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.offering import ProductOffering
    from catalog.tmf620.bundle_writing import OfferingCount
    from catalog.tmf620.intake import Intake
    from catalog.tmf620.json_node import JsonNode

_OPTIONAL = "optional"
"""Code of the group of what may be added to a bundle of somebody else."""


def read_bundle(
    node: JsonNode, intake: Intake, offerings: Mapping[str, ProductOffering]
) -> BundledOffering | None:
    """A bundle; ``None``, with findings, when its price or code is missing.

    Args:
        node: An offering with ``isBundle``.
        intake: The other resources.
        offerings: The single offerings that were read, by the identifier in the file.
    """
    code, extension = code_of(node), extension_of(node)
    options = tuple(_option(option) for option in extension.children("options"))
    formed = read_forms(extension)
    monthly, one_time = _prices(node, intake, formed.form)
    if extension.given("components"):
        components = tuple(read_component(part) for part in extension.children("components"))
        follow = offerings_in(components, options, formed.groups, formed.children)
        _check_counts(node, follow)
    else:
        components, members = _held(node, intake, offerings)
        formed = formed._replace(groups=(*formed.groups, *_choices(members)))
    relations = relations_of(node)
    if relations.requires or relations.migrates_to:
        node.not_kept("productOfferingRelationship")
    node.not_kept("category", "description", *NOT_KEPT)
    bundle = BundledOffering(
        code=code,
        name=local_name(node, extension),
        segments=segments(node),
        price=monthly or Decimal(0),
        term=shortest_term(node) or 1,
        components=components,
        valid=validity(node),
        most_extra_discount=extension.number("mostExtraDiscount") or Decimal(0),
        one_time=one_time,
        overage=tuple(
            OverageRate(needed_text(rate, "charge"), _price(rate))
            for rate in extension.children("overage")
        ),
        options=options,
        conditions=tuple(_condition(part) for part in extension.children("conditions")),
        condition_text=local_text(extension, "conditionText"),
        excludes=relations.excludes,
        filing_number=extension.text("filingNumber"),
        clauses=extension.texts("clauses"),
        form=formed.form,
        percent=formed.percent,
        groups=formed.groups,
        children=formed.children,
        alterable=formed.alterable,
        one_site=extension.flag("oneSite", otherwise=False),
    )
    return bundle if code and monthly is not None else None


def _prices(
    node: JsonNode, intake: Intake, form: PricingForm
) -> tuple[Decimal | None, tuple[BundleOneTime, ...]]:
    """The price of a month and the published one-time prices.

    The price of a month must be there once, and not at all where the parts have prices only.
    """
    monthly: list[Decimal] = []
    one_time = []
    wrong = False
    for price_node in intake.named_prices(node):
        price, extension = read_price(price_node), extension_of(price_node)
        price_node.not_kept("validFor", "place")
        if price is None:
            wrong = True
            continue
        if price.currency not in ("", CURRENCY):
            price_node.problem("exchange.currency", "price.unit", value=price.currency[:40])
        if price.period is BillingPeriod.MONTH:
            monthly.append(price.amount)
        elif price.type is ChargeType.ONE_TIME and extension.given("charge"):
            quantity = needed_quantity(extension)
            one_time.append(BundleOneTime(extension.text("charge"), quantity, price.amount))
        else:
            price_node.problem("exchange.bundle_price", "priceType")
    if form is not PricingForm.FIXED and not monthly:
        return Decimal(0), tuple(one_time)
    if len(monthly) != 1 and not wrong:
        node.problem("exchange.bundle_month", "productOfferingPrice", count=len(monthly))
    return (monthly[0] if monthly else None), tuple(one_time)


class _Held(NamedTuple):
    """What a bundle of somebody else always holds, and what may be added to it."""

    components: tuple[BundleComponent, ...]
    members: tuple[GroupMember, ...]


def _held(node: JsonNode, intake: Intake, offerings: Mapping[str, ProductOffering]) -> _Held:
    """The recurring charges of the offerings in a bundle of somebody else.

    An offering of which there may be none, and usually is none, is a choice at its list price.
    """
    components, members = [], []
    for part in node.children("bundledProductOffering"):
        name = needed_text(part, "id")
        least, default, most = _numbers(part)
        count = default if default is not None else least
        if name not in intake.offerings:
            if name:
                part.problem("exchange.unknown_reference", "id", value=name)
            continue
        if is_bundle(intake.offerings[name]):
            part.problem("exchange.nested_bundle", "id", value=name)
            continue
        monthly = _monthly(part, offerings.get(name))
        if count == 0:
            node.findings.count("exchange.optional_at_list_price", part.path, Severity.WARNING)
            members += [GroupMember(one.charge, most=most or 0, kind=one.kind) for one in monthly]
            continue
        if most is not None and most > (1 if count is None else count):
            field = "numberRelOfferUpperLimit"
            node.findings.count("exchange.not_kept", part.path, Severity.WARNING, field)
        components += [
            BundleComponent(one.charge, 1 if count is None else count, one.kind) for one in monthly
        ]
    return _Held(tuple(components), tuple(members))


def _monthly(part: JsonNode, offering: ProductOffering | None) -> list[BundleComponent]:
    """One of each recurring charge of an offering.

    One with findings of its own is not there; they are told at its own place.
    """
    charges = offering.charges if offering is not None else ()
    monthly = [charge for charge in charges if charge.type is ChargeType.RECURRING]
    if charges and not monthly:
        part.findings.count("exchange.part_not_recurring", part.path, Severity.WARNING)
    return [BundleComponent(charge.code, 1, kind_of(charge)) for charge in monthly]


def _choices(members: tuple[GroupMember, ...]) -> tuple[OptionGroup, ...]:
    """The group of what may be added; none when there is nothing."""
    if not members:
        return ()
    once = tuple({member.charge: member for member in members}.values())
    return (OptionGroup(_OPTIONAL, LocalText("可选项", "Options"), once),)


def is_bundle(node: JsonNode) -> bool:
    """Whether an offering holds others."""
    return node.flag("isBundle", otherwise=node.has("bundledProductOffering"))


def _check_counts(node: JsonNode, counts: tuple[OfferingCount, ...]) -> None:
    """The numbers of offerings must be those that follow from the charges, or somebody erred."""
    follow = {count.offering: count for count in counts}
    parts = {part.text("id"): part for part in node.children("bundledProductOffering")}
    for code in {**follow, **parts}:
        wanted, part = follow.get(code), parts.get(code)
        if wanted is not None and part is not None:
            least, default, most = _numbers(part)
            if (least, default, most) == (wanted.least, wanted.usual, wanted.most):
                continue
        node.problem("exchange.bundle_contradicts", "bundledProductOffering", offering=code)


def _numbers(part: JsonNode) -> tuple[int | None, int | None, int | None]:
    """Least, usual and largest number of an offering in a bundle, as far as they are given."""
    option = part.child("bundledProductOfferingOption")
    if option is None:
        return None, None, None
    return (
        option.count("numberRelOfferLowerLimit"),
        option.count("numberRelOfferDefault"),
        option.count("numberRelOfferUpperLimit"),
    )


def _option(option: JsonNode) -> BundleOption:
    return BundleOption(
        charge=needed_text(option, "charge"),
        price=_price(option),
        note=local_text(option, "note"),
        most=option.count("most") or 0,
        waives=option.texts("waives"),
    )


def _condition(part: JsonNode) -> Condition:
    measure = needed_text(part, "measure")
    return Condition(measure, part.number("least"), part.number("most"), part.texts("oneOf"))


def _price(node: JsonNode) -> Decimal:
    """A price that must be there; 0, with a finding, when it is not."""
    number = node.number("price")
    if number is None and not node.given("price"):
        node.problem("import.price_missing", "price")
    return Decimal(0) if number is None else number
