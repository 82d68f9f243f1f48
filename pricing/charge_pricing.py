"""Price one charge of a single offering: list amount down to net amount, a step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import amount_of, decimal_percent, percent_of
from catalog.problem import Place, Problem, Severity
from pricing.alterations.percentage import Percentage
from pricing.priced import PricedCharge, PriceStep
from pricing.stages import Stage
from pricing.tax import without_tax

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.money import Fen
    from pricing.alterations import Discount
    from pricing.item import ItemCharge
    from pricing.market import ListedCharge, Market
    from pricing.policy import PricingPolicy

MOST_QUANTITY = 10_000_000
"""A larger quantity is a typing error, not an order."""
_WHOLE = 100


def price_charge(
    market: Market, policy: PricingPolicy, item_id: str, quoted: ItemCharge
) -> tuple[PricedCharge | None, tuple[Problem, ...]]:
    """One charge with its steps, and the findings made; no charge when it has no price.

    A missing price or tax rate is a finding and prices nothing: never a silent zero.
    """
    where = Place(subject=item_id, column=quoted.code)
    listed = market.listed(quoted.code)
    if listed is None:
        return None, (Problem("price.unknown_charge", where=where, parameters=_code(quoted)),)
    if listed.rate is None:
        return None, (Problem("price.no_tax_rate", where=where, parameters=_code(quoted)),)
    if not 0 <= quoted.quantity <= MOST_QUANTITY:
        count = {**_code(quoted), "quantity": str(quoted.quantity)}
        return None, (Problem("price.quantity_out_of_range", where=where, parameters=count),)
    return _waterfall(market, policy, listed, listed.rate, quoted, where)


def _waterfall(
    market: Market,
    policy: PricingPolicy,
    listed: ListedCharge,
    rate: Decimal,
    quoted: ItemCharge,
    where: Place,
) -> tuple[PricedCharge, tuple[Problem, ...]]:
    charge, quantity = listed.charge, quoted.quantity
    list_amount = amount_of(listed.list_micro, quantity)
    steps = [PriceStep(Stage.LIST, "step.list", market.catalog.version, list_amount, list_amount)]
    published, published_price, waived = list_amount, charge.list_price, False
    option = market.option(charge.code)
    waiver = market.waiver(charge.code) if charge.type is ChargeType.ONE_TIME else None
    if option is not None:
        published = amount_of(option.micro, quantity)
        published_price = option.option.price
        change = published - list_amount
        steps.append(
            PriceStep(Stage.BUNDLE, "step.option_price", option.bundle.code, change, published)
        )
    elif waiver is not None:
        published, waived = 0, True
        steps.append(PriceStep(Stage.BUNDLE, "step.published_waiver", waiver.code, -list_amount, 0))
    net = published
    problems: tuple[Problem, ...] = ()
    if quoted.alteration is not None and not waived:
        net, step, problems = _altered(quoted.alteration, published, quantity, where)
        steps.extend(step)
        problems += _regulated(policy, charge.regulation, published, net, where)
    net_ex_tax = without_tax(net, rate)
    return PricedCharge(
        code=charge.code,
        name=listed.name,
        type=charge.type,
        period=charge.period,
        unit=charge.unit,
        quantity=quantity,
        list_price=charge.list_price,
        published_price=published_price,
        list_amount=list_amount,
        published_amount=published,
        net_amount=net,
        net_ex_tax=net_ex_tax,
        tax=net - net_ex_tax,
        tax_rate=rate,
        cost_amount=amount_of(listed.cost_micro, quantity),
        regulation=charge.regulation,
        steps=tuple(steps),
        discount=shown_discount(quoted.alteration, published, net),
        published_waiver=waived,
    ), problems


def _altered(
    alteration: Discount, published: Fen, quantity: int, where: Place
) -> tuple[Fen, tuple[PriceStep, ...], tuple[Problem, ...]]:
    """The amount after a manual alteration; one that makes no sense is reported, not applied."""
    taken = alteration.discount(published, quantity)
    too_much = taken > published if published >= 0 else taken < published
    out_of_range = isinstance(alteration, Percentage) and not 0 <= alteration.percent <= _WHOLE
    if too_much or out_of_range:
        return published, (), (Problem("price.alteration_out_of_range", where=where),)
    if not taken:
        return published, (), ()
    net = published - taken
    code = f"step.{type(alteration).__struct_config__.tag}"
    shown = {"percent": str(decimal_percent(percent_of(taken, abs(published))))}
    return net, (PriceStep(Stage.MANUAL, code, "manual", -taken, net, shown),), ()


def _regulated(
    policy: PricingPolicy, regulation: PriceRegulation, published: Fen, net: Fen, where: Place
) -> tuple[Problem, ...]:
    """Price regulation limits every alteration before authority does (P8)."""
    if regulation is PriceRegulation.FIXED and net != published:
        return (Problem("price.fixed_altered", where=where),)
    if regulation is PriceRegulation.GUIDED and _below_band(policy, published, net):
        band = {"band": str(policy.guided_band)}
        return (Problem("price.below_band", Severity.ERROR, where, band),)
    return ()


def _below_band(policy: PricingPolicy, full: Fen, net: Fen) -> bool:
    return net * _WHOLE < full * (_WHOLE - policy.guided_band)


def shown_discount(alteration: Discount | None, published: Fen, net: Fen) -> Decimal | None:
    """Percent given away by hand, for showing: as typed, or derived from the amounts."""
    if isinstance(alteration, Percentage):
        return alteration.percent
    if alteration is None or not published:
        return None
    return decimal_percent(percent_of(published - net, abs(published)))


def _code(quoted: ItemCharge) -> dict[str, str]:
    return {"charge": quoted.code}
