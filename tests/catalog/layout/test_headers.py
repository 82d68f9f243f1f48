"""Rows of headings are found below titles and above data, one row high or two."""

from __future__ import annotations

import pytest

from catalog.layout.headers import find_headers, looks_like_number
from tests.catalog.layout.sheets import WORDS, sheet


@pytest.mark.parametrize("text", ["12", "12,880.00元", "9%", "-3.5", "¥ 25", "\uff11\uff12\uff13"])
def test_amounts_and_percentages_look_like_numbers(text: str) -> None:
    """In any width."""
    assert looks_like_number(text)


@pytest.mark.parametrize("text", ["", "A1", "一", "12个月", "2026-10-01x"])
def test_words_do_not_look_like_numbers(text: str) -> None:
    """Not even when they begin with a digit."""
    assert not looks_like_number(text)


def test_a_heading_below_titles_is_found() -> None:
    """Titles name no fields."""
    (header,) = find_headers(
        sheet("2026 年价目表", "", "编码 | 名称 | 单价", "A.R | 专线 | 100"), WORDS
    )
    assert header.rows == (3,)
    assert header.headings == {1: "编码", 2: "名称", 3: "单价"}


def test_headings_merged_over_two_rows_are_joined() -> None:
    """What stands above several columns stands before each of them."""
    grid = sheet(
        "编码 | 名称 | 价格 |",
        " | | 单价 | 成本",
        "A.R | 专线 | 100 | 50",
        merged=("A1:A2", "B1:B2", "C1:D1"),
    )
    (header,) = find_headers(grid, WORDS)
    assert header.rows == (1, 2)
    assert header.headings == {1: "编码", 2: "名称", 3: "价格 / 单价", 4: "价格 / 成本"}


def test_groups_above_the_headings_are_joined_too() -> None:
    """A title across the whole table is no group."""
    lines = ("编码 | 名称 | 单价 | 成本", "A.R | 专线 | 100 | 50")
    grouped = sheet("基本信息 | | 价格 |", *lines, merged=("A1:B1", "C1:D1"))
    titled = sheet("价目表 | | |", *lines, merged=("A1:D1",))
    (header,) = find_headers(grouped, WORDS)
    assert header.headings[1] == "基本信息 / 编码"
    assert header.headings[4] == "价格 / 成本"
    assert find_headers(titled, WORDS)[0].headings[1] == "编码"


def test_headings_nobody_knows_are_found_above_numbers() -> None:
    """A person then says what they mean; sentences above sentences are no headings."""
    (header,) = find_headers(sheet("Kennung | Was | Betrag", "A.R | Leitung | 100"), WORDS)
    assert header.headings == {1: "Kennung", 2: "Was", 3: "Betrag"}
    assert find_headers(sheet("one | two | three", "four | five | six"), WORDS) == ()


def test_a_row_of_data_is_no_heading_though_it_has_words_of_headings() -> None:
    """The unit 次 and the family 单价 stand beside a number."""
    grid = sheet("编码 | 名称 | 单价", "编号 | 名称 | 100")
    assert [header.rows for header in find_headers(grid, WORDS)] == [(1,)]
