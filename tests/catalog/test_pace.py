"""Long work says how far it is, and stops when it is told to."""

from __future__ import annotations

from collections import deque

import pytest

from catalog.comparison import compare
from catalog.consistency import check_content
from catalog.pace import WHOLE, paced, part_of, unpaced
from tests.builders import a_charge, a_content, an_offering


class Stopped(Exception):
    """What a pace raises here."""


def test_every_part_comes_and_the_share_rises_to_one() -> None:
    """Before the first part, after every two hundred, and at the end."""
    heard: list[int] = []
    assert list(paced(range(450), heard.append)) == list(range(450))
    assert heard == [0, 4444, 8888, 10_000]


def test_nothing_to_do_is_said_once() -> None:
    """No part, no end."""
    heard: list[int] = []
    assert list(paced((), heard.append)) == []
    assert heard == [0]
    assert list(paced("ab", unpaced)) == ["a", "b"]


def test_what_the_pace_raises_ends_the_work() -> None:
    """The parts of the first step are done, no other."""
    seen: list[int] = []

    def pace(share: int) -> None:
        if share > 0:
            raise Stopped

    with pytest.raises(Stopped):
        deque(map(seen.append, paced(range(1000), pace)))
    assert seen == list(range(200))


def test_a_step_fills_its_part_of_the_whole() -> None:
    """Half of what goes from 2,000 to 6,000 is 4,000."""
    heard: list[int] = []
    step = part_of(heard.append, 2000, 6000)
    for share in (0, 5000, WHOLE):
        step(share)
    assert heard == [2000, 4000, 6000]


def test_checks_and_comparisons_keep_the_pace() -> None:
    """Shares rise within the whole, and the result is the same as without."""
    old = a_content(*(an_offering(a_charge(f"A{n}.RENT")) for n in range(3)))
    new = a_content(*(an_offering(a_charge(f"A{n}.RENT", "7.00")) for n in range(3)))
    heard: list[int] = []
    assert compare(old, new, heard.append) == compare(old, new)
    checked: list[int] = []
    assert check_content(new, checked.append) == check_content(new)
    for shares in (heard, checked):
        assert len(shares) >= 5
        assert shares == sorted(shares)
        assert 0 <= shares[0] <= shares[-1] <= WHOLE
