"""What may be typed as a quantity, a discount or a price."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.ui.presenting.typed import (
    NotUnderstood,
    fault_text,
    read_discount,
    read_quantity,
    read_target_price,
)
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from tests.app.ui.speaking import speaker


@pytest.mark.parametrize(
    ("typed", "percent"),
    [("20", "20"), ("20%", "20"), ("8.5折", "15.0"), ("85折", "15"), ("9折", "10"), ("0.5", "0.5")],
)
def test_a_discount_is_typed_in_the_usual_ways(typed: str, percent: str) -> None:
    """8.5折 and 85折 leave 85 %, so 15 % are off."""
    assert read_discount(typed) == Percentage(Decimal(percent))


def test_an_amount_off_is_typed_with_a_minus() -> None:
    """-30 takes 30 yuan off."""
    assert read_discount("-30") == AmountOff(30_00)


@pytest.mark.parametrize("typed", ["0", "0%", "-0", "100折"])
def test_nothing_off_is_no_discount(typed: str) -> None:
    """Zero, and 100折, take nothing off."""
    assert read_discount(typed) is None


@pytest.mark.parametrize("typed", ["101", "1.2.3", "abc", "-1.005", "-5%", "nan", "200折"])
def test_what_is_no_discount_is_refused_with_a_reason(typed: str) -> None:
    """Nothing is clamped in silence."""
    with pytest.raises(NotUnderstood) as refused:
        read_discount(typed)
    assert fault_text(speaker(), refused.value).startswith("Type ")


def test_a_quantity_is_a_whole_number_from_one() -> None:
    """Thousands separators are allowed, zero and parts are not."""
    assert read_quantity("1,200") == 1200
    for typed in ("0", "1.5", "-1", "1000001", ""):
        with pytest.raises(NotUnderstood):
            read_quantity(typed)


def test_a_price_has_at_most_six_decimals_and_no_sign() -> None:
    """Prices below a fen exist; negative ones do not."""
    assert read_target_price("0.035") == TargetPrice(Decimal("0.035"))
    for typed in ("-1", "0.0000001", "x"):
        with pytest.raises(NotUnderstood):
            read_target_price(typed)


def test_an_equals_sign_is_the_price_that_a_unit_shall_have() -> None:
    """In the cell of the discount and in that of the price alike."""
    assert read_discount("=85") == read_discount("＝85") == TargetPrice(Decimal(85))
    assert read_target_price("= 85.50") == TargetPrice(Decimal("85.50"))
    with pytest.raises(NotUnderstood, match="number"):
        read_discount("=cheap")
