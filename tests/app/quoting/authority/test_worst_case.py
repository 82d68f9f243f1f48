"""The worst choice is found exactly: what trying every choice would find, for any number."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.quoting.authority.worst_case import (
    Part,
    Worst,
    largest_share,
    largest_sum,
    smallest_margin,
)
from pricing.concession import margin_of_deal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

amounts = st.integers(0, 1000)
parts = st.lists(st.tuples(amounts, amounts), max_size=6).map(
    lambda pairs: [Part(f"p{n}", top, bottom) for n, (top, bottom) in enumerate(pairs)]
)


def choices(given_parts: Sequence[Part]) -> Iterable[tuple[Part, ...]]:
    """Every choice of parts."""
    sizes = range(len(given_parts) + 1)
    return chain.from_iterable(combinations(given_parts, size) for size in sizes)


@given(amounts, amounts, parts)
def test_no_choice_has_a_larger_share(top: int, bottom: int, chosen_of: list[Part]) -> None:
    """Against all of them, for parts that have a share at all."""
    able = [part for part in chosen_of if part.bottom]
    worst = largest_share(top, bottom, chosen_of)
    shares = [
        Fraction(top + sum(p.top for p in chosen), whole)
        for chosen in choices(able)
        if (whole := bottom + sum(p.bottom for p in chosen))
    ]
    if shares and (bottom or not top):
        assert Fraction(worst.top, worst.bottom) == max(shares)
    picked = [part for part in able if part.name in worst.chosen]
    assert worst.top == top + sum(part.top for part in picked)
    assert worst.bottom == bottom + sum(part.bottom for part in picked)


@given(st.integers(1, 1000), amounts, parts)
def test_no_choice_has_a_smaller_margin(revenue: int, cost: int, chosen_of: list[Part]) -> None:
    """Parts that cost and bring in nothing are in it."""
    worst = smallest_margin(revenue, cost, chosen_of)
    margins = (
        margin_of_deal(revenue + sum(p.bottom for p in chosen), cost + sum(p.top for p in chosen))
        for chosen in choices(chosen_of)
    )
    assert margin_of_deal(worst.bottom, worst.top) == min(margins)


def test_a_subsidy_makes_a_deal_a_loss_whatever_else_is_chosen() -> None:
    """A part that takes more than everything brings in is always chosen."""
    worst = smallest_margin(100, 10, [Part("good", 0, 50), Part("subsidy", 0, -300)])
    assert (worst.top, worst.bottom, worst.chosen) == (10, -200, ("subsidy",))
    assert margin_of_deal(worst.bottom, worst.top) < 0


def test_an_offer_of_options_only_has_the_margin_of_its_worst() -> None:
    """Nothing is sold unless one is chosen."""
    worst = smallest_margin(0, 0, [Part("good", 10, 100), Part("bad", 80, 100)])
    assert worst.chosen == ("bad",)
    assert smallest_margin(0, 0, []) == (0, 0, ())


def test_the_largest_sum_takes_what_adds() -> None:
    """A negative part is never chosen."""
    found = largest_sum(100, [Part("a", 5, 0), Part("b", -5, 0), Part("c", 0, 9)])
    assert (found.top, found.chosen) == (105, ("a",))


def test_thirty_options_are_no_thousand_million_trials() -> None:
    """30 parts of 1 to 30 percent over a base of 10 %: those above the best mean are chosen."""
    thirty = [Part(str(n), n, 100) for n in range(1, 31)]
    worst = largest_share(10, 100, thirty)
    # 10 + 30 + 29 + ... + 25 = 175 of 700: 25 %; with 24 it would be 199 of 800, 24.875 %
    assert worst.chosen == tuple(str(n) for n in range(25, 31))
    assert (worst.top, worst.bottom) == (175, 700)


def test_a_part_that_has_no_share_is_left_aside() -> None:
    """Waived without a list amount, or a credit: it is no share of anything."""
    parts = [Part("waived", 5, 0), Part("credit", 9, -1), Part("half", 1, 2)]
    assert largest_share(1, 4, parts) == Worst(2, 6, ("half",))


def test_where_nothing_is_there_in_any_case_the_best_part_is_taken() -> None:
    """However small; and nothing where there is none, or where the base is a credit."""
    assert largest_share(0, 0, [Part("a", 1, 1), Part("b", 1, 2)]) == Worst(1, 1, ("a",))
    assert largest_share(0, 0, []) == Worst(0, 0, ())
    assert largest_share(1, -5, [Part("a", 1, 5)]) == Worst(1, -5, ())
    assert largest_share(1, -5, [Part("a", 1, 4)]) == Worst(1, -5, ())


def test_a_part_that_makes_it_better_is_not_taken() -> None:
    """Five of one fen is five hundred percent; one of one is not worse."""
    assert largest_share(5, 1, [Part("a", 1, 1)]) == Worst(5, 1, ())


def test_what_costs_and_brings_in_nothing_is_always_chosen() -> None:
    """One fen of it; what neither costs nor brings in anything is not."""
    parts = [Part("cost", 1, 0), Part("nothing", 0, 0), Part("loss", 0, -1)]
    assert smallest_margin(100, 10, parts) == Worst(11, 99, ("cost", "loss"))


def test_a_deal_that_brings_in_nothing_stays_a_loss() -> None:
    """However good what is chosen besides; one fen of revenue is something."""
    good = Part("good", 0, 100)
    assert smallest_margin(0, 5, [good]) == Worst(5, 0, ())
    assert smallest_margin(0, 0, [Part("loss", 0, -3), good]) == Worst(0, -3, ("loss",))
    assert smallest_margin(1, 0, [Part("dear", 50, 10)]) == Worst(50, 11, ("dear",))
    assert smallest_margin(0, 0, [Part("dear", 5, 10)]) == Worst(5, 10, ("dear",))


def test_a_sum_counts_whatever_adds_to_it() -> None:
    """One fen as well; what takes from it is not chosen."""
    parts = [Part("fen", 1, 7), Part("none", 0, 7), Part("less", -1, 7)]
    assert largest_sum(9, parts) == Worst(10, 7, ("fen",))
