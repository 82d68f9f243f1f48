"""What the product says about a priced quote, as the lines of a scenario file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures import Figures
from app.translation import load_words
from catalog.money import decimal_percent
from catalog.period import BillingPeriod
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.authority import Verdict
    from pricing.priced import Amounts, PricedCharge, PricedItem, PricedQuote
    from pricing.trail import PriceStep

FIGURES, WORDS = Figures("en"), load_words("en")
LOWEST = "L1"
PERIODS = {
    BillingPeriod.ONCE: "once",
    BillingPeriod.MONTH: "monthly",
    BillingPeriod.YEAR: "yearly",
    BillingPeriod.PER_USE: "usage",
}


def told(priced: PricedQuote, verdict: Verdict) -> Iterator[str]:
    """Items with their charges, sums, who must approve, findings."""
    yield from _items_and_sums(priced)
    yield from _approval(verdict)
    yield from _findings(priced)


def _items_and_sums(priced: PricedQuote) -> Iterator[str]:
    for item in priced.items:
        yield f"{item.quantity} x {item.offering}" + (" optional" if item.optional else "")
        for charge in item.charges:
            yield "  " + _charge(charge)
            yield from _unused(charge)
        if any(part.amounts.net_amount for part in item.schedule[:-1]):
            yield from _months(item)
    totals = priced.totals
    for name in ("one_time", "monthly", "yearly", "usage", "free"):
        amounts: Amounts = getattr(totals, name)
        if amounts.list_amount or amounts.net_amount:
            yield f"{name.replace('_', '-')} {_sum(amounts)}"
    yield f"contract {totals.term} months {_sum(totals.contract)}"
    given = measure(priced)
    margin, taken = decimal_percent(given.margin), decimal_percent(given.cumulative)
    cost = FIGURES.money(totals.contract.cost)
    yield f"cost {cost}, margin {margin}%, concession {taken}%"


def _charge(charge: PricedCharge) -> str:
    money = FIGURES.money
    first, *steps = charge.steps
    counted = f"{FIGURES.quantity(charge.quantity)} x {FIGURES.price(charge.list_price)}"
    further = (f", {_name(step)} {money(step.result)}" for step in steps)
    return (
        f"{charge.code} {PERIODS[charge.period]} {counted} = {money(first.result)}"
        f"{''.join(further)}, VAT {money(charge.tax)}"
    )


def _name(step: PriceStep) -> str:
    """A rule by its identifier, everything else by what it is."""
    if step.code == "step.rule":
        return step.source
    return step.code.removeprefix("step.").replace("_", " ")


def _unused(charge: PricedCharge) -> Iterator[str]:
    """Promotions that were not used, and why."""
    for one in charge.rejected:
        yield f"    not used: {one.rule} ({one.reason.replace('_', ' ')}: {one.because_of})"


def _months(item: PricedItem) -> Iterator[str]:
    """What the months cost, when they cost something else, but not nothing."""
    for part in item.schedule:
        yield f"  months {part.first}-{part.last} {FIGURES.money(part.amounts.net_amount)}"


def _sum(amounts: Amounts) -> str:
    money = FIGURES.money
    return f"{money(amounts.net_amount)} = {money(amounts.net_ex_tax)} + VAT {money(amounts.tax)}"


def _approval(verdict: Verdict) -> Iterator[str]:
    reasons = [
        f"{c.id.replace('_', ' ')} {'' if c.value is None else c.value}".strip()
        + f" {c.level or 'nobody'}"
        for c in verdict.criteria
        if c.level != LOWEST
    ]
    yield f"approval {verdict.level or 'nobody'}" + (f": {', '.join(reasons)}" if reasons else "")


def _findings(priced: PricedQuote) -> Iterator[str]:
    for problem in priced.problems:
        text, _ = WORDS.told(problem.code, problem.parameters)
        yield f"{problem.severity} {problem.where.subject}: {text}"
