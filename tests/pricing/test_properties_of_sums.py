"""Properties 1 to 5, 8 to 10, 24, 25: sums, order, purity, money. One test each, by number."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from catalog.money import yuan
from pricing.priced import Amounts
from pricing.quote_wide import QuoteDiscount, Target
from pricing.stages import Stage
from tests.builders import a_catalog, a_charge, a_line, an_offering
from tests.pricing.random_quotes import (
    charges_of,
    nets_of,
    price,
    random_quotes,
    seldom,
    vat_inside,
    with_items,
)
from tests.pricing.reference.quotes import RandomQuote, random_quote
from tests.pricing.rule_builders import a_policy, priced_by
from tests.pricing.situations import (
    discount_shared,
    quotes_where,
    several_steps,
    with_schedule,
    with_subsidy,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

prices = st.integers(1, 99_999).map(lambda fen: str(yuan(fen)))
_ROOT = Path(__file__).parents[2]


def _sum(parts: Sequence[Amounts]) -> Amounts:
    total = Amounts()
    for part in parts:
        total += part
    return total


@seldom
@given(random_quotes)
def test_01_totals_are_sums_and_payable_is_net_and_tax(quote: RandomQuote) -> None:
    """One-time, monthly, yearly, usage apart; the tax rows come to the contract value."""
    priced = price(quote)
    firm = [item for item in priced.items if not item.optional]
    totals = priced.totals
    for name in ("one_time", "monthly", "yearly", "usage"):
        assert getattr(totals, name) == _sum([getattr(item, name) for item in firm])
    every = [totals.one_time, totals.monthly, totals.yearly, totals.usage, totals.contract]
    assert all(one.net_amount == one.net_ex_tax + one.tax for one in every)
    assert sum(row.net_ex_tax for row in totals.tax_rows) == totals.contract.net_ex_tax
    assert sum(row.tax for row in totals.tax_rows) == totals.contract.tax


@seldom
@given((random_quotes | quotes_where(several_steps)).map(vat_inside))
def test_02_the_steps_of_a_charge_lead_from_list_to_net(quote: RandomQuote) -> None:
    """Every step starts where the one before it ended, and they stand in the fixed order."""
    for charge in charges_of(price(quote)).values():
        amount = 0
        for step in charge.steps:
            amount += step.change
            assert step.result == amount
        assert charge.steps[0].change == charge.list_amount
        assert amount == charge.net_amount
        stages = [step.stage for step in charge.steps]
        assert stages == sorted(stages)


@seldom
@given(st.lists(prices, min_size=1, max_size=6), st.integers(0, 200_000))
def test_03_an_order_discount_is_fully_distributed(of: list[str], amount: int) -> None:
    """To the fen, or refused with the largest amount that is possible."""
    catalog = a_catalog(
        *(an_offering(a_charge(f"P{n}.FEE", p, cost="0")) for n, p in enumerate(of))
    )
    items = [a_line(code=f"P{n}.FEE", item_id=f"i{n}") for n in range(len(of))]
    before = priced_by(a_policy(), catalog, *items)
    after = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(amount=amount))
    eligible = before.totals.monthly.net_amount
    taken = eligible - after.totals.monthly.net_amount
    assert taken == (amount if amount <= eligible else 0)
    assert [p.parameters["most"] for p in after.problems] == [str(eligible)] * (amount > eligible)


@seldom
@given(st.lists(prices, min_size=1, max_size=6), st.integers(0, 100))
def test_04_shares_are_proportional_within_one_fen(of: list[str], percent: int) -> None:
    """Each differs from its exact share by less than a fen; equal ones by one at most."""
    catalog = a_catalog(
        *(an_offering(a_charge(f"P{n}.FEE", p, cost="0")) for n, p in enumerate(of))
    )
    items = [a_line(code=f"P{n}.FEE", item_id=f"i{n}") for n in range(len(of))]
    discount = QuoteDiscount(percent=Decimal(percent))
    charges = charges_of(priced_by(a_policy(), catalog, *items, discount=discount)).values()
    shares = [charge.list_amount - charge.net_amount for charge in charges]
    weights = [charge.list_amount for charge in charges]
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(sum(shares) * weight, sum(weights))) < 1
        twins = [s for s, w in zip(shares, weights, strict=True) if w == weight]
        assert max(twins) - min(twins) <= 1


@seldom
@given(random_quotes | quotes_where(discount_shared), st.randoms(use_true_random=False))
def test_05_the_order_of_items_changes_no_total(quote: RandomQuote, random: Random) -> None:
    """Nor any charge, except that an odd fen of an order discount may move."""
    shuffled = random.sample(quote.items, len(quote.items))
    one, other = price(quote), price(with_items(quote, *shuffled))
    assert one.totals.monthly.net_amount == other.totals.monthly.net_amount
    assert one.totals.one_time.net_amount == other.totals.one_time.net_amount
    odd = 0 if quote.discount is None else 1
    first, second = nets_of(one), nets_of(other)
    assert first.keys() == second.keys()
    bundles = {bundle.code for bundle in quote.content.bundles}
    for item in quote.items:
        if item.offering not in bundles:  # the fen of a bundle's share is shared once more
            places = [place for place in first if place[0] == item.id]
            assert all(abs(first[place] - second[place]) <= odd for place in places)


@seldom
@given(random_quotes)
def test_08_pricing_twice_gives_equal_bytes(quote: RandomQuote) -> None:
    """The same figures, findings and texts in the same order."""
    assert msgspec.json.encode(price(quote)) == msgspec.json.encode(price(quote))


_PROGRAM = """
import msgspec
from hashlib import sha256
from tests.pricing.random_quotes import price
from tests.pricing.reference.quotes import random_quote
priced = [price(random_quote(number)) for number in range(40)]
print(sha256(msgspec.json.encode(priced)).hexdigest())
"""


def test_08b_another_process_gives_equal_bytes() -> None:
    """Whatever the order in which that process keeps its sets."""
    here = sha256(msgspec.json.encode([price(random_quote(n)) for n in range(40)])).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=_ROOT,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here


@seldom
@given(random_quotes)
def test_09_pricing_changes_nothing_that_it_was_given(quote: RandomQuote) -> None:
    """Catalogue, rules, circumstances and items are as before."""
    before = repr(quote)
    price(quote)
    assert repr(quote) == before


@seldom
@given(random_quotes | quotes_where(with_subsidy))
def test_10_nothing_falls_below_nothing(quote: RandomQuote) -> None:
    """Unless the price list itself has a subsidy, which nothing makes larger but an agreement."""
    for charge in charges_of(price(quote)).values():
        if charge.list_amount >= 0:
            assert charge.net_amount >= 0
        elif not any(step.stage is Stage.AGREEMENT for step in charge.steps):
            assert charge.net_amount >= charge.list_amount


@seldom
@given(random_quotes | quotes_where(with_schedule))
def test_24_the_contract_value_is_one_time_and_every_period(quote: RandomQuote) -> None:
    """Month by month of the schedule, and a year for each year that has begun."""
    priced = price(quote)
    totals = priced.totals
    months = 0
    for item in priced.items:
        if item.optional:
            continue
        full = [item.monthly.net_amount] * totals.term
        for part in item.schedule:
            full[part.first - 1 : part.last] = [part.amounts.net_amount] * part.months
        months += sum(full)
    years = -(-totals.term // 12)
    assert totals.contract.net_amount == (
        totals.one_time.net_amount + months + totals.yearly.net_amount * years
    )


@seldom
@given(random_quotes)
def test_25_no_float_enters_a_result(quote: RandomQuote) -> None:
    """Amounts are whole fen, prices and percentages decimal; figures shown add up as shown."""
    priced = price(quote)
    pending: list[object] = [msgspec.structs.asdict(priced)]
    while pending:
        value = pending.pop()
        assert not isinstance(value, float)
        if isinstance(value, msgspec.Struct):
            pending.extend(msgspec.structs.asdict(value).values())
        elif isinstance(value, dict):
            pending.extend(value.values())
        elif isinstance(value, tuple):
            pending.extend(value)
    shown = [Decimal(f"{yuan(i.monthly.net_amount):.2f}") for i in priced.items if not i.optional]
    assert f"{sum(shown, Decimal(0)):.2f}" == f"{yuan(priced.totals.monthly.net_amount):.2f}"


@seldom
@given(st.integers(1, 9_999), st.integers(1, 50), st.integers(0, 100))
def test_25b_ten_times_the_price_is_ten_times_the_total(
    price_yuan: int, quantity: int, percent: int
) -> None:
    """Where nothing has to be rounded: whole yuan and whole percentages."""
    totals = [
        priced_by(
            a_policy(),
            a_catalog(an_offering(a_charge("LINE.RENT", f"{price_yuan * times}.00", cost="0"))),
            a_line(quantity),
            discount=QuoteDiscount(Target.MONTHLY, percent=Decimal(percent)),
        ).totals.monthly.net_amount
        for times in (1, 10)
    ]
    assert totals[1] == 10 * totals[0]


def test_05b_no_permutation_of_ties_loses_a_fen() -> None:
    """10.00 off three equal charges: 3.34 goes to the first of the quote, whoever that is."""
    catalog = a_catalog(*(an_offering(a_charge(f"{c}.FEE", "100.00", cost="0")) for c in "ABC"))
    for order in permutations("ABC"):
        items = [a_line(code=f"{code}.FEE", item_id=code) for code in order]
        quote = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(amount=1_000))
        assert [item.monthly.net_amount for item in quote.items] == [9_666, 9_667, 9_667]
