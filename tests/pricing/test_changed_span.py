"""Where two sequences differ: the shortest stretch, found by identity and not by value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pricing.changed_span import changed_span, is_worth_following

A, B, C, X = ([name] for name in "abcx")
objects = st.lists(st.sampled_from((A, B, C, X)), max_size=8)


def test_one_in_the_place_of_another() -> None:
    """The second of three."""
    assert changed_span((A, B, C), (A, X, C)) == (slice(1, 2), slice(1, 2))


def test_what_came_and_what_went() -> None:
    """At the end, in front, in the middle, and of nothing."""
    assert changed_span((A, B), (A, B, X)) == (slice(2, 2), slice(2, 3))
    assert changed_span((A, B), (B,)) == (slice(0, 1), slice(0, 0))
    assert changed_span((A, C), (A, B, B, C)) == (slice(1, 1), slice(1, 3))
    assert changed_span((), (A,)) == (slice(0, 0), slice(0, 1))


def test_the_same_is_no_stretch() -> None:
    """Nothing went and nothing came."""
    assert changed_span((A, B), (A, B)) == (slice(2, 2), slice(2, 2))


def test_a_repeated_object_is_not_counted_twice() -> None:
    """Of two equal neighbours one went: what stands in front and behind must not overlap."""
    assert changed_span((A, A), (A,)) == (slice(1, 2), slice(1, 1))


def test_equal_values_are_not_the_same_objects() -> None:
    """Whoever follows a stretch keeps objects, so identity decides."""
    assert changed_span((A,), (list(A),)) == (slice(0, 1), slice(0, 1))


@given(objects, objects)
def test_the_stretch_in_place_of_the_other_gives_the_whole(
    before: list[list[str]], after: list[list[str]]
) -> None:
    """Whatever the two are."""
    gone, come = changed_span(before, after)
    patched = [*before[: gone.start], *after[come], *before[gone.stop :]]
    assert [id(one) for one in patched] == [id(one) for one in after]


def test_following_is_worth_it_up_to_a_quarter() -> None:
    """Two of eight are followed, two of seven are not."""
    one = slice(0, 1)
    assert is_worth_following(one, one, 8)
    assert not is_worth_following(one, one, 7)
