"""Shares of what is taken off a quote: every figure of what bears one, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from catalog.bundle import BundleOption, ChildBundle, PricingForm
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.bearers import Written, bearers_among, bearers_of, reach_of, take_off
from pricing.item import ItemCharge
from pricing.stages import Stage
from pricing.trail import StepNote
from tests.builders import a_bundle, a_catalog, a_charge, a_line, an_item, an_offering, priced
from tests.pricing.rule_builders import a_policy, a_promotion, d, percent_off, priced_by

if TYPE_CHECKING:
    from pricing.priced import PricedCharge, PricedItem

MONTH, ONCE = BillingPeriod.MONTH, BillingPeriod.ONCE
NOTE = StepNote(Stage.QUOTE_WIDE, "step.quote_discount", "quote")
GUIDED = PriceRegulation.GUIDED


def noted(_charge: PricedCharge, _share: int) -> StepNote:
    """The same step for every share."""
    return NOTE


WRITTEN = Written(noted)


def off(items: tuple[PricedItem, ...], amount: int, written: Written = WRITTEN) -> list[PricedItem]:
    """The items with an amount taken off their monthly charges; nothing may be found."""
    bearers = bearers_among(items, MONTH, a_policy(), lambda _: d(50))
    done, problems = take_off(items, bearers, amount, a_policy(), written)
    assert problems == ()
    return list(done)


def test_a_share_changes_the_net_amount_its_tax_and_its_steps_alone() -> None:
    """10.90 off 109.00: 98.10 is 90.00 and 8.10 of VAT."""
    option = BundleOption("LINE.RENT", d("109.00"))
    catalog = a_catalog(
        an_offering(a_charge(price="218.00", regulation=GUIDED)),
        an_offering(a_charge("NET.RENT", "10.00")),
        bundles=[a_bundle("10.00", [("NET.RENT", 1)], options=(option,))],
    )
    before = priced(catalog, a_line(1, Percentage(d(0)), item_id="a"), an_item("PACK")).items[0]
    (charge,) = before.charges
    (after,) = off((before,), 1_090)
    assert after.charges == (
        msgspec.structs.replace(
            charge,
            net_amount=9_810,
            net_ex_tax=9_000,
            tax=810,
            trail=charge.trail.then(NOTE, 9_810),
        ),
    )
    assert (after.id, after.monthly.net_amount, after.monthly.published_amount) == (
        "a",
        9_810,
        10_900,
    )


def test_a_published_share_takes_the_published_amount_along() -> None:
    """10.00 off 100.00, nothing of it given away by hand."""
    items = priced(a_catalog(an_offering(a_charge(price="100.00"))), a_line()).items
    for published, left in ((True, 9_000), (False, 10_000)):
        (after,) = off(items, 1_000, Written(noted, published))
        assert after.charges[0].published_amount == left
        assert after.charges[0].net_amount == 9_000


def test_all_else_about_a_charge_is_kept() -> None:
    """A discount by hand, and the promotion that it took the place of."""
    catalog = a_catalog(an_offering(a_charge(price="100.00", cost="3.00")))
    policy = a_policy(a_promotion(percent_off(5)))
    items = priced_by(policy, catalog, a_line(2, Percentage(d(10)))).items
    (after,) = off(items, 1_000)
    (was,), (now,) = items[0].charges, after.charges
    assert (now.rejected, now.cost_amount) == (was.rejected, 600)
    assert now.discount == 10
    assert [one.rule for one in now.rejected] == ["P"]
    assert (now.name, now.unit, now.quantity, now.code) == (was.name, was.unit, 2, "LINE.RENT")


def test_of_several_charges_each_bears_its_share() -> None:
    """10.00 off 75.00 and 25.00 of one item is 7.50 and 2.50; what is charged once stays."""
    offering = an_offering(
        a_charge("LINE.RENT", "75.00"),
        a_charge("LINE.INST", "80.00", period=ONCE),
        a_charge("LINE.CARE", "25.00"),
    )
    item = an_item("LINE", 1, *(ItemCharge(one.code, 1) for one in offering.charges))
    items = priced(a_catalog(offering), item, a_line(item_id="o", optional=True)).items
    first, option = off(items, 1_000)
    assert [charge.net_amount for charge in first.charges] == [6_750, 8_000, 2_250]
    assert first.monthly.net_amount == 9_000
    assert option is items[1]


def test_who_bears_nothing_stays_the_very_same() -> None:
    """A subsidy beside a line, and a line with two charges whose shares are nothing."""
    offering = an_offering(a_charge("LINE.RENT", "-5.00"), a_charge("LINE.CARE", "0"))
    two = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), ItemCharge("LINE.CARE", 1))
    catalog = a_catalog(
        offering,
        an_offering(a_charge("NET.RENT", "60.00")),
        an_offering(a_charge("BOX.RENT", "40.00"), a_charge("BOX.INST", "1.00", period=ONCE)),
    )
    box = an_item("BOX", 1, ItemCharge("BOX.RENT", 1), ItemCharge("BOX.INST", 1), item_id="b")
    items = priced(catalog, two, a_line(code="NET.RENT", item_id="n"), box).items
    gift, net, boxed = off(items, 1_000)
    assert gift is items[0]
    assert (net.monthly.net_amount, boxed.monthly.net_amount) == (5_400, 3_600)


def test_what_was_written_the_last_time_is_taken_again_where_the_share_is_the_same() -> None:
    """10.00 off 100.00 twice is one item; 11.00 is another."""
    items = priced(a_catalog(an_offering(a_charge(price="100.00"))), a_line()).items
    (first,) = off(items, 1_000)
    known = Written(noted, again={id(items[0]): first})
    assert off(items, 1_000, known)[0] is first
    assert off(items, 1_100, known)[0].monthly.net_amount == 8_900


@pytest.mark.parametrize(
    ("price", "cap"), [("100.00", 1_500), ("100.01", 1_500), ("100.07", 1_501), ("0", 0)]
)
def test_the_band_of_a_guided_price_is_rounded_up(price: str, cap: int) -> None:
    """85 % of 100.07 is 85.0595, kept as 85.06."""
    catalog = a_catalog(an_offering(a_charge(price=price, regulation=GUIDED)))
    (item,) = priced(catalog, a_line()).items
    (bearer,) = bearers_of(item, MONTH, a_policy(), lambda _: d(0))
    assert bearer.cap == cap


@pytest.mark.parametrize(
    ("margin", "period", "cap"),
    [(None, MONTH, 10_900), (d(15), MONTH, 1_923), (d(15), ONCE, 10_900), (d(0), MONTH, 3_270)],
)
def test_only_what_recurs_keeps_a_margin(margin: object, period: BillingPeriod, cap: int) -> None:
    """Cost 70.00: 89.77 is kept at 15 % (V21 with 9 % VAT), 76.30 at nothing (70.00 x 1.09)."""
    offering = an_offering(
        a_charge("LINE.RENT", "109.00", cost="70.00"),
        a_charge("LINE.INST", "109.00", cost="70.00", period=ONCE),
    )
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), ItemCharge("LINE.INST", 1))
    (found,) = priced(a_catalog(offering), item).items
    policy = a_policy(floor_margin=margin)
    (bearer,) = bearers_of(found, period, policy, lambda _: d(0))
    assert (bearer.cap, bearer.net, bearer.item) == (cap, 10_900, found)
    assert reach_of([bearer]) == cap


def test_one_fen_can_be_taken_off_and_another_period_bears_nothing() -> None:
    """A rent of 0.01; what is charged once is not of the month, and no usage ever is."""
    offering = an_offering(
        a_charge("LINE.RENT", "0.01"),
        a_charge("LINE.INST", "1.00", period=ONCE),
        a_charge("LINE.CALLS", "1.00", period=BillingPeriod.PER_USE),
    )
    items = priced(
        a_catalog(offering),
        *(a_line(code=one.code, item_id=one.code) for one in offering.charges),
    ).items
    bearers = bearers_among(items, MONTH, a_policy(), lambda _: d(0))
    assert [bearer.charges[0].code for bearer in bearers] == ["LINE.RENT"]
    assert reach_of(bearers) == 1
    assert bearers_among(items, BillingPeriod.PER_USE, a_policy(), lambda _: d(0)) == []


def test_the_higher_of_band_and_margin_is_kept() -> None:
    """85.00 of a guided 100.00; a cost of 90.00 without a margin keeps 98.10."""
    for cost, cap in (("10.00", 1_500), ("90.00", 190)):
        catalog = a_catalog(an_offering(a_charge(price="100.00", cost=cost, regulation=GUIDED)))
        (item,) = priced(catalog, a_line()).items
        (bearer,) = bearers_of(item, MONTH, a_policy(floor_margin=d(0)), lambda _: d(0))
        assert bearer.cap == cap


def test_a_bundle_bears_what_its_limit_leaves_rounded_down() -> None:
    """5 % of 199.99 is 9.9995: 9.99; 2 % by hand (4.00) leaves 5.99, and 6 % leaves nothing."""
    bundle = a_bundle("199.99", [("LINE.RENT", 1)], most_extra_discount=d(6))
    catalog = a_catalog(bundles=[bundle])
    for percent, cap in ((0, 999), (2, 599), (6, 0)):
        item = an_item("PACK", alterations=(Percentage(d(percent)),))
        (found,) = priced(catalog, item).items
        (bearer,) = bearers_of(found, MONTH, a_policy(), lambda _: d(5))
        assert bearer.cap == cap


def test_components_that_were_not_altered_share_by_list_price_again() -> None:
    """100.00 over 60.00 and 90.00 is 40.00 and 60.00; 99.99 by list is 39.996 and 59.994."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "60.00")),
        an_offering(a_charge("B.RENT", "90.00")),
        bundles=[a_bundle("100.00", [("A.RENT", 1), ("B.RENT", 1)], most_extra_discount=d(50))],
    )
    items = priced(catalog, an_item("PACK")).items
    (after,) = off(items, 1)
    assert [charge.net_amount for charge in after.charges] == [4_000, 5_999]
    assert [charge.trail.steps[-1].change for charge in after.charges] == [0, -1]


def test_of_a_sum_each_charge_bears_within_its_own_limits() -> None:
    """10 % of each at most: 10.00 of a market price, 1.50 of a guided one (15 %), not 5.00."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "100.00")),
        an_offering(a_charge("B.RENT", "10.00", regulation=GUIDED)),
        bundles=[
            a_bundle("0", [("A.RENT", 1), ("B.RENT", 1)], form=PricingForm.SUM),
        ],
    )
    (item,) = priced(catalog, an_item("PACK")).items
    tenth = bearers_of(item, MONTH, a_policy(), lambda _: d(10))
    half = bearers_of(item, MONTH, a_policy(), lambda _: d(50))
    assert [bearer.cap for bearer in tenth] == [1_000, 100]
    assert [bearer.cap for bearer in half] == [5_000, 150]
    assert [bearer.net for bearer in half] == [10_000, 1_000]


def test_a_fixed_price_inside_a_sum_is_one_bearer_beside_the_others() -> None:
    """The inner bundle of 50.00 by its two charges, and the outer line of 100.00 by itself."""
    inner = a_bundle("50.00", [("A.RENT", 1), ("B.RENT", 1)], code="INNER")
    outer = a_bundle("0", [("C.RENT", 1)], form=PricingForm.SUM, children=(ChildBundle("INNER"),))
    sold = [an_offering(a_charge(f"{code}.RENT", "100.00")) for code in "ABC"]
    (item,) = priced(a_catalog(*sold, bundles=[inner, outer]), an_item("PACK")).items
    bearers = bearers_of(item, MONTH, a_policy(), lambda code: d(10 if code == "PACK" else 0))
    assert [([c.code for c in b.charges], b.net, b.cap) for b in bearers] == [
        (["A.RENT", "B.RENT"], 5_000, 500),
        (["C.RENT"], 10_000, 1_000),
    ]
