"""Quotes in negotiation: some lines with discounts, free months and quantities; and an oracle.

The oracle knows nothing of the program's dimensions. It is told the lines as they were drawn and
says, by the table of the field, whether a change needs somebody's decision again.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from app.quoting.authority import AuthorityMatrix, Criterion
from app.quoting.customer import Customer
from app.quoting.freezing import Rulebook, work_out
from app.quoting.quote import AccountManager, Quote
from app.quoting.supplier import Supplier
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.bills import Bills
from pricing.item import ItemCharge, QuoteItem
from pricing.policy import PricingPolicy
from pricing.spend import SpendPolicy
from tests.app.approval.quotes import AUTHOR, DAY, LAST, signed
from tests.builders import a_catalog, a_charge, a_matrix, an_offering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.revision import Revision

CODES = ("NET", "VOICE", "CLOUD")
PRICES = {"NET": 1000, "VOICE": 300, "CLOUD": 500}
COSTS = {"NET": 600, "VOICE": 100, "CLOUD": 450}
CATALOG = a_catalog(
    *(
        an_offering(
            a_charge(f"{code}.RENT", f"{PRICES[code]}.00", cost=f"{COSTS[code]}.00"),
            a_charge(f"{code}.INST", "200.00", period=BillingPeriod.ONCE, cost="0"),
        )
        for code in CODES
    )
)
LIMITS = {
    "market_discount": ("5", "10", "20", None),
    "free_months": ("1", "2", "4", None),
    "cumulative_concession": ("8", "15", "25", None),
    "margin": ("35", "25", "10", "-100"),
    "contract_value": ("100000", "300000", "1000000", None),
}


def matrix() -> AuthorityMatrix:
    """Five criteria for four levels."""
    return a_matrix(
        *(
            Criterion(
                name,
                LocalText(name),
                tuple(None if one is None else Decimal(one) for one in limits),
                smallest=name == "margin",
            )
            for name, limits in LIMITS.items()
        ),
        levels=4,
    )


MATRIX = matrix()
RULES = Rulebook(PricingPolicy("test"), SpendPolicy(), MATRIX)


class Line(NamedTuple):
    """One line: what, how many, percent off the rent, free months."""

    code: str
    quantity: int = 1
    percent: int = 0
    free: int = 0


class Offer(NamedTuple):
    """What is negotiated."""

    lines: tuple[Line, ...]
    term: int = 24


def worked(offer: Offer, label: str = "A") -> Revision:
    """The offer as a signed revision of our author."""
    quote = Quote(
        id="q-n",
        number="QW-N",
        title="谈判",
        customer="c-n",
        manager=AccountManager(AUTHOR.id, AUTHOR.name, role="L1"),
        price_date=DAY,
        valid_until=LAST,
        term=offer.term,
        items=tuple(_item(number, line) for number, line in enumerate(offer.lines)),
    )
    customer = Customer("c-n", "某公司", "SMB")
    worked_out = work_out(quote, customer, Bills(), CATALOG, RULES, Supplier("电信"), label=label)
    return signed(worked_out.revision)


def _item(number: int, line: Line) -> QuoteItem:
    off = Percentage(Decimal(line.percent)) if line.percent else None
    rent = ItemCharge(f"{line.code}.RENT", line.quantity, off)
    free = (FreeMonths(line.free),) if line.free else ()
    return QuoteItem(f"i{number}", line.code, line.quantity, (rent,), free)


# ---------------------------------------------------------------- the oracle


class Figures(NamedTuple):
    """What the oracle measures: the sums of an offer, from the lines alone."""

    given: Fraction
    margin: Fraction
    value: Fraction


def figures(offer: Offer) -> Figures:
    """Percent given away, margin in percent without VAT, contract value in yuan.

    Prices and percents are whole, so a line's monthly amount is a whole number of yuan; VAT is
    taken out without rounding.
    """
    listed = net = cost = Fraction(0)
    for line in offer.lines:
        rent = PRICES[line.code] * line.quantity
        after = Fraction(rent * (100 - line.percent), 100)
        listed += rent * offer.term
        net += after * (offer.term - line.free)
        cost += COSTS[line.code] * line.quantity * offer.term
    revenue = net * 100 / 109
    margin = 100 * (revenue - cost) / revenue if revenue else Fraction(0)
    return Figures(100 * (listed - net) / listed if listed else Fraction(0), margin, net)


def needs_somebody(offer: Offer) -> bool:
    """Whether anything is beyond the author's own limits."""
    sums = figures(offer)
    return (
        any(line.percent > 5 or line.free > 1 for line in offer.lines)
        or sums.given > 8
        or sums.margin < 35
        or sums.value > 100_000
    )


def must_ask(seen: Sequence[Offer], now: Offer) -> bool:
    """Whether somebody has to see an offer, by the table of the field.

    Args:
        seen: Offers that somebody has approved in this negotiation, the latest last.
        now: The offer.
    """
    if not needs_somebody(now):
        return False
    if not seen or now.term < seen[-1].term:
        return True
    sums, before = figures(now), [figures(offer) for offer in seen]
    return (
        (sums.given > 8 and all(sums.given > one.given for one in before))
        or (sums.margin < 35 and all(sums.margin < one.margin for one in before))
        or (sums.value > 100_000 and all(_bigger_deal(offer, now) for offer in seen))
        or any(_line_is_worse(seen, now, line.code) for line in now.lines)
    )


def _line_is_worse(seen: Sequence[Offer], now: Offer, code: str) -> bool:
    """Whether an offering is deeper, or free for longer, than in every offer seen."""
    percents, free = _units(now, code, "percent"), _units(now, code, "free")
    return all(_deeper(_units(offer, code, "percent"), percents, 5) for offer in seen) or all(
        _deeper(_units(offer, code, "free"), free, 1) for offer in seen
    )


def _bigger_deal(approved: Offer, now: Offer) -> bool:
    """Worth more, and not only for better prices and more of the same: or for a higher level."""
    was, value = figures(approved).value, figures(now).value
    added = {line.code for line in now.lines} - {line.code for line in approved.lines}
    more = any(_count(now, code) > _count(approved, code) for code in CODES)
    higher = more and any(was <= limit < value for limit in (100_000, 300_000, 1_000_000))
    return value > was and (bool(added) or now.term > approved.term or higher)


def _count(offer: Offer, code: str) -> int:
    return sum(line.quantity for line in offer.lines if line.code == code)


def _units(offer: Offer, code: str, what: str) -> list[int]:
    """The value of each single unit of an offering, the deepest first."""
    units = [getattr(line, what) for line in offer.lines if line.code == code]
    counts = [line.quantity for line in offer.lines if line.code == code]
    return sorted((u for u, n in zip(units, counts, strict=True) for _ in range(n)), reverse=True)


def _deeper(approved: list[int], now: list[int], own: int) -> bool:
    """Whether some unit is deeper than the unit of its rank was; none may be beyond the limit."""
    if not any(unit > own for unit in now):
        return False
    known = approved or [-1]
    return any(unit > known[min(rank, len(known) - 1)] for rank, unit in enumerate(now))
