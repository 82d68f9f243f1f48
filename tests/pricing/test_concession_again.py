"""What is given away after an edit, totals and the first invoice: the same as measured anew."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.billing import billing_again, billing_of
from pricing.concession import measure
from pricing.concession_again import measure_again
from pricing.engine import price_quote
from pricing.totals import total, total_again
from tests.builders import a_context, a_line, an_item
from tests.pricing.quotes import CATALOG
from tests.pricing.rule_builders import a_policy, d

if TYPE_CHECKING:
    from pricing.item import QuoteItem
    from pricing.priced import PricedQuote

CODES = ("LINE.RENT", "NET.RENT", "CARD.YEAR", "BOX.LEASE", "LINE.INST")
MANY = 24
alterations = st.sampled_from(
    (
        (),
        (Percentage(d(30)),),
        (Percentage(d(100)),),
        (FreeMonths(2),),
        (FreeMonths(4),),
    )
)
singles = st.builds(
    lambda code, count, optional, given: msgspec.structs.replace(
        a_line(count, code=code, optional=optional), alterations=given
    ),
    st.sampled_from(CODES),
    st.integers(1, 9),
    st.booleans(),
    alterations,
)
bundles = st.builds(an_item, st.sampled_from(("PACK", "PAIR")), st.integers(1, 3))
edits = st.lists(
    st.tuples(st.integers(0, MANY - 1), singles | bundles | st.none()), min_size=1, max_size=5
)
activations = st.sampled_from((None, date(2026, 11, 1), date(2026, 11, 23)))


def many() -> tuple[QuoteItem, ...]:
    """So many items that one edit is followed: lines, boxes and cards in turn."""
    return tuple(
        msgspec.structs.replace(a_line(1 + n % 3, code=CODES[n % len(CODES)]), id=f"i{n}")
        for n in range(MANY)
    )


def edited(
    items: tuple[QuoteItem, ...], place: int, item: QuoteItem | None
) -> tuple[QuoteItem, ...]:
    """The quote with another item in a place, or without the one that is there."""
    put = () if item is None else (msgspec.structs.replace(item, id=f"n{len(items)}-{place}"),)
    return (*items[:place], *put, *items[place + 1 :])


def with_same_items(before: PricedQuote, after: PricedQuote) -> PricedQuote:
    """The later quote with the very items of the earlier one where they are equal."""
    known = {item.id: item for item in before.items}
    items = tuple(known[i.id] if known.get(i.id) == i else i for i in after.items)
    return msgspec.structs.replace(after, items=items)


@settings(max_examples=150)
@given(edits, activations)
def test_following_edits_comes_to_the_same_as_adding_up_everything(
    steps: list[tuple[int, QuoteItem | None]], activation: date | None
) -> None:
    """Totals, invoice and measures, edit by edit, each from the result before."""
    items = many()
    context, policy = a_context(), a_policy()
    priced = price_quote(CATALOG, policy, context, items)
    measured = measure_again(None, priced)
    billing = billing_of(priced, activation)
    for place, item in steps:
        items = edited(items, place % len(items), item)
        before = priced
        priced = with_same_items(before, price_quote(CATALOG, policy, context, items))
        again = total_again(before.totals, before.items, priced.items, context.term)
        assert again == total(priced.items, context.term) == priced.totals
        billing = billing_again(billing, before.items, priced, activation)
        assert billing == billing_of(priced, activation)
        measured = measure_again(measured, priced)
        assert measured == (measure(priced), priced, {})


def test_the_most_free_months_are_found_again_when_their_item_goes() -> None:
    """Four free months, then two, are two when the item with four is taken out."""
    items = list(many())
    items[0] = msgspec.structs.replace(items[0], alterations=(FreeMonths(4),))
    items[5] = msgspec.structs.replace(items[5], alterations=(FreeMonths(2),))
    first = price_quote(CATALOG, a_policy(), a_context(), items)
    then = with_same_items(first, price_quote(CATALOG, a_policy(), a_context(), items[1:]))
    known = measure_again(None, first)
    assert known.given.free_months == 4
    assert measure_again(known, then).given.free_months == 2


def test_another_term_is_measured_anew() -> None:
    """Everything over the term is another amount."""
    items = many()
    year, two = (price_quote(CATALOG, a_policy(), a_context(term=t), items) for t in (12, 24))
    assert measure_again(measure_again(None, year), two).given == measure(two)
    assert total_again(year.totals, year.items, two.items, 24) == two.totals


def test_items_of_another_commitment_are_measured_over_their_own_months() -> None:
    """Their months count, edit by edit; other months of any item measure everything anew."""
    items = list(many())
    first = price_quote(CATALOG, a_policy(), a_context(), items)
    known = measure_again(None, first, {"i3": 24})
    items[9] = msgspec.structs.replace(items[9], alterations=(Percentage(d(50)),))
    then = with_same_items(first, price_quote(CATALOG, a_policy(), a_context(), items))
    for terms in ({"i3": 24}, {"i3": 36}, {}):
        assert measure_again(known, then, terms).given == measure(then, terms)


def test_another_day_of_activation_is_billed_anew() -> None:
    """The first month is another part of a month."""
    priced = price_quote(CATALOG, a_policy(), a_context(), many())
    whole, part = date(2026, 11, 1), date(2026, 11, 23)
    known = billing_of(priced, whole)
    assert billing_again(known, priced.items, priced, part) == billing_of(priced, part)


def test_items_with_one_identifier_are_measured_anew() -> None:
    """A damaged file may hold them twice; places cannot be told apart then."""
    items = list(many())
    items[7] = msgspec.structs.replace(items[7], id="i3", alterations=(Percentage(d(20)),))
    first = price_quote(CATALOG, a_policy(), a_context(), items)
    then = with_same_items(first, price_quote(CATALOG, a_policy(), a_context(), items[:-1]))
    assert measure_again(measure_again(None, first), then).given == measure(then)


@pytest.mark.parametrize("place", [0, 11, MANY - 1])
def test_a_discount_stands_in_the_order_of_the_items(place: int) -> None:
    """Whatever reads the deepest one first finds it where measuring anew would put it."""
    items = list(many())
    first = price_quote(CATALOG, a_policy(), a_context(), items)
    items[place] = msgspec.structs.replace(items[place], alterations=(Percentage(d(50)),))
    then = with_same_items(first, price_quote(CATALOG, a_policy(), a_context(), items))
    given = measure_again(measure_again(None, first), then).given
    assert [one.item for one in given.items] == [item.id for item in items]
    assert given == measure(then)
