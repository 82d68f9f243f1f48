"""Capital figures as the rule of the People's Bank writes them; they read back to the amount."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capital_figures import LARGEST, capital_amount

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(text: str) -> int:
    """Fen of an amount in capital figures, read as a teller reads it: a 零 counts nothing."""
    sign = -1 if text.startswith("负") else 1
    whole, found, rest = text.removeprefix("负").partition("元")
    if not found:
        whole, rest = "", whole
    jiao, fen = (re.search(f"([{DIGITS}]){unit}", rest) for unit in "角分")
    cents = 10 * DIGITS.index(jiao.group(1)) if jiao else 0
    cents += DIGITS.index(fen.group(1)) if fen else 0
    return sign * (100 * read_whole(whole) + cents)


def read_whole(text: str) -> int:
    """A whole number: 万亿, 亿 and 万 part it into groups of four places."""
    for name, size in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
        if name in text:
            before, _, after = text.partition(name)
            return read_whole(before) * size + read_whole(after)
    total = digit = 0
    for character in text:
        if character in PLACES:
            total += digit * PLACES[character]
            digit = 0
        else:
            digit = DIGITS.index(character)
    return total + digit


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (55, "伍角伍分"),
        (1_00, "壹元整"),
        (1_05, "壹元零伍分"),
        (10_00, "壹拾元整"),
        (10_50, "壹拾元零伍角整"),
        (100_01, "壹佰元零壹分"),
        (752_00, "柒佰伍拾贰元整"),  # V49
        (1009_30, "壹仟零玖元叁角整"),
        (1010_00, "壹仟零壹拾元整"),
        (1409_50, "壹仟肆佰零玖元伍角整"),  # V49
        (1680_32, "壹仟陆佰捌拾元零叁角贰分"),  # V49
        (6007_14, "陆仟零柒元壹角肆分"),  # V49
        (8016_00, "捌仟零壹拾陆元整"),
        (10_005_00, "壹万零伍元整"),
        (16_409_02, "壹万陆仟肆佰零玖元零贰分"),  # V49
        (100_500_00, "壹拾万零伍佰元整"),
        (107_000_53, "壹拾万柒仟元零伍角叁分"),  # V49
        (313_044_00, "叁拾壹万叁仟零肆拾肆元整"),
        (1_547_290_00, "壹佰伍拾肆万柒仟贰佰玖拾元整"),
        (10_000_001_00, "壹仟万零壹元整"),
        (100_000_000_00, "壹亿元整"),
        (100_010_000_00, "壹亿零壹万元整"),
        (1_000_000_000_000_01, "壹万亿元零壹分"),
        (1_000_100_000_000_00, "壹万亿零壹亿元整"),
        (LARGEST, "玖仟玖佰玖拾玖万亿玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        (-1680_32, "负壹仟陆佰捌拾元零叁角贰分"),
        (-1, "负壹分"),
        (-400_00, "负肆佰元整"),
    ],
)
def test_an_amount_is_written_as_on_a_bank_note(amount: int, text: str) -> None:
    """整 after 元 and 角, never after 分; one 零 for inner zeros; 零 before 分 without 角."""
    assert capital_amount(amount) == text
    assert read_back(text) == amount


@given(st.integers(-LARGEST, LARGEST))
def test_every_amount_reads_back(amount: int) -> None:
    """No two amounts are written alike."""
    assert read_back(capital_amount(amount)) == amount


@given(st.integers(1, LARGEST))
def test_the_writing_keeps_its_grammar(amount: int) -> None:
    """Never two 零 in a row or at an end, never 整 after 分, never a unit without a digit."""
    text = capital_amount(amount)
    assert "零零" not in text
    assert not text.startswith("零")
    assert text.endswith(("分", "整"))
    assert not re.search("分整|零[元万亿角分整]", text)
    assert not re.search("^[拾佰仟万亿]|[零元][拾佰仟万亿角分]", text)


@pytest.mark.parametrize("amount", [LARGEST + 1, -LARGEST - 1])
def test_an_amount_beyond_the_largest_has_no_agreed_reading(amount: int) -> None:
    """It is refused rather than written wrong."""
    with pytest.raises(ValueError, match="too large"):
        capital_amount(amount)
