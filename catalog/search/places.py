"""found_places(): which characters of a text were meant by what was typed, to be highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.search.folding import folded, words_of
from catalog.search.spelling import is_spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class FoundPlace(NamedTuple):
    """Characters of a text, from ``start`` up to, but without, ``end``."""

    start: int
    end: int


def found_places(text: str, typed: str, pinyin: str = "") -> tuple[FoundPlace, ...]:
    """Places of the words typed in a text, in order and without overlap.

    Args:
        text: As shown.
        typed: As typed.
        pinyin: Its syllables, if it is a Chinese name, as an offering keeps them.
    """
    marked = [False] * len(text)
    for word in words_of(typed):
        places = list(_literal(text, word)) or list(_spelled(text, word, pinyin))
        for place in places:
            marked[place.start : place.end] = [True] * (place.end - place.start)
    return tuple(_runs(marked))


def _literal(text: str, word: str) -> Iterator[FoundPlace]:
    """Places where a word stands in the text as it is, whatever case and width."""
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for letter in folded(character) or " ":
            letters.append(letter)
            origins.append(place)
    whole, at = "".join(letters), 0
    while (at := whole.find(word, at)) >= 0:
        last = at + len(word) - 1
        yield FoundPlace(origins[at], origins[last] + 1)
        at = last + 1


def _spelled(text: str, word: str, pinyin: str) -> Iterator[FoundPlace]:
    """The first place where a word is spelled in one of the readings."""
    if not is_spelled(word):
        return
    spoken = [place for place, character in enumerate(text) if _is_spoken(character)]
    for reading in pinyin.split("|"):
        syllables = reading.split()
        if len(syllables) != len(spoken):
            continue
        for first in range(len(syllables)):
            count = _syllables_of(word, syllables[first:])
            if count:
                yield FoundPlace(spoken[first], spoken[first + count - 1] + 1)
                return


def _is_spoken(character: str) -> bool:
    """Whether a character has a syllable: Chinese ones, Latin letters and digits have."""
    plain = folded(character)
    return plain.isalnum() and (plain.isascii() or "\u3400" <= plain[0] <= "\u9fff")


def _syllables_of(word: str, syllables: Sequence[str]) -> int:
    """How many syllables a word takes from the first one on; 0 when it does not fit."""
    if not syllables:
        return 0
    for length in range(min(len(word), len(syllables[0])), 0, -1):
        if not syllables[0].startswith(word[:length]):
            continue
        if length == len(word):
            return 1
        further = _syllables_of(word[length:], syllables[1:])
        if further:
            return 1 + further
    return 0


def _runs(marked: Sequence[bool]) -> Iterator[FoundPlace]:
    start = -1
    for place, inside in enumerate([*marked, False]):
        if inside and start < 0:
            start = place
        elif not inside and start >= 0:
            yield FoundPlace(start, place)
            start = -1
