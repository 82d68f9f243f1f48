"""How well several words fit together."""

from __future__ import annotations

import pytest

from catalog.search.fit import Fit, joint_fit


@pytest.mark.parametrize(
    ("fits", "joint"),
    [
        ([Fit.CODE], Fit.CODE),
        ([Fit.INITIALS], Fit.INITIALS),
        ([Fit.CODE, Fit.NAME_START], Fit.NAME),
        ([Fit.INITIALS, Fit.CODE], Fit.PINYIN),
        ([Fit.NAME, Fit.TEXT], Fit.TEXT),
    ],
)
def test_one_word_counts_as_it_is_and_several_by_the_worst(fits: list[Fit], joint: Fit) -> None:
    """In whatever order."""
    assert joint_fit(fits) is joint
    assert joint_fit(fits[::-1]) is joint
