"""Commitments of usage plans are due in a month without any usage."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from catalog.period import BillingPeriod
from pricing.least_usage import least_usage
from pricing.priced import Amounts
from pricing.usage_rating import UsageRates
from tests.builders import a_catalog, a_charge, a_context, a_line, an_offering
from tests.pricing.rule_builders import a_policy, a_promotion, a_rule, d, percent_off

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "25.00"), a_charge("LINE.USE", "0.11", period=BillingPeriod.PER_USE)
    )
)
USE = a_line(9_000, code="LINE.USE")


@pytest.mark.parametrize(
    ("plan", "least"),
    [
        ({"commitment": d("20.00")}, 20_00),
        ({"fixed": d("10.00")}, 10_00),
        ({"fixed": d("10.00"), "commitment": d("20.00")}, 20_00),
        ({"rate": d("0.10")}, 0),
    ],
)
def test_a_month_without_usage_costs_what_is_declared(plan: dict[str, Any], least: int) -> None:
    """Whatever usage is expected, and the rent beside it is no usage."""
    rules = a_policy(a_rule(UsageRates(**plan)))
    items = (USE, a_line(10, item_id="i2"))
    assert least_usage(CATALOG, rules, a_context(), items).net_amount == least


def test_without_a_plan_nothing_is_declared() -> None:
    """Usage at a list price costs nothing until it is used."""
    plain = a_policy(a_promotion(percent_off(5)))
    assert least_usage(CATALOG, plain, a_context(), (USE,)) == Amounts()


def test_an_option_commits_to_nothing() -> None:
    """The customer has not taken it yet."""
    option = msgspec.structs.replace(USE, optional=True)
    rules = a_policy(a_rule(UsageRates(commitment=d("20.00"))))
    assert least_usage(CATALOG, rules, a_context(), (option,)).net_amount == 0
    both = least_usage(CATALOG, rules, a_context(), (option, USE))
    assert (both.net_amount, both.net_ex_tax, both.tax) == (20_00, 18_35, 1_65)
