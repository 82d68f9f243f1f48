"""List prices without VAT through the engine: vectors V38 to V42 and V47; both kinds in a quote."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from catalog.bundle import BundleOption
from catalog.local_text import LocalText
from catalog.price_list import PriceRecord
from catalog.product_catalog import ProductCatalog
from catalog.tax_class import DatedRate, TaxClass
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.item import ItemCharge
from pricing.quote_wide import QuoteDiscount
from pricing.replaying import faults
from pricing.rule import Level, PercentOfOthers, QuoteAmountOff, Scope
from pricing.stages import Stage
from pricing.tax_on_top import prices_without_tax, taken_off_without_tax
from tests.builders import a_bundle, a_catalog, a_charge, a_content, a_line, an_item, an_offering
from tests.pricing.rule_builders import a_policy, a_promotion, a_rule, d, percent_off, priced_by

if TYPE_CHECKING:
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedQuote

PLAIN = a_policy()


def shop(*prices: tuple[str, str], included: str = "") -> ProductCatalog:
    """Charges P0.FEE, P1.FEE... at a price without VAT and a rate in percent."""
    rates = {rate for _, rate in prices}
    taxes = tuple(TaxClass(r, LocalText(r), (DatedRate(Decimal(r) / 100),)) for r in rates)
    offerings = [
        an_offering(
            a_charge(f"P{n}.FEE", price, cost="0", tax_class=rate, tax_included=f"P{n}" == included)
        )
        for n, (price, rate) in enumerate(prices)
    ]
    return ProductCatalog(replace(a_content(*offerings), tax_classes=taxes))


def line(number: int, quantity: int = 1, percent: int | None = None) -> QuoteItem:
    """An item with one of the charges."""
    by_hand = None if percent is None else Percentage(d(percent))
    return a_line(quantity, by_hand, code=f"P{number}.FEE", item_id=f"i{number}")


def price(
    catalog: ProductCatalog,
    *items: QuoteItem,
    policy: PricingPolicy = PLAIN,
    discount: QuoteDiscount | None = None,
) -> PricedQuote:
    """A quote that adds up."""
    quote = priced_by(policy, catalog, *items, discount=discount)
    assert quote.problems == ()
    assert faults(quote) == ()
    return quote


def figures(quote: PricedQuote) -> tuple[int, int, int]:
    """A month without VAT, its VAT, and both."""
    monthly = quote.totals.monthly
    return monthly.net_ex_tax, monthly.tax, monthly.net_amount


def test_v38_a_discounted_line_with_tax_on_top() -> None:
    """348.35 x 16 less 4 % is 5,350.66; with 22 % 6,527.81."""
    quote = price(shop(("348.35", "22")), line(0, 16, 4))
    assert figures(quote) == (535_066, 117_715, 652_781)


def test_v39_tax_is_rounded_by_charge() -> None:
    """292.12 and 66.50 with 15 %: 43.82 and 9.98 are 53.80."""
    quote = price(shop(("30.75", "15"), ("70.00", "15")), line(0, 10, 5), line(1, 1, 5))
    assert figures(quote) == (35_862, 5_380, 41_242)


def test_v40_the_line_is_rounded_not_the_gross_unit_price() -> None:
    """3.60 x 10 and 5.5 %: 37.98; the unit is shown at 3.798."""
    quote = price(shop(("3.60", "5.5")), line(0, 10))
    assert figures(quote) == (3_600, 198, 3_798)
    assert quote.items[0].charges[0].list_price == Decimal("3.798")


def test_v41_tax_is_rounded_on_the_line() -> None:
    """5.63 x 4 at 22 %: 4.95."""
    assert figures(price(shop(("5.63", "22")), line(0, 4))) == (2_252, 495, 2_747)


def test_v42_three_lines_of_one_rate() -> None:
    """97.50, 65 and 32.50 at 19 %: 37.06."""
    catalog = shop(("97.50", "19"), ("65", "19"), ("32.50", "19"))
    assert figures(price(catalog, line(0), line(1), line(2))) == (19_500, 3_706, 23_206)


@pytest.mark.parametrize("by_rule", [True, False])
def test_v47_an_order_discount_lowers_the_base_of_each_rate(*, by_rule: bool) -> None:
    """100 at 9 % and 100 at 13 %, 20 off: 10 each, tax 19.80, gross 199.80."""
    off = a_promotion(QuoteAmountOff(d(20)), level=Level.QUOTE)
    quote = price(
        shop(("100", "9"), ("100", "13")),
        line(0),
        line(1),
        policy=a_policy(off) if by_rule else PLAIN,
        discount=None if by_rule else QuoteDiscount(amount=2_000),
    )
    assert figures(quote) == (18_000, 1_980, 19_980)
    stages = [step.stage for step in quote.items[0].charges[0].steps]
    assert stages[-1] is Stage.TAX_LAST


def test_beside_a_price_with_vat_a_discount_on_the_quote_includes_it() -> None:
    """109.00 each: 9.00 off each, and the VAT follows from what is left (V48)."""
    catalog = shop(("100", "9"), ("109", "9"), included="P1")
    quote = price(catalog, line(0), line(1), discount=QuoteDiscount(amount=1_800))
    assert [item.monthly.net_amount for item in quote.items] == [10_000, 10_000]
    assert [item.monthly.net_ex_tax for item in quote.items] == [9_174, 9_174]
    stages = [step.stage for step in quote.items[0].charges[0].steps]
    assert stages == [Stage.LIST, Stage.TAX, Stage.QUOTE_WIDE]


def test_rules_alter_the_price_without_vat() -> None:
    """10 % off 100.00, and 9 % on top; list and published amounts are shown with VAT."""
    quote = price(shop(("100", "9")), line(0), policy=a_policy(a_promotion(percent_off(10))))
    charge = quote.items[0].charges[0]
    assert (charge.list_amount, charge.published_amount, charge.net_amount) == (
        10_900,
        9_810,
        9_810,
    )
    assert charge.tax_rate == Decimal("0.09")
    assert [step.result for step in charge.steps] == [10_000, 9_000, 9_810]


def test_free_months_and_the_term_follow() -> None:
    """Eleven months of 109.00."""
    item = replace(line(0), alterations=(FreeMonths(1),))
    quote = price(shop(("100", "9")), item)
    contract = quote.totals.contract
    assert (contract.net_amount, contract.net_ex_tax, contract.tax) == (119_900, 110_000, 9_900)


def test_a_price_record_says_for_itself_whether_it_includes_vat() -> None:
    """109.00 with VAT for a charge whose own price is without."""
    catalog = shop(("100", "9"))
    for included, net in ((True, 10_900), (False, 11_881)):
        record = PriceRecord("r", "P0.FEE", d(109), tax_included=included)
        content = replace(catalog.content, price_records=(record,))
        assert figures(price(ProductCatalog(content), line(0)))[2] == net


def test_a_bundle_prices_with_vat_inside() -> None:
    """A component and an option price of a bundle are what the bundle says, to the fen."""
    catalog = shop(("100", "9"), ("100", "9"))
    bundle = a_bundle("199.99", [("P0.FEE", 2)], options=(BundleOption("P1.FEE", d("88.88")),))
    both = ProductCatalog(replace(catalog.content, bundles=(bundle,)))
    quote = price(both, an_item("PACK"), line(1))
    assert [item.monthly.net_amount for item in quote.items] == [19_999, 8_888]
    assert quote.items[0].charges[0].list_amount == 21_800


def test_a_percentage_of_others_counts_in_the_basis_of_its_charge() -> None:
    """10 % of 100.00 without VAT is 10.00 and VAT on top; of 109.00 with VAT it is 10.90."""
    tenth = a_rule(
        PercentOfOthers(d(10), Scope(charges=("P0.FEE",))), scope=Scope(charges=("P1.FEE",))
    )
    for included in ("", "P1"):
        catalog = shop(("100", "9"), ("1", "9"), included=included)
        quote = price(catalog, line(0), line(1), policy=a_policy(tenth))
        assert quote.items[1].monthly.net_amount == 1_090


@pytest.mark.parametrize("order", ["ABC", "ACB", "BCA", "CBA"])
def test_charges_of_either_kind_depend_on_the_same_others(order: str) -> None:
    """10 % of 109.00: 10.90 for the one with VAT, 10.00 and VAT on top for the other."""
    catalog = a_catalog(
        an_offering(a_charge("A.FEE", "109")),
        an_offering(a_charge("B.FEE", "0"), family="CARE"),
        an_offering(a_charge("C.FEE", "0", tax_included=False), family="CARE"),
    )
    tenth = PercentOfOthers(d(10), Scope(charges=("A.FEE",)))
    policy = a_policy(a_rule(tenth, scope=Scope(families=("CARE",))))
    items = [a_line(code=f"{code}.FEE", item_id=code) for code in order]
    nets = {i.id: i.monthly.net_amount for i in priced_by(policy, catalog, *items).items}
    assert nets == {"A": 10_900, "B": 1_090, "C": 1_090}


def test_an_option_of_the_other_kind_does_not_decide_the_basis() -> None:
    """Only what is in the totals bears a discount; the option has its VAT as well."""
    catalog = shop(("100", "9"), ("109", "9"), included="P1")
    option = replace(line(1), optional=True)
    quote = price(catalog, line(0), option, discount=QuoteDiscount(amount=1_000))
    assert figures(quote) == (9_000, 810, 9_810)
    assert quote.items[1].monthly.net_amount == 10_900


def test_every_field_of_a_charge_with_tax_on_top_is_its_own() -> None:
    """3 x 33.33 less 10 % is 89.99 and 8.10 of VAT; list and published price are shown with it."""
    charge = price(shop(("33.33", "9")), line(0, 3, 10)).items[0].charges[0]
    assert (charge.list_price, charge.published_price) == (d("36.329700"), d("36.329700"))
    assert (charge.list_amount, charge.published_amount) == (10_899, 10_899)
    assert (charge.net_amount, charge.net_ex_tax, charge.tax) == (9_809, 8_999, 810)
    last = charge.steps[-1]
    assert (last.stage, last.code, last.source) == (Stage.TAX_LAST, "step.tax_on_top", "")
    assert (last.change, last.result, last.parameters) == (
        810,
        9_809,
        {"rate": "9", "listed": "33.33"},
    )


def test_a_rate_with_a_fraction_is_told_as_it_is() -> None:
    """5.5 %, and 10 % without a sign too many."""
    for rate in ("5.5", "10"):
        charge = price(shop(("100", rate)), line(0)).items[0].charges[0]
        assert charge.steps[-1].parameters == {"rate": rate, "listed": "100"}


def test_no_tax_is_no_step() -> None:
    """On a price of nothing; the rate is told all the same."""
    charge = price(shop(("0", "9")), line(0)).items[0].charges[0]
    assert [step.stage for step in charge.steps] == [Stage.LIST]
    assert (charge.tax_rate, charge.net_amount) == (Decimal("0.09"), 0)


def test_only_charges_without_vat_get_it_on_top() -> None:
    """One item with a charge of either kind: 109.00 with, and 100.00 and 9.00."""
    offering = an_offering(
        a_charge("P.WITH", "109", cost="0"),
        a_charge("P.OUT", "100", cost="0", tax_included=False),
    )
    item = an_item("P", 1, ItemCharge("P.WITH", 1), ItemCharge("P.OUT", 1))
    quote = price(a_catalog(offering), item)
    assert [charge.net_amount for charge in quote.items[0].charges] == [10_900, 10_900]
    assert [len(charge.steps) for charge in quote.items[0].charges] == [1, 2]
    assert quote.items[0].charges[1].steps[-1].stage is Stage.TAX
    assert figures(quote) == (20_000, 1_800, 21_800)


def test_the_prices_of_a_unit_without_vat_are_told() -> None:
    """3 x 33.33 less 10 %: 33.33 by the list, 89.99 / 3 as charged; nothing to tell with VAT."""
    catalog = shop(("33.33", "9"), ("109", "9"), included="P1")
    plain, with_vat = (item.charges[0] for item in price(catalog, line(0, 3, 10), line(1)).items)
    assert prices_without_tax(plain) == (d("33.33"), d("29.9967"))
    assert prices_without_tax(with_vat) is None


def test_a_price_given_away_still_tells_its_basis() -> None:
    """100 % off 100.00 by hand, and no units at all: the list price has no VAT in it."""
    for quantity, net in ((1, "0"), (0, "100")):
        item = an_item("P0", 1, ItemCharge("P0.FEE", quantity, Percentage(d(100))))
        charge = priced_by(PLAIN, shop(("100", "9")), item).items[0].charges[0]
        assert prices_without_tax(charge) == (d(100), d(net))
        assert charge.net_amount == 0


def test_an_amount_off_the_quote_is_without_vat_where_all_of_it_is() -> None:
    """One charge with VAT decides for all; an option and an empty quote decide nothing."""
    catalog = shop(("100", "9"), ("109", "9"), included="P1")
    assert taken_off_without_tax(price(catalog, line(0)).items)
    assert taken_off_without_tax(price(catalog, line(0), replace(line(1), optional=True)).items)
    assert not taken_off_without_tax(price(catalog, line(0), line(1)).items)
    assert not taken_off_without_tax(())
