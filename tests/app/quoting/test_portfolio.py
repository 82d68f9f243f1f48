"""Who is visited first: the higher class, then the higher risk; and how few bring most."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.quoting.alert import Alert, AlertDeed, AlertKind, AlertLevel
from app.quoting.market.values import ClassThreshold
from app.quoting.portfolio import Candidate, Risk, class_ranks, pareto_of, whom_to_visit

CLASSES = (
    ClassThreshold("C"),
    ClassThreshold("A", 10_000_00),
    ClassThreshold("A", 5_000_00, "县城"),
    ClassThreshold("B", 3_000_00),
)


def alert(level: AlertLevel, kind: AlertKind = AlertKind.SPEND_DROP) -> Alert:
    """An alert of a level."""
    return Alert(
        f"{kind}:{level}", kind, level, "c", "n", AlertDeed.OPEN_ANALYSIS, date(2026, 1, 1)
    )


def customer(name: str, value: str, typical: int, *alerts: Alert, rivals: int = 0) -> Candidate:
    """A customer of a class."""
    return Candidate(name, name, value, typical, alerts, rivals)


RED, YELLOW, NOTICE = (alert(level) for level in AlertLevel)


def test_the_highest_class_is_that_with_the_highest_threshold_anywhere() -> None:
    """An area with a lower one of its own makes its customers none of less value."""
    assert class_ranks(CLASSES) == {"A": 0, "B": 1, "C": 2}


def test_value_comes_first_and_risk_at_equal_value() -> None:
    """A quiet A comes before a B in danger; of As in danger the one in more of it."""
    everybody = [
        customer("b-red", "B", 9_000_00, RED),
        customer("none", "", 0, RED),
        customer("a-quiet", "A", 90_000_00),
        customer("a-yellow", "A", 20_000_00, YELLOW),
        customer("a-red", "A", 11_000_00, RED),
        customer("a-red-large", "A", 12_000_00, RED),
        customer("a-two", "A", 10_000_00, RED, YELLOW),
    ]
    found = whom_to_visit(everybody, class_ranks(CLASSES))
    assert [one.name for one in found] == [
        *("a-two", "a-red-large", "a-red", "a-yellow", "a-quiet", "b-red", "none"),
    ]


@pytest.mark.parametrize(
    ("alerts", "rivals", "risk"),
    [
        ((), 0, Risk.NONE),
        ((), 4, Risk.LOW),
        ((NOTICE,), 0, Risk.LOW),
        ((NOTICE,), 1, Risk.MEDIUM),
        ((YELLOW,), 0, Risk.MEDIUM),
        ((YELLOW,), 1, Risk.HIGH),
        ((RED,), 0, Risk.HIGH),
        ((RED, RED), 3, Risk.HIGH),
        ((alert(AlertLevel.NOTICE, AlertKind.RETENTION_HOLD),), 0, Risk.HIGH),
        ((alert(AlertLevel.NOTICE, AlertKind.SEASONAL_RISE),), 0, Risk.NONE),
    ],
)
def test_risk_adds_up_alerts_and_competitors(
    alerts: tuple[Alert, ...], rivals: int, risk: Risk
) -> None:
    """Who was asked not to cancel is at high risk; a season is an occasion and none."""
    assert customer("n", "A", 1, *alerts, rivals=rivals).risk is risk


def test_one_of_five_brings_four_fifths() -> None:
    """80 of 100: the line falls behind the first one, exactly."""
    found = pareto_of([("a", "a", 5), ("b", "b", 80), ("c", "c", 5), ("d", "d", 10), ("e", "e", 0)])
    assert [one.name for one in found.shares] == ["b", "d", "a", "c"]
    assert (found.few, found.percent, found.total) == (1, Decimal("25.00"), 100)
    assert [one.above for one in found.shares] == [True, False, False, False]
    assert [one.cumulative for one in found.shares][-2:] == [Decimal("95.00"), Decimal("100.00")]
    assert pareto_of([]).shares == ()


@given(st.lists(st.integers(0, 10_000), max_size=30))
def test_no_fewer_customers_bring_eighty_percent(bills: list[int]) -> None:
    """Without the last of them the others fall short; with him they do not."""
    found = pareto_of([(str(at), str(at), bill) for at, bill in enumerate(bills)])
    few = [one.monthly for one in found.shares[: found.few]]
    assert sum(few) * 100 >= 80 * found.total
    if few:
        assert sum(few[:-1]) * 100 < 80 * found.total
