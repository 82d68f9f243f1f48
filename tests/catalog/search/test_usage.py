"""Scores tell what was taken often and lately, without a clock."""

from __future__ import annotations

from catalog.search import remember_use


def test_often_and_lately_both_count() -> None:
    """A use is worth 10,000 and loses a fiftieth with every later one; the latest stands last."""
    scores = remember_use({}, "A")
    assert scores == {"A": 10_000}
    scores = remember_use(scores, "B")
    assert list(scores.items()) == [("A", 9_800), ("B", 10_000)]
    scores = remember_use(scores, "A")
    assert list(scores.items()) == [("B", 9_800), ("A", 19_604)]


def test_what_was_used_longest_ago_is_forgotten() -> None:
    """Of 300 codes the last 200 stay."""
    scores: dict[str, int] = {}
    for number in range(300):
        scores = remember_use(scores, str(number))
    assert list(scores) == [str(number) for number in range(100, 300)]
