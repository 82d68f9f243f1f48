"""Levers are what is given away by hand, and set it lower and nothing else."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from app.quoting.authority.levers import Lever, LeverKind, lever_at, levers_of
from catalog.period import BillingPeriod
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.engine import price_quote
from pricing.item import Choice, ItemCharge, QuoteItem
from pricing.quote_wide import QuoteDiscount, Target
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_quote,
    an_item,
    an_offering,
)

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "1000.00"),
        a_charge("LINE.INST", "300.00", period=BillingPeriod.ONCE),
    ),
    an_offering(a_charge("FEN.RENT", "0.01")),
    bundles=[a_bundle("900.00", [("LINE.RENT", 1)], most_extra_discount=Decimal(100))],
)


def levers(*items: QuoteItem, discount: QuoteDiscount | None = None) -> tuple[Lever, ...]:
    """The levers of a quote of two years."""
    quote = msgspec.structs.replace(a_quote(*items, term=24), discount=discount)
    return levers_of(quote, price_quote(CATALOG, POLICY, a_context(24), items, discount))


def off(percent: int | str) -> Percentage:
    """So many percent."""
    return Percentage(Decimal(percent))


def test_every_way_to_give_away_is_a_lever_the_deepest_first() -> None:
    """That of the quote before all; what gives nothing is none."""
    line = an_item(
        "LINE",
        1,
        ItemCharge("LINE.RENT", 1, AmountOff(12345)),
        ItemCharge("LINE.INST", 1, off(50)),
        item_id="a",
        alterations=(FreeMonths(2), ReducedMonths(3, 4, Decimal(50))),
    )
    plain = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), item_id="b")
    bundle = an_item("PACK", item_id="c", alterations=(off("7.5"),))
    found = levers(line, plain, bundle, discount=QuoteDiscount(percent=Decimal(3)))
    assert [(lever.kind.value, lever.item, lever.stands) for lever in found] == [
        ("quote", "", 300),
        ("charge", "a", 5000),
        ("charge", "a", 1235),
        ("bundle", "c", 750),
        ("free_months", "a", 2),
        ("timed", "a", 1),
    ]


def test_a_raise_is_no_lever() -> None:
    """A price that rises by the year gives nothing away, nor does a discount of nothing."""
    rising = an_item("LINE", 1, ItemCharge("LINE.RENT", 1, off(0)), alterations=(Ramp(Decimal(5)),))
    assert levers(rising) == ()


@pytest.mark.parametrize(
    ("discount", "steps"),
    [
        (QuoteDiscount(percent=Decimal("2.5")), 250),
        (QuoteDiscount(amount=10000), 1000),
        (QuoteDiscount(total=95000), 10000),
    ],
)
def test_a_discount_on_the_quote_stands_at_its_share(discount: QuoteDiscount, steps: int) -> None:
    """100.00 of 1,000.00 is 10 %; to a total it may be anything."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    (lever,) = levers(item, discount=discount)
    assert lever.stands == steps


def test_setting_a_lever_changes_it_and_nothing_else() -> None:
    """Each kind; nothing at all takes the alteration away."""
    timed = (FreeMonths(2), Ramp(Decimal(-3)), Ramp(Decimal(3)))
    charge = ItemCharge("LINE.RENT", 1, off(12))
    choices = (Choice("LINE.RENT", 1, "g", off(9)), Choice("LINE.INST", 1, "g"))
    item = QuoteItem("i1", "LINE", 1, (charge,), (off(8), *timed), choices=choices)
    target = QuoteDiscount(Target.ONE_TIME, amount=500)
    quote = msgspec.structs.replace(a_quote(item), discount=target)

    def after(kind: LeverKind, steps: int, code: str = "") -> QuoteItem:
        changed = Lever(kind, "i1", code, 9).set(quote, steps).item("i1")
        assert changed is not None
        return changed

    assert after(LeverKind.CHARGE, 550, "LINE.RENT").charges[0].alteration == off("5.5")
    assert after(LeverKind.CHARGE, 0, "LINE.RENT").charges[0].alteration is None
    assert after(LeverKind.BUNDLE, 300).alterations == (off(3), *timed)
    assert after(LeverKind.BUNDLE, 0).alterations == timed
    assert after(LeverKind.CHOICE, 200, "LINE.RENT").choices == (
        Choice("LINE.RENT", 1, "g", off(2)),
        choices[1],
    )
    assert FreeMonths(1) in after(LeverKind.FREE_MONTHS, 1).alterations
    assert after(LeverKind.TIMED, 0).alterations == (off(8), FreeMonths(2), Ramp(Decimal(3)))
    assert after(LeverKind.TIMED, 1) == item
    whole = Lever(LeverKind.QUOTE, "", "", 9)
    assert whole.set(quote, 250).discount == QuoteDiscount(Target.ONE_TIME, percent=Decimal("2.5"))
    assert whole.set(quote, 0).discount is None


def test_any_charge_of_an_item_has_a_lever() -> None:
    """At nothing as well; a bundle as a whole, and nothing that is not there."""
    line = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), item_id="a")
    bundle = an_item("PACK", item_id="c", alterations=(off(4),))
    quote = a_quote(line, bundle)
    priced = price_quote(CATALOG, POLICY, a_context(12), quote.items)
    assert lever_at(quote, priced, "a", "LINE.RENT") == (LeverKind.CHARGE, "a", "LINE.RENT", 0)
    assert lever_at(quote, priced, "c", "") == (LeverKind.BUNDLE, "c", "", 400)
    assert lever_at(quote, priced, "a", "LINE.INST") is None
    assert lever_at(quote, priced, "a", "") is None
    assert lever_at(quote, priced, "x", "") is None


def test_a_bundle_s_choice_is_a_lever_by_its_charge() -> None:
    """With what was taken off it; one at list price is none."""
    chosen = (
        Choice("LINE.INST", 1, "g", off(20)),
        Choice("LINE.RENT", 1, "g"),
    )
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), item_id="a")
    sold = price_quote(CATALOG, POLICY, a_context(12), (item,)).items[0]
    installed = msgspec.structs.replace(sold.charges[0], code="LINE.INST", discount=Decimal("12.5"))
    item = msgspec.structs.replace(item, choices=chosen, charges=())
    priced = price_quote(CATALOG, POLICY, a_context(12), ())
    sold = msgspec.structs.replace(sold, charges=(*sold.charges, installed))
    priced = msgspec.structs.replace(priced, items=(sold,))
    assert levers_of(a_quote(item), priced) == ((LeverKind.CHOICE, "a", "LINE.INST", 1250),)


def test_levers_of_whole_items_name_no_charge() -> None:
    """That of the quote, of a bundle, of free and of timed months."""
    bundle = an_item(
        "PACK", item_id="c", alterations=(off(4), FreeMonths(2), Ramp(Decimal("-0.5")))
    )
    assert levers(bundle, discount=QuoteDiscount(percent=Decimal(3))) == (
        (LeverKind.QUOTE, "", "", 300),
        (LeverKind.BUNDLE, "c", "", 400),
        (LeverKind.FREE_MONTHS, "c", "", 2),
        (LeverKind.TIMED, "c", "", 1),
    )


@pytest.mark.parametrize(
    ("alteration", "given"),
    [
        (ReducedMonths(3, 4, Decimal("0.5")), True),
        (ReducedMonths(3, 4, Decimal(0)), False),
        (Ramp(Decimal("-0.5")), True),
        (Ramp(Decimal(0)), False),
        (Ramp(Decimal("0.5")), False),
    ],
)
def test_only_what_makes_months_cheaper_is_timed(
    alteration: ReducedMonths | Ramp, given: bool
) -> None:
    """Half a percent is; nothing is not."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(alteration,))
    assert [one.kind for one in levers(item)] == ([LeverKind.TIMED] if given else [])


def test_a_lever_stands_at_whole_steps_rounded_up() -> None:
    """A thousandth of a percent is a step; the largest is a hundred percent."""
    line = an_item("LINE", 1, ItemCharge("LINE.RENT", 1, off("0.001")), item_id="a")
    assert [one.stands for one in levers(line)] == [1]
    line = an_item("LINE", 1, ItemCharge("LINE.RENT", 1, off("33.331")), item_id="a")
    assert [one.stands for one in levers(line)] == [3334]


def test_the_lever_of_a_charge_stands_where_it_is() -> None:
    """At its own discount, and only where the charge is quoted by itself."""
    rent, once = ItemCharge("LINE.RENT", 1, off(7)), ItemCharge("LINE.INST", 1, off(9))
    quote = a_quote(an_item("LINE", 1, rent, once, item_id="a"), an_item("PACK", item_id="c"))
    priced = price_quote(CATALOG, POLICY, a_context(12), quote.items)
    assert lever_at(quote, priced, "a", "LINE.INST") == (LeverKind.CHARGE, "a", "LINE.INST", 900)
    assert lever_at(quote, priced, "c", "LINE.RENT") is None
    unpriced = price_quote(CATALOG, POLICY, a_context(12), quote.items[:1])
    assert lever_at(quote, unpriced, "c", "") is None
    assert lever_at(msgspec.structs.replace(quote, items=()), priced, "a", "LINE.RENT") is None


@pytest.mark.parametrize(
    ("amount", "steps"), [(99999, 10000), (100000, 10000), (60000, 6000), (1, 1)]
)
def test_an_amount_off_the_quote_stands_at_its_share_of_it(amount: int, steps: int) -> None:
    """Of 1,000.00 a month: all but a fen, all, more than half, a fen."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    (lever,) = levers(item, discount=QuoteDiscount(amount=amount))
    assert lever.stands == steps


def test_an_amount_off_nothing_may_be_anything() -> None:
    """There is no share of it; of a fen nothing is no lever."""
    nothing = QuoteDiscount(amount=0)
    assert [one.stands for one in levers(discount=nothing)] == [10000]
    fen = an_item("FEN", 1, ItemCharge("FEN.RENT", 1))
    assert levers(fen, discount=nothing) == ()


def test_setting_a_choice_leaves_the_others_as_they_are() -> None:
    """Another charge's discount is another lever."""
    choices = (Choice("LINE.RENT", 1, "g", off(9)), Choice("LINE.INST", 1, "g", off(8)))
    quote = a_quote(QuoteItem("i1", "PACK", 1, choices=choices))
    changed = Lever(LeverKind.CHOICE, "i1", "LINE.RENT", 900).set(quote, 100).item("i1")
    assert changed is not None
    assert changed.choices == (Choice("LINE.RENT", 1, "g", off(1)), choices[1])
