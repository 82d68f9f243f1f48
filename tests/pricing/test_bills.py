"""Bills: complete months, and what is known of unusual ones."""

from __future__ import annotations

from pricing.bills import Bills, MonthReason, Standing
from tests.builders import some_bills

FAIR = MonthReason("a", "2026-03", 9_00, Standing.SPECIAL, "展会")


def test_only_months_of_every_component_are_complete() -> None:
    """Nothing without components."""
    assert Bills().months() == ()
    assert some_bills([1, 2, 3], [1, 2]).months() == ("2026-01", "2026-02")


def test_a_month_of_a_component_has_one_reason() -> None:
    """The later takes the place of the earlier; they stand in order of month."""
    other = MonthReason("a", "2026-01", 1, Standing.NORMAL)
    again = MonthReason("a", "2026-03", 9_00, Standing.NORMAL, "每年如此")
    bills = Bills().with_reason(FAIR).with_reason(other).with_reason(again)
    assert bills.reasons == (other, again)


def test_a_reason_is_taken_back() -> None:
    """Where there is none, the bills are the very same."""
    bills = Bills().with_reason(FAIR)
    assert bills.without_reason("a", "2026-03") == Bills()
    assert bills.without_reason("b", "2026-03") is bills
    assert bills.without_reason("a", "2026-02") is bills
