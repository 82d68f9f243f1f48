"""The search is exact: equal to trying every choice, with a bound that equals the value."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from app.quoting.offer.gathering import gather
from app.quoting.offer.offer import offer_of
from app.quoting.offer.problem import Candidate, Goal, Need, OfferProblem
from app.quoting.offer.programme import Effort
from app.quoting.offer.verifying import verify
from app.services.offer_search import Found, Task, search
from tests.app.quoting.offer.problems import a_problem
from tests.app.quoting.offer.random_catalogs import a_random_case, all_offers
from tests.app.quoting.offer.random_problems import a_random_problem, all_answers, useful


def check(seeds: range) -> tuple[int, float]:
    """Search and try every choice; how many had an answer, and the greedy one's mean loss."""
    answered, losses = 0, list[float]()
    for seed in seeds:
        problem = a_random_problem(seed)
        found = search(Task(problem))
        tried = list(all_answers(problem, useful(problem)))
        if not tried:
            assert found.impossible, seed
            continue
        costs, margins = zip(*tried, strict=True)
        best = min(costs) if problem.goal is Goal.LEAST_COST else max(margins)
        assert found.choice is not None
        assert found.proof is not None
        assert (found.proof.value, found.proof.bound, found.final) == (best, best, True), seed
        assert verify(problem, found.choice, found.proof) == (), seed
        answered += 1
        if found.greedy is not None and problem.goal is Goal.LEAST_COST and best > 0:
            losses.append((found.greedy - best) / best)
    return answered, sum(losses) / max(len(losses), 1)


def test_it_equals_trying_every_choice() -> None:
    """300 small problems with fees, options, usage, exclusions, requirements and limits."""
    answered, loss = check(range(300))
    assert answered > 180
    assert loss > 0


@pytest.mark.prove
@pytest.mark.parametrize("first", range(1_000, 6_000, 1_000))
def test_it_equals_trying_every_choice_5000_times(first: int) -> None:
    """The same for 5,000 problems; the greedy answer's mean loss is printed."""
    answered, loss = check(range(first, first + 1_000))
    print(f"1,000 problems, {answered} with an answer; greedy costs {100 * loss:.2f} % more")  # noqa: T201 (make prove prints its figures)
    assert answered > 600


def check_cases(seeds: range) -> tuple[int, int, int]:
    """Price lists in the place of problems: every offer priced by the engine, item by item.

    Where most is to be earned the customer pays no more than the cheapest offer and 0, 20 or 100
    yuan. How many had an answer, in how many of these something was chosen in a bundle, and in how
    many something was bought that could be rented.
    """
    answered = chosen = bought = 0
    for seed in seeds:
        case = a_random_case(seed)
        gathered = gather(case.around, case.wish, 12, 12)
        problem, tried = gathered.problem, all_offers(case)
        if problem.goal is Goal.MOST_MARGIN and tried:
            limit = min(cost for cost, _ in tried) + (0, 2_000, 10_000)[seed % 3]
            problem = replace(problem, limit=limit)
            tried = [(cost, margin) for cost, margin in tried if cost <= limit]
        found = search(Task(problem))
        assert (found.choice is None) == (not tried), seed
        if found.choice is None or found.proof is None:
            continue
        costs, margins = zip(*tried, strict=True)
        best = min(costs) if problem.goal is Goal.LEAST_COST else max(margins)
        assert (found.proof.value, found.proof.bound) == (best, best), seed
        offer = offer_of(gathered._replace(problem=problem), found.choice)
        assert (offer.value(problem.goal), offer.blocking) == (best, ()), seed
        assert verify(problem, found.choice, found.proof) == (), seed
        answered += 1
        chosen += any(item.choices for item in offer.items)
        bought += any(charge.code == "B.BUY" for item in offer.items for charge in item.charges)
    return answered, chosen, bought


def test_it_equals_pricing_every_offer_of_a_price_list() -> None:
    """Twenty price lists with connections, volume prices and bundles to choose in."""
    answered, chosen, bought = check_cases(range(20))
    assert answered > 15
    assert chosen > 5
    assert bought > 1


@pytest.mark.prove
@pytest.mark.parametrize("first", range(100, 1_100, 200))
def test_it_equals_pricing_every_offer_of_1000_price_lists(first: int) -> None:
    """The same for a thousand."""
    answered, chosen, _ = check_cases(range(first, first + 200))
    print(f"200 price lists, {answered} with an answer, {chosen} with something chosen")  # noqa: T201 (make prove prints its figures)
    assert answered > 150


def test_the_same_charge_in_two_groups_is_two_selections() -> None:
    """Case 916: three bundles with the one that is 17 per cent cheaper, not the one at list."""
    assert check_cases(range(916, 917))[:2] == (1, 1)


def test_the_best_of_the_small_problem() -> None:
    """Pack and extra: 12,000 + 2,000, and 150 calls beyond at ten fen."""
    found = search(Task(a_problem()))
    assert found.choice is not None
    assert found.choice.counts == {"pack": 1, "extra": 1}
    assert found.choice.cost == 15_500


def test_sites_that_are_the_same_get_the_same() -> None:
    """What was found for one of two equal sites is taken for both, and so is the bound."""
    needs = (Need("a", 3), Need("b", 3))
    ones = [
        Candidate(f"{name} {sort}", cost, covers={name: units}, named=sort == "pack")
        for name in ("a", "b")
        for sort, cost, units in (("line", 100, 1), ("pack", 250, 3))
    ]
    found = search(Task(OfferProblem(needs, tuple(ones))))
    assert found.choice is not None
    assert found.choice.counts == {"a pack": 1, "b pack": 1}
    assert found.proof is not None
    assert (found.proof.value, found.proof.bound) == (500, 500)


def test_what_was_seen_is_passed_over_and_what_is_wanted_is_forced() -> None:
    """Without the pack: three lines and a net; with the big one: 20,000."""
    passed = search(Task(a_problem(), passed=(frozenset({"pack"}),)))
    assert passed.choice is not None
    assert passed.choice.cost == 17_000 + 3_500
    forced = search(Task(a_problem(), forced=("big",)))
    assert forced.choice is not None
    assert forced.choice.counts == {"big": 1}


def test_better_choices_are_told_on_the_way() -> None:
    """The greedy one first; values never get worse, nor bounds."""
    told: list[Found] = []
    problem = a_random_problem(3)
    last = search(Task(problem), told.append)
    proofs = [one.proof for one in (*told, last) if one.proof is not None]
    assert told
    assert last.final
    for before, after in pairwise(proofs):
        assert after.value <= before.value or problem.goal is Goal.MOST_MARGIN
        assert after.gap <= before.gap


def test_nothing_to_cover_with_is_proven() -> None:
    """A need that nobody answers has no answer, and that is no failure."""
    found = search(Task(OfferProblem((Need("n", 1),), ())))
    assert (found.choice, found.impossible, found.final) == (None, True, True)


def test_without_time_the_bound_is_still_true() -> None:
    """An answer in no time at all is not proven, and says by how much it may be wrong."""
    problem = replace(a_problem(), needs=(Need("lines", 17), Need("nets", 3)))
    hurried = search(Task(problem, Effort(seconds=0.0)))
    exact = search(Task(problem))
    assert hurried.proof is not None
    assert exact.proof is not None
    assert hurried.proof.bound <= exact.proof.value <= hurried.proof.value
