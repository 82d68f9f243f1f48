"""CatalogIndex: everything of one catalogue version that can be found by typing.

Building it takes some seconds for 100,000 offerings and belongs on a thread; it never changes.
"""

from __future__ import annotations

import sys
from heapq import merge
from typing import TYPE_CHECKING

from catalog.search.column import Column
from catalog.search.facets import Facets
from catalog.search.findable_text import family_words, names_of, text_of
from catalog.search.fit import Fit
from catalog.search.folding import folded
from catalog.search.spelling import READING, Spelling, is_spelled, pattern_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent

    Sold = ProductOffering | BundledOffering

_CODE = "\v"
_NAME = "\t"
_BEGINNING = 3
"""So many first letters of codes and names are known; most words begin none of them."""


class CatalogIndex:
    """What can be found, row by row: shorter names first, then by code.

    Attributes:
        rows: The offerings and bundles.
        names: Code and names of each row, folded, each behind a mark of its kind.
        spelling: Their pinyin.
        texts: What else is said of them, folded.
        facets: Their families, segments, areas, states and prices.
    """

    __slots__ = ("_beginnings", "_places", "facets", "names", "rows", "spelling", "texts")

    def __init__(
        self, content: CatalogContent, families: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Index a catalogue version.

        Args:
            content: The version.
            families: Names for people by family, in as many languages as there are.
        """
        sold: list[Sold] = [*content.bundles, *content.offerings]
        named = [(names_of(one), one) for one in sold]
        named.sort(key=lambda pair: (len(pair[0][0]), pair[1].code))
        words = family_words(families or {})
        self.rows: tuple[Sold, ...] = tuple(one for _, one in named)
        self.names = Column(
            [
                f"{_CODE}{folded(one.code)}{_NAME}{_NAME.join(filter(None, names))}"
                for names, one in named
            ]
        )
        self._beginnings = frozenset(
            part[:length]
            for names, one in named
            for part in (*names, folded(one.code))
            for length in range(1, _BEGINNING + 1)
        )
        del named
        self.spelling = Spelling(self.rows)
        self.texts = Column([text_of(one, words) for one in self.rows])
        self.facets = Facets(self.rows)
        self._places = {one.code: row for row, one in enumerate(self.rows)}

    @property
    def size(self) -> int:
        """Bytes that the index takes beside the catalogue."""
        columns = self.names.size + self.spelling.size + self.texts.size + self.facets.size
        return columns + sys.getsizeof(self.rows) + sys.getsizeof(self._places)

    def row_of(self, code: str) -> int | None:
        """The row of an offering or bundle."""
        return self._places.get(code)

    # ------------------------------------------------------------ one word in one row

    def fit(self, row: int, word: str) -> Fit | None:
        """How well a word fits a row; ``None`` when it does not occur."""
        names = self.names.of(row)
        if word in names:
            return _fit_in(names, word)
        if is_spelled(word):
            if READING + word in self.spelling.initials.of(row):
                return Fit.INITIALS
            if self.spelling.fits(row, word, pattern_of(word)):
                return Fit.PINYIN
        return Fit.TEXT if word in self.texts.of(row) else None

    def fits(self, row: int, word: str, least: Fit) -> bool:
        """Whether a word fits a row at least so well."""
        if word in self.names.of(row):
            return least >= Fit.NAME or _fit_in(self.names.of(row), word) <= least
        if least < Fit.INITIALS:
            return False
        fit = self.fit(row, word)
        return fit is not None and fit <= least

    def among(self, rows: Collection[int], word: str, least: Fit) -> set[int]:
        """Those of some rows that a word fits at least so well."""
        if least < Fit.NAME or least is Fit.INITIALS:
            return {row for row in rows if self.fits(row, word, least)}
        found = self.names.among(rows, word)
        if least >= Fit.PINYIN and is_spelled(word):
            found |= self.spelling.among([row for row in rows if row not in found], word)
        if least is Fit.TEXT:
            found |= self.texts.among((row for row in rows if row not in found), word)
        return found

    # ------------------------------------------------------------ one word in all rows

    def about(self, word: str, least: Fit) -> int:
        """About how many rows a word fits so well: a guess, to begin with the rarest word."""
        seen = self.names.about(word)
        if least >= Fit.PINYIN and is_spelled(word):
            seen += self.spelling.about(word)
        return seen + self.texts.about(word) if least is Fit.TEXT else seen

    def stages(self, word: str) -> Iterator[tuple[Fit, Iterator[int]]]:
        """The rows with a word from the best fit to the least, looked for as they are asked for.

        A later stage may hold rows of an earlier one again.
        """
        names = self.names
        if names.may_hold(word):
            if word[:_BEGINNING] in self._beginnings:
                yield Fit.CODE, names.rows_with(f"{_CODE}{word}{_NAME}")
                yield Fit.CODE_START, names.rows_with(_CODE + word)
                yield Fit.NAME_START, names.rows_with(_NAME + word)
            yield Fit.NAME, names.rows_with(word)
        if is_spelled(word):
            yield Fit.INITIALS, self.spelling.initials.rows_with(READING + word)
            yield Fit.PINYIN, self.spelling.rows_with(word)
        yield Fit.TEXT, self.texts.rows_with(word)

    def rows_at_least(self, word: str, least: Fit) -> Iterator[int]:
        """Rows that a word fits so well, upwards, each once; looked for as they are asked for.

        Args:
            word: The word.
            least: ``NAME``, ``PINYIN`` or ``TEXT``.
        """
        streams = [self.names.rows_with(word)]
        if least >= Fit.PINYIN and is_spelled(word):
            streams.append(self.spelling.rows_with(word))
        if least >= Fit.TEXT:
            streams.append(self.texts.rows_with(word))
        before = -1
        for row in merge(*streams):
            if row != before:
                yield row
            before = row

    def all_rows(self, word: str, least: Fit) -> set[int]:
        """Every row that a word fits at least so well."""
        names = self.names
        if least is Fit.CODE:
            return names.all_rows_with(f"{_CODE}{word}{_NAME}")
        if least is Fit.CODE_START:
            return names.all_rows_with(_CODE + word)
        if least is Fit.NAME_START:
            return names.all_rows_with(_CODE + word) | names.all_rows_with(_NAME + word)
        rows = names.all_rows_with(word)
        if least is Fit.NAME:
            return rows
        if is_spelled(word):
            if least is Fit.INITIALS:
                return rows | self.spelling.initials.all_rows_with(READING + word)
            rows |= self.spelling.all_rows_with(word)
        return rows | self.texts.all_rows_with(word) if least is Fit.TEXT else rows


def _fit_in(names: str, word: str) -> Fit:
    """How well a word fits that is in code or names."""
    if names.startswith(_CODE + word):
        return Fit.CODE if names.startswith(_CODE + word + _NAME) else Fit.CODE_START
    return Fit.NAME_START if _NAME + word in names else Fit.NAME
