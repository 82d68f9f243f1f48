"""Vectors V21 to V29: floors, and an amount distributed over the charges of a quote."""

from __future__ import annotations

from decimal import Decimal

from catalog.charge import PriceRegulation
from pricing.allocation import allocate, allocate_capped
from pricing.alterations.percentage import Percentage
from pricing.quote_wide import QuoteDiscount
from pricing.tax import floor_price
from tests.builders import a_catalog, a_charge, a_line, an_offering
from tests.pricing.rule_builders import a_policy, one_line, priced_by


def _nets(amount: int, *prices: str, policy_floor: str | None = None) -> list[int]:
    """Net amounts of charges at these prices after an amount off the quote."""
    catalog = a_catalog(
        *(an_offering(a_charge(f"P{n}.FEE", price, cost="0")) for n, price in enumerate(prices))
    )
    items = [a_line(code=f"P{n}.FEE", item_id=f"i{n}") for n in range(len(prices))]
    floor = None if policy_floor is None else Decimal(policy_floor)
    policy = a_policy(floor_margin=floor)
    quote = priced_by(policy, catalog, *items, discount=QuoteDiscount(amount=amount))
    assert quote.problems == ()
    return [item.monthly.net_amount for item in quote.items]


def test_v21_a_floor_is_rounded_up() -> None:
    """70.00 at 15 % margin: 82.3529... becomes 82.36, because 82.35 keeps only 14.997 %."""
    assert floor_price(7_000, Decimal(15), Decimal(0)) == 8_236
    assert (8_235 - 7_000) * 100 < 15 * 8_235
    assert (8_236 - 7_000) * 100 >= 15 * 8_236


def test_v22_odd_fen_go_to_the_first_of_equals() -> None:
    """10.00 off three times 100.00: 3.34, 3.33, 3.33."""
    assert _nets(1_000, "100", "100", "100") == [9_666, 9_667, 9_667]


def test_v23_no_charge_becomes_dearer_or_free_by_rounding() -> None:
    """0.05 off nine times 1.00 and 0.01: a fen off five, and nothing off the last."""
    assert _nets(5, *["1.00"] * 9, "0.01") == [99] * 5 + [100] * 4 + [1]


def test_v24_small_and_large() -> None:
    """5.00 off 4.00 and 45.00: 0.41 and 4.59."""
    assert _nets(500, "4", "45") == [359, 4_041]


def test_v25_four_charges() -> None:
    """50.00 off 199, 99, 59 and 12.50: 26.93, 13.40, 7.98, 1.69."""
    assert _nets(5_000, "199", "99", "59", "12.50") == [
        19_900 - 2_693,
        9_900 - 1_340,
        5_900 - 798,
        1_250 - 169,
    ]


def test_v26_what_a_floor_keeps_is_taken_elsewhere() -> None:
    """30.00 off 100 (floor 95) and 100 (floor 60): 5.00 and 25.00."""
    assert allocate_capped(3_000, [10_000, 10_000], [500, 4_000]) == (500, 2_500)
    guided = a_charge("P0.FEE", "100", cost="0", regulation=PriceRegulation.GUIDED)
    catalog = a_catalog(an_offering(guided), an_offering(a_charge("P1.FEE", "100", cost="0")))
    items = [a_line(code=f"P{n}.FEE", item_id=f"i{n}") for n in range(2)]
    policy = a_policy(guided_band=Decimal(5))
    quote = priced_by(policy, catalog, *items, discount=QuoteDiscount(amount=3_000))
    assert [item.monthly.net_amount for item in quote.items] == [9_500, 7_500]


def test_v27_a_cap_is_spread_over_all_others() -> None:
    """70.00 off 200 (at most 10), 100 and 50: 10.00, 40.00, 20.00."""
    assert allocate_capped(7_000, [20_000, 10_000, 5_000], [1_000, 10_000, 5_000]) == (
        1_000,
        4_000,
        2_000,
    )


def test_v28_shipping_takes_its_share() -> None:
    """15.00 off 100, 30 and 20: 10.00, 3.00, 2.00."""
    assert _nets(1_500, "100", "30", "20") == [9_000, 2_700, 1_800]


def test_v29_the_discount_of_a_line_is_rounded_not_that_of_a_unit() -> None:
    """10 % of 366.06 x 25 is 915.15; by units it would be 25 x 36.61 = 915.25."""
    charge = one_line(price="366.06", quantity=25, alteration=Percentage(Decimal(10)))
    assert charge.list_amount - charge.net_amount == 91_515
    assert 25 * allocate(36_606, [1, 9])[0] == 91_525
