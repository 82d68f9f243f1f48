"""Tiers: what is refused, which tier holds, what a larger quantity saves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pricing.tiers import (
    Tier,
    TierFault,
    cheaper_quantity,
    check_tiers,
    dominated_quantities,
    graduated_amount,
    tier_of,
    volume_amount,
)
from tests.pricing.rule_builders import PERCENT_TIERS, d

HUNDRED = 100_000_000
"""100.00 yuan in millionths."""


def by_volume(quantity: int) -> int:
    """Fen at 100.00 list under the tiers of the vectors."""
    return volume_amount(PERCENT_TIERS, HUNDRED, quantity, quantity)


def test_a_tier_begins_at_its_first_quantity_and_ends_before_the_next() -> None:
    """10 is in the first tier, 11 in the second; below the first there is none."""
    tiers = (Tier(2, percent=d(1)), Tier(11, percent=d(10)))
    assert [tier_of(tiers, quantity) for quantity in (1, 2, 10, 11, 99)] == [
        None,
        tiers[0],
        tiers[0],
        tiers[1],
        tiers[1],
    ]


def test_below_the_first_tier_the_list_price_holds() -> None:
    """Four units at 100.00, by volume and by slices."""
    tiers = (Tier(5, percent=d(50)),)
    assert volume_amount(tiers, HUNDRED, 4, 4) == 40_000
    assert graduated_amount(tiers, HUNDRED, 4) == 40_000
    assert volume_amount(tiers, HUNDRED, 5, 5) == 25_000
    assert graduated_amount(tiers, HUNDRED, 5) == 45_000
    assert graduated_amount(tiers, HUNDRED, 6) == 50_000
    assert graduated_amount((), HUNDRED, 3) == 30_000


def test_the_units_that_count_together_decide_the_tier() -> None:
    """Three units where thirty are quoted in all: 20 % off three."""
    assert volume_amount(PERCENT_TIERS, HUNDRED, 3, 30) == 24_000


def test_a_tier_may_have_a_unit_price_or_a_block_price() -> None:
    """12 at 70.00, or 900.00 for any; a block of nothing costs nothing."""
    assert volume_amount((Tier(1, unit_price=d(70)),), HUNDRED, 12, 12) == 84_000
    assert volume_amount((Tier(1, block=d(900)),), HUNDRED, 12, 12) == 90_000
    assert volume_amount((Tier(1, block=d(900)),), HUNDRED, 0, 1) == 0
    assert graduated_amount((Tier(1, unit_price=d(70)), Tier(3, percent=d(50))), HUNDRED, 4) == (
        2 * 7_000 + 2 * 5_000
    )


def test_the_discount_of_a_tier_is_rounded_half_up() -> None:
    """10 % of 0.05 is half a fen: one is taken off, four remain; slices are rounded at the end."""
    tiers = (Tier(1, percent=d(10)),)
    assert volume_amount(tiers, 50_000, 1, 1) == 4
    assert graduated_amount(tiers, 50_000, 1) == 5
    assert graduated_amount(tiers, 50_000, 2) == 9


@pytest.mark.parametrize(
    "tier",
    [
        Tier(1),
        Tier(1, percent=d(1), block=d(1)),
        Tier(0, percent=d(1)),
        Tier(1, percent=d(-1)),
        Tier(1, percent=d("100.01")),
        Tier(1, percent=d("NaN")),
        Tier(1, percent=d("Infinity")),
        Tier(1, unit_price=d("NaN")),
        Tier(1, unit_price=d("Infinity")),
        Tier(1, unit_price=d(-1)),
        Tier(1, unit_price=d("0.0000001")),
        Tier(1, block=d("0.001")),
        Tier(1, block=d(-1)),
        Tier(1, block=d("NaN")),
    ],
)
def test_a_tier_that_can_be_read_in_no_way_or_in_two_is_refused(tier: Tier) -> None:
    """The fault names the tier by its first quantity."""
    with pytest.raises(TierFault, match=f"fault=tier_.*least={tier.least}"):
        check_tiers((tier,), graduated=False)


@pytest.mark.parametrize(
    "tier",
    [
        Tier(1, percent=d(0)),
        Tier(1, percent=d(100)),
        Tier(1, unit_price=d(0)),
        Tier(1, unit_price=d("0.000001")),
        Tier(1, block=d("0.01")),
    ],
)
def test_a_tier_at_its_bounds_is_accepted(tier: Tier) -> None:
    """Nothing and everything off, the smallest prices."""
    check_tiers((tier,), graduated=False)


def test_tiers_must_be_there_and_ascend() -> None:
    """Equal first quantities would be read in two ways."""
    with pytest.raises(TierFault, match="fault=tiers_none"):
        check_tiers((), graduated=False)
    for least in (4, 5):
        with pytest.raises(TierFault, match=f"fault=tier_order, least={least}$"):
            check_tiers((Tier(5, percent=d(1)), Tier(least, percent=d(2))), graduated=False)
    check_tiers((Tier(5, percent=d(1)), Tier(6, percent=d(2))), graduated=True)


def test_a_block_cannot_be_graduated() -> None:
    """It has no price of one unit."""
    with pytest.raises(TierFault, match=r"fault=tier_price, least=1$"):
        check_tiers((Tier(1, block=d(5)),), graduated=True)
    check_tiers((Tier(1, block=d(5)),), graduated=False)


def test_a_cheaper_larger_quantity_is_named_with_what_it_saves() -> None:
    """26 cost 170.00 less than 25; 23 cost less than any larger; 10 cost 10.00 more than 11."""
    assert cheaper_quantity(PERCENT_TIERS, 25, by_volume) == (26, 17_000)
    assert cheaper_quantity(PERCENT_TIERS, 23, by_volume) is None
    assert cheaper_quantity(PERCENT_TIERS, 10, by_volume) == (11, 1_000)
    assert cheaper_quantity(PERCENT_TIERS, 26, by_volume) is None


def test_of_several_cheaper_quantities_the_one_that_saves_most_is_named() -> None:
    """19 at 10.00 each, 20 at 5.00, 30 at 1.00."""
    tiers = (
        Tier(1, unit_price=d(10)),
        Tier(20, unit_price=d(5)),
        Tier(30, unit_price=Decimal(1)),
    )

    def price(quantity: int) -> int:
        return volume_amount(tiers, HUNDRED, quantity, quantity)

    assert cheaper_quantity(tiers, 19, price) == (30, 19_000 - 3_000)
    first = (Tier(1, unit_price=d(10)), Tier(20, unit_price=d(1)), Tier(30, unit_price=d(2)))
    saved = cheaper_quantity(first, 19, lambda n: volume_amount(first, HUNDRED, n, n))
    assert saved == (20, 19_000 - 2_000)


def test_a_larger_quantity_must_save_something_to_be_named() -> None:
    """Ten cost what eight cost, which saves nothing; at nine it saves 10.00; a fen is enough."""
    tiers = (Tier(1, unit_price=d(10)), Tier(10, unit_price=d(8)), Tier(20, unit_price=d("4.50")))

    def price(quantity: int) -> int:
        return volume_amount(tiers, HUNDRED, quantity, quantity)

    assert cheaper_quantity(tiers, 8, price) is None
    assert cheaper_quantity(tiers, 9, price) == (10, 1_000)
    assert dominated_quantities(tiers, price) == (9, 12, 13, 14, 15, 16, 17, 18, 19)
    fen_less = (Tier(1, unit_price=d("1.00")), Tier(2, unit_price=d("0.495")))
    assert cheaper_quantity(fen_less, 1, lambda n: volume_amount(fen_less, HUNDRED, n, n)) == (2, 1)


def test_a_price_just_below_half_a_fen_is_rounded_down() -> None:
    """0.004999 yuan, by slices: nothing is added on the way."""
    assert graduated_amount((Tier(1, percent=d(0)),), 4_999, 1) == 0
    assert graduated_amount((Tier(1, percent=d(0)),), 5_000, 1) == 1


def test_nobody_should_order_a_dominated_quantity() -> None:
    """10, 24 and 25 cost more than the first quantity of the next tier (V6)."""
    assert dominated_quantities(PERCENT_TIERS, by_volume) == (10, 24, 25)
    cliff = (Tier(1, unit_price=d(1)), Tier(3, unit_price=d(0)))
    assert dominated_quantities(
        cliff, lambda quantity: volume_amount(cliff, HUNDRED, quantity, quantity)
    ) == (1, 2)


def test_units_below_the_first_tier_cost_the_list_price() -> None:
    """One at 100.00, and from the second on 0.10 each."""
    tiers = (Tier(2, unit_price=Decimal("0.10")),)
    assert [graduated_amount(tiers, HUNDRED, count) for count in (1, 2, 3)] == [
        10_000,
        10_010,
        10_020,
    ]
