"""What the last months of bills say, and what they do not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from statistics import fmean, pstdev

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pricing.bills import Bills, MonthReason, Standing
from pricing.spend import ChurnLevel, SpendAnalysis, SpendPolicy, Unusual
from pricing.spend_analysis import (
    LONG_DISTANCE,
    analyse,
    average_of,
    mean,
    median,
    rounded,
    typical_of,
)
from tests.builders import some_bills

POLICY = SpendPolicy()


def analysis_of(bills: Bills, policy: SpendPolicy = POLICY) -> SpendAnalysis:
    """The analysis of bills that have one."""
    found = analyse(bills, policy)
    assert found is not None
    return found


def test_without_bills_there_is_nothing_to_say() -> None:
    """Neither no component, nor components that share no month."""
    assert analyse(Bills(), POLICY) is None
    january, june = some_bills([1], first="2026-01"), some_bills([1], first="2026-06")
    apart = Bills((*january.components, msgspec.structs.replace(june.components[0], id="x")))
    assert analyse(apart, POLICY) is None


def test_only_months_that_every_component_has_are_looked_at() -> None:
    """A bill that is not complete would look like a small one."""
    bills = some_bills([100, 100, 100, 100], [50, 50, 50])
    assert [month.month for month in analysis_of(bills).months] == ["2026-01", "2026-02", "2026-03"]


def test_the_window_is_the_last_six_months() -> None:
    """Earlier ones belong to the history only."""
    months = analysis_of(some_bills([900, 1, 2, 3, 4, 5, 6])).months
    assert [month.total for month in months] == [1, 2, 3, 4, 5, 6]


def test_average_median_and_extremes_are_those_of_the_totals() -> None:
    """1.00, 2.00 and 4.00 twice over: mean 4.67, median 4.00, spread 6.00 of 4.67."""
    analysis = analysis_of(some_bills([100, 200, 400], [100, 200, 400]))
    assert analysis.average == 4_67
    assert analysis.median == 4_00
    assert (analysis.least, analysis.most) == (2_00, 8_00)
    assert analysis.spread == Decimal("128.57")
    assert analysis.component_averages == {"a": 2_33, "b": 2_33}


@pytest.mark.parametrize(
    ("amount", "direction"),
    [
        (150_00, None),  # 1.5 times the median is not above it
        (150_01, Unusual.HIGH),
        (50_00, None),
        (49_99, Unusual.LOW),
    ],
)
def test_a_month_is_unusual_beyond_the_bounds_not_on_them(
    amount: int, direction: Unusual | None
) -> None:
    """Median 100.00; the bounds are 150.00 and 50.00."""
    analysis = analysis_of(some_bills([100_00, 100_00, amount, 100_00, 100_00, 100_00]))
    assert [(u.month, u.amount, u.median, u.direction) for u in analysis.unusual] == (
        [("2026-03", amount, 100_00, direction)] if direction else []
    )
    assert analysis.months[2].adjusted == (100_00 if direction else amount)


def test_a_small_component_may_double_without_being_unusual() -> None:
    """10.00 to 20.00 beside 1,000.00 is less than 5 % of the bill."""
    bills = some_bills([1000_00] * 6, [10_00, 10_00, 20_00, 10_00, 10_00, 10_00])
    assert analysis_of(bills).unusual == ()


def test_a_signal_bears_the_name_of_its_component() -> None:
    """Long distance halves; the total beside it stays as it is."""
    bills = Bills(
        (
            *some_bills([100_00] * 5 + [40_00], kind=LONG_DISTANCE).components,
            msgspec.structs.replace(some_bills([900_00] * 6).components[0], id="rest"),
        )
    )
    (signal,) = analysis_of(bills).churn
    assert (signal.component, signal.name) == ("a", bills.components[0].name)


def test_every_month_is_looked_at_and_named() -> None:
    """Unusual is June, behind months that are not, by its component's name."""
    bills = some_bills([100_00, 100_00, 100_00, 100_00, 100_00, 400_00])
    (unusual,) = analysis_of(bills).unusual
    assert (unusual.month, unusual.name) == ("2026-06", bills.components[0].name)
    high = some_bills([100_00, 110_00, 400_00, 100_00, 110_00, 400_00, 100_00])
    assert [u.month for u in analysis_of(high).unusual] == ["2026-03", "2026-06"]


def test_a_difference_of_five_percent_exactly_is_not_enough() -> None:
    """Average 100.00 with the component at 5.00 above its median: not more than 5.00."""
    bills = some_bills(
        [95_00, 95_00, 90_00, 95_00, 95_00, 95_00], [5_00, 5_00, 10_00, 5_00, 5_00, 5_00]
    )
    analysis = analysis_of(bills)
    assert analysis.average == 100_00
    assert analysis.unusual == ()
    looser = msgspec.structs.replace(POLICY, least_difference=Decimal("4.99"))
    assert [u.component for u in analysis_of(bills, looser).unusual] == ["b"]


@pytest.mark.parametrize(("history", "middle"), [(3, 100_00), (4, 500_00), (12, 500_00)])
def test_the_median_looks_back_at_the_history_and_no_further(history: int, middle: int) -> None:
    """Of 900, 100, 100, 900 the last three have 100 in the middle, all four have 500."""
    policy = msgspec.structs.replace(POLICY, history=history, window=1)
    (unusual,) = analysis_of(some_bills([900_00, 100_00, 100_00, 900_00]), policy).unusual
    assert (unusual.month, unusual.median) == ("2026-04", middle)


def test_months_after_the_window_do_not_move_the_median() -> None:
    """The window ends where the second component ends."""
    bills = some_bills([100_00] * 3 + [900_00] * 4, [1_00] * 3)
    assert analysis_of(bills).unusual == ()


def test_some_components_have_a_typical_month_of_their_own() -> None:
    """Unusual months are replaced in it as in the whole."""
    bills = some_bills([100_00, 100_00, 300_00, 100_00, 100_00, 100_00], [50_00] * 6)
    analysis = analysis_of(bills)
    assert analysis.typical == 150_00
    assert typical_of(bills, analysis, ()) == 150_00
    assert typical_of(bills, analysis, ("a",)) == 100_00
    assert typical_of(bills, analysis, ("b",)) == 50_00
    assert average_of(bills, analysis, ()) == analysis.average == 183_33
    assert average_of(bills, analysis, ("a",)) == 133_33


@pytest.mark.parametrize(
    ("latest", "level", "drop"),
    [
        (70_01, None, None),
        (70_00, ChurnLevel.YELLOW, "30.00"),
        (50_01, ChurnLevel.YELLOW, "49.99"),
        (50_00, ChurnLevel.RED, "50.00"),
        (0, ChurnLevel.RED, "100.00"),
        (200_00, None, None),
    ],
)
def test_a_drop_raises_a_signal_from_its_bound_on(
    latest: int, level: ChurnLevel | None, drop: str | None
) -> None:
    """30 % is yellow, 50 % is red, measured from the mean of the first three months."""
    analysis = analysis_of(some_bills([90_00, 100_00, 110_00, 100_00, 100_00, latest]))
    assert [(s.component, s.before, s.latest, s.level, str(s.drop)) for s in analysis.churn] == (
        [("", 100_00, latest, level, drop)] if level else []
    )


def test_long_distance_is_watched_beside_the_total_the_loudest_first() -> None:
    """Other kinds are not; a finer series that is already contained is watched too."""
    falling = [100_00, 100_00, 100_00, 100_00, 100_00, 40_00]
    bills = Bills(
        (
            *some_bills(falling, kind=LONG_DISTANCE).components,
            msgspec.structs.replace(some_bills([10_00] * 6).components[0], id="rest"),
            msgspec.structs.replace(some_bills(falling).components[0], id="calls"),
        ),
        (
            msgspec.structs.replace(
                some_bills([50_00] * 5 + [5_00], kind=LONG_DISTANCE).components[0], id="line1"
            ),
            msgspec.structs.replace(
                some_bills([50_00] * 2, kind=LONG_DISTANCE).components[0], id="new line"
            ),
        ),
    )
    analysis = analysis_of(bills)
    assert [(signal.component, str(signal.drop)) for signal in analysis.churn] == [
        ("line1", "90.00"),
        ("a", "60.00"),
        ("", "57.14"),
    ]
    assert analysis.months[0].total == 210_00


def test_three_months_are_too_few_for_a_signal() -> None:
    """The latest would be compared with itself."""
    assert analysis_of(some_bills([100_00, 100_00, 1_00])).churn == ()


def test_bills_of_nothing_divide_by_nothing() -> None:
    """A customer whose bills are all zero has a fluctuation of zero."""
    analysis = analysis_of(some_bills([0] * 6))
    assert (analysis.average, analysis.typical) == (0, 0)
    assert (str(analysis.fluctuation), str(analysis.spread)) == ("0.00", "0.00")
    assert analysis.churn == ()


@given(st.lists(st.integers(0, 10**7), min_size=2, max_size=6).filter(any))
def test_the_fluctuation_is_the_standard_deviation_over_the_mean(totals: list[int]) -> None:
    """Worked out without a floating-point number, it agrees with the textbook to a hundredth."""
    analysis = analysis_of(some_bills(totals))
    assert abs(float(analysis.fluctuation) - 100 * pstdev(totals) / fmean(totals)) <= 0.00501


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_the_typical_month_lies_between_the_extremes_of_the_adjusted_ones(
    amounts: list[int],
) -> None:
    """And is the average where nothing is unusual."""
    analysis = analysis_of(some_bills(amounts))
    adjusted = [month.adjusted for month in analysis.months]
    assert min(adjusted) <= analysis.typical <= max(adjusted)
    if not analysis.unusual:
        assert analysis.typical == analysis.average


@pytest.mark.parametrize(
    ("values", "middle", "average"),
    [
        ([], 0, 0),
        ([7], 7, 7),
        ([1, 2], 2, 2),
        ([3, 1, 2], 2, 2),
        ([-1, -2], -2, -2),
        ([1, 1, 2], 1, 1),
    ],
)
def test_middle_and_mean_are_rounded_half_away_from_zero(
    values: list[int], middle: int, average: int
) -> None:
    """Of nothing both are 0."""
    assert median(values) == middle
    assert mean(values) == average


def test_a_fraction_of_fen_is_rounded_half_up() -> None:
    """7/2 fen are 4."""
    assert rounded(Fraction(7, 2)) == 4


def test_a_month_within_the_bounds_hides_none_behind_it() -> None:
    """February differs by 40 %, which is not unusual; June is four times as much."""
    bills = some_bills([100_00, 140_00, 100_00, 100_00, 100_00, 400_00])
    assert [u.month for u in analysis_of(bills).unusual] == ["2026-06"]


def test_the_fluctuation_of_a_few_fen_is_exact() -> None:
    """Five months of 0.01 and one of 0.02: the root of 5 over 7 is 31.94 %."""
    analysis = analysis_of(some_bills([1, 1, 1, 1, 1, 2]))
    assert str(analysis.fluctuation) == "31.94"


def test_what_belongs_to_normal_goes_into_the_typical_month() -> None:
    """Five times 100.00 and once 200.00: typical 100.00, confirmed normal 116.67."""
    bills = some_bills([100_00] * 5 + [200_00])
    special = MonthReason("a", "2026-06", 200_00, Standing.SPECIAL, "展会")
    explained = analysis_of(bills.with_reason(special))
    assert (explained.typical, explained.normal) == (100_00, ())
    assert [(u.explained, u.reason) for u in explained.unusual] == [(True, "展会")]
    usual = msgspec.structs.replace(special, standing=Standing.NORMAL)
    confirmed = analysis_of(bills.with_reason(usual))
    assert (confirmed.typical, confirmed.unusual) == (116_67, ())
    assert [u.amount for u in confirmed.normal] == [200_00]
    assert analysis_of(bills).unexplained() == analysis_of(bills).unusual
    assert explained.unexplained() == ()


def test_a_reason_for_another_amount_says_nothing() -> None:
    """A corrected bill has to be explained again."""
    bills = some_bills([100_00] * 5 + [200_00])
    old = MonthReason("a", "2026-06", 199_00, Standing.NORMAL)
    assert analysis_of(bills.with_reason(old)) == analysis_of(bills)
