"""Rows of the portfolio: whom to visit and why, where value meets risk, and what each brings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.quoting.alert_text import told_alert
from app.quoting.portfolio import Risk
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.portfolio import Candidate, Pareto
    from app.services.portfolio import Portfolio
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone

_TONES: dict[Risk, Tone] = {
    Risk.HIGH: "bad",
    Risk.MEDIUM: "warn",
    Risk.LOW: "normal",
    Risk.NONE: "muted",
}


def risk_name(speaker: Speaker, risk: Risk) -> str:
    """What a level of risk is called."""
    translate = speaker.translate
    return {
        Risk.HIGH: translate("Portfolio", "high"),
        Risk.MEDIUM: translate("Portfolio", "medium"),
        Risk.LOW: translate("Portfolio", "low"),
        Risk.NONE: translate("Portfolio", "none"),
    }[risk]


def visit_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of whom to visit."""
    translate = speaker.translate
    return (
        ColumnSpec("customer", translate("Portfolio", "Customer"), 0, "left"),
        ColumnSpec("value", translate("Portfolio", "Value"), 76, "left"),
        ColumnSpec("typical", translate("Portfolio", "Typical month"), 112),
        ColumnSpec("risk", translate("Portfolio", "Risk"), 92, "left"),
        ColumnSpec("visit", translate("Portfolio", "Next visit"), 108, "left"),
    )


def visit_rows(speaker: Speaker, candidates: Sequence[Candidate]) -> tuple[TableRow, ...]:
    """One row a customer, in their order, with the reasons below the name."""
    figures = speaker.figures
    return tuple(
        TableRow(
            one.id,
            one.name,
            subtitle=" · ".join(reasons(speaker, one)),
            cells=(
                Cell(one.value or "–"),
                Cell(figures.money(one.typical) if one.typical else "–"),
                Cell(risk_name(speaker, one.risk), tone=_TONES[one.risk]),
                Cell(one.visit.isoformat() if one.visit is not None else ""),
            ),
        )
        for one in candidates
    )


def reasons(speaker: Speaker, candidate: Candidate) -> tuple[str, ...]:
    """What speaks for the risk, the gravest first."""
    told = [told_alert(one, speaker.words, speaker.figures) for one in candidate.dangers]
    if candidate.rivals:
        text = speaker.translate("Portfolio", "has {count} from competitors")
        told.append(text.format(count=candidate.rivals))
    return tuple(told)


def matrix_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of where value meets risk."""
    title = speaker.translate("Portfolio", "Value × risk")
    levels = sorted(Risk, reverse=True)
    return (
        ColumnSpec("value", title, 0, "left"),
        *(ColumnSpec(f"risk{level}", risk_name(speaker, level), 92) for level in levels),
    )


def matrix_rows(speaker: Speaker, portfolio: Portfolio) -> tuple[TableRow, ...]:
    """One row a class, the highest first, with how many customers are at which risk."""
    counts = Counter((one.value, one.risk) for one in portfolio.candidates)
    levels = sorted(Risk, reverse=True)
    of = speaker.translate("Portfolio", "class {name}")
    without = speaker.translate("Portfolio", "no class")
    return tuple(
        TableRow(
            f"class:{name}",
            of.format(name=name) if name else without,
            cells=tuple(
                Cell(
                    str(counts[name, level] or "–"),
                    tone="strong" if counts[name, level] else "muted",
                )
                for level in levels
            ),
        )
        for name in (*portfolio.classes, "")
    )


def share_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of what each customer brings."""
    translate = speaker.translate
    return (
        ColumnSpec("customer", translate("Portfolio", "Customer"), 0, "left"),
        ColumnSpec("monthly", translate("Portfolio", "Average bill"), 120),
        ColumnSpec("share", translate("Portfolio", "Share"), 92),
        ColumnSpec("cumulative", translate("Portfolio", "Together with all larger"), 150),
    )


def share_rows(speaker: Speaker, pareto: Pareto) -> tuple[TableRow, ...]:
    """One row a customer, the largest first; those who bring the 80 percent are strong."""
    figures = speaker.figures
    return tuple(
        TableRow(
            one.id,
            f"{place}. {one.name}",
            cells=(
                Cell(figures.money(one.monthly), tone="strong" if one.above else "muted"),
                Cell(figures.percent(one.share)),
                Cell(figures.percent(one.cumulative), tone="strong" if one.above else "muted"),
            ),
        )
        for place, one in enumerate(pareto.shares, start=1)
    )


def pareto_sentence(speaker: Speaker, pareto: Pareto) -> str:
    """How few bring 80 percent."""
    if not pareto.shares:
        return speaker.translate("Portfolio", "No customer has bills yet.")
    text = speaker.translate(
        "Portfolio",
        "{few} of {count} customers with bills ({percent}) bring at least 80 % of {total} a month.",
    )
    return text.format(
        few=pareto.few,
        count=len(pareto.shares),
        percent=speaker.figures.percent(pareto.percent),
        total=speaker.figures.yuan(pareto.total),
    )
