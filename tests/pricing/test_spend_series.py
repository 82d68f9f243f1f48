"""Average, trend and steadiness of a series, each worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.local_text import LocalText
from catalog.period import month_after
from pricing.spend import SpendPolicy
from pricing.spend_groups import Grouping, SpendGroup, analysed, grouped
from pricing.spend_series import Steadiness, figures_of, trend_of
from tests.sample import sample_case

POLICY = SpendPolicy()


def months(count: int) -> tuple[str, ...]:
    """Months from January 2026 on."""
    return tuple(month_after("2026-01", place) for place in range(count))


def a_group(*amounts: int) -> SpendGroup:
    """A series whose usual amounts are those billed."""
    return SpendGroup("g", LocalText("g"), months(len(amounts)), amounts, amounts)


def test_a_straight_line_has_its_slope() -> None:
    """100, 110, 120, 130: 10.00 a month, and all six pairs agree."""
    trend = trend_of(months(4), (100_00, 110_00, 120_00, 130_00))
    assert trend is not None
    assert (trend.slope, trend.agreement) == (10_00, Decimal("100.00"))
    assert (trend.first, trend.last) == ("2026-01", "2026-04")


def test_one_wild_month_turns_no_trend() -> None:
    """0, 10, 20, 30, 900: six slopes of 10, then 225, 296.67, 440, 870: 10."""
    trend = trend_of(months(5), (0, 10_00, 20_00, 30_00, 900_00))
    assert trend is not None
    assert trend.slope == 10_00


def test_the_slope_is_rounded_once() -> None:
    """Pairs of 0, 0, 0, 1 fen: three of six slopes are 0, then 1/3, 1/2, 1: (0 + 1/3) / 2 = 1/6."""
    trend = trend_of(months(4), (0, 0, 0, 1))
    assert trend is not None
    assert (trend.slope, trend.agreement) == (0, Decimal("50.00"))


def test_a_trend_needs_four_months_and_looks_at_twelve() -> None:
    """Of sixteen months the first four are not looked at."""
    assert trend_of(months(3), (1, 2, 3)) is None
    trend = trend_of(months(16), (900_00, 1, 900_00, 1, *(place * 100 for place in range(12))))
    assert trend is not None
    assert (trend.first, trend.slope) == ("2026-05", 100)


@pytest.mark.parametrize(
    ("amounts", "label"),
    [
        ((100_00, 101_00, 99_00, 100_00), Steadiness.STABLE),
        ((100_00, 160_00, 80_00, 120_00), Steadiness.VARYING),
        ((100_00, 110_00, 120_00, 130_00), Steadiness.TRENDING),
        ((130_00, 120_00, 110_00, 100_00), Steadiness.TRENDING),
        ((100_00, 101_00, 102_00, 103_00), Steadiness.STABLE),  # rises by 3 % only
        ((100_00, 300_00), Steadiness.VARYING),
        ((0, 0, 0, 0), Steadiness.STABLE),
    ],
)
def test_a_series_is_stable_varying_or_trending(
    amounts: tuple[int, ...], label: Steadiness
) -> None:
    """By its fluctuation, unless it goes one way."""
    assert figures_of(a_group(*amounts), POLICY).steadiness is label


def test_the_kindergarten_is_stable_and_its_calls_fall_by_nothing() -> None:
    """752.00 and 708.00; 4.52 %; the unusual months are no trend."""
    bills = sample_case(1).bills
    analysis = analysed(bills, POLICY, 6)
    assert analysis is not None
    (total,) = grouped(bills, analysis, Grouping.TOTAL)
    found = figures_of(total, POLICY)
    assert (found.average, found.typical, found.median) == (752_00, 708_00, 753_25)
    assert (found.least, found.most) == (708_55, 796_15)
    assert (found.fluctuation, found.steadiness) == (Decimal("4.52"), Steadiness.STABLE)


def test_the_first_shop_falls_by_more_than_half() -> None:
    """(531.16 + 520.62 + 511.38) / 3 = 521.05; 240.92 is 53.76 % below it."""
    bills = sample_case(2).bills
    analysis = analysed(bills, POLICY, 6)
    assert analysis is not None
    found = figures_of(grouped(bills, analysis, Grouping.ACCOUNT)[0], POLICY)
    assert (found.before, found.latest, found.drop) == (521_05, 240_92, Decimal("53.76"))
    assert found.steadiness is Steadiness.TRENDING


@pytest.mark.parametrize("amounts", [(1, 1, 1), (0, 0, 0, 5)])
def test_without_a_base_nothing_is_compared(amounts: tuple[int, ...]) -> None:
    """Too few months, or first months that were nothing."""
    found = figures_of(a_group(*amounts), POLICY)
    assert (found.before, found.drop) == (None, None)
