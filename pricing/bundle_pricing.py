"""Price a bundle: one published price, allocated over its components (P3, P4, P7, P8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.bundle import ComponentKind
from catalog.charge import ChargeType, PriceRegulation
from catalog.money import MICRO_PER_FEN, amount_of, fen, round_half_up
from catalog.period import MONTHS_PER_YEAR, BillingPeriod
from catalog.problem import Place, Problem
from pricing.allocation import allocate
from pricing.alterations.percentage import Percentage
from pricing.charge_pricing import shown_discount, taken_off
from pricing.priced import PricedCharge, PriceStep
from pricing.stages import Stage
from pricing.tax import without_tax

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.bundle import BundleComponent, BundledOffering, BundleOneTime
    from catalog.money import Fen
    from pricing.alterations import Discount
    from pricing.market import ListedCharge, Market
    from pricing.policy import PricingPolicy


class _Part(NamedTuple):
    """A component with its list value, cost and VAT rate for all bundles of the item."""

    component: BundleComponent
    listed: ListedCharge
    rate: Decimal
    quantity: int
    list_amount: Fen
    cost: Fen


class PricedBundle(NamedTuple):
    """What pricing a bundle gives: its charges and the findings made."""

    charges: tuple[PricedCharge, ...]
    problems: tuple[Problem, ...]


def price_bundle(
    market: Market,
    policy: PricingPolicy,
    bundle: BundledOffering,
    item_id: str,
    quantity: int,
    discount: Discount | None,
) -> PricedBundle:
    """All charges of ``quantity`` bundles; a discount is measured on the published price."""
    where = Place(subject=item_id)
    problems: list[Problem] = []
    parts = [
        part
        for component in bundle.components
        if (part := _part(market, component, quantity, where, problems)) is not None
    ]
    charges: list[PricedCharge] = []
    if problems:
        return PricedBundle((), tuple(problems))
    weights = [part.list_amount for part in parts]
    if not weights or min(weights) < 0:
        # The import refuses such bundles; a quote must not fall over one all the same.
        named = {"offering": bundle.code}
        return PricedBundle(
            (), (Problem("bundle.cannot_be_allocated", where=where, parameters=named),)
        )
    published = fen(bundle.price) * quantity
    taken = taken_off(discount, published, quantity) if discount is not None else 0
    if taken is None or taken < 0:
        problems.append(Problem("price.alteration_out_of_range", where=where))
        taken = 0
    percent = str(shown_discount(discount, published, published - taken))
    shares = allocate(published, weights)
    net_shares = allocate(published - taken, weights) if taken else shares
    for part, share, net in zip(parts, shares, net_shares, strict=True):
        charges.append(_component(policy, bundle, part, share, net, percent))
    for one_time in bundle.one_time:
        charge = _one_time(market, bundle, one_time, quantity, where, problems)
        if charge is not None:
            charges.append(charge)
    if not bundle.filing_number:
        problems.extend(_unfiled(charges, where))
    if taken > Percentage(bundle.most_extra_discount).discount(published, quantity):
        most = {"most": str(bundle.most_extra_discount)}
        problems.append(Problem("bundle.extra_discount_too_large", where=where, parameters=most))
    return PricedBundle(tuple(charges), tuple(problems))


def _part(
    market: Market,
    component: BundleComponent,
    quantity: int,
    where: Place,
    problems: list[Problem],
) -> _Part | None:
    listed = market.listed(component.charge)
    if listed is None or listed.rate is None:
        problems.append(_no_price(market, component.charge, where))
        return None
    count = component.quantity * quantity
    months = MONTHS_PER_YEAR if component.kind is ComponentKind.YEARLY else 1
    return _Part(
        component,
        listed,
        listed.rate,
        count,
        round_half_up(listed.list_micro * count, MICRO_PER_FEN * months),
        round_half_up(listed.cost_micro * count, MICRO_PER_FEN * months),
    )


def _no_price(market: Market, code: str, where: Place) -> Problem:
    """Why a charge of the bundle has no price: it is unknown, has no list price or no VAT rate."""
    if market.listed(code) is not None:
        why = "price.no_tax_rate"
    else:
        known = market.catalog.charge(code) is not None
        why = "price.no_list_price" if known else "price.unknown_charge"
    return Problem(why, where=where, parameters={"charge": code})


def _component(
    policy: PricingPolicy,
    bundle: BundledOffering,
    part: _Part,
    share: Fen,
    net: Fen,
    percent: str,
) -> PricedCharge:
    charge = part.listed.charge
    steps = [
        PriceStep(Stage.LIST, "step.list", part.listed.source, part.list_amount, part.list_amount),
        PriceStep(Stage.BUNDLE, "step.bundle_share", bundle.code, share - part.list_amount, share),
    ]
    if net != share:
        taken = {"percent": percent}
        steps.append(
            PriceStep(Stage.MANUAL, "step.bundle_discount", "manual", net - share, net, taken)
        )
    below = charge.regulation is PriceRegulation.GUIDED and net * 100 < part.list_amount * (
        100 - policy.guided_band
    )
    net_ex_tax = without_tax(net, part.rate)
    allowance = part.component.kind is ComponentKind.ALLOWANCE
    return PricedCharge(
        code=charge.code,
        name=part.listed.name,
        type=ChargeType.RECURRING,
        period=BillingPeriod.MONTH,
        unit=charge.unit,
        quantity=part.quantity,
        list_price=part.listed.list_price,
        published_price=None,
        list_amount=part.list_amount,
        published_amount=share,
        net_amount=net,
        net_ex_tax=net_ex_tax,
        tax=net - net_ex_tax,
        tax_rate=part.rate,
        cost_amount=part.cost,
        regulation=charge.regulation,
        steps=tuple(steps),
        below_band=below,
        allowance=allowance,
    )


def _one_time(
    market: Market,
    bundle: BundledOffering,
    one_time: BundleOneTime,
    quantity: int,
    where: Place,
    problems: list[Problem],
) -> PricedCharge | None:
    listed = market.listed(one_time.charge)
    if listed is None or listed.rate is None:
        problems.append(_no_price(market, one_time.charge, where))
        return None
    charge, count = listed.charge, one_time.quantity * quantity
    list_amount = amount_of(listed.list_micro, count)
    net = fen(one_time.price) * quantity
    net_ex_tax = without_tax(net, listed.rate)
    steps = (
        PriceStep(Stage.LIST, "step.list", listed.source, list_amount, list_amount),
        PriceStep(Stage.BUNDLE, "step.bundle_one_time", bundle.code, net - list_amount, net),
    )
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
        steps=steps,
        published_waiver=net == 0 and list_amount > 0,
    )


def _unfiled(charges: list[PricedCharge], where: Place) -> list[Problem]:
    """Guided components below their band need a filing number on the bundle (P8)."""
    return [
        Problem("bundle.filing_number_missing", where=where, parameters={"charge": charge.code})
        for charge in charges
        if charge.below_band
    ]
