"""Goal seek: the discount that leads to a total or keeps a margin, to the fen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pricing.concession import measure
from pricing.goal_seek import for_margin, for_monthly_total
from pricing.quote_wide import QuoteDiscount, Target
from pricing.rule import Level, QuoteAmountOff
from tests.builders import a_bundle, a_catalog, a_charge, a_context, a_line, an_item, an_offering
from tests.pricing.rule_builders import a_policy, a_promotion, d, priced_by

CATALOG = a_catalog(an_offering(a_charge("LINE.RENT", "109.00", cost="70.00")))
LINE = a_line(3)


def test_a_monthly_total_is_reached_to_the_fen() -> None:
    """Three at 109.00 for 299.99 in all."""
    discount = for_monthly_total(29_999)
    assert discount == QuoteDiscount(Target.MONTHLY, total=29_999)
    quote = priced_by(a_policy(), CATALOG, LINE, discount=discount)
    assert quote.totals.monthly.net_amount == 29_999


@pytest.mark.parametrize("percent", ["0", "5", "7", "11", "13", "15", "17.3", "29.99", "30"])
def test_the_largest_discount_that_keeps_a_margin(percent: str) -> None:
    """One fen more would fall below it."""
    context = a_context()
    found = for_margin(CATALOG, a_policy(), context, [LINE], Decimal(percent))
    assert found is not None
    assert found.amount is not None
    margins = [
        measure(
            priced_by(
                a_policy(), CATALOG, LINE, discount=QuoteDiscount(Target.MONTHLY, amount=amount)
            )
        ).margin
        for amount in (found.amount, found.amount + 1)
    ]
    assert margins[0] >= Decimal(percent) > margins[1]


@pytest.mark.parametrize("percent", ["30.01", "100", "NaN", "Infinity", "-Infinity"])
def test_a_margin_out_of_reach_has_no_discount(percent: str) -> None:
    """70.00 of 100.00 without VAT is 30 % at most; a target that is no number is none."""
    assert for_margin(CATALOG, a_policy(), a_context(), [LINE], d(percent)) is None


def test_without_a_target_that_binds_everything_can_be_given() -> None:
    """A loss of any size is allowed: all that the floors let go."""
    found = for_margin(CATALOG, a_policy(), a_context(), [LINE], d(-1_000_000_000))
    assert found == QuoteDiscount(Target.MONTHLY, amount=32_700)
    banded = a_policy(floor_margin=d(20))
    kept = for_margin(CATALOG, banded, a_context(), [LINE], d(10))
    assert kept is not None
    assert kept.amount is not None
    assert priced_by(banded, CATALOG, LINE, discount=kept).problems == ()
    more = QuoteDiscount(Target.MONTHLY, amount=kept.amount + 1)
    assert priced_by(banded, CATALOG, LINE, discount=more).problems != ()


def test_a_quote_that_may_not_be_lowered_keeps_its_price() -> None:
    """A bundle without extra discount: nothing is taken."""
    catalog = a_catalog(bundles=[a_bundle()])
    found = for_margin(catalog, a_policy(), a_context(), [an_item("PACK")], d(10))
    assert found == QuoteDiscount(Target.MONTHLY, amount=0)


def test_a_discount_by_hand_may_take_the_place_of_what_promotions_take_off() -> None:
    """A promotion leaves 277.00 of 327.00; by hand all of the 327.00 can be given."""
    policy = a_policy(a_promotion(QuoteAmountOff(d(50)), level=Level.QUOTE))
    assert priced_by(policy, CATALOG, LINE).totals.monthly.net_amount == 27_700
    found = for_margin(CATALOG, policy, a_context(), [LINE], d(-1_000_000_000))
    assert found == QuoteDiscount(Target.MONTHLY, amount=32_700)
