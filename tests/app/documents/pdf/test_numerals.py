"""How counters are written."""

from __future__ import annotations

import pytest

from app.documents.pdf.numerals import capital, chinese, is_known, written


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1010, "一千零一十"),
        (1005, "一千零五"),
        (10005, "一万零五"),
        (12000, "一万二千"),
    ],
)
def test_chinese_counting(count: int, text: str) -> None:
    """Numbers as they stand in 第一百零五条."""
    assert chinese(count) == text


def test_capital_figures() -> None:
    """Capital figures name every one: 壹拾, not 拾."""
    assert capital(12) == "壹拾贰"
    assert capital(305) == "叁佰零伍"


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (3, "decimal", "3"),
        (3, "chineseCountingThousand", "三"),
        (20, "ideographDigital", "二〇"),
        (3, "upperRoman", "III"),
        (1994, "lowerRoman", "mcmxciv"),
        (28, "lowerLetter", "bb"),
        (26, "upperLetter", "Z"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (36, "decimalEnclosedCircle", "㊱"),
        (51, "decimalEnclosedCircle", "51"),
        (5, "decimalZero", "05"),
        (2, "ideographTraditional", "乙"),
        (12, "decimalFullWidth", "１２"),
        (2, "chineseLegalSimplified", "贰"),
        (4, "numberInDash", "- 4 -"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (0, "chineseCounting", "0"),
        (3, "none", ""),
        (3, "of the future", "3"),
    ],
)
def test_number_formats(count: int, form: str, text: str) -> None:
    """Each number format writes its own way; zero and unknown formats fall back on decimals."""
    assert written(count, form) == text


def test_unknown_formats_are_known_as_such() -> None:
    """A format that is only written as a decimal can be told from one that is meant."""
    assert is_known("decimal")
    assert is_known("upperRoman")
    assert not is_known("hebrew1")
