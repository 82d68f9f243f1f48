"""Which edition of the matrix is in force on a day, and how its levels rank."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.quoting.authority import edition_on
from tests.builders import a_matrix

MATRIX = a_matrix()
FIRST = replace(MATRIX, version="first")
SECOND = replace(MATRIX, version="second", valid_from=date(2026, 1, 1))
THIRD = replace(MATRIX, version="third", valid_from=date(2027, 1, 1))


def test_levels_rank_from_nothing() -> None:
    """What is no level has no rank."""
    assert [MATRIX.rank(level) for level in ("L1", "L2", "L3", "finance", "")] == [0, 1, 2, -1, -1]


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(1, 1, 1), "first"),
        (date(2025, 12, 31), "first"),
        (date(2026, 1, 1), "second"),
        (date(2026, 12, 31), "second"),
        (date(2027, 1, 1), "third"),
        (date(2030, 1, 1), "third"),
    ],
)
def test_the_latest_edition_that_has_begun_is_in_force(day: date, version: str) -> None:
    """In whatever order they are given; one without a day has always been."""
    for editions in ((FIRST, SECOND, THIRD), (THIRD, FIRST, SECOND), (SECOND, THIRD, FIRST)):
        assert edition_on(editions, day).version == version


def test_before_the_first_edition_the_first_is_in_force() -> None:
    """There always are limits; and without any edition there is no answer."""
    assert edition_on((THIRD, SECOND), date(2020, 1, 1)).version == "second"
    with pytest.raises(ValueError, match=r"^no edition of the authority matrix$"):
        edition_on((), date(2026, 1, 1))
