"""Next steps are told in time, and what was done stands among the notes."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.quoting.alert import AlertLevel
from app.quoting.customer import CustomerNote
from app.quoting.next_steps import (
    NextStep,
    next_step_of,
    step_alert_id,
    step_alerts,
    with_step_done,
)
from app.quoting.sales_facts import Prospect, SalesFacts
from tests.builders import a_customer

TODAY = date(2026, 11, 23)
SALES = SalesFacts(prospect=Prospect.INTERESTED, next_step="带方案上门", next_day=TODAY)


@pytest.mark.parametrize(
    ("day", "level"),
    [
        (date(2026, 11, 22), AlertLevel.RED),
        (date(2026, 11, 23), AlertLevel.YELLOW),
        (date(2026, 11, 26), AlertLevel.YELLOW),
        (date(2026, 11, 27), AlertLevel.NOTICE),
        (date(2026, 11, 30), AlertLevel.NOTICE),
        (date(2026, 12, 1), None),
    ],
)
def test_a_step_is_told_from_a_week_before_its_day(day: date, level: AlertLevel | None) -> None:
    """Yellow in the last three days, red after it."""
    found = list(step_alerts("c", "江南", NextStep("上门", day), TODAY))
    assert [one.level for one in found] == ([level] if level else [])
    assert [one.facts.get("when") for one in found] == (
        [] if level is None else ["late" if level is AlertLevel.RED else None]
    )


def test_a_step_without_a_day_is_told_by_no_alert() -> None:
    """It stands in the customer's file all the same."""
    somebody = a_customer(sales=SalesFacts(next_step="上门"))
    assert next_step_of(somebody) is None
    assert list(step_alerts("c", "江南", None, TODAY)) == []


def test_a_step_on_another_day_is_another_fact() -> None:
    """An alert that was put aside does not hide it."""
    first, second = NextStep("上门", TODAY), NextStep("上门", date(2026, 12, 1))
    assert step_alert_id("c", first) != step_alert_id("c", second)


def test_what_was_done_is_a_note_of_the_day() -> None:
    """How far the prospect is stays; with nothing to do nothing changes."""
    somebody = a_customer(sales=SALES)
    done = with_step_done(somebody, TODAY)
    assert done.journal[-1] == CustomerNote("带方案上门", TODAY)
    assert done.sales == msgspec.structs.replace(SALES, next_step="", next_day=None)
    assert with_step_done(done, TODAY) is done
