"""Items go into an option, back into the offer, or beside it; sections of firm items stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting.option_edits import copy_as_option, may_be_added, put_in_offer, put_in_option
from app.quoting.options import commitments, options_of, put_beside
from pricing.item import QuoteItem
from tests.builders import a_quote

if TYPE_CHECKING:
    from app.quoting.quote import Quote

ONE, TWO, THREE = (QuoteItem(f"i{n}", "LINE", n) for n in (1, 2, 3))
QUOTE = a_quote(ONE, TWO, THREE)


def told(quote: Quote) -> list[tuple[str, bool, str, int]]:
    """Each item: whether it is optional, under what, for how long."""
    return [(item.id, item.optional, item.section, item.commitment) for item in quote.items]


def letters(quote: Quote) -> list[tuple[str, str, bool]]:
    """The options there are."""
    found = options_of(quote, lambda _code: False)
    return [(one.letter, one.section, one.exclusive) for one in found]


def test_items_become_an_option_under_a_heading() -> None:
    """Another press with the same heading adds to it; no heading, no option."""
    made = put_in_option(QUOTE, ("i2",), " B ")
    assert told(made) == [("i1", False, "", 0), ("i2", True, "B", 0), ("i3", False, "", 0)]
    assert letters(made) == [("A", "", False), ("B", "B", True)]
    more = put_in_option(made, ("i3",), "B")
    assert [one[:3] for one in told(more)][1:] == [("i2", True, "B"), ("i3", True, "B")]
    assert put_in_option(QUOTE, ("i2",), " ") is QUOTE


def test_what_joins_an_option_gets_its_commitment() -> None:
    """36 months as the others there."""
    quote = put_beside(QUOTE, (QuoteItem("x", "LINE"),), "long", 36)
    joined = put_in_option(quote, ("i3",), "long")
    assert commitments(joined) == {"i3": 36, "i4": 36}


def test_items_go_back_into_the_offer_and_leave_the_heading() -> None:
    """Nothing happens to what is firm already."""
    made = put_in_option(QUOTE, ("i2",), "B")
    assert told(put_in_offer(made, ("i2",))) == told(QUOTE)
    assert put_in_offer(QUOTE, ("i2",)) is QUOTE


def test_items_that_may_be_added_leave_the_heading_of_an_option_only() -> None:
    """In a section with firm items they stay where they are."""
    made = put_in_option(QUOTE, ("i2",), "B")
    assert told(may_be_added(made, ("i2",)))[1] == ("i2", True, "", 0)
    town = a_quote(replace(ONE, section="town"), replace(TWO, section="town"))
    assert told(may_be_added(town, ("i2",)))[1] == ("i2", True, "town", 0)
    assert letters(may_be_added(town, ("i2",)))[1:] == []


def test_items_are_copied_as_another_option() -> None:
    """The offer stays; a heading that there is already is not written over."""
    copied = copy_as_option(QUOTE, ("i1", "i3"), "B")
    assert [(item.id, item.quantity, item.optional) for item in copied.items] == [
        ("i1", 1, False),
        ("i2", 2, False),
        ("i3", 3, False),
        ("i4", 1, True),
        ("i5", 3, True),
    ]
    assert copy_as_option(copied, ("i2",), "B") is copied
    assert copy_as_option(copied, ("i2",), " b") is copied
    assert told(put_in_option(copied, ("i2",), "\uff22"))[1] == ("i2", True, "\uff22", 0)
    assert copy_as_option(QUOTE, ("i1",), " ") is QUOTE
    assert copy_as_option(QUOTE, (), "B") is QUOTE
