"""Alerts: what a manager should act on, worked out of bills, competitors, promises and contracts.

``signals_of()`` says what does not depend on the day and is kept with the customer's revision;
``raised()`` says which of it is an alert on a day. An identifier names the fact (a drop up to one
month, the end of one contract), so that an answer to it is never taken for one to the next.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.alert import Alert, AlertDeed, AlertKind, AlertLevel
from app.quoting.customer import CustomerPromise
from app.quoting.next_steps import NextStep, next_step_of, step_alerts
from app.quoting.promises import open_promises, promise_alerts
from app.quoting.tracking import PromisedSaving, TrackedSaving, tracked
from app.quoting.tracking_alerts import saving_alerts
from catalog.period import LONGEST_TERM, Month, month_after, month_of
from pricing.season import season_of
from pricing.spend import ChurnLevel, ChurnSignal
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.quoting.customer import Customer
    from pricing.bills import Bills
    from pricing.spend import SpendPolicy

_HUNDRED = 100


class RisingMonth(msgspec.Struct, frozen=True):
    """A calendar month that usually lies above the others: 1 for January, percent above."""

    number: int
    above: Decimal


class CompetitorEnd(msgspec.Struct, frozen=True):
    """A competitor's contract with a last day."""

    operator: str
    product: str
    monthly: int
    ends: date


class CustomerSignals(msgspec.Struct, frozen=True):
    """What a customer's data say on any day.

    Attributes:
        revision: Of the customer that they were worked out of.
        name: Registered name.
        latest: Last month of the bills; empty without.
        drops: Of the total and of what is watched.
        rises: Calendar months that usually lie above the average one.
        ends: Competitors' contracts.
        promises: Those that are open.
        savings: What accepted quotes promised to save, beside the bills.
        step: What is to be done next with him.
    """

    revision: int
    name: str
    latest: Month = ""
    drops: tuple[ChurnSignal, ...] = ()
    rises: tuple[RisingMonth, ...] = ()
    ends: tuple[CompetitorEnd, ...] = ()
    promises: tuple[CustomerPromise, ...] = ()
    savings: tuple[TrackedSaving, ...] = ()
    step: NextStep | None = None


class OwnContract(msgspec.Struct, frozen=True):
    """A contract with us that was signed.

    Attributes:
        quote: Identifier of the quote.
        events: How many entries its log had when this was worked out.
        number: As printed.
        title: Short name of the solution.
        customer: Identifier of the customer.
        ends: Last day.
        monthly: Monthly net amount in fen.
    """

    quote: str
    events: int
    number: str
    title: str
    customer: str
    ends: date
    monthly: int


def signals_of(
    customer: Customer,
    bills: Bills,
    policy: SpendPolicy,
    revision: int,
    promised: Iterable[PromisedSaving] = (),
) -> CustomerSignals:
    """What a customer's bills, competitors and promises say, whatever the day."""
    analysis = analyse(bills, policy)
    months = bills.months()
    totals = {month: sum(c.amounts[month] for c in bills.components) for month in months}
    season = season_of(totals)
    return CustomerSignals(
        revision=revision,
        name=customer.name,
        latest=months[-1] if months else "",
        drops=analysis.churn if analysis is not None else (),
        rises=tuple(
            RisingMonth(month.number, month.index - _HUNDRED)
            for month in (season.months if season is not None else ())
            if month.index - _HUNDRED >= policy.season_rise
        ),
        ends=tuple(
            CompetitorEnd(known.operator, known.product, known.monthly, known.ends)
            for known in customer.competitors
            if known.ends is not None
        ),
        promises=open_promises(customer),
        savings=tracked(promised, customer, bills, policy),
        step=next_step_of(customer),
    )


def contract_end(begins: date, term: int) -> date:
    """Last day of a commitment of so many months: from 15 January for a month, 14 February.

    Where the last month has no such day, it is that month's last day.
    """
    month = month_after(month_of(begins), min(term, LONGEST_TERM))
    year, number = int(month[:4]), int(month[5:7])
    longest = monthrange(year, number)[1]
    if begins.day > longest:
        return date(year, number, longest)
    return date(year, number, begins.day) - timedelta(days=1)


def raised(
    customer: str,
    signals: CustomerSignals,
    contracts: Iterable[OwnContract],
    policy: SpendPolicy,
    today: date,
) -> Iterator[Alert]:
    """The alerts of one customer on a day."""
    yield from _drops(customer, signals, policy, today)
    yield from _ends(customer, signals, contracts, policy, today)
    yield from _rises(customer, signals, policy, today)
    yield from saving_alerts(customer, signals.name, signals.savings, policy, today)
    yield from promise_alerts(customer, signals.name, signals.promises, today)
    yield from step_alerts(customer, signals.name, signals.step, today)


def in_order(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Alerts with the most urgent first: by level, then by day, then by customer."""
    levels = list(AlertLevel)
    return tuple(
        sorted(
            alerts,
            key=lambda one: (levels.index(one.level), one.day or date.min, one.customer, one.id),
        )
    )


def _drops(
    customer: str, signals: CustomerSignals, policy: SpendPolicy, today: date
) -> Iterator[Alert]:
    if not signals.latest or month_after(signals.latest, policy.fresh) < month_of(today):
        return
    for drop in signals.drops:
        yield Alert(
            id=f"{AlertKind.SPEND_DROP}:{customer}:{drop.component}:{signals.latest}",
            kind=AlertKind.SPEND_DROP,
            level=AlertLevel.RED if drop.level is ChurnLevel.RED else AlertLevel.YELLOW,
            customer=customer,
            customer_name=signals.name,
            deed=AlertDeed.OPEN_ANALYSIS,
            part=drop.name,
            facts={
                "component": drop.component,
                "before": str(drop.before),
                "latest": str(drop.latest),
                "drop": f"{drop.drop}",
                "month": signals.latest,
            },
        )


def _ends(
    customer: str,
    signals: CustomerSignals,
    contracts: Iterable[OwnContract],
    policy: SpendPolicy,
    today: date,
) -> Iterator[Alert]:
    near = today + timedelta(days=policy.ends_ahead)
    soon = today + timedelta(days=policy.ends_ahead // 3)
    for own in contracts:
        if today <= own.ends <= near:
            yield Alert(
                id=f"{AlertKind.CONTRACT_END}:{own.quote}:{own.ends}",
                kind=AlertKind.CONTRACT_END,
                level=AlertLevel.RED if own.ends <= soon else AlertLevel.YELLOW,
                customer=customer,
                customer_name=signals.name,
                deed=AlertDeed.START_QUOTE,
                day=own.ends,
                quote=own.quote,
                facts={"number": own.number, "title": own.title, "monthly": str(own.monthly)}
                | {"days": str((own.ends - today).days)},
            )
    for other in signals.ends:
        if today <= other.ends <= near:
            yield Alert(
                id=f"{AlertKind.COMPETITOR_END}:{customer}:{other.operator}:{other.product}"
                f":{other.ends}",
                kind=AlertKind.COMPETITOR_END,
                level=AlertLevel.YELLOW if other.ends <= soon else AlertLevel.NOTICE,
                customer=customer,
                customer_name=signals.name,
                deed=AlertDeed.START_QUOTE,
                day=other.ends,
                facts={"operator": other.operator, "monthly": str(other.monthly)}
                | {"days": str((other.ends - today).days)},
            )


def _rises(
    customer: str, signals: CustomerSignals, policy: SpendPolicy, today: date
) -> Iterator[Alert]:
    above = {rise.number: rise.above for rise in signals.rises}
    for ahead in range(1, policy.season_ahead + 1):
        month = month_after(month_of(today), ahead)
        number = int(month[5:7])
        # Only the first month of a rise is told: in the middle of one it is no news.
        if number in above and (number - 2) % 12 + 1 not in above:
            yield Alert(
                id=f"{AlertKind.SEASONAL_RISE}:{customer}:{month}",
                kind=AlertKind.SEASONAL_RISE,
                level=AlertLevel.NOTICE,
                customer=customer,
                customer_name=signals.name,
                deed=AlertDeed.OPEN_ANALYSIS,
                day=date(int(month[:4]), number, 1),
                facts={"above": f"{above[number]}", "month": month},
            )
