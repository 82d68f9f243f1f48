"""Usage plans through the engine: vectors V8a to V8c, steps, and what usage of nothing costs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.engine import price_quote
from pricing.item import ItemCharge
from pricing.replaying import faults
from pricing.rule import ContractPrice
from pricing.rule_reading import read_rules
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.builders import a_catalog, a_charge, a_context, an_item, an_offering
from tests.pricing.rule_builders import a_policy, a_rule

if TYPE_CHECKING:
    from pricing.priced import PricedCharge
    from pricing.rule import PriceRule

USE = BillingPeriod.PER_USE


def rated(
    units: int,
    *rules: PriceRule,
    price: str = "0.11",
    regulation: PriceRegulation = PriceRegulation.MARKET,
) -> PricedCharge:
    """Expected usage under rules; nothing may be found."""
    charge = a_charge("LINE.CALLS", price, period=USE, cost="0", regulation=regulation)
    item = an_item("LINE", 1, ItemCharge("LINE.CALLS", units))
    quote = price_quote(a_catalog(an_offering(charge)), a_policy(*rules), a_context(), (item,))
    assert quote.problems == ()
    assert faults(quote) == ()
    assert quote.totals.usage.net_amount == quote.totals.expected_bill
    assert quote.totals.contract.net_amount == 0
    return quote.items[0].charges[0]


def a_plan(rule_id: str = "U", **rates: Any) -> PriceRule:  # noqa: ANN401 (the plan's own fields)
    """A usage plan for everything."""
    return a_rule(UsageRates(**rates), rule_id)


def tiers(*bounds: tuple[int, str]) -> tuple[Tier, ...]:
    """Tiers by unit price."""
    return tuple(Tier(least, unit_price=Decimal(price)) for least, price in bounds)


def test_v8a_a_fixed_amount_and_a_rate() -> None:
    """65,000 calls at 0.0006 and 10.00 fixed."""
    plan = a_plan(rate=Decimal("0.0006"), fixed=Decimal(10))
    assert rated(65_000, plan).net_amount == 49_00


def test_v8b_graduated_and_by_volume() -> None:
    """15,000 units at 0.10 to 1,000, 0.05 to 10,000, 0.01 beyond: 100 + 450 + 50, or 150."""
    steps = tiers((1, "0.10"), (1_001, "0.05"), (10_001, "0.01"))
    assert rated(15_000, a_plan(tiers=steps)).net_amount == 600_00
    assert rated(15_000, a_plan(tiers=steps, graduated=False)).net_amount == 150_00


def test_v8c_graduated() -> None:
    """15,000 at 0.01 to 1,000, 0.008 to 10,000, 0.005 beyond: 10 + 72 + 25."""
    steps = tiers((1, "0.01"), (1_001, "0.008"), (10_001, "0.005"))
    assert rated(15_000, a_plan(tiers=steps)).net_amount == 107_00


def test_each_part_is_a_step() -> None:
    """3,500 units at list 385.00; 3,000 included leave 55.00, at 0.10 50.00, and 60.00 at least."""
    plan = a_plan(rate=Decimal("0.10"), allowance=3_000, commitment=Decimal(60))
    assert [(step.code, step.source, step.change) for step in rated(3_500, plan).steps[1:]] == [
        ("step.usage_allowance", "U", -330_00),
        ("step.usage_rate", "U", -5_00),
        ("step.usage_commitment", "U", 10_00),
    ]


def test_a_plan_is_a_published_price() -> None:
    """It counts neither as given away nor against the band of a guided price."""
    plan = a_plan(rate=Decimal("0.01"))
    charge = rated(1_000, plan, regulation=PriceRegulation.GUIDED)
    assert charge.published_amount == charge.net_amount == 10_00


@pytest.mark.parametrize(
    ("rates", "fen"),
    [
        ({}, 0),
        ({"rate": Decimal(1), "allowance": 5}, 0),
        ({"fixed": Decimal(3)}, 3_00),
        ({"commitment": Decimal(8), "fixed": Decimal(3)}, 8_00),
        ({"tiers": (Tier(1, block=Decimal(9)),), "graduated": False}, 0),
    ],
)
def test_no_usage_costs_what_is_fixed_or_committed(rates: dict[str, Any], fen: int) -> None:
    """Nothing else is declared for a month without any."""
    assert rated(0, a_plan(**rates)).net_amount == fen


def test_the_first_plan_in_order_takes_the_place_of_list_and_contract_price() -> None:
    """Of two plans one holds: the higher priority."""
    agreed = a_rule(ContractPrice(Decimal(9)), "A")
    first = a_rule(UsageRates(Decimal("0.02")), "B", priority=1)
    assert rated(100, agreed, a_plan(rate=Decimal("0.05")), first).net_amount == 2_00


def test_a_plan_touches_usage_only() -> None:
    """The monthly rent beside it stays."""
    charge = a_charge("LINE.RENT", "25.00")
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    plan = a_plan(rate=Decimal(0))
    quote = price_quote(a_catalog(an_offering(charge)), a_policy(plan), a_context(), (item,))
    assert quote.totals.monthly.net_amount == 25_00


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"allowance": -1}, "rule.allowance_below_zero"),
        ({"cap": "9.99", "commitment": "10"}, "rule.cap_below_commitment"),
        ({"cap": "9.99", "fixed": "10"}, "rule.cap_below_commitment"),
        ({"rate": "-0.1"}, "rule.price_below_zero"),
        ({"fixed": "0.001"}, "rule.no_number"),
        ({"commitment": "NaN", "cap": "1"}, "rule.no_number"),
        ({"rate": "1", "tiers": [{"least": 1, "percent": "5"}]}, "rule.rate_and_tiers"),
        ({"tiers": [{"least": 1, "block": "5"}]}, "rule.tiers_wrong"),
        ({"alowance": 5}, "rule.unknown_field"),
    ],
)
def test_a_plan_that_makes_no_sense_is_told(fields: dict[str, Any], code: str) -> None:
    """Each mistake by itself, with its place."""
    written = {"id": "U", "name": {"zh": "用量"}, "alteration": {"kind": "usage_plan", **fields}}
    rules, problems = read_rules({"version": "1", "rule": [written]}, file="rules.toml")
    assert rules is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].where.column.startswith("rule[0]")


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"promotion": True}, "rule.no_promotion"), ({"cap": 5}, "rule.cap_misplaced")],
)
def test_a_plan_is_no_promotion_and_has_its_own_cap(fields: dict[str, Any], code: str) -> None:
    """What rules have for discounts means nothing for it."""
    written = {"id": "U", "name": {"zh": "用量"}, "alteration": {"kind": "usage_plan"}, **fields}
    _, problems = read_rules({"version": "1", "rule": [written]})
    assert [problem.code for problem in problems] == [code]
