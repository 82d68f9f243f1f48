"""A season is claimed of two whole years only, and what it says was worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.period import month_after
from pricing.season import season_of, unbroken, year_ago


def months(count: int, first: str = "2024-01", usual: int = 100_00) -> dict[str, int]:
    """So many months of the same amount."""
    return {month_after(first, at): usual for at in range(count)}


def test_less_than_two_years_claim_nothing() -> None:
    """Twenty-three months are not two Augusts and two Decembers."""
    assert season_of(months(23)) is None
    assert season_of({}) is None
    assert season_of(months(24, usual=0)) is None


def test_a_gap_starts_the_count_again() -> None:
    """Thirty months of which the twentieth is missing: ten follow each other."""
    amounts = months(30)
    del amounts["2025-08"]
    assert unbroken(amounts)[0] == "2025-09"
    assert len(unbroken(amounts)) == 10
    assert season_of(amounts) is None


def test_the_index_is_the_share_of_the_year() -> None:
    """Two years of 100.00 with 160.00 each August: 12 x 320 / 2,520 = 152.38, others 95.24."""
    amounts = months(24) | {"2024-08": 160_00, "2025-08": 160_00}
    season = season_of(amounts)
    assert season is not None
    assert (season.first, season.last) == ("2024-01", "2025-12")
    assert season.of("2026-08").index == Decimal("152.38")
    assert season.of("2026-08").mean == 160_00
    assert season.of("2026-07").index == Decimal("95.24")


def test_only_whole_years_count() -> None:
    """Of 27 months the last 24 count; the three dear ones before do not."""
    amounts = months(27) | dict.fromkeys(("2024-01", "2024-02", "2024-03"), 900_00)
    season = season_of(amounts)
    assert season is not None
    assert season.first == "2024-04"
    assert {month.index for month in season.months} == {Decimal("100.00")}


def test_the_mean_of_a_calendar_month_is_rounded_half_up() -> None:
    """1.00 and 1.01 make 1.01."""
    season = season_of(months(24) | {"2024-05": 1_00, "2025-05": 1_01})
    assert season is not None
    assert season.of("2026-05").mean == 1_01


@pytest.mark.parametrize(("now", "change"), [(150_00, "50.00"), (66_66, "-33.34")])
def test_a_month_stands_beside_the_one_last_year(now: int, change: str) -> None:
    """Against 100.00 a year before."""
    found = year_ago({"2025-10": 100_00, "2026-10": now}, "2026-10")
    assert found is not None
    assert (found.amount, found.before, found.change) == (now, 100_00, Decimal(change))


def test_without_last_year_nothing_is_compared() -> None:
    """Unknown months, and a month that was nothing."""
    assert year_ago({"2026-10": 1}, "2026-10") is None
    assert year_ago({"2025-10": 1}, "2026-10") is None
    assert year_ago({"2025-10": 0, "2026-10": 1}, "2026-10") is None
