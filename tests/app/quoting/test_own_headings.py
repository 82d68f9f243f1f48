"""Headings are told apart as a reader does: what looks the same is no option of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.quoting.options import commitments, options_of, put_beside
from app.quoting.own_headings import looks, own_headings
from tests.builders import a_line, a_quote

if TYPE_CHECKING:
    from pricing.item import QuoteItem

FIRM = replace(a_line(1), id="i1", section="接入")


def under(name: str, heading: str, months: int = 0) -> QuoteItem:
    """A line that may be taken."""
    return replace(a_line(1), id=name, optional=True, section=heading, commitment=months)


@pytest.mark.parametrize(
    "other",
    [
        "方案B ",
        "方案\uff22",
        "方案 b",
        "方案\u200bB",
        "方案\u3000B",
        "方案B\ufe0f",  # with a variation selector, which draws nothing
        "方案\u0392",  # a Greek capital beta
        "方案\u0412",  # a Cyrillic capital ve
    ],
)
def test_headings_that_look_equal_are_one_option(other: str) -> None:
    """The customer reads one heading and takes both, for the months that the first names."""
    quote = a_quote(FIRM, under("i2", "方案B", 36), under("i3", other))
    assert own_headings(quote.items) == {"方案B", other}
    _, option = options_of(quote, lambda _: False)
    assert (option.letter, option.section, option.own) == ("B", "方案B", ("i2", "i3"))
    assert (option.exclusive, option.term) == (True, 36)
    assert commitments(quote) == {"i2": 36, "i3": 36}
    assert [i.id for i in put_beside(quote, (FIRM,), other).items[:-1]] == ["i1"]


def test_letters_of_another_alphabet_count_as_what_they_look_like() -> None:
    """Capitals of both alphabets, the small letters that are drawn alike, and no others."""
    assert looks("АВСЕНІЈКМОРЅТХУ") == "abcehijkmopstxy"
    assert looks("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ") == "abezhikmnoptyx"
    assert looks("асеорху") == "aceopxy"
    assert looks("ДЖвΣβ") == "джвσβ"


@pytest.mark.parametrize("heading", [" ", "\u3000", "\u200b", "接入", "接入 ", "接\u00ad入"])
def test_a_heading_that_looks_like_the_offer_s_or_none_is_an_addition(heading: str) -> None:
    """What seems to stand in the offer is added to the offer."""
    quote = a_quote(FIRM, under("i2", heading, 36))
    assert own_headings(quote.items) == frozenset()
    assert len(options_of(quote, lambda _: False)) == 1
    assert commitments(quote) == {}


def test_other_headings_are_options_and_need_an_offer() -> None:
    """B and C are two; without a firm item nothing can be replaced."""
    two = (under("i2", "方案B"), under("i3", "方案C"))
    assert own_headings((FIRM, *two)) == {"方案B", "方案C"}
    assert own_headings(two) == frozenset()
    assert looks("方案 \uff22\u200b") == looks("方案b") != looks("方案c")
