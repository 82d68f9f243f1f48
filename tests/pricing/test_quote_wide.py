"""A discount on the whole quote: what bears it, how far, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.charge import PriceRegulation
from catalog.offering import BundleOption
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.item import ItemCharge
from pricing.quote_wide import QuoteDiscount, Target
from pricing.stages import Stage
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_line,
    an_item,
    an_offering,
    codes_of,
    only_charge,
)
from tests.pricing.rule_builders import a_line_at, a_policy, d, priced_by

if TYPE_CHECKING:
    from pricing.priced import PricedQuote

ONCE, YEAR, USE = BillingPeriod.ONCE, BillingPeriod.YEAR, BillingPeriod.PER_USE
EVERY = an_offering(
    a_charge("LINE.RENT", "100.00", cost="0"),
    a_charge("LINE.INST", "50.00", period=ONCE, cost="0"),
    a_charge("LINE.YEAR", "60.00", period=YEAR, cost="0"),
    a_charge("LINE.USE", "1.00", period=USE, cost="0"),
)
ALL = an_item("LINE", 1, *(ItemCharge(c.code, 1) for c in EVERY.charges))


def nets(quote: PricedQuote) -> list[int]:
    """Net fen of all charges in their order."""
    return [charge.net_amount for item in quote.items for charge in item.charges]


@pytest.mark.parametrize(
    ("discount", "left"),
    [
        (QuoteDiscount(percent=d(10)), 9_000),
        (QuoteDiscount(percent=d("0.005")), 9_999),
        (QuoteDiscount(percent=d("0.0049")), 10_000),
        (QuoteDiscount(percent=d(100)), 0),
        (QuoteDiscount(amount=1), 9_999),
        (QuoteDiscount(total=1), 1),
        (QuoteDiscount(total=0), 0),
        (QuoteDiscount(total=10_000), 10_000),
        (QuoteDiscount(total=10_001), 10_000),
        (QuoteDiscount(), 10_000),
    ],
)
def test_it_is_a_percentage_an_amount_or_what_shall_be_left(
    discount: QuoteDiscount, left: int
) -> None:
    """Of 100.00 a month; half a fen is rounded up, a total that is lower already stays."""
    quote = priced_by(a_policy(), a_line_at("100.00"), a_line(), discount=discount)
    assert (nets(quote), quote.problems) == ([left], ())


@pytest.mark.parametrize(
    ("target", "expected"),
    [(Target.MONTHLY, [9_000, 5_000, 6_000, 100]), (Target.ONE_TIME, [10_000, 4_500, 6_000, 100])],
)
def test_it_is_taken_off_one_kind_of_charges(target: Target, expected: list[int]) -> None:
    """Ten percent of the monthly or of the one-time charges; never of usage or yearly ones."""
    quote = priced_by(
        a_policy(), a_catalog(EVERY), ALL, discount=QuoteDiscount(target, percent=d(10))
    )
    assert nets(quote) == expected


def test_its_step_comes_last_and_names_its_share_of_the_published_amount() -> None:
    """100.00, 90.00 by hand, then 4.50 off: 4.5 % of what was published."""
    line = a_line(1, Percentage(d(10)))
    discount = QuoteDiscount(percent=d(5))
    charge = only_charge(priced_by(a_policy(), a_line_at("100.00"), line, discount=discount))
    step = charge.steps[-1]
    assert (step.stage, step.code, step.source) == (
        Stage.QUOTE_WIDE,
        "step.quote_discount",
        "quote",
    )
    assert (step.change, step.result, step.parameters) == (-450, 8_550, {"percent": "4.50"})
    assert (charge.net_ex_tax, charge.tax) == (7_844, 706)
    assert charge.published_amount == 10_000


def test_optional_items_and_subsidies_bear_nothing() -> None:
    """10.00 off: all of it on the one charge that is bought and costs something."""
    catalog = a_catalog(
        an_offering(a_charge("LINE.RENT", "100.00", cost="0")),
        an_offering(a_charge("GIFT.RENT", "-50.00", cost="0")),
    )
    items = [
        a_line(),
        a_line(item_id="i2", optional=True),
        a_line(code="GIFT.RENT", item_id="i3"),
    ]
    quote = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(amount=1_000))
    assert nets(quote) == [9_000, 10_000, -5_000]
    share = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(percent=d(10)))
    assert nets(share) == [9_500, 10_000, -5_000]


def _regulated(regulation: PriceRegulation) -> tuple[PricedQuote, ...]:
    catalog = a_catalog(
        an_offering(a_charge("LINE.RENT", "100.01", cost="0", regulation=regulation))
    )
    return tuple(
        priced_by(a_policy(), catalog, a_line(), discount=QuoteDiscount(amount=amount))
        for amount in (1_500, 1_501)
    )


def test_a_guided_price_keeps_its_band() -> None:
    """85 % of 100.01 is 85.0085, rounded up 85.01: 15.00 may be taken, 15.01 may not."""
    most, more = _regulated(PriceRegulation.GUIDED)
    assert (nets(most), codes_of(most)) == ([8_501], [])
    assert (nets(more), codes_of(more)) == ([10_001], ["price.quote_discount_too_large"])
    (problem,) = more.problems
    assert problem.parameters == {"amount": "1501", "most": "1500"}
    assert (problem.where.subject, problem.where.column) == ("", "discount")


def test_a_fixed_price_is_not_touched() -> None:
    """Nothing at all can be taken."""
    for quote in _regulated(PriceRegulation.FIXED):
        assert codes_of(quote) == ["price.quote_discount_too_large"]
        assert quote.problems[0].parameters["most"] == "0"


def test_the_band_of_a_guided_price_is_that_of_the_option_price() -> None:
    """20.00 published by the bundle, 15 % of it at most: 3.00 beside the bundle's own 0."""
    bundle = a_bundle(options=(BundleOption("LINE.RENT", d("20.00")),))
    guided = a_charge(regulation=PriceRegulation.GUIDED, cost="0")
    catalog = a_catalog(an_offering(guided), bundles=[bundle])
    items = (a_line(), an_item("PACK", item_id="i2"))
    quote = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(amount=300))
    assert quote.items[0].monthly.net_amount == 1_700
    refused = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(amount=301))
    assert refused.problems[-1].parameters["most"] == "300"


def test_a_band_that_a_discount_by_hand_has_used_leaves_nothing() -> None:
    """20 % by hand is below the band already; the cap is nothing, never less."""
    guided = a_charge("LINE.RENT", "100.00", cost="0", regulation=PriceRegulation.GUIDED)
    line = a_line(1, Percentage(d(20)))
    quote = priced_by(
        a_policy(), a_catalog(an_offering(guided)), line, discount=QuoteDiscount(amount=1)
    )
    assert codes_of(quote) == ["price.below_band", "price.quote_discount_too_large"]
    assert quote.problems[1].parameters["most"] == "0"


def test_a_recurring_charge_keeps_the_floor_margin() -> None:
    """Cost 70.00 at 15 %: net 82.36, with 9 % VAT at least 89.77; one-time charges have none."""
    catalog = a_catalog(
        an_offering(
            a_charge("LINE.RENT", "109.00", cost="70.00"),
            a_charge("LINE.INST", "109.00", cost="70.00", period=ONCE),
        )
    )
    policy = a_policy(floor_margin=Decimal(15))
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), ItemCharge("LINE.INST", 1))
    most = priced_by(policy, catalog, item, discount=QuoteDiscount(amount=10_900 - 8_977))
    assert (nets(most), codes_of(most)) == ([8_977, 10_900], [])
    charge = most.items[0].charges[0]
    assert charge.net_ex_tax == 8_236
    more = priced_by(policy, catalog, item, discount=QuoteDiscount(amount=10_900 - 8_976))
    assert codes_of(more) == ["price.quote_discount_too_large"]
    once = QuoteDiscount(Target.ONE_TIME, amount=10_900)
    assert nets(priced_by(policy, catalog, item, discount=once)) == [10_900, 0]


def _pack(percent: str, filing_number: str) -> tuple[PricedQuote, PricedQuote]:
    """A bundle at 199.00 that may be lowered by 5 %: at its limit of 9.95, and a fen beyond."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "100.00")),
        an_offering(a_charge("B.RENT", "149.00", regulation=PriceRegulation.GUIDED)),
        bundles=[
            a_bundle(
                parts=[("A.RENT", 1), ("B.RENT", 1)],
                most_extra_discount=d(5),
                filing_number=filing_number,
            )
        ],
    )
    item = an_item("PACK", alterations=(Percentage(d(percent)),) if percent else ())
    left = 995 - round(19_900 * int(percent or 0) / 100)
    first, second = (
        priced_by(a_policy(guided_band=d(25)), catalog, item, discount=QuoteDiscount(amount=taken))
        for taken in (left, left + 1)
    )
    return first, second


@pytest.mark.parametrize("percent", ["", "2"])
def test_a_bundle_bears_what_its_largest_extra_discount_leaves(percent: str) -> None:
    """9.95 in all, whether by hand or over the quote, allocated like its price."""
    most, more = _pack(percent, "F-1")
    assert codes_of(most) == []
    assert nets(most) == [7_592, 11_313]
    assert [charge.published_amount for charge in most.items[0].charges] == [7_992, 11_908]
    assert codes_of(more) == ["price.quote_discount_too_large"]
    assert sum(nets(most)) == 19_900 - 995


def test_a_guided_component_pushed_below_its_band_needs_a_filing_number() -> None:
    """199 of 249 keeps 79.92 %, less 5 % only 75.93 %: allowed at 25 %, not at 24 %."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "100.00")),
        an_offering(a_charge("B.RENT", "149.00", regulation=PriceRegulation.GUIDED)),
        bundles=[a_bundle(parts=[("A.RENT", 1), ("B.RENT", 1)], most_extra_discount=d(5))],
    )
    for band, codes in (("24.08", []), ("24.07", ["bundle.filing_number_missing"])):
        quote = priced_by(
            a_policy(guided_band=d(band)),
            catalog,
            an_item("PACK"),
            discount=QuoteDiscount(amount=995),
        )
        assert codes_of(quote) == codes
        assert [c.below_band for c in quote.items[0].charges] == [False, bool(codes)]
        assert [p.parameters for p in quote.problems] == [{"charge": "B.RENT"}] * len(codes)
        assert [p.where.subject for p in quote.problems] == ["i1"] * len(codes)


def test_a_component_below_its_band_before_is_told_once() -> None:
    """The bundle itself is at fault, not the discount; with a filing number nothing is."""
    catalogs = [
        a_catalog(
            an_offering(a_charge("B.RENT", "249.00", regulation=PriceRegulation.GUIDED)),
            bundles=[
                a_bundle(parts=[("B.RENT", 1)], most_extra_discount=d(5), filing_number=number)
            ],
        )
        for number in ("", "F-1")
    ]
    found = [
        codes_of(priced_by(a_policy(), c, an_item("PACK"), discount=QuoteDiscount(amount=995)))
        for c in catalogs
    ]
    assert found == [["bundle.filing_number_missing"], []]


def test_published_one_time_prices_of_a_bundle_stay() -> None:
    """Nothing bears a one-time discount."""
    catalog = a_catalog(bundles=[a_bundle(most_extra_discount=d(50))])
    once = QuoteDiscount(Target.ONE_TIME, amount=1)
    quote = priced_by(a_policy(), catalog, an_item("PACK"), discount=once)
    assert quote.problems[0].parameters == {"amount": "1", "most": "0"}


def test_sums_and_schedules_follow() -> None:
    """An item's sums are those of its new charges, and so are the totals."""
    quote = priced_by(
        a_policy(), a_line_at("100.00"), a_line(), discount=QuoteDiscount(percent=d(10))
    )
    (item,) = quote.items
    assert item.monthly.net_amount == 9_000 == quote.totals.monthly.net_amount
    assert item.monthly.published_amount == 10_000
    assert quote.totals.contract.net_amount == 12 * 9_000


@pytest.mark.parametrize(
    "discount",
    [
        QuoteDiscount(percent=d("NaN")),
        QuoteDiscount(percent=d("Infinity")),
        QuoteDiscount(percent=d("-Infinity")),
        QuoteDiscount(percent=d("100.01")),
        QuoteDiscount(percent=d("-0.01")),
        QuoteDiscount(amount=-1),
        QuoteDiscount(total=-1),
    ],
)
def test_what_makes_no_sense_is_told_and_not_applied(discount: QuoteDiscount) -> None:
    """With its place; the price stays."""
    quote = priced_by(a_policy(), a_line_at("100.00"), a_line(), discount=discount)
    assert nets(quote) == [10_000]
    assert codes_of(quote) == ["price.alteration_out_of_range"]
    assert quote.problems[0].where.column == "discount"


def test_a_price_raised_by_hand_may_fall_to_nothing_again() -> None:
    """The floor of a market price is nothing, whatever was typed."""
    line = a_line(1, TargetPrice(d(120)))
    quote = priced_by(a_policy(), a_line_at("100.00"), line, discount=QuoteDiscount(amount=12_000))
    assert nets(quote) == [0]


def test_never_more_than_the_three_ways_to_say_it_never_less_than_nothing() -> None:
    """The value itself keeps a negative amount away from the charges."""
    assert QuoteDiscount(amount=-5).taken(100) == 0
    assert QuoteDiscount(total=150).taken(100) == 0
    assert QuoteDiscount(percent=d(10)).taken(-100) == 0
    assert QuoteDiscount(percent=d(10)).taken(105) == 11
