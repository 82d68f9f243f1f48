"""Pinyin of a Chinese name, so that ``kd`` and ``kuandai`` find 宽带.

Worked out when a catalogue is imported or published (the library takes 0.2 s to load and 0.4 ms a
name), never at start. The phrase-aware reading comes first; where the plain
one-reading-a-character differs (长途 is ct and zt), both are kept, because people type either.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import msgspec

from catalog.bundle import BundledOffering
from catalog.offering import ProductOffering

if TYPE_CHECKING:
    from collections.abc import Sequence

Sold = TypeVar("Sold", ProductOffering, BundledOffering)
_KEPT, _KEPT_NAMES = 20_000, 16
_SPELLED = re.compile(r"[0-9a-z]+")


def findable(sold: Sold) -> Sold:
    """The same offering or bundle with the pinyin of its present name."""
    name = sold.name.zh
    return msgspec.structs.replace(sold, initials=initials(name), pinyin=pinyin(name))


def initials(name: str) -> str:
    """Initials in lower case; two readings are separated by a space; digits and Latin stay."""
    return " ".join("".join(syllable[0] for syllable in one) for one in _readings(name, first=True))


def pinyin(name: str) -> str:
    """Syllables in lower case, a space between, ``|`` between two readings: ``chang tu|zhang tu``.

    Each digit and each Latin letter stands as a syllable of its own.
    """
    return "|".join(" ".join(one) for one in _readings(name, first=False))


def _readings(name: str, *, first: bool) -> list[Sequence[str]]:
    """The phrase-aware reading, then the plain one if it differs (in its initials, if asked)."""
    phrase, plain = _both(name)
    length = 1 if first else None
    same = [one[:length] for one in plain] == [one[:length] for one in phrase]
    return [one for one in ([phrase] if same else [phrase, plain]) if one]


@lru_cache(maxsize=_KEPT_NAMES)
def _both(name: str) -> tuple[Sequence[str], Sequence[str]]:
    """Syllables by phrases, and character by character; a name is asked for both at once."""
    from pypinyin.seg.mmseg import seg

    name = unicodedata.normalize("NFKC", name)
    phrase = [syllable for word in seg.cut(name) for syllable in _syllables(word)]
    return phrase, [syllable for character in name for syllable in _syllables(character)]


@lru_cache(maxsize=_KEPT)
def _syllables(word: str) -> tuple[str, ...]:
    """Syllables of a word or a character, one reading; words come again in every catalogue."""
    from pypinyin import lazy_pinyin

    runs = [run for part in lazy_pinyin(word) for run in _SPELLED.findall(part.casefold())]
    return tuple("".join(runs)) if word.isascii() else tuple(runs)
