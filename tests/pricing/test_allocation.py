"""Parts sum to the whole exactly; odd fen go by largest remainder, ties by position."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.money import percent_of
from pricing.allocation import allocate, allocate_capped

weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=12)
amounts = st.integers(-(10**11), 10**11)


@pytest.mark.parametrize(
    ("amount", "of", "parts"),
    [
        (10_00, [100_00] * 3, [3_34, 3_33, 3_33]),  # V22
        (5, [1_00] * 9 + [1], [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]),  # V23
        (5_00, [4_00, 45_00], [41, 4_59]),  # V24
        (50_00, [199_00, 99_00, 59_00, 12_50], [26_93, 13_40, 7_98, 1_69]),  # V25
        (199_00, [129_00, 100_00, 20_00], [103_10, 79_92, 15_98]),  # V10
        (199_00, [120_00, 100_00, 30_00], [95_52, 79_60, 23_88]),  # V44
        (7, [0, 0, 0], [3, 2, 2]),
        (7, [0, 5, 0], [0, 7, 0]),
        (-10_00, [100_00] * 3, [-3_34, -3_33, -3_33]),
        (0, [3, 4], [0, 0]),
        (100, [1], [100]),
    ],
)
def test_the_vectors_come_out_to_the_fen(amount: int, of: list[int], parts: list[int]) -> None:
    """Each worked out by hand: share cut to the fen, then the odd fen to the largest remainders."""
    assert list(allocate(amount, of)) == parts


def test_the_bundle_of_vector_ten_saves_a_fifth() -> None:
    """249.00 for 199.00: 50.00 or 20.08 %."""
    assert round(float(percent_of(50_00, 249_00)), 2) == 20.08


@given(amounts, weights)
def test_parts_sum_to_the_whole(amount: int, of: list[int]) -> None:
    """Never one fen more or less."""
    assert sum(allocate(amount, of)) == amount


@given(amounts, weights)
def test_each_part_is_within_one_fen_of_its_exact_share(amount: int, of: list[int]) -> None:
    """Strictly: a part is the share rounded down or up; it has the sign of the whole."""
    total = sum(of)
    shares = [Fraction(amount * w, total) if total else Fraction(amount, len(of)) for w in of]
    for part, share in zip(allocate(amount, of), shares, strict=True):
        assert abs(part - share) < 1
        assert part * amount >= 0


@given(amounts, weights)
def test_no_weight_means_no_part(amount: int, of: list[int]) -> None:
    """Unless nothing has any weight: then all are alike."""
    if any(of):
        parts = allocate(amount, of)
        assert all(part == 0 for part, weight in zip(parts, of, strict=True) if weight == 0)


@given(amounts, weights)
def test_equal_weights_differ_by_one_fen_at_most(amount: int, of: list[int]) -> None:
    """And the earlier one gets the odd fen."""
    parts = allocate(abs(amount), of)
    for position, weight in enumerate(of):
        for later in range(position + 1, len(of)):
            if of[later] == weight:
                assert 0 <= parts[position] - parts[later] <= 1


@given(amounts, st.lists(st.integers(0, 10**6), min_size=1, max_size=8).flatmap(st.permutations))
def test_a_permutation_only_moves_odd_fen_between_ties(amount: int, of: list[int]) -> None:
    """The parts of equal weights are the same but for single fen, in whatever order they come."""
    before = sorted(zip(sorted(of), allocate(amount, sorted(of)), strict=True))
    after = sorted(zip(of, allocate(amount, of), strict=True))
    for (weight, part), (same, other) in zip(before, after, strict=True):
        assert weight == same
        assert abs(part - other) <= 1


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**6), min_size=1, max_size=8))
def test_different_remainders_make_the_order_of_no_account(amount: int, of: list[int]) -> None:
    """Without ties the reversed weights get the reversed parts."""
    total = sum(of)
    remainders = [amount * weight % total for weight in of]
    if len(set(remainders)) == len(of):
        assert allocate(amount, of[::-1]) == allocate(amount, of)[::-1]


@pytest.mark.parametrize("of", [[], [1, -1], [-5]])
def test_weights_must_be_there_and_not_negative(of: list[int]) -> None:
    """Anything else is a bug of the caller."""
    with pytest.raises(ValueError, match=r"^allocation needs weights, none of them negative$"):
        allocate(1, of)


@pytest.mark.parametrize(
    ("amount", "of", "caps", "parts"),
    [
        (30_00, [100_00, 100_00], [5_00, 40_00], [5_00, 25_00]),  # V26
        (70_00, [200_00, 100_00, 50_00], [10_00, 100_00, 50_00], [10_00, 40_00, 20_00]),  # V27
        (5, [1, 1, 0], [1, 4, 9], [1, 4, 0]),
        (0, [1, 1], [0, 0], [0, 0]),
    ],
)
def test_no_part_passes_its_cap_and_the_others_take_the_rest(
    amount: int, of: list[int], caps: list[int], parts: list[int]
) -> None:
    """What a floor leaves over is spread again."""
    assert list(allocate_capped(amount, of, caps)) == parts


def test_caps_that_do_not_reach_name_what_they_reach() -> None:
    """So that the user can be told the largest discount."""
    with pytest.raises(ValueError, match="at most 7 fen"):
        allocate_capped(8, [1, 1, 0], [3, 4, 99])


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**5)), min_size=1, max_size=8),
    st.integers(0, 100),
)
def test_capped_parts_sum_to_the_whole(pairs: list[tuple[int, int]], share: int) -> None:
    """As much as the caps reach can be spread, to the fen."""
    of, caps = [weight for weight, _ in pairs], [cap for _, cap in pairs]
    amount = sum(cap for weight, cap in pairs if weight) * share // 100
    parts = allocate_capped(amount, of, caps)
    assert sum(parts) == amount
    for part, weight, cap in zip(parts, of, caps, strict=True):
        assert 0 <= part <= (cap if weight else 0)


def test_each_weight_has_its_cap() -> None:
    """A cap too few is a bug of the caller."""
    with pytest.raises(ValueError, match="zip"):
        allocate_capped(1, [1, 1], [1])


def test_a_weight_of_nothing_gets_nothing_when_all_may_be_taken() -> None:
    """Caps that are the weights: 0.04 over three of 0.03 and one of nothing is 2, 1, 0, 1."""
    assert allocate_capped(4, [3, 3, 0, 3], [3, 3, 0, 3]) == (2, 1, 0, 1)
    assert allocate_capped(9, [3, 3, 0, 3], [3, 3, 0, 3]) == (3, 3, 0, 3)
