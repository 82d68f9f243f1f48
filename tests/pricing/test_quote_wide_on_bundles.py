"""A discount on the whole quote where bundles bear it: their limit, their shares, their filing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.bundle import ChildBundle, PricingForm
from catalog.charge import PriceRegulation
from pricing.alterations.percentage import Percentage
from pricing.quote_wide import QuoteDiscount, Target
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    an_item,
    an_offering,
    codes_of,
)
from tests.pricing.rule_builders import a_policy, d, priced_by

if TYPE_CHECKING:
    from pricing.priced import PricedQuote


def nets(quote: PricedQuote) -> list[int]:
    """Net fen of all charges in their order."""
    return [charge.net_amount for item in quote.items for charge in item.charges]


def _pack(percent: str, filing_number: str) -> tuple[PricedQuote, PricedQuote]:
    """A bundle at 199.00 that may be lowered by 5 %: at its limit of 9.95, and a fen beyond."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "100.00")),
        an_offering(a_charge("B.RENT", "149.00", regulation=PriceRegulation.GUIDED)),
        bundles=[
            a_bundle(
                parts=[("A.RENT", 1), ("B.RENT", 1)],
                most_extra_discount=d(5),
                filing_number=filing_number,
            )
        ],
    )
    item = an_item("PACK", alterations=(Percentage(d(percent)),) if percent else ())
    left = 995 - round(19_900 * int(percent or 0) / 100)
    first, second = (
        priced_by(a_policy(guided_band=d(25)), catalog, item, discount=QuoteDiscount(amount=taken))
        for taken in (left, left + 1)
    )
    return first, second


@pytest.mark.parametrize("percent", ["", "2"])
def test_a_bundle_bears_what_its_largest_extra_discount_leaves(percent: str) -> None:
    """9.95 in all, whether by hand or over the quote, allocated like its price."""
    most, more = _pack(percent, "F-1")
    assert codes_of(most) == []
    assert nets(most) == [7_592, 11_313]
    assert [charge.published_amount for charge in most.items[0].charges] == [7_992, 11_908]
    assert codes_of(more) == ["price.quote_discount_too_large"]
    assert sum(nets(most)) == 19_900 - 995


def test_a_guided_component_pushed_below_its_band_needs_a_filing_number() -> None:
    """199 of 249 keeps 79.92 %, less 5 % only 75.93 %: allowed at 25 %, not at 24 %."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "100.00")),
        an_offering(a_charge("B.RENT", "149.00", regulation=PriceRegulation.GUIDED)),
        bundles=[a_bundle(parts=[("A.RENT", 1), ("B.RENT", 1)], most_extra_discount=d(5))],
    )
    for band, codes in (("24.08", []), ("24.07", ["bundle.filing_number_missing"])):
        quote = priced_by(
            a_policy(guided_band=d(band)),
            catalog,
            an_item("PACK"),
            discount=QuoteDiscount(amount=995),
        )
        assert codes_of(quote) == codes
        assert [c.below_band for c in quote.items[0].charges] == [False, bool(codes)]
        assert [p.parameters for p in quote.problems] == [{"charge": "B.RENT"}] * len(codes)
        assert [p.where.subject for p in quote.problems] == ["i1"] * len(codes)


@pytest.mark.parametrize(("taken", "below"), [(1_000, False), (1_001, True)])
def test_a_component_at_the_end_of_its_band_is_not_below_it(taken: int, *, below: bool) -> None:
    """170.00 of 200.00 is 85 % exactly."""
    guided = an_offering(a_charge("B.RENT", "200.00", regulation=PriceRegulation.GUIDED))
    bundle = a_bundle("180.00", parts=[("B.RENT", 1)], most_extra_discount=d(50))
    catalog = a_catalog(guided, bundles=[bundle])
    discount = QuoteDiscount(amount=taken)
    quote = priced_by(a_policy(), catalog, an_item("PACK"), discount=discount)
    assert quote.items[0].charges[0].below_band is below
    assert bool(quote.problems) is below


def test_a_component_below_its_band_before_is_told_once() -> None:
    """The bundle itself is at fault, not the discount; with a filing number nothing is."""
    catalogs = [
        a_catalog(
            an_offering(a_charge("B.RENT", "249.00", regulation=PriceRegulation.GUIDED)),
            bundles=[
                a_bundle(parts=[("B.RENT", 1)], most_extra_discount=d(5), filing_number=number)
            ],
        )
        for number in ("", "F-1")
    ]
    found = [
        codes_of(priced_by(a_policy(), c, an_item("PACK"), discount=QuoteDiscount(amount=995)))
        for c in catalogs
    ]
    assert found == [["bundle.filing_number_missing"], []]


def test_published_one_time_prices_of_a_bundle_stay() -> None:
    """Nothing bears a one-time discount."""
    catalog = a_catalog(bundles=[a_bundle(most_extra_discount=d(50))])
    once = QuoteDiscount(Target.ONE_TIME, amount=1)
    quote = priced_by(a_policy(), catalog, an_item("PACK"), discount=once)
    assert quote.problems[0].parameters == {"amount": "1", "most": "0"}


def test_no_component_becomes_dearer_where_bundles_inside_have_their_prices() -> None:
    """50.00 and 90.00 for two lines of 100.00; 14.00 off both: 5.00 and 9.00, not 7.00 each."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "100.00")),
        an_offering(a_charge("B.RENT", "100.00")),
        bundles=[
            a_bundle("50.00", [("A.RENT", 1)], code="X"),
            a_bundle("90.00", [("B.RENT", 1)], code="Y"),
            a_bundle(
                "0",
                [],
                form=PricingForm.SUM,
                children=(ChildBundle("X"), ChildBundle("Y")),
                most_extra_discount=d(50),
            ),
        ],
    )
    quote = priced_by(a_policy(), catalog, an_item("PACK"), discount=QuoteDiscount(amount=1_400))
    assert [charge.net_amount for charge in quote.items[0].charges] == [4_500, 8_100]
