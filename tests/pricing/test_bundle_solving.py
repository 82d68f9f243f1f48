"""The price of a bundle that keeps what is wanted, in every form."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from catalog.bundle import BundleComponent, ChildBundle, PricingForm
from catalog.charge import PriceRegulation
from catalog.option_group import GroupMember, MemberPricing
from pricing.bundle_design import DesignBasis, design_figures
from pricing.bundle_solving import Goal, Solved, list_prices, solve, solve_all, with_percent
from tests.builders import DAY, POLICY, a_bundle, a_catalog, a_charge, a_group, an_offering
from tests.sample import sample_catalog, sample_rules

GUIDED = PriceRegulation.GUIDED
LINES = an_offering(a_charge("LINE.RENT", "25.00", cost="10.00", regulation=GUIDED))
SIGN = an_offering(a_charge("SIGN.RENT", "5.00", regulation=PriceRegulation.FIXED))
NET = an_offering(a_charge("NET.RENT", "150.00", cost="60.00", tax_class="six"))
BASIS = DesignBasis(a_catalog(LINES, NET, SIGN), POLICY, DAY)
TEN = [("LINE.RENT", 10)]


@pytest.mark.parametrize(
    ("goal", "wanted", "price", "binds"),
    [
        (Goal.BAND, "0", "212.50", "LINE.RENT"),  # 85 % of 250.00
        (Goal.MARGIN, "50", "218.00", ""),  # 200.00 without VAT over a cost of 100.00
        (Goal.BOTH, "50", "218.00", ""),
        (Goal.BOTH, "40", "212.50", "LINE.RENT"),
        (Goal.SAVING, "20", "200.00", ""),
    ],
)
def test_a_fixed_price_is_solved(goal: Goal, wanted: str, price: str, binds: str) -> None:
    """Ten lines at 25.00, each costing 10.00."""
    found = solve(BASIS, a_bundle("1.00", TEN), goal, Decimal(wanted))
    assert found is not None
    assert found == Solved(goal, a_bundle(price, TEN), Decimal(price), binds)


@pytest.mark.parametrize(
    ("goal", "wanted", "percent", "binds"),
    [
        (Goal.BAND, "0", "15", "LINE.RENT"),  # 15.01 % of 250.00 are 37.53, a fen too many
        (Goal.MARGIN, "50", "12.80", ""),  # 32.00 off; 12.81 % are 32.03
        (Goal.BOTH, "50", "12.80", ""),
        (Goal.SAVING, "10", "10", ""),
        (Goal.SAVING, "10.001", "10.01", ""),  # hundredths of a percent
        (Goal.SAVING, "100", "100", ""),
        # 166.67 without VAT over 100.00: 68.33 off; at 68.35 it is 166.65. The band does not count
        (Goal.MARGIN, "40", "27.33", ""),
        (Goal.MARGIN, "56.4", "0", ""),  # 229.36 without VAT; 0.03 off is too much
    ],
)
def test_a_percentage_is_solved(goal: Goal, wanted: str, percent: str, binds: str) -> None:
    """The same lines; the largest percentage, or the smallest with a saving."""
    bundle = a_bundle("0", TEN, form=PricingForm.PERCENT_OFF)
    found = solve(BASIS, bundle, goal, Decimal(wanted))
    assert found is not None
    assert (found.goal, found.value, found.binds) == (goal, Decimal(percent), binds)
    assert found.bundle.percent == Decimal(percent)


def test_prices_of_their_own_are_solved_as_one_percentage() -> None:
    """15 % off 25.00 is 21.25; a price that the state sets is left alone."""
    parts = (BundleComponent("LINE.RENT", 10), BundleComponent("SIGN.RENT", 1))
    bundle = a_bundle("0", components=parts, form=PricingForm.COMPONENT_PRICES)
    found = solve(BASIS, bundle, Goal.BAND)
    assert found is not None
    assert [part.price for part in found.bundle.components] == [Decimal("21.2500"), None]
    assert design_figures(BASIS, found.bundle).keeps_band


def test_own_prices_are_rounded_up_so_that_the_band_is_kept() -> None:
    """A third off 25.00 is 16.6667, not 16.6666."""
    bundle = a_bundle("0", TEN, form=PricingForm.COMPONENT_PRICES)
    (part,) = with_percent(BASIS, bundle, Decimal("33.3333")).components
    assert part.price == Decimal("16.6667")
    assert list_prices(BASIS, bundle) == {"LINE.RENT": Decimal("25.00")}


def test_the_sum_of_list_prices_and_an_empty_bundle_are_not_solved() -> None:
    """There is nothing to set."""
    assert solve(BASIS, a_bundle("0", TEN, form=PricingForm.SUM), Goal.BAND) is None
    assert solve(BASIS, a_bundle("1.00", components=(), parts=()), Goal.BAND) is None


@pytest.mark.parametrize("form", [PricingForm.PERCENT_OFF, PricingForm.COMPONENT_PRICES])
def test_what_even_list_prices_do_not_give_is_not_solved(form: PricingForm) -> None:
    """Lines cost 10.00 of 22.94 without VAT: 60 % of margin is out of reach."""
    bundle = a_bundle("0", TEN, form=form)
    assert solve(BASIS, bundle, Goal.MARGIN, Decimal(60)) is None
    assert solve(BASIS, bundle, Goal.BOTH, Decimal(60)) is None
    assert solve(BASIS, bundle, Goal.SAVING, Decimal(101)) is None


def test_without_guided_components_the_band_solves_nothing() -> None:
    """Access is a market price."""
    for form in (PricingForm.PERCENT_OFF, PricingForm.FIXED):
        assert solve(BASIS, a_bundle("0", [("NET.RENT", 1)], form=form), Goal.BAND) is None


def test_the_sample_bundles_that_need_a_filing_number_are_told_what_would_not() -> None:
    """B02 is published at 1,880.00 with three guided shares at 84.49 %; 1,891.25 keeps 85 %."""
    catalog, policy = sample_catalog(), sample_rules().pricing
    basis = DesignBasis(catalog, policy, DAY)
    bundle = catalog.bundle("B02")
    assert bundle is not None
    assert not design_figures(basis, bundle).keeps_band
    found = solve(basis, bundle, Goal.BAND)
    assert found is not None
    assert found.value == Decimal("1891.25")
    assert design_figures(basis, found.bundle).keeps_band


def test_several_goals_at_once_are_what_each_is_alone() -> None:
    """In every form."""
    wanted = {goal: Decimal(20) for goal in Goal}
    for form in PricingForm:
        bundle = a_bundle("0", TEN, form=form)
        alone = {goal: solve(BASIS, bundle, goal, share) for goal, share in wanted.items()}
        assert solve_all(BASIS, bundle, wanted) == alone


def test_own_prices_are_rounded_up_where_the_nearest_is_below() -> None:
    """25.00 less 33.3331 % is 16.666725."""
    bundle = a_bundle("0", TEN, form=PricingForm.COMPONENT_PRICES)
    (part,) = with_percent(BASIS, bundle, Decimal("33.3331")).components
    assert part.price == Decimal("16.6668")


def test_a_bundle_of_choices_or_of_bundles_alone_is_solved() -> None:
    """A line that is chosen, and a line in a bundle inside: 85 % of 25.00 are 21.25."""
    member = GroupMember("LINE.RENT", default=1, pricing=MemberPricing.INCLUDED)
    chosen = a_bundle("1.00", components=(), parts=(), groups=(a_group(member),))
    found = solve(BASIS, chosen, Goal.BAND)
    assert found is not None
    assert found.value == Decimal("21.25")
    inner = a_bundle("1.00", [("LINE.RENT", 1)], code="INNER")
    outer = a_bundle("1.00", components=(), parts=(), children=(ChildBundle("INNER"),))
    found = solve(DesignBasis(a_catalog(LINES, bundles=[inner]), POLICY, DAY), outer, Goal.BAND)
    assert found is not None
    assert found.value == Decimal("21.25")


def test_a_fixed_price_below_nothing_or_of_nothing_but_margin_is_not_solved() -> None:
    """101 % are more than all; without cost alone 100 % of a price are margin."""
    bundle = a_bundle("1.00", TEN)
    assert solve(BASIS, bundle, Goal.SAVING, Decimal(101)) is None
    assert solve(BASIS, bundle, Goal.MARGIN, Decimal(100)) is None


def test_the_band_alone_may_be_asked_for_below_the_cost() -> None:
    """24.00 of cost and 19.50 without VAT at 85 %: the band asks for no margin."""
    dear = an_offering(a_charge("LINE.RENT", "25.00", cost="24.00", regulation=GUIDED))
    bundle = a_bundle("0", TEN, form=PricingForm.PERCENT_OFF)
    found = solve(DesignBasis(a_catalog(dear), POLICY, DAY), bundle, Goal.BAND)
    assert found is not None
    assert (found.value, found.binds) == (Decimal(15), "LINE.RENT")


def test_a_band_of_the_whole_price_lets_all_of_it_be_taken_off() -> None:
    """Then nothing binds."""
    policy = msgspec.structs.replace(POLICY, guided_band=Decimal(100))
    bundle = a_bundle("0", TEN, form=PricingForm.PERCENT_OFF)
    found = solve(DesignBasis(BASIS.catalog, policy, DAY), bundle, Goal.BAND)
    assert found is not None
    assert (found.value, found.binds) == (Decimal(100), "")


def test_the_component_binds_that_falls_below_its_band_first() -> None:
    """At 15.01 % 250.00 lose 37.53 and fall below; 33.34 lose 5.00, and 5.01 only at 15.02 %."""
    small = an_offering(a_charge("BOX.RENT", "33.34", regulation=GUIDED))
    bundle = a_bundle("0", [("BOX.RENT", 1), *TEN], form=PricingForm.PERCENT_OFF)
    found = solve(DesignBasis(a_catalog(small, LINES), POLICY, DAY), bundle, Goal.BAND)
    assert found is not None
    assert (found.value, found.binds) == (Decimal(15), "LINE.RENT")


def test_a_guided_member_that_no_percentage_touches_is_no_bound() -> None:
    """The line is chosen at its list price; nothing that is altered has a band."""
    group = a_group(GroupMember("LINE.RENT", default=1))
    bundle = a_bundle("0", [("NET.RENT", 1)], form=PricingForm.PERCENT_OFF, groups=(group,))
    assert solve(BASIS, bundle, Goal.BAND) is None
