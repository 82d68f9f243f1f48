"""Random quotes on a small catalogue that has every kind of charge, a bundle and a discount.

The catalogue is small on purpose: collisions (two items of one charge, an option price beside its
bundle, a requirement met and not met) must be frequent.
"""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from catalog.bundle import BundleOneTime, BundleOption
from catalog.charge import PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.period import BillingPeriod
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.item import ItemCharge, QuoteItem
from tests.builders import a_bundle, a_catalog, a_charge, a_part, an_offering

ONCE, YEAR, PER_USE = BillingPeriod.ONCE, BillingPeriod.YEAR, BillingPeriod.PER_USE

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "25.00", regulation=PriceRegulation.GUIDED),
        a_charge("LINE.INST", "100.00", period=ONCE, cost="82.57"),
        a_charge("LINE.LOCAL", "0.11", period=PER_USE, cost="0.0353"),
    ),
    an_offering(
        a_charge("NET.RENT", "99.99", cost="31.17"),
        a_charge("NET.INST", "66.67", period=ONCE),
        requires=("LINE",),
    ),
    an_offering(a_charge("CARD.YEAR", "300.00", period=YEAR, tax_class="six")),
    an_offering(a_charge("BOX.LEASE", "33.33", tax_class="thirteen", cost="30.00")),
    an_offering(a_charge("BOX2.SUBS", "-40.00", period=ONCE, tax_class="thirteen")),
    an_offering(a_charge("FREE.RENT", "0", cost="0")),
    an_offering(a_charge("STATE.RENT", "10.00", regulation=PriceRegulation.FIXED)),
    bundles=[
        a_bundle(
            "199.00",
            components=(
                a_part("LINE.RENT", 3),
                a_part("NET.RENT", 1),
                a_part("CARD.YEAR", 1, ComponentKind.YEARLY),
                a_part("LINE.LOCAL", 700, ComponentKind.ALLOWANCE),
                a_part("FREE.RENT", 2),
            ),
            one_time=(BundleOneTime("LINE.INST", 3, Decimal("50.00")),),
            options=(
                BundleOption("LINE.RENT", Decimal("20.00"), most=5, waives=("LINE.INST",)),
                BundleOption("BOX.LEASE", Decimal("0.3333")),
            ),
            most_extra_discount=Decimal(5),
        ),
        a_bundle("88.88", [("BOX.LEASE", 1), ("NET.RENT", 1)], code="PAIR", term=24),
    ],
)
"""Every kind of charge; two bundles, one with option prices, a waiver and a yearly part."""

OFFERINGS = tuple(offering.code for offering in CATALOG.content.offerings)
BUNDLES = ("PACK", "PAIR")

percents = st.decimals(0, 100, places=2)
discounts = st.one_of(
    percents.map(Percentage),
    st.integers(0, 100_000).map(AmountOff),
    st.decimals(0, 150, places=4).map(TargetPrice),
)
quantities = st.integers(1, 60)
terms = st.integers(1, 60)


@st.composite
def items(draw: st.DrawFn, item_id: str = "i1") -> QuoteItem:
    """A quote item whose offering is known and whose quantities make sense."""
    code = draw(st.sampled_from((*OFFERINGS, *BUNDLES)))
    optional = draw(st.booleans())
    free = draw(st.integers(0, 3))
    alterations = (FreeMonths(free),) if free else ()
    if code in BUNDLES:
        discount = draw(st.none() | discounts)
        altered = (discount, *alterations) if discount is not None else alterations
        return QuoteItem(item_id, code, draw(quantities), (), altered, optional=optional)
    offering = CATALOG.offering(code)
    assert offering is not None
    charges = tuple(
        ItemCharge(charge.code, draw(quantities), draw(st.none() | discounts))
        for charge in offering.charges
        if draw(st.booleans())
    )
    return QuoteItem(item_id, code, draw(quantities), charges, alterations, optional=optional)


@st.composite
def quotes(draw: st.DrawFn, most: int = 6) -> tuple[QuoteItem, ...]:
    """Some quote items, numbered i1, i2..."""
    count = draw(st.integers(0, most))
    return tuple(draw(items(f"i{number}")) for number in range(1, count + 1))
