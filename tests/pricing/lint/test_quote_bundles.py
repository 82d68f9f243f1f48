"""Bundles that a promotion on the whole quote brings below cost or below a component's band."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.charge import ChargeType, PriceRegulation
from catalog.condition import Condition
from catalog.problem import Place, Problem, Severity
from pricing.lint.quote_bundles import bundle_quotes
from pricing.rule import Level, PercentOff, Scope
from tests.builders import DAY, a_bundle, a_catalog, a_charge, an_offering, codes_of
from tests.pricing.lint.rules import a_policy, a_promotion, codes, found_by

if TYPE_CHECKING:
    from catalog.product_catalog import ProductCatalog
    from pricing.lint.case import LintCase
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

PACK = Scope(offerings=("PACK",))


def packed(
    most: int = 50,
    cost: str = "80.00",
    regulation: PriceRegulation = PriceRegulation.MARKET,
    filing_number: str = "",
    price: str = "109.00",
) -> ProductCatalog:
    """A bundle of one line at 109.00, which is 100.00 without VAT."""
    charge = a_charge(price="109.00", cost=cost, regulation=regulation)
    bundle = a_bundle(
        price,
        [("LINE.RENT", 1)],
        most_extra_discount=Decimal(most),
        filing_number=filing_number,
        conditions=(Condition("lines", least=Decimal(3)),),
    )
    return a_catalog(an_offering(charge), bundles=[bundle])


def off(percent: int, scope: Scope = PACK, least_total: int = 0) -> PriceRule:
    """So many percent off the quote."""
    alteration = PercentOff(Decimal(percent))
    return a_promotion("q", alteration, scope, level=Level.QUOTE, least_total=least_total)


def found(catalog: ProductCatalog, rule: PriceRule) -> list[LintFinding]:
    """What is found on bundles, each with a quote that comes out the same with all rules."""

    def check(case: LintCase) -> list[LintFinding]:
        return list(bundle_quotes(case, rule))

    return found_by(check, catalog, a_policy(rule))


@pytest.mark.parametrize(("percent", "told"), [(20, []), (21, ["below_cost"])])
def test_a_bundle_may_fall_below_its_cost(percent: int, told: list[str]) -> None:
    """109.00 less 20 % is the cost of 80.00 without VAT; 21 % are 79.00."""
    findings = found(packed(), off(percent))
    assert codes(findings) == told
    for one in findings:
        facts = one.problem.parameters
        assert (facts["charge"], facts["ex_tax"], facts["cost"]) == ("PACK", "79.00", "80.00")


def test_a_bundle_bears_no_more_than_its_largest_extra_discount() -> None:
    """30 % would be below cost; the bundle gives ten, and without any nothing at all."""
    assert found(packed(most=10), off(30)) == []
    assert found(packed(most=0), off(30)) == []


def test_a_bundle_sold_below_cost_is_not_the_fault_of_a_promotion() -> None:
    """80.00 is 73.39 without VAT for a cost of 80.00 before anything is taken off."""
    assert found(packed(price="80.00"), off(30)) == []


@pytest.mark.parametrize(("percent", "told"), [(15, []), (16, ["bundle_below_band"])])
def test_a_guided_component_may_fall_below_its_band(percent: int, told: list[str]) -> None:
    """16 % off where 15 % are allowed: the engine asks for the filing number."""
    guided = packed(cost="0", regulation=PriceRegulation.GUIDED)
    findings = found(guided, off(percent))
    assert codes(findings) == told
    for one in findings:
        assert (one.problem.parameters["amount"], one.problem.parameters["list"]) == (
            "91.56",
            "109.00",
        )
        assert "bundle.filing_number_missing" in codes_of(one.examples[0].priced)


def test_a_bundle_with_a_filing_number_may_fall_below() -> None:
    """Then it has been allowed; and a price published below the band is not the promotion's."""
    guided = PriceRegulation.GUIDED
    assert found(packed(cost="0", regulation=guided, filing_number="F1"), off(16)) == []
    assert found(packed(cost="0", regulation=guided, price="90.00"), off(16)) == []


def test_the_smallest_quote_that_reaches_the_total_is_tried() -> None:
    """1,000.00 needs ten bundles at 109.00."""
    (one,) = found(packed(), off(30, least_total=100_000))
    assert one.examples[0].items[0].quantity == 10
    assert one.problem.parameters["quantity"] == "10"


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (Scope(), True),
        (Scope(types=(ChargeType.RECURRING,)), True),
        (Scope(types=(ChargeType.ONE_TIME,)), False),
        (Scope(offerings=("LINE",)), False),
        (Scope(families=("VOICE",)), False),
    ],
)
def test_a_bundle_lies_in_a_scope_that_names_it_or_nothing(scope: Scope, *, told: bool) -> None:
    """As the engine has it: a scope of charges or families leaves bundles alone."""
    assert bool(found(packed(), off(30, scope))) is told


def test_a_finding_on_a_bundle_is_told_with_all_its_figures() -> None:
    """109.00 less 21 % is 86.11, of which 79.00 without VAT; less 16 % of 109.00 it is 91.56."""
    (cost,) = found(packed(), off(21))
    assert cost.problem == Problem(
        "lint.below_cost",
        Severity.WARNING,
        Place(subject="q"),
        {
            "rules": "q",
            "charge": "PACK",
            "charges": "1",
            "quantity": "1",
            "date": str(DAY),
            "term": "12",
            "list": "109.00",
            "amount": "86.11",
            "ex_tax": "79.00",
            "cost": "80.00",
        },
    )
    (band,) = found(packed(cost="0", regulation=PriceRegulation.GUIDED), off(16))
    assert band.problem == Problem(
        "lint.bundle_below_band",
        Severity.WARNING,
        Place(subject="q"),
        {
            "rule": "q",
            "bundle": "PACK",
            "charge": "LINE.RENT",
            "date": str(DAY),
            "list": "109.00",
            "amount": "91.56",
            "band": "15",
        },
    )
