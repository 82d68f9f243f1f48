"""Alerts in words: the figures of the sentence are those of the alert."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.figures import Figures
from app.quoting.alert_text import told_alert, told_deed
from app.quoting.alerts import (
    CompetitorEnd,
    CustomerSignals,
    OwnContract,
    RisingMonth,
    raised,
    signals_of,
)
from app.translation import load_words
from pricing.spend import SpendPolicy
from tests.sample import sample_case

if TYPE_CHECKING:
    from catalog.local_text import Language

TODAY = date(2026, 11, 23)
POLICY = SpendPolicy()


def told(signals: CustomerSignals, language: Language, *contracts: OwnContract) -> list[str]:
    """Every sentence of a customer on the day."""
    found = raised("c", signals, contracts, POLICY, TODAY)
    return [told_alert(alert, load_words(language), Figures(language)) for alert in found]


def test_a_drop_says_from_what_to_what() -> None:
    """The figures of case two."""
    case = sample_case(2)
    signals = signals_of(case.customer, case.bills, POLICY, 1)
    (english,) = told(signals, "en")
    assert "fell from ¥402.02 to ¥128.72 (October 2026): 67.98 % less" in english
    (chinese,) = told(signals, "zh")
    assert "由 ¥402.02 降至 ¥128.72（2026年10月），下降 67.98%" in chinese


def test_ends_and_seasons_say_when() -> None:
    """A contract of ours, one of a competitor, and January."""
    signals = CustomerSignals(
        1,
        "n",
        rises=(RisingMonth(1, Decimal("45.45")),),
        ends=(CompetitorEnd("X", "line", 186_40, date(2026, 12, 20)),),
    )
    own = OwnContract("q", 1, "QW-1", "Plan", "c", date(2026, 12, 31), 668_00)
    assert told(signals, "en", own) == [
        "QW-1 “Plan” (¥668.00 a month) ends on 31 December 2026, in 38 days",
        "The contract with X (¥186.40 a month) ends on 20 December 2026, in 27 days",
        "January 2027 usually lies 45.45 % above the average month: time to prepare an offer",
    ]


def test_the_deed_is_named() -> None:
    """As the button says it."""
    signals = CustomerSignals(1, "n", ends=(CompetitorEnd("X", "l", 1, date(2026, 12, 20)),))
    (alert,) = raised("c", signals, (), POLICY, TODAY)
    assert told_deed(alert, load_words("en")) == "Start a quote"
