"""Rows of the lists of quotes and customers, and of the catalogue."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from app.services.listing import CustomerRow, QuoteRow
    from app.ui.presenting.speaker import Speaker

NO_STATES: Mapping[str, str] = MappingProxyType({})
"""Where nobody asks how quotes stand."""


def quote_columns(speaker: Speaker, *, of_one: bool = False) -> tuple[ColumnSpec, ...]:
    """Columns of the list of quotes; of one customer's neither he nor the state is named."""
    translate = speaker.translate
    return (
        ColumnSpec("title", translate("Lists", "Solution"), 0, "left"),
        ColumnSpec(
            "customer", translate("Lists", "Customer"), 220, "left", 100_000 if of_one else 0
        ),
        ColumnSpec("state", translate("Lists", "State"), 170, "left", 100_000 if of_one else 0),
        ColumnSpec("monthly", translate("Lists", "Monthly"), 120),
        ColumnSpec("contract", translate("Lists", "Contract total"), 140),
        ColumnSpec("valid", translate("Lists", "Valid until"), 120),
        ColumnSpec("updated", translate("Lists", "Changed"), 140),
    )


def quote_rows(
    speaker: Speaker,
    quotes: tuple[QuoteRow, ...],
    states: Mapping[str, str] = NO_STATES,
    pinned: Collection[str] = (),
) -> tuple[TableRow, ...]:
    """One row a quote; where each stands is told by its identifier, and pinned ones have a star."""
    return tuple(
        _quote(speaker, quote, states.get(quote.id, ""), pinned=quote.id in pinned)
        for quote in quotes
    )


def _quote(speaker: Speaker, quote: QuoteRow, state: str, *, pinned: bool) -> TableRow:
    figures = speaker.figures
    monthly = "–" if quote.monthly is None else figures.money(quote.monthly)
    contract = "–" if quote.contract is None else figures.money(quote.contract)
    return TableRow(
        key=quote.id,
        title=quote.title or speaker.translate("Lists", "Quote without title"),
        icon="star" if pinned else "file-text",
        subtitle=quote.number,
        cells=(
            Cell(quote.customer_name),
            Cell(state),
            Cell(monthly, tone="strong"),
            Cell(contract),
            Cell(quote.valid_until.isoformat(), tone="muted"),
            Cell(f"{quote.updated.astimezone():%Y-%m-%d %H:%M}", tone="muted"),
        ),
    )


def customer_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of customers."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Lists", "Customer"), 0, "left"),
        ColumnSpec("monthly", translate("Lists", "Average bill"), 108),
    )


def customer_rows(speaker: Speaker, customers: tuple[CustomerRow, ...]) -> tuple[TableRow, ...]:
    """One row a customer."""
    accounts = speaker.translate("Lists", "{count} accounts")
    return tuple(
        TableRow(
            key=customer.id,
            title=customer.name,
            icon="building-2",
            subtitle=(
                f"{speaker.words.named('segment', customer.segment)}"
                f" · {accounts.format(count=customer.accounts)}"
            ),
            cells=(
                Cell(
                    speaker.figures.money(customer.monthly) if customer.monthly else "–",
                    tone="muted",
                ),
            ),
        )
        for customer in customers
    )


def regulation_name(speaker: Speaker, regulation: str) -> str:
    """Who sets a price, for people."""
    translate = speaker.translate
    known = {
        "market": translate("Lists", "market"),
        "guided": translate("Lists", "guided"),
        "fixed": translate("Lists", "fixed"),
    }
    return known.get(regulation, regulation)
