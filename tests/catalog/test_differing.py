"""What an edit touched is found by identity: replaced, added, taken out, moved."""

from __future__ import annotations

import pytest

from catalog.differing import differing

A, B, C, D, X, Y = "abcdxy"


@pytest.mark.parametrize(
    ("new", "gone", "come", "in_place"),
    [
        ((A, B, C, D), (), (), True),
        ((A, X, C, D), (B,), (X,), True),
        ((X, B, C, Y), (A, D), (X, Y), True),
        ((A, B, X, C, D), (), (X,), False),
        ((A, C, D), (B,), (), False),
        ((A, C, B, D), (), (), False),
        ((A, X, B, C), (D,), (X,), False),
        ((), (A, B, C, D), (), False),
    ],
)
def test_what_differs(
    new: tuple[str, ...], gone: tuple[str, ...], come: tuple[str, ...], in_place: bool
) -> None:
    """Parts keep their order; only replacements at the same places are in place."""
    assert differing((A, B, C, D), new) == (gone, come, in_place)


def test_equal_values_that_are_other_objects_differ() -> None:
    """Identity decides, so nothing is compared in depth."""
    one, other = ["same"], ["same"]
    found = differing((one,), (other,))
    assert found.gone[0] is one
    assert found.come[0] is other
