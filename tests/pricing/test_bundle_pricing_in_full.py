"""Findings of a bundle with their places, and what a discount on it may and may not touch."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.bundle import BundleOneTime, ChildBundle, PricingForm
from catalog.charge import PriceRegulation
from catalog.option_group import GroupMember, MemberPricing
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.item import Choice
from tests.builders import a_bundle, a_catalog, a_charge, a_group, an_item, an_offering, priced
from tests.pricing.rule_builders import d

WHERE = Place(subject="i1")
ONCE = BillingPeriod.ONCE
A = an_offering(a_charge("A.RENT", "60.00"))
B = an_offering(a_charge("B.RENT", "40.00"))
BOTH = [("A.RENT", 1), ("B.RENT", 1)]


def test_what_has_no_price_is_told_by_its_code() -> None:
    """A charge without a rate, one that is unknown; of a component or charged once."""
    rateless = an_offering(a_charge("X.RENT", tax_class="none"))
    bundle = a_bundle(parts=[("X.RENT", 1), ("GONE.RENT", 1)])
    quote = priced(a_catalog(rateless, bundles=[bundle]), an_item("PACK"))
    expected = (
        Problem("price.no_tax_rate", where=WHERE, parameters={"charge": "X.RENT"}),
        Problem("price.unknown_charge", where=WHERE, parameters={"charge": "GONE.RENT"}),
    )
    assert quote.problems == expected
    once = tuple(BundleOneTime(code, 1, Decimal(1)) for code in ("X.RENT", "GONE.RENT"))
    bundle = a_bundle("60.00", [("A.RENT", 1)], one_time=once)
    quote = priced(a_catalog(A, rateless, bundles=[bundle]), an_item("PACK"))
    assert quote.problems == expected
    assert quote.items[0].monthly.net_amount == 6_000


def test_a_bundle_of_nothing_is_told_unless_something_may_be_chosen() -> None:
    """By its code; an empty choice of a sum is no fault."""
    empty = a_bundle("0", components=(), parts=[], form=PricingForm.SUM)
    quote = priced(a_catalog(A, bundles=[empty]), an_item("PACK"))
    fault = Problem("bundle.cannot_be_allocated", where=WHERE, parameters={"offering": "PACK"})
    assert quote.problems == (fault,)
    group = a_group(GroupMember("A.RENT"))
    may = a_bundle("0", parts=[], form=PricingForm.SUM, groups=(group,))
    assert fault not in priced(a_catalog(A, bundles=[may]), an_item("PACK")).problems


@pytest.mark.parametrize(
    "discount", [Percentage(d(101)), Percentage(d(-1)), AmountOff(-1), TargetPrice(d(101))]
)
def test_a_discount_without_sense_is_told_at_the_item(discount: Percentage | AmountOff) -> None:
    """And a dearer price is none: the bundle has published it."""
    catalog = a_catalog(A, B, bundles=[a_bundle("100.00", BOTH, most_extra_discount=d(50))])
    quote = priced(catalog, an_item("PACK", alterations=(discount,)))
    assert quote.problems == (Problem("price.alteration_out_of_range", where=WHERE),)
    assert quote.items[0].monthly.net_amount == 10_000


@pytest.mark.parametrize(("percent", "told"), [("5", False), ("5.01", True)])
def test_more_than_the_bundle_allows_is_told_with_the_most(percent: str, *, told: bool) -> None:
    """5 % of 100.00."""
    catalog = a_catalog(A, B, bundles=[a_bundle("100.00", BOTH, most_extra_discount=d(5))])
    quote = priced(catalog, an_item("PACK", alterations=(Percentage(d(percent)),)))
    most = Problem("bundle.extra_discount_too_large", where=WHERE, parameters={"most": "5"})
    assert quote.problems == ((most,) if told else ())


def test_a_discount_leaves_state_prices_subsidies_and_one_time_charges() -> None:
    """10 % of 60.00 and 40.00 only; 10.00 by the state, 5.00 given and 80.00 once stay."""
    sold = [
        A,
        an_offering(a_charge("S.RENT", "10.00", regulation=PriceRegulation.FIXED)),
        an_offering(a_charge("G.RENT", "-5.00")),
        an_offering(a_charge("I.INST", "80.00", period=ONCE)),
        B,
    ]
    group = a_group(GroupMember("I.INST", default=1))
    parts = [("A.RENT", 1), ("S.RENT", 1), ("G.RENT", 1), ("B.RENT", 1)]
    bundle = a_bundle("0", parts, form=PricingForm.SUM, groups=(group,), most_extra_discount=d(50))
    quote = priced(
        a_catalog(*sold, bundles=[bundle]), an_item("PACK", alterations=(Percentage(d(10)),))
    )
    (item,) = quote.items
    assert [(c.code, c.net_amount) for c in item.charges] == [
        ("A.RENT", 5_400),
        ("S.RENT", 1_000),
        ("G.RENT", -500),
        ("B.RENT", 3_600),
        ("I.INST", 8_000),
    ]
    step = item.charges[0].steps[-1]
    assert (step.code, step.source, step.change) == ("step.bundle_discount", "manual", -600)
    assert step.parameters == {"percent": "10"}
    assert [len(c.steps) for c in item.charges] == [2, 1, 1, 2, 1]


def test_beside_a_component_altered_by_hand_a_discount_is_shared_by_amount() -> None:
    """60.00 less half is 30.00, and 40.00: 7.00 off both is 3.00 and 4.00."""
    bundle = a_bundle("0", BOTH, form=PricingForm.SUM, most_extra_discount=d(50))
    choice = Choice("A.RENT", 1, alteration=Percentage(d(50)))
    item = an_item("PACK", alterations=(AmountOff(700),), choices=(choice,))
    (found,) = priced(a_catalog(A, B, bundles=[bundle]), item).items
    assert [charge.net_amount for charge in found.charges] == [2_700, 3_600]
    assert [step.code for step in found.charges[0].steps[1:]] == [
        "step.percentage",
        "step.bundle_discount",
    ]
    assert found.charges[0].steps[1].parameters == {"percent": "50"}


def test_an_alteration_of_a_component_is_told_at_its_charge() -> None:
    """More than all of it; anything off a state price; nothing off is no step."""
    state = an_offering(a_charge("S.RENT", "10.00", regulation=PriceRegulation.FIXED))
    bundle = a_bundle("0", [("A.RENT", 1), ("S.RENT", 1)], form=PricingForm.SUM)
    choices = (
        Choice("A.RENT", 1, alteration=Percentage(d(101))),
        Choice("S.RENT", 1, alteration=Percentage(d(1))),
    )
    catalog = a_catalog(A, state, bundles=[bundle])
    quote = priced(catalog, an_item("PACK", choices=choices))
    assert quote.problems == (
        Problem("price.alteration_out_of_range", where=Place(subject="i1", column="A.RENT")),
        Problem("price.fixed_altered", where=Place(subject="i1", column="S.RENT")),
    )
    assert [charge.net_amount for charge in quote.items[0].charges] == [6_000, 1_000]
    none = Choice("A.RENT", 1, alteration=Percentage(d(0)))
    (item,) = priced(catalog, an_item("PACK", choices=(none,))).items
    assert len(item.charges[0].steps) == 1


def test_one_time_charges_of_inner_bundles_come_so_many_times() -> None:
    """Three of the inner bundle in each of two: 6 x 2 units at 6 x 7.00, published by the inner."""
    box = an_offering(a_charge("I.BOX", "5.00", period=ONCE))
    inner = a_bundle(
        "60.00", [("A.RENT", 1)], code="INNER", one_time=(BundleOneTime("I.BOX", 2, d("7.00")),)
    )
    outer = a_bundle(
        "0", [("B.RENT", 1)], form=PricingForm.SUM, children=(ChildBundle("INNER", 3),)
    )
    (item,) = priced(a_catalog(A, B, box, bundles=[inner, outer]), an_item("PACK", 2)).items
    once = item.charges[-1]
    assert (once.quantity, once.list_amount, once.net_amount) == (12, 6_000, 4_200)
    assert once.steps[-1].source == "INNER"
    assert once.published_waiver is False


@pytest.mark.parametrize(("price", "free"), [("5.00", True), ("0", False)])
def test_a_one_time_charge_for_nothing_is_waived_if_it_costs_something(
    price: str, *, free: bool
) -> None:
    """0.00 instead of 5.00 is a waiver, 0.00 of 0.00 is none."""
    box = an_offering(a_charge("I.BOX", price, period=ONCE))
    bundle = a_bundle("60.00", [("A.RENT", 1)], one_time=(BundleOneTime("I.BOX", 1, d(0)),))
    (item,) = priced(a_catalog(A, box, bundles=[bundle]), an_item("PACK")).items
    assert item.charges[1].published_waiver is free


def test_a_missing_filing_number_is_told_with_the_charge() -> None:
    """Included at nothing instead of 100.00, below any band."""
    guided = an_offering(a_charge("N.RENT", "100.00", regulation=PriceRegulation.GUIDED))
    group = a_group(GroupMember("N.RENT", default=1, pricing=MemberPricing.INCLUDED))
    bundle = a_bundle("0", [("A.RENT", 1)], form=PricingForm.SUM, groups=(group,))
    quote = priced(a_catalog(A, guided, bundles=[bundle]), an_item("PACK"))
    missing = Problem("bundle.filing_number_missing", where=WHERE, parameters={"charge": "N.RENT"})
    assert quote.problems == (missing,)
