"""What the directory of competitors says, on the page of a customer; internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.market.rivals import known_rivals
from app.ui.presenting.customers import Entry, Section

if TYPE_CHECKING:
    from app.quoting.market.rivals import KnownRival
    from app.services.customer_file import CustomerFile
    from app.ui.presenting.speaker import Speaker

_PRICES = 3


def rival_sections(speaker: Speaker, file: CustomerFile) -> tuple[Section, ...]:
    """What is known of the customer's competitors; none where nothing is."""
    names = [one.operator for one in file.customer.competitors]
    found = known_rivals(file.policy.market, names)
    if not found:
        return ()
    title = speaker.translate("Customers", "Competitors in the directory (internal)")
    return (Section(title, tuple(_entry(speaker, one) for one in found)),)


def _entry(speaker: Speaker, rival: KnownRival) -> Entry:
    words, operator = speaker.words, rival.operator
    told = [operator.codes, operator.products]
    for part, text in (("strengths", operator.strengths), ("weaknesses", operator.weaknesses)):
        if text:
            told.append(f"{words(f'market_field.operators_{part}')}: {text}")
    told += [
        words(
            "briefing.rival_price",
            product=one.product,
            amount=speaker.figures.yuan(one.amount),
            unit=f"/{one.unit}" if one.unit else "",
            day=one.day.isoformat(),
            source=one.source,
        )
        for one in rival.prices[:_PRICES]
    ]
    return Entry(operator.name, "\n".join(filter(None, told)))
