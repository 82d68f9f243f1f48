"""What has nothing to do with each other is solved apart, and equal pieces once."""

from __future__ import annotations

from msgspec.structs import replace

from app.quoting.offer.parts import parts
from app.quoting.offer.problem import Candidate, Need, OfferProblem
from tests.app.quoting.offer.problems import a_problem


def at_site(site: str, price: int = 100) -> tuple[Need, Candidate, Candidate]:
    """Three units at a site, singly or all together."""
    need = Need(f"{site} lines", 3, site=site)
    single = Candidate(f"{site} line", price, covers={need.id: 1}, named=False)
    return need, single, Candidate(f"{site} pack", 250, covers={need.id: 3})


def test_sites_that_are_the_same_are_one_part_with_copies() -> None:
    """Two sites alike and one with another price."""
    sites = [at_site("A"), at_site("B"), at_site("C", price=90)]
    problem = OfferProblem(
        tuple(need for need, _, _ in sites),
        tuple(one for _, single, pack in sites for one in (single, pack)),
    )
    found = parts(problem)
    assert sorted(part.copies for part in found) == [
        (("A line", "A pack"), ("B line", "B pack")),
        (("C line", "C pack"),),
    ]
    assert {len(part.problem.needs) for part in found} == {1}


def test_a_bundle_over_two_sites_joins_them() -> None:
    """What covers needs of both, or excludes something at the other, makes one part."""
    (one, line, pack), (two, other, wide) = at_site("A"), at_site("B")
    both = Candidate("both", 400, covers={one.id: 3, two.id: 3})
    joined = OfferProblem((one, two), (line, pack, other, wide, both))
    assert len(parts(joined)) == 1
    apart = OfferProblem((one, two), (line, replace(pack, excludes=(wide.id,)), other, wide))
    assert len(parts(apart)) == 1


def test_usage_and_a_limit_hold_everything_together() -> None:
    """Allowances are pooled, and one purse pays for all."""
    assert len(parts(a_problem())) == 1
    (one, line, _), (two, other, _) = at_site("A"), at_site("B")
    problem = OfferProblem((one, two), (line, other))
    assert len(parts(problem)) == 1
    assert len(parts(problem)[0].copies) == 2
    limited = replace(problem, limit=1_000)
    assert parts(limited)[0].copies == (("A line", "B line"),)


def test_a_need_that_nothing_covers_is_a_part() -> None:
    """So that it is found out that there is no answer."""
    found = parts(OfferProblem((Need("n", 1),), ()))
    assert [part.problem.needs for part in found] == [(Need("n", 1),)]
