"""Items change their order and headings together, and a heading stays in one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting import item_order
from tests.builders import a_quote, an_item

if TYPE_CHECKING:
    from app.quoting.quote import Quote


def quote_of(text: str) -> Quote:
    """A quote of items such as ``a b:S``: item a, and item b under heading S."""
    items = []
    for word in text.split():
        name, _, section = word.partition(":")
        item = an_item("LINE", 1)
        items.append(msgspec.structs.replace(item, id=name, section=section))
    return a_quote(*items)


def told(quote: Quote) -> str:
    """The items of a quote, written as in ``quote_of``."""
    return " ".join(
        f"{item.id}:{item.section}" if item.section else item.id for item in quote.items
    )


@pytest.mark.parametrize(
    ("before", "chosen", "down", "after"),
    [
        ("a b c", "b", False, "b a c"),
        ("a b c", "b", True, "a c b"),
        ("a b c", "a", False, "a b c"),
        ("a b c", "c", True, "a b c"),
        ("a b c d", "bc", True, "a d b c"),
        ("a b c d", "ac", True, "b a c d"),
        ("a b c d", "bd", False, "a b d c"),
        ("a:S b:S c", "b", True, "a:S b c"),
        ("a:S b c", "b", False, "a:S b:S c"),
        ("a:S b:T", "a", True, "a:T b:T"),
        ("a:S b:S", "a", False, "a b:S"),
        ("a:S b:S c:S", "ab", True, "c:S a:S b:S"),
    ],
)
def test_items_move_by_one_place(before: str, chosen: str, down: bool, after: str) -> None:
    """Together, and over the edge of a section by leaving or joining it."""
    assert told(item_order.move_items(quote_of(before), set(chosen), down=down)) == after


@pytest.mark.parametrize(
    ("before", "chosen", "section", "after"),
    [
        ("a b c", "b", "S", "a b:S c"),
        ("a:S b c d", "d", "S", "a:S d:S b c"),
        ("a:S b:S c:S", "b", "T", "a:S c:S b:T"),
        ("a:S b:S c:S", "b", "", "a:S c:S b"),
        ("a b c", "ac", " S ", "a:S c:S b"),
        ("a b", "a", "", "a b"),
    ],
)
def test_items_come_under_a_heading(before: str, chosen: str, section: str, after: str) -> None:
    """Behind those that are there; a new heading tears no other."""
    assert told(item_order.put_in_section(quote_of(before), set(chosen), section)) == after


@pytest.mark.parametrize(
    ("chosen", "beside", "after", "result"),
    [
        ("a", "c", True, "b:S c:S a:S d"),
        ("d", "b", False, "a d:S b:S c:S"),
        ("b", "a", False, "b a c:S d"),
        ("b", "b", True, "a b:S c:S d"),
        ("b", "none", True, "a b:S c:S d"),
    ],
)
def test_items_are_placed_beside_another(
    chosen: str,
    beside: str,
    after: bool,
    result: str,
) -> None:
    """Under the heading of the other one; beside itself nothing happens."""
    quote = quote_of("a b:S c:S d")
    assert told(item_order.place_items(quote, set(chosen), beside, after=after)) == result


def test_items_are_placed_before_a_section() -> None:
    """They stand outside of it."""
    quote = quote_of("a:S b:T c:T d")
    assert told(item_order.place_before_section(quote, {"c"}, "T")) == "a:S c b:T d"
    assert item_order.place_before_section(quote, {"c"}, "none") is quote


def test_a_section_moves_as_a_whole() -> None:
    """Over another section, or over one item that has none; at the edge it stays."""
    quote = quote_of("a b:S c:S d:T e:T")
    assert told(item_order.move_section(quote, "S", down=True)) == "a d:T e:T b:S c:S"
    assert told(item_order.move_section(quote, "S", down=False)) == "b:S c:S a d:T e:T"
    assert item_order.move_section(quote, "T", down=True) is quote
    assert told(item_order.place_section(quote, "T", "b", after=False)) == "a d:T e:T b:S c:S"
    assert told(item_order.place_section(quote, "S", "e", after=True)) == "a d:T e:T b:S c:S"
    assert item_order.place_section(quote, "S", "c", after=True) is quote


def test_a_section_is_renamed() -> None:
    """By the name of another one the two become one; without a name it ends."""
    quote = quote_of("a:S b c:T d:T")
    assert told(item_order.rename_section(quote, "T", "新")) == "a:S b c:新 d:新"
    assert told(item_order.rename_section(quote, "T", "S")) == "a:S c:S d:S b"
    assert told(item_order.rename_section(quote, "T", " ")) == "a:S b c d"
    assert item_order.rename_section(quote, "T", "T") is quote
    assert item_order.sections_of(quote) == ("S", "T")
