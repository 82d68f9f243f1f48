"""Options of a quote: the offer, what may be chosen in its place, and edits between them."""

from __future__ import annotations

import msgspec

from app.quoting.options import (
    alone,
    commitments,
    options_of,
    put_beside,
    recommend,
    set_commitment,
    take_offer,
    take_out,
    taken,
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


def test_an_option_may_be_for_another_commitment() -> None:
    """All items under a heading have the months of the first that names any; firm ones none."""
    quote = put_beside(a_quote(A1), (QuoteItem("i1", "LINE"), QuoteItem("i2", "MAIL")), "long", 36)
    offer, other = options_of(quote, is_bundle)
    assert (offer.term, other.term) == (12, 36)
    assert commitments(quote) == {"i2": 36, "i3": 36}
    assert alone(quote, other).term == 36
    assert [item.commitment for item in alone(quote, other).items] == [0, 0]
    same = put_beside(a_quote(A1), (QuoteItem("i1", "LINE"),), "long", 12)
    assert commitments(same) == {}


def test_recommending_keeps_every_commitment() -> None:
    """The offer of 12 months becomes an option of 12 in a quote of 36, and back again."""
    quote = put_beside(a_quote(A1, B1), (QuoteItem("i1", "LINE"),), "long", 36)
    options = options_of(quote, is_bundle)
    assert [one.term for one in options] == [12, 12, 36]
    other = recommend(quote, options[2], "before")
    assert other.term == 36
    assert [one.term for one in options_of(other, is_bundle)] == [36, 12, 12]
    assert commitments(other) == {"i1": 12, "i4": 12}
    back = recommend(other, options_of(other, is_bundle)[1], "long")
    assert (back.term, commitments(back)) == (12, {"i5": 36})


def test_the_commitment_of_an_option_is_set_and_taken_back() -> None:
    """That of the quote is no months of its own; of the offer it is the quote's."""
    quote = a_quote(A1, B1)
    offer, other = options_of(quote, is_bundle)
    longer = set_commitment(quote, other, 24)
    assert commitments(longer) == {"i4": 24}
    assert set_commitment(longer, other, 24) is longer
    assert set_commitment(longer, other, 12) == quote
    assert set_commitment(quote, offer, 12) is quote
    assert set_commitment(quote, offer, 24).term == 24


def test_what_may_be_added_stands_beside_an_option_that_is_taken() -> None:
    """An extra and a bare bundle; not the other headings, and not the offer."""
    other = QuoteItem("i6", "LINE", 3, optional=True, section="another")
    quote = a_quote(A1, A2, BARE, B1, EXTRA, other)
    options = options_of(quote, is_bundle)
    assert [(one.section, one.exclusive) for one in options[1:]] == [
        ("", False),
        ("lines only", True),
        ("another", True),
    ]
    lines_only = taken(quote, options[2], options)
    assert [(item.id, item.optional) for item in lines_only.items] == [
        ("i3", True),
        ("i4", False),
        ("i5", True),
    ]
    bare = taken(quote, options[1], options)
    assert [item.id for item in bare.items if not item.optional] == ["i2", "i3"]


def test_a_heading_with_firm_items_is_not_an_option_of_its_own() -> None:
    """What is optional there may be added to the offer."""
    quote = a_quote(msgspec.structs.replace(A2, section="lines only"), B1)
    (offer,) = options_of(quote, is_bundle)
    added = taken(quote, offer, (offer,))
    assert [(item.id, item.optional) for item in added.items] == [("i2", False), ("i4", True)]
    plan = msgspec.structs.replace(BARE, section="lines only")
    found = options_of(a_quote(A1, *quote.items, plan), is_bundle)
    assert [(one.letter, one.items, one.exclusive) for one in found[1:]] == [
        ("B", ("i3", "i2"), False)
    ]


def test_what_may_be_added_is_for_the_months_of_the_offer() -> None:
    """Without a heading of its own no item has months of its own, whatever stands on it."""
    short = msgspec.structs.replace(EXTRA, commitment=1)
    bundle = msgspec.structs.replace(BARE, commitment=1)
    shared = msgspec.structs.replace(B1, commitment=1)
    town = msgspec.structs.replace(A2, section="lines only")
    assert commitments(a_quote(A1, short, bundle)) == {}
    assert commitments(a_quote(A1, town, shared)) == {}
    assert commitments(a_quote(shared)) == {}
    assert commitments(a_quote(A1, shared)) == {"i4": 1}


def test_no_option_is_without_a_letter() -> None:
    """The 27th follows Z."""
    many = [QuoteItem(f"i{n}", "LINE", optional=True, section=f"heading {n}") for n in range(2, 30)]
    letters = [one.letter for one in options_of(a_quote(A1, *many), is_bundle)]
    assert letters[-5:] == ["Y", "Z", "AA", "AB", "AC"]
