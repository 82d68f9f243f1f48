"""Savings that fell short of what was promised, as alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.alert import Alert, AlertDeed, AlertKind, AlertLevel
from app.quoting.tracking import Standing
from catalog.period import month_after, month_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from app.quoting.tracking import TrackedSaving
    from pricing.spend import SpendPolicy


def saving_alerts(
    customer: str, name: str, savings: Iterable[TrackedSaving], policy: SpendPolicy, today: date
) -> Iterator[Alert]:
    """An alert for each promise that was missed, while the bills that say so are fresh.

    Args:
        customer: Identifier of the customer.
        name: His name.
        savings: What was promised beside what came of it.
        policy: Thresholds.
        today: The day.
    """
    for one in savings:
        if one.standing is not Standing.MISSED:
            continue
        latest = one.months[-1]
        if month_after(latest, policy.fresh) < month_of(today):
            continue
        worse = one.saving <= 0
        yield Alert(
            id=f"{AlertKind.SAVING_MISSED}:{one.promised.quote}:{latest}",
            kind=AlertKind.SAVING_MISSED,
            level=AlertLevel.RED if worse else AlertLevel.YELLOW,
            customer=customer,
            customer_name=name,
            deed=AlertDeed.OPEN_ANALYSIS,
            quote=one.promised.quote,
            facts={
                "number": one.promised.number,
                "promised": str(one.promised.saving),
                "real": str(one.saving),
                "months": str(len(one.months)),
            },
        )
