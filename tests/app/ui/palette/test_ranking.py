"""Tests for ranking: signs, words, and what stands first."""

from __future__ import annotations

import pytest

from app.ui.palette.ranking import (
    Question,
    Sort,
    has_words,
    key_of,
    ranked,
    read_key,
    read_question,
)
from app.ui.widgets.search_hits import SearchHit


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("", Question("", None)),
        ("  宽带 ", Question("宽带", None)),
        (">undo", Question("undo", Sort.ACTION)),
        ("＞ 撤销", Question("撤销", Sort.ACTION)),
        ("@示例", Question("示例", Sort.CUSTOMER)),
        ("＃QW-2026", Question("QW-2026", Sort.QUOTE)),
        ("+kd", Question("kd", Sort.OFFERING)),
        (">", Question("", Sort.ACTION)),
    ],
)
def test_a_sign_leaves_one_sort_in_either_width(typed: str, question: Question) -> None:
    """A Chinese input method types full-width signs."""
    assert read_question(typed) == question


def test_without_a_sign_every_sort_is_wanted() -> None:
    """And with one, only that."""
    assert all(Question("x", None).wants(sort) for sort in Sort)
    assert [sort for sort in Sort if Question("x", Sort.QUOTE).wants(sort)] == [Sort.QUOTE]


def test_a_key_is_read_as_it_was_made() -> None:
    """Names may hold the separator themselves."""
    assert read_key(key_of(Sort.QUOTE, "A:B")) == (Sort.QUOTE, "A:B")


def test_every_word_has_to_stand_somewhere() -> None:
    """In any of the places, in any case."""
    assert has_words("PRINT paper", "Print…", "paper")
    assert has_words("", "Print…")
    assert not has_words("print quote", "Print…", "paper")
    assert has_words("步：提", "下一步：提交")


def test_what_begins_with_the_text_comes_before_what_holds_it() -> None:
    """The order of the groups decides among the rest, and each gives at most so many."""
    products = [SearchHit("1", "企业宽带"), SearchHit("2", "商务宽带"), SearchHit("3", "云宽带")]
    actions = [SearchHit("4", "宽带测速"), SearchHit("5", "打印")]
    hits = ranked("宽带", [products, actions], 2)
    assert [hit.key for hit in hits] == ["4", "1", "2", "5"]
