"""What may be said of an offer, as figures that are true: divided, set against today, replayed.

Every figure is rounded against ourselves: what the customer pays up, what he gains down. So
"less than 22.27 a day" is said of 668.00 / 30 = 22.266…, and of 300.00 / 30 "10.00 a day".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.savings import DAYS_PER_MONTH, per_part
from app.quoting.story import Selling, Share
from pricing.alterations.ramp import Ramp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision, Saving
    from catalog.money import Fen
    from pricing.item import ItemCharge, QuoteItem

DAY = "day"
HEADS = ("students", "staff", "employees", "rooms", "beds", "seats", "shops", "members")
"""Facts of a customer that a month may be divided by, each of which has its words."""
TENTHS = 10


def share(part: str, amount: Fen, count: int) -> Share:
    """An amount divided: never said to be less than it is.

    Raises:
        ValueError: There is nothing to divide among.
    """
    if count < 1:
        raise ValueError(part)
    return Share(part, count, per_part(amount, count), exact=amount % count == 0)


def tenths(worth: Fen, price: Fen) -> int:
    """How many tenths of a price something is worth, rounded down: 726.00 for 668.00 is 10."""
    return worth * TENTHS // price if price > 0 else 0


def selling_of(revision: Revision) -> Selling:
    """What may be said of a revision."""
    totals, saved = revision.priced.totals, revision.saving
    monthly, worth = totals.monthly.net_amount, totals.monthly.list_amount
    planned = [month.planned for month in revision.replay]
    times = tenths(worth, monthly)
    return Selling(
        monthly,
        () if _changes(revision.quote) else tuple(_shares(revision.customer, monthly)),
        worth,
        times if times > TENTHS else 0,
        saved.offered + saved.saving if saved is not None else None,
        saved.offered if saved is not None else 0,
        _new_value(saved),
        min(planned, default=None),
        max(planned, default=None),
        len(planned),
        _middle(planned),
    )


def _middle(amounts: Sequence[Fen]) -> Fen | None:
    """The median, rounded up; ``None`` of nothing."""
    if not amounts:
        return None
    ordered = sorted(amounts)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return -(-(low + high) // 2)


def _shares(customer: Customer, monthly: Fen) -> Iterator[Share]:
    if monthly <= 0:
        return
    yield share(DAY, monthly, DAYS_PER_MONTH)
    for name in HEADS:
        count = customer.facts.get(name)
        if count is not None and count == int(count) and count > 0:
            yield share(name, monthly, int(count))


def _new_value(saved: Saving | None) -> Fen:
    return max(saved.new_value, 0) if saved is not None else 0


def _changes(quote: Quote) -> bool:
    """Whether the monthly price rises or falls over the years."""
    firm = [item for item in quote.items if not item.optional]
    return any(isinstance(one, Ramp) and one.percent for item in firm for one in _altered(item))


def _altered(item: QuoteItem) -> Sequence[object]:
    charges: tuple[ItemCharge, ...] = item.charges
    return (*item.alterations, *(charge.alteration for charge in charges))
