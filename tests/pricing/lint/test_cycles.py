"""Circles of charges that cost a percentage of each other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.period import BillingPeriod
from pricing.lint.cycles import circles, cycle_findings
from pricing.rule import PercentOfOthers, Scope
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import a_policy, a_rule, codes, found_by

if TYPE_CHECKING:
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

CATALOG = a_catalog(
    an_offering(),
    an_offering(a_charge("CARE.RENT", "10.00")),
    an_offering(a_charge("SAFE.RENT", "20.00")),
    an_offering(a_charge("CARD.YEAR", "300.00", period=BillingPeriod.YEAR)),
)


def depends(rule_id: str, charge: str, *others: str) -> PriceRule:
    """A charge that costs 10 % of others."""
    return a_rule(
        rule_id, PercentOfOthers(Decimal(10), Scope(charges=others)), Scope(charges=(charge,))
    )


def found(*rules: PriceRule) -> list[LintFinding]:
    """Findings over four offerings."""
    return found_by(cycle_findings, CATALOG, a_policy(*rules))


def test_two_charges_that_depend_on_each_other_are_a_circle() -> None:
    """Each is 10 % of the line and the other; the engine leaves both out, so both are nothing."""
    (one,) = found(
        depends("a", "CARE.RENT", "SAFE.RENT", "LINE.RENT"),
        depends("b", "SAFE.RENT", "CARE.RENT", "LINE.RENT"),
    )
    assert codes([one]) == ["dependent_cycle"]
    assert one.problem.parameters["charges"] == "CARE.RENT, SAFE.RENT"
    assert one.problem.parameters["amounts"] == "0.00, 0.00"
    assert one.examples[0].priced.totals.monthly.net_amount == 0


def test_a_chain_is_no_circle() -> None:
    """Safety depends on care, care on the line."""
    assert (
        found(
            depends("a", "CARE.RENT", "LINE.RENT"),
            depends("b", "SAFE.RENT", "CARE.RENT", "LINE.RENT"),
        )
        == []
    )


def test_a_charge_among_its_own_others_is_no_circle() -> None:
    """Others are others."""
    assert found(depends("a", "CARE.RENT", "CARE.RENT", "LINE.RENT")) == []


def test_charges_of_other_periods_do_not_count() -> None:
    """A month's care is no percentage of a yearly card: it costs nothing, which is an error."""
    (one,) = found(depends("a", "CARE.RENT", "CARD.YEAR"))
    assert codes([one]) == ["dependent_on_nothing"]
    assert one.examples[0].priced.totals.monthly.net_amount == 0


def test_a_circle_that_no_customer_meets_has_no_quote() -> None:
    """One rule is for one customer, the other for another."""
    one, other = (
        a_rule(
            name,
            PercentOfOthers(Decimal(10), Scope(charges=(others, "LINE.RENT"))),
            Scope(charges=(charge,)),
            customers=(name,),
        )
        for name, charge, others in (
            ("a", "CARE.RENT", "SAFE.RENT"),
            ("b", "SAFE.RENT", "CARE.RENT"),
        )
    )
    (told,) = found(one, other)
    assert told.examples == ()


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({}, ()),
        ({"a": ["b"], "b": []}, ()),
        ({"a": ["a"]}, ()),
        ({"a": ["b"], "b": ["a"]}, (("a", "b"),)),
        ({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}, (("a", "b", "c"),)),
        (
            {"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]},
            (("a", "b"), ("c", "d")),
        ),
    ],
)
def test_circles_of_a_graph(
    edges: dict[str, list[str]], expected: tuple[tuple[str, ...], ...]
) -> None:
    """Groups in which each reaches each other; chains and loops are none."""
    assert circles(edges) == expected
