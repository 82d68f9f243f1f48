"""Variants of a quote side by side: its scenarios or its options, a column each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.quoting.authority_text import role_text, who_text
from app.quoting.scenario_edits import free_months_of
from app.ui.presenting.differences import moved_text
from app.ui.presenting.findings import findings_of
from app.ui.presenting.quote_discount import quote_discount_text
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from app.quoting.authority.outcome import Verdict
    from app.quoting.negotiation import Variant
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog

TERM, DISCOUNT, FREE = "term", "discount", "free"
"""Rows that can be typed into."""
ROOM: Final = "room"
BLOCKING: Final = "blocking"
_CAPTION, _FIGURE = 0, 194
_MOST_LINES = 4


def variant_columns(speaker: Speaker, titles: Sequence[str]) -> tuple[ColumnSpec, ...]:
    """What a figure is, and a column for each variant."""
    caption = ColumnSpec("caption", speaker.translate("Variants", "Side by side"), _CAPTION, "left")
    return (
        caption,
        *(ColumnSpec(str(place), title, _FIGURE) for place, title in enumerate(titles)),
    )


def variant_rows(
    speaker: Speaker,
    variants: Sequence[Variant],
    typed: Sequence[str],
    room: Mapping[str, Decimal | None],
) -> tuple[TableRow, ...]:
    """A figure a row; amounts with their difference from the first column.

    Args:
        speaker: Words and figures.
        variants: In the order of the columns.
        typed: Rows that can be typed into, in all columns but the first.
        room: The largest discount within own authority by variant, as far as it is known.
    """
    rows = [TableRow(key, caption) for key, caption in _captions(speaker)]
    filled = []
    for row in rows:
        cells = [_cell(speaker, row.key, variants[0], one, typed, room) for one in variants]
        if any(cell.text not in {"", "–"} for cell in cells) or row.key in typed:
            filled.append(TableRow(row.key, row.title, cells=tuple(cells)))
    return tuple(filled)


def told_refusals(
    speaker: Speaker, catalog: ProductCatalog, variants: Sequence[Variant], titles: Sequence[str]
) -> str:
    """Why a variant cannot be offered as it stands, a line for each finding that blocks."""
    lines = []
    for one, title in zip(variants, titles, strict=True):
        keys = {problem.code for problem in _blocking(one)}
        found = findings_of(speaker, catalog, one.worked.revision) if keys else None
        lines += [
            f"{title}：{finding.row.text} {finding.row.detail}".strip()
            if speaker.words.language == "zh"
            else f"{title}: {finding.row.text} {finding.row.detail}".strip()
            for finding in (found.shown if found is not None else ())
            if finding.problem is not None and finding.problem.code in keys
        ]
    return "\n".join(lines[:_MOST_LINES])


def _blocking(one: Variant) -> tuple[Problem, ...]:
    return tuple(one for one in one.worked.revision.priced.problems if one.blocks)


def _captions(speaker: Speaker) -> tuple[tuple[str, str], ...]:
    translate = speaker.translate
    return (
        (TERM, translate("Variants", "Commitment, months")),
        (DISCOUNT, translate("Variants", "Off the whole quote")),
        (FREE, translate("Variants", "Free months")),
        (BLOCKING, translate("Variants", "To be mended first")),
        ("monthly", translate("Variants", "Monthly")),
        ("one_time", translate("Variants", "One-time")),
        ("first_year", translate("Variants", "First year")),
        ("contract", translate("Variants", "Contract total")),
        ("saving", translate("Variants", "Customer saves a month")),
        ("margin", translate("Variants", "Margin (internal)")),
        ("level", translate("Variants", "Approval (internal)")),
        (ROOM, translate("Variants", "Most that I may take off alone")),
    )


def _cell(
    speaker: Speaker,
    key: str,
    first: Variant,
    one: Variant,
    typed: Sequence[str],
    room: Mapping[str, Decimal | None],
) -> Cell:
    if key in {TERM, DISCOUNT, FREE}:
        return Cell(_typed_text(speaker, key, one), editable=key in typed and one is not first)
    if key == "margin":
        margin = speaker.figures.percent(one.margin)
        return Cell(margin, unit=_points(speaker, one.margin - first.margin, one is first))
    if key == BLOCKING:
        count = len(_blocking(one))
        return Cell(str(count), tone="bad") if count else Cell("–", tone="muted")
    if key == "level":
        return _level_cell(speaker, one.worked.revision.verdict)
    if key == ROOM:
        return _room_cell(speaker, one, room)
    return _money_cell(speaker, key, first, one)


def _typed_text(speaker: Speaker, key: str, one: Variant) -> str:
    """What is conceded, as it would be typed."""
    revision = one.worked.revision
    if key == TERM:
        return str(revision.quote.term)
    if key == DISCOUNT:
        return quote_discount_text(speaker.figures, revision.quote.discount) or "–"
    months = free_months_of(revision.quote, revision.priced)
    return speaker.translate("Variants", "various") if months is None else str(months)


def _money_cell(speaker: Speaker, key: str, first: Variant, one: Variant) -> Cell:
    amount, before = dict(_amounts(one))[key], dict(_amounts(first))[key]
    if amount is None:
        return Cell("–", tone="muted")
    moved = ""
    if one is not first and before is not None and amount != before:
        moved = moved_text(speaker, amount - before)
    return Cell(speaker.figures.money(amount), unit=moved, tone="strong" if moved else "normal")


def _amounts(one: Variant) -> Iterator[tuple[str, int | None]]:
    totals, saved = one.worked.revision.priced.totals, one.worked.revision.saving
    yield "monthly", totals.monthly.net_amount
    yield "one_time", totals.one_time.net_amount
    yield "first_year", one.first_year
    yield "contract", totals.contract.net_amount
    yield "saving", saved.saving if saved is not None else None


def _points(speaker: Speaker, by: Decimal, is_first: bool) -> str:
    """A difference of percentages with its sign."""
    if is_first or not by:
        return ""
    return f"{'+' if by > 0 else '−'}{speaker.figures.percent(abs(by))}"


def _level_cell(speaker: Speaker, verdict: Verdict) -> Cell:
    """The level that is needed, and who decides."""
    if verdict.blocked:
        return Cell(speaker.translate("Variants", "not allowed"), tone="bad")
    if verdict.within_own:
        return Cell(speaker.translate("Variants", "own authority"))
    words, figures = speaker.words, speaker.figures
    told = [f"{role_text(one, words, figures)} {who_text(one, words)}" for one in verdict.steps]
    last = verdict.steps[-1] if verdict.steps else None
    who = who_text(last, words) if last is not None and last.approvers else ""
    return Cell(verdict.level, unit=who, tone="warn", hint=" · ".join(told))


def _room_cell(speaker: Speaker, one: Variant, room: Mapping[str, Decimal | None]) -> Cell:
    if one.key not in room:
        return Cell("…", tone="muted")
    percent = room[one.key]
    if percent is None:
        return Cell(speaker.translate("Variants", "beyond it already"), tone="muted")
    return Cell(speaker.figures.percent(percent))
