"""Charges that cost a percentage of other charges, such as maintenance at 8 % of the equipment.

They are priced after the others: the base is the net amount of the charges in the rule's scope of
one billing period, optional items and charges that depend themselves left out, so there is no
circle. Worked example: monthly charges of 600.00 and 400.00, a service at 8 percent: 80.00.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType
from catalog.money import Fen, round_half_up
from pricing.priced import PricedCharge, PricedItem, PriceStep
from pricing.rule import PercentOfOthers
from pricing.stages import Stage
from pricing.tax import without_tax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.product_catalog import ProductCatalog
    from pricing.rulebook import ReadyRule, Rulebook


def price_dependents(
    catalog: ProductCatalog, rulebook: Rulebook, items: Sequence[PricedItem]
) -> tuple[PricedItem, ...]:
    """The items with every dependent charge set to its share; the same items when none depends.

    Only the charges change; the sums of the items are the caller's business.
    """
    changed = []
    for item in items:
        charges = tuple(_priced(catalog, rulebook, items, charge) for charge in item.charges)
        same = all(new is old for new, old in zip(charges, item.charges, strict=True))
        changed.append(item if same else msgspec.structs.replace(item, charges=charges))
    return tuple(changed)


def _priced(
    catalog: ProductCatalog,
    rulebook: Rulebook,
    items: Sequence[PricedItem],
    charge: PricedCharge,
) -> PricedCharge:
    rule = _dependence(catalog, rulebook, charge)
    if rule is None:
        return charge
    alteration = rule.rule.alteration
    assert isinstance(alteration, PercentOfOthers)  # noqa: S101 (``_dependence`` finds no other)
    base = sum(
        other.net_amount
        for item in items
        if not item.optional
        for other in item.charges
        if other.period is charge.period
        and other.type is not ChargeType.USAGE
        and _covers(catalog, alteration, other)
        and _dependence(catalog, rulebook, other) is None
    )
    share = Fraction(alteration.percent) * max(0, base) / 100  # subsidies make no negative price
    return _set(charge, rule, round_half_up(share.numerator, share.denominator))


def _set(charge: PricedCharge, rule: ReadyRule, amount: Fen) -> PricedCharge:
    """The charge at another amount; what was given away by hand before is taken from it again."""
    taken = charge.published_amount - charge.net_amount
    scaled = Fraction(taken * amount, charge.published_amount) if charge.published_amount else 0
    net = amount - round_half_up(Fraction(scaled).numerator, Fraction(scaled).denominator)
    net_ex_tax = without_tax(net, charge.tax_rate)
    steps = [
        PriceStep(
            Stage.ATTRIBUTE,
            "step.rule",
            rule.rule.id,
            amount - charge.list_amount,
            amount,
            rule.names,
        )
    ]
    if net != amount:
        last = charge.steps[-1]
        steps.append(
            PriceStep(last.stage, last.code, last.source, net - amount, net, last.parameters)
        )
    return msgspec.structs.replace(
        charge,
        published_amount=amount,
        net_amount=net,
        net_ex_tax=net_ex_tax,
        tax=net - net_ex_tax,
        steps=(charge.steps[0], *steps),
    )


def _dependence(
    catalog: ProductCatalog, rulebook: Rulebook, charge: PricedCharge
) -> ReadyRule | None:
    """The rule that makes a charge depend on others; the first in order of application."""
    known, owner = catalog.charge(charge.code), catalog.owner(charge.code)
    if known is None or owner is None:
        return None
    for one in rulebook.rules_for(owner, known).always:
        if isinstance(one.rule.alteration, PercentOfOthers):
            return one
    return None


def _covers(catalog: ProductCatalog, alteration: PercentOfOthers, charge: PricedCharge) -> bool:
    known, owner = catalog.charge(charge.code), catalog.owner(charge.code)
    return known is not None and owner is not None and alteration.others.covers(owner, known)
