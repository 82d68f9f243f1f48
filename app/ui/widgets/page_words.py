"""The words of pages: what is under the mouse, what is selected, where a text is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Words(Protocol):
    """What a page says: its size in points, its text, and a box for every character."""

    @property
    def width(self) -> float:
        """In points."""
        ...

    @property
    def height(self) -> float:
        """In points."""
        ...

    @property
    def text(self) -> str:
        """Every character; lines end with a line feed."""
        ...

    @property
    def boxes(self) -> tuple[tuple[float, float, float, float], ...]:
        """Left, top, right, bottom of every character."""
        ...


class Spot(NamedTuple):
    """A place between two characters: the page, and how many of its characters are before it."""

    page: int
    place: int


class Passage(NamedTuple):
    """Characters of one page, from one place up to another."""

    page: int
    start: int
    end: int


def place_at(page: Words, x: float, y: float) -> int:
    """How many characters are before a point (in points); the nearest line counts."""
    best, nearest = 0, (float("inf"), 0.0)
    for place, (left, top, right, bottom) in enumerate(page.boxes):
        if right <= left:
            continue
        away = (max(top - y, 0.0, y - bottom), max(left - x, 0.0, x - right))
        if away < nearest:
            nearest = away
            best = place + (x > (left + right) / 2)
    return best


def passages_between(pages: Sequence[Words], first: Spot, second: Spot) -> tuple[Passage, ...]:
    """What lies between two places, page by page; their order does not matter."""
    start, end = sorted((first, second))
    found = []
    for number in range(start.page, min(end.page, len(pages) - 1) + 1):
        begin = start.place if number == start.page else 0
        stop = end.place if number == end.page else len(pages[number].text)
        if begin < stop:
            found.append(Passage(number, begin, stop))
    return tuple(found)


def text_of(pages: Sequence[Words], passages: Sequence[Passage]) -> str:
    """The text of some passages, one page after the other."""
    return "\n".join(
        pages[one.page].text[one.start : one.end] for one in passages if one.page < len(pages)
    )


def find(pages: Sequence[Words], wanted: str) -> tuple[Passage, ...]:
    """Every place of a text, over the ends of lines and whatever the case and the spaces."""
    sought = "".join(wanted.split()).casefold()
    if not sought:
        return ()
    found = []
    for number, page in enumerate(pages):
        kept = [
            (letter, place)
            for place, character in enumerate(page.text)
            if not character.isspace()
            for letter in character.casefold()
        ]
        squeezed = "".join(letter for letter, _ in kept)
        at = squeezed.find(sought)
        while at >= 0:
            last = at + len(sought)
            found.append(Passage(number, kept[at][1], kept[last - 1][1] + 1))
            at = squeezed.find(sought, last)
    return tuple(found)


def bands(page: Words, start: int, end: int) -> Iterator[tuple[float, float, float, float]]:
    """The boxes that cover some characters: one for each piece of a line."""
    band: tuple[float, float, float, float] | None = None
    for left, top, right, bottom in page.boxes[start:end]:
        if right <= left:
            continue
        if band is not None and band[1] < (top + bottom) / 2 < band[3] and left >= band[0]:
            band = (band[0], min(band[1], top), max(band[2], right), max(band[3], bottom))
            continue
        if band is not None:
            yield band
        band = (left, top, right, bottom)
    if band is not None:
        yield band


def page_of_item(pages: Sequence[Words], name: str, amount: str) -> int | None:
    """The page on which an item stands nearest before its amount, or else the first that names it.

    Args:
        pages: Of a paper.
        name: Of the item, as the paper prints it.
        amount: Its figure, as printed; empty when there is none.
    """
    named = find(pages, name)
    away = [
        (figure.start - one.end, one.page)
        for one in named
        for figure in find(pages[one.page : one.page + 1], amount)
        if figure.start >= one.end
    ]
    if away:
        return min(away)[1]
    return named[0].page if named else None
