"""Like is compared with like; what is new is new value, and past months are played again."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.quoting.quote import LikeForLike
from app.quoting.savings import per_part, replay, saving
from catalog.bundle import OverageRate
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from catalog.product_catalog import ProductCatalog
from pricing.bills import BillComponent, Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_line,
    a_part,
    a_quote,
    an_item,
    an_offering,
    priced,
    some_bills,
)

if TYPE_CHECKING:
    from pricing.item import QuoteItem

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "100.00"),
        a_charge("LINE.CALLS", "0.20", period=BillingPeriod.PER_USE),
    ),
    bundles=[
        a_bundle(
            "80.00",
            components=(
                a_part("LINE.RENT", 1),
                a_part("LINE.CALLS", 100, ComponentKind.ALLOWANCE),
            ),
            overage=(OverageRate("LINE.CALLS", Decimal("0.15")),),
        )
    ],
)
BILLS = some_bills([90_00] * 6, [30_00] * 5 + [60_00])


def compared(chosen: LikeForLike, *items: QuoteItem, bills: Bills = BILLS) -> Any:  # noqa: ANN401 (a saving or none)
    """The saving of items that replace what is chosen."""
    quote = a_quote(*items, like_for_like=chosen)
    return saving(quote, priced(CATALOG, *items), bills, analyse(bills, SpendPolicy()))


def test_services_paid_by_use_are_not_cheap_because_their_use_is_left_aside() -> None:
    """A line of 100.00 and 150 units at 0.20 are 130.00."""
    kept = BillComponent(
        "c",
        LocalText("通话"),
        {f"2026-{month:02d}": 30_00 for month in range(1, 7)},
        {f"2026-{month:02d}": 150 for month in range(1, 7)},
        charge="LINE.CALLS",
    )
    bills = Bills((kept,))
    analysis = analyse(bills, SpendPolicy())
    quote = a_quote(a_line(), like_for_like=LikeForLike())
    found = saving(quote, priced(CATALOG, a_line()), bills, analysis, CATALOG)
    assert found is not None
    assert (found.today, found.offered) == (30_00, 130_00)
    without = saving(quote, priced(CATALOG, a_line()), bills, analysis)
    assert without is not None
    assert without.offered == 100_00


def test_everything_is_compared_when_nothing_is_chosen() -> None:
    """Typical month 120.00 (the odd 60.00 is replaced), average 125.00, offered 100.00."""
    found = compared(LikeForLike(), a_line())
    assert (found.today, found.offered, found.saving) == (120_00, 100_00, 20_00)
    assert found.percent == Decimal("16.67")
    assert found.over_term == 240_00
    assert found.against_average == 25_00
    assert found.new_value == 0
    assert found.per_day == 3_34


def test_only_what_is_replaced_is_compared() -> None:
    """Component a with item i1; item i2 is new value; what is optional is nothing yet."""
    items = (
        a_line(item_id="i1"),
        a_line(2, item_id="i2"),
        a_line(9, item_id="i3", optional=True),
    )
    found = compared(LikeForLike(components=("a",), items=("i1",), competitor=50_00), *items)
    assert (found.today, found.offered, found.saving) == (140_00, 100_00, 40_00)
    assert found.new_value == 200_00
    assert found.per_day == 10_00


def test_expected_usage_counts_as_offered() -> None:
    """100.00 rental and 50 minutes at 0.20."""
    items = (a_line(), a_line(50, code="LINE.CALLS", item_id="i2"))
    assert compared(LikeForLike(), *items).offered == 110_00


def test_a_dearer_offer_saves_less_than_nothing() -> None:
    """It is told, not hidden."""
    found = compared(LikeForLike(), a_line(2))
    assert (found.saving, found.percent) == (-80_00, Decimal("-66.67"))


def test_nothing_is_compared_without_bills_or_where_it_does_not_apply() -> None:
    """A school that has never had cameras saves nothing by buying them."""
    assert compared(LikeForLike(applies=False), a_line()) is None
    assert compared(LikeForLike(), a_line(), bills=Bills()) is None


@pytest.mark.parametrize(
    ("amount", "parts", "each"),
    [(668_00, 30, 22_27), (2338_00, 30, 77_94), (40_00, 30, 1_34), (30_00, 30, 1_00), (0, 30, 0)],
)
def test_a_price_per_day_is_rounded_up(amount: int, parts: int, each: int) -> None:
    """200.00 a month is not 6.66 a day: no claim is too good to be true."""
    assert per_part(amount, parts) == each


@given(st.integers(0, 10**10), st.integers(1, 2000))
def test_parts_never_come_to_less_than_the_whole(amount: int, parts: int) -> None:
    """And to less than one fen more for each."""
    assert 0 <= per_part(amount, parts) * parts - amount < parts


def metered(usage: dict[str, int], charge: str = "LINE.CALLS") -> Bills:
    """Calls of three months whose minutes are known as given, and a rental."""
    rent, calls = some_bills([25_00] * 3, [30_00] * 3).components
    calls = msgspec.structs.replace(calls, usage=usage, charge=charge)
    return Bills((rent, calls))


MINUTES = {"2026-01": 80, "2026-02": 100, "2026-03": 140}


def played(
    bills: Bills,
    *items: QuoteItem,
    chosen: LikeForLike = LikeForLike(),  # noqa: B008 (a frozen value)
) -> list[tuple[int, int, int]]:
    """Actual, planned and saved of each month."""
    quote = a_quote(*items, like_for_like=chosen)
    result = priced(CATALOG, *items)
    months = replay(quote, CATALOG, result, bills, analyse(bills, SpendPolicy()))
    return [(month.actual, month.planned, month.saving) for month in months]


def test_minutes_beyond_the_allowance_cost_the_published_rate() -> None:
    """80.00 for 100 minutes, 0.15 for each further one."""
    assert played(metered(MINUTES), an_item("PACK")) == [
        (55_00, 80_00, -25_00),
        (55_00, 80_00, -25_00),
        (55_00, 86_00, -31_00),
    ]


def test_components_that_stay_are_added_as_billed() -> None:
    """Only the calls are replaced: the rental of 25.00 is paid on."""
    chosen = LikeForLike(components=("b",))
    assert [
        planned for _, planned, _ in played(metered(MINUTES), an_item("PACK"), chosen=chosen)
    ] == [
        105_00,
        105_00,
        111_00,
    ]


def test_without_a_bundle_the_list_rate_holds_from_the_first_minute() -> None:
    """100.00 rental and 80 minutes at 0.20."""
    assert played(metered(MINUTES), a_line())[0][1] == 116_00


def test_two_components_of_one_charge_share_the_allowance() -> None:
    """80 and 80 minutes are 60 too many."""
    calls = metered(dict.fromkeys(MINUTES, 80)).components[1]
    bills = Bills((calls, msgspec.structs.replace(calls, id="c")))
    assert played(bills, an_item("PACK"))[0][1] == 89_00


@pytest.mark.parametrize(
    ("bills", "chosen"),
    [
        (metered({"2026-01": 80}), LikeForLike()),
        (some_bills([1] * 3), LikeForLike()),
        (metered(MINUTES), LikeForLike(applies=False)),
        (metered(MINUTES), LikeForLike(components=("a",))),
        (metered(MINUTES, "GONE.CALLS"), LikeForLike()),
        (Bills(), LikeForLike()),
    ],
)
def test_without_minutes_and_their_price_nothing_is_played(
    bills: Bills, chosen: LikeForLike
) -> None:
    """Half a comparison would look like a whole one."""
    assert played(bills, an_item("PACK"), chosen=chosen) == []


def test_a_component_is_one_series_of_a_bill() -> None:
    """The defaults say that nothing is known of its usage."""
    component = BillComponent("x", some_bills([1]).components[0].name, {"2026-01": 1})
    assert (component.usage, component.charge, component.kind) == ({}, "", "")


def test_a_list_rate_without_vat_is_compared_with_it() -> None:
    """Bills include VAT: 80 minutes at 0.20 are 17.44 with 9 %; without a rate nothing is."""
    content = CATALOG.content
    for tax_class, planned in (("nine", [117_44]), ("none", [])):
        offerings = tuple(
            msgspec.structs.replace(
                offering,
                charges=tuple(
                    msgspec.structs.replace(charge, tax_included=False, tax_class=tax_class)
                    if charge.code == "LINE.CALLS"
                    else charge
                    for charge in offering.charges
                ),
            )
            for offering in content.offerings
        )
        catalog = ProductCatalog(msgspec.structs.replace(content, offerings=offerings))
        quote, bills = a_quote(a_line()), metered(MINUTES)
        result = priced(catalog, a_line())
        months = replay(quote, catalog, result, bills, analyse(bills, SpendPolicy()))
        assert [month.planned for month in months[:1]] == planned
