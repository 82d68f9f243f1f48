"""An amount off takes at most all of a charge, and nothing off a subsidy."""

from __future__ import annotations

import pytest

from pricing.alterations.amount_off import AmountOff


@pytest.mark.parametrize(
    ("off", "amount", "taken"),
    [
        (5, 100, 5),
        (100, 100, 100),
        (101, 100, 100),
        (5, 1, 1),
        (5, 0, 0),
        (5, -100, 0),
        (0, 100, 0),
    ],
)
def test_no_more_is_taken_than_there_is(off: int, amount: int, taken: int) -> None:
    """Of one fen one fen; the quantity does not matter."""
    assert AmountOff(off).discount(amount, 7) == taken
