"""The verifier finds each thing that may be wrong with an answer, by itself."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.quoting.offer.problem import Choice, Goal, Need, OfferProblem, Proof, Usage
from app.quoting.offer.valuing import valued
from app.quoting.offer.verifying import verify
from tests.app.quoting.offer.problems import BIG, EXTRA, LINE, NET, PACK, a_problem


def claimed(problem: OfferProblem, counts: dict[str, int]) -> tuple[str, ...]:
    """What is wrong with counts whose sums are right."""
    return verify(problem, valued(problem, counts))


def test_an_answer_that_holds_has_no_finding() -> None:
    """A pack and an extra cover all."""
    assert claimed(a_problem(), {"pack": 1, "extra": 1}) == ()


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ({"line": 3}, "nets: 0 of 1 covered"),
        ({"pack": 1, "big": 1}, "big stands beside pack"),
        ({"big": 1, "extra": 1}, "extra stands without pack"),
        ({"pack": 1, "extra": 3}, "extra: 3 beside 1 pack"),
    ],
)
def test_needs_and_company_are_checked(counts: dict[str, int], finding: str) -> None:
    """What is missing, and what must not stand there."""
    assert finding in claimed(a_problem(), counts)


def test_limits_are_checked() -> None:
    """Too few, too many, too much of a need, and too dear."""
    few = replace(LINE, least=4)
    assert claimed(a_problem(few, NET), {"line": 3, "net": 1}) == ("line: 3 taken, 4 at least",)
    many = replace(LINE, most=2)
    assert claimed(a_problem(many, NET), {"line": 3, "net": 1}) == ("line: 3 taken, 2 at most",)
    narrow = replace(a_problem(LINE, NET), needs=(Need("lines", 1, 2), Need("nets", 1)))
    assert claimed(narrow, {"line": 3, "net": 1}) == ("lines: 3 covered, 2 at most",)
    poor = replace(a_problem(LINE, NET), limit=20_000)
    assert claimed(poor, {"line": 3, "net": 1}) == (
        "the customer pays 20500 points, 20000 at most",
    )


def test_requirements_are_checked() -> None:
    """A line needs a net or a pack."""
    asking = replace(LINE, requires=(("net", "pack"),))
    found = claimed(a_problem(asking, NET, BIG), {"line": 1, "big": 1})
    assert found == ("line stands without any of net, pack",)


def test_sums_are_added_up_again() -> None:
    """A cost and a margin that are off by one."""
    problem = a_problem(LINE, NET, PACK, EXTRA)
    right = valued(problem, {"pack": 1, "extra": 1})
    found = verify(problem, Choice(right.counts, right.cost + 1, right.margin - 1))
    assert found == (
        "the customer pays 15500 points, not 15501",
        "we earn 4500 points, not 4499",
    )


def test_usage_is_rounded_half_up_by_month() -> None:
    """Half a fen is one fen, a little less is nothing."""
    problem = OfferProblem((), (), (Usage("u", (1, 1), 5_000),))
    assert verify(problem, Choice({}, 24, 0)) == ()
    assert verify(replace(problem, usage=(Usage("u", (1, 1), 4_999),)), Choice({}, 0, 0)) == ()


def test_claims_are_checked() -> None:
    """A bound that the value beats, either way, and a value that is another one."""
    problem = a_problem(LINE, NET)
    choice = valued(problem, {"line": 3, "net": 1})
    assert verify(problem, choice, Proof(20_500, 20_500)) == ()
    assert verify(problem, choice, Proof(20_500, 20_501)) != ()
    assert verify(problem, choice, Proof(20_499, 20_000)) != ()
    most = replace(problem, goal=Goal.MOST_MARGIN)
    assert verify(most, choice, Proof(5_000, 5_001)) == ()
    assert verify(most, choice, Proof(5_000, 4_999)) != ()


def test_a_strange_candidate_ends_the_check() -> None:
    """Nothing can be added up of what nobody knows."""
    assert verify(a_problem(), Choice({"gift": 1}, 0, 0)) == ("gift is no candidate",)
