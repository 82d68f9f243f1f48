"""One charge: from its list price down to what is charged, each step told, nothing silent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.bundle import BundleOption
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.by_hand import shown_discount, taken_off
from pricing.charge_pricing import MOST_QUANTITY
from pricing.rule import ContractPrice, LineAmountOff
from pricing.stages import Stage
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_line,
    an_item,
    an_offering,
    codes_of,
    only_charge,
    priced,
)
from tests.pricing.rule_builders import a_promotion, a_rule, one_line

if TYPE_CHECKING:
    from pricing.alterations import Discount
    from pricing.priced import PricedCharge

FIXED, GUIDED = PriceRegulation.FIXED, PriceRegulation.GUIDED


def charge_of(
    price: str,
    quantity: int,
    alteration: Discount | None = None,
    regulation: PriceRegulation = PriceRegulation.MARKET,
) -> PricedCharge:
    """One charge priced; there must be no finding."""
    catalog = a_catalog(an_offering(a_charge(price=price, regulation=regulation)))
    quote = priced(catalog, a_line(quantity, alteration))
    assert codes_of(quote) == []
    return only_charge(quote)


def findings_of(
    price: str, alteration: Discount, regulation: PriceRegulation = PriceRegulation.MARKET
) -> tuple[list[str], int]:
    """What is found about an alteration of four units, and the net amount."""
    catalog = a_catalog(an_offering(a_charge(price=price, regulation=regulation)))
    quote = priced(catalog, a_line(4, alteration))
    return codes_of(quote), only_charge(quote).net_amount


def test_a_charge_is_quantity_times_list_price() -> None:
    """4 x 25.00 = 100.00, of which 91.74 without 9 % VAT; cost 4 x 10.00."""
    charge = charge_of("25.00", 4)
    assert (charge.list_amount, charge.published_amount, charge.net_amount) == (10000, 10000, 10000)
    assert (charge.net_ex_tax, charge.tax) == (91_74, 8_26)
    assert charge.cost_amount == 40_00
    assert charge.discount is None
    (step,) = charge.steps
    assert (step.stage, step.code, step.source) == (Stage.LIST, "step.list", "v1")
    assert (step.change, step.result) == (100_00, 100_00)


@pytest.mark.parametrize(
    ("price", "quantity", "alteration", "net", "percent"),
    [
        ("366.06", 25, Percentage(Decimal(10)), 8236_35, "10"),  # V29: 915.15 off, not 915.25
        ("6.66", 1, Percentage(Decimal(10)), 5_99, "10"),
        ("100.00", 1, Percentage(Decimal("12.5")), 87_50, "12.5"),
        ("25.00", 4, Percentage(Decimal(100)), 0, "100"),
        ("1000.00", 1, AmountOff(100_00), 900_00, "10.00"),
        ("30.00", 1, AmountOff(10_00), 20_00, "33.33"),
        ("30.00", 1, AmountOff(99_00), 0, "100.00"),
        ("25.00", 4, TargetPrice(Decimal("20.00")), 80_00, "20.00"),
        ("25.00", 4, TargetPrice(Decimal("26.00")), 104_00, "-4.00"),
        ("0.11", 3000, TargetPrice(Decimal("0.1035")), 310_50, "5.91"),
    ],
)
def test_an_alteration_is_one_step_from_the_published_amount(
    price: str, quantity: int, alteration: Discount, net: int, percent: str
) -> None:
    """The discount is rounded, not the price; the percentage is for showing."""
    charge = charge_of(price, quantity, alteration)
    assert charge.net_amount == net
    assert charge.discount == Decimal(percent)
    last = charge.steps[-1]
    assert (last.stage, last.result) == (Stage.MANUAL, net)
    assert last.change == net - charge.published_amount
    assert Decimal(last.parameters["percent"]) == Decimal(percent)


@pytest.mark.parametrize(
    "alteration",
    [
        Percentage(Decimal(0)),
        Percentage(Decimal("0.01")),
        AmountOff(0),
        TargetPrice(Decimal("0.10")),
    ],
)
def test_an_alteration_that_takes_nothing_leaves_no_step(alteration: Discount) -> None:
    """A hundredth of a percent of 0.10 is less than half a fen: nothing was given or is shown."""
    charge = charge_of("0.10", 1, alteration)
    assert charge.net_amount == 10
    assert len(charge.steps) == 1
    assert charge.discount is None


@pytest.mark.parametrize(
    "alteration",
    [
        Percentage(Decimal("100.01")),
        Percentage(Decimal(-1)),
        Percentage(Decimal("NaN")),
        Percentage(Decimal("Infinity")),
        AmountOff(-1),
        TargetPrice(Decimal("-0.01")),
        TargetPrice(Decimal("NaN")),
        TargetPrice(Decimal("0.0000001")),
        TargetPrice(Decimal("1E+999999")),
    ],
)
def test_an_alteration_without_sense_is_told_and_not_applied(alteration: Discount) -> None:
    """Whatever a file says: the price stays, no discount is shown."""
    assert findings_of("25.00", alteration) == (["price.alteration_out_of_range"], 100_00)
    catalog = a_catalog(an_offering(a_charge()))
    assert only_charge(priced(catalog, a_line(4, alteration))).discount is None


@pytest.mark.parametrize(
    ("alteration", "codes", "net"),
    [
        (Percentage(Decimal(10)), [], -1440_00),
        (TargetPrice(Decimal(-300)), [], -1200_00),
        (TargetPrice(Decimal(0)), [], 0),
        (TargetPrice(Decimal(-401)), ["price.alteration_out_of_range"], -1600_00),
        (TargetPrice(Decimal(1)), ["price.alteration_out_of_range"], -1600_00),
        (AmountOff(1_00), [], -1600_00),
    ],
)
def test_a_subsidy_may_be_made_smaller_by_hand_and_nothing_else(
    alteration: Discount, codes: list[str], net: int
) -> None:
    """Four times -400.00: not raised, where no authority would measure it, nor made a charge."""
    assert findings_of("-400.00", alteration) == (codes, net)


@pytest.mark.parametrize("alteration", [Percentage(Decimal(1)), TargetPrice(Decimal(26))])
def test_a_price_set_by_the_state_may_not_be_altered(alteration: Discount) -> None:
    """In neither direction."""
    assert findings_of("25.00", alteration, FIXED)[0] == ["price.fixed_altered"]
    assert findings_of("25.00", Percentage(Decimal(0)), FIXED) == ([], 100_00)


@pytest.mark.parametrize(
    ("percent", "codes"), [("15", []), ("15.01", ["price.below_band"]), ("0", [])]
)
def test_a_guided_price_may_fall_to_the_end_of_its_band(percent: str, codes: list[str]) -> None:
    """15 % exactly is allowed, 15.01 % of 100.00 is not."""
    assert findings_of("25.00", Percentage(Decimal(percent)), GUIDED)[0] == codes


def test_a_charge_without_a_list_price_in_the_catalogue_has_no_price() -> None:
    """A finding with the code, and no silent zero."""
    quote = priced(a_catalog(), a_line(code="LINE.GONE"))
    assert codes_of(quote) == ["price.unknown_charge"]
    assert quote.items[0].charges == ()
    assert quote.problems[0].parameters == {"charge": "LINE.GONE"}
    assert (quote.problems[0].where.subject, quote.problems[0].where.column) == ("i1", "LINE.GONE")


def test_a_charge_without_a_tax_rate_has_no_price() -> None:
    """Nobody guesses a rate."""
    quote = priced(a_catalog(an_offering(a_charge(tax_class="none"))), a_line())
    assert codes_of(quote) == ["price.no_tax_rate"]
    assert quote.totals.contract.net_amount == 0
    unknown = priced(a_catalog(an_offering(a_charge(tax_class="gone"))), a_line())
    assert codes_of(unknown) == ["price.no_tax_rate"]


@pytest.mark.parametrize("quantity", [-1, MOST_QUANTITY + 1, 10**30])
def test_a_quantity_without_sense_has_no_price(quantity: int) -> None:
    """It is a typing error, told with the figure."""
    item = an_item("LINE", 1, a_line(quantity).charges[0])
    quote = priced(a_catalog(), item)
    assert "price.quantity_out_of_range" in codes_of(quote)
    assert quote.items[0].charges == ()


def test_ten_million_units_are_priced() -> None:
    """The largest quantity, to the fen."""
    assert charge_of("0.0353", MOST_QUANTITY).net_amount == 353_000_00


def test_a_quantity_of_zero_costs_nothing_and_is_told() -> None:
    """The catalogue asks for one at least; unit prices stay to be shown."""
    item = an_item("LINE", 1, a_line(0).charges[0])
    quote = priced(a_catalog(), item)
    assert codes_of(quote) == ["charge.too_few"]
    charge = only_charge(quote)
    assert (charge.net_amount, charge.tax) == (0, 0)
    assert charge.net_price == Decimal("25.00")


def test_an_option_price_of_a_bundle_replaces_the_list_price() -> None:
    """20.00 instead of 25.00, which is nothing given away; a discount is taken from the 20.00."""
    option = BundleOption("LINE.RENT", Decimal("20.00"))
    catalog = a_catalog(
        an_offering(),
        an_offering(a_charge("NET.RENT", "100.00")),
        bundles=[a_bundle(parts=[("NET.RENT", 1)], options=(option,))],
    )
    pack = an_item("PACK", item_id="i1")
    line = a_line(2, Percentage(Decimal(10)), item_id="i2")
    charge = priced(catalog, pack, line).items[1].charges[0]
    assert [(s.code, s.source, s.result) for s in charge.steps] == [
        ("step.list", "v1", 50_00),
        ("step.option_price", "PACK", 40_00),
        ("step.percentage", "manual", 36_00),
    ]
    assert charge.published_price == Decimal("20.00")
    assert (charge.published_amount, charge.net_amount) == (40_00, 36_00)
    assert charge.net_price == Decimal("18.0000")
    alone = priced(catalog, line).items[0].charges[0]
    assert alone.net_amount == 45_00


def test_an_optional_bundle_lends_its_prices_to_nobody() -> None:
    """The customer may still leave it."""
    option = BundleOption("LINE.RENT", Decimal("20.00"))
    catalog = a_catalog(bundles=[a_bundle(options=(option,))])
    quote = priced(catalog, an_item("PACK", optional=True), a_line(item_id="i2"))
    assert quote.items[1].charges[0].net_amount == 25_00


def test_the_lowest_of_several_option_prices_holds_whatever_the_order() -> None:
    """Ties go to the bundle whose code comes first."""

    def pack(code: str, price: str) -> object:
        return a_bundle(code=code, options=(BundleOption("LINE.RENT", Decimal(price)),))

    dear, cheap, same = pack("A", "22.00"), pack("B", "20.00"), pack("C", "20.00")
    for order in ((dear, cheap, same), (same, cheap, dear)):
        catalog = a_catalog(bundles=order)  # type: ignore[arg-type] # built just above
        items = [an_item(b.code, item_id=b.code) for b in catalog.content.bundles]
        charge = priced(catalog, *items, a_line(item_id="i9")).items[-1].charges[0]
        assert [(s.source, s.result) for s in charge.steps[1:]] == [("B", 20_00)]


def test_a_published_waiver_makes_a_one_time_charge_free() -> None:
    """An alteration on top of it has nothing to take and is not shown."""
    option = BundleOption("LINE.RENT", Decimal("20.00"), waives=("LINE.INST",))
    catalog = a_catalog(
        an_offering(a_charge(), a_charge("LINE.INST", "100.00", period=BillingPeriod.ONCE)),
        bundles=[a_bundle(options=(option,))],
    )
    line = a_line(1, Percentage(Decimal(50)), code="LINE.INST", item_id="i2")
    charge = priced(catalog, an_item("PACK"), line).items[1].charges[0]
    assert (charge.published_waiver, charge.net_amount, charge.published_amount) == (True, 0, 0)
    assert charge.discount is None
    assert [(s.code, s.change) for s in charge.steps] == [
        ("step.list", 100_00),
        ("step.published_waiver", -100_00),
    ]


@pytest.mark.parametrize(
    ("price", "quantity", "alteration", "shown"),
    [
        ("100.00", 3, AmountOff(100_00), "66.6667"),
        ("0.0353", 3000, None, "0.0353"),
        ("0.00005", 100, None, "0.0001"),  # 0.01 / 100, rounded half up from 0.0001
        ("10.00", 16, AmountOff(1), "9.9994"),  # 159.99 / 16 = 9.999375
    ],
)
def test_the_net_unit_price_is_shown_to_four_decimals_half_up(
    price: str, quantity: int, alteration: Discount | None, shown: str
) -> None:
    """It is derived from the amount, never the other way round."""
    assert str(charge_of(price, quantity, alteration).net_price) == shown


def test_taking_nothing_off_shows_nothing() -> None:
    """A typed percentage is shown as typed only when it took something."""
    percent = Percentage(Decimal("5.0"))
    assert shown_discount(percent, 100, 95) == Decimal("5.0")
    assert shown_discount(percent, 100, 100) is None
    assert shown_discount(None, 100, 95) is None
    assert shown_discount(AmountOff(5), 0, -5) is None
    assert shown_discount(TargetPrice(Decimal(1)), 300, 200) == Decimal("33.33")


def test_what_is_taken_off_lies_between_nothing_and_everything() -> None:
    """A dearer target takes a negative amount; a subsidy gives at most itself back."""
    assert taken_off(TargetPrice(Decimal(3)), 200, 1) == -100
    assert taken_off(AmountOff(500), 200, 1) == 200
    assert taken_off(Percentage(Decimal(100)), -200, 1) == -200
    assert taken_off(TargetPrice(Decimal(-3)), -200, 1) is None


def test_a_published_amount_never_falls_below_nothing() -> None:
    """10.00, raised to 200.00 by an unpublished price, less a promotion of 195.00: 5.00."""
    raised = a_rule(ContractPrice(Decimal(200)), "A", published=False)
    charge = one_line(raised, a_promotion(LineAmountOff(Decimal(195)), "P"), price="10.00")
    assert charge.net_amount == 5_00
    assert (charge.list_amount, charge.published_amount) == (10_00, 0)
    assert charge.discount is None
