"""List prices without VAT: it comes on top of each charge, before or after a discount on all.

What bundles publish includes VAT, so a charge that a bundle in the quote prices, waives or includes
is taken at its list price with VAT, to six decimals.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.component_kind import ComponentKind
from tests.pricing.reference.exact import half_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.bundle import BundledOffering
    from pricing.item import QuoteItem
    from tests.pricing.reference.charges import Case
    from tests.pricing.reference.figures import ChargeFigures

    Known = tuple[QuoteItem, tuple[ChargeFigures, ...]]


def with_vat(price: Decimal, rate: Decimal) -> Decimal:
    """A price of a unit with VAT, to a millionth of a yuan."""
    return Decimal(half_up(Fraction(price) * (1 + Fraction(rate)) * 10**6)).scaleb(-6)


def basis(
    case: Case, code: str, price: Decimal, rate: Decimal, *, included: bool
) -> tuple[Decimal, Decimal, Decimal | None]:
    """Unit price and rate that a charge is priced with, and the rate that comes on top."""
    if included:
        return price, rate, None
    if priced_by_a_bundle(case, code):
        return with_vat(price, rate), rate, None
    return price, Decimal(0), rate


def vat_on(amount: int, rate: Decimal) -> int:
    """Fen of VAT on top of an amount."""
    return half_up(amount * Fraction(rate))


def priced_by_a_bundle(case: Case, code: str) -> bool:
    """Whether a bundle in the quote publishes a price for a charge, or includes it as usage."""
    for bundle in case.lending:
        if any(code in (option.charge, *option.waives) for option in bundle.options):
            return True
        if any(code in _usage(one) for one in _inside(case, bundle)):
            return True
    return False


def _inside(case: Case, bundle: BundledOffering) -> Iterator[BundledOffering]:
    yield bundle
    for child in bundle.children:
        if child.bundle in case.bundles:
            yield case.bundles[child.bundle]


def _usage(bundle: BundledOffering) -> Iterator[str]:
    """Charges with a price beyond what is included, and those that may be included."""
    yield from (rate.charge for rate in bundle.overage)
    yield from (one.charge for one in bundle.components if one.kind is ComponentKind.ALLOWANCE)
    for group in bundle.groups:
        yield from (one.charge for one in group.members if one.kind is ComponentKind.ALLOWANCE)


def none_includes_vat(case: Case, known: Sequence[Known]) -> bool:
    """Whether every firm charge is without VAT, so that a discount on all is without it as well."""
    return all(
        item.offering not in case.bundles and all(one.on_top is not None for one in charges)
        for item, charges in known
        if not item.optional
    )


def vat_added(known: Sequence[Known]) -> list[Known]:
    """The items with VAT on top of the charges that are without."""
    return [(item, tuple(_added(one) for one in charges)) for item, charges in known]


def _added(charge: ChargeFigures) -> ChargeFigures:
    rate = charge.on_top
    if rate is None:
        return charge._replace(rated=False)
    tax = vat_on(charge.net, rate)
    listed = charge.listed + vat_on(charge.listed, rate)
    return charge._replace(
        listed=listed,
        published=charge.published + vat_on(charge.published, rate),
        net=charge.net + tax,
        ex_tax=charge.net,
        rate=rate,
        base=charge.base if charge.rated else listed,
        steps=(*charge.steps, ("TAX", tax)) if tax else charge.steps,
        on_top=None,
        rated=False,
    )
