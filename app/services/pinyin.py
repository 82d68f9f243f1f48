"""Pinyin initials of a Chinese name, so that ``kd`` finds 宽带.

Worked out when a catalogue is imported (the library takes 0.2 s to load and 0.4 ms a name), never
at start. The phrase-aware reading comes first; where the plain one-reading-a-character differs
(长途 is ct and zt), both are kept, because people type either.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = 20_000
_OTHER = re.compile(r"[^0-9a-z]+")


def initials(name: str) -> str:
    """Initials in lower case; two readings are separated by a space; digits and Latin stay."""
    from pypinyin.seg.mmseg import seg

    phrase = "".join(map(_letters, seg.cut(name)))
    plain = "".join(map(_letters, name))
    return phrase if plain == phrase else f"{phrase} {plain}"


@lru_cache(maxsize=_KEPT)
def _letters(word: str) -> str:
    """Initials of a word or a character, one reading; words come again in every catalogue."""
    from pypinyin import Style, lazy_pinyin

    return _joined(lazy_pinyin(word, style=Style.FIRST_LETTER))


def _joined(parts: Iterable[str]) -> str:
    text = "".join(parts)
    return _OTHER.sub("", text.casefold())
