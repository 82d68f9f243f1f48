"""What cannot be worth its cost is not looked at, and nothing that can be is left out."""

from __future__ import annotations

from msgspec.structs import replace

from app.quoting.offer.problem import Candidate, Goal, Need, OfferProblem
from app.quoting.offer.reach import reach
from app.quoting.offer.thrift import thrifty

LINE = Candidate("line", 100, covers={"lines": 1}, named=False)
NET = Candidate("net", 300, covers={"nets": 1}, named=False)


def counts(pack: Candidate, *, drop: bool = True, **changes: object) -> dict[str, int]:
    """Largest counts beside lines at 100 and nets at 300; five lines and two nets are needed."""
    problem = OfferProblem((Need("lines", 5), Need("nets", 2)), (LINE, NET, pack))
    problem = replace(problem, **changes)
    return thrifty(problem, reach(problem), drop=drop)


def test_the_third_is_worth_less_than_it_costs() -> None:
    """Two lines and a net are worth 500, the third pack one line: 100; it costs 400."""
    pack = Candidate("pack", 400, covers={"lines": 2, "nets": 1})
    assert reach(OfferProblem((Need("lines", 5), Need("nets", 2)), (LINE, NET, pack)))["pack"] == 3
    assert counts(pack) == {"line": 5, "net": 2, "pack": 2}


def test_what_never_pays_is_left_out_where_that_may_be() -> None:
    """600 for what is worth 500; and 400 with 200 once, which two of them do not save."""
    dear = Candidate("pack", 600, covers={"lines": 2, "nets": 1})
    assert counts(dear)["pack"] == 0
    assert counts(dear, drop=False)["pack"] == 1
    once = replace(dear, cost=400, fixed_cost=200)
    assert counts(once)["pack"] == 0
    assert counts(replace(once, fixed_cost=199))["pack"] == 2


def test_the_least_that_is_sold_is_judged_as_a_whole() -> None:
    """Six at least, worth 500 and nothing for the sixth line: 480 is worth it, 504 is not."""
    six = Candidate("pack", 80, covers={"lines": 1}, least=6)
    assert counts(six)["pack"] == 6
    assert counts(replace(six, cost=84))["pack"] == 0


def test_side_effects_stay() -> None:
    """Included usage, a lower rate, and what stands beside it or asks for it."""
    dear = Candidate("pack", 600, covers={"lines": 2})
    assert counts(replace(dear, allowances={"u": 5}))["pack"] == 3
    assert counts(replace(dear, rates={"u": 5}))["pack"] == 3
    beside = replace(NET, within="pack")
    assert counts(dear, candidates=(LINE, NET, dear, replace(beside, id="x")))["pack"] == 3
    asking = replace(NET, requires=(("pack",),), id="x")
    assert counts(dear, candidates=(LINE, NET, dear, asking))["pack"] == 3


def test_without_a_single_that_may_always_be_had_nothing_is_known() -> None:
    """A net that is limited, or costs something once, cannot stand for what a pack covers."""
    dear = Candidate("pack", 600, covers={"nets": 1})
    for net in (replace(NET, most=1), replace(NET, fixed_cost=1), replace(NET, least=2)):
        assert counts(dear, candidates=(LINE, net, dear))["pack"] == 2


def test_where_most_is_earned_nothing_is_left_out() -> None:
    """What is dear for the customer may be good for us."""
    dear = Candidate("pack", 600, covers={"lines": 2, "nets": 1})
    assert counts(dear, goal=Goal.MOST_MARGIN)["pack"] == 3


def test_what_another_one_excludes_does_not_always_stand_for_a_unit() -> None:
    """A pack that bars the cheap line beside it is worth as much as the dear line."""
    cheap = Candidate("cheap", 50, covers={"lines": 1}, named=False)
    pack = Candidate("pack", 90, covers={"lines": 1}, excludes=("cheap",))
    problem = OfferProblem((Need("lines", 2),), (cheap, LINE, pack))
    assert thrifty(problem, reach(problem), drop=True)["pack"] == 2
