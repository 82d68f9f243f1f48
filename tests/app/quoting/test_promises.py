"""Promises press before their day and after it, until somebody says what became of them."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from app.figures import Figures
from app.quoting.alert import Alert, AlertDeed, AlertKind, AlertLevel
from app.quoting.alert_text import told_alert
from app.quoting.customer import CustomerPromise, PromiseState
from app.quoting.customer_review import CustomerPolicy, review
from app.quoting.promises import (
    hold_of,
    open_promises,
    promise_alert_id,
    promise_alerts,
    with_promise_settled,
)
from app.translation import load_words
from tests.builders import a_customer

TODAY = date(2026, 11, 23)
HOLD = CustomerPromise("申请语音优惠", "李经理", TODAY, date(2026, 11, 30), hold=True)
GIFT = CustomerPromise("送路由器", due=date(2026, 11, 25))


def told(*promises: CustomerPromise, today: date = TODAY) -> list[Alert]:
    """The alerts of promises."""
    return list(promise_alerts("c", "客户", promises, today))


@pytest.mark.parametrize(
    ("days", "level"),
    [
        (8, None),
        (7, AlertLevel.NOTICE),
        (4, AlertLevel.NOTICE),
        (3, AlertLevel.YELLOW),
        (0, AlertLevel.YELLOW),
        (-1, AlertLevel.RED),
        (-400, AlertLevel.RED),
    ],
)
def test_a_promise_is_told_a_week_ahead_and_red_when_it_is_late(
    days: int, level: AlertLevel | None
) -> None:
    """It never goes by itself."""
    promise = CustomerPromise("x", due=TODAY + timedelta(days))
    found = told(promise)
    assert [one.level for one in found] == ([level] if level else [])
    assert all(
        (one.kind, one.deed) == (AlertKind.PROMISE, AlertDeed.OPEN_CUSTOMER) for one in found
    )


def test_who_is_held_back_is_told_every_day() -> None:
    """Also long before the day, and without one; any other promise without a day is not told."""
    far = msgspec.structs.replace(HOLD, due=date(2027, 6, 1))
    never = msgspec.structs.replace(HOLD, due=None)
    found = told(HOLD, far, never, CustomerPromise("irgendwann"))
    assert [one.level for one in found] == [
        AlertLevel.NOTICE,
        AlertLevel.NOTICE,
        AlertLevel.YELLOW,
    ]
    assert {one.kind for one in found} == {AlertKind.RETENTION_HOLD}


def test_sentences_say_what_by_whom_and_when() -> None:
    """In both languages; nobody is a dash."""
    zh, en = load_words("zh"), load_words("en")
    never = msgspec.structs.replace(HOLD, due=None)
    late, soon, open_end = told(HOLD, GIFT, never, today=date(2026, 12, 2))
    assert told_alert(late, zh, Figures("zh")) == (
        "挽留中，答应「申请语音优惠」（李经理），应于 2026年11月30日 答复，已逾期 2 天"
    )
    assert told_alert(soon, en, Figures("en")).startswith("The promise “送路由器” (–) was due on ")
    assert told_alert(open_end, zh, Figures("zh")).endswith("还没有定日期")


def test_settled_promises_are_open_no_more() -> None:
    """The others stay, the first due first; what is not there changes nothing."""
    last = CustomerPromise("a")
    customer = a_customer(promises=(last, HOLD, GIFT))
    assert open_promises(customer) == (GIFT, HOLD, last)
    assert hold_of(customer) == HOLD
    after = with_promise_settled(customer, HOLD, PromiseState.KEPT)
    assert open_promises(after) == (GIFT, last)
    assert hold_of(after) is None
    assert len(after.promises) == 3
    assert with_promise_settled(after, HOLD, PromiseState.WITHDRAWN) == after


def test_another_day_is_another_fact() -> None:
    """An answer to the alert of one day is none to that of the next."""
    later = msgspec.structs.replace(GIFT, due=date(2026, 12, 25))
    assert promise_alert_id("c", GIFT) != promise_alert_id("c", later)


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (date(2026, 11, 17), ["customer.held_back"]),
        (date(2026, 11, 18), ["customer.promise_due", "customer.held_back"]),
        (date(2026, 11, 26), ["customer.promise_late", "customer.held_back"]),
        (date(2026, 12, 1), ["customer.promise_late", "customer.promise_late"]),
    ],
)
def test_the_customer_s_file_says_what_presses(today: date, codes: list[str]) -> None:
    """Each finding leads to the list of promises."""
    found = review(a_customer(promises=(HOLD, GIFT)), CustomerPolicy(), today)
    mine = [one for one in found if one.where.column == "promises"]
    assert [one.code for one in mine] == codes
