"""Savings that fell short of what was promised, as alerts and as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.alert import Alert, AlertDeed, AlertKind, AlertLevel
from app.quoting.tracking import CauseKind, Standing
from catalog.period import month_after, month_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from app.figures import Figures
    from app.quoting.tracking import Cause, TrackedSaving
    from app.translation import Words
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


def told_tracked(one: TrackedSaving, words: Words, figures: Figures) -> str:
    """A promised saving beside the real one, in a sentence with its causes."""
    facts = {
        "promised": figures.yuan(one.promised.saving),
        "real": figures.yuan(one.saving),
        "months": str(len(one.months)),
        "begins": figures.month(one.promised.begins),
    }
    told = words(f"tracking.{one.standing}" if one.months else "tracking.no_bills", **facts)
    causes = [told_cause(cause, words, figures) for cause in one.causes]
    if one.causes:
        told += words("tracking.because", causes=words("tracking.between").join(causes))
    return told


def told_cause(cause: Cause, words: Words, figures: Figures) -> str:
    """A cause in a few words."""
    facts = {"name": figures.text(cause.name), "amount": figures.yuan(cause.amount)}
    if cause.kind in {CauseKind.NOTED, CauseKind.PEAK}:
        facts |= {"month": figures.month(cause.month), "text": cause.text}
    return words(f"tracking.cause_{cause.kind}", **facts)
