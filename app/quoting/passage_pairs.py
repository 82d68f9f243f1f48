"""Which passage of one contract became which of the other, in reading order.

Passages that say the same hold the two together; what lies between them is paired by likeness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.contract_text import Passage

_LIKE: Final = 50.0
"""Likeness in percent from which a passage is another version and no new one."""
_SAME_NUMBER: Final = 12.0
"""What having kept its number adds to the likeness."""
_BAND: Final = 40
"""How far from its place in proportion a passage is looked for: work grows in one direction."""


def pairs_of(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int, int]]:
    """Places of passages that belong together, rising on both sides."""
    from rapidfuzz.distance import LCSseq

    known: dict[object, int] = {}
    before, after = ([known.setdefault(one.key, len(known)) for one in side] for side in (old, new))
    found: list[tuple[int, int]] = []
    was = now = 0
    for block in LCSseq.opcodes(before, after).as_matching_blocks():
        between = _between(old[was : block.a], new[now : block.b])
        found += ((was + one, now + other) for one, other in between)
        found += ((block.a + step, block.b + step) for step in range(block.size))
        was, now = block.a + block.size, block.b + block.size
    return found


def _between(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int, int]]:
    """The pairs of a stretch in which nothing is the same, with the greatest likeness in all."""
    if not old or not new:
        return []
    width = len(new) + 1
    best: list[dict[int, float]] = [{} for _ in range(len(old) + 1)]
    step: dict[tuple[int, int], bool] = {}
    for row in range(1, len(old) + 1):
        for column in _columns(row, len(old), len(new)):
            paired = best[row - 1].get(column - 1, 0.0) + _gain(old[row - 1], new[column - 1])
            alone = max(best[row - 1].get(column, 0.0), best[row].get(column - 1, 0.0))
            step[row, column] = paired > alone
            best[row][column] = max(paired, alone)
    return _walked(best, step, len(old), width - 1)


def _columns(row: int, rows: int, columns: int) -> range:
    middle = row * columns // rows
    return range(max(1, middle - _BAND), min(columns, middle + _BAND) + 1)


def _walked(
    best: Sequence[dict[int, float]], step: dict[tuple[int, int], bool], row: int, column: int
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while row and column:
        if step.get((row, column)):
            row, column = row - 1, column - 1
            found.append((row, column))
        elif best[row - 1].get(column, 0.0) >= best[row].get(column - 1, 0.0):
            row -= 1
        else:
            column -= 1
    return found[::-1]


def _gain(was: Passage, now: Passage) -> float:
    """How much is gained by taking one for a version of the other; 0 where they are too unlike."""
    from rapidfuzz import fuzz

    if was.cells != now.cells or was.heading != now.heading:
        return 0.0
    bonus = _SAME_NUMBER if was.number and was.number == now.number else 0.0
    likeness = fuzz.ratio(was.plain, now.plain, score_cutoff=_LIKE - bonus)
    return likeness + bonus if likeness else 0.0
