"""Every selling sentence is true: figures are rounded against ourselves."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures import Figures
from app.quoting.selling import selling_of, share, tenths
from app.quoting.selling_text import told_selling
from app.quoting.story import Selling
from app.translation import load_words
from tests.sample import work_out_case

AMOUNTS = st.integers(min_value=0, max_value=10**12)
COUNTS = st.integers(min_value=1, max_value=10**6)


@given(AMOUNTS, COUNTS)
def test_share_is_less_than_said_or_just_as_much(amount: int, count: int) -> None:
    """Never below the true quotient, less than a fen above it, and strict only where it is."""
    said = share("day", amount, count)
    true = Fraction(amount, count)
    assert true <= said.amount < true + 1
    assert said.exact == (said.amount == true)


@given(AMOUNTS, st.integers(min_value=1, max_value=10**12))
def test_worth_is_never_more_than_it_is(worth: int, price: int) -> None:
    """So many tenths of the price at least, and not one tenth more."""
    times = tenths(worth, price)
    assert Fraction(times, 10) <= Fraction(worth, price) < Fraction(times + 1, 10)


def test_two_hundred_a_month_are_never_six_a_day() -> None:
    """200.00 / 30 = 6.666…: less than 6.67; 300.00 / 30 is just 10.00."""
    assert (share("day", 200_00, 30).amount, share("day", 200_00, 30).exact) == (6_67, False)
    assert (share("day", 300_00, 30).amount, share("day", 300_00, 30).exact) == (10_00, True)


def test_nothing_is_divided_among_nobody() -> None:
    """A fact of 0 rooms is refused."""
    with pytest.raises(ValueError, match="rooms"):
        share("rooms", 100, 0)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "合每天不到 22.27 元"),
        (1, "同口径比较：现在典型月 708.00 元，改为 668.00 元，每月少 40.00 元"),
        (1, "最小一个月 668.00 元，最大一个月 750.75 元"),
        (2, "合每天不到 77.94 元"),
        (2, "每月少 406.03 元"),
        (2, "另有每月 432.00 元的新增业务"),
        (3, "1,350 名学生，合每人不到 6.37 元"),
    ],
)
def test_worked_cases_say_the_figures_worked_out_on_paper(number: int, sentence: str) -> None:
    """As the cases have them."""
    said = selling_of(work_out_case(number).revision)
    told = "\n".join(told_selling(said, load_words("zh"), Figures("zh")))
    assert sentence in told


def test_a_dearer_offer_is_said_to_be_dearer() -> None:
    """In both languages; what is the same is said to be the same."""
    dearer = Selling(100_00, before=90_00, after=100_00)
    same = Selling(100_00, before=100_00, after=100_00)
    for language, words in (("zh", ("每月多 10.00", "不变")), ("en", ("10.00 more", "the same"))):
        told = [
            "".join(told_selling(one, load_words(language), Figures(language)))  # type: ignore[arg-type] # both are languages
            for one in (dearer, same)
        ]
        assert words[0] in told[0]
        assert words[1] in told[1]


def test_every_part_that_a_month_is_divided_by_has_its_words() -> None:
    """In both languages, for the sentence and for the table."""
    from app.quoting.selling import DAY, HEADS

    for language in ("zh", "en"):
        words = load_words(language)
        for part in (DAY, *HEADS):
            assert f"selling.part.{part}" in words
        assert all(f"selling.head.{part}" in words for part in HEADS)
