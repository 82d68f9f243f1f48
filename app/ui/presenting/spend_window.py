"""The window of months that an analysis looks at, as a chart, as rows and as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bills import short_month
from app.ui.widgets.bill_chart_data import (
    BillChartData,
    ChartLine,
    ChartSeries,
    ChartTick,
    nice_ticks,
)
from app.ui.widgets.figure_lines import Line
from app.ui.widgets.rows import Cell, ColumnSpec, LazyRows, TableRow
from pricing.season import season_of, year_ago
from pricing.spend_groups import Grouping
from pricing.spend_series import SeriesFigures, Steadiness, figures_of

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone
    from pricing.bills import Bills
    from pricing.spend import SpendAnalysis, SpendPolicy
    from pricing.spend_groups import SpendGroup

_YUAN = 100
_MOST_SERIES = 8
"""Groups that a chart tells apart; of more, the smallest are one series."""
_SEASONAL = 10
"""Percent from the average month from which a calendar month is named."""


def window_chart(
    speaker: Speaker, groups: tuple[SpendGroup, ...], analysis: SpendAnalysis
) -> BillChartData:
    """The groups as stacked bars with the average and the typical month across."""
    translate, figures = speaker.translate, speaker.figures
    highest = max((month.total for month in analysis.months), default=1)
    ticks = nice_ticks(max(highest, _YUAN), 4)
    return BillChartData(
        months=tuple(short_month(month.month) for month in analysis.months),
        series=tuple(_series(speaker, group) for group in _few(speaker, groups)),
        ticks=tuple(ChartTick(value, figures.quantity(value // _YUAN)) for value in ticks),
        average=ChartLine(
            translate("Bills", "Average"), analysis.average, figures.money(analysis.average)
        ),
        typical=ChartLine(
            translate("Bills", "Typical month"), analysis.typical, figures.money(analysis.typical)
        ),
        unusual_label=translate("Bills", "unusual"),
        title=translate("Bills", "Bills by month"),
    )


def group_name(speaker: Speaker, group: SpendGroup) -> str:
    """Name of a group; the total has none of its own."""
    return speaker.name(group.name) or speaker.translate("Spend", "Total")


def _few(speaker: Speaker, groups: tuple[SpendGroup, ...]) -> list[tuple[str, SpendGroup]]:
    named = [(group_name(speaker, group), group) for group in groups]
    if len(named) <= _MOST_SERIES:
        return named
    largest = sorted(named, key=lambda one: -sum(one[1].amounts))[: _MOST_SERIES - 1]
    kept = {id(group) for _, group in largest}
    rest = [group for _, group in named if id(group) not in kept]
    first = rest[0]
    columns = zip(*(group.amounts for group in rest), strict=True)
    unusual = frozenset[int]().union(*(group.unusual for group in rest))
    amounts = tuple(map(sum, columns))
    other = type(first)("+", first.name, first.months, amounts, amounts, unusual)
    label = speaker.translate("Spend", "{count} others").format(count=len(rest))
    return [one for one in named if id(one[1]) in kept] + [(label, other)]


def _series(speaker: Speaker, named: tuple[str, SpendGroup]) -> ChartSeries:
    label, group = named
    return ChartSeries(
        id=group.id,
        label=label,
        values=group.amounts,
        texts=tuple(map(speaker.figures.money, group.amounts)),
        unusual=tuple(place in group.unusual for place in range(len(group.amounts))),
    )


# ---------------------------------------------------------------- the table


def group_columns(speaker: Speaker, by: Grouping) -> tuple[ColumnSpec, ...]:
    """Columns of the groups."""
    translate = speaker.translate
    first = {
        Grouping.TOTAL: translate("Spend", "Total"),
        Grouping.CHARGE: translate("Spend", "Charge"),
        Grouping.ACCOUNT: translate("Spend", "Account"),
    }[by]
    return (
        ColumnSpec("name", first, 0, "left"),
        ColumnSpec("average", translate("Spend", "Average"), 88),
        ColumnSpec("typical", translate("Spend", "Typical"), 88),
        ColumnSpec("median", translate("Spend", "Median"), 88, min_window=1500),
        ColumnSpec("least", translate("Spend", "Least"), 88, min_window=1300),
        ColumnSpec("most", translate("Spend", "Most"), 88, min_window=1300),
        ColumnSpec("fluctuation", translate("Spend", "Fluctuation"), 100),
        ColumnSpec("trend", translate("Spend", "Trend a month"), 120),
        ColumnSpec("drop", translate("Spend", "Latest"), 96),
    )


def group_rows(speaker: Speaker, groups: tuple[SpendGroup, ...], policy: SpendPolicy) -> LazyRows:
    """A row for each group, worked out when it is first seen."""
    return LazyRows(
        [group.id for group in groups],
        lambda place: group_row(speaker, groups[place], policy),
    )


def group_row(speaker: Speaker, group: SpendGroup, policy: SpendPolicy) -> TableRow:
    """What the months of a group say."""
    found, money = figures_of(group, policy), speaker.figures.money
    cells = (
        Cell(money(found.average)),
        Cell(money(found.typical), tone="strong"),
        Cell(money(found.median)),
        Cell(money(found.least), tone="muted"),
        Cell(money(found.most), tone="muted"),
        Cell(speaker.figures.percent(found.fluctuation)),
        Cell(_trend(speaker, found), hint=trend_sentence(speaker, found)),
        _latest(speaker, found, policy),
    )
    subtitle = steadiness_name(speaker, found.steadiness)
    return TableRow(group.id, group_name(speaker, group), subtitle=subtitle, cells=cells)


def steadiness_name(speaker: Speaker, steadiness: Steadiness) -> str:
    """What a series is like, in a word."""
    return {
        Steadiness.STABLE: speaker.translate("Spend", "stable"),
        Steadiness.VARYING: speaker.translate("Spend", "varying"),
        Steadiness.TRENDING: speaker.translate("Spend", "trending"),
    }[steadiness]


def _trend(speaker: Speaker, found: SeriesFigures) -> str:
    if found.trend is None:
        return "—"
    sign = "+" if found.trend.slope > 0 else ""
    return f"{sign}{speaker.figures.money(found.trend.slope)}"


def trend_sentence(speaker: Speaker, found: SeriesFigures) -> str:
    """The trend with its months and how far they agree; empty without one."""
    if found.trend is None:
        return ""
    text = speaker.translate(
        "Spend", "{slope} a month from {first} to {last}; {agreement} more pairs agree than not"
    )
    return text.format(
        slope=_trend(speaker, found),
        first=short_month(found.trend.first),
        last=short_month(found.trend.last),
        agreement=speaker.figures.percent(found.trend.agreement),
    )


def _latest(speaker: Speaker, found: SeriesFigures, policy: SpendPolicy) -> Cell:
    if found.drop is None or found.before is None:
        return Cell("—")
    tone: Tone = "normal"
    if found.drop >= policy.churn_red:
        tone = "bad"
    elif found.drop >= policy.churn_yellow:
        tone = "warn"
    text = speaker.translate("Spend", "{latest} against {before} in the first months")
    hint = text.format(
        latest=speaker.figures.money(found.latest), before=speaker.figures.money(found.before)
    )
    sign = "−" if found.drop > 0 else "+"
    return Cell(f"{sign}{speaker.figures.percent(abs(found.drop))}", tone=tone, hint=hint)


# ---------------------------------------------------------------- what it says


def window_lines(
    speaker: Speaker, analysis: SpendAnalysis, total: SpendGroup, policy: SpendPolicy
) -> tuple[Line, ...]:
    """The figures of the total, the typical month first."""
    translate, figures = speaker.translate, speaker.figures
    found = figures_of(total, policy)
    spread = f"{figures.money(analysis.least)} – {figures.money(analysis.most)}"
    spread += f" ({figures.percent(analysis.spread)})"
    fluctuation = figures.percent(analysis.fluctuation)
    word = steadiness_name(speaker, found.steadiness)
    return (
        Line(translate("Spend", "Typical month"), figures.yuan(analysis.typical), strong=True),
        Line(translate("Spend", "Plain average"), figures.yuan(analysis.average)),
        Line(translate("Spend", "Median"), figures.yuan(analysis.median)),
        Line(translate("Spend", "Least – most"), spread),
        Line(translate("Spend", "Fluctuation"), f"{fluctuation} · {word}"),
        Line(translate("Spend", "Trend a month"), _trend(speaker, found)),
    )


def season_sentences(speaker: Speaker, bills: Bills) -> tuple[str, ...]:
    """The latest month beside last year's, and calendar months that lie apart.

    Of less than two whole years the second says that nothing is claimed.
    """
    translate, figures = speaker.translate, speaker.figures
    months = bills.months()
    totals = {month: sum(c.amounts[month] for c in bills.components) for month in months}
    told = []
    last = year_ago(totals, months[-1]) if months else None
    if last is not None:
        text = translate("Spend", "{month}: {amount}, a year before {before} ({change})")
        change = f"{'+' if last.change > 0 else ''}{figures.percent(last.change)}"
        told.append(
            text.format(
                month=short_month(last.month),
                amount=figures.money(last.amount),
                before=figures.money(last.before),
                change=change,
            )
        )
    season = season_of(totals)
    if season is None:
        told.append(translate("Spend", "No season is claimed: fewer than 24 months are known."))
        return tuple(told)
    apart = [one for one in season.months if abs(one.index - 100) >= _SEASONAL]
    if not apart:
        told.append(translate("Spend", "No month of the year lies apart from the others."))
    for one in apart:
        text = translate("Spend", "Month {number}: {index} of the average month")
        told.append(text.format(number=one.number, index=figures.percent(one.index)))
    return tuple(told)
