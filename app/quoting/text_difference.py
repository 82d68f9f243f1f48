"""What differs between the texts of two contracts, passage by passage and word by word.

A clause whose number only follows from a clause that came or went before it is told as such. A
passage that stands elsewhere by now is told at both places.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import msgspec

from app.quoting.contract_text import ContractText, Passage
from app.quoting.passage_pairs import pairs_of
from app.quoting.word_difference import Piece, PieceKind, compare_words, passage_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DIGITS: Final = "[0-9一二三四五六七八九十百零〇]+"
_NUMBER: Final = re.compile(
    rf"(?:第|Article |Section )?[（(]?{_DIGITS}(?:[.．-]{_DIGITS})*[）)]?[条章节款项、.．]?"
    r"|[（(]?[A-Za-z]{1,4}[）).、]?|\W?"
)
_MOVES: Final = 8
"""Characters of a passage below which standing elsewhere is chance."""
_SURELY: Final = 85.0
"""Likeness in percent of a passage that was moved and changed."""
_MOST_MOVES: Final = 20_000
"""Pairs that are looked at for passages that were moved and changed."""


class EntryKind(StrEnum):
    """What happened to a passage."""

    SAME = "same"
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """Stands here by now; ``pieces`` tell what of it changed besides."""
    LEFT = "left"
    """Stood here; the entry that has moved tells the rest."""


class Entry(msgspec.Struct, frozen=True):
    """One passage of either contract.

    Attributes:
        kind: What happened to it.
        old: Its place among the older passages; ``None`` where it is new.
        new: Its place among the newer ones; ``None`` where it is gone.
        pieces: For each of its texts what was kept, taken out and put in; empty where all or
            nothing is new.
    """

    kind: EntryKind
    old: int | None
    new: int | None
    pieces: tuple[tuple[Piece, ...], ...] = ()


class TextDifference(msgspec.Struct, frozen=True):
    """Two contracts and what differs.

    Attributes:
        old: The older contract.
        new: The newer one.
        entries: Every passage of both in the order of the newer; what was taken out stands where
            it stood.
        beside: Texts beside the body that only one of them has: the older, then the newer.
    """

    old: ContractText
    new: ContractText
    entries: tuple[Entry, ...]
    beside: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def passage(self, entry: Entry) -> Passage:
        """The passage of an entry as it is read there."""
        if entry.new is not None and entry.kind is not EntryKind.LEFT:
            return self.new.passages[entry.new]
        return self.old.passages[entry.old or 0]

    def count(self, kind: EntryKind) -> int:
        """How many passages with words something happened to."""
        return sum(entry.kind is kind and not self.passage(entry).blank for entry in self.entries)

    @property
    def differs(self) -> bool:
        """Whether any word differs, not only numbers of clauses."""
        quiet = (EntryKind.SAME, EntryKind.RENUMBERED)
        return any(self.count(kind) for kind in EntryKind if kind not in quiet)


def compare_texts(old: ContractText, new: ContractText) -> TextDifference:
    """Compare two contracts."""
    pairs = pairs_of(old.passages, new.passages)
    entries = tuple(
        _with_moves(old.passages, new.passages, _entries(old.passages, new.passages, pairs))
    )
    only = (
        tuple(text for text in old.beside if text not in new.beside),
        tuple(text for text in new.beside if text not in old.beside),
    )
    return TextDifference(old, new, entries, only)


def _entries(
    old: Sequence[Passage], new: Sequence[Passage], pairs: Sequence[tuple[int, int]]
) -> Iterator[Entry]:
    before = after = 0
    for was, now in (*pairs, (len(old), len(new))):
        yield from (Entry(EntryKind.REMOVED, place, None) for place in range(before, was))
        yield from (Entry(EntryKind.ADDED, None, place) for place in range(after, now))
        if was < len(old):
            yield _paired(old[was], new[now], was, now)
        before, after = was + 1, now + 1


def _paired(was: Passage, now: Passage, old: int, new: int) -> Entry:
    if was.key != now.key or not _only_counts(was.number, now.number):
        return Entry(EntryKind.CHANGED, old, new, compare_passages(was, now))
    if (was.texts, was.number) == (now.texts, now.number):
        return Entry(EntryKind.SAME, old, new)
    return Entry(EntryKind.RENUMBERED, old, new, compare_passages(was, now))


def _only_counts(was: str, now: str) -> bool:
    """Whether what stands as number before a passage is one: words put there are words."""
    return was == now or all(_NUMBER.fullmatch(one) for one in (was, now))


def compare_passages(was: Passage, now: Passage) -> tuple[tuple[Piece, ...], ...]:
    """The words of two passages of one shape."""
    return tuple(
        compare_words(passage_words(was, place), passage_words(now, place))
        if was.texts[place] or now.texts[place]
        else ()
        for place in range(len(now.texts))
    )


def _with_moves(
    old: Sequence[Passage], new: Sequence[Passage], entries: Iterator[Entry]
) -> Iterator[Entry]:
    listed = list(entries)
    gone = [one.old for one in listed if one.kind is EntryKind.REMOVED and one.old is not None]
    come = [one.new for one in listed if one.kind is EntryKind.ADDED and one.new is not None]
    moved = _moves(old, new, gone, come)
    back = {now: was for was, now in moved.items()}
    for one in listed:
        if one.new is None and one.old in moved:
            yield Entry(EntryKind.LEFT, one.old, moved[one.old])
        elif one.old is None and one.new in back:
            was = back[one.new]
            yield Entry(EntryKind.MOVED, was, one.new, compare_passages(old[was], new[one.new]))
        else:
            yield one


def _moves(
    old: Sequence[Passage], new: Sequence[Passage], gone: Sequence[int], come: Sequence[int]
) -> dict[int, int]:
    """Which passages that are gone have come elsewhere: first the same, then the like."""
    from rapidfuzz import fuzz

    waiting: dict[tuple[object, ...], list[int]] = {}
    for now in reversed(come):
        waiting.setdefault(new[now].key, []).append(now)
    found: dict[int, int] = {}
    long = [was for was in gone if len(old[was].plain) >= _MOVES]
    for was in long:
        if waiting.get(old[was].key):
            found[was] = waiting[old[was].key].pop()
    left = [was for was in long if was not in found]
    free = [now for now in come if now not in set(found.values()) and len(new[now].plain) >= _MOVES]
    if len(left) * len(free) > _MOST_MOVES:
        return found
    for was in left:
        for now in free:
            alike = old[was].cells == new[now].cells
            if alike and fuzz.ratio(old[was].plain, new[now].plain, score_cutoff=_SURELY):
                found[was] = now
                free.remove(now)
                break
    return found


def side_texts(
    difference: TextDifference, *, old: bool, newer_numbers: bool = True
) -> list[tuple[str, ...]]:
    """The texts of one side in reading order, with the numbers of other clauses of one of both.

    That is what a marked document says when all its changes are accepted, or refused: the numbers
    are fields, which are left to follow whatever is decided.

    Args:
        difference: Of the two contracts.
        old: The older side; otherwise the newer one.
        newer_numbers: Numbers of other clauses as the newer contract shows them.
    """
    found = []
    for entry in difference.entries:
        kept = entry.kind in (EntryKind.SAME, EntryKind.RENUMBERED, EntryKind.CHANGED)
        if kept and entry.pieces:
            left_out = PieceKind.ADDED if old else PieceKind.REMOVED
            found.append(
                tuple(
                    _joined(pieces, left_out, newer_numbers=newer_numbers)
                    for pieces in entry.pieces
                )
            )
        elif kept or old == (entry.kind in (EntryKind.REMOVED, EntryKind.LEFT)):
            found.append(difference.passage(entry).texts)
    return found


def _joined(pieces: Sequence[Piece], left_out: PieceKind, *, newer_numbers: bool) -> str:
    return "".join(
        one.was if one.was and not newer_numbers else one.text
        for one in pieces
        if one.kind is not left_out
    )
