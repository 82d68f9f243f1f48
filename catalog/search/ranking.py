"""Typing: finds, letter after letter, the rows in which every word occurs, the best first.

A single word is looked for stage by stage until enough rows are found. Of several words the rarest
is looked for, and the others in its rows. Where many rows are in vain, all rows of a word are taken
at once and kept, because the next letter asks for most of them again.
"""

from __future__ import annotations

from functools import partial
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.search.fit import GROUPS, Fit, joint_fit
from catalog.search.folding import words_of
from catalog.search.found import Found, hit_of
from catalog.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from catalog.search.index import CatalogIndex

LIMIT = 50
_ROWS_KEPT = 300_000
_FEW = 2_000
"""Of so few rows each is ranked."""
_MOST_LOOKED_AT = 8_000
"""Rows of one word that are looked at one after the other before all are taken at once."""
_BATCH = 256
_MOST_STREAMED = 2_048
"""Rows looked for one after the other at a time; looking for all of them is faster then."""
_EVERYTHING = Selection()


class _Answer(NamedTuple):
    """Every row found for some words, kept because longer words leave only some of them."""

    words: tuple[str, ...]
    wanted: Selection
    rows: Collection[int]


class Typing:
    """One person typing into one field; not for several threads."""

    def __init__(self, index: CatalogIndex) -> None:
        """Look through an index."""
        self.index = index
        self._last: _Answer | None = None
        self._sets: dict[tuple[str, Fit], set[int]] = {}
        self._within: tuple[Selection, frozenset[int] | None] = (_EVERYTHING, None)

    def find(
        self,
        typed: str,
        wanted: Selection = _EVERYTHING,
        scores: Mapping[str, int] | None = None,
        limit: int = LIMIT,
    ) -> Found:
        """Offerings and bundles in which every word typed occurs.

        The best fit comes first, then what was used more often and later, then the shorter name,
        then the code.

        Args:
            typed: What the user typed; nothing gives what was used, the latest first.
            wanted: Nothing else is found.
            scores: Score by code of what was used, the one used last at the end.
            limit: Most hits to give.
        """
        words, scores = words_of(typed), scores or {}
        if not words:
            return self._used(wanted, scores, limit)
        scored = {
            row: score
            for code, score in scores.items()
            if (row := self.index.row_of(code)) is not None
        }
        within = self._rows_within(wanted)
        last = self._last
        if last is not None and last.wanted == wanted and _narrows(words, last.words):
            rows = self._ranked(last.rows, words, scored)
        elif within is not None and len(within) <= _FEW:
            rows = self._ranked(within, words, scored)
        elif len(words) == 1:
            rows = self._one_word(words[0], within, scored, limit + 1)
        else:
            rows = self._several_words(words, within, scored, limit + 1)
        more = len(rows) > limit
        if not more:
            self._last = _Answer(words, wanted, rows)
        return Found(tuple(hit_of(self.index, row) for row in rows[:limit]), more)

    def family_counts(self, typed: str, wanted: Selection = _EVERYTHING) -> dict[str, int]:
        """How many there are of each family, whatever family is wanted; some 10 ms for 100,000."""
        words = words_of(typed)
        within = self._rows_within(msgspec.structs.replace(wanted, family=""))
        rows = self._rows(words, Fit.TEXT, within) if words else within
        families = self.index.facets.families
        if rows is None:
            return {family: len(known) for family, known in families.items()}
        counts = {family: sum(map(rows.__contains__, known)) for family, known in families.items()}
        return {family: count for family, count in counts.items() if count}

    # ------------------------------------------------------------ ways to find

    def _used(self, wanted: Selection, scores: Mapping[str, int], limit: int) -> Found:
        within = self._rows_within(wanted)
        known = (self.index.row_of(code) for code in reversed(tuple(scores)))
        rows = [row for row in known if row is not None and (within is None or row in within)]
        hits = tuple(hit_of(self.index, row) for row in rows[:limit])
        return Found(hits, len(rows) > limit)

    def _ranked(
        self, rows: Iterable[int], words: Sequence[str], scored: Mapping[int, int]
    ) -> list[int]:
        """Those of some rows that have every word, in order."""
        ranked = []
        for row in rows:
            fits = [self.index.fit(row, word) for word in words]
            known = [fit for fit in fits if fit is not None]
            if len(known) == len(fits):
                ranked.append((joint_fit(known), -scored.get(row, 0), row))
        return [row for _, _, row in sorted(ranked)]

    def _one_word(
        self, word: str, within: frozenset[int] | None, scored: Mapping[int, int], most: int
    ) -> list[int]:
        """The best rows with one word that are wanted."""
        taken: dict[int, None] = {}
        used = self._used_by_fit((word,), within, scored)
        for fit, rows in self.index.stages(word):
            taken.update(dict.fromkeys(used.get(fit, ())))
            for seen, row in enumerate(rows):
                if len(taken) >= most:
                    return list(taken)[:most]
                if row not in scored and (within is None or row in within):
                    taken[row] = None
                if seen > _MOST_LOOKED_AT and within is not None:
                    wanted = self._rows((word,), fit, within)
                    others = wanted.difference(taken, scored)
                    taken.update(dict.fromkeys(nsmallest(most - len(taken), others)))
                    break
        return list(taken)[:most]

    def _several_words(
        self,
        words: tuple[str, ...],
        within: frozenset[int] | None,
        scored: Mapping[int, int],
        most: int,
    ) -> list[int]:
        """The best rows with several words that are wanted."""
        taken: dict[int, None] = {}
        used = self._used_by_fit(words, within, scored)
        for group in GROUPS:
            taken.update(dict.fromkeys(used.get(group, ())))
            if len(taken) >= most:
                break
            others = self._others(words, group, within, taken.keys() | scored.keys())
            taken.update(dict.fromkeys(islice(others, most - len(taken))))
        return list(taken)[:most]

    def _others(
        self,
        words: tuple[str, ...],
        least: Fit,
        within: frozenset[int] | None,
        but: AbstractSet[int],
    ) -> Iterator[int]:
        """Rows with all words, upwards: those of the rarest word are tried with the others.

        As more and more are tried in vain, more are taken at once, and in the end all of them.
        """
        first, *others = sorted(words, key=partial(self._about, least=least))
        known: AbstractSet[int] | None = self._sets.get((first, least))
        if within is not None and len(within) <= self._about(first, least):
            rows, known = iter(sorted(within)), within
            others = [first, *others]
        else:
            rows = (
                iter(sorted(known)) if known is not None else self.index.rows_at_least(first, least)
            )
        size = _BATCH
        while batch := list(islice(rows, size)):
            left: Collection[int] = [
                row for row in batch if row not in but and (within is None or row in within)
            ]
            for word in others:
                left = self._among(left, word, least)
            yield from sorted(left)
            size *= 2
            if known is None and size > _MOST_STREAMED:
                known, last = self._keep(first, least), batch[-1]
                rows = iter(sorted(row for row in known if row > last))

    def _among(self, rows: Collection[int], word: str, least: Fit) -> Collection[int]:
        """Those of some rows with a word."""
        known = self._sets.get((word, least))
        if known is not None:
            return known.intersection(rows)
        return self.index.among(rows, word, least)

    def _used_by_fit(
        self, words: Sequence[str], within: frozenset[int] | None, scored: Mapping[int, int]
    ) -> dict[Fit, list[int]]:
        """Rows used before that have every word, the best score first."""
        used: dict[Fit, list[int]] = {}
        for row in sorted(scored, key=lambda row: (-scored[row], row)):
            fits = [self.index.fit(row, word) for word in words]
            known = [fit for fit in fits if fit is not None]
            if len(known) == len(fits) and (within is None or row in within):
                used.setdefault(joint_fit(known), []).append(row)
        return used

    # ------------------------------------------------------------ sets of rows

    def _rows(
        self, words: Sequence[str], least: Fit, within: frozenset[int] | None
    ) -> set[int] | frozenset[int]:
        """Every row wanted that has all words and fits each at least so well."""
        rows: set[int] | frozenset[int] | None = within
        for word in sorted(words, key=partial(self._about, least=least)):
            known = self._sets.get((word, least))
            one_by_one = len(self.index.rows) // 8 + self._about(word, least)
            if known is None and rows is not None and len(rows) <= one_by_one:
                rows = self.index.among(rows, word, least)
            else:
                found = known if known is not None else self._keep(word, least)
                rows = found if rows is None else found & rows
            if not rows:
                break
        return rows if rows is not None else frozenset()

    def _about(self, word: str, least: Fit) -> int:
        """About how many rows a word fits so well."""
        known = self._sets.get((word, least))
        return len(known) if known is not None else self.index.about(word, least)

    def _keep(self, word: str, least: Fit) -> set[int]:
        """Every row with a word; kept until too many are."""
        rows = self._sets[word, least] = self.index.all_rows(word, least)
        total = sum(map(len, self._sets.values()))
        for old in list(self._sets)[:-1]:
            if total <= _ROWS_KEPT:
                break
            total -= len(self._sets.pop(old))
        return rows

    def _rows_within(self, wanted: Selection) -> frozenset[int] | None:
        if self._within[0] != wanted:
            self._within = (wanted, self.index.facets.rows(wanted))
        return self._within[1]


def _narrows(words: Sequence[str], former: Sequence[str]) -> bool:
    """Whether rows with these words are among those with the former ones.

    They are if each former word begins one of these; what merely contains one may be pinyin of
    other syllables.
    """
    return all(any(word.startswith(old) for word in words) for old in former)
