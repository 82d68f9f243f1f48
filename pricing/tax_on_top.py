"""Charges whose list prices are without VAT: priced without it, VAT comes on top at the end.

Everything that alters such a charge is without VAT as well, by rule or by hand; then tax is the net
amount times the rate, rounded for the charge, and from there on all its figures include VAT
(vectors V38 to V42). What is taken off a whole quote needs one basis for all who bear it (V48):
where every firm charge of the quote is without VAT, the amount is without VAT and VAT comes last
(V47); otherwise VAT comes first and the amount includes it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.money import round_half_up
from pricing.rounding import tax_on
from pricing.tax import tax_ratio
from pricing.totals import with_sums
from pricing.trail import StepNote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.market import Market
    from pricing.priced import PricedCharge, PricedItem
    from pricing.stages import Stage

_MICRO = 10**6


def all_without_tax(market: Market, items: Sequence[PricedItem]) -> bool:
    """Whether every charge of the firm items has a list price without VAT."""
    return all(
        not item.is_bundle and all(one.code in market.without_tax for one in item.charges)
        for item in items
        if not item.optional
    )


def with_tax(market: Market, items: Sequence[PricedItem], stage: Stage) -> tuple[PricedItem, ...]:
    """The items with VAT on top of the charges priced without; schedules do not follow.

    Args:
        market: Lookups that the items were priced with.
        items: As priced.
        stage: Before or after what is taken off the whole quote.
    """
    return tuple([_item(market, item, stage) for item in items])


def _item(market: Market, item: PricedItem, stage: Stage) -> PricedItem:
    if item.is_bundle or not any(one.code in market.without_tax for one in item.charges):
        return item
    charges = tuple([_charge(market, one, stage) for one in item.charges])
    return with_sums(item, charges)


def _charge(market: Market, charge: PricedCharge, stage: Stage) -> PricedCharge:
    listed = market.listed(charge.code)
    rate = listed.on_top if listed is not None else None
    if rate is None:
        return charge
    net, published = charge.net_amount, charge.published_price
    tax = tax_on(net, rate)
    shown = {"rate": f"{(rate * 100).normalize():f}"}
    note = StepNote(stage, "step.tax_on_top", "", shown)
    return msgspec.structs.replace(
        charge,
        list_price=_price(charge.list_price, rate),
        published_price=None if published is None else _price(published, rate),
        list_amount=charge.list_amount + tax_on(charge.list_amount, rate),
        published_amount=charge.published_amount + tax_on(charge.published_amount, rate),
        net_amount=net + tax,
        net_ex_tax=net,
        tax=tax,
        tax_rate=rate,
        trail=charge.trail.then(note, net + tax) if tax else charge.trail,
    )


def _price(price: Decimal, rate: Decimal) -> Decimal:
    """A price of a unit with VAT, to six decimals."""
    numerator, denominator = tax_ratio(rate)
    whole, part = price.as_integer_ratio()
    micro = round_half_up(whole * _MICRO * numerator, part * denominator)
    return Decimal(micro).scaleb(-6)
