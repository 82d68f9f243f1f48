"""What bears a share of an amount off the whole quote; the shares: test_quote_wide.py."""

from __future__ import annotations

from catalog.bundle import BundleOneTime, PricingForm
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.bearers import bearers_of, reach_of
from pricing.quote_wide import QuoteDiscount
from tests.builders import a_bundle, a_catalog, a_charge, a_line, an_item, an_offering
from tests.pricing.rule_builders import a_policy, d, priced_by

CATALOG = a_catalog(
    an_offering(
        a_charge("A.FEE", "100.00", cost="0"),
        a_charge("A.ONCE", "50.00", period=BillingPeriod.ONCE, cost="0"),
        a_charge("A.YEAR", "120.00", period=BillingPeriod.YEAR, cost="0"),
        a_charge("A.CALL", "1.00", period=BillingPeriod.PER_USE, cost="0"),
        a_charge("A.SUBS", "-10.00", cost="0"),
        a_charge("A.STATE", "10.00", regulation=PriceRegulation.FIXED),
        a_charge("A.BAND", "10.00", regulation=PriceRegulation.GUIDED),
    ),
    bundles=[a_bundle("200.00", [("A.FEE", 1)], most_extra_discount=d(10))],
)


def caps(code: str, period: BillingPeriod, *, optional: bool = False) -> list[int]:
    """What may be taken off an item with one charge, or off a bundle."""
    item = a_line(code=code, optional=optional) if "." in code else an_item(code)
    quote = priced_by(a_policy(), CATALOG, item)
    return [
        bearer.cap
        for one in quote.items
        for bearer in bearers_of(one, period, a_policy(), lambda _: d(10))
    ]


def test_a_charge_bears_a_share_in_its_own_period() -> None:
    """Months, years and one-time charges apart; usage and options bear nothing."""
    month, once, year = BillingPeriod.MONTH, BillingPeriod.ONCE, BillingPeriod.YEAR
    assert caps("A.FEE", month) == [10_000]
    assert caps("A.FEE", once) == []
    assert caps("A.ONCE", once) == [5_000]
    assert caps("A.YEAR", year) == [12_000]
    assert caps("A.CALL", BillingPeriod.PER_USE) == []
    assert caps("A.FEE", month, optional=True) == []


def test_a_floor_keeps_the_rest() -> None:
    """A fixed price and a subsidy keep all, a guided one its band of 15 %, a bundle 90 %."""
    month = BillingPeriod.MONTH
    assert caps("A.STATE", month) == [0]
    assert caps("A.SUBS", month) == [0]
    assert caps("A.BAND", month) == [150]
    assert caps("PACK", month) == [2_000]
    assert caps("PACK", BillingPeriod.ONCE) == []


def test_what_is_below_zero_adds_nothing_to_the_reach() -> None:
    """Only what costs something can become cheaper."""
    quote = priced_by(a_policy(), CATALOG, a_line(code="A.FEE"), a_line(code="A.SUBS", item_id="s"))
    bearers = [
        bearer
        for item in quote.items
        for bearer in bearers_of(item, BillingPeriod.MONTH, a_policy(), lambda _: d(0))
    ]
    assert reach_of(bearers) == 10_000


def test_a_state_price_inside_a_bundle_counts_and_bears_nothing() -> None:
    """100.00 and a state price of 10.00: 5 % of both is 5.50, and the market price bears it all."""
    catalog = a_catalog(
        an_offering(a_charge("A.FEE", "100.00", cost="0")),
        an_offering(a_charge("S.FEE", "10.00", regulation=PriceRegulation.FIXED)),
        bundles=[
            a_bundle(
                "0",
                [("A.FEE", 1), ("S.FEE", 1)],
                form=PricingForm.SUM,
                most_extra_discount=d(50),
            )
        ],
    )
    for discount in (QuoteDiscount(percent=d(5)), QuoteDiscount(total=10_450)):
        quote = priced_by(a_policy(), catalog, an_item("PACK"), discount=discount)
        assert [charge.net_amount for charge in quote.items[0].charges] == [9_450, 1_000]


def test_of_a_bundle_only_what_is_charged_by_the_month_bears_a_share() -> None:
    """Its one-time charge stays as published; a component at list price has 10 % of it to give."""
    box = an_offering(a_charge("I.BOX", "50.00", period=BillingPeriod.ONCE))
    bundle = a_bundle(
        "0",
        [("LINE.RENT", 4)],
        form=PricingForm.SUM,
        one_time=(BundleOneTime("I.BOX", 1, d("40.00")),),
    )
    catalog = a_catalog(an_offering(), box, bundles=[bundle])
    (item,) = priced_by(a_policy(), catalog, an_item("PACK")).items

    def found(period: BillingPeriod) -> list[tuple[list[str], int, int]]:
        bearers = bearers_of(item, period, a_policy(), lambda _: d(10))
        return [([c.code for c in one.charges], one.net, one.cap) for one in bearers]

    assert found(BillingPeriod.MONTH) == [(["LINE.RENT"], 10_000, 1_000)]
    assert found(BillingPeriod.ONCE) == []
