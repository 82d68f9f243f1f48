"""The line of facts under the title of a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.header_edits import payment_days
from app.ui.presenting.quote_discount import quote_discount_text
from app.ui.widgets.facts_bar import Fact

if TYPE_CHECKING:
    from datetime import date

    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker

CUSTOMER, TERM, PRICE_DATE, VALID_UNTIL, ACTIVATION, NEEDS, DISCOUNT, TAX = (
    "customer",
    "term",
    "price_date",
    "valid_until",
    "activation",
    "needs",
    "discount",
    "tax",
)
CHANNEL = "channel"
LANGUAGE = "language"
CLAUSES = "clauses"
PAYMENT = "payment"
CODES = "codes"
"""Also the column of findings about promotion codes."""


def language_name(speaker: Speaker, language: str) -> str:
    """Chinese or English, in the window's language."""
    if language == "en":
        return speaker.translate("Facts", "English")
    return speaker.translate("Facts", "Chinese")


def facts_of(speaker: Speaker, revision: Revision, today: date) -> tuple[Fact, ...]:
    """Customer, term, dates, needs, discount on the whole quote, tax rates."""
    translate, figures, quote = speaker.translate, speaker.figures, revision.quote
    months = translate("Facts", "{count} months").format(count=quote.term)
    tender = translate("Facts", "tender")
    if quote.tender:
        months = f"{months} · {tender}"
    needs = translate("Facts", "{count} noted").format(count=len(quote.needs))
    if not quote.needs:
        needs = translate("Facts", "none yet")
    told = quote.codes and any(one.where.column == CODES for one in revision.priced.problems)
    expired = quote.valid_until < today
    return (
        Fact(CUSTOMER, translate("Facts", "Customer"), revision.customer.name),
        Fact(TERM, translate("Facts", "Term"), months),
        Fact(PRICE_DATE, translate("Facts", "Prices of"), quote.price_date.isoformat()),
        Fact(
            VALID_UNTIL,
            translate("Facts", "Valid until"),
            quote.valid_until.isoformat(),
            "warn" if expired else "normal",
        ),
        Fact(
            ACTIVATION,
            translate("Facts", "Activation"),
            quote.activation.isoformat() if quote.activation else translate("Facts", "not known"),
            min_window=1320,
        ),
        Fact(NEEDS, translate("Facts", "Customer's needs"), needs, min_window=1000),
        Fact(
            DISCOUNT,
            translate("Facts", "Whole quote"),
            quote_discount_text(figures, quote.discount) or "–",
            min_window=1100,
        ),
        Fact(
            CODES,
            translate("Facts", "Promotion codes"),
            " ".join(quote.codes) or "–",
            "warn" if told else "normal",
            min_window=1240,
        ),
        *_seldom_changed(speaker, revision),
    )


def _paying(speaker: Speaker, days: int | None) -> str:
    if days is None:
        return "–"
    return speaker.translate("Facts", "{count} days").format(count=days)


def _seldom_changed(speaker: Speaker, revision: Revision) -> tuple[Fact, ...]:
    """Facts that have room in a wide window only."""
    translate, quote = speaker.translate, revision.quote
    rates = [speaker.figures.rate(row.rate) for row in revision.priced.totals.tax_rows]
    return (
        Fact(
            CHANNEL,
            translate("Facts", "Sales channel"),
            quote.channel or "–",
            min_window=1480,
        ),
        Fact(
            LANGUAGE,
            translate("Facts", "Language of papers"),
            language_name(speaker, quote.language),
            min_window=1560,
        ),
        Fact(
            CLAUSES,
            translate("Facts", "Contract clauses"),
            "、".join(speaker.name(one.name) for one in quote.clauses) or "–",
            "warn" if len(revision.clauses) != len(quote.clauses) else "normal",
            min_window=1640,
        ),
        Fact(
            PAYMENT,
            translate("Facts", "Time for paying"),
            _paying(speaker, payment_days(quote)),
            min_window=1720,
        ),
        Fact(
            TAX,
            translate("Facts", "VAT"),
            " / ".join(rates) or "–",
            editable=False,
            min_window=1200,
        ),
    )
