"""Limits as written: numbers, no bound, distances from another's; whatever else is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.quoting.authority.limits import LimitFault, _Wrong, read_limits

LEVELS = ("L1", "L2", "L3")


def bounds(*written: str, smallest: bool = False) -> list[str | None]:
    """The bounds of limits without a fault."""
    limits = read_limits(LEVELS, written, smallest=smallest)
    assert limits.faults == ()
    return [None if bound is None else str(bound) for bound in limits.bounds]


def faults(*written: str, smallest: bool = False) -> list[tuple[str, int]]:
    """Codes and positions of what is wrong."""
    found = read_limits(LEVELS, written, smallest=smallest).faults
    return [(code.removeprefix("authority."), position) for code, position, _ in found]


def test_a_limit_is_a_number_or_no_bound() -> None:
    """No bound is written as a word, so that leaving it out is never taken for it."""
    assert bounds("5", "10.5", "none") == ["5", "10.5", None]


def test_a_limit_may_be_told_by_its_distance() -> None:
    """Fifteen points below that of L3; that of L2 by that of L1, one after the other."""
    assert bounds("L3-15", "L3 - 5", "25") == ["10", "20", "25"]
    assert bounds("L2-5", "L3-5", "30") == ["20", "25", "30"]
    assert bounds("L3+20", "L3+8", "12", smallest=True) == ["32", "20", "12"]


@pytest.mark.parametrize(
    "wrong", ["NaN", "-1", "1e9", "inf", "", "10 %", "٥", "1" * 13, "1.00001", "L3*2"]
)
def test_what_is_no_number_is_refused(wrong: str) -> None:
    """NaN compares with nothing and would allow everything."""
    assert faults(wrong, "10", "20") == [("limit_wrong", 0)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (("5", "10"), [("limit_missing", 2)]),
        ((), [("limit_missing", 0), ("limit_missing", 1), ("limit_missing", 2)]),
        (("5", "10", "20", "30"), [("too_many_limits", 3)]),
        (("L9-5", "10", "20"), [("limit_of_unknown_level", 0)]),
        (("L2-5", "L1+5", "20"), [("limit_in_a_circle", 0), ("limit_in_a_circle", 1)]),
        (("L1-5", "10", "20"), [("limit_in_a_circle", 0)]),
        (("L3-5", "10", "none"), [("limit_of_no_bound", 0)]),
        (("L3-25", "10", "20"), [("limit_below_zero", 0)]),
        (("5", "4", "20"), [("limits_fall", 1)]),
        (("5", "none", "20"), [("limits_fall", 2)]),
    ],
)
def test_each_mistake_is_found_at_its_place(
    written: tuple[str, ...], found: list[tuple[str, int]]
) -> None:
    """No limit for a level is one of them."""
    assert faults(*written) == found


def test_minimums_fall_with_the_level() -> None:
    """A higher level may accept a lower margin, never only a higher one."""
    assert bounds("35", "22", "0", smallest=True) == ["35", "22", "0"]
    assert faults("10", "22", "0", smallest=True) == [("limits_fall", 1)]


def test_a_faulty_list_has_the_bounds_that_are_right() -> None:
    """The finding beside them keeps the matrix from being used."""
    assert read_limits(LEVELS, ("5", "x", "20"), smallest=False).bounds == (
        Decimal(5),
        Decimal(20),
    )


def fault(code: str, position: int, **facts: str) -> LimitFault:
    """One mistake with its facts."""
    return LimitFault(f"authority.{code}", position, facts)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (("5", "10"), fault("limit_missing", 2, level="L3")),
        (("5", "10", "20", "30"), fault("too_many_limits", 3, count="4", levels="3")),
        ((" x ", "10", "20"), fault("limit_wrong", 0, limit=" x ")),
        (("L9-5", "10", "20"), fault("limit_of_unknown_level", 0, limit="L9-5", level="L9")),
        (("L1-5", "10", "20"), fault("limit_in_a_circle", 0, limit="L1-5")),
        (("L3-5", "10", "none"), fault("limit_of_no_bound", 0, limit="L3-5", level="L3")),
        (("L3-25", "10", "20"), fault("limit_below_zero", 0, limit="L3-25", bound="-5")),
        (("5", "4", "20"), fault("limits_fall", 1, level="L2", lower="L1")),
        (("5", "20", "19"), fault("limits_fall", 2, level="L3", lower="L2")),
    ],
)
def test_each_mistake_says_what_is_wrong(written: tuple[str, ...], found: LimitFault) -> None:
    """As it is written, with the levels that it is about."""
    assert read_limits(LEVELS, written, smallest=False).faults == (found,)


def test_a_limit_may_be_nothing_and_two_levels_may_have_the_same() -> None:
    """Ten less ten, a half more than nothing; maximums and minimums alike."""
    assert bounds("L2-10", "10", "10") == ["0", "10", "10"]
    assert bounds("30", "30", "30", smallest=True) == ["30", "30", "30"]
    assert bounds("L3-0.5", "1", "1") == ["0.5", "1", "1"]


def test_what_is_wrong_with_a_limit_is_called_by_its_code() -> None:
    """Should it ever be seen outside."""
    assert str(_Wrong("authority.limit_wrong", limit="x")) == "authority.limit_wrong"
