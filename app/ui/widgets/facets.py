"""Facets: what a list can be narrowed by, and what is left of it; values, nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from app.ui.widgets.value_range import BETWEEN, RangeKind, range_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Facts = tuple[tuple[str, ...], ...]
"""Of one row: its words in each facet, in the order of the facets; usually one, sometimes more."""


class Facet(Struct, frozen=True):
    """One thing that rows are told apart by.

    Attributes:
        id: Under which what is wanted is kept.
        title: For people.
        words: Words in their order, each with its text; empty where the rows bring their own.
        named: What such a word is called; the word itself when not given.
        ranges: Of what a range can be typed; ``None`` where none can.
    """

    id: str
    title: str
    words: tuple[tuple[str, str], ...] = ()
    named: Callable[[str], str] | None = None
    ranges: RangeKind | None = None

    def text(self, word: str) -> str:
        """A word for people."""
        if BETWEEN in word:
            return range_text(word)
        usual = self.named(word) if self.named is not None and word else word
        return next((text for known, text in self.words if known == word), usual)


class Narrowed(NamedTuple):
    """What is left of a list.

    Attributes:
        places: Of the rows that are left, in their order.
        counts: Of each facet: how many rows have a word among those that the other facets leave.
    """

    places: list[int]
    counts: list[dict[str, int]]


def narrow(
    facts: Sequence[Facts], facets: Sequence[Facet], wants: Mapping[str, Sequence[str]]
) -> Narrowed:
    """Keep the rows that have, of every facet that anything is wanted of, a word that is wanted.

    Args:
        facts: Words of each row.
        facets: In the order of the words.
        wants: Words wanted, by the identifier of the facet; none wants everything.
    """
    wanted = [frozenset(wants.get(facet.id, ())) for facet in facets]
    asked = [at for at, words in enumerate(wanted) if words]
    places: list[int] = []
    known: dict[Facts, _Alike] = {}
    for place, fact in enumerate(facts):
        alike = known.get(fact)  # of thousands of rows most are like another one
        if alike is None:
            failed = [at for at in asked if wanted[at].isdisjoint(fact[at])]
            alike = known[fact] = _Alike(failed)
        alike.rows += 1
        if not alike.failed:
            places.append(place)
    counts: list[dict[str, int]] = [{} for _ in facets]
    for fact, alike in known.items():
        if not alike.failed:
            _count(counts, fact, range(len(facets)), alike.rows)
        elif len(alike.failed) == 1:  # they would be there if nothing was wanted of that one facet
            _count(counts, fact, alike.failed, alike.rows)
    return Narrowed(places, counts)


class _Alike(Struct):
    """Rows with the same words: the facets that leave them out, and how many they are."""

    failed: list[int]
    rows: int = 0


def _count(counts: list[dict[str, int]], fact: Facts, facets: Sequence[int], rows: int) -> None:
    for at in facets:
        of_one = counts[at]
        for word in fact[at]:
            of_one[word] = of_one.get(word, 0) + rows


def sort_text(text: str) -> bytes:
    """By what texts are sorted: Chinese ones by pinyin, as the national standard has its signs."""
    return text.casefold().encode("gb18030", "replace")
