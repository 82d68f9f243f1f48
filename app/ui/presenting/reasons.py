"""Unusual component-months as rows, with what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bills import short_month
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from pricing.spend import ChurnLevel, Unusual

if TYPE_CHECKING:
    from app.quoting.lines_at_risk import LineAtRisk
    from app.ui.presenting.speaker import Speaker
    from pricing.spend import SpendAnalysis, UnusualAmount


def found_months(analysis: SpendAnalysis) -> tuple[UnusualAmount, ...]:
    """What was found unusual, confirmed as normal or not, in order of month."""
    every = (*analysis.unusual, *analysis.normal)
    return tuple(sorted(every, key=lambda one: (one.month, one.component)))


def key_of(found: UnusualAmount) -> str:
    """Names a component-month in a table."""
    return f"{found.month} {found.component}"


def reason_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of unusual months."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Reasons", "Month and charge"), 0, "left"),
        ColumnSpec("amount", translate("Reasons", "Amount"), 76),
        ColumnSpec("state", translate("Reasons", "What it is"), 92, "left"),
    )


def reason_row(speaker: Speaker, found: UnusualAmount, *, normal: bool) -> TableRow:
    """One unusual month: its amount, its usual level, and what somebody said of it."""
    translate, figures = speaker.translate, speaker.figures
    if normal:
        state = Cell(translate("Reasons", "normal"), hint=found.reason)
    elif found.explained:
        state = Cell(translate("Reasons", "special"), hint=found.reason)
    else:
        state = Cell(translate("Reasons", "open"), tone="warn")
    arrow = "▲" if found.direction is Unusual.HIGH else "▼"
    usually = translate("Reasons", "usually {median}").format(median=figures.money(found.median))
    return TableRow(
        key_of(found),
        f"{arrow} {short_month(found.month)} {speaker.name(found.name)}",
        subtitle=" · ".join(part for part in (usually, found.reason) if part),
        cells=(Cell(figures.money(found.amount)), state),
    )


def reason_rows(speaker: Speaker, analysis: SpendAnalysis) -> tuple[TableRow, ...]:
    """Every unusual month of the window."""
    return tuple(
        reason_row(speaker, found, normal=found in analysis.normal)
        for found in found_months(analysis)
    )


def drop_sentences(speaker: Speaker, analysis: SpendAnalysis) -> tuple[str, ...]:
    """What fell by so much that it is a signal, the most first; red ones say so in a word."""
    translate, figures = speaker.translate, speaker.figures
    told = {
        ChurnLevel.RED: translate("Reasons", "Red: {name} fell from {before} to {latest}, {drop}"),
        ChurnLevel.YELLOW: translate(
            "Reasons", "Yellow: {name} fell from {before} to {latest}, {drop}"
        ),
    }
    return tuple(
        told[signal.level].format(
            name=speaker.name(signal.name) or translate("Reasons", "the total"),
            before=figures.money(signal.before),
            latest=figures.money(signal.latest),
            drop=figures.percent(signal.drop),
        )
        for signal in analysis.churn
    )


def risk_sentences(speaker: Speaker, lines: tuple[LineAtRisk, ...]) -> tuple[str, ...]:
    """Lines at risk: which, why, and how much a month is at stake."""
    if not lines:
        return ()
    translate, figures = speaker.translate, speaker.figures
    at_stake = figures.yuan(sum(line.monthly for line in lines))
    first = lines[0]
    head = translate("Reasons", "{name} is to be cancelled: {count} lines hang together with it")
    if not first.cancelled:
        head = translate("Reasons", "{name} fell: {count} lines hang together with it")
    names = "、".join(speaker.name(line.name) for line in lines[:6])
    names += "…" if len(lines) > 6 else ""
    stake = translate("Reasons", "{amount} a month is at stake: {names}")
    return (
        head.format(name=speaker.name(first.because), count=len(lines)),
        stake.format(amount=at_stake, names=names),
    )
