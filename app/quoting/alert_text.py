"""Alerts and savings that were promised in words: what is the matter, and what is done about it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.quoting.tracking import CauseKind

if TYPE_CHECKING:
    from app.figures import Figures
    from app.quoting.alert import Alert
    from app.quoting.tracking import Cause, TrackedSaving
    from app.translation import Words

_AMOUNTS = ("before", "latest", "monthly", "promised", "real")
_PERCENTS = ("drop", "above")


def told_alert(alert: Alert, words: Words, figures: Figures) -> str:
    """The sentence of an alert, without the customer's name."""
    facts = dict(alert.facts)
    for name in _AMOUNTS:
        if name in facts:
            facts[name] = figures.yuan(int(facts[name]))
    for name in _PERCENTS:
        if name in facts:
            facts[name] = figures.percent(Decimal(facts[name]))
    if "month" in facts:
        facts["month"] = figures.month(facts["month"])
    if alert.day is not None:
        facts["day"] = figures.date(alert.day)
    facts["part"] = figures.text(alert.part) or words("alert.total")
    if "by" in facts:
        facts["by"] = facts["by"] or "–"
    when = f"_{facts.pop('when')}" if "when" in facts else ""
    return words(f"alert.{alert.kind}{when}", **facts)


def told_deed(alert: Alert, words: Words) -> str:
    """What is done about it, as a button says it."""
    return words(f"alert.deed_{alert.deed}")


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
