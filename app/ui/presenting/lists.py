"""Rows of the lists of quotes and customers, and of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.ui.widgets.column_choice import NEVER
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.listing import CustomerRow, QuoteRow
    from app.ui.presenting.speaker import Speaker


def quote_columns(speaker: Speaker, *, of_one: bool = False) -> tuple[ColumnSpec, ...]:
    """Columns of the list of quotes; of one customer's neither he nor the state is named."""
    translate, titled = speaker.translate, speaker.figures.listed_title
    columns = (
        ColumnSpec("title", translate("Lists", "Solution"), 0, "left"),
        ColumnSpec("customer", translate("Lists", "Customer"), 220, "left", NEVER if of_one else 0),
        ColumnSpec("state", translate("Lists", "State"), 170, "left", NEVER if of_one else 0),
        ColumnSpec("monthly", titled(translate("Lists", "Monthly")), 120),
        ColumnSpec("contract", titled(translate("Lists", "Contract total")), 140, min_window=1120),
        ColumnSpec("valid", translate("Lists", "Valid until"), 120),
        ColumnSpec("updated", translate("Lists", "Changed"), 140, min_window=1240),
        ColumnSpec("owner", translate("Lists", "Author"), 100, "left", optional=True),
        ColumnSpec("segment", translate("Lists", "Segment"), 110, "left", optional=True),
        ColumnSpec("number", translate("Lists", "Number"), 160, "left", optional=True),
    )
    return columns if of_one else tuple(replace(one, sortable=True) for one in columns)


def quote_rows(speaker: Speaker, quotes: tuple[QuoteRow, ...]) -> tuple[TableRow, ...]:
    """One row a quote, where nobody asks how it stands."""
    return tuple(quote_row(speaker, quote, "", pinned=False) for quote in quotes)


def quote_row(speaker: Speaker, quote: QuoteRow, state: str, *, pinned: bool) -> TableRow:
    """The row of a quote; where it stands is told, and a pinned one has a star."""
    figures = speaker.figures
    monthly = "–" if quote.monthly is None else figures.listed(quote.monthly)
    contract = "–" if quote.contract is None else figures.listed(quote.contract)
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
            Cell(quote.manager),
            Cell(speaker.words.named("segment", quote.segment) if quote.segment else ""),
            Cell(quote.number),
        ),
    )


def customer_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of customers."""
    translate, titled = speaker.translate, speaker.figures.listed_title
    columns = (
        ColumnSpec("name", translate("Lists", "Customer"), 0, "left"),
        ColumnSpec("monthly", titled(translate("Lists", "Average bill")), 108),
        ColumnSpec("segment", translate("Lists", "Segment"), 100, "left", optional=True),
        ColumnSpec("accounts", translate("Lists", "Accounts"), 80, optional=True),
        ColumnSpec("alerts", translate("Lists", "Alerts"), 150, "left", optional=True),
        ColumnSpec("next", translate("Lists", "Next step"), 190, "left", optional=True),
        ColumnSpec("venue", translate("Lists", "Venue"), 120, "left", optional=True),
        ColumnSpec("class", translate("Lists", "Class"), 64, "left", optional=True),
        ColumnSpec("score", translate("Lists", "Score"), 64, optional=True),
    )
    return tuple(replace(one, sortable=True) for one in columns)


def customer_row(
    speaker: Speaker,
    customer: CustomerRow,
    alerts: Sequence[str] = (),
    rank: tuple[str, int] = ("", 0),
) -> TableRow:
    """The row of a customer, with what needs somebody, and his class and score."""
    accounts = speaker.translate("Lists", "{count} accounts")
    segment = speaker.words.named("segment", customer.segment)
    monthly = speaker.figures.listed(customer.monthly) if customer.monthly else "–"
    told = ("、" if speaker.words.language == "zh" else ", ").join(alerts)
    return TableRow(
        key=customer.id,
        title=customer.name,
        icon="building-2",
        subtitle=f"{segment} · {accounts.format(count=customer.accounts)}",
        cells=(
            Cell(monthly, tone="muted"),
            Cell(segment),
            Cell(str(customer.accounts)),
            Cell(told, tone="warn" if told else "normal", hint=told),
            Cell(_next_step(speaker, customer), hint=customer.card.next_step),
            Cell(customer.card.venue),
            Cell(rank[0]),
            Cell(str(rank[1])),
        ),
    )


def _next_step(speaker: Speaker, customer: CustomerRow) -> str:
    """How far a prospect is, and what is to be done by when."""
    card = customer.card
    far = speaker.words(f"customer_word.prospect.{card.prospect}") if card.prospect else ""
    return " · ".join(filter(None, (str(card.next_day or ""), far, card.next_step)))


def regulation_name(speaker: Speaker, regulation: str) -> str:
    """Who sets a price, for people."""
    translate = speaker.translate
    known = {
        "market": translate("Lists", "market"),
        "guided": translate("Lists", "guided"),
        "fixed": translate("Lists", "fixed"),
    }
    return known.get(regulation, regulation)
