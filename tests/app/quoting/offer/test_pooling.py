"""Needs by site: what is bound to a site covers its need, everything else goes where it lacks."""

from __future__ import annotations

from msgspec.structs import replace

from app.quoting.offer.greedy import greedy
from app.quoting.offer.pooling import demand, lacking, pooled, with_fillers, without_sites
from app.quoting.offer.problem import Candidate, Need, OfferProblem
from app.quoting.offer.spare import spare
from app.quoting.offer.valuing import valued
from app.quoting.offer.verifying import verify
from app.services.offer_search import Task, search

HQ = Need("line @hq", 3, site="hq", pool="line")
BRANCH = Need("line @branch", 2, site="branch", pool="line")
LINE = Candidate("one line", 100, covers={"line": 1}, named=False)
BOUND = Candidate("pack @hq", 200, covers={"line": 5, "line @hq": 5}, site="hq")
SPANNING = Candidate("pack", 330, covers={"line": 5})
PROBLEM = OfferProblem((Need("line", 5), HQ, BRANCH), (LINE, BOUND, SPANNING))


def best(problem: OfferProblem) -> dict[str, int]:
    """What is found to be best, and proven."""
    found = search(Task(problem))
    assert found.choice is not None
    assert found.proof is not None
    assert found.proof.proven
    assert verify(problem, found.choice, found.proof) == ()
    return found.choice.counts


def test_a_bundle_for_one_site_covers_nothing_elsewhere() -> None:
    """Five lines at the head office leave the branch without its two; one over both is cheaper."""
    assert lacking(PROBLEM, {"pack @hq": 1}) == {"line": 2}
    assert verify(PROBLEM, valued(PROBLEM, {"pack @hq": 1})) == (
        "line @branch: a unit is at no site",
    )
    assert best(PROBLEM) == {"pack": 1}


def test_where_it_is_cheaper_each_site_has_its_own() -> None:
    """200 for the head office and two lines at 100 make 400, less than 450 over both."""
    dear = PROBLEM.with_candidates((LINE, BOUND, replace(SPANNING, cost=450)))
    assert best(dear) == {"pack @hq": 1, "one line": 2}


def test_what_is_wanted_anywhere_is_served_by_what_a_site_has_too_much() -> None:
    """Three at the head office and two anywhere: five lines there are enough."""
    assert best(replace(PROBLEM, needs=(Need("line", 5), HQ))) == {"pack @hq": 1}


def test_a_quick_answer_fills_up_what_sites_lack() -> None:
    """Cheapest a line is the bound pack; the branch gets two lines besides."""
    plain = without_sites(PROBLEM)
    assert [need.id for need in plain.needs] == ["line"]
    assert plain.candidates[1].covers == {"line": 5}
    assert with_fillers(PROBLEM, {"pack @hq": 1}) == {"pack @hq": 1, "one line": 2}
    quick = greedy(PROBLEM)
    assert quick is not None
    assert verify(PROBLEM, quick) == ()
    without = PROBLEM.with_candidates((BOUND, SPANNING))
    assert with_fillers(without, {"pack @hq": 1}) is None


def test_what_a_site_needs_is_not_spare() -> None:
    """Two lines beside the bound pack are over in sum, and the branch has no others."""
    assert spare(PROBLEM, valued(PROBLEM, {"pack @hq": 1, "pack": 1})) == ("pack @hq",)
    both = PROBLEM.with_candidates((replace(LINE, named=True), BOUND, SPANNING))
    assert spare(both, valued(both, {"pack @hq": 1, "one line": 2})) == ()


def test_needs_of_sites_are_parts_of_one() -> None:
    """The sum of all, and units by site; the empty one is anywhere."""
    needs = (HQ, BRANCH, Need("net", 1), Need("line", 1))
    assert [(need.id, need.quantity) for need in pooled(needs)] == [("line", 6), ("net", 1)]
    assert demand(needs) == {"line": {"hq": 3, "branch": 2, "": 1}, "net": {"": 1}}
