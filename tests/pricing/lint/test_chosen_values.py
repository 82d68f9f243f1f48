"""Values of characteristics that nobody can choose, and that lead below zero, cost or band."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.charge import PriceRegulation
from catalog.local_text import LocalText
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.lint.case import LintCase
from pricing.lint.chosen_values import lowest_values, value_findings
from pricing.lint.floors import floor_findings
from pricing.rule import PercentOff
from tests.builders import DAY, a_catalog, a_charge, an_offering, codes_of
from tests.pricing.lint.rules import a_policy, a_promotion, a_rule, codes, found_by

if TYPE_CHECKING:
    from catalog.product_catalog import ProductCatalog
    from pricing.lint.finding import LintFinding

SPEED = Characteristic(
    "speed",
    LocalText("速率", "speed"),
    CharacteristicKind.CHOICE,
    choices=(Choice("2M"), Choice("10M"), Choice("20M")),
)
SLA = Characteristic("gold", LocalText("金牌", "gold"), CharacteristicKind.YES_NO)


def percent(figure: int) -> Adjustment:
    """So many percent dearer, or cheaper below zero."""
    return Adjustment(Decimal(figure))


def amount(figure: int) -> Adjustment:
    """So many yuan a unit dearer, or cheaper below zero."""
    return Adjustment(None, Decimal(figure))


def by_speed(**values: Adjustment) -> AttributeAdjustment:
    """An adjustment by speed; ``M2`` stands for ``2M``."""
    return AttributeAdjustment("speed", {f"{name[1:]}M": does for name, does in values.items()})


def a_circuit(**fields: str | PriceRegulation) -> ProductCatalog:
    """A line at 109.00, which is 100.00 without VAT, for a cost of 80.00."""
    charge = a_charge(price="109.00", **{"cost": "80.00", **fields})  # type: ignore[arg-type]  # the charge's own fields
    return a_catalog(an_offering(charge, characteristics=(SPEED, SLA)))


def low(catalog: ProductCatalog, *adjustments: AttributeAdjustment) -> list[LintFinding]:
    """Findings about floors under some adjustments."""
    rules = (a_rule(f"c{place}", one) for place, one in enumerate(adjustments))
    return found_by(floor_findings, catalog, a_policy(*rules))


@pytest.mark.parametrize(("less", "found"), [(-20, []), (-21, ["below_cost"])])
def test_a_cheaper_value_may_lead_below_cost(less: int, found: list[str]) -> None:
    """20 % off 109.00 is the cost of 80.00; 21 % are 86.11, or 79.00 without VAT."""
    told = low(a_circuit(), by_speed(M2=percent(less), M20=percent(50)))
    assert codes(told) == found
    for one in told:
        assert one.problem.parameters["charge"] == "LINE.RENT [speed = 2M]"
        assert one.problem.parameters["ex_tax"] == "79.00"
        assert one.examples[0].items[0].characteristics == {"speed": "2M"}


def test_the_cheapest_values_of_several_characteristics_meet() -> None:
    """15 % and 10.00 off: ten at 109.00 are 826.50, 758.26 without VAT; neither alone is low."""
    gold = AttributeAdjustment("gold", {"no": amount(-10)})
    (one,) = low(a_circuit(), by_speed(M2=percent(-15)), gold)
    facts = one.problem.parameters
    assert (facts["quantity"], facts["ex_tax"], facts["cost"]) == ("10", "758.26", "800.00")
    assert facts["rules"] == "c0, c1"
    assert low(a_circuit(), by_speed(M2=percent(-15))) == []
    assert low(a_circuit(), gold) == []


def test_a_promotion_on_top_of_a_cheaper_value() -> None:
    """10 % and 15 % off 109.00 are 83.39, or 76.50 without VAT."""
    policy = a_policy(
        a_rule("c", by_speed(M2=percent(-15))), a_promotion("p", PercentOff(Decimal(10)))
    )
    (one,) = found_by(floor_findings, a_circuit(), policy)
    assert (one.problem.parameters["rules"], one.problem.parameters["ex_tax"]) == ("c, p", "76.50")


@pytest.mark.parametrize(("less", "found"), [(-15, []), (-16, ["below_band"])])
def test_a_cheaper_value_may_leave_the_band_of_a_guided_price(less: int, found: list[str]) -> None:
    """15 % are within the band, 16 % are not; the engine forbids the quote."""
    guided = a_circuit(cost="0", regulation=PriceRegulation.GUIDED)
    told = low(guided, by_speed(M10=percent(less)))
    assert codes(told) == found
    assert all("price.below_band" in codes_of(one.examples[0].priced) for one in told)


@pytest.mark.parametrize(("less", "found"), [(-109, []), (-110, ["value_below_zero"])])
def test_an_amount_larger_than_the_price_is_told(less: int, found: list[str]) -> None:
    """110.00 off 109.00 charges nothing; 109.00 off is what was meant."""
    policy = a_policy(a_rule("c", by_speed(M2=amount(less))))
    told = found_by(value_findings, a_circuit(), policy)
    assert codes(told) == found
    for one in told:
        facts = one.problem.parameters
        assert (facts["amount"], facts["off"]) == ("109.00", "110.00")
        assert one.examples[0].priced.totals.monthly.net_amount == 0


def test_a_free_value_is_let_be() -> None:
    """100 % off is what it says, and dearer values are nobody's loss."""
    policy = a_policy(a_rule("c", by_speed(M2=percent(-100), M20=amount(500))))
    assert found_by(value_findings, a_circuit(), policy) == []


def test_a_value_that_no_offering_knows_is_told() -> None:
    """40M is none of the choices; the engine says so of the item in the example."""
    policy = a_policy(a_rule("c", by_speed(M2=percent(-1), M40=percent(80))))
    (one,) = found_by(value_findings, a_circuit(), policy)
    assert codes([one]) == ["value_unknown"]
    assert one.problem.parameters["values"] == "40M"
    assert "characteristic.does_not_fit" in codes_of(one.examples[0].priced)


def test_a_characteristic_that_no_offering_has_is_told() -> None:
    """The line is no circuit: no value can be chosen, so that none leads below cost either."""
    catalog = a_catalog(an_offering(a_charge(price="109.00", cost="80.00")))
    policy = a_policy(a_rule("c", by_speed(M2=percent(-50))))
    (one,) = found_by(value_findings, catalog, policy)
    assert codes([one]) == ["value_unknown"]
    assert "characteristic.unknown" in codes_of(one.examples[0].priced)
    assert found_by(floor_findings, catalog, policy) == []


def test_the_lowest_values_are_compared_at_the_list_price() -> None:
    """30.00 off 109.00 is more than 20 %; a dearer value is never chosen."""
    policy = a_policy(a_rule("c", by_speed(M2=percent(-20), M10=amount(-30), M20=percent(5))))
    case = LintCase(a_circuit(), policy, DAY)
    assert lowest_values(case, case.sold[0]) == {"speed": "10M"}
    dear = LintCase(a_circuit(), a_policy(a_rule("c", by_speed(M20=percent(5)))), DAY)
    assert lowest_values(dear, dear.sold[0]) == {}
