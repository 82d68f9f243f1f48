"""What a bundle under design comes to is what the engine quotes it for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given

from catalog.bundle import PricingForm
from catalog.charge import PriceRegulation
from catalog.option_group import GroupMember
from catalog.price_list import PriceRecord
from catalog.product_catalog import ProductCatalog
from pricing.bundle_design import (
    DesignBasis,
    design_figures,
    least_in_band,
    quote_one,
    share_of,
)
from pricing.engine import price_quote
from pricing.item import Choice, QuoteItem
from pricing.rule import PercentOff
from pricing.rulebook import RuleSet
from tests.builders import (
    DAY,
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_group,
    an_item,
    an_offering,
    priced,
)
from tests.pricing.lint.rules import a_policy, a_promotion
from tests.pricing.random_quotes import random_quotes, replaced, seldom
from tests.sample import sample_catalog, sample_rules

if TYPE_CHECKING:
    from tests.pricing.reference.quotes import RandomQuote

LINES = an_offering(a_charge("LINE.RENT", "25.00", cost="10.00", regulation=PriceRegulation.GUIDED))
NET = an_offering(a_charge("NET.RENT", "150.00", cost="60.00", tax_class="six"))
CATALOG = a_catalog(LINES, NET)
BASIS = DesignBasis(CATALOG, POLICY, DAY)
PARTS = [("LINE.RENT", 4), ("NET.RENT", 1)]


def test_list_value_saving_and_margin_of_a_fixed_price() -> None:
    """200.00 for 100.00 of lines and 150.00 of access: shares 80.00 and 120.00.

    Without VAT 73.39 + 113.21 = 186.60 a month, 2,239.20 in a year; cost 100.00 a month.
    """
    figures = design_figures(BASIS, a_bundle("200.00", PARTS))
    assert [charge.net_amount for charge in figures.charges] == [80_00, 120_00]
    assert (figures.monthly.list_amount, figures.monthly.net_amount) == (250_00, 200_00)
    assert (figures.saving, figures.saving_percent) == (50_00, Decimal("20.00"))
    assert figures.contract.net_ex_tax == 2_239_20
    assert (figures.margin, figures.margin_percent) == (1_039_20, Decimal("46.41"))
    assert [(row.rate, row.net_ex_tax, row.tax) for row in figures.tax_rows] == [
        (Decimal("0.09"), 880_68, 79_32),
        (Decimal("0.06"), 1_358_52, 81_48),
    ]


def test_a_guided_component_is_measured_on_its_band() -> None:
    """85 % of 100.00 are 85.00: a share of 80.00 is below, one of 85.00 is not."""
    (part,) = design_figures(BASIS, a_bundle("200.00", PARTS)).banded
    assert (part.charge, part.least, part.net, part.keeps) == ("LINE.RENT", 85_00, 80_00, False)
    assert design_figures(BASIS, a_bundle("212.50", PARTS)).keeps_band
    assert least_in_band(33, Decimal(15)) == 29  # 28.05


def test_a_margin_is_kept_exactly_at_its_limit() -> None:
    """Lines alone for 218.00: 200.00 without VAT over a cost of 100.00 is 50 %."""
    lines = [("LINE.RENT", 10)]
    assert design_figures(BASIS, a_bundle("218.00", lines)).keeps_margin(Decimal(50))
    assert not design_figures(BASIS, a_bundle("217.99", lines)).keeps_margin(Decimal(50))


def test_promotions_are_left_aside_and_told_by_the_quote() -> None:
    """A price is designed without them; the quote of one bundle has the rules of the policy."""
    policy = a_policy(a_promotion("p", PercentOff(Decimal(10))))
    basis = DesignBasis(CATALOG, policy, DAY)
    assert design_figures(basis, a_bundle("200.00", PARTS)).quote.policy_version == policy.version
    assert quote_one(basis, a_bundle("200.00", PARTS)).items[0].monthly.net_amount == 200_00


def test_a_bundle_that_cannot_be_priced_has_no_charges_and_says_why() -> None:
    """Nothing is inside."""
    figures = design_figures(BASIS, a_bundle(components=(), parts=()))
    assert figures.charges == ()
    assert [problem.code for problem in figures.problems] == ["bundle.cannot_be_allocated"]
    assert (figures.saving_percent, figures.margin_percent) == (None, None)


def test_the_bundle_under_design_takes_the_place_of_the_published_one() -> None:
    """The catalogue itself stays as it is."""
    published = a_catalog(LINES, NET, bundles=[a_bundle("240.00", PARTS)])
    basis = DesignBasis(published, POLICY, DAY)
    assert design_figures(basis, a_bundle("200.00", PARTS)).monthly.net_amount == 200_00
    assert priced(published, an_item("PACK")).totals.monthly.net_amount == 240_00
    assert len(published.with_bundle(a_bundle("200.00", PARTS)).content.bundles) == 1


def test_the_figures_of_every_sample_bundle_are_those_of_its_quote() -> None:
    """Month, one-time charges and contract, for all of the sample."""
    catalog, policy = sample_catalog(), sample_rules().pricing
    for bundle in catalog.content.bundles:
        figures = design_figures(DesignBasis(catalog, policy, DAY), bundle)
        context = a_context(bundle.term, segments=bundle.segments[:1])
        quote = price_quote(catalog, policy, context, (QuoteItem("1", bundle.code),))
        assert figures.charges == quote.items[0].charges
        assert figures.contract == quote.totals.contract


@seldom
@given(random_quotes)
def test_the_allocation_of_a_random_bundle_is_that_of_the_engine(random: RandomQuote) -> None:
    """For every bundle of a random catalogue, of every form, charge for charge."""
    catalog = ProductCatalog(random.content)
    for bundle in random.content.bundles:
        basis = DesignBasis(catalog, random.policy, DAY)
        context = a_context(max(1, bundle.term), segments=bundle.segments[:1])
        without_promotions = replaced(random.policy, rules=RuleSet("none"))
        quote = price_quote(catalog, without_promotions, context, (QuoteItem("1", bundle.code),))
        figures = design_figures(basis, bundle)
        assert figures.charges == tuple(c for item in quote.items for c in item.charges)
        assert figures.contract == quote.totals.contract
        assert figures.tax_rows == quote.totals.tax_rows


def test_the_sum_of_list_prices_saves_nothing() -> None:
    """And has its margin all the same."""
    figures = design_figures(BASIS, a_bundle("0", PARTS, form=PricingForm.SUM))
    assert (figures.saving, figures.monthly.net_amount) == (0, 250_00)


def test_what_is_chosen_in_a_group_is_priced() -> None:
    """A line is 25.00; two choices of access at 150.00 beside it make 325.00."""
    group = a_group(GroupMember("NET.RENT", most=2))
    bundle = a_bundle("0", [("LINE.RENT", 1)], form=PricingForm.SUM, groups=(group,))
    chosen = (Choice("NET.RENT", 2, "g"),)
    assert design_figures(BASIS, bundle).monthly.net_amount == 25_00
    assert design_figures(BASIS, bundle, chosen).monthly.net_amount == 325_00
    assert quote_one(BASIS, bundle, chosen).totals.monthly.net_amount == 325_00


def test_list_prices_are_those_of_the_segment_or_of_the_bundle_s_first() -> None:
    """A line costs 25.00, key accounts 21.00, and small customers 23.00."""
    prices = (
        PriceRecord("all", "LINE.RENT", Decimal("25.00")),
        PriceRecord("key", "LINE.RENT", Decimal("21.00"), segments=("KEY",)),
        PriceRecord("small", "LINE.RENT", Decimal("23.00"), segments=("SMB",)),
    )
    content = replaced(CATALOG.content, price_records=prices)
    catalog = ProductCatalog(content)
    segments = ("MICRO", "KEY", "SMB")
    bundle = a_bundle("0", [("LINE.RENT", 1)], form=PricingForm.SUM, segments=segments)

    def monthly(segment: str) -> int:
        return design_figures(DesignBasis(catalog, POLICY, DAY, segment), bundle).monthly.net_amount

    assert (monthly(""), monthly("MICRO")) == (25_00, 25_00)
    assert (monthly("KEY"), monthly("SMB")) == (21_00, 23_00)
    for_key = a_bundle("0", [("LINE.RENT", 1)], form=PricingForm.SUM, segments=("KEY", "SMB"))
    basis = DesignBasis(catalog, POLICY, DAY)
    assert design_figures(basis, for_key).monthly.net_amount == 21_00


def test_a_guided_charge_is_named_by_its_place_among_the_charges() -> None:
    """The second of two; its least is that of four lines."""
    parts = [("NET.RENT", 1), ("LINE.RENT", 4)]
    (part,) = design_figures(BASIS, a_bundle("200.00", parts)).banded
    assert (part.place, part.charge, part.least) == (1, "LINE.RENT", 85_00)


def test_a_share_of_one_fen_is_a_share() -> None:
    """Of nothing and of less there is none."""
    assert share_of(1, 1) == Decimal(100)
    assert share_of(1, 0) is None
