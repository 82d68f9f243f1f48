"""What typing finds is what a look at every record finds, in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from catalog.search import CatalogIndex, Typing
from catalog.search.found import hit_of
from catalog.selection import Selection
from tests.builders import a_charge, a_content, an_offering
from tests.catalog.search.finding import (
    NAMES,
    TYPED,
    WANTED,
    contents,
    fold,
    looked_at_one_by_one,
    sold_of,
)
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from catalog.product_catalog import CatalogContent

ANYTHING = Selection()
USED = st.sampled_from(("A", "B", "K", "1", "9", "AB", "GONE"))
SCORES = st.dictionaries(USED, st.integers(1, 3))


def codes(typing: Typing, typed: str, wanted: Selection = ANYTHING, **more: object) -> list[str]:
    """Codes found, the best first."""
    return [hit.code for hit in typing.find(typed, wanted, **more).hits]  # type: ignore[arg-type] # fields by name


@given(contents(), TYPED, WANTED, SCORES)
def test_every_letter_finds_what_a_look_at_every_record_finds(
    content: CatalogContent, typed: str, wanted: Selection, scores: dict[str, int]
) -> None:
    """The same records in the same order, letter after letter, then one letter less."""
    typing = Typing(CatalogIndex(content))
    for text in [*(typed[:length] for length in range(1, len(typed) + 1)), typed[:-1]]:
        if fold(text):
            expected = looked_at_one_by_one(content, text, wanted, scores)
            assert codes(typing, text, wanted, scores=scores) == expected


@given(contents(), TYPED, WANTED, SCORES, st.integers(1, 4))
def test_a_limit_keeps_the_best_and_says_that_there_are_more(
    content: CatalogContent, typed: str, wanted: Selection, scores: dict[str, int], limit: int
) -> None:
    """Neither the rows looked at before nor the limit change what comes first."""
    if not fold(typed):
        return
    found = Typing(CatalogIndex(content)).find(typed, wanted, scores, limit)
    expected = looked_at_one_by_one(content, typed, wanted, scores)
    assert [hit.code for hit in found.hits] == expected[:limit]
    assert found.more == (len(expected) > limit)


@given(contents(), NAMES, WANTED)
def test_a_selection_never_adds_and_is_counted_by_family(
    content: CatalogContent, typed: str, wanted: Selection
) -> None:
    """What is found within a selection is found without it; the counts are of all families."""
    typing = Typing(CatalogIndex(content))
    if not fold(typed):
        return
    assert set(codes(typing, typed, wanted)) <= set(codes(typing, typed))
    every = msgspec.structs.replace(wanted, family="")
    counts = typing.family_counts(typed, every)
    assert sum(counts.values()) == len(codes(typing, typed, every))
    for family, count in counts.items():
        within = msgspec.structs.replace(wanted, family=family)
        assert len(codes(typing, typed, within)) == count


@given(contents(), st.lists(NAMES, min_size=2, max_size=3))
def test_words_stand_in_any_order_and_each_one_narrows(
    content: CatalogContent, words: list[str]
) -> None:
    """The same hits in the same order; a further word adds none."""
    typing = Typing(CatalogIndex(content))
    there, back = " ".join(words), " ".join(reversed(words))
    if fold(there) and fold(words[0]):
        assert codes(typing, there) == codes(typing, back)
        assert set(codes(typing, there)) <= set(codes(typing, words[0]))


def test_two_letters_of_any_name_find_it() -> None:
    """Of every name of the sample catalogue, every two characters that stand side by side."""
    content = sample_catalog().content
    typing = Typing(CatalogIndex(content))
    for sold in sold_of(content):
        for name in (fold(sold.name.zh), fold(sold.name.en)):
            for place in range(len(name) - 1):
                typed = name[place : place + 2]
                if " " not in typed:
                    assert sold.code in codes(typing, typed, limit=9_999), typed


def test_many_rows_are_found_as_few_are() -> None:
    """Of 20,000 offerings: common words that are seldom together, within a selection or not.

    甲 is in every second name, 乙 in every third, 丙 in every five-thousandth: 0 and 15000 have 乙
    as well as 丙, and of those only 0 is in the family F1.
    """
    sold = []
    for number in range(20_000):
        name = "".join(
            letter for letter, every in (("甲", 2), ("乙", 3), ("丙", 5_000)) if number % every == 0
        )
        offering = an_offering(
            a_charge(f"X{number:05d}.RENT"), family="F1" if number % 10_000 == 0 else "F2"
        )
        sold.append(
            msgspec.structs.replace(offering, name=msgspec.structs.replace(offering.name, zh=name))
        )
    index = CatalogIndex(a_content(*sold))
    assert codes(Typing(index), "甲 乙", limit=3) == ["X00006", "X00012", "X00018"]
    assert codes(Typing(index), "甲 丙") == ["X05000", "X10000", "X00000", "X15000"]
    assert codes(Typing(index), "甲", Selection(family="F1")) == ["X10000", "X00000"]
    assert codes(Typing(index), "甲 乙", Selection(family="F1")) == ["X00000"]
    assert Typing(index).family_counts("丙 乙") == {"F1": 1, "F2": 1}
    assert hit_of(index, 0).code == "X00002"  # the first without a Chinese name is longer
