"""What customers warn of, on which day, and how urgently."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.quoting.alert import AlertDeed, AlertKind, AlertLevel
from app.quoting.alerts import (
    CompetitorEnd,
    CustomerSignals,
    OwnContract,
    RisingMonth,
    contract_end,
    in_order,
    raised,
    signals_of,
)
from app.quoting.customer import Competitor
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from tests.builders import a_customer, some_bills
from tests.sample import sample_case

POLICY = SpendPolicy()
TODAY = date(2026, 11, 23)
CONTRACT = OwnContract("q1", 5, "QW-1", "Plan", "c", date(2026, 12, 31), 668_00)


def test_the_drop_of_case_two_is_red() -> None:
    """402.02 to 128.72 is 67.98 %; its total fell by less than thirty percent."""
    case = sample_case(2)
    signals = signals_of(case.customer, case.bills, POLICY, 3)
    (alert,) = raised("c", signals, (), POLICY, TODAY)
    assert (alert.kind, alert.level) == (AlertKind.SPEND_DROP, AlertLevel.RED)
    assert alert.deed is AlertDeed.OPEN_ANALYSIS
    assert alert.facts["drop"] == "67.98"
    assert (alert.facts["before"], alert.facts["latest"]) == ("40202", "12872")
    assert signals.revision == 3


@pytest.mark.parametrize(("today", "told"), [(date(2026, 2, 28), True), (date(2026, 3, 1), False)])
def test_old_bills_warn_of_no_drop(today: date, told: bool) -> None:
    """Bills to October 2025 warn for four months after."""
    bills = some_bills([100_00, 100_00, 100_00, 60_00], first="2025-07")
    signals = signals_of(a_customer(), bills, POLICY, 1)
    found = tuple(raised("c", signals, (), POLICY, today))
    assert [alert.level for alert in found] == ([AlertLevel.YELLOW] if told else [])


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2026, 10, 1), None),
        (date(2026, 10, 2), AlertLevel.YELLOW),
        (date(2026, 11, 30), AlertLevel.YELLOW),
        (date(2026, 12, 1), AlertLevel.RED),
        (date(2026, 12, 31), AlertLevel.RED),
        (date(2027, 1, 1), None),
    ],
)
def test_our_contract_is_told_ninety_days_before_its_end(
    today: date, level: AlertLevel | None
) -> None:
    """Ends on 31 December; red in the last thirty days, nothing once it is over."""
    found = tuple(raised("c", CustomerSignals(1, "n"), (CONTRACT,), POLICY, today))
    assert [alert.level for alert in found] == ([level] if level else [])
    assert all(alert.deed is AlertDeed.START_QUOTE and alert.quote == "q1" for alert in found)


def test_a_competitor_s_contract_is_told_by_its_end() -> None:
    """Those without a last day are not."""
    ends = date(2026, 12, 20)
    competitors = (
        Competitor("X", "line", 186_40, ends),
        Competitor("Y", "line", 1),
        Competitor("Z", "line", 1, date(2027, 6, 1)),
    )
    signals = signals_of(a_customer(competitors=competitors), Bills(), POLICY, 1)
    assert signals.ends[0] == CompetitorEnd("X", "line", 186_40, ends)
    (alert,) = raised("c", signals, (), POLICY, TODAY)
    assert (alert.kind, alert.level) == (AlertKind.COMPETITOR_END, AlertLevel.YELLOW)
    assert (alert.day, alert.facts["days"]) == (ends, "27")


def test_a_season_is_told_before_its_first_month_only() -> None:
    """Dear in January and February: told in November and December, not in January."""
    dear = some_bills([*[100_00] * 2, *[160_00] * 2, *[100_00] * 8] * 2, first="2024-11")
    signals = signals_of(a_customer(), dear, POLICY, 1)
    # 12 x 320 / 2 x 1,320 = 145.45
    assert signals.rises == (
        RisingMonth(1, Decimal("45.45")),
        RisingMonth(2, Decimal("45.45")),
    )
    for day, told in ((date(2026, 10, 31), 0), (TODAY, 1), (date(2026, 12, 1), 1)):
        found = [
            a for a in raised("c", signals, (), POLICY, day) if a.kind is AlertKind.SEASONAL_RISE
        ]
        assert [a.day for a in found] == [date(2027, 1, 1)] * told
    assert not list(raised("c", signals, (), POLICY, date(2027, 1, 5)))


def test_the_same_fact_has_the_same_name_on_every_day() -> None:
    """So that an answer lasts, and is not taken for one to the next fact."""
    days = (date(2026, 12, 1), date(2026, 12, 2))
    signals = CustomerSignals(1, "n")
    first, second = (next(raised("c", signals, (CONTRACT,), POLICY, day)) for day in days)
    assert first.id == second.id
    assert first.facts["days"] != second.facts["days"]


@pytest.mark.parametrize(
    ("begins", "term", "ends"),
    [
        (date(2026, 1, 15), 1, date(2026, 2, 14)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 11, 30)),
        (date(2026, 3, 1), 24, date(2028, 2, 29)),
    ],
)
def test_a_commitment_ends_the_day_before_it_began(begins: date, term: int, ends: date) -> None:
    """So many months later."""
    assert contract_end(begins, term) == ends


def test_red_comes_before_yellow_and_the_nearer_day_before_the_later() -> None:
    """Whatever the customers are called."""
    later = CompetitorEnd("X", "line", 1, date(2026, 12, 20))
    sooner = CompetitorEnd("Y", "line", 1, date(2026, 12, 10))
    far = CompetitorEnd("Z", "line", 1, date(2027, 2, 10))
    signals = CustomerSignals(1, "n", ends=(far, later, sooner))
    found = in_order(raised("c", signals, (CONTRACT,), POLICY, date(2026, 12, 5)))
    assert [alert.day for alert in found] == [CONTRACT.ends, sooner.ends, later.ends, far.ends]
