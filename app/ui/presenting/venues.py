"""Rows of cluster venues and of the customers of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.list_rows import ListedCustomers
    from app.services.listing import CustomerRow
    from app.services.venues import VenueRow
    from app.ui.presenting.speaker import Speaker


def venue_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of venues."""
    translate, titled = speaker.translate, speaker.figures.listed_title
    return (
        ColumnSpec("venue", translate("Lists", "Venue"), 0, "left"),
        ColumnSpec("customers", translate("Lists", "Customers"), 72),
        ColumnSpec("monthly", titled(translate("Lists", "Average bill")), 112),
    )


def venue_rows(speaker: Speaker, rows: Sequence[VenueRow]) -> tuple[TableRow, ...]:
    """One row a venue; its key is its name."""
    return tuple(
        TableRow(
            row.venue.name,
            row.venue.name,
            icon="building-2",
            subtitle=" · ".join(
                filter(
                    None,
                    (
                        speaker.words(f"customer_word.venue_kind.{row.venue.kind}"),
                        row.venue.area,
                        row.venue.address,
                    ),
                )
            ),
            cells=(
                Cell(str(len(row.customers))),
                Cell(speaker.figures.listed(row.monthly) if row.monthly else "–", tone="muted"),
            ),
        )
        for row in rows
    )


def customer_columns_of_venue(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the customers of a venue."""
    translate, titled = speaker.translate, speaker.figures.listed_title
    return (
        ColumnSpec("name", translate("Lists", "Customer"), 0, "left"),
        ColumnSpec("monthly", titled(translate("Lists", "Average bill")), 108),
        ColumnSpec("class", translate("Lists", "Class"), 64, "left"),
        ColumnSpec("score", translate("Lists", "Score"), 64),
    )


def customer_rows_of_venue(
    speaker: Speaker, customers: Sequence[CustomerRow], listed: ListedCustomers
) -> tuple[TableRow, ...]:
    """One row a customer; its key is his identifier."""
    return tuple(
        TableRow(
            one.id,
            one.name,
            icon="building-2",
            subtitle=speaker.words.named("segment", one.segment),
            cells=(
                Cell(speaker.figures.listed(one.monthly) if one.monthly else "–", tone="muted"),
                Cell(listed.classes.get(one.id, "")),
                Cell(str(listed.scores.get(one.id, 0))),
            ),
        )
        for one in customers
    )
