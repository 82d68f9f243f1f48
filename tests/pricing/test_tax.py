"""VAT inside a price: net is rounded once, tax is the rest, so the two always sum to the price."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pricing.tax import floor_price, without_tax

RATES = [Decimal(rate) for rate in ("0", "0.03", "0.06", "0.09", "0.13", "1")]


@pytest.mark.parametrize(
    ("gross", "rate", "net", "tax"),
    [
        (2500_00, "0.08", 2314_81, 185_19),  # V43
        (95_52, "0.09", 87_63, 7_89),  # V44
        (79_60, "0.06", 75_09, 4_51),  # V44
        (23_88, "0.13", 21_13, 2_75),  # V44
        (95_52, "0.06", 90_11, 5_41),  # V45
        (0, "0.09", 0, 0),
        (1, "0.09", 1, 0),
        (100, "0", 100, 0),
        (-400_00, "0.13", -353_98, -46_02),
    ],
)
def test_the_vectors_come_out_to_the_fen(gross: int, rate: str, net: int, tax: int) -> None:
    """Net = gross / (1 + rate) rounded half up, tax = gross less net."""
    found = without_tax(gross, Decimal(rate))
    assert (found, gross - found) == (net, tax)


def test_the_parts_of_vector_44_sum_to_the_bundle() -> None:
    """183.85 net and 15.15 tax in 199.00; the change of class costs 2.48 (V45)."""
    parts = [(95_52, "0.09"), (79_60, "0.06"), (23_88, "0.13")]
    net = sum(without_tax(gross, Decimal(rate)) for gross, rate in parts)
    assert (net, 199_00 - net) == (183_85, 15_15)
    assert without_tax(95_52, Decimal("0.06")) - without_tax(95_52, Decimal("0.09")) == 2_48


@given(st.integers(0, 10**12), st.sampled_from(RATES))
def test_the_net_is_within_half_a_fen_of_the_exact_one(gross: int, rate: Decimal) -> None:
    """It is never negative nor above the price, and subsidies mirror charges."""
    net = without_tax(gross, rate)
    numerator, denominator = (1 + rate).as_integer_ratio()
    assert 2 * abs(net * numerator - gross * denominator) <= numerator
    assert 0 <= net <= gross
    assert without_tax(-gross, rate) == -net


@given(st.integers(0, 10**9), st.sampled_from(RATES))
def test_a_dearer_price_never_has_a_smaller_net(gross: int, rate: Decimal) -> None:
    """One fen more of price is at most one fen more of net."""
    assert 0 <= without_tax(gross + 1, rate) - without_tax(gross, rate) <= 1


@pytest.mark.parametrize(
    ("cost", "margin", "rate", "floor"),
    [
        (0, "15", "0.09", 0),  # what costs nothing may be given away, to the last fen
        (1, "0", "0.09", 1),  # 0.01 is 0.0092 without tax, rounded to 0.01
        (70_00, "15", "0", 82_36),  # V21: 82.3529... rounded up
        (70_00, "15", "0.09", 89_77),  # 82.355 x 1.09 is 89.76695; 89.76 has a net of 82.35
        (100_00, "50", "0.13", 226_00),  # 199.995 x 1.13 is 225.99435
    ],
)
def test_the_floor_is_the_smallest_price_that_keeps_the_margin(
    cost: int, margin: str, rate: str, floor: int
) -> None:
    """One fen less has a net that is too small."""
    assert floor_price(cost, Decimal(margin), Decimal(rate)) == floor
    kept = without_tax(floor, Decimal(rate)) * (100 - Decimal(margin))
    assert kept >= cost * 100
    if floor:
        assert without_tax(floor - 1, Decimal(rate)) * (100 - Decimal(margin)) < cost * 100
