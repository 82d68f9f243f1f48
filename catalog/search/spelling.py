"""Pinyin as it is typed: each syllable whole or only begun, so kd, kuandai and kdai are 宽带.

A reading is a row of syllables; a word fits where it is made of beginnings of syllables that
follow one another. Instead of trying that at every row, the word is taken apart once with what is
known of the catalogue: which syllables there are, and which stand after which.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from heapq import merge
from itertools import pairwise
from typing import TYPE_CHECKING

from catalog.search.column import Column
from catalog.search.folding import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering

Reading = tuple[str, ...]
READING = "\t"
_SYLLABLE = "'"
_START = ""
_LONGEST = 40
_FEW = 4
"""So many ways to take a word apart are looked for one by one; more by their initials."""


def is_spelled(word: str) -> bool:
    """Whether a word could be pinyin."""
    return word.isascii() and word.isalnum() and len(word) <= _LONGEST


def readings_of(sold: ProductOffering | BundledOffering) -> tuple[Reading, ...]:
    """The readings of a name; of older catalogues only the initials are known."""
    spelled = [tuple(one.split()) for one in folded(sold.pinyin).split("|")]
    readings = [one for one in spelled if one]
    known = {_initials(one) for one in readings}
    readings += [tuple(one) for one in folded(sold.initials).split() if one not in known]
    return tuple(readings)


@lru_cache(maxsize=64)
def pattern_of(word: str) -> re.Pattern[str]:
    """Finds a word in a cell of syllables."""
    return re.compile(_SYLLABLE + "(?:[^'\t]*')?".join(map(re.escape, word)))


class Spelling:
    """The readings of every row.

    Attributes:
        initials: First letters of each reading.
        syllables: Syllables of each reading, each behind a mark.
    """

    __slots__ = ("_after", "_every", "initials", "syllables")

    def __init__(self, rows: Iterable[ProductOffering | BundledOffering]) -> None:
        """Join the readings of the rows."""
        initials, syllables = [], []
        known: set[tuple[str, str]] = set()
        for sold in rows:
            readings = readings_of(sold)
            initials.append("".join(f"{READING}{_initials(one)}" for one in readings))
            syllables.append("".join(f"{READING}{_marked(one)}" for one in readings))
            known.update(pair for one in readings for pair in pairwise((_START, *one)))
        self.initials, self.syllables = Column(initials), Column(syllables)
        after: dict[str, list[str]] = {}
        for first, second in sorted(known):
            after.setdefault(sys.intern(first), []).append(sys.intern(second))
        after.pop(_START, None)
        self._every = tuple({second for _, second in known})
        self._after = after

    @property
    def size(self) -> int:
        """Bytes in memory; the syllables themselves are few."""
        return self.initials.size + self.syllables.size

    def fits(self, row: int, word: str, pattern: re.Pattern[str]) -> bool:
        """Whether a word is spelled in a row."""
        if word in self.initials.of(row):
            return True
        return pattern.search(self.syllables.of(row)) is not None

    def rows_with(self, word: str) -> Iterator[int]:
        """Rows in which a word is spelled, upwards, each once; looked for as they are asked for."""
        before = -1
        for row in merge(self.initials.rows_with(word), *self._streams(word)):
            if row != before:
                yield row
            before = row

    def about(self, word: str) -> int:
        """About how many rows spell a word; whole syllables are guessed by their first letters."""
        return self.initials.about(word) + self.syllables.about(_SYLLABLE + word)

    def among(self, rows: Collection[int], word: str) -> set[int]:
        """Those of some rows in which a word is spelled."""
        found = self.initials.among(rows, word)
        if next(self._chains(word, self._every, begun=False), None) is not None:
            pattern, cell = pattern_of(word), self.syllables.of
            found.update([row for row in rows if row not in found and pattern.search(cell(row))])
        return found

    def all_rows_with(self, word: str) -> set[int]:
        """The same rows, all at once."""
        rows = self.initials.all_rows_with(word)
        for stream in self._streams(word):
            rows.update(stream)
        return rows

    def _streams(self, word: str) -> list[Iterator[int]]:
        """Rows with each way to take a word apart; all parts of one letter are not among them."""
        chains = set(self._chains(word, self._every, begun=False))
        if len(chains) <= _FEW:
            return [
                self.syllables.rows_with("".join(f"{_SYLLABLE}{part}" for part in chain))
                for chain in chains
            ]
        pattern = pattern_of(word)
        return [self._checked(initials, pattern) for initials in {_initials(one) for one in chains}]

    def _checked(self, initials: str, pattern: re.Pattern[str]) -> Iterator[int]:
        for row in self.initials.rows_with(initials):
            if pattern.search(self.syllables.of(row)):
                yield row

    def _chains(self, rest: str, syllables: Sequence[str], *, begun: bool) -> Iterator[Reading]:
        """Ways to take the rest of a word apart: whole syllables, and the last part as typed.

        Args:
            rest: What is not taken apart yet.
            syllables: What may come next.
            begun: Whether a part before has several letters. Without any such part the word is
                found among the initials anyway.
        """
        same = [one for one in syllables if one[0] == rest[0]]
        if (begun or len(rest) > 1) and any(one.startswith(rest) for one in same):
            yield (rest,)
        for one in same:
            for length in range(1, min(len(one), len(rest) - 1) + 1):
                if one[length - 1] != rest[length - 1]:
                    break
                following = self._after.get(one, ())
                longer = begun or length > 1
                for tail in self._chains(rest[length:], following, begun=longer):
                    yield one, *tail


def _initials(reading: Reading) -> str:
    return "".join(syllable[0] for syllable in reading)


def _marked(reading: Reading) -> str:
    return "".join(f"{_SYLLABLE}{syllable}" for syllable in reading)
