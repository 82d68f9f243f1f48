"""Money is exact: whole fen, unit prices to a millionth of a yuan, rounding half up once."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.money import (
    amount_of,
    decimal_percent,
    fen,
    percent_of,
    round_half_up,
    unit_micro,
    yuan,
)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [
        (5, 2, 3),
        (-5, 2, -3),
        (7, 3, 2),
        (-7, 3, -2),
        (1, 2, 1),
        (-1, 2, -1),
        (0, 9, 0),
        (49, 100, 0),
        (50, 100, 1),
        (234_5, 10, 235),
    ],
)
def test_halves_go_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    """2.345 is 2.35 and not 2.34, as half-even rounding would have it (V37)."""
    assert round_half_up(numerator, denominator) == rounded


@given(st.integers(), st.integers(min_value=1, max_value=10**9))
def test_rounding_moves_a_number_by_half_a_unit_at_most(numerator: int, denominator: int) -> None:
    """And it is odd: the sign may be taken out."""
    rounded = round_half_up(numerator, denominator)
    assert abs(Fraction(numerator, denominator) - rounded) <= Fraction(1, 2)
    assert round_half_up(-numerator, denominator) == -rounded


@pytest.mark.parametrize(
    ("text", "amount"),
    [("668.00", 668_00), ("0", 0), ("-400.00", -400_00), ("0.01", 1), ("1E+3", 1000_00)],
)
def test_yuan_become_fen_and_back(text: str, amount: int) -> None:
    """Decimals, texts and whole numbers alike."""
    assert fen(text) == amount
    assert fen(Decimal(text)) == amount
    assert yuan(amount) == Decimal(text)
    assert str(yuan(amount)).partition(".")[2].isdigit()


@pytest.mark.parametrize("text", ["0.005", "NaN", "Infinity", "-Infinity", "1E-9", "1E+400"])
def test_what_is_no_whole_number_of_fen_is_refused(text: str) -> None:
    """Nothing is rounded silently, and no exponent fills the memory."""
    with pytest.raises(ValueError, match="fen"):
        fen(text)


@pytest.mark.parametrize("text", ["0.0000001", "NaN", "Infinity", "1E-7", "1E+400"])
def test_a_unit_price_has_six_decimals_at_most(text: str) -> None:
    """A seventh decimal is refused, not cut off."""
    with pytest.raises(ValueError, match="decimals"):
        unit_micro(Decimal(text))


def test_unit_prices_are_counted_in_millionths() -> None:
    """0.0353 yuan is 35,300 of them; trailing zeros change nothing; subsidies are below zero."""
    assert unit_micro(Decimal("0.0353")) == 35_300
    assert unit_micro(Decimal("25.0000000")) == 25_000_000
    assert unit_micro(Decimal(-400)) == -400_000_000


def test_conversion_does_not_depend_on_the_precision_of_decimals() -> None:
    """Somebody else's decimal context must not change a price."""
    with localcontext() as context:
        context.prec = 3
        assert fen(Decimal("1234567.89")) == 123_456_789
        assert unit_micro(Decimal("1234.567891")) == 1_234_567_891
        with pytest.raises(ValueError, match="fen"):
            fen(Decimal("1234567.891"))


@pytest.mark.parametrize(
    ("price", "quantity", "amount"),
    [
        ("0.11", 3000, 330_00),
        ("0.0353", 3000, 105_90),
        ("0.0353", 1, 4),
        ("0.005", 1, 1),
        ("0.0049", 1, 0),
        ("-0.005", 1, -1),
        ("25.00", 0, 0),
    ],
)
def test_an_amount_is_rounded_once(price: str, quantity: int, amount: int) -> None:
    """3,000 units at 0.0353 are 105.90; rounding the price first would give 120.00."""
    assert amount_of(unit_micro(Decimal(price)), quantity) == amount


def test_a_percentage_is_exact_until_it_is_shown() -> None:
    """1 of 3 is 100/3 percent, shown 33.33; of nothing it is 0."""
    assert percent_of(1, 3) == Fraction(100, 3)
    assert str(decimal_percent(percent_of(1, 3))) == "33.33"
    assert str(decimal_percent(Fraction(1, 200), 0)) == "0"
    assert str(decimal_percent(Fraction(1, 2), 0)) == "1"
    assert str(decimal_percent(Fraction(-1, 200))) == "-0.01"
    assert percent_of(5, 0) == 0
