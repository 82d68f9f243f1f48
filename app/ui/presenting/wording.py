"""Words that should not stand in what a customer reads, a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.wording import found_words

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.quoting.wording import Wording
    from app.ui.presenting.speaker import Speaker

_MOST = 5
_LONGEST = 24


def wording_told(
    speaker: Speaker, quote: Quote, customer: Customer, wording: Wording
) -> tuple[str, ...]:
    """What was found in a quote, the first few."""
    return tuple(
        speaker.words(
            f"wording.{one.fault}",
            text=one.text if len(one.text) <= _LONGEST else f"{one.text[:_LONGEST]}…",
            word=one.word,
            instead=speaker.name(one.instead),
        )
        for one in found_words(quote, customer, wording)[:_MOST]
    )
