"""PricingContext: the circumstances in which a quote is priced."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from catalog.money import Fen


class Used(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a promotion has taken off other quotes already, in fen over their terms.

    Attributes:
        customer: Off quotes of this customer.
        everybody: Off quotes of all customers, this one included.
    """

    customer: Fen = 0
    everybody: Fen = 0


class PricingContext(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything besides the items that decides a price; no clock is read while pricing.

    Attributes:
        price_date: Day whose price list, promotions and tax rates apply.
        segments: The customer's market segments, the main one first.
        term: Months the customer commits to.
        installed: Offerings that the customer already has, with their quantities.
        measures: Facts of the customer by name, for the conditions of bundles and rules; numbers
            in the unit of the measure (yuan, percent, count).
        words: Facts of the customer that are words, such as ``industry``.
        customer: Identifier of the customer, for prices agreed with him.
        codes: Promotion codes that the manager entered.
        area: Where the services are delivered, for prices by area.
        currency: ISO code of the price list.
        used: What promotions with a limit have taken off other quotes, by rule.
        channel: Through whom it is sold; empty when nobody has said.
    """

    price_date: date
    segments: tuple[str, ...]
    term: int
    installed: dict[str, int] = {}
    measures: dict[str, Decimal] = {}
    words: dict[str, str] = {}
    customer: str = ""
    codes: tuple[str, ...] = ()
    area: str = ""
    currency: str = "CNY"
    used: dict[str, Used] = {}
    channel: str = ""
