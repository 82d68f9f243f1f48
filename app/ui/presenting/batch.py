"""Rows of what became of each customer of a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.services.batch_customers import Stranger
    from app.services.batch_plan import BatchOutcome
    from app.ui.presenting.speaker import Speaker


class Result(NamedTuple):
    """What became of one customer, in words.

    Attributes:
        key: Unique in the list.
        name: Of the customer.
        number: Of the quote.
        state: Final, draft or not made.
        reason: Why not made, or why drafts.
        failed: Nothing was made.
    """

    key: str
    name: str
    number: str
    state: str
    reason: str
    failed: bool


def result_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Batch", "Customer"), 220, "left"),
        ColumnSpec("state", translate("Batch", "Papers"), 96, "left"),
        ColumnSpec("reason", translate("Batch", "Why"), 0, "left"),
    )


def result_of(speaker: Speaker, outcome: BatchOutcome, name: str) -> Result:
    """What became of a customer."""
    translate = speaker.translate
    if outcome.problem:
        state, reason = translate("Batch", "not made"), outcome.problem
    elif outcome.draft:
        state, reason = translate("Batch", "drafts"), outcome.draft
    else:
        state, reason = translate("Batch", "written"), ""
    return Result(outcome.customer, name, outcome.number, state, reason, bool(outcome.problem))


def stranger_result(speaker: Speaker, one: Stranger) -> Result:
    """A row of the pasted list that names nobody."""
    reason = " ".join(speaker.finding(one.reason, one.parameters))
    return Result(
        f"row-{one.row}", one.name, "", speaker.translate("Batch", "not made"), reason, failed=True
    )


def result_rows(results: Iterable[Result]) -> tuple[TableRow, ...]:
    """One row a customer; those who got nothing come first."""
    ordered = sorted(results, key=lambda one: not one.failed)
    return tuple(
        TableRow(
            key=one.key,
            title=one.name,
            icon="circle-x" if one.failed else "circle-check",
            subtitle=one.number,
            cells=(
                Cell(one.state, tone="bad" if one.failed else "normal"),
                Cell(one.reason, tone="muted", hint=one.reason),
            ),
        )
        for one in ordered
    )


def results_as_text(speaker: Speaker, results: Iterable[Result]) -> str:
    """The list as a spreadsheet takes it: tabs between cells, with a heading."""
    columns = [column.title for column in result_columns(speaker)]
    heading = "\t".join((columns[0], speaker.translate("Batch", "Quote"), *columns[1:]))
    lines = (f"{one.name}\t{one.number}\t{one.state}\t{one.reason}" for one in results)
    return "\n".join((heading, *lines)) + "\n"
