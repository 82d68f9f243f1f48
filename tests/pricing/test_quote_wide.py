"""A discount on the whole quote: what bears it, how far, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.bundle import BundleOption
from catalog.charge import PriceRegulation
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
        (QuoteDiscount(percent=d(0)), 10_000),
        (QuoteDiscount(amount=0), 10_000),
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


def test_shares_of_what_had_no_price_are_shown_as_nothing() -> None:
    """A free charge raised to 10.00 by hand: no percentage of nothing, before or after."""
    line = a_line(1, TargetPrice(d(10)))
    discount = QuoteDiscount(amount=400)
    charge = only_charge(priced_by(a_policy(), a_line_at("0"), line, discount=discount))
    assert charge.net_amount == 600
    assert [step.parameters["percent"] for step in charge.steps[1:]] == ["0", "0.00"]


def test_never_more_than_the_three_ways_to_say_it_never_less_than_nothing() -> None:
    """The value itself keeps a negative amount away from the charges."""
    assert QuoteDiscount(amount=-5).taken(100) == 0
    assert QuoteDiscount(total=150).taken(100) == 0
    assert QuoteDiscount(percent=d(10)).taken(-100) == 0
    assert QuoteDiscount(percent=d(10)).taken(105) == 11
