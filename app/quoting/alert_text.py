"""An alert in words: what is the matter, in one sentence, and what is done about it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.figures import Figures
    from app.quoting.alert import Alert
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
