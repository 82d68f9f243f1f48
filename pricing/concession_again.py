"""measure_again(): what is given away, after an edit that left most items the same objects."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pricing.changed_span import changed_span, is_worth_following
from pricing.concession import Concessions, measure, measure_items, most_free_months

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pricing.concession import Concession, OptionGiven
    from pricing.priced import PricedItem, PricedQuote

Entry = TypeVar("Entry")


class Measured(NamedTuple):
    """What was measured, of which quote, and the months of items of another commitment."""

    given: Concessions
    priced: PricedQuote
    terms: Mapping[str, int]


def measure_again(
    known: Measured | None, priced: PricedQuote, terms: Mapping[str, int] | None = None
) -> Measured:
    """Measure a quote, looking only at items that are not those of the quote measured before.

    Args:
        known: The former result.
        priced: The quote.
        terms: Months by item, for items of another commitment than the quote's.
    """
    terms = terms or {}
    if known is None or known.priced.totals.term != priced.totals.term or known.terms != terms:
        return Measured(measure(priced, terms), priced, terms)
    before, after = known.priced.items, priced.items
    gone, come = changed_span(before, after)
    place = {item.id: at for at, item in enumerate(before)}
    if not is_worth_following(gone, come, len(after)) or len(place) < len(before):
        return Measured(measure(priced, terms), priced, terms)
    old, totals = known.given, priced.totals
    less = measure_items(before[gone], known.priced.totals, terms)
    more = measure_items(after[come], totals, terms)
    put = _Put(place, gone)
    given = Concessions(
        market=put.into(old.market, more.market, _item_of),
        guided=put.into(old.guided, more.guided, _item_of),
        fixed=put.into(old.fixed, more.fixed, _item_of),
        one_time_list=old.one_time_list - less.one_time_list + more.one_time_list,
        one_time_waived=old.one_time_waived - less.one_time_waived + more.one_time_waived,
        free_months=_free_months(old, less, more, after),
        recurring_published=old.recurring_published
        - less.recurring_published
        + more.recurring_published,
        recurring_taken=old.recurring_taken - less.recurring_taken + more.recurring_taken,
        revenue=totals.contract.net_ex_tax,
        cost=totals.contract.cost,
        contract_value=totals.contract.net_amount,
        below_cost=put.into(old.below_cost, more.below_cost, str),
        one_time=put.into(old.one_time, more.one_time, _item_of),
        gifts=old.gifts - less.gifts + more.gifts,
        options=put.into(old.options, more.options, _item_of),
        items=put.into(old.items, more.items, _item_of),
    )
    return Measured(given, priced, terms)


def _free_months(
    old: Concessions, less: Concessions, more: Concessions, after: Sequence[PricedItem]
) -> int:
    """The most of all items, looked for again only where the item with the most went."""
    if more.free_months >= old.free_months:
        return more.free_months
    return old.free_months if less.free_months < old.free_months else most_free_months(after)


def _item_of(entry: Concession | OptionGiven) -> str:
    return entry.item


class _Put:
    """Puts what came into the place of what went; entries stand in the order of their items."""

    def __init__(self, place: Mapping[str, int], gone: slice) -> None:
        self._place = place
        self._gone = gone

    def into(
        self, entries: tuple[Entry, ...], new: tuple[Entry, ...], item_of: Callable[[Entry], str]
    ) -> tuple[Entry, ...]:
        def place(entry: Entry) -> int:
            return self._place[item_of(entry)]

        first = bisect_left(entries, self._gone.start, key=place)
        last = bisect_left(entries, self._gone.stop, lo=first, key=place)
        return (*entries[:first], *new, *entries[last:])
