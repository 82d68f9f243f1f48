"""Offer problems of any size for the benchmark, of three families.

``sites``: what a customer with branches asks for: lines, circuits, broadband and applications at
each site, S/M/L bundles for one site and bundles over all sites that overlap with them.
``telecom`` and ``random`` are hard on purpose, as tests of solvers are built: needs in groups of
five bought together with bundles in three sizes, and bundles over needs at random; a monthly
price and a fee once, three in ten bundles in groups that exclude each other, some that ask for
another one. Every need can be covered one by one at list price.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from app.quoting.offer.problem import Candidate, Need, OfferProblem

if TYPE_CHECKING:
    from collections.abc import Callable

HORIZON = 24


def sites(needs: int, bundles: int, seed: int) -> OfferProblem:
    """Five services at each of several sites of three sorts; most bundles are for one site."""
    chance = Random(seed)  # noqa: S311 (a benchmark's own numbers)
    count = max(needs // 5, 1)
    sorts = [_usual_site(chance) for _ in range(3)]
    wanted: list[Need] = []
    price: dict[str, int] = {}
    prices = [chance.randrange(2_000, 60_000, 100) for _ in range(5)]
    at_site: list[list[str]] = []
    for site in range(count):
        sort = chance.choice(sorts)
        names = []
        for service, quantity in enumerate(sort):
            name = f"S{site} service {service}"
            wanted.append(Need(name, quantity, site=f"S{site}"))
            price[name] = prices[service]
            names.append(name)
        at_site.append(names)
    offered: list[Candidate] = []
    per_site = (bundles * 3 // 4) // count
    patterns = [_pattern(chance, 5) for _ in range(per_site)]
    for site, names in enumerate(at_site):
        for number, (pattern, percent, fee) in enumerate(patterns):
            covers = {names[at]: units for at, units in pattern.items()}
            offered.append(_bundle(f"B{number} at S{site}", covers, price, percent, fee))
    while len(offered) < bundles:
        chosen = chance.sample(range(count), min(count, chance.randint(2, 5)))
        services = chance.sample(range(5), chance.randint(1, 3))
        covers = {at_site[s][at]: chance.randint(1, 6) for s in chosen for at in services}
        name = f"B{len(offered)} over {len(chosen)} sites"
        offered.append(_bundle(name, covers, price, chance.randint(12, 35), 20_000))
    return _problem(wanted, offered, price)


def telecom(needs: int, bundles: int, seed: int) -> OfferProblem:
    """Needs in groups of five bought per site, correlated quantities, S/M/L bundles."""
    chance = Random(seed)  # noqa: S311 (a benchmark's own numbers)
    wanted = [Need(f"n{at}", 1) for at in range(needs)]
    for first in range(0, needs, 5):
        many = chance.randint(3, 40)
        for at in range(first, min(first + 5, needs)):
            quantity = max(1, min(50, many + chance.randint(-many // 3, many // 3)))
            wanted[at] = Need(f"n{at}", quantity)
    price = {need.id: chance.randrange(2_000, 60_000, 100) for need in wanted}
    offered = []
    for number in range(bundles):
        group = chance.randrange(0, needs, 5)
        members = list(range(group, min(group + 5, needs)))
        chosen = chance.sample(members, min(len(members), chance.randint(2, 5)))
        if chance.random() < 0.3:
            chosen.append(chance.randrange(needs))
        size = chance.choice((1, 3, 8))
        covers = {f"n{at}": max(1, size + chance.randint(-1, 2)) for at in chosen}
        percent = chance.randint(8, 22) + {1: 0, 3: 4, 8: 9}[size]
        fee = chance.randrange(0, 80_000, 1_000)
        offered.append(_bundle(f"b{number}", covers, price, percent, fee))
    return _problem(wanted, _with_rules(chance, offered, 0.05), price)


def at_random(needs: int, bundles: int, seed: int) -> OfferProblem:
    """Bundles of two to six needs without any structure."""
    chance = Random(seed)  # noqa: S311 (a benchmark's own numbers)
    wanted = [Need(f"n{at}", chance.randint(1, 50)) for at in range(needs)]
    price = {need.id: chance.randrange(2_000, 60_000, 100) for need in wanted}
    offered = []
    for number in range(bundles):
        chosen = chance.sample(wanted, chance.randint(2, 6))
        covers = {need.id: chance.randint(1, 10) for need in chosen}
        fee = chance.randrange(0, 80_000, 1_000)
        offered.append(_bundle(f"b{number}", covers, price, chance.randint(8, 35), fee))
    return _problem(wanted, _with_rules(chance, offered, 0.10), price)


FAMILIES: dict[str, Callable[[int, int, int], OfferProblem]] = {
    "sites": sites,
    "telecom": telecom,
    "random": at_random,
}


def _usual_site(chance: Random) -> list[int]:
    staff = chance.randint(4, 40)
    return [max(1, round(staff * share)) for share in (1.0, 0.8, 0.1, 0.3, 0.05)]


def _pattern(chance: Random, services: int) -> tuple[dict[int, int], int, int]:
    size = chance.choice((1, 4, 10))
    chosen = chance.sample(range(services), chance.randint(2, 4))
    pattern = {at: max(1, size + chance.randint(-1, 2)) for at in chosen}
    return pattern, chance.randint(10, 30), chance.randrange(0, 60_000, 1_000)


def _bundle(
    name: str, covers: dict[str, int], price: dict[str, int], percent: int, fee: int
) -> Candidate:
    """A bundle at a whole yuan a month, so many percent below its parts, and a fee once."""
    listed = sum(price[need] * units for need, units in covers.items())
    monthly = max(100, listed * (100 - percent) // 10_000 * 100)
    return Candidate(name, monthly * HORIZON, covers=covers, fixed_cost=fee)


def _with_rules(chance: Random, offered: list[Candidate], asking: float) -> list[Candidate]:
    """Three in ten in groups of three that exclude each other; some ask for another one."""
    from msgspec.structs import replace

    names = [one.id for one in offered]
    grouped = chance.sample(names, len(names) * 3 // 10)
    beside: dict[str, tuple[str, ...]] = {}
    for first in range(0, len(grouped), 3):
        group = grouped[first : first + 3]
        for name in group:
            beside[name] = tuple(other for other in group if other != name)
    made = []
    for one in offered:
        other = chance.choice(names)
        needs_other = chance.random() < asking and other != one.id
        made.append(
            replace(
                one,
                excludes=beside.get(one.id, ()),
                requires=((other,),) if needs_other and other not in beside.get(one.id, ()) else (),
            )
        )
    return made


def _problem(wanted: list[Need], offered: list[Candidate], price: dict[str, int]) -> OfferProblem:
    singles = [
        Candidate(f"{need.id} at list", price[need.id] * HORIZON, covers={need.id: 1}, named=False)
        for need in wanted
    ]
    return OfferProblem(tuple(wanted), (*singles, *offered), horizon=HORIZON, term=HORIZON)
