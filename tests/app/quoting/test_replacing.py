"""What is replaced is chosen part by part; all of it is no part in particular."""

from __future__ import annotations

from app.quoting.customer import Competitor
from app.quoting.quote import LikeForLike
from app.quoting.replacing import is_any, like_of, rivals_in

KNOWN = (Competitor("X", "a", 186_40), Competitor("Y", "b"), Competitor("Z", "c", 13_60))


def test_an_amount_is_known_by_the_competitors_who_make_it_up() -> None:
    """186.40 is X alone, 200.00 both who are paid; anything else is left as it is."""
    assert rivals_in(KNOWN, 186_40) == (frozenset({0}), 0)
    assert rivals_in(KNOWN, 200_00) == (frozenset({0, 2}), 0)
    assert rivals_in(KNOWN, 1_00) == (frozenset(), 1_00)
    assert rivals_in(KNOWN, 0) == (frozenset(), 0)


def test_everything_is_no_part_in_particular() -> None:
    """So what is added later counts as well."""
    both, one = [("a", True), ("b", True)], [("a", True), ("b", False)]
    assert like_of(both, both, 0, applies=True) == LikeForLike()
    assert like_of(one, both, 5, applies=False) == LikeForLike(("a",), (), 5, applies=False)
    assert is_any(one)
    assert is_any([])
    assert not is_any([("a", False)])
