"""Pinyin initials of a Chinese name, so that ``kd`` finds 宽带.

Worked out when a catalogue is imported (the library takes 0.2 s to load and 0.4 ms a name), never
at start. The phrase-aware reading comes first; where the plain one-reading-a-character differs
(长途 is ct and zt), both are kept, because people type either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_OTHER = re.compile(r"[^0-9a-z]+")


def initials(name: str) -> str:
    """Initials in lower case; two readings are separated by a space; digits and Latin stay."""
    from pypinyin import Style, lazy_pinyin

    phrase = _joined(lazy_pinyin(name, style=Style.FIRST_LETTER))
    plain = _joined(
        part for character in name for part in lazy_pinyin(character, style=Style.FIRST_LETTER)
    )
    return phrase if plain == phrase else f"{phrase} {plain}"


def _joined(parts: Iterable[str]) -> str:
    text = "".join(parts)
    return _OTHER.sub("", text.casefold())
