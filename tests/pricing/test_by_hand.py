"""What a manual alteration takes off, whatever the charge."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.by_hand import shown_discount, taken_off


@pytest.mark.parametrize("percent", ["-1", "101", "NaN", "Infinity"])
def test_a_share_that_is_none_is_not_applied(percent: str) -> None:
    """Nor does arithmetic with it fail."""
    assert taken_off(Percentage(Decimal(percent)), 1_000, 1) is None


def test_a_discount_is_shown_as_typed_and_a_price_as_the_percentage_that_it_is() -> None:
    """10 % of 9.99 is 1.00, which is 10.01 %: the manager typed 10."""
    assert taken_off(Percentage(Decimal(10)), 999, 1) == 100
    assert shown_discount(Percentage(Decimal(10)), 999, 899) == Decimal(10)
    assert shown_discount(TargetPrice(Decimal("8.99")), 999, 899) == Decimal("10.01")
    assert shown_discount(AmountOff(0), 999, 999) is None
