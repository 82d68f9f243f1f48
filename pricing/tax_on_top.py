"""Charges whose list prices are without VAT: priced without it, VAT comes on top at the end.

Everything that alters such a charge is without VAT as well, by rule or by hand; then tax is the net
amount times the rate, rounded for the charge, and from there on all its figures include VAT
(vectors V38 to V42). What is taken off a whole quote needs one basis for all who bear it (V48):
where every firm charge of the quote is without VAT, the amount is without VAT and VAT comes last
(V47); otherwise VAT comes first and the amount includes it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.money import round_half_up
from pricing.rounding import tax_on
from pricing.stages import Stage
from pricing.tax import tax_ratio
from pricing.totals import with_sums
from pricing.trail import StepNote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.market import Market
    from pricing.priced import PricedCharge, PricedItem

_MICRO = 10**6
_LISTED, _ON_TOP = "listed", "step.tax_on_top"


class UnitPrices(NamedTuple):
    """Prices of one unit without VAT, in yuan: by the list, and as charged (to four decimals)."""

    listed: Decimal
    net: Decimal


def prices_without_tax(charge: PricedCharge) -> UnitPrices | None:
    """What a unit costs without VAT, where the list price is without it; ``None`` otherwise.

    This is the basis of what is typed by hand: a price of 85 for a unit means 85 without VAT.
    """
    note = _on_top(charge)
    if note is None:
        return None
    listed = Decimal(note.parameters[_LISTED])
    if not charge.quantity:
        return UnitPrices(listed, listed)
    net = Decimal(round_half_up(charge.net_ex_tax * 100, charge.quantity)).scaleb(-4)
    return UnitPrices(listed, net)


def taken_off_without_tax(items: Sequence[PricedItem]) -> bool:
    """Whether an amount taken off the whole quote is without VAT: every firm charge is."""
    charges = [charge for item in items if not item.optional for charge in item.charges]
    notes = [_on_top(charge) for charge in charges]
    return bool(notes) and all(note is not None and note.stage is Stage.TAX_LAST for note in notes)


def _on_top(charge: PricedCharge) -> StepNote | None:
    """The step that put VAT on top of a charge."""
    moves = charge.trail.moves()
    return next((note for note, _, _ in moves if note.code == _ON_TOP), None)


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
    shown = {"rate": f"{(rate * 100).normalize():f}", _LISTED: f"{charge.list_price:f}"}
    note = StepNote(stage, _ON_TOP, "", shown)
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
        # of a price that is given away as well: the step says what its basis is
        trail=charge.trail.then(note, net + tax) if tax or charge.list_price else charge.trail,
    )


def _price(price: Decimal, rate: Decimal) -> Decimal:
    """A price of a unit with VAT, to six decimals."""
    numerator, denominator = tax_ratio(rate)
    whole, part = price.as_integer_ratio()
    micro = round_half_up(whole * _MICRO * numerator, part * denominator)
    return Decimal(micro).scaleb(-6)
