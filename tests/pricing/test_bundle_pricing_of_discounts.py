"""What a discount on a whole bundle leaves of each component, to the fen."""

from __future__ import annotations

import pytest

from catalog.bundle import BundleOneTime, PricingForm
from catalog.period import BillingPeriod
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.item import Choice
from tests.builders import a_bundle, a_catalog, a_charge, an_item, an_offering, priced
from tests.pricing.rule_builders import d

PARTS = (("A.RENT", "1.00"), ("B.RENT", "1.00"), ("C.RENT", "2.00"))
OFFERINGS = tuple(an_offering(a_charge(code, price)) for code, price in PARTS)
EACH = [(code, 1) for code, _ in PARTS]


def test_a_discount_on_one_price_is_shared_as_the_price_is() -> None:
    """0.06 over 1.00, 1.00 and 2.00 is 2, 1 and 3 fen; 0.05 is 1, 1 and 3, by list value again."""
    bundle = a_bundle("0.06", EACH, most_extra_discount=d(50))
    catalog = a_catalog(*OFFERINGS, bundles=[bundle])
    (plain,) = priced(catalog, an_item("PACK")).items
    assert [charge.net_amount for charge in plain.charges] == [2, 1, 3]
    (item,) = priced(catalog, an_item("PACK", alterations=(AmountOff(1),))).items
    assert [charge.net_amount for charge in item.charges] == [1, 1, 3]
    assert [len(charge.steps) for charge in item.charges] == [3, 2, 2]
    assert item.charges[0].steps[-1].parameters == {"percent": "16.67"}


def test_beside_a_share_altered_by_hand_it_is_shared_by_what_is_left() -> None:
    """60.00 less half and 40.00 share 7.00 off: 27.00 and 36.00, not by their list values."""
    offerings = (an_offering(a_charge("A.RENT", "60.00")), an_offering(a_charge("B.RENT", "40.00")))
    bundle = a_bundle("100.00", EACH[:2], alterable=True, most_extra_discount=d(50))
    half = Choice("A.RENT", 1, alteration=Percentage(d(50)))
    item = an_item("PACK", alterations=(AmountOff(700),), choices=(half,))
    (found,) = priced(a_catalog(*offerings, bundles=[bundle]), item).items
    assert [charge.net_amount for charge in found.charges] == [2_700, 3_600]
    assert found.charges[1].steps[-1].parameters == {"percent": "10.00"}


def test_a_share_that_is_free_by_hand_bears_nothing_but_is_altered_all_the_same() -> None:
    """0.12 is 3, 2, 2 and 5 fen; the first is free, 0.02 off the other 0.09 leaves 2, 1 and 4."""
    last = an_offering(a_charge("D.RENT", "2.00"))
    offerings = (*OFFERINGS[:2], an_offering(a_charge("C.RENT", "1.00")), last)
    bundle = a_bundle("0.12", [*EACH, ("D.RENT", 1)], alterable=True, most_extra_discount=d(50))
    free = Choice("A.RENT", 1, alteration=Percentage(d(100)))
    item = an_item("PACK", alterations=(AmountOff(2),), choices=(free,))
    (found,) = priced(a_catalog(*offerings, bundles=[bundle]), item).items
    assert [charge.net_amount for charge in found.charges] == [0, 2, 1, 4]


@pytest.mark.parametrize(
    ("alteration", "net", "percent"),
    [
        (TargetPrice(d("20.00")), 6_000, "20.00"),  # 3 x 20.00 instead of 3 x 25.00
        (AmountOff(1_500), 6_000, "20.00"),
        (Percentage(d("33.3")), 5_002, "33.3"),  # 24.98 off 75.00, as typed
    ],
)
def test_what_is_taken_off_a_component_is_shown_in_percent(
    alteration: TargetPrice | AmountOff | Percentage, net: int, percent: str
) -> None:
    """Three lines at 25.00."""
    bundle = a_bundle("0", [("LINE.RENT", 3)], form=PricingForm.SUM)
    choice = Choice("LINE.RENT", 3, alteration=alteration)
    (item,) = priced(a_catalog(bundles=[bundle]), an_item("PACK", choices=(choice,))).items
    (charge,) = item.charges
    assert (charge.net_amount, charge.steps[-1].parameters) == (net, {"percent": percent})


def test_a_one_time_charge_of_a_fen_for_nothing_is_waived() -> None:
    """The smallest list price there is."""
    box = an_offering(a_charge("I.BOX", "0.01", period=BillingPeriod.ONCE))
    bundle = a_bundle("20.00", [("LINE.RENT", 1)], one_time=(BundleOneTime("I.BOX", 1, d(0)),))
    offerings = (an_offering(), box)
    (item,) = priced(a_catalog(*offerings, bundles=[bundle]), an_item("PACK")).items
    assert item.charges[1].published_waiver


def test_a_discount_too_small_for_two_decimals_is_shown_as_nothing() -> None:
    """0.01 off 30,000.00."""
    offering = an_offering(a_charge("LINE.RENT", "30000.00"))
    bundle = a_bundle("0", [("LINE.RENT", 1)], form=PricingForm.SUM)
    choice = Choice("LINE.RENT", 1, alteration=AmountOff(1))
    catalog = a_catalog(offering, bundles=[bundle])
    (charge,) = priced(catalog, an_item("PACK", choices=(choice,))).items[0].charges
    assert (charge.net_amount, charge.steps[-1].parameters) == (2_999_999, {"percent": "0"})
