"""The charges of a bundle: one published price, allocated over the components."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.bundle import ComponentKind
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.alterations import Discount
from tests.pricing.reference.charges import below, by_hand
from tests.pricing.reference.exact import fen_of, half_up, share_of, split
from tests.pricing.reference.figures import ChargeFigures
from tests.pricing.reference.prices import list_price, tax_rate

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.bundle import BundleComponent, BundledOffering, BundleOneTime
    from catalog.charge import Charge
    from pricing.item import QuoteItem
    from tests.pricing.reference.charges import Case, Finding


def bundle_charges(
    case: Case, bundle: BundledOffering, item: QuoteItem
) -> tuple[tuple[ChargeFigures, ...], list[Finding]]:
    """All charges of so many bundles, and what was found; nothing without all component prices."""
    known = [_known(case, part.charge) for part in bundle.components]
    missing = [(code, item.id, "") for code, _, _ in known if code]
    if missing:
        return (), missing
    published = fen_of(bundle.price, 1) * item.quantity
    net, found = _altered(item, published, bundle)
    listed = [
        _value(part, price, item.quantity)
        for part, (_, price, _) in zip(bundle.components, known, strict=True)
    ]
    charges = [
        _component(case, bundle, part, item.quantity, rate, *amounts)
        for part, (_, _, rate), *amounts in zip(
            bundle.components,
            known,
            listed,
            split(published, listed),
            split(net, listed),
            strict=True,
        )
    ]
    if not bundle.filing_number:
        low = [charge for charge in charges if charge.below_band]
        found += [("bundle.filing_number_missing", item.id, "")] * len(low)
    for once in bundle.one_time:
        code, price, rate = _known(case, once.charge)
        if code:
            found.append((code, item.id, ""))
        else:
            charges.append(_one_time(case, bundle, once, item.quantity, price, rate))
    return tuple(charges), found


def _altered(item: QuoteItem, published: int, bundle: BundledOffering) -> tuple[int, list[Finding]]:
    """The bundle's net price; a discount may not make it dearer."""
    discounts = [a for a in item.alterations if isinstance(a, Discount)]
    if not discounts:
        return published, []
    net = by_hand(discounts[0], published, item.quantity)
    if net is None or net > published:
        return published, [("price.alteration_out_of_range", item.id, "")]
    if published - net > share_of(bundle.most_extra_discount, published):
        return net, [("bundle.extra_discount_too_large", item.id, "")]
    return net, []


def _known(case: Case, code: str) -> tuple[str, Decimal, Decimal]:
    """Why a charge has no price, its list price and its VAT rate."""
    charge = case.charges[code]
    price, _ = list_price(case.content, case.context, charge)
    rate = tax_rate(case.content, case.context, charge)
    if price is None:
        return "price.no_list_price", charge.list_price, charge.list_price
    if rate is None:
        return "price.no_tax_rate", charge.list_price, charge.list_price
    return "", price, rate


def _value(part: BundleComponent, price: Decimal, bundles: int) -> int:
    """Fen at list price a month."""
    months = 12 if part.kind is ComponentKind.YEARLY else 1
    return half_up(Fraction(price) * 100 * part.quantity * bundles / months)


def _component(
    case: Case,
    bundle: BundledOffering,
    part: BundleComponent,
    bundles: int,
    rate: Decimal,
    listed: int,
    share: int,
    net: int,
) -> ChargeFigures:
    charge: Charge = case.charges[part.charge]
    steps = [(bundle.code, share - listed), ("MANUAL", net - share)]
    return ChargeFigures(
        charge.code,
        BillingPeriod.MONTH,
        usage=False,
        quantity=part.quantity * bundles,
        listed=listed,
        published=share,
        net=net,
        ex_tax=half_up(net / (1 + Fraction(rate))),
        rate=rate,
        cost=_value(part, charge.cost, bundles),
        base=share,
        steps=tuple(step for step in steps if step[1]),
        below_band=charge.regulation is PriceRegulation.GUIDED and below(case, listed, net),
    )


def _one_time(
    case: Case,
    bundle: BundledOffering,
    once: BundleOneTime,
    bundles: int,
    price: Decimal,
    rate: Decimal,
) -> ChargeFigures:
    count = once.quantity * bundles
    listed, net = fen_of(price, count), fen_of(once.price, 1) * bundles
    steps = ((bundle.code, net - listed),) if net != listed else ()
    return ChargeFigures(
        once.charge,
        BillingPeriod.ONCE,
        usage=False,
        quantity=count,
        listed=listed,
        published=net,
        net=net,
        ex_tax=half_up(net / (1 + Fraction(rate))),
        rate=rate,
        cost=fen_of(case.charges[once.charge].cost, count),
        base=net,
        steps=steps,
        waived=net == 0 < listed,
    )
