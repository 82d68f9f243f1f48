"""Typing: finds, letter after letter, the rows in which every word occurs, the best first.

A single word is looked for stage by stage until enough rows are found. Several words, or a word
within a selection, are sets of rows that are intersected; those of the last words are kept,
because the next letter asks for most of them again.
"""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.bundle import BundledOffering
from catalog.local_text import LocalText
from catalog.search.fit import GROUPS, Fit, joint_fit
from catalog.search.folding import words_of
from catalog.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from catalog.search.index import CatalogIndex

LIMIT = 50
_ROWS_KEPT = 300_000
_FEW = 2_000
"""Of so few rows each is ranked."""
_MOST_ONE_BY_ONE = 30_000
"""Of so many rows each is looked at; with more, looking for the word everywhere is faster."""
_MOST_LOOKED_AT = 8_000
"""Rows of one word that are looked at one after the other before all are taken at once."""
_EVERYTHING = Selection()


class SearchHit(msgspec.Struct, frozen=True):
    """One offering or bundle found.

    Attributes:
        code: Its code.
        name: Its name.
        is_bundle: Whether it is a bundle.
        family: Product family; empty for a bundle.
    """

    code: str
    name: LocalText
    is_bundle: bool
    family: str


class Found(NamedTuple):
    """What was found.

    Attributes:
        hits: The best ones, the best first.
        more: Whether there are more than these.
        similar: Whether they are only like what was typed.
    """

    hits: tuple[SearchHit, ...] = ()
    more: bool = False
    similar: bool = False

    @property
    def counted(self) -> str:
        """How many there are, for people: ``12`` or ``50+``."""
        return f"{len(self.hits)}+" if self.more else str(len(self.hits))


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
            few = self._few_rows(words, group, within, most + len(taken) + len(scored))
            found = few if few is not None else self._rows(words, group, within)
            others = (row for row in found if row not in taken and row not in scored)
            taken.update(dict.fromkeys(nsmallest(most - len(taken), others)))
        return list(taken)[:most]

    def _few_rows(
        self, words: tuple[str, ...], least: Fit, within: frozenset[int] | None, most: int
    ) -> list[int] | None:
        """The first rows with all words; ``None`` when they are so rare that sets are faster."""
        first, *others = sorted(words, key=self._expected(least))
        fits = self.index.fits
        rows: list[int] = []
        for seen, row in enumerate(self.index.rows_at_least(first, least)):
            if (within is None or row in within) and all(fits(row, one, least) for one in others):
                rows.append(row)
                if len(rows) >= most:
                    return rows
            if seen > _MOST_LOOKED_AT:
                return None
        return rows

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
        for word in sorted(words, key=self._expected(least)):
            known = self._sets.get((word, least))
            if known is None and rows is not None and len(rows) <= _MOST_ONE_BY_ONE:
                fits = self.index.fits
                rows = {row for row in rows if fits(row, word, least)}
            else:
                found = known if known is not None else self._keep(word, least)
                rows = found if rows is None else found & rows
            if not rows:
                break
        return rows if rows is not None else frozenset()

    def _expected(self, least: Fit) -> Callable[[str], tuple[bool, int]]:
        """Sorts words by how few rows they may have: known ones first, then long ones."""

        def key(word: str) -> tuple[bool, int]:
            known = self._sets.get((word, least))
            if known is not None:
                return False, len(known)
            # Chinese tells most, digits tell least: they are in codes and speeds.
            return True, -len(word) - 9 * (not word.isascii()) + 9 * word.isdigit()

        return key

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


def hit_of(index: CatalogIndex, row: int) -> SearchHit:
    """What stands in a row."""
    sold = index.rows[row]
    if isinstance(sold, BundledOffering):
        return SearchHit(sold.code, sold.name, is_bundle=True, family="")
    return SearchHit(sold.code, sold.name, is_bundle=False, family=sold.family)


def _narrows(words: Sequence[str], former: Sequence[str]) -> bool:
    """Whether rows with these words are among those with the former ones.

    They are if each former word begins one of these; what merely contains one may be pinyin of
    other syllables.
    """
    return all(any(word.startswith(old) for word in words) for old in former)
