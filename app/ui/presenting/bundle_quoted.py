"""A bundle priced in a quote of its own, as rows: each charge with the steps that lead down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_words import field_title
from app.ui.widgets.rows import EMPTY_CELL, Cell, ColumnSpec, QuoteRow
from catalog.period import BillingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.ui.presenting.speaker import Speaker
    from pricing.priced import PricedCharge, PricedQuote

_PERIODS = (BillingPeriod.MONTH, BillingPeriod.ONCE, BillingPeriod.YEAR)


def quoted_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the quoted bundle; a step shows what it takes off under the list value."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Bundles", "Charge and its steps"), 0, "left"),
        ColumnSpec("quantity", field_title(speaker, "quantity"), 72),
        ColumnSpec("list", translate("Bundles", "List / change"), 104),
        ColumnSpec("net", translate("Bundles", "Net"), 104),
        ColumnSpec("tax", translate("Bundles", "VAT"), 84),
    )


def quoted_rows(speaker: Speaker, quote: PricedQuote) -> tuple[QuoteRow, ...]:
    """A section for each billing period that has charges."""
    charges = [charge for item in quote.items for charge in item.charges]
    rows = []
    for period in _PERIODS:
        inside = tuple(
            _charge(speaker, charge, place)
            for place, charge in enumerate(charges)
            if charge.period is period
        )
        if inside:
            title = speaker.words(f"period.{period}")
            rows.append(QuoteRow(period.value, "section", "", title, children=inside))
    return tuple(rows)


def quoted_sum(speaker: Speaker, quote: PricedQuote) -> str:
    """What the quote comes to."""
    totals, money = quote.totals, speaker.figures.money
    text = speaker.translate(
        "Bundles", "{monthly} a month, {once} once; {contract} over {count} months"
    )
    return text.format(
        monthly=f"¥{money(totals.monthly.net_amount)}",
        once=f"¥{money(totals.one_time.net_amount)}",
        contract=f"¥{money(totals.contract.net_amount)}",
        count=totals.term,
    )


def quoted_findings(speaker: Speaker, quote: PricedQuote) -> str:
    """What the engine finds when the bundle is quoted alone to a customer nothing is known of."""
    told = (" ".join(speaker.finding(one.code, one.parameters)) for one in quote.problems)
    return "\n".join(dict.fromkeys(told))


def _charge(speaker: Speaker, charge: PricedCharge, place: int) -> QuoteRow:
    money = speaker.figures.money
    return QuoteRow(
        f"{place}",
        "bundle",
        "",
        speaker.name(charge.name),
        charge.code,
        cells=(
            Cell(speaker.figures.quantity(charge.quantity), charge.unit),
            Cell(money(charge.list_amount), tone="muted"),
            Cell(money(charge.net_amount), tone="strong"),
            Cell(money(charge.tax), tone="muted", hint=speaker.figures.rate(charge.tax_rate)),
        ),
        children=tuple(_steps(speaker, charge, place)),
    )


def _steps(speaker: Speaker, charge: PricedCharge, place: int) -> Iterator[QuoteRow]:
    money = speaker.figures.money
    for number, step in enumerate(charge.steps[1:]):
        text = speaker.words(step.code, source=step.source, **step.parameters)
        sign = "−" if step.change < 0 else "+"
        cells = (EMPTY_CELL, Cell(f"{sign}{money(abs(step.change))}"), Cell(money(step.result)))
        yield QuoteRow(f"{place}/{number}", "charge", "", text, cells=cells)
