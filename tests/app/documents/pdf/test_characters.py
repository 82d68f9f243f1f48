"""Rules about single characters and pairs of them."""

from __future__ import annotations

import pytest

from app.documents.pdf.characters import is_chinese, may_break, needs_gap, overlap, pieces, tokens


@pytest.mark.parametrize("mark", "，。、；：？！）》”’」』】…—％")
def test_no_closing_mark_begins_a_line(mark: str) -> None:
    """A line never ends between a character and the mark that closes it."""
    assert not may_break("价", mark, chinese=True)


@pytest.mark.parametrize("mark", "（《“‘「『【￥¥")
def test_no_opening_mark_ends_a_line(mark: str) -> None:
    """A line never ends after a bracket, quotation mark or currency sign that opens."""
    assert not may_break(mark, "价", chinese=True)


def test_double_dash_and_ellipsis_stay_whole() -> None:
    """—— and …… are one mark each."""
    assert not may_break("—", "—", chinese=True)
    assert not may_break("…", "…", chinese=True)


def test_ideographs_break_anywhere_and_letters_nowhere() -> None:
    """Between two ideographs a line may end, between two letters or digits not."""
    assert may_break("中", "国", chinese=True)
    assert not may_break("a", "b", chinese=False)
    assert not may_break("1", "2", chinese=False)
    assert may_break("国", "A", chinese=True)


def test_spaces_break_after_and_not_before() -> None:
    """A space stays on the line that it ends."""
    assert may_break(" ", "b", chinese=False)
    assert not may_break("a", " ", chinese=False)
    assert not may_break("a", "\u00a0", chinese=False)
    assert not may_break("\u00a0", "b", chinese=False)


def test_web_addresses_break_after_separators_only() -> None:
    """After / ? & = a long address may continue on the next line, at a hyphen it may not."""
    assert may_break("/", "a", chinese=False)
    assert not may_break("-", "W", chinese=False)


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ("装", "5", True),
        ("G", "专", True),
        ("中", "国", False),
        ("，", "5", False),
        ("a", "1", False),
    ],
)
def test_gap_between_scripts(before: str, after: str, gap: bool) -> None:
    """Chinese letters stand off Latin ones and digits; marks bring their own room."""
    assert needs_gap(before, after) is gap


def test_neighbouring_marks_move_together() -> None:
    """Two half-empty marks in a row lose half an em; a mark before a letter loses nothing."""
    assert overlap("）", "。") == 0.5
    assert overlap("：", "“") == 0.5
    assert overlap("（", "《") == 0.5
    assert overlap("。", "甲") == 0.0
    assert overlap("甲", "（") == 0.0


def test_tokens_keep_words_and_numbers_whole() -> None:
    """Latin words and numbers with their marks are one token, Chinese characters one each."""
    assert tokens("共¥1,000.00元 SD-WAN") == ["共", "¥1,000.00", "元", " ", "SD-WAN"]


def test_pieces_cut_long_addresses_only() -> None:
    """Twenty-four characters stay whole; a longer address is cut after its separators."""
    assert pieces("a/b") == ["a/b"]
    assert pieces("https://example.com/plans/view") == [
        "https://",
        "example.com/",
        "plans/",
        "view",
    ]


def test_full_width_and_rare_characters_are_chinese() -> None:
    """Full-width forms, circled numbers and characters beyond the basic plane count as Chinese."""
    assert all(is_chinese(character) for character in "中，（①￥㎡𬭚")
    assert not any(is_chinese(character) for character in "a1¥ -%")
