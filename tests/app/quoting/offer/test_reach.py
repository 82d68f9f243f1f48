"""How often a candidate can be of use follows from needs, usage and its own limits."""

from __future__ import annotations

from msgspec.structs import replace

from app.quoting.offer.problem import Candidate, Need, OfferProblem
from app.quoting.offer.reach import reach
from tests.app.quoting.offer.problems import BIG, EXTRA, LINE, NET, PACK, a_problem


def test_no_more_than_covers_the_largest_need() -> None:
    """Three lines: three single ones, two packs of two, one big one; calls want three packs."""
    assert reach(a_problem()) == {"line": 3, "net": 1, "pack": 3, "big": 1, "extra": 3}


def test_what_is_of_no_use_is_never_taken() -> None:
    """Nothing is needed that it covers."""
    gift = Candidate("gift", 0)
    assert reach(a_problem(gift))["gift"] == 0


def test_what_is_asked_for_by_others_is_of_use() -> None:
    """A licence covers nothing, and the pack is not sold without it."""
    licence = Candidate("licence", 100)
    asking = replace(PACK, requires=(("licence",),))
    assert reach(a_problem(asking, licence))["licence"] == 1


def test_room_for_what_stands_beside_is_made() -> None:
    """Seven extras, two beside each: four of a pack that is of no other use."""
    host = Candidate("pack", 500)
    assert reach(a_problem(host, EXTRA, LINE, NET, lines=7))["pack"] == 4


def test_limits_hold() -> None:
    """Its own limit, that of a need, and no count below the least that is sold."""
    assert reach(a_problem(replace(LINE, most=2)))["line"] == 2
    narrow = replace(a_problem(), needs=(Need("lines", 3, most=4), Need("nets", 1)))
    assert reach(narrow)["pack"] == 2
    assert reach(narrow)["big"] == 0
    assert reach(a_problem(replace(BIG, least=2, most=1)))["big"] == 0


def test_a_stretch_on_which_more_costs_less_is_of_use_to_its_end() -> None:
    """Three are needed, and four cost less than three."""
    stretch = Candidate("n #2", -10, covers={"n": 1}, fixed_cost=130, least=3, most=4)
    assert reach(OfferProblem((Need("n", 3),), (stretch,))) == {"n #2": 4}
