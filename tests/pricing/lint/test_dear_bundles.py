"""Bundles that cost more than what is in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.bundle import BundleOneTime
from catalog.component_kind import ComponentKind
from catalog.condition import Condition
from catalog.period import BillingPeriod
from pricing.lint.dear_bundles import bundle_findings
from pricing.rule import PercentOff
from tests.builders import a_bundle, a_catalog, a_charge, a_part, an_offering
from tests.pricing.lint.rules import a_policy, a_promotion, between, codes, found_by

if TYPE_CHECKING:
    from catalog.bundle import BundledOffering
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

OFFERINGS = (
    an_offering(
        a_charge(),
        a_charge("LINE.INST", "100.00", period=BillingPeriod.ONCE),
        a_charge("LINE.LOCAL", "0.10", period=BillingPeriod.PER_USE),
    ),
    an_offering(a_charge("CARD.YEAR", "120.00", period=BillingPeriod.YEAR)),
)


def found(bundle: BundledOffering, *rules: PriceRule) -> list[LintFinding]:
    """Findings over a catalogue with one bundle."""
    return found_by(bundle_findings, a_catalog(*OFFERINGS, bundles=[bundle]), a_policy(*rules))


def test_a_bundle_at_the_price_of_its_components_is_let_be() -> None:
    """Ten lines at 25.00."""
    assert found(a_bundle("250.00")) == []


def test_a_bundle_that_is_a_fen_dearer_is_told() -> None:
    """250.01 a month for twelve months is 0.12 more than 3,000.00."""
    (one,) = found(a_bundle("250.01"))
    assert codes([one]) == ["bundle_dearer"]
    facts = one.problem.parameters
    assert (facts["amount"], facts["separate"], facts["more"]) == ("3000.12", "3000.00", "0.12")
    months = [example.priced.totals.monthly.net_amount for example in one.examples]
    assert months == [25_001, 25_000]


def test_a_promotion_on_the_components_can_make_the_bundle_dear() -> None:
    """10 % off the lines alone, while the bundle stays at its published price."""
    (one,) = found(a_bundle("240.00"), a_promotion("p", PercentOff(Decimal(10))))
    assert one.problem.parameters["separate"] == "2700.00"


def test_one_time_charges_weigh_over_the_term() -> None:
    """255.00 for twelve months is 60.00 more; 100.00 of installation for nothing outweigh it."""
    free = (BundleOneTime("LINE.INST", 1, Decimal(0)),)
    assert found(a_bundle("255.00", one_time=free)) == []
    assert codes(found(a_bundle("259.00", one_time=free))) == ["bundle_dearer"]


def test_yearly_and_used_components_count_by_the_month() -> None:
    """A yearly 120.00 is 10.00 a month, and 100 minutes at 0.10 are 10.00."""
    parts = (
        a_part("CARD.YEAR", 1, ComponentKind.YEARLY),
        a_part("LINE.LOCAL", 100, ComponentKind.ALLOWANCE),
    )
    assert found(a_bundle("20.00", components=parts, term=18)) == []
    (one,) = found(a_bundle("20.01", components=parts, term=18))
    assert one.problem.parameters["more"] == "0.18"


def test_a_bundle_that_is_no_longer_sold_is_let_be() -> None:
    """It ended before the day."""
    assert found(a_bundle("999.00", valid=between(None, date(2026, 11, 22)))) == []


def test_the_quote_is_one_that_the_customer_may_have() -> None:
    """The condition of the bundle is met, on its first day, for its term."""
    bundle = a_bundle(
        "999.00",
        valid=between(date(2027, 1, 1)),
        term=24,
        conditions=(Condition("fixed_lines", least=Decimal(5)),),
    )
    (one,) = found(bundle)
    example = one.examples[0]
    assert example.priced.problems == ()
    assert (example.context.price_date, example.context.term) == (date(2027, 1, 1), 24)


def test_a_bundle_with_a_component_that_has_no_price_is_not_judged() -> None:
    """An unknown component is a finding of the catalogue."""
    assert found(a_bundle("999.00", [("NOBODY.RENT", 1)])) == []
