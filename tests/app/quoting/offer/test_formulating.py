"""A problem becomes rows and columns that can be read without any solver."""

from __future__ import annotations

from msgspec.structs import replace

from app.quoting.offer.formulating import SCALE, Formulation
from app.quoting.offer.problem import Goal, Need
from app.quoting.offer.programme import Row
from tests.app.quoting.offer.problems import BIG, CALLS, EXTRA, LINE, NET, PACK, a_problem


def test_needs_are_rows_and_no_unit_counts_beyond_the_need() -> None:
    """Five lines of the big bundle count as the three that are needed."""
    formed = Formulation(a_problem(LINE, NET, replace(BIG, cost=16_000, excludes=())))
    assert formed.programme.names[:3] == ("line", "net", "big")
    assert formed.programme.rows[:2] == (
        Row(((0, 1), (2, 3)), 3),
        Row(((1, 1), (2, 1)), 1),
    )
    assert formed.programme.upper[:3] == (3, 1, 1)
    assert formed.programme.costs[:3] == (3_000 * SCALE, 8_000 * SCALE, 16_000 * SCALE)


def test_usage_is_a_column_for_each_different_month() -> None:
    """100 and 250 calls at ten fen; the pack's 100 cover the one and help with the other."""
    formed = Formulation(a_problem(PACK))
    names = formed.programme.names
    assert names == ("pack", "calls 100 at 100000", "calls 250 at 100000")
    assert formed.programme.whole == (True, False, False)
    assert formed.programme.costs[1:] == (100_000, 100_000)
    assert Row(((0, 100), (1, 1)), 100) in formed.programme.rows
    assert Row(((0, 100), (2, 1)), 250) in formed.programme.rows


def test_equal_months_are_one() -> None:
    """Twice the same month counts double."""
    problem = replace(a_problem(PACK), usage=(replace(CALLS, months=(250, 250)),))
    formed = Formulation(problem)
    assert formed.programme.names == ("pack", "calls 250 at 100000")
    assert formed.programme.costs[1] == 200_000


def test_a_lower_rate_is_there_only_beside_who_offers_it() -> None:
    """Units at eight fen need the pack, which includes 100 of the 250."""
    formed = Formulation(a_problem(replace(PACK, rates={"calls": 80_000}), LINE, NET))
    names = formed.programme.names
    low, there = names.index("calls 250 at 80000"), formed.taken_of["pack"]
    assert Row(((low, 1), (there, -150)), None, 0) in formed.programme.rows


def test_exclusions_hosts_and_requirements_are_rows() -> None:
    """Big and pack exclude each other; two extras a pack; a line is not sold without a net."""
    asking = replace(LINE, requires=(("net",),))
    formed = Formulation(a_problem(asking, NET, PACK, replace(BIG, cost=1_000), EXTRA))
    rows, count, taken = formed.programme.rows, formed.count_of, formed.taken_of
    assert Row(((taken["big"], 1), (taken["pack"], 1)), None, 1) in rows
    assert Row(((count["extra"], 1), (count["pack"], -2)), None, 0) in rows
    assert Row(((taken["line"], 1), (taken["net"], -1)), None, 0) in rows


def test_most_margin_turns_the_signs_and_keeps_the_limit() -> None:
    """Margins are earned, and the customer pays no more than the limit, usage included."""
    problem = replace(a_problem(LINE, NET), goal=Goal.MOST_MARGIN, limit=30_000)
    programme = Formulation(problem).programme
    assert programme.costs == (-1_000 * SCALE, -2_000 * SCALE, 0, 0)
    assert programme.rows[-1] == Row(
        ((0, 3_000 * SCALE), (1, 8_000 * SCALE), (2, 100_000), (3, 100_000)), None, 30_000 * SCALE
    )


def test_a_need_with_a_limit_keeps_both() -> None:
    """No less than three, no more than four."""
    problem = replace(a_problem(LINE, NET), needs=(Need("lines", 3, 4), Need("nets", 1)))
    assert Formulation(problem).programme.rows[0] == Row(((0, 1),), 3, 4)


def test_a_set_that_was_seen_is_passed_over() -> None:
    """Without pack or with big: one of them has to change."""
    formed = Formulation(a_problem(LINE, NET, PACK, BIG), passed=[frozenset({"pack"})])
    pack, big = formed.taken_of["pack"], formed.taken_of["big"]
    assert formed.programme.rows[-1] == Row(((pack, -1), (big, 1)), 0)


def test_any_one_of_what_is_forced_is_taken() -> None:
    """Pack or big."""
    formed = Formulation(a_problem(), forced=("pack", "big"))
    pair = ((formed.count_of["pack"], 1), (formed.count_of["big"], 1))
    assert Row(pair, 1) in formed.programme.rows


def test_values_and_choices_translate_both_ways() -> None:
    """What is read of a start is the choice that it was made of."""
    formed = Formulation(a_problem(LINE, NET, PACK, EXTRA, replace(BIG, cost=1_000)))
    counts = {"pack": 1, "extra": 1}
    start = formed.start(counts)
    values = [start.get(at, 0) for at in range(len(formed.programme.costs))]
    assert formed.counts(values) == counts
    assert start[formed.taken_of["pack"]] == 1
