"""Pinyin is understood whole, begun, or by initials."""

from __future__ import annotations

import msgspec
import pytest

from catalog.search.spelling import Spelling, is_spelled, pattern_of, readings_of
from tests.builders import an_offering

LONG = an_offering(initials="ct zt", pinyin="chang tu|zhang tu")
OLDER = an_offering(initials="kd")
XIAN = an_offering(pinyin="xi an xian")
SPELLING = Spelling((LONG, OLDER, XIAN))


def test_readings_are_split_and_older_ones_made_of_initials() -> None:
    """Initials that belong to a reading are not a further one."""
    assert readings_of(LONG) == (("chang", "tu"), ("zhang", "tu"))
    assert readings_of(OLDER) == (("k", "d"),)
    other = msgspec.structs.replace(LONG, initials="ct xx")
    assert readings_of(other)[2] == ("x", "x")


@pytest.mark.parametrize(
    ("word", "rows"),
    [
        ("changtu", [0]),
        ("zhangt", [0]),
        ("ct", [0]),
        ("hangtu", []),
        ("kd", [1]),
        ("kuandai", []),
        ("xian", [2]),
        ("xianx", [2]),
        ("xax", [2]),
        ("xiax", [2]),
        ("tuzhang", []),
    ],
)
def test_a_word_is_made_of_beginnings_of_syllables(word: str, rows: list[int]) -> None:
    """However the rows are asked for."""
    assert list(SPELLING.rows_with(word)) == rows
    assert SPELLING.all_rows_with(word) == set(rows)
    assert [row for row in range(3) if SPELLING.fits(row, word, pattern_of(word))] == rows


def test_a_word_that_comes_apart_in_many_ways_is_found_too() -> None:
    """Zh and x: seven syllables begin with zh and have xian behind them."""
    firsts = ("zha", "zhan", "zhang", "zhao", "zhe", "zhen", "zhong")
    rows = [an_offering(pinyin=f"{first} xian") for first in firsts]
    other = an_offering(pinyin="zi xian")
    spelling = Spelling((*rows, other))
    assert list(spelling.rows_with("zhx")) == list(range(7))
    assert list(spelling.rows_with("zx")) == list(range(8))


def test_only_latin_letters_and_digits_are_pinyin() -> None:
    """And nobody types forty letters of one word."""
    assert is_spelled("100mzx")
    assert not is_spelled("宽")
    assert not is_spelled("2.5")
    assert not is_spelled("a" * 41)
