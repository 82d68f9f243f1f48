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
        months=tuple(_short(month) for month in window),
        series=tuple(_series(speaker, part, window, odd) for part in bills.components),
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


def _short(month: str) -> str:
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
    """Each unusual amount in a sentence with its month, its amount and the usual amount."""
    return tuple(_sentence(speaker, unusual) for unusual in analysis.unusual)


def _sentence(speaker: Speaker, unusual: UnusualAmount) -> str:
    figures = speaker.figures
    high = speaker.translate("Bills", "{month} {name} {amount} high, usually {median}")
    low = speaker.translate("Bills", "{month} {name} {amount} low, usually {median}")
    text = high if unusual.direction is Unusual.HIGH else low
    return text.format(
        month=_short(unusual.month),
        name=speaker.name(unusual.name),
        amount=figures.money(unusual.amount),
        median=figures.money(unusual.median),
    )
