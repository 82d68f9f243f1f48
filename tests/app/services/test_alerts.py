"""Alerts of all customers: worked out when something changed, kept, and answered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import msgspec

from app.approval.event import Person
from app.approval.state import Deed
from app.quoting.alert import AlertKind, AlertLevel
from app.quoting.customer import Competitor
from app.quoting.tracking import Standing
from app.services.alerts import (
    alerts,
    bring_back,
    brought_up_to_date,
    kept_alerts,
    put_aside,
    put_off,
)
from app.services.customer_file import read_file
from app.services.quote_life import doing, submit, take_step
from app.services.working_out import work_out_stored
from tests.app.services.conftest import NOON
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from app.services.workspace import Workspace

_NAMES = ("id", "name", "role")
LATER = date(2026, 12, 1)


def customer_of(workspace: Workspace, number: int) -> str:
    """The customer of a sample case."""
    return workspace.quotes.load(f"Q000{number}").quote.customer


def test_the_sample_warns_of_case_two(sample: Workspace) -> None:
    """Its long distance fell by 67.98 %; that comes first."""
    first = alerts(sample, QUOTE_DAY)[0]
    assert (first.kind, first.level) == (AlertKind.SPEND_DROP, AlertLevel.RED)
    assert (first.customer, first.facts["drop"]) == (customer_of(sample, 2), "67.98")


def test_without_customers_there_is_nothing(workspace: Workspace) -> None:
    """And nothing fails."""
    assert kept_alerts(workspace, QUOTE_DAY) == ()
    assert alerts(workspace, QUOTE_DAY) == ()


def test_what_is_kept_is_what_was_worked_out(sample: Workspace) -> None:
    """Before the first time nothing is kept."""
    assert kept_alerts(sample, QUOTE_DAY) == ()
    found = alerts(sample, QUOTE_DAY)
    assert found
    assert kept_alerts(sample, QUOTE_DAY) == found


def test_a_changed_customer_is_worked_out_anew_and_no_other(sample: Workspace) -> None:
    """A competitor's contract comes in; the signals of the others stay as they were."""
    before = brought_up_to_date(sample)
    number = customer_of(sample, 1)
    customer, bills = sample.customers.load(number)
    ends = Competitor("X", "fixed_line", 186_40, date(2026, 12, 15))
    changed = msgspec.structs.replace(customer, competitors=(ends,))
    sample.customers.save(changed, bills, now=NOON)
    kinds = [a.kind for a in alerts(sample, QUOTE_DAY) if a.customer == number]
    assert kinds == [AlertKind.COMPETITOR_END]
    after = brought_up_to_date(sample)
    differing = {key for key in after.customers if after.customers[key] != before.customers[key]}
    assert differing == {number}


def test_thresholds_that_changed_are_applied(sample: Workspace) -> None:
    """With a red signal from 70 % on, 67.98 % is yellow."""
    alerts(sample, QUOTE_DAY)
    spend = msgspec.structs.replace(sample.rules.spend, churn_red=70)
    sample.rules = sample.rules._replace(spend=spend)
    assert {a.level for a in alerts(sample, QUOTE_DAY) if a.kind is AlertKind.SPEND_DROP} == {
        AlertLevel.YELLOW
    }


def test_a_signed_contract_warns_of_its_end(sample: Workspace) -> None:
    """Case one, twelve months from 23 November 2026: the last day is 22 November 2027."""
    manager = sample.quotes.load("Q0001").quote.manager
    author = Person(manager.id, manager.name, manager.role)
    revision = work_out_stored(sample, "Q0001")
    submit(sample, revision, doing(author, NOON))
    for deed in (Deed.SENT, Deed.ACCEPTED, Deed.CONTRACTED):
        take_step(sample, "Q0001", deed, doing(author, NOON))
    day = date(2027, 11, 1)
    (alert,) = (a for a in alerts(sample, day) if a.kind is AlertKind.CONTRACT_END)
    assert (alert.day, alert.quote) == (date(2027, 11, 22), "Q0001")
    assert alert.facts["monthly"] == "66800"
    assert alerts(sample, day) == kept_alerts(sample, day)


def test_a_sale_that_saves_less_than_it_promised_is_told_after_three_months(
    sample: Workspace,
) -> None:
    """708.00 for 668.00 were promised; bills of 690.00 saved 18.00 instead of 40.00."""
    author = Person(*(getattr(sample.quotes.load("Q0001").quote.manager, n) for n in _NAMES))
    submit(sample, work_out_stored(sample, "Q0001"), doing(author, NOON))
    for deed in (Deed.SENT, Deed.ACCEPTED):
        take_step(sample, "Q0001", deed, doing(author, NOON))
    day, number = date(2027, 3, 5), customer_of(sample, 1)
    assert read_file(sample, number).savings[0].standing is Standing.WAITING
    assert all(one.kind is not AlertKind.SAVING_MISSED for one in alerts(sample, day))
    customer, bills = sample.customers.load(number)
    after = {f"{month}": 138_00 for month in ("2026-12", "2027-01", "2027-02")}
    parts = tuple(
        msgspec.structs.replace(one, amounts={**one.amounts, **after}) for one in bills.components
    )
    assert len(parts) == 5
    sample.customers.save(customer, msgspec.structs.replace(bills, components=parts), now=NOON)
    (alert,) = (one for one in alerts(sample, day) if one.kind is AlertKind.SAVING_MISSED)
    assert (alert.facts["promised"], alert.facts["real"]) == ("4000", "1800")
    assert read_file(sample, number).savings[0].standing is Standing.MISSED
    take_step(sample, "Q0001", Deed.CONTRACTED, doing(author, NOON))
    assert alert in alerts(sample, day)


def test_an_alert_put_off_comes_back_on_its_day(sample: Workspace) -> None:
    """Until then it is not shown."""
    first = alerts(sample, QUOTE_DAY)[0]
    put_off(sample, first.id, LATER, datetime(2026, 11, 23, tzinfo=UTC))
    assert first not in alerts(sample, QUOTE_DAY)
    assert first in alerts(sample, LATER)


def test_an_alert_put_aside_stays_away_until_it_is_brought_back(sample: Workspace) -> None:
    """Whatever the day; the others stay."""
    found = alerts(sample, QUOTE_DAY)
    put_aside(sample, found[0].id, "visited", NOON)
    assert alerts(sample, QUOTE_DAY) == found[1:]
    assert found[0] not in alerts(sample, LATER)
    bring_back(sample, found[0].id)
    assert alerts(sample, QUOTE_DAY) == found
