"""The bills of a customer as a chart, and what they say in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.bill_chart_data import (
    BillChartData,
    ChartLine,
    ChartSeries,
    ChartTick,
    nice_ticks,
)
from pricing.spend import Unusual

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from pricing.bills import BillComponent, Bills
    from pricing.spend import SpendAnalysis, UnusualAmount

_YUAN = 100
_MOST_SERIES = 12
"""Components that a chart tells apart; of more, those of one name are one series."""
_MOST_SENTENCES = 6


def chart_of(
    speaker: Speaker, bills: Bills, analysis: SpendAnalysis | None
) -> BillChartData | None:
    """The months of the analysis as stacked bars; ``None`` without bills."""
    if analysis is None:
        return None
    translate, figures = speaker.translate, speaker.figures
    window = [month.month for month in analysis.months]
    odd = {(unusual.component, unusual.month) for unusual in analysis.unusual}
    highest = max((month.total for month in analysis.months), default=1)
    return BillChartData(
        months=tuple(short_month(month) for month in window),
        series=_all_series(speaker, bills, window, odd),
        ticks=tuple(
            ChartTick(value, figures.quantity(value // _YUAN))
            for value in nice_ticks(max(highest, _YUAN), 4)
        ),
        average=ChartLine(
            translate("Bills", "Average"), analysis.average, figures.money(analysis.average)
        ),
        typical=ChartLine(
            translate("Bills", "Typical month"), analysis.typical, figures.money(analysis.typical)
        ),
        unusual_label=translate("Bills", "unusual"),
        title=translate("Bills", "Bills by month"),
    )


def _all_series(
    speaker: Speaker, bills: Bills, window: list[str], odd: set[tuple[str, str]]
) -> tuple[ChartSeries, ...]:
    """A series a component; of many numbers, one a charge, and the smallest together."""
    if len(bills.components) <= _MOST_SERIES:
        return tuple(_series(speaker, part, window, odd) for part in bills.components)
    groups: dict[str, list[BillComponent]] = {}
    for part in bills.components:
        name = speaker.name(part.name)
        name = name.removeprefix(f"{part.account} ") if part.account else name
        groups.setdefault(name, []).append(part)
    sums = {name: _sum(parts, window) for name, parts in groups.items()}
    largest = sorted(groups, key=lambda name: -sum(sums[name]))[: _MOST_SERIES - 1]
    others = [name for name in groups if name not in largest]
    shown = [(name, sums[name], groups[name]) for name in groups if name in largest]
    if others:
        label = speaker.translate("Bills", "{count} other charges").format(count=len(others))
        together = tuple(map(sum, zip(*(sums[name] for name in others), strict=True)))
        shown.append((label, together, [part for name in others for part in groups[name]]))
    return tuple(
        ChartSeries(
            id=name,
            label=name,
            values=amounts,
            texts=tuple(map(speaker.figures.money, amounts)),
            unusual=tuple(any((part.id, month) in odd for part in parts) for month in window),
        )
        for name, amounts, parts in shown
    )


def _sum(parts: list[BillComponent], window: list[str]) -> tuple[int, ...]:
    return tuple(sum(part.amounts.get(month, 0) for part in parts) for month in window)


def short_month(month: str) -> str:
    """A month under a chart: ``26-10``."""
    return f"{month[2:4]}-{month[5:7]}"


def _series(
    speaker: Speaker, part: BillComponent, window: list[str], odd: set[tuple[str, str]]
) -> ChartSeries:
    amounts = tuple(part.amounts.get(month, 0) for month in window)
    return ChartSeries(
        id=part.id,
        label=speaker.name(part.name),
        values=amounts,
        texts=tuple(speaker.figures.money(amount) for amount in amounts),
        unusual=tuple((part.id, month) in odd for month in window),
    )


def unusual_sentences(speaker: Speaker, analysis: SpendAnalysis) -> tuple[str, ...]:
    """Each unusual amount in a sentence with its month, its amount and the usual amount.

    Of many, those that are furthest from usual, and how many there are besides.
    """
    if len(analysis.unusual) <= _MOST_SENTENCES:
        return tuple(_sentence(speaker, unusual) for unusual in analysis.unusual)
    furthest = sorted(analysis.unusual, key=lambda one: -abs(one.amount - one.median))
    kept = set(furthest[: _MOST_SENTENCES - 1])
    shown = [_sentence(speaker, unusual) for unusual in analysis.unusual if unusual in kept]
    more = speaker.translate("Bills", "and {count} more unusual amounts")
    return (*shown, more.format(count=len(analysis.unusual) - len(kept)))


def _sentence(speaker: Speaker, unusual: UnusualAmount) -> str:
    figures = speaker.figures
    high = speaker.translate("Bills", "{month} {name} {amount} high, usually {median}")
    low = speaker.translate("Bills", "{month} {name} {amount} low, usually {median}")
    text = high if unusual.direction is Unusual.HIGH else low
    return text.format(
        month=short_month(unusual.month),
        name=speaker.name(unusual.name),
        amount=figures.money(unusual.amount),
        median=figures.money(unusual.median),
    )
