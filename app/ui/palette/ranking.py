"""Hits of several sorts in one list: those whose title begins with what was typed come first."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from app.services.first_letters import first_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.ui.widgets.search_hits import SearchHit

_SEPARATOR: Final = ":"


class Sort(StrEnum):
    """What a hit stands for."""

    ACTION = "action"
    CUSTOMER = "customer"
    QUOTE = "quote"
    OFFERING = "offering"
    PAPER = "paper"
    VIEW = "view"
    SETTING = "setting"
    MANUAL = "manual"


SIGNS: Final = {
    ">": Sort.ACTION,
    "@": Sort.CUSTOMER,
    "#": Sort.QUOTE,
    "+": Sort.OFFERING,
    "?": Sort.MANUAL,
}
"""Typed first, they leave only one sort of hits; full-width ones mean the same."""


class Question(NamedTuple):
    """What is looked for.

    Attributes:
        text: Without the sign.
        only: Sort that the sign names; ``None`` for all.
    """

    text: str
    only: Sort | None

    def wants(self, sort: Sort) -> bool:
        """Whether hits of a sort are looked for."""
        return self.only in {None, sort}


def read_question(typed: str) -> Question:
    """A sign and a text, as typed in whatever width."""
    text = unicodedata.normalize("NFKC", typed).strip()
    sort = SIGNS.get(text[:1])
    return Question(text[1:].strip(), sort) if sort else Question(text, None)


def key_of(sort: Sort, name: str) -> str:
    """Key of a hit."""
    return f"{sort.value}{_SEPARATOR}{name}"


def read_key(key: str) -> tuple[Sort, str]:
    """Sort and name of a hit."""
    sort, _, name = key.partition(_SEPARATOR)
    return Sort(sort), name


def has_words(text: str, *places: str) -> bool:
    """Whether every word typed stands in one of the places, or the first letters of its pinyin.

    Case and width do not matter.
    """
    folded = unicodedata.normalize("NFKC", "\n".join(places)).casefold()
    words = unicodedata.normalize("NFKC", text).casefold().split()
    left = [word for word in words if word not in folded]
    if not left or not all(word.isascii() for word in left):
        return not left
    spelled = "\n".join(first_letters(place) for place in places)
    return all(word in spelled for word in left)


def ranked(text: str, groups: Iterable[Sequence[SearchHit]], most: int) -> tuple[SearchHit, ...]:
    """Hits of groups, in the order of the groups but for titles that begin with the text.

    Args:
        text: As typed, without a sign.
        groups: The most likely first; each in its own order.
        most: Hits of a group.
    """
    begin = text.casefold()
    hits = [hit for group in groups for hit in group[:most]]
    return tuple(sorted(hits, key=lambda hit: not hit.title.casefold().startswith(begin)))
