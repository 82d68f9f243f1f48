"""similar(): what is like the words typed, for when nothing has them: typing errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.search.folding import words_of
from catalog.search.found import Found, hit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.search.column import Column
    from catalog.search.index import CatalogIndex
    from catalog.selection import Selection

_PIECE = 2_000
"""Rows between two questions whether to go on: some milliseconds."""
_LIKE_ENOUGH = 70
"""Of 100: mtsp is 75 like mstp, kuandia 86 like kuandai, and 光纤专现 75 like 光纤专线."""
_SHORTEST = 3
_MOST = 20


def similar(
    index: CatalogIndex,
    typed: str,
    wanted: Selection,
    limit: int = _MOST,
    go_on: Callable[[], None] = lambda: None,
) -> Found:
    """Offerings and bundles that have something like each word in their code, names or pinyin.

    Args:
        index: Where to look.
        typed: What the user typed; words of one or two letters are like anything, so they must
            occur as they are.
        wanted: Nothing else is found.
        limit: Most hits to give.
        go_on: Called every few milliseconds; it may raise, to leave.
    """
    words, within = words_of(typed), index.facets.rows(wanted)
    if not words or max(map(len, words)) < _SHORTEST:
        return Found(similar=True)
    alike: dict[int, int] | None = None
    for word in sorted(words, key=len, reverse=True):
        likeness = _alike(index, word, alike, go_on)
        alike = {
            row: min(part, alike[row] if alike is not None else part)
            for row, part in likeness.items()
            if (alike is None or row in alike) and (within is None or row in within)
        }
    ranked = sorted((alike or {}).items(), key=lambda pair: (-pair[1], pair[0]))
    hits = tuple(hit_of(index, row) for row, _ in ranked[:limit])
    return Found(hits, len(ranked) > limit, similar=True)


def _alike(
    index: CatalogIndex, word: str, among: dict[int, int] | None, go_on: Callable[[], None]
) -> dict[int, int]:
    """How like a word each row is, of 100; rows that are not like it enough are left out."""
    if len(word) < _SHORTEST:
        rows = range(len(index.rows)) if among is None else among
        return {row: 100 for row in rows if index.fit(row, word) is not None}
    likeness: dict[int, int] = {}
    columns = [index.names]
    if word.isascii():
        columns.append(index.spelling.syllables)
    for column in columns:
        for row, part in _alike_in(column, word, go_on).items():
            likeness[row] = max(part, likeness.get(row, 0))
    return likeness


def _alike_in(column: Column, word: str, go_on: Callable[[], None]) -> dict[int, int]:
    from rapidfuzz import fuzz, process

    found = {}
    for first in range(0, len(column), _PIECE):
        go_on()
        last = min(first + _PIECE, len(column))
        cells = [cell.replace("'", "") for cell in column.cells(first, last)]
        matches = process.extract(
            word, cells, scorer=fuzz.partial_ratio, score_cutoff=_LIKE_ENOUGH, limit=None
        )
        # A cell shorter than the word is compared the other way round: that says nothing of it.
        found.update({first + at: int(part) for cell, part, at in matches if len(cell) > len(word)})
    return found
