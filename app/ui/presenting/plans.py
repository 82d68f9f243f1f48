"""Plans beside each other as rows: what they cost, what the past months say, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bills import short_month
from app.ui.presenting.findings import measure_name
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from app.quoting.plan_comparison import BreakEven, PlanReplay
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone
    from catalog.money import Fen


def plan_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the plans."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Plans", "Plan"), 0, "left"),
        ColumnSpec("monthly", translate("Plans", "Monthly"), 84),
        ColumnSpec("typical", translate("Plans", "Typical month saves"), 136),
        ColumnSpec("sum", translate("Plans", "Months in all"), 104),
        ColumnSpec("saved", translate("Plans", "Saved in all"), 96),
        ColumnSpec("best", translate("Plans", "Best month"), 92),
        ColumnSpec("worst", translate("Plans", "Worst month"), 96),
        ColumnSpec("dearer", translate("Plans", "Dearer months"), 104),
    )


def plan_row(speaker: Speaker, plan: PlanReplay) -> TableRow:
    """One plan."""
    translate, money = speaker.translate, speaker.figures.money
    badge = translate("Plans", "recommended") if plan.recommended else ""
    words = [translate("Plans", "in the quote")] if plan.current else []
    words += [translate("Plans", "not to be offered")] if plan.warned else []
    count = f"{plan.dearer} / {len(plan.months)}"
    return TableRow(
        plan.code,
        speaker.name(plan.name),
        subtitle=" · ".join(words),
        badge=badge,
        cells=(
            Cell(money(plan.monthly)),
            Cell(money(plan.saving.saving), tone=_tone(plan.saving.saving)),
            Cell(money(plan.planned)),
            Cell(money(plan.saved), tone="strong" if plan.saved > 0 else "normal"),
            Cell(money(plan.best.planned), hint=short_month(plan.best.month)),
            Cell(money(plan.worst.planned), hint=short_month(plan.worst.month)),
            Cell(count, tone="warn" if plan.dearer else "normal"),
        ),
    )


def _tone(saving: Fen) -> Tone:
    if saving < 0:
        return "bad"
    return "strong" if saving else "normal"


def month_columns(speaker: Speaker, plans: tuple[PlanReplay, ...]) -> tuple[ColumnSpec, ...]:
    """The month, what was billed, and a column for each plan."""
    translate = speaker.translate
    return (
        ColumnSpec("month", translate("Plans", "Month"), 0, "left"),
        ColumnSpec("actual", translate("Plans", "Billed"), 96),
        *(ColumnSpec(plan.code, speaker.name(plan.name), 180) for plan in plans),
    )


def month_rows(speaker: Speaker, plans: tuple[PlanReplay, ...]) -> tuple[TableRow, ...]:
    """Each past month under each plan; what would have been dearer is marked."""
    if not plans:
        return ()
    money = speaker.figures.money
    return tuple(
        TableRow(
            month.month,
            speaker.figures.month(month.month),
            cells=(
                Cell(money(month.actual), tone="muted"),
                *(
                    Cell(
                        money(plan.months[place].planned),
                        tone="warn" if plan.months[place].saving < 0 else "normal",
                    )
                    for plan in plans
                ),
            ),
        )
        for place, month in enumerate(plans[0].months)
    )


def plan_sentences(speaker: Speaker, plan: PlanReplay) -> tuple[str, ...]:
    """Why a plan is recommended or not, and the usage at which it costs what is paid today."""
    return (_verdict(speaker, plan), *(_unmet(speaker, plan)), *_break_even(speaker, plan))


def _verdict(speaker: Speaker, plan: PlanReplay) -> str:
    translate, figures = speaker.translate, speaker.figures
    saving = plan.saving
    if saving.saving < 0:
        text = translate(
            "Plans",
            "Costs {more} more than a typical month ({today}): only unusual months make it"
            " look cheaper.",
        )
        if saving.against_average <= 0:
            text = translate("Plans", "Costs {more} more than a typical month ({today}).")
        return text.format(more=figures.yuan(-saving.saving), today=figures.money(saving.today))
    text = translate("Plans", "Saves {saving} ({percent}) in a typical month of {today}.")
    return text.format(
        saving=figures.yuan(saving.saving),
        percent=figures.percent(saving.percent),
        today=figures.money(saving.today),
    )


def _unmet(speaker: Speaker, plan: PlanReplay) -> tuple[str, ...]:
    told = []
    for problem in plan.unmet:
        named = {**problem.parameters, "offering": speaker.name(plan.name)}
        named["measure"] = measure_name(speaker, named.get("measure", ""))
        told.append(speaker.finding(problem.code, named)[0])
    return tuple(told)


def _break_even(speaker: Speaker, plan: PlanReplay) -> tuple[str, ...]:
    return tuple(_turning(speaker, one) for one in plan.break_even if one.units is not None)


def _turning(speaker: Speaker, one: BreakEven) -> str:
    text = speaker.translate(
        "Plans", "{name}: costs what is paid today at {units} units a month; typical are {typical}"
    )
    quantity = speaker.figures.quantity
    return text.format(
        name=speaker.name(one.name), units=quantity(one.units or 0), typical=quantity(one.typical)
    )
