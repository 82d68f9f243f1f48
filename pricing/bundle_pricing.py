"""Price a bundle: its parts on the terms it publishes, in four forms (P3, P4, P7, P8).

Fixed: one published price, allocated over the components (largest remainder over list values).
Percent off: a percentage off each component, rounded for each. Component prices: a price of its
own for each. Sum: list prices. What the customer chose in option groups comes on terms of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.bundle import PricingForm
from catalog.charge import ChargeType
from catalog.money import amount_of, fen
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.allocation import allocate
from pricing.alterations.percentage import Percentage
from pricing.bundle_content import bundle_content
from pricing.bundle_parts import PartAmount, share_prices
from pricing.by_hand import shown_discount, taken_off
from pricing.priced import PricedCharge
from pricing.stages import Stage
from pricing.tax import without_tax
from pricing.trail import StepNote, Trail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.bundle import BundledOffering
    from catalog.money import Fen
    from pricing.alterations import Discount
    from pricing.bundle_content import BundlePart, HeldOneTime
    from pricing.item import QuoteItem
    from pricing.market import Market
    from pricing.policy import PricingPolicy


class PricedBundle(NamedTuple):
    """What pricing a bundle gives: its charges and the findings made."""

    charges: tuple[PricedCharge, ...]
    problems: tuple[Problem, ...]


def price_bundle(
    market: Market,
    policy: PricingPolicy,
    bundle: BundledOffering,
    item: QuoteItem,
    discount: Discount | None,
) -> PricedBundle:
    """All charges of an item's bundles; a discount is measured on what a month is published for."""
    where = Place(subject=item.id)
    content = bundle_content(market.catalog, bundle, item.choices)
    problems: list[Problem] = []
    amounts = [
        amount
        for part in content.parts
        if (amount := _listed(market, part, item.quantity, where, problems)) is not None
    ]
    if problems:
        return PricedBundle((), tuple(problems))
    if (not amounts and not bundle.groups) or not share_prices(amounts, content, item.quantity):
        # The import refuses such bundles; a quote must not fall over one all the same.
        named = {"offering": bundle.code}
        fault = Problem("bundle.cannot_be_allocated", where=where, parameters=named)
        return PricedBundle((), (fault,))
    for amount in amounts:
        for term in amount.part.terms:
            amount.follow(term)
        problems.extend(_altered(amount, where))
    if discount is not None:
        problems.extend(_discounted(bundle, amounts, item.quantity, discount, where))
    problems.extend(_too_much(bundle, amounts, where))
    charges = [amount.charge(policy.guided_band) for amount in amounts]
    below = _below(bundle, policy, amounts, where)
    for held in content.one_time:
        charge = _one_time(market, held, item.quantity, where, problems)
        if charge is not None:
            charges.append(charge)
    recurring = [charge for charge in charges if charge.type is not ChargeType.ONE_TIME]
    once = [charge for charge in charges if charge.type is ChargeType.ONE_TIME]
    return PricedBundle((*recurring, *once), (*below, *problems))


def _listed(
    market: Market, part: BundlePart, bundles: int, where: Place, problems: list[Problem]
) -> PartAmount | None:
    listed = market.listed_with_tax(part.charge)
    if listed is None or listed.rate is None:
        problems.append(_no_price(market, part.charge, where))
        return None
    return PartAmount(part, listed, listed.rate, bundles)


def _no_price(market: Market, code: str, where: Place) -> Problem:
    """Why a charge of the bundle has no price: it is unknown, has no list price or no VAT rate."""
    if market.listed_with_tax(code) is not None:
        why = "price.no_tax_rate"
    else:
        known = market.catalog.charge(code) is not None
        why = "price.no_list_price" if known else "price.unknown_charge"
    return Problem(why, where=where, parameters={"charge": code})


def _altered(amount: PartAmount, where: Place) -> tuple[Problem, ...]:
    """What is taken off one component by hand."""
    alteration = amount.part.alteration
    if alteration is None:
        return ()
    place = Place(subject=where.subject, column=amount.part.charge)
    if amount.is_set:
        return (Problem("price.fixed_altered", where=place),)
    taken = taken_off(alteration, amount.amount, amount.quantity)
    if taken is None:
        return (Problem("price.alteration_out_of_range", where=place),)
    if taken:
        before, net = amount.amount, amount.amount - taken
        code = f"step.{type(alteration).__struct_config__.tag}"
        amount.take(code, net, str(shown_discount(alteration, before, net) or 0))
    return ()


def _discounted(
    bundle: BundledOffering,
    amounts: Sequence[PartAmount],
    quantity: int,
    discount: Discount,
    where: Place,
) -> tuple[Problem, ...]:
    """A discount on the whole bundle: spread over what may be altered, as the price is."""
    open_ = [a for a in amounts if not a.is_set and not a.is_once and a.amount >= 0]
    whole = sum(amount.amount for amount in open_)
    taken = taken_off(discount, whole, quantity)
    if taken is None or taken < 0:
        return (Problem("price.alteration_out_of_range", where=where),)
    if not taken or not open_:
        return ()
    percent = str(shown_discount(discount, whole, whole - taken))
    shared = all(a.part.shares == bundle.code and a.published == a.amount for a in open_)
    weights = [a.list_amount if shared else a.amount for a in open_]
    for amount, net in zip(open_, allocate(whole - taken, weights), strict=True):
        if net != amount.amount:
            amount.take("step.bundle_discount", net, percent)
    return ()


def _too_much(
    bundle: BundledOffering, amounts: Sequence[PartAmount], where: Place
) -> tuple[Problem, ...]:
    """What is taken off by hand may not exceed what the bundle allows.

    Discounts on single components are limited by the authority over each, unless the bundle has
    one price for all of them.
    """
    counted = [a for a in amounts if not a.is_once]
    if bundle.form is not PricingForm.FIXED:
        counted = [a for a in counted if a.part.alteration is None]
    published: Fen = sum(amount.published for amount in counted)
    taken = published - sum(amount.amount for amount in counted)
    if taken <= Percentage(bundle.most_extra_discount).discount(published, 1):
        return ()
    most = {"most": str(bundle.most_extra_discount)}
    return (Problem("bundle.extra_discount_too_large", where=where, parameters=most),)


def _below(
    bundle: BundledOffering, policy: PricingPolicy, amounts: Sequence[PartAmount], where: Place
) -> list[Problem]:
    """Guided components below their band: published so, they need a filing number (P8)."""
    found = []
    for amount in amounts:
        if not amount.is_below(policy.guided_band):
            continue
        charge = amount.part.charge
        if not (amount.part.shares or amount.part.terms):
            place = Place(subject=where.subject, column=charge)
            band = {"band": str(policy.guided_band)}
            found.append(Problem("price.below_band", where=place, parameters=band))
        elif not bundle.filing_number:
            named = {"charge": charge}
            found.append(Problem("bundle.filing_number_missing", where=where, parameters=named))
    return found


def _one_time(
    market: Market, held: HeldOneTime, bundles: int, where: Place, problems: list[Problem]
) -> PricedCharge | None:
    listed = market.listed_with_tax(held.once.charge)
    if listed is None or listed.rate is None:
        problems.append(_no_price(market, held.once.charge, where))
        return None
    charge, quantity = listed.charge, held.times * bundles
    count = held.once.quantity * quantity
    list_amount = amount_of(listed.list_micro, count)
    net = fen(held.once.price) * quantity
    net_ex_tax = without_tax(net, listed.rate)
    published = StepNote(Stage.BUNDLE, "step.bundle_one_time", held.bundle)
    return PricedCharge(
        code=charge.code,
        name=listed.name,
        type=ChargeType.ONE_TIME,
        period=BillingPeriod.ONCE,
        unit=charge.unit,
        quantity=count,
        list_price=listed.list_price,
        published_price=None,
        list_amount=list_amount,
        published_amount=net,
        net_amount=net,
        net_ex_tax=net_ex_tax,
        tax=net - net_ex_tax,
        tax_rate=listed.rate,
        cost_amount=amount_of(listed.cost_micro, count),
        regulation=charge.regulation,
        trail=Trail((listed.note, published), (list_amount, net)),
        published_waiver=net == 0 and list_amount > 0,
    )
