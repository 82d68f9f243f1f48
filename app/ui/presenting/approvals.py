"""Rows of the approvals page and of its decision dialog."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.approval.difference_text import cells
from app.ui.presenting.life import listed, state_text
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from app.approval.difference import Row
    from app.approval.event import Entry
    from app.approval.invalidation import Worse
    from app.quoting.authority import CriterionVerdict
    from app.services.approvals import ApprovalRow
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone


def approval_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list."""
    translate, titled = speaker.translate, speaker.figures.listed_title
    columns = (
        ColumnSpec("title", translate("Approvals", "Quote"), 0, "left"),
        ColumnSpec("customer", translate("Approvals", "Customer"), 180, "left"),
        ColumnSpec("author", translate("Approvals", "Author"), 90, "left"),
        ColumnSpec("contract", titled(translate("Approvals", "Contract total")), 130),
        ColumnSpec("state", translate("Approvals", "State"), 170, "left"),
        ColumnSpec("waits", translate("Approvals", "Waits for"), 90, "left"),
        ColumnSpec("at", translate("Approvals", "Since"), 150, min_window=1280),
    )
    return tuple(replace(one, sortable=True) for one in columns)


def approval_table(speaker: Speaker, rows: Sequence[ApprovalRow]) -> tuple[TableRow, ...]:
    """One row a quote."""
    return tuple(_approval(speaker, row) for row in rows)


def _approval(speaker: Speaker, row: ApprovalRow) -> TableRow:
    quote, life = row.quote, row.life
    contract = "–" if row.contract is None else speaker.figures.listed(row.contract)
    since = "" if life.changed is None else f"{life.changed.astimezone():%Y-%m-%d %H:%M}"
    return TableRow(
        key=quote.id,
        title=quote.title or speaker.translate("Lists", "Quote without title"),
        icon="file-check",
        subtitle=quote.number,
        cells=(
            Cell(quote.customer_name),
            Cell(quote.manager),
            Cell(contract, tone="strong"),
            Cell(state_text(speaker, row.state, life.label)),
            Cell(listed(speaker, life.waiting)),
            Cell(since, tone="muted"),
        ),
    )


def criterion_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of what the verdict looks at."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Approvals", "Criterion"), 0, "left"),
        ColumnSpec("value", translate("Approvals", "Value"), 110),
        ColumnSpec("limit", translate("Approvals", "Author's limit"), 140),
        ColumnSpec("level", translate("Approvals", "Level"), 70, "left"),
        ColumnSpec("worse", translate("Approvals", "Since the last decision"), 170, "left"),
    )


def criterion_rows(
    speaker: Speaker, criteria: Sequence[CriterionVerdict], worse: Sequence[Worse]
) -> tuple[TableRow, ...]:
    """What is beyond the author's own authority first; terms that got worse at the end."""
    asked = {one.criterion for one in worse}
    known = {one.id for one in criteria}
    ordered = sorted(criteria, key=lambda one: one.id not in asked)
    rows = [_criterion(speaker, one, worse) for one in ordered if _tells(one, asked)]
    rows.extend(_term(speaker, one) for one in worse if one.criterion not in known)
    return tuple(rows)


def _tells(criterion: CriterionVerdict, asked: set[str]) -> bool:
    always = {"margin", "contract_value", "cumulative_concession"}
    return criterion.id in asked | always or bool(criterion.value) or criterion.unit == "flag"


def _criterion(speaker: Speaker, criterion: CriterionVerdict, worse: Sequence[Worse]) -> TableRow:
    mine = [one for one in worse if one.criterion == criterion.id]
    sign = "≥" if criterion.smallest else "≤"
    limit = criterion.own_limit
    tone: Tone = "warn" if mine else "normal"
    return TableRow(
        key=criterion.id,
        title=speaker.name(criterion.name),
        cells=(
            Cell(measured(speaker, criterion.value, criterion.unit), tone="strong"),
            Cell(f"{sign} {measured(speaker, limit, criterion.unit)}" if limit is not None else ""),
            Cell(criterion.level),
            Cell("; ".join(_got_worse(speaker, one) for one in mine), tone=tone),
        ),
    )


def _term(speaker: Speaker, one: Worse) -> TableRow:
    translate = speaker.translate
    names = {
        "agreed_term": translate("Approvals", "Term"),
        "agreed_validity": translate("Approvals", "Valid until"),
        "agreed_condition": translate("Approvals", "Condition"),
    }
    name = " · ".join(
        part for part in (names.get(one.criterion, one.criterion), one.subject) if part
    )
    value = measured(speaker, one.value, one.unit)
    told = Cell(_got_worse(speaker, one), tone="warn")
    return TableRow(
        one.key, name, cells=(Cell(value), Cell(""), Cell(listed(speaker, one.roles)), told)
    )


def _got_worse(speaker: Speaker, one: Worse) -> str:
    """By how much; a value that nobody has approved is new."""
    if one.was is None:
        return speaker.translate("Approvals", "beyond own authority")
    was, now = (measured(speaker, value, one.unit) for value in (one.was, one.value))
    return f"{was} → {now}"


def measured(speaker: Speaker, value: Decimal | None, unit: str) -> str:
    """A value in the unit of its criterion."""
    if value is None or unit == "flag":
        return "" if unit == "flag" else speaker.translate("Approvals", "left out")
    if unit == "date":
        return speaker.figures.date(date.fromordinal(int(value)))
    plain = f"{value.normalize():f}"
    months = speaker.translate("Authority", "{count} months")
    known = {
        "percent": speaker.figures.percent(value),
        "months": months.format(count=plain),
        "yuan": f"¥{value:,.2f}",
    }
    return known.get(unit, plain)


def change_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the difference to the revision that was decided last."""
    translate = speaker.translate
    return (
        ColumnSpec("what", translate("Approvals", "What"), 0, "left"),
        ColumnSpec("was", translate("Approvals", "Before"), 150),
        ColumnSpec("now", translate("Approvals", "Now"), 150),
    )


def change_rows(speaker: Speaker, rows: Sequence[Row]) -> tuple[TableRow, ...]:
    """One row a difference; the criteria have a table of their own."""
    told = (cells(row, speaker.words, speaker.figures) for row in rows if row.part != "measure")
    return tuple(
        TableRow(str(place), one.subject, cells=(Cell(one.was, tone="muted"), Cell(one.value)))
        for place, one in enumerate(told)
    )


def log_line(speaker: Speaker, entry: Entry) -> str:
    """One entry of the log in a line."""
    event = entry.event
    more = "；".join(one for one in (event.reason, *event.conditions) if one)
    parts = (
        f"{event.at.astimezone():%Y-%m-%d %H:%M}",
        event.revision,
        speaker.words(f"deed.{event.deed}"),
        event.person.name,
        more,
    )
    return "  ".join(part for part in parts if part)
