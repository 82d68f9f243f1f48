"""Amounts in English words are as contracts write them; they read back to the amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.amount_words import amount_in_words
from app.capital_figures import LARGEST

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
GROUPS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15}


def read_back(text: str) -> int:
    """Fen of an amount in words, read aloud word by word."""
    sign = -1 if text.startswith("minus ") else 1
    fen = total = group = 0
    for word in text.removeprefix("minus ").replace("-", " ").split():
        if word == "yuan":
            fen, total, group = 100 * (total + group), 0, 0
        elif word == "fen":
            fen, group = fen + group, 0
        elif word == "hundred":
            group *= 100
        elif word in GROUPS:
            total, group = total + group * 10 ** GROUPS[word], 0
        elif word in ONES:
            group += ONES.index(word)
        elif word in TENS:
            group += 10 * TENS.index(word) + 20
        else:
            assert word in {"and", "only"}
    return sign * fen


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "zero yuan only"),
        (5, "five fen only"),
        (50, "fifty fen only"),
        (1_00, "one yuan only"),
        (10_00, "ten yuan only"),
        (21_10, "twenty-one yuan and ten fen only"),
        (100_01, "one hundred yuan and one fen only"),
        (1009_30, "one thousand and nine yuan and thirty fen only"),
        (1680_32, "one thousand six hundred and eighty yuan and thirty-two fen only"),
        (8016_00, "eight thousand and sixteen yuan only"),
        (10_005_00, "ten thousand and five yuan only"),
        (16_409_02, "sixteen thousand four hundred and nine yuan and two fen only"),
        (107_000_53, "one hundred and seven thousand yuan and fifty-three fen only"),
        (100_000_000_00, "one hundred million yuan only"),
        (1_000_000_000_000_01, "one trillion yuan and one fen only"),
        (-1680_32, "minus one thousand six hundred and eighty yuan and thirty-two fen only"),
        (-1, "minus one fen only"),
    ],
)
def test_an_amount_is_written_as_on_a_cheque(amount: int, text: str) -> None:
    """``and`` before tens and units of a group; hyphens between; ``only`` at the end."""
    assert amount_in_words(amount) == text
    assert read_back(text) == amount


@given(st.integers(-LARGEST, LARGEST))
def test_every_amount_reads_back(amount: int) -> None:
    """No two amounts are written alike."""
    assert read_back(amount_in_words(amount)) == amount


@pytest.mark.parametrize("amount", [LARGEST + 1, -LARGEST - 1])
def test_an_amount_beyond_capital_figures_is_refused(amount: int) -> None:
    """Words never stand without capital figures beside them."""
    with pytest.raises(ValueError, match="too large"):
        amount_in_words(amount)
