"""What is given away is measured to the fen, and published prices count as nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.bundle import BundleOneTime, BundleOption
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.concession import Concession, Concessions, measure
from pricing.item import ItemCharge
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_line,
    an_item,
    an_offering,
    priced,
)

ONCE = BillingPeriod.ONCE
SOLD = an_offering(
    a_charge("LINE.RENT", "100.00"),
    a_charge("LINE.INST", "200.00", period=ONCE, cost="0"),
    a_charge("LINE.GUIDED", "50.00", regulation=PriceRegulation.GUIDED),
    a_charge("LINE.FIXED", "10.00", regulation=PriceRegulation.FIXED),
    a_charge("LINE.SUBS", "-400.00", period=ONCE, cost="0"),
    a_charge("LINE.YEAR", "120.00", period=BillingPeriod.YEAR),
)
OPTION = BundleOption("LINE.RENT", Decimal("80.00"), waives=("LINE.INST",))
PACK = a_bundle(
    "190.00",
    [("LINE.RENT", 2)],
    one_time=(BundleOneTime("LINE.INST", 1, Decimal(0)),),
    options=(OPTION,),
)
CATALOG = a_catalog(SOLD, bundles=[PACK])


def off(percent: int | str) -> Percentage:
    """So many percent."""
    return Percentage(Decimal(percent))


@pytest.mark.parametrize(
    ("published", "taken", "limit", "within"),
    [
        (2500_00, 250_00, "10", True),  # V54: exactly at the limit
        (2500_00, 250_10, "10", False),  # V54: 10.004 % is not 10 %
        (6_66, 67, "10", True),  # 10 % of 6.66 is 0.666, taken as 0.67
        (6_66, 68, "10", False),
        (100_00, 0, "0", True),
        (100_00, 1, "0", False),
        (100_00, -500, "0", True),
    ],
)
def test_a_limit_allows_what_it_gives_when_rounded_as_the_engine_rounds(
    published: int, taken: int, limit: str, within: bool
) -> None:
    """Compared on fen, never on a percentage as shown."""
    assert Concession("i1", "x", published, taken).within(Fraction(limit)) is within


@given(st.integers(1, 10**9), st.decimals(0, 100, places=4))
def test_a_percentage_taken_is_always_within_itself(published: int, percent: Decimal) -> None:
    """Whatever the amount, an alteration of the limit fits the limit."""
    taken = Percentage(percent).discount(published, 1)
    assert Concession("i1", "x", published, taken).within(Fraction(percent))


def test_a_raised_price_is_no_concession() -> None:
    """Its depth is nothing, not below."""
    assert Concession("i1", "x", 100, -5).depth == 0
    assert Concession("i1", "x", 100, 5).depth == 5
    assert Concession("i1", "x", 0, 0).depth == 0


def test_charges_are_sorted_by_who_sets_their_price() -> None:
    """One-time charges are measured together instead, except at fixed prices."""
    lines = [
        a_line(1, off(10), code=f"LINE.{code}", item_id=code)
        for code in ("RENT", "GUIDED", "FIXED", "INST")
    ]
    given = measure(priced(CATALOG, *lines))
    assert [(c.charge, c.published, c.taken) for c in given.market] == [("LINE.RENT", 10000, 1000)]
    assert [(c.charge, c.taken) for c in given.guided] == [("LINE.GUIDED", 5_00)]
    assert [(c.charge, c.taken) for c in given.fixed] == [("LINE.FIXED", 1_00)]
    assert (given.one_time_list, given.one_time_waived) == (200_00, 20_00)
    assert given.one_time_share == 10


def test_published_prices_count_as_nothing_given_away() -> None:
    """A bundle, its option price and its waivers; only what is taken on top counts."""
    items = [
        an_item("PACK", alterations=(off(5),)),
        a_line(1, off(10), item_id="i2"),
        a_line(1, code="LINE.INST", item_id="i3"),
    ]
    given = measure(priced(CATALOG, *items))
    assert [(c.charge, c.published, c.taken) for c in given.market] == [
        ("PACK", 190_00, 9_50),
        ("LINE.RENT", 80_00, 8_00),
    ]
    assert (given.one_time_list, given.one_time_waived) == (0, 0)
    assert given.one_time_share == 0


def test_a_subsidy_hides_no_waived_charge() -> None:
    """200.00 waived of 200.00 is all of it, with or without 400.00 of subsidy."""
    items = [
        a_line(1, off(100), code="LINE.INST", item_id="i1"),
        a_line(1, code="LINE.SUBS", item_id="i2"),
    ]
    assert measure(priced(CATALOG, *items)).one_time_share == 100


def test_free_months_count_over_the_term() -> None:
    """2 of 12 months at 90.00 and 10 % off 100.00: 1,200.00 published, 900.00 charged."""
    charges = (ItemCharge("LINE.RENT", 1, off(10)),)
    item = an_item("LINE", 1, *charges, alterations=(FreeMonths(2),))
    given = measure(priced(CATALOG, item))
    assert (given.recurring_published, given.recurring_taken) == (1200_00, 300_00)
    assert given.cumulative == 25
    assert given.free_months == 2


def test_yearly_charges_count_by_started_years() -> None:
    """12 months of 120.00 a year with 50 % off: 60.00 of 120.00."""
    given = measure(priced(CATALOG, a_line(1, off(50), code="LINE.YEAR")))
    assert (given.recurring_published, given.recurring_taken) == (120_00, 60_00)


def test_optional_items_count_by_their_depth_and_not_in_sums() -> None:
    """The customer may choose them, so the worst of them must be allowed (V53)."""
    items = [a_line(1), a_line(1, off(30), item_id="i2", optional=True)]
    given = measure(priced(CATALOG, *items))
    assert max(concession.depth for concession in given.market) == 30
    assert given.recurring_taken == 0
    assert given.contract_value == 1200_00
    waived = a_line(1, off(100), code="LINE.INST", optional=True)
    assert measure(priced(CATALOG, waived)).one_time_list == 0


def test_items_below_cost_are_named_once() -> None:
    """100.00 costs 10.00 and is 91.74 without VAT; at 89.1 % off it brings 10.00, at 90 % less."""
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", "100.00"), a_charge("LINE.MORE", "1.00")))
    for taken, named in (("89.1", ()), ("89.2", ("i1",))):
        item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1, off(taken)))
        assert measure(priced(catalog, item)).below_cost == named
    both = an_item("LINE", 1, ItemCharge("LINE.MORE", 1), ItemCharge("LINE.RENT", 1, off(99)))
    assert measure(priced(catalog, both)).below_cost == ("i1",)


def test_an_empty_quote_gives_nothing_away() -> None:
    """And divides by nothing."""
    given = measure(priced(CATALOG))
    assert not any((given.cumulative, given.one_time_share, given.margin))
    assert given.free_months == 0


BASE = Concessions(
    market=(),
    guided=(),
    fixed=(),
    one_time_list=0,
    one_time_waived=0,
    free_months=0,
    recurring_published=0,
    recurring_taken=0,
    revenue=0,
    cost=0,
    contract_value=0,
    below_cost=(),
)


@pytest.mark.parametrize(
    ("revenue", "cost", "margin"),
    [
        (7354_20, 3140_16, Fraction(421404, 7354_20) * 100),
        (100, 100, 0),
        (100, 300, -200),
        (100, 0, 100),
        (0, 1, -100),
        (0, 0, 0),
        (-100, 50, -150),
    ],
)
def test_the_margin_never_improves_by_bringing_in_less(
    revenue: int, cost: int, margin: Fraction | int
) -> None:
    """Giving everything away is a loss and not a margin of zero."""
    given = msgspec.structs.replace(BASE, revenue=revenue, cost=cost)
    assert given.margin == margin


@pytest.mark.parametrize("taken", [AmountOff(10_00), TargetPrice(Decimal(90)), off(10)])
def test_it_does_not_matter_in_which_form_a_discount_is_given(
    taken: AmountOff | TargetPrice | Percentage,
) -> None:
    """10.00 off 100.00 is 10 %, however it was entered."""
    (concession,) = measure(priced(CATALOG, a_line(1, taken))).market
    assert concession.depth == 10


def test_each_concession_names_its_item() -> None:
    """A line, a guided charge, a fixed one and a bundle."""
    line = an_item("LINE", 1, *(ItemCharge(f"LINE.{c}", 1) for c in ("RENT", "GUIDED", "FIXED")))
    given = measure(priced(CATALOG, line, an_item("PACK", item_id="i2")))
    assert [(one.item, one.charge) for one in given.market] == [
        ("i1", "LINE.RENT"),
        ("i2", "PACK"),
    ]
    assert [(one.item, one.charge) for one in given.guided] == [("i1", "LINE.GUIDED")]
    assert [(one.item, one.charge) for one in given.fixed] == [("i1", "LINE.FIXED")]


def test_a_charge_of_one_fen_is_a_charge() -> None:
    """0.01 once, waived: all of it."""
    catalog = a_catalog(an_offering(a_charge("LINE.INST", "0.01", period=ONCE, cost="0")))
    given = measure(priced(catalog, a_line(1, off(100), code="LINE.INST")))
    assert (given.one_time_list, given.one_time_waived) == (1, 1)


def test_yearly_charges_count_beside_free_months() -> None:
    """12 x 100.00 less one month, and 120.00 less half: 160.00 of 1,320.00."""
    charges = (ItemCharge("LINE.RENT", 1), ItemCharge("LINE.YEAR", 1, off(50)))
    given = measure(priced(CATALOG, an_item("LINE", 1, *charges, alterations=(FreeMonths(1),))))
    assert (given.recurring_published, given.recurring_taken) == (132_000, 16_000)


@given(st.integers(1, 40), st.integers(0, 100), st.integers(0, 3), st.booleans())
def test_an_option_adds_what_it_would_add_if_it_were_none(
    quantity: int, percent: int, free: int, yearly: bool
) -> None:
    """Each sum of a quote with the item is that without it and what the option says."""
    charges = [ItemCharge("LINE.RENT", quantity, off(percent)), ItemCharge("LINE.INST", 1, off(50))]
    if yearly:
        charges.append(ItemCharge("LINE.YEAR", 1))
    months = (FreeMonths(free),) if free else ()
    item = an_item("LINE", 1, *charges, item_id="more", alterations=months)
    base = a_line(3, off(10))
    optional = measure(priced(CATALOG, base, msgspec.structs.replace(item, optional=True)))
    taken = measure(priced(CATALOG, base, item))
    (option,) = optional.options
    assert option.item == "more"
    for name in (
        "one_time_list",
        "one_time_waived",
        "recurring_published",
        "recurring_taken",
        "revenue",
        "cost",
        "contract_value",
        "gifts",
    ):
        assert getattr(optional, name) + getattr(option, name) == getattr(taken, name), name
    assert optional.items == taken.items
    assert optional.one_time == taken.one_time
