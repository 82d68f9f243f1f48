"""analyse(): what the last months of bills say; the rules are told in ``pricing.spend``."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import decimal_percent, percent_of, round_half_up
from pricing.bills import Standing
from pricing.spend import (
    ChurnLevel,
    ChurnSignal,
    SpendAnalysis,
    SpendMonth,
    SpendPolicy,
    Unusual,
    UnusualAmount,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from catalog.money import Fen
    from catalog.period import Month
    from pricing.bills import BillComponent, Bills

LONG_DISTANCE = "long_distance"
"""Kind of component that is watched for churn beside the total."""
_PERCENT_DIGITS = 2


def analyse(bills: Bills, policy: SpendPolicy) -> SpendAnalysis | None:
    """Analyse the last complete months; ``None`` when there are none."""
    window = bills.months()[-policy.window :]
    if not window:
        return None
    totals = [sum(c.amounts[month] for c in bills.components) for month in window]
    average = Fraction(sum(totals), len(window))
    least_difference = average * Fraction(policy.least_difference) / 100
    near = least_difference.numerator // least_difference.denominator  # amounts are whole fen
    usual = _Usual(window, near, policy)
    found = [one for component in bills.components for one in usual.exceptions(component)]
    unusual, normal = _explained(bills, found)
    replaced = {(u.component, u.month): u.median - u.amount for u in unusual}
    adjusted = [
        total + sum(change for (_, when), change in replaced.items() if when == month)
        for month, total in zip(window, totals, strict=True)
    ]
    return SpendAnalysis(
        months=tuple(
            SpendMonth(month, total, plain)
            for month, total, plain in zip(window, totals, adjusted, strict=True)
        ),
        average=rounded(average),
        typical=mean(adjusted),
        median=median(totals),
        least=min(totals),
        most=max(totals),
        fluctuation=fluctuation_of(totals),
        spread=decimal_percent(100 * (max(totals) - min(totals)) / average)
        if average
        else decimal_percent(Fraction(0)),
        unusual=unusual,
        normal=normal,
        churn=_churn(bills, window, totals, policy),
        component_averages={
            c.id: mean([c.amounts[month] for month in window]) for c in bills.components
        },
    )


def typical_of(bills: Bills, analysis: SpendAnalysis, components: Sequence[str]) -> Fen:
    """Typical month of some components only; all of them when none is named."""
    if not components:
        return analysis.typical
    window = [month.month for month in analysis.months]
    medians = {(u.component, u.month): u.median for u in analysis.unusual}
    totals = [
        sum(
            medians.get((c.id, month), c.amounts[month])
            for c in bills.components
            if c.id in components
        )
        for month in window
    ]
    return mean(totals)


def average_of(bills: Bills, analysis: SpendAnalysis, components: Sequence[str]) -> Fen:
    """Plain mean of some components only; all of them when none is named."""
    chosen = [c for c in bills.components if not components or c.id in components]
    return mean([sum(c.amounts[m.month] for c in chosen) for m in analysis.months])


def median(values: Iterable[Fen]) -> Fen:
    """Middle value, or the mean of the two middle ones rounded half up; 0 of nothing."""
    ordered = sorted(values)
    if not ordered:
        return 0
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return round_half_up(ordered[middle - 1] + ordered[middle], 2)


def mean(values: Sequence[Fen]) -> Fen:
    """Mean rounded half up to the fen; 0 of nothing."""
    return round_half_up(sum(values), len(values)) if values else 0


def rounded(value: Fraction) -> Fen:
    """A fraction of fen rounded half up."""
    return round_half_up(value.numerator, value.denominator)


class _Usual:
    """Tells amounts that are out of the ordinary; what is the same for all is worked out once."""

    def __init__(self, window: Sequence[Month], near: Fen, policy: SpendPolicy) -> None:
        """Look at a window of months; less than ``near`` from the median is never unusual."""
        self._window, self._near = window, near
        self._history = policy.history
        self._high, self._low = Fraction(policy.high), Fraction(policy.low)
        self._known: dict[tuple[Month, ...], list[Month]] = {}

    def exceptions(self, component: BillComponent) -> Iterable[UnusualAmount]:
        """The unusual amounts of a component, in order of month."""
        amounts = component.amounts
        middle = median([amounts[month] for month in self._looked_at(tuple(amounts))])
        for month in self._window:
            amount = amounts[month]
            if abs(amount - middle) <= self._near:
                continue
            if amount > middle * self._high:
                direction = Unusual.HIGH
            elif amount < middle * self._low:
                direction = Unusual.LOW
            else:
                continue
            yield UnusualAmount(component.id, component.name, month, amount, middle, direction)

    def _looked_at(self, months: tuple[Month, ...]) -> list[Month]:
        """The latest months up to the end of the window; most components know the same ones."""
        known = self._known.get(months)
        if known is None:
            last = self._window[-1]
            upto = sorted(month for month in months if month <= last)
            known = self._known[months] = upto[-self._history :]
        return known


def _explained(
    bills: Bills, found: Iterable[UnusualAmount]
) -> tuple[tuple[UnusualAmount, ...], tuple[UnusualAmount, ...]]:
    """What stays out of the typical month and what belongs to normal, in order of month."""
    reasons = {(one.component, one.month, one.amount): one for one in bills.reasons}
    unusual: list[UnusualAmount] = []
    normal: list[UnusualAmount] = []
    for one in sorted(found, key=lambda u: (u.month, u.component)):
        reason = reasons.get((one.component, one.month, one.amount))
        if reason is None:
            unusual.append(one)
            continue
        told = msgspec.structs.replace(one, explained=True, reason=reason.text)
        (normal if reason.standing is Standing.NORMAL else unusual).append(told)
    return tuple(unusual), tuple(normal)


def fluctuation_of(totals: Sequence[Fen]) -> Decimal:
    """Population standard deviation over mean in percent, by whole-number square root."""
    count, whole = len(totals), sum(totals)
    if not whole:
        return decimal_percent(Fraction(0))
    # sigma / mean = sqrt(n * sum(x^2) - sum(x)^2) / sum(x); the root is taken of a number scaled
    # so far up that two decimals of a percent are exact.
    scale = 10**12
    root = isqrt((count * sum(total * total for total in totals) - whole * whole) * scale**2)
    return decimal_percent(Fraction(100 * root, whole * scale), _PERCENT_DIGITS)


def _churn(
    bills: Bills, window: Sequence[Month], totals: Sequence[Fen], policy: SpendPolicy
) -> tuple[ChurnSignal, ...]:
    watched: list[tuple[str, LocalText, Sequence[Fen]]] = [("", LocalText(), totals)]
    for component in (*bills.components, *bills.series):
        if component.kind == LONG_DISTANCE and all(m in component.amounts for m in window):
            series = [component.amounts[month] for month in window]
            watched.append((component.id, component.name, series))
    signals = []
    for component_id, name, amounts in watched:
        signal = drop_of(component_id, name, amounts, policy)
        if signal is not None:
            signals.append(signal)
    return tuple(sorted(signals, key=lambda signal: -signal.drop))


def drop_of(
    component_id: str, name: LocalText, amounts: Sequence[Fen], policy: SpendPolicy
) -> ChurnSignal | None:
    """How far the latest amount lies below the first months; ``None`` below the yellow threshold.

    Args:
        component_id: Identifier of what is watched; empty for the total.
        name: Its name.
        amounts: Fen of the window's months, oldest first.
        policy: How many first months count, and the thresholds.
    """
    if len(amounts) <= policy.churn_months:
        return None
    before, latest = mean(amounts[: policy.churn_months]), amounts[-1]
    drop = percent_of(before - latest, before)
    if drop < policy.churn_yellow:
        return None
    level = ChurnLevel.RED if drop >= policy.churn_red else ChurnLevel.YELLOW
    return ChurnSignal(component_id, name, before, latest, decimal_percent(drop), level)
