"""What is given away: the measures that discount authority looks at.

Published prices (bundles, option prices, published waivers) count as nothing given away (P7).
Everything else is measured after it has been pushed down to the charges: discounts, free months,
waived one-time charges. Line measures include optional items, because the customer may choose
them; sums leave them out.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen, percent_of, round_half_up
from catalog.period import years_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pricing.priced import PricedItem, PricedQuote, Totals


# Looking up a member of an enumeration takes as long as sorting a charge, so it is done once.
_ONE_TIME, _RECURRING = ChargeType.ONE_TIME, ChargeType.RECURRING
_FIXED, _GUIDED = PriceRegulation.FIXED, PriceRegulation.GUIDED


class Concession(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One published amount and what was taken off it, both in fen of one billing period.

    ``charge`` is the code of the charge, or of the bundle; ``type`` says which kind of charge.
    """

    item: str
    charge: str
    published: Fen
    taken: Fen
    type: ChargeType = ChargeType.RECURRING

    @property
    def depth(self) -> Fraction:
        """Percent taken off, exactly; 0 when the price was raised."""
        return max(Fraction(0), percent_of(self.taken, abs(self.published)))

    def within(self, limit: Fraction) -> bool:
        """Whether it is no more than the limit gives when rounded as the engine rounds.

        10 % of 6.66 is 0.67 by rounding the discount half up; a limit of 10 % allows it.
        """
        allowed = limit * abs(self.published) / 100
        return self.taken <= round_half_up(allowed.numerator, allowed.denominator)


class OptionGiven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an optional item adds to the sums of a quote if the customer takes it, in fen."""

    item: str
    one_time_list: Fen = 0
    one_time_waived: Fen = 0
    recurring_published: Fen = 0
    recurring_taken: Fen = 0
    revenue: Fen = 0
    cost: Fen = 0
    contract_value: Fen = 0
    gifts: Fen = 0


class Concessions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All measures of one quote.

    Attributes:
        market: Recurring charges at market prices, and published bundle prices.
        guided: Recurring charges at guided prices.
        fixed: Charges at fixed prices that were altered in either direction.
        one_time_list: Fen of one-time charges without a published price, before anything taken.
        one_time_waived: Fen taken off them.
        free_months: Largest number of free months of an item.
        recurring_published: Fen of recurring charges over the term as published.
        recurring_taken: Fen taken off them over the term, free months included.
        revenue: Contract value without VAT, in fen.
        cost: Cost over the term in fen.
        contract_value: Contract value with VAT, in fen.
        below_cost: Items with a recurring charge whose net is below cost.
        one_time: One-time charges without a published waiver, one by one.
        gifts: Fen over the term, as published, of items that are given for nothing by hand.
        options: What each optional item would add to the sums.
        items: Each item over the term: its recurring charges with free months, and its one-time
            charges without a published waiver; ``charge`` is the offering.
    """

    market: tuple[Concession, ...]
    guided: tuple[Concession, ...]
    fixed: tuple[Concession, ...]
    one_time_list: Fen
    one_time_waived: Fen
    free_months: int
    recurring_published: Fen
    recurring_taken: Fen
    revenue: Fen
    cost: Fen
    contract_value: Fen
    below_cost: tuple[str, ...]
    one_time: tuple[Concession, ...] = ()
    gifts: Fen = 0
    options: tuple[OptionGiven, ...] = ()
    items: tuple[Concession, ...] = ()

    @property
    def one_time_share(self) -> Fraction:
        """Percent of unpublished one-time charges that is waived."""
        return percent_of(self.one_time_waived, self.one_time_list)

    @property
    def cumulative(self) -> Fraction:
        """Percent of the recurring charges over the term that is given away."""
        return percent_of(self.recurring_taken, self.recurring_published)

    @property
    def margin(self) -> Fraction:
        """Margin over the term in percent of revenue without VAT (P6).

        A cost that nothing is paid for is a loss of 100 %, and a subsidy larger than all charges
        is a loss as well: no deal gets a better margin by bringing in less.
        """
        return margin_of_deal(self.revenue, self.cost)


def margin_of_deal(revenue: Fen, cost: Fen) -> Fraction:
    """Percent of revenue that is left after cost; -100 where a cost brings in nothing."""
    if not revenue:
        return Fraction(-100 if cost > 0 else 0)
    return percent_of(revenue - cost, abs(revenue))


def measure(priced: PricedQuote, terms: Mapping[str, int] | None = None) -> Concessions:
    """Measure everything that is given away in a priced quote.

    Args:
        priced: The quote.
        terms: Months by item, for items of another commitment than the quote's.
    """
    return measure_items(priced.items, priced.totals, terms or {})


def measure_items(
    items: Sequence[PricedItem], totals: Totals, terms: Mapping[str, int]
) -> Concessions:
    """The same of items, with the totals of their quote."""
    charges = _Charges()
    options: list[OptionGiven] = []
    whole: list[Concession] = []
    one_time_list = one_time_waived = published = taken = gifts = 0
    whole_term = totals.term
    for item in items:
        term = terms.get(item.id, whole_term) if terms else whole_term
        listed, waived = charges.sort(item)
        item_published, item_taken = _over_term(item, term)
        whole.append(
            Concession(item.id, item.offering, item_published + listed, item_taken + waived)
        )
        gift = item_published + item.one_time.published_amount if _is_gift(item) else 0
        if item.optional:
            options.append(_option(item, term, (listed, waived, item_published, item_taken, gift)))
            continue
        one_time_list += listed
        one_time_waived += waived
        published += item_published
        taken += item_taken
        gifts += gift
    return Concessions(
        market=tuple(charges.market),
        guided=tuple(charges.guided),
        fixed=tuple(charges.fixed),
        one_time_list=one_time_list,
        one_time_waived=one_time_waived,
        free_months=most_free_months(items),
        recurring_published=published,
        recurring_taken=taken,
        revenue=totals.contract.net_ex_tax,
        cost=totals.contract.cost,
        contract_value=totals.contract.net_amount,
        below_cost=tuple(dict.fromkeys(charges.below)),
        one_time=tuple(charges.once),
        gifts=gifts,
        options=tuple(options),
        items=tuple(whole),
    )


def most_free_months(items: Sequence[PricedItem]) -> int:
    """Largest number of free months of an item that costs something each month."""
    return max((one.free_months for one in items if one.monthly.published_amount), default=0)


def _option(item: PricedItem, term: int, given: tuple[Fen, Fen, Fen, Fen, Fen]) -> OptionGiven:
    """The sums of an optional item as if the customer had taken it: its part of a contract."""
    listed, waived, published, taken, gift = given
    once, month, year, years = item.one_time, item.monthly, item.yearly, years_of(term)
    net = once.net_amount + year.net_amount * years
    ex_tax = once.net_ex_tax + year.net_ex_tax * years
    if item.schedule:
        net += sum(part.amounts.net_amount * part.months for part in item.schedule)
        ex_tax += sum(part.amounts.net_ex_tax * part.months for part in item.schedule)
    else:
        net += month.net_amount * term
        ex_tax += month.net_ex_tax * term
    cost = once.cost + month.cost * term + year.cost * years
    return OptionGiven(item.id, listed, waived, published, taken, ex_tax, cost, net, gift)


def _is_gift(item: PricedItem) -> bool:
    """Whether everything in an item that costs something is given for nothing by hand."""
    if item.monthly.net_amount or item.one_time.net_amount or item.yearly.net_amount:
        return False
    listed = [charge for charge in item.charges if charge.published_amount > 0]
    return bool(listed) and all(
        not charge.net_amount and charge.discount is not None for charge in listed
    )


def _on_bundle(item: PricedItem) -> Concession:
    """The fixed price of a bundle is one price, whatever it covers."""
    shares = [charge for charge in item.charges if charge.is_share]
    published = sum(charge.published_amount for charge in shares)
    net = sum(charge.net_amount for charge in shares)
    return Concession(item.id, item.offering, published, published - net)


class _Charges:
    """The charges of a quote by what is measured of them; a quote has thousands."""

    __slots__ = ("below", "fixed", "guided", "market", "once")

    def __init__(self) -> None:
        self.market: list[Concession] = []
        self.guided: list[Concession] = []
        self.fixed: list[Concession] = []
        self.once: list[Concession] = []
        self.below: list[str] = []

    def sort(self, item: PricedItem) -> tuple[Fen, Fen]:
        """Sort the charges of an item; gives its open one-time charges, and what is taken off.

        Subsidies are left out of these: they are no charge that could hide how much of one is
        waived. Other one-time charges are measured as a share of all of them.
        """
        bundle, listed, waived = item.is_bundle, 0, 0
        if bundle:
            self.market.append(_on_bundle(item))
        for charge in item.charges:
            kind, published = charge.type, charge.published_amount
            if kind is _RECURRING and charge.net_ex_tax < charge.cost_amount:
                self.below.append(item.id)
            if bundle and charge.is_share:
                continue
            taken = published - charge.net_amount
            one = Concession(item.id, charge.code, published, taken, kind)
            if charge.regulation is _FIXED:
                self.fixed.append(one)
            elif kind is not _ONE_TIME:
                (self.guided if charge.regulation is _GUIDED else self.market).append(one)
            if kind is _ONE_TIME and not bundle and published > 0 and not charge.published_waiver:
                listed += published
                waived += taken
                self.once.append(one)
        return listed, waived


def _over_term(item: PricedItem, term: int) -> tuple[Fen, Fen]:
    """Recurring charges over the term as published, and what is taken off them."""
    years = years_of(term)
    published = item.monthly.published_amount * term + item.yearly.published_amount * years
    charged = item.yearly.net_amount * years
    if item.schedule:
        charged += sum(part.amounts.net_amount * part.months for part in item.schedule)
    else:
        charged += item.monthly.net_amount * term
    return published, published - charged
