"""One spelling for comparison: without differences of case, width and layout."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """The text for comparison, runs of white space as one space: ``１Ｍ`` is ``1m``."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words_of(typed: str) -> tuple[str, ...]:
    """The words typed, folded, each once, in the order typed."""
    return tuple(dict.fromkeys(folded(typed).split(" "))) if typed.strip() else ()
