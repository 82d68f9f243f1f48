"""Small random price lists with tiers and bundles to choose in, and every offer of them.

What is offered is made item by item from the price list, not from candidates; the engine prices
each item, and tells what may not be sold.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.quoting.offer.asking import Asker, Circumstances
from app.quoting.offer.pooling import demand, pooled
from app.quoting.offer.problem import Goal, Need
from app.quoting.offer.wish import Wish, at_site
from catalog.bundle import PricingForm
from catalog.local_text import LocalText
from catalog.option_group import GroupMember, MemberPricing
from catalog.period import BillingPeriod
from pricing.bills import Bills
from pricing.item import Choice, ItemCharge
from pricing.policy import PricingPolicy
from pricing.rule import PriceRule, QuantityTiers, Scope
from pricing.rulebook import RuleSet
from pricing.tiers import Tier
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_customer,
    a_group,
    a_quote,
    an_item,
    an_offering,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.option_group import OptionGroup
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem

CHARGES = ("A.RENT", "B.RENT")
SITES = ("hq", "branch")
_AT_SITES, _ONE_SITE = 0.35, 0.6
MOST_BUNDLES = 3
"""As many as the largest need: each bundle covers a unit of the first need at least."""


class Case(NamedTuple):
    """A price list with its rules, and a wish."""

    around: Circumstances
    wish: Wish


def a_random_case(seed: int) -> Case:
    """Two services, one with a connection; volume prices; one or two bundles with choices.

    The second one is often bought or rented, whichever is better. In a third of them needs are
    split by site, and bundles are for one site or for several.
    """
    chance = Random(seed)  # noqa: S311 (a test's own numbers)
    first = [a_charge("A.RENT", _price(chance, 10, 40), cost=_price(chance, 2, 9))]
    if chance.random() < 0.5:
        first.append(a_charge("A.INST", _price(chance, 20, 90), period=BillingPeriod.ONCE))
    second = [a_charge("B.RENT", _price(chance, 10, 60), cost=_price(chance, 2, 9))]
    apart = Random(f"{seed} bought")  # noqa: S311 (as above)
    if apart.random() < 0.4:
        second.append(_bought(apart))
    third = an_offering(a_charge("C.RENT", _price(chance, 5, 20), cost="3.00"))
    bundles = [_bundle(chance, f"P{at}") for at in range(chance.randint(1, 2))]
    catalog = a_catalog(an_offering(*first), an_offering(*second), third, bundles=bundles)
    rules = tuple(_tiers(chance, code) for code in CHARGES if chance.random() < 0.7)
    policy = PricingPolicy("test", rules=RuleSet("r", rules=rules))
    split = apart.random() < _AT_SITES
    if split:
        bundles = [replace(one, groups=one.groups[:1]) for one in bundles]
        bundles = [replace(one, one_site=apart.random() < _ONE_SITE) for one in bundles]
        catalog = a_catalog(an_offering(*first), an_offering(*second), third, bundles=bundles)
    quote = a_quote(term=12)
    around = Circumstances(quote, a_customer(), Bills(), None, catalog, policy)
    needs = tuple(
        Need(code, chance.randint(1, 3), answers=owner.either(code))
        for code in CHARGES[: chance.choice((1, 2, 2))]
        if (owner := catalog.owner(code)) is not None
    )
    if split:
        needs = tuple(part for need in needs for part in _split(apart, need))
    goal = chance.choice((Goal.LEAST_COST, Goal.LEAST_COST, Goal.MOST_MARGIN))
    return Case(around, Wish(needs, goal=goal))


def _price(chance: Random, low: int, high: int) -> str:
    return f"{chance.randint(low, high)}.00"


def _split(chance: Random, need: Need) -> Iterator[Need]:
    """So many of its units at the head office, at the branch, and anywhere."""
    dealt = [chance.choice((*SITES, *SITES, "")) for _ in range(need.quantity)]
    for site in dict.fromkeys(dealt):
        part = replace(need, quantity=dealt.count(site))
        yield at_site(part, site) if site else part


def _bought(chance: Random) -> Charge:
    """Paid once in the place of renting for a year."""
    price, cost = _price(chance, 100, 700), _price(chance, 20, 100)
    once = BillingPeriod.ONCE
    return a_charge("B.BUY", price, cost=cost, period=once, instead_of="B.RENT")


def _tiers(chance: Random, code: str) -> PriceRule:
    """A lower price from three or four on, often so that one more makes all of them cheaper."""
    at = chance.randint(2, 4)
    percents = sorted(chance.sample(range(10, 60, 5), 2))
    steps = (
        Tier(at, percent=Decimal(percents[0])),
        Tier(at + chance.randint(1, 2), percent=Decimal(percents[1])),
    )
    graduated = chance.random() < 0.3
    tiers = (Tier(1, percent=Decimal(0)), *steps)
    scope = Scope(charges=(code,))
    return PriceRule(code, LocalText("数量"), QuantityTiers(tiers, graduated=graduated), scope)


def _bundle(chance: Random, code: str) -> BundledOffering:
    """One or two units of the first service at a price, mostly with one group."""
    form = chance.choice((PricingForm.FIXED, PricingForm.FIXED, PricingForm.PERCENT_OFF))
    price = _price(chance, 8, 60) if form is PricingForm.FIXED else "0"
    percent = Decimal(chance.randint(5, 40)) if form is PricingForm.PERCENT_OFF else Decimal(0)
    groups = tuple(_group(chance, f"{code}g{at}") for at in range(chance.choice((1, 1, 1, 2))))
    parts = (("A.RENT", chance.randint(1, 2)),)
    return a_bundle(price, parts, code=code, form=form, percent=percent, groups=groups)


def _group(chance: Random, code: str) -> OptionGroup:
    """Two members out of three; at least one is chosen, at most two, or none need be."""
    members: list[GroupMember] = []
    for charge in chance.sample(("A.RENT", "B.RENT", "C.RENT"), 2):
        pricing = chance.choice(
            (MemberPricing.LIST, MemberPricing.OWN_PRICE, MemberPricing.PERCENT_OFF)
        )
        members.append(
            GroupMember(
                charge,
                units=chance.choice((1, 1, 2)),
                most=chance.randint(1, 2),
                default=int(not members),
                pricing=pricing,
                price=Decimal(chance.randint(5, 30)) if pricing.value == "own_price" else None,
                percent=Decimal(chance.randint(5, 50) if pricing.value == "percent_off" else 0),
            )
        )
    return a_group(*members, code=code, least=chance.randint(0, 1), most=2)


class Made(NamedTuple):
    """An item, or some, with what they come to and how many units of each need they hold.

    Units by need: those that may go anywhere, then those at each site.
    """

    cost: int
    margin: int
    units: tuple[tuple[int, int, int], ...]


def all_offers(case: Case) -> list[tuple[int, int]]:
    """Cost and margin over a year of every offer that covers the needs.

    Of offers of the same units the cheapest alone is followed, or those that earn more for more.
    What is the same thing is one item: its value added tax is rounded once.
    """
    asker = Asker(case.around, 12, 12, 1)
    needs = pooled(case.wish.needs)
    wanted = tuple(need.quantity for need in needs)
    exact = case.wish.goal is Goal.MOST_MARGIN
    found = [Made(0, 0, tuple((0, 0, 0) for _ in needs))]
    for item in _packs(case.around.catalog, {need.id for need in needs}):
        bundle = case.around.catalog.bundle(item.offering)
        for site in SITES if bundle is not None and bundle.one_site else ("",):
            some = [replace(item, quantity=n, site=site) for n in range(1, MOST_BUNDLES + 1)]
            more = [made for one in some for made in _made(asker, one, needs)]
            found = _with(found, more, wanted, exact=exact)
    for code in (code for need in needs for code in need.answers):
        found = _with(found, _singles(asker, code, needs), wanted, exact=exact)
    asked = demand(case.wish.needs)
    return [
        (one.cost, one.margin)
        for one in found
        if all(_enough(u, asked[n.id]) for u, n in zip(one.units, needs, strict=True))
    ]


def _enough(held: tuple[int, int, int], asked: Mapping[str, int]) -> bool:
    """Whether what may go anywhere can be dealt out so that each site has what it asks for."""
    anywhere, *bound = held
    if sum(held) < sum(asked.values()):
        return False
    return any(
        all(
            had + more >= asked.get(site, 0)
            for had, more, site in zip(bound, (here, there), SITES, strict=True)
        )
        for here in range(anywhere + 1)
        for there in range(anywhere + 1 - here)
    )


def _with(
    found: list[Made], more: list[Made], wanted: tuple[int, ...], *, exact: bool
) -> list[Made]:
    """Each of what there was, alone and with each of what comes; more than is wanted is enough."""
    every: dict[tuple[tuple[int, int, int], ...], list[Made]] = {one.units: [] for one in found}
    for one in found:
        every[one.units].append(one)
        for other in more:
            units = tuple(_sum(a, b) for a, b in zip(one.units, other.units, strict=True))
            enough = tuple(_capped(a, b) for a, b in zip(units, wanted, strict=True))
            over = (sum(a) > b for a, b in zip(units, wanted, strict=True))
            if not (exact and any(over)):
                both = Made(one.cost + other.cost, one.margin + other.margin, enough)
                every.setdefault(enough, []).append(both)
    return [one for same in every.values() for one in _best(same, margin=exact)]


def _sum(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _capped(units: tuple[int, int, int], most: int) -> tuple[int, int, int]:
    return min(units[0], most), min(units[1], most), min(units[2], most)


def _best(same: list[Made], *, margin: bool) -> Iterator[Made]:
    """Those of which none is cheaper and earns as much; the cheapest where that alone matters."""
    most: int | None = None
    if not margin:
        yield min(same, key=lambda made: made.cost)
        return
    for one in sorted(same, key=lambda made: (made.cost, -made.margin)):
        if most is None or one.margin > most:
            most = one.margin
            yield one


def _packs(catalog: ProductCatalog, needed: set[str]) -> Iterator[QuoteItem]:
    """Each bundle with every choice of what is needed; of anything else one at the most."""
    for bundle in catalog.content.bundles:
        members = [(group.code, m) for group in bundle.groups for m in group.members]
        most = (member.most if member.charge in needed else 1 for _, member in members)
        for counts in product(*(range(count + 1) for count in most)):
            choices = tuple(
                Choice(member.charge, count, group)
                for (group, member), count in zip(members, counts, strict=True)
            )
            yield an_item(bundle.code, 1, choices=choices)


def _singles(asker: Asker, code: str, needs: tuple[Need, ...]) -> list[Made]:
    """None to seven of a service by itself, connected where that is charged for."""
    owner = asker.around.catalog.owner(code)
    assert owner is not None
    codes = [one.code for one in owner.charges if code in (one.code, "A.RENT")]
    found: list[Made] = []
    for count in range(1, 8):
        item = an_item(owner.code, count, *(ItemCharge(code, count) for code in codes))
        found += _made(asker, item, needs)
    return found


def _made(asker: Asker, item: QuoteItem, needs: tuple[Need, ...]) -> Iterator[Made]:
    """An item, unless it may not be sold."""
    priced = asker.priced([item])
    if not any(problem.blocks for problem in priced.problems):
        cost, margin = asker.points(priced)
        held = [charge for one in priced.items for charge in one.charges]
        units = (sum(c.quantity for c in held if c.code in need.answers) for need in needs)
        at = 1 + SITES.index(item.site) if item.site else 0
        yield Made(cost, margin, tuple(_at(at, count) for count in units))


def _at(place: int, units: int) -> tuple[int, int, int]:
    """So many units that may go anywhere, at the first site, or at the second."""
    return (units, 0, 0) if not place else (0, units, 0) if place == 1 else (0, 0, units)
