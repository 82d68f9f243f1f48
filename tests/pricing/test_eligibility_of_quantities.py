"""Quantities and terms that a charge asks for: the whole finding, and each bound itself."""

from __future__ import annotations

import pytest

from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.item import ItemCharge
from tests.builders import a_catalog, a_charge, a_context, an_item, an_offering, priced

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.USE", "0.10", period=BillingPeriod.PER_USE),
        a_charge("LINE.RENT", least=3, most=5, least_term=24),
        a_charge("LINE.INST", period=BillingPeriod.ONCE, least=2),
    )
)


def found(quantity: int, term: int = 24, installation: int = 2) -> tuple[Problem, ...]:
    """What is found about a quote of all three charges."""
    item = an_item(
        "LINE",
        quantity,
        ItemCharge("LINE.NONE", 0),
        ItemCharge("LINE.USE", 0),
        ItemCharge("LINE.RENT", quantity),
        ItemCharge("LINE.INST", installation),
    )
    problems = priced(CATALOG, item, context=a_context(term)).problems
    return tuple(problem for problem in problems if problem.code.startswith("charge."))


@pytest.mark.parametrize("quantity", [3, 5])
def test_the_bounds_themselves_are_allowed(quantity: int) -> None:
    """Three, five, and 24 months; usage has no least quantity."""
    assert found(quantity) == ()


@pytest.mark.parametrize(
    ("quantity", "term", "code", "facts"),
    [
        (2, 24, "charge.too_few", {"count": "2", "least": "3"}),
        (6, 24, "charge.too_many", {"count": "6", "most": "5"}),
        (4, 23, "charge.term_too_short", {"term": "24"}),
    ],
)
def test_a_charge_beyond_its_bounds_is_told_with_both(
    quantity: int, term: int, code: str, facts: dict[str, str]
) -> None:
    """At the item and the charge, blocking."""
    where = Place(subject="i1", column="LINE.RENT")
    expected = Problem(code, where=where, parameters={"charge": "LINE.RENT", **facts})
    assert found(quantity, term) == (expected,)


def test_the_charges_after_it_are_looked_at_as_well() -> None:
    """Too few of both, in the order of the item."""
    assert [problem.where.column for problem in found(1, installation=1)] == [
        "LINE.RENT",
        "LINE.INST",
    ]


def test_none_of_a_charge_is_too_few_whatever_is_installed() -> None:
    """Four lines are there already, and a charge of no line at all would be a silent zero."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 0))
    (problem,) = priced(CATALOG, item, context=a_context(24, installed={"LINE": 4})).problems
    assert problem.code == "charge.too_few"
    assert problem.parameters == {"charge": "LINE.RENT", "count": "0", "least": "3"}
