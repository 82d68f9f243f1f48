"""Options of a quote: the offer, what may be chosen in its place, and edits between them."""

from __future__ import annotations

from app.quoting.options import (
    alone,
    options_of,
    put_beside,
    recommend,
    take_offer,
    take_out,
)
from app.quoting.quote import LikeForLike
from pricing.item import QuoteItem
from tests.builders import a_quote

A1, A2 = QuoteItem("i1", "PACK"), QuoteItem("i2", "LINE")
BARE = QuoteItem("i3", "PACK2", optional=True)
B1 = QuoteItem("i4", "LINE", 2, optional=True, section="lines only")
EXTRA = QuoteItem("i5", "MAIL", optional=True)


def is_bundle(code: str) -> bool:
    """Codes of bundles in these tests."""
    return code.startswith("PACK")


def test_offer_comes_first_and_each_heading_is_an_option() -> None:
    """A bare bundle stands in the place of bundles only; an extra is no option."""
    quote = a_quote(A1, A2, BARE, B1, EXTRA)
    found = options_of(quote, is_bundle)
    assert [(one.letter, one.items) for one in found] == [
        ("A", ("i1", "i2")),
        ("B", ("i3", "i2")),
        ("C", ("i4",)),
    ]
    assert options_of(a_quote(B1), is_bundle) == ()


def test_option_taken_alone_is_firm_and_nothing_else_is_there() -> None:
    """Without its heading."""
    quote = a_quote(A1, A2, B1)
    option = options_of(quote, is_bundle)[1]
    (item,) = alone(quote, option).items
    assert (item.id, item.optional, item.section) == ("i4", False, "")


def test_offer_taken_has_new_identifiers_and_keeps_other_options() -> None:
    """What replaces the bills is named by the new identifiers."""
    quote = a_quote(A1, B1)
    new = (QuoteItem("i1", "PACK3"), QuoteItem("i2", "NEW"))
    taken = take_offer(quote, new, 24, LikeForLike(items=("i1",), competitor=5))
    assert [(item.id, item.offering) for item in taken.items] == [
        ("i5", "PACK3"),
        ("i6", "NEW"),
        ("i4", "LINE"),
    ]
    assert taken.term == 24
    assert taken.like_for_like == LikeForLike(items=("i5",), competitor=5)


def test_option_put_beside_takes_the_place_of_one_of_the_same_heading() -> None:
    """Two clicks make no two options."""
    once = put_beside(a_quote(A1), (QuoteItem("i1", "LINE"),), "single")
    twice = put_beside(once, (QuoteItem("i1", "LINE"),), "single")
    assert [item.offering for item in twice.items] == ["PACK", "LINE"]
    assert twice.items[1].optional


def test_recommending_changes_places_and_back_again() -> None:
    """What both have stays firm; the offer becomes an option of the heading given."""
    quote = a_quote(A1, A2, BARE)
    other = recommend(quote, options_of(quote, is_bundle)[1], "before")
    assert [(i.id, i.optional, i.section) for i in other.items] == [
        ("i1", True, "before"),
        ("i2", False, ""),
        ("i3", False, ""),
    ]
    whole = a_quote(A1, A2, B1)
    moved = recommend(whole, options_of(whole, is_bundle)[1], "before")
    back = recommend(moved, options_of(moved, is_bundle)[1], "lines only")
    assert back == whole


def test_taking_out_removes_what_only_the_option_has() -> None:
    """The offer cannot be taken out."""
    quote = a_quote(A1, A2, B1)
    offer, other = options_of(quote, is_bundle)
    assert take_out(quote, other).items == (A1, A2)
    assert take_out(quote, offer) is quote
