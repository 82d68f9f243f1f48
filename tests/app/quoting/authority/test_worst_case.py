"""The worst choice is found exactly: what trying every choice would find, for any number."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.quoting.authority.worst_case import Part, largest_share, largest_sum, smallest_margin
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
