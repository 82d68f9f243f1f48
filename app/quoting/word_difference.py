"""What differs between two texts, word by word, in Chinese as in English.

A number, an amount, a date, a Latin word and an amount in capital figures is one word and never
split; a Chinese character is one. A lonely character between two changes belongs to the change:
nobody reads a sentence of which every second character is struck through.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.quoting.contract_text import Passage

_WORD: Final = re.compile(
    r"\d{4}年\d{1,2}月(?:\d{1,2}日)?"
    r"|(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整]{2,}"
    r"|[¥￥]?[\dA-Za-zÀ-ɏ]+(?:[-.,:/_@'’][\dA-Za-zÀ-ɏ]+)*[%‰℃]?"
    r"|\s+|.",
    re.DOTALL,
)
_LEAST_KEPT: Final = 0.2
"""Share of the longer text that must be kept for its words to be told one by one."""
_LONELY: Final = 1
_SEPARATES: Final = "\u3000\t\n|"
"""Characters between things that have nothing to do with each other."""
_MARKS: Final = "，、；：。（）,;:.()“” "
_SLIDES: Final = re.compile(r"[^\dA-Za-z.,]")


class PieceKind(StrEnum):
    """What happened to a stretch of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    RENUMBERED = "renumbered"
    """The number of another clause, which only follows from where that clause stands by now."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text.

    Attributes:
        kind: What happened to it.
        text: As it stands in the newer text; in the older one where it was removed.
        was: The older number of a clause; otherwise empty.
    """

    kind: PieceKind
    text: str
    was: str = ""


class Word(NamedTuple):
    """A word: what it is compared by, and what it shows."""

    key: str
    shown: str


def words_of(text: str) -> list[str]:
    """A text cut into words; together they are the text again."""
    return _WORD.findall(text)


def passage_words(passage: Passage, place: int) -> list[Word]:
    """The words of one text of a passage; the number of another clause is one word."""
    text, at = passage.texts[place], 0
    found: list[Word] = []
    for one in passage.references:
        if one.text == place:
            found += (Word(word, word) for word in words_of(text[at : one.start]))
            found.append(Word(f"\ue0f2{one.to}", text[one.start : one.end]))
            at = one.end
    return [*found, *(Word(word, word) for word in words_of(text[at:]))]


def compare_words(old: Sequence[Word], new: Sequence[Word]) -> tuple[Piece, ...]:
    """What was kept, taken out and put in, in reading order; what was taken out stands first."""
    pieces = list(_joined(_raw(old, new)))
    kept = sum(len(one.text) for one in pieces if one.kind is PieceKind.KEPT)
    longer = max(sum(len(word.shown) for word in side) for side in (old, new))
    titled = pieces[:1] and pieces[0].kind is PieceKind.KEPT and pieces[0].text[-1] in _MARKS
    if kept < _LEAST_KEPT * longer and not (titled or any(_holds(one) for one in pieces)):
        return tuple(_joined(_replaced(old, new)))
    return tuple(_at_marks(list(_joined(_calmed(pieces)))))


def _holds(one: Piece) -> bool:
    """Whether something that stayed parts what came and went around it."""
    separates = one.kind is PieceKind.KEPT and one.text in _SEPARATES
    return separates or one.kind is PieceKind.RENUMBERED


def _raw(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Piece]:
    from rapidfuzz.distance import LCSseq

    # Small numbers in place of words: the library compares hashes, which words could share.
    known: dict[str, int] = {}
    before, after = (
        [known.setdefault(word.key, len(known)) for word in side] for side in (old, new)
    )
    for step in LCSseq.opcodes(before, after):
        was, now = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield from (_kept(*pair) for pair in zip(was, now, strict=True))
        else:
            yield from _replaced(was, now)


def _kept(was: Word, now: Word) -> Piece:
    if was.shown == now.shown:
        return Piece(PieceKind.KEPT, now.shown)
    return Piece(PieceKind.RENUMBERED, now.shown, was.shown)


def _replaced(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Piece]:
    for kind, side in ((PieceKind.REMOVED, old), (PieceKind.ADDED, new)):
        if side:
            yield Piece(kind, "".join(word.shown for word in side))


def _calmed(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Lonely characters between two changes taken out and put in again with these."""
    last = len(pieces) - 1
    for place, one in enumerate(pieces):
        lonely = one.kind is PieceKind.KEPT and len(one.text) <= _LONELY and 0 < place < last
        lonely = lonely and one.text not in _SEPARATES
        around = (pieces[place - 1].kind, pieces[place + 1].kind) if lonely else ()
        if lonely and not {PieceKind.KEPT, PieceKind.RENUMBERED} & set(around):
            yield Piece(PieceKind.REMOVED, one.text)
            yield Piece(PieceKind.ADDED, one.text)
        else:
            yield one


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece; of a change what was taken out first."""
    held: dict[PieceKind, str] = {}
    for one in pieces:
        settles = one.kind in (PieceKind.KEPT, PieceKind.RENUMBERED)
        if settles and set(held) != {one.kind}:
            yield from _emptied(held)
        if one.kind is PieceKind.RENUMBERED:
            yield from _emptied(held)
            yield one
            continue
        if not settles and PieceKind.KEPT in held:
            yield from _emptied(held)
        held[one.kind] = held.get(one.kind, "") + one.text
    yield from _emptied(held)


def _emptied(held: dict[PieceKind, str]) -> Iterator[Piece]:
    for kind in (PieceKind.KEPT, PieceKind.REMOVED, PieceKind.ADDED):
        if kind in held:
            yield Piece(kind, held.pop(kind))


def _at_marks(pieces: list[Piece]) -> Iterator[Piece]:
    """Changes moved to begin behind a mark: of 甲、乙、丙 it is 乙、 that went and not 、乙."""
    for place in range(1, len(pieces) - 1):
        before, change, after = pieces[place - 1 : place + 2]
        if (before.kind, after.kind) != (PieceKind.KEPT, PieceKind.KEPT):
            continue
        by = _slide(before.text, change.text)
        if by:
            moved = before.text[-by:]
            pieces[place - 1] = Piece(PieceKind.KEPT, before.text[:-by])
            pieces[place] = Piece(change.kind, moved + change.text[:-by])
            pieces[place + 1] = Piece(PieceKind.KEPT, moved + after.text)
    return (one for one in pieces if one.text)


def _slide(before: str, change: str) -> int:
    """How many characters further left a change may begin, so that it begins behind a mark."""
    most = min(len(before), len(change) - 1)
    for by in range(most + 1):
        if by and not (before[-by] == change[-by] and _SLIDES.match(before[-by])):
            return 0
        if by == len(before) or before[len(before) - by - 1] in _MARKS:
            return by
    return 0
