"""What is given away item by item: whole items, single one-time charges, and gifts."""

from __future__ import annotations

import pytest

from catalog.charge import ChargeType
from catalog.option_group import GroupMember
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.concession import Concession, measure
from pricing.item import ItemCharge, QuoteItem
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_group,
    a_line,
    an_item,
    an_offering,
    priced,
)
from tests.pricing.rule_builders import a_policy, a_promotion, percent_off, priced_by
from tests.pricing.test_concession import CATALOG, off

ONCE = ChargeType.ONE_TIME


def of(**percents: int) -> tuple[ItemCharge, ...]:
    """Charges of the line, each with so many percent off by hand; -1 for none by hand."""
    return tuple(
        ItemCharge(f"LINE.{code}", 1, None if percent < 0 else off(percent))
        for code, percent in percents.items()
    )


def test_each_item_is_measured_over_the_term_with_what_is_charged_once() -> None:
    """1,200.00 less 300.00 by 10 % and two free months, 120.00 a year, 100.00 of 200.00 once."""
    line = an_item("LINE", 1, *of(RENT=10, INST=50, YEAR=-1), alterations=(FreeMonths(2),))
    subsidy = a_line(1, code="LINE.SUBS", item_id="i2")
    given = measure(priced(CATALOG, line, subsidy))
    assert given.items == (
        Concession("i1", "LINE", 152_000, 40_000),
        Concession("i2", "LINE", 0, 0),
    )
    assert given.one_time == (Concession("i1", "LINE.INST", 20_000, 10_000, ONCE),)
    assert [one.type for one in given.market] == [ChargeType.RECURRING, ChargeType.RECURRING]


def test_waived_charges_of_several_items_add_up() -> None:
    """50.00 and 100.00 of 200.00 each, each told by itself."""
    items = (
        a_line(1, off(25), code="LINE.INST", item_id="a"),
        a_line(1, off(50), code="LINE.INST", item_id="b"),
    )
    given = measure(priced(CATALOG, *items))
    assert (given.one_time_list, given.one_time_waived) == (40_000, 15_000)
    assert [(one.item, one.taken) for one in given.one_time] == [("a", 5_000), ("b", 10_000)]


def test_an_option_hides_nothing_of_what_stands_behind_it() -> None:
    """The firm line after it is in every sum."""
    option, line = a_line(1, off(50), item_id="a", optional=True), a_line(1, off(10), item_id="b")
    given = measure(priced(CATALOG, option, line))
    assert (given.recurring_published, given.recurring_taken) == (120_000, 12_000)
    assert [(one.item, one.recurring_taken) for one in given.options] == [("a", 60_000)]


@pytest.mark.parametrize(
    ("charges", "gift"),
    [
        (of(RENT=100), 120_000),
        (of(INST=100), 20_000),
        (of(YEAR=100), 12_000),
        (of(RENT=100, INST=100, YEAR=100), 152_000),
        (of(RENT=100, INST=99), 0),  # something is charged
        (of(RENT=-1, INST=100), 0),
        (of(SUBS=-1), 0),  # nothing in it costs anything
        (of(RENT=100, SUBS=-1), 0),  # the customer is paid
        ((), 0),
    ],
)
def test_a_gift_is_an_item_of_which_everything_is_free_by_hand(
    charges: tuple[ItemCharge, ...], gift: int
) -> None:
    """100.00 a month, 200.00 once, 120.00 a year; beside another gift of 1,200.00."""
    item = an_item("LINE", 1, *charges)
    assert measure(priced(CATALOG, item)).gifts == gift
    other = an_item("LINE", 1, *of(RENT=100), item_id="i2")
    assert measure(priced(CATALOG, other, item)).gifts == 120_000 + gift
    option = QuoteItem("i1", "LINE", 1, charges, optional=True)
    given = measure(priced(CATALOG, option))
    assert (given.gifts, [one.gifts for one in given.options]) == (0, [gift])


def test_what_a_rule_gives_is_no_gift_by_hand() -> None:
    """Everything off, unpublished: it counts as given away, but nobody typed it."""
    policy = a_policy(a_promotion(percent_off(100), published=False))
    given = measure(priced_by(policy, CATALOG, a_line(1)))
    assert (given.recurring_taken, given.gifts) == (120_000, 0)


def test_a_fen_can_be_a_gift() -> None:
    """The smallest charge there is."""
    charge = a_charge("LINE.INST", "0.01", period=BillingPeriod.ONCE, cost="0")
    quote = priced(a_catalog(an_offering(charge)), a_line(1, off(100), code="LINE.INST"))
    assert measure(quote).gifts == 1


def test_what_costs_nothing_keeps_nothing_from_being_a_gift() -> None:
    """Only the rent has a price, and all of it is given; of nothing nothing is waived."""
    catalog = a_catalog(
        an_offering(
            a_charge("LINE.RENT", "100.00"),
            a_charge("LINE.FREE", "0.00"),
            a_charge("LINE.INST", "0.00", period=BillingPeriod.ONCE),
        )
    )
    given = measure(priced(catalog, an_item("LINE", 1, *of(RENT=100, FREE=-1, INST=-1))))
    assert (given.gifts, given.one_time) == (120_000, ())


def test_one_time_charges_of_an_item_add_up() -> None:
    """Half of 200.00 and a tenth of 50.00."""
    catalog = a_catalog(
        an_offering(
            a_charge("LINE.INST", "200.00", period=BillingPeriod.ONCE),
            a_charge("LINE.MOVE", "50.00", period=BillingPeriod.ONCE),
        )
    )
    given = measure(priced(catalog, an_item("LINE", 1, *of(INST=50, MOVE=10))))
    assert (given.one_time_list, given.one_time_waived) == (25_000, 10_500)


def test_what_a_bundle_sells_beside_its_price_is_measured_by_itself() -> None:
    """One line in the price of 80.00, then one chosen at list price."""
    net = an_offering(a_charge("NET.RENT", "30.00"))
    group = a_group(GroupMember("NET.RENT", default=1))
    bundle = a_bundle("80.00", [("LINE.RENT", 1)], groups=(group,))
    given = measure(priced(a_catalog(an_offering(), net, bundles=[bundle]), an_item("PACK")))
    assert given.market == (
        Concession("i1", "PACK", 8_000, 0),
        Concession("i1", "NET.RENT", 3_000, 0),
    )
