"""Find offerings by typing: Chinese, English, code, pinyin initials, several words in any order.

Two characters must be enough and 100,000 offerings must not be felt, so every record is one line
of a single joined string and ``str.find`` does the work; only hits are ranked.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent

_FIELD = "\t"
_RECORD = "\n"
_CANDIDATES = 2_000
"""Hits that are ranked; what comes later in the catalogue is not looked at for a vague word."""


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


class CatalogIndex:
    """Everything of one catalogue version that can be found by typing."""

    def __init__(self, content: CatalogContent) -> None:
        """Join the bundles and offerings into one string; bundles come first."""
        self._hits: list[SearchHit] = []
        lines: list[str] = []
        for bundle in content.bundles:
            self._hits.append(SearchHit(bundle.code, bundle.name, is_bundle=True, family=""))
            lines.append(_line(bundle))
        for offering in content.offerings:
            self._hits.append(
                SearchHit(offering.code, offering.name, is_bundle=False, family=offering.family)
            )
            lines.append(_line(offering))
        self._text = _RECORD + _RECORD.join(lines) + _RECORD
        self._starts = _starts(lines)

    def find(
        self, typed: str, limit: int = 50, recent: Sequence[str] = ()
    ) -> tuple[SearchHit, ...]:
        """Offerings in which every word typed occurs, the best first.

        Args:
            typed: What the user typed; nothing gives the recently used ones.
            limit: Most hits to give.
            recent: Codes used lately, the latest first; they come first among equals.
        """
        words = _folded(typed).split()
        if not words:
            by_code = {hit.code: hit for hit in self._hits}
            return tuple(by_code[code] for code in recent if code in by_code)[:limit]
        longest = max(words, key=len)
        ranked = []
        for record in self._records_with(longest):
            line = self._line_of(record)
            if all(word in line for word in words):
                rank = _rank(line, words, self._hits[record].code, recent)
                ranked.append((rank, record))
        ranked.sort()
        return tuple(self._hits[record] for _, record in ranked[:limit])

    def _records_with(self, word: str) -> Iterator[int]:
        """Positions of the records that contain a word, in catalogue order, each once."""
        start, found = 0, 0
        while found < _CANDIDATES:
            at = self._text.find(word, start)
            if at < 0:
                return
            record = self._record_at(at)
            yield record
            found += 1
            start = self._starts[record + 1]

    def _record_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _line_of(self, record: int) -> str:
        return self._text[self._starts[record] : self._starts[record + 1] - 1]


def _line(offering: ProductOffering | BundledOffering) -> str:
    """Code, names and initials of one record, folded for comparison."""
    parts = (offering.code, offering.name.zh, offering.name.en, offering.initials)
    return _FIELD.join(_folded(part) for part in parts)


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each record starts in the joined string, and where the last one ends."""
    starts, position = [], len(_RECORD)
    for line in lines:
        starts.append(position)
        position += len(line) + len(_RECORD)
    return [*starts, position]


def _folded(text: str) -> str:
    """Without differences of case, width and layout: １Ｍ is 1m."""
    return unicodedata.normalize("NFKC", text).casefold().replace("\t", " ").replace("\n", " ")


def _rank(
    line: str, words: Sequence[str], code: str, recent: Collection[str]
) -> tuple[int, int, int, int]:
    """Smaller is better: how well the first word fits, how lately used, how short."""
    fields = line.split(_FIELD)
    first = words[0]
    if fields[0] == first:
        fit = 0
    elif any(field.startswith(first) for field in fields[:2]):
        fit = 1
    elif any(part.startswith(first) for part in fields[3].split()):
        fit = 2
    elif first in fields[1]:
        fit = 3
    else:
        fit = 4
    used = list(recent).index(code) if code in recent else len(recent)
    return fit, used, len(fields[1]), len(line)
