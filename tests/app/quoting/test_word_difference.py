"""Promises of the difference between two texts, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.quoting.contract_text import Passage, Reference
from app.quoting.word_difference import (
    Piece,
    PieceKind,
    compare_words,
    passage_words,
    words_of,
)

KEPT, REMOVED, ADDED, RENUMBERED = PieceKind
TEXTS = st.text(alphabet="甲乙丙应当，。3012,.元 ab\t\n", max_size=30)


def told(old: str, new: str) -> list[tuple[PieceKind, str]]:
    """The pieces between two texts."""
    words = (passage_words(Passage((text,)), 0) for text in (old, new))
    return [(one.kind, one.text) for one in compare_words(*words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("共1,680.32元", ["共", "1,680.32", "元"]),
        ("¥668.00，3‰", ["¥668.00", "，", "3‰"]),
        ("至2026年12月8日止", ["至", "2026年12月8日", "止"]),
        ("大写：人民币陆佰陆拾捌元整）", ["大", "写", "：", "人民币陆佰陆拾捌元整", "）"]),
        ("QW-20261123-0001-A C1-L", ["QW-20261123-0001-A", " ", "C1-L"]),
        ("pay within 30 days", ["pay", " ", "within", " ", "30", " ", "days"]),
    ],
)
def test_numbers_dates_and_latin_words_are_never_split(text: str, words: list[str]) -> None:
    """A Chinese character is a word of its own, a figure is one however long it is."""
    assert words_of(text) == words


def test_a_changed_amount_shows_the_whole_old_and_the_whole_new_amount() -> None:
    """Not the two digits in which they differ."""
    assert told("每月费用为1,680.32元。", "每月费用为1,580.32元。") == [
        (KEPT, "每月费用为"),
        (REMOVED, "1,680.32"),
        (ADDED, "1,580.32"),
        (KEPT, "元。"),
    ]


def test_a_lonely_character_between_two_changes_belongs_to_them() -> None:
    """The comma between two words that both changed is struck through and written again."""
    assert told("双方应当书面，口头通知对方。", "双方应当电子，传真通知对方。") == [
        (KEPT, "双方应当"),
        (REMOVED, "书面，口头"),
        (ADDED, "电子，传真"),
        (KEPT, "通知对方。"),
    ]


def test_texts_with_little_in_common_are_told_whole() -> None:
    """One kept character of ten would only disturb."""
    assert told("甲方应当按月付款", "乙的线路月检修维护") == [
        (REMOVED, "甲方应当按月付款"),
        (ADDED, "乙的线路月检修维护"),
    ]


def test_what_stands_before_a_colon_stays() -> None:
    """However little it is: the amount in capitals is another one, its caption the same."""
    assert told("大写：人民币陆佰陆拾捌元整", "大写：人民币陆佰零壹元贰角整") == [
        (KEPT, "大写："),
        (REMOVED, "人民币陆佰陆拾捌元整"),
        (ADDED, "人民币陆佰零壹元贰角整"),
    ]


def test_the_number_of_another_clause_is_told_as_renumbered() -> None:
    """It leads to the same clause, which stands elsewhere by now."""
    old = Passage(("见第五条。",), references=(Reference(0, 1, 4, "REF price"),))
    new = Passage(("见第六条。",), references=(Reference(0, 1, 4, "REF price"),))
    pieces = compare_words(passage_words(old, 0), passage_words(new, 0))
    assert pieces == (Piece(KEPT, "见"), Piece(RENUMBERED, "第六条", "第五条"), Piece(KEPT, "。"))


def test_the_number_of_an_other_clause_than_before_is_a_change() -> None:
    """A reference that leads elsewhere says something else, even with the same number."""
    old = Passage(("见第五条。",), references=(Reference(0, 1, 4, "REF price"),))
    new = Passage(("见第五条。",), references=(Reference(0, 1, 4, "REF breach"),))
    pieces = compare_words(passage_words(old, 0), passage_words(new, 0))
    assert [one.kind for one in pieces] == [KEPT, REMOVED, ADDED, KEPT]


@given(TEXTS, TEXTS)
def test_the_pieces_are_both_texts(old: str, new: str) -> None:
    """What was kept and taken out is the old text, what was kept and put in the new one."""
    pieces = told(old, new)
    assert "".join(text for kind, text in pieces if kind is not ADDED) == old
    assert "".join(text for kind, text in pieces if kind is not REMOVED) == new


def test_a_change_begins_behind_a_mark_where_it_can() -> None:
    """Of three things in a row the middle one goes with its comma."""
    assert told("校园平安、校企翼机、短信", "校企翼机、短信") == [
        (REMOVED, "校园平安、"),
        (KEPT, "校企翼机、短信"),
    ]
