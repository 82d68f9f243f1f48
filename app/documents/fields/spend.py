"""Fields of the customer's past bills: the situation, the replay and the saving.

Groups that do not apply are empty: ``situation`` without bills, ``replay`` without usage,
``saving`` without either. A template asks with ``{% if %}``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.documents.bills_chart import BillsChart, ChartSeries, ReferenceLevel
from app.documents.kind import Field

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, ReplayMonth, Saving
    from app.translation import Words
    from catalog.money import Fen
    from catalog.period import Month
    from pricing.bills import BillComponent
    from pricing.spend import SpendAnalysis, UnusualAmount

CHART_NAME = "bills_chart"
"""Name that the placeholder picture in a template carries as its alternative text."""

BILLS_GUIDE = (
    Field("situation", "账单分析；没有账单则为空", "The bills, if any", is_choice=True),
    Field("situation.period", "所看的月份，从几月到几月", "Months looked at"),
    Field("situation.months", "月份名称", "Names of the months", is_list=True),
    Field("situation.rows", "账单表的行，每项费用一行", "A row per component", is_list=True),
    Field("situation.rows[].name", "费用名称", "Component"),
    Field("situation.rows[].cells", "各月金额", "Amounts by month", is_list=True),
    Field("situation.rows[].cells[].amount", "金额", "Amount"),
    Field("situation.rows[].cells[].unusual", "异常金额", "It is unusual", is_choice=True),
    Field("situation.rows[].average", "月均", "Monthly average"),
    Field("situation.totals", "各月合计", "Totals by month", is_list=True),
    Field("situation.adjusted", "剔除异常后的各月合计", "Adjusted totals", is_list=True),
    Field("situation.has_unusual", "有异常月份", "Some are unusual", is_choice=True),
    Field("situation.unusual", "异常的费用", "Unusual amounts", is_list=True),
    Field("situation.unusual[].month", "月份", "Month"),
    Field("situation.unusual[].name", "费用名称", "Component"),
    Field("situation.unusual[].amount", "当月金额", "Amount"),
    Field("situation.unusual[].usual", "该项费用的平常水平", "Its usual amount"),
    Field("situation.unusual[].reason", "为什么异常", "Why it is unusual"),
    Field("situation.unusual_sentence", "一句话说明异常", "The unusual months in a sentence"),
    Field("situation.average", "月均", "Plain average"),
    Field("situation.typical", "典型月", "Typical month"),
    Field("situation.least", "最低月", "Smallest month"),
    Field("situation.most", "最高月", "Largest month"),
    Field("situation.fluctuation", "波动系数", "Fluctuation coefficient"),
)

SPEND_GUIDE = (
    *BILLS_GUIDE,
    Field("replay", "套餐试算；没有用量则为空", "Replay, if usage is known", is_choice=True),
    Field("replay.rows", "试算的各月", "Months", is_list=True),
    Field("replay.rows[].month", "月份", "Month"),
    Field("replay.rows[].actual", "实际账单", "Billed"),
    Field("replay.rows[].planned", "按本方案", "Under the plan"),
    Field("replay.rows[].saving", "节省", "Saved"),
    Field("replay.actual", "实际合计", "Billed in all"),
    Field("replay.planned", "按本方案合计", "Under the plan in all"),
    Field("replay.saving", "节省合计", "Saved in all"),
    Field("replay.is_gain", "合计确有节省", "Something is saved in all", is_choice=True),
    Field("replay.least", "按本方案最低的一个月", "Smallest month under the plan"),
    Field("replay.most", "按本方案最高的一个月", "Largest month under the plan"),
    Field("saving", "与现在相比；没有账单则为空", "Against today, if known", is_choice=True),
    Field("saving.is_gain", "确有节省", "The offer is cheaper", is_choice=True),
    Field("saving.today", "现在每月（典型月，同口径）", "Today, typical month, like for like"),
    Field("saving.offered", "方案每月", "Offered a month"),
    Field("saving.monthly", "每月节省", "Saved a month"),
    Field("saving.percent", "节省比例", "Of today"),
    Field("saving.over_term", "合同期共节省", "Saved over the term"),
    Field("saving.against_average", "与简单月均相比", "Against the plain average"),
    Field("saving.new_value", "新增业务每月价值；没有则为空", "New services a month, or empty"),
    Field("saving.per_day", "合每天多少元，进位到分", "Per day, rounded up"),
)


def bills_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The group ``situation``."""
    analysis = revision.analysis
    return {"situation": _situation(revision, analysis, words, figures) if analysis else {}}


def spend_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The groups ``situation``, ``replay`` and ``saving``."""
    saving = revision.saving
    return {
        **bills_fields(revision, words, figures),
        "replay": _replay(revision.replay, figures) if revision.replay else {},
        "saving": _saving(saving, figures) if saving else {},
    }


def spend_charts(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, BillsChart]:
    """The chart of the bills; none without bills."""
    analysis = revision.analysis
    if analysis is None:
        return {}
    months = tuple(month.month for month in analysis.months)
    series = tuple(
        ChartSeries(
            figures.text(component.name),
            tuple(component.amounts.get(month, 0) for month in months),
            tuple(
                index
                for index, month in enumerate(months)
                if _is_unusual(analysis, component.id, month)
            ),
        )
        for component in revision.bills.components
    )
    chart = BillsChart(
        months=tuple(_short_month(month, words) for month in months),
        series=series,
        typical=ReferenceLevel(words("paper.chart.typical"), analysis.typical),
        average=ReferenceLevel(words("paper.chart.average"), analysis.average),
        unit=words("paper.chart.unit"),
        unusual_name=words("paper.chart.unusual"),
    )
    return {CHART_NAME: chart}


def _situation(
    revision: CustomerRevision, analysis: SpendAnalysis, words: Words, figures: Figures
) -> FieldValue:
    months = tuple(month.month for month in analysis.months)
    return {
        "period": words(
            "paper.period_of_months", first=figures.month(months[0]), last=figures.month(months[-1])
        ),
        "months": [_short_month(month, words) for month in months],
        "rows": [
            _component_row(component, months, analysis, figures)
            for component in revision.bills.components
        ],
        "totals": [figures.money(month.total) for month in analysis.months],
        "adjusted": [figures.money(month.adjusted) for month in analysis.months],
        "has_unusual": bool(analysis.unusual),
        "unusual": [
            {
                "month": figures.month(found.month),
                "name": figures.text(found.name),
                "amount": figures.money(found.amount),
                "usual": figures.money(found.median),
                "reason": _reason(found, words, figures),
            }
            for found in analysis.unusual
        ],
        "unusual_sentence": _unusual_sentence(analysis, words, figures),
        "average": figures.money(analysis.average),
        "typical": figures.money(analysis.typical),
        "least": figures.money(analysis.least),
        "most": figures.money(analysis.most),
        "fluctuation": figures.percent(analysis.fluctuation),
    }


def _reason(found: UnusualAmount, words: Words, figures: Figures) -> str:
    """Why an amount is unusual: what somebody has said, and how far from usual it is."""
    how = _how_far(found, words, figures)
    return words("paper.unusual_reason.told", reason=found.reason, how=how) if found.reason else how


def _how_far(found: UnusualAmount, words: Words, figures: Figures) -> str:
    """How many times its usual level an amount is, rounded to a tenth."""
    if not found.median:
        return words("paper.unusual_reason.new")
    times = (Decimal(found.amount) / found.median).quantize(Decimal("0.1"))
    return words(
        f"paper.unusual_reason.{found.direction.value}",
        times=f"{times:f}",
        usual=figures.money(found.median),
    )


def _component_row(
    component: BillComponent, months: tuple[Month, ...], analysis: SpendAnalysis, figures: Figures
) -> FieldValue:
    average = analysis.component_averages.get(component.id)
    return {
        "name": figures.text(component.name),
        "cells": [
            {
                "amount": figures.money(component.amounts.get(month, 0)),
                "unusual": _is_unusual(analysis, component.id, month),
            }
            for month in months
        ],
        "average": "" if average is None else figures.money(average),
    }


def _is_unusual(analysis: SpendAnalysis, component: str, month: Month) -> bool:
    return any(found.component == component and found.month == month for found in analysis.unusual)


def _unusual_sentence(analysis: SpendAnalysis, words: Words, figures: Figures) -> str:
    """Which months of which components are unusual, one part per component and direction."""
    groups: dict[tuple[str, str], list[str]] = {}
    for found in analysis.unusual:
        key = (figures.text(found.name), found.direction.value)
        groups.setdefault(key, []).append(_short_month(found.month, words))
    return words("paper.list_semicolon").join(
        words(
            f"paper.unusual.{direction}", name=name, months=words("paper.list_comma").join(months)
        )
        for (name, direction), months in groups.items()
    )


def _short_month(month: Month, words: Words) -> str:
    return words(f"paper.month.{month[5:7]}")


def _replay(replay: tuple[ReplayMonth, ...], figures: Figures) -> FieldValue:
    """The months and the sum, smallest and largest of the columns that are printed."""
    planned: list[Fen] = [month.planned for month in replay]
    return {
        "rows": [
            {
                "month": figures.month(month.month),
                "actual": figures.money(month.actual),
                "planned": figures.money(month.planned),
                "saving": figures.money(month.saving),
            }
            for month in replay
        ],
        "actual": figures.money(sum(month.actual for month in replay)),
        "planned": figures.money(sum(planned)),
        "saving": figures.money(sum(month.saving for month in replay)),
        "is_gain": sum(month.saving for month in replay) > 0,
        "least": figures.money(min(planned)),
        "most": figures.money(max(planned)),
    }


def _saving(saving: Saving, figures: Figures) -> FieldValue:
    return {
        "is_gain": saving.saving > 0,
        "today": figures.money(saving.today),
        "offered": figures.money(saving.offered),
        "monthly": figures.money(saving.saving),
        "percent": figures.percent(saving.percent),
        "over_term": figures.money(saving.over_term),
        "against_average": figures.money(saving.against_average),
        "new_value": figures.money(saving.new_value) if saving.new_value else "",
        "per_day": figures.money(saving.per_day),
    }
