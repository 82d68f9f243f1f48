"""Scenario: what might be conceded on the same items, named; one of the targets of a negotiation.

A scenario is what is taken off by hand and the commitment, and nothing else: items, quantities,
dates and promises are those of the quote. It belongs to the quote as a remark does: it is stored
and taken back with it, it is on no paper, and it is not part of what is approved until it is made
the quote's content.
"""

from __future__ import annotations

import msgspec

from pricing.alterations import Alteration, Discount
from pricing.quote_wide import QuoteDiscount


class Conceded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is taken off one item by hand.

    Attributes:
        alterations: Of the whole item: a discount on a bundle, free and reduced months, a ramp.
        charges: Of its charges, by code; what is not named has nothing taken off.
        choices: Of what was chosen in a bundle, by charge, likewise.
    """

    alterations: tuple[Alteration, ...] = ()
    charges: dict[str, Discount] = {}
    choices: dict[str, Discount] = {}


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One named variant.

    Attributes:
        id: Unique in the quote.
        name: Such as ideal, realistic, fallback; internal.
        term: Months of commitment.
        discount: What is taken off the whole quote.
        items: What is taken off each item, by identifier; an item that is not named, because it
            was added later, keeps what it has in the quote.
    """

    id: str
    name: str
    term: int
    discount: QuoteDiscount | None = None
    items: dict[str, Conceded] = {}
