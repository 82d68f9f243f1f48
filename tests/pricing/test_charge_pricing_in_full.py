"""One charge with every figure and every word of it, and each finding with its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.bundle import BundleOption
from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem, Severity
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.charge_pricing import MOST_QUANTITY, can_be
from pricing.priced import PricedCharge
from pricing.promotion_choice import Rejected
from pricing.stages import Stage
from pricing.tiers import Tier
from pricing.trail import StepNote, Trail
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_line,
    an_item,
    an_offering,
    only_charge,
    priced,
)
from tests.pricing.rule_builders import (
    a_line_at,
    a_policy,
    a_promotion,
    a_rule,
    d,
    one_line,
    percent_off,
    priced_by,
    term_discount,
    volume,
)

WHERE = Place(subject="i1", column="LINE.RENT")
LISTED = StepNote(Stage.LIST, "step.list", "v1")


def test_every_field_of_a_charge_is_its_own() -> None:
    """4 x 109.00 less 25 % is 327.00, 300.00 and 27.00 of VAT; it costs 4 x 10.00."""
    catalog = a_catalog(an_offering(a_charge(price="109.00")))
    manual = StepNote(Stage.MANUAL, "step.percentage", "manual", {"percent": "25"})
    assert only_charge(priced(catalog, a_line(4, Percentage(d(25))))) == PricedCharge(
        code="LINE.RENT",
        name=LocalText("产品LINE RENT", "offering LINE"),
        type=ChargeType.RECURRING,
        period=BillingPeriod.MONTH,
        unit="线",
        quantity=4,
        list_price=Decimal("109.00"),
        published_price=Decimal("109.00"),
        list_amount=43_600,
        published_amount=43_600,
        net_amount=32_700,
        net_ex_tax=30_000,
        tax=2_700,
        tax_rate=Decimal("0.09"),
        cost_amount=4_000,
        regulation=PriceRegulation.MARKET,
        trail=Trail((LISTED, manual), (43_600, 32_700)),
        discount=Decimal(25),
        published_waiver=False,
        below_band=False,
        allowance=False,
        rejected=(),
    )


@pytest.mark.parametrize(
    ("quantity", "may"), [(-1, False), (0, True), (MOST_QUANTITY, True), (MOST_QUANTITY + 1, False)]
)
def test_a_quantity_lies_between_none_and_ten_millions(quantity: int, *, may: bool) -> None:
    """Both ends belong to it."""
    assert can_be(quantity) is may


def test_why_a_charge_has_no_price_is_told_at_its_place() -> None:
    """An unknown charge, one without a VAT rate, and a count that nobody means."""
    gone = priced(a_catalog(), a_line(code="LINE.GONE"))
    assert gone.problems == (
        Problem(
            "price.unknown_charge",
            where=Place(subject="i1", column="LINE.GONE"),
            parameters={"charge": "LINE.GONE"},
        ),
    )
    without = priced(a_catalog(an_offering(a_charge(tax_class="none"))), a_line())
    assert without.problems == (
        Problem("price.no_tax_rate", where=WHERE, parameters={"charge": "LINE.RENT"}),
    )
    item = an_item("LINE", 1, a_line(MOST_QUANTITY + 1).charges[0])
    assert priced(a_catalog(), item).problems == (
        Problem(
            "price.quantity_out_of_range",
            where=WHERE,
            parameters={"charge": "LINE.RENT", "quantity": "10000001"},
        ),
    )


def test_what_is_wrong_with_an_alteration_is_told_at_its_place() -> None:
    """More than all, off a fixed price, and below the band of a guided one."""

    def found(percent: int, regulation: PriceRegulation) -> tuple[Problem, ...]:
        catalog = a_catalog(an_offering(a_charge(regulation=regulation)))
        return priced(catalog, a_line(1, Percentage(d(percent)))).problems

    assert found(101, PriceRegulation.MARKET) == (
        Problem("price.alteration_out_of_range", where=WHERE),
    )
    assert found(1, PriceRegulation.FIXED) == (Problem("price.fixed_altered", where=WHERE),)
    assert found(16, PriceRegulation.GUIDED) == (
        Problem("price.below_band", Severity.ERROR, WHERE, {"band": "15"}),
    )


def test_a_promotion_gives_way_to_the_hand_and_is_told() -> None:
    """10 % promoted, 20 % by hand: 80.00 published at 100.00, and P is not used."""
    charge = one_line(a_promotion(percent_off(10)), alteration=Percentage(d(20)))
    assert (charge.published_amount, charge.net_amount) == (10_000, 8_000)
    assert charge.rejected == (Rejected("P", "manual", "manual"),)
    assert [(step.stage, step.result) for step in charge.steps] == [
        (Stage.LIST, 10_000),
        (Stage.MANUAL, 8_000),
    ]


def test_as_much_by_hand_as_by_promotion_is_the_hand() -> None:
    """Equal for the customer: what the manager typed is written down."""
    charge = one_line(a_promotion(percent_off(10)), alteration=Percentage(d(10)))
    assert [step.source for step in charge.steps] == ["v1", "manual"]
    assert charge.discount == 10


def test_a_better_promotion_stays_and_the_hand_is_not_used() -> None:
    """20 % promoted, 10 % by hand: 80.00, nothing given away by hand, nothing rejected."""
    charge = one_line(a_promotion(percent_off(20)), alteration=Percentage(d(10)))
    assert (charge.published_amount, charge.net_amount) == (8_000, 8_000)
    assert (charge.discount, charge.rejected) == (None, ())
    assert [step.source for step in charge.steps] == ["v1", "P"]


def test_an_alteration_without_sense_leaves_the_promotion() -> None:
    """101 % is told; the 10 % of the promotion stay."""
    quote = priced_by(
        a_policy(a_promotion(percent_off(10))), a_line_at("100.00"), a_line(1, Percentage(d(101)))
    )
    charge = only_charge(quote)
    assert [problem.code for problem in quote.problems] == ["price.alteration_out_of_range"]
    assert (charge.net_amount, charge.discount, charge.rejected) == (9_000, None, ())


def test_by_hand_a_dearer_price_than_the_list_is_only_one_step() -> None:
    """Raised to 120.00: nothing published changes."""
    charge = one_line(alteration=TargetPrice(d(120)))
    assert (charge.published_amount, charge.net_amount) == (10_000, 12_000)
    assert charge.steps[-1].parameters == {"percent": "-20.00"}


def test_by_hand_it_is_taken_off_what_rules_that_always_apply_have_left() -> None:
    """10 % by tier and 10 % by term leave 81.00; 10 % of that by hand leaves 72.90."""
    charge = one_line(
        a_rule(volume(Tier(1, percent=d(10))), "V"),
        a_rule(term_discount(12, 10), "T"),
        alteration=Percentage(d(10)),
    )
    assert (charge.published_amount, charge.net_amount) == (8_100, 7_290)


@pytest.mark.parametrize(("option", "net"), [("24.99", 2_499), ("25.00", 2_500), ("25.01", 2_500)])
def test_an_option_price_holds_where_it_is_not_dearer(option: str, net: int) -> None:
    """At the list price it is named; above it the list price stays published."""
    catalog = a_catalog(bundles=[a_bundle(options=(BundleOption("LINE.RENT", d(option)),))])
    charge = priced(catalog, an_item("PACK"), a_line(item_id="i2")).items[1].charges[0]
    assert charge.net_amount == net
    named = [step.code for step in charge.steps[1:]]
    assert named == (["step.option_price"] if option != "25.01" else [])
    assert charge.published_price == min(d(option), d("25.00"))


def test_an_offered_one_time_price_is_no_waiver() -> None:
    """Only what is waived is free; a monthly charge of the same option keeps its price."""
    option = BundleOption("LINE.RENT", d("20.00"), waives=("LINE.INST", "LINE.RENT"))
    catalog = a_catalog(
        an_offering(a_charge(), a_charge("LINE.INST", "100.00", period=BillingPeriod.ONCE)),
        bundles=[a_bundle(options=(option,))],
    )
    pack = an_item("PACK")
    rent = priced(catalog, pack, a_line(item_id="i2")).items[1].charges[0]
    assert (rent.net_amount, rent.published_waiver) == (2_000, False)
    once = priced(catalog, pack, a_line(code="LINE.INST", item_id="i2")).items[1].charges[0]
    assert (once.net_amount, once.published_waiver) == (0, True)
    assert [(step.code, step.source) for step in once.steps] == [
        ("step.list", "v1"),
        ("step.published_waiver", "PACK"),
    ]
