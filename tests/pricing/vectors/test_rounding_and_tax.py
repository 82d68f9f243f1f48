"""Vectors V37 to V48: where money is rounded, and VAT inside and on top of prices."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from catalog.local_text import LocalText
from catalog.money import amount_of, round_half_up, unit_micro
from catalog.product_catalog import ProductCatalog
from catalog.tax_class import DatedRate, TaxClass
from pricing.allocation import allocate
from pricing.alterations.percentage import Percentage
from pricing.quote_wide import QuoteDiscount
from pricing.rounding import tax_on, tax_per_charge, tax_per_document
from pricing.tax import without_tax
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_content,
    a_line,
    an_item,
    an_offering,
    only_charge,
    priced,
)
from tests.pricing.rule_builders import a_policy, d, one_line, priced_by


def test_v37_a_half_is_rounded_up() -> None:
    """2.345 becomes 2.35, and 2.335 becomes 2.34; half-even would give 2.34 twice."""
    assert amount_of(unit_micro(d("2.345")), 1) == 235
    assert amount_of(unit_micro(d("2.335")), 1) == 234


def test_v38_a_discounted_line_with_tax_on_top() -> None:
    """348.35 x 16 less 4 % and 22 %: 6,527.81 by charge; 6,527.80 when nothing is rounded first."""
    net = one_line(price="348.35", quantity=16, alteration=Percentage(d(4))).net_amount
    assert net == 535_066
    assert net + tax_per_charge([(net, d("0.22"))]) == 652_781
    exact = Fraction(557_360) * Fraction(96, 100) * Fraction(122, 100)
    assert round_half_up(exact.numerator, exact.denominator) == 652_780


def test_v39_tax_by_charge_and_by_document() -> None:
    """10 x 30.75 and 1 x 70 less 5 % at 15 %: 53.80 by charge, 53.79 by document.

    Ours rounds the discount, so the first charge is 292.12 and the sum 358.62; rounding the price
    gives 358.63 and the same tax.
    """
    five = Percentage(d(5))
    ours = [
        one_line(price=price, quantity=quantity, alteration=five).net_amount
        for price, quantity in (("30.75", 10), ("70.00", 1))
    ]
    assert ours == [29_212, 6_650]
    for nets in (ours, [29_213, 6_650]):
        charges = [(net, d("0.15")) for net in nets]
        assert (tax_per_charge(charges), tax_per_document(charges)) == (5_380, 5_379)


def test_v40_the_line_is_rounded_not_the_gross_unit_price() -> None:
    """3.60 x 10 and 5.5 %: 37.98; from a gross unit price of 3.80 it would be 38.00."""
    rate = d("0.055")
    assert 3_600 + tax_on(3_600, rate) == 3_798
    assert 10 * (360 + tax_on(360, rate)) == 3_800


def test_v41_tax_is_rounded_on_the_line() -> None:
    """5.63 x 4 at 22 %: 4.95; unit by unit it would be 4.96."""
    rate = d("0.22")
    assert tax_on(4 * 563, rate) == 495
    assert 4 * tax_on(563, rate) == 496


def test_v42_three_lines_of_one_rate() -> None:
    """97.50, 65 and 32.50 at 19 %: 37.06 by charge, 37.05 by document."""
    charges = [(net, d("0.19")) for net in (9_750, 6_500, 3_250)]
    assert (tax_per_charge(charges), tax_per_document(charges)) == (3_706, 3_705)


def test_v43_a_round_gross_price_is_only_reached_from_inside() -> None:
    """2,500.00 at 8 % inside: 2,314.81 and 185.19; from outside 2,499.99 or 2,500.01."""
    rate = d("0.08")
    assert without_tax(250_000, rate) == 231_481
    assert 231_481 + tax_on(231_481, rate) == 249_999
    assert 231_482 + tax_on(231_482, rate) == 250_001


def test_v43b_a_price_of_2500_is_2500() -> None:
    """Quoted with VAT of 8 % inside, it stays 2,500.00: 2,314.81 and 185.19."""
    eight = TaxClass("eight", LocalText("八"), (DatedRate(d("0.08")),))
    content = a_content(an_offering(a_charge("LINE.RENT", "2500.00", tax_class="eight")))
    catalog = ProductCatalog(msgspec.structs.replace(content, tax_classes=(eight,)))
    charge = only_charge(priced(catalog, a_line()))
    assert (charge.net_amount, charge.net_ex_tax, charge.tax) == (250_000, 231_481, 18_519)


def test_v44_a_bundle_of_three_rates() -> None:
    """199.00 over 120 (9 %), 100 (6 %), 30 (13 %): 183.85 and 15.15 of tax in all."""
    offerings = [
        an_offering(a_charge(f"{code}.RENT", price, tax_class=tax))
        for code, price, tax in (("A", "120", "nine"), ("B", "100", "six"), ("C", "30", "thirteen"))
    ]
    bundle = a_bundle(parts=[("A.RENT", 1), ("B.RENT", 1), ("C.RENT", 1)])
    (item,) = priced(a_catalog(*offerings, bundles=[bundle]), an_item("PACK")).items
    figures = [(c.net_amount, c.net_ex_tax, c.tax) for c in item.charges]
    assert figures == [(9_552, 8_763, 789), (7_960, 7_509, 451), (2_388, 2_113, 275)]
    assert (item.monthly.net_ex_tax, item.monthly.tax) == (18_385, 1_515)


def test_v45_a_higher_rate_takes_from_the_net_revenue() -> None:
    """95.52 is 90.11 and 5.41 at 6 %, 87.63 at 9 %: 2.48 less."""
    six, nine = without_tax(9_552, d("0.06")), without_tax(9_552, d("0.09"))
    assert (six, 9_552 - six, six - nine) == (9_011, 541, 248)


def test_v46_the_same_gross_loses_two_and_three_quarters_percent() -> None:
    """At 9 % instead of 6 %: 2.75 % less; 204.63 keeps the exact net revenue, 204.64 to the fen."""
    kept = Fraction(100 * 106, 109)
    assert round_half_up((100 - kept).numerator * 100, (100 - kept).denominator) == 275
    needed = Fraction(19_900 * 109, 106)
    assert round_half_up(needed.numerator, needed.denominator) == 20_463
    net = without_tax(19_900, d("0.06"))
    assert [without_tax(gross, d("0.09")) - net for gross in (20_463, 20_464)] == [-1, 0]


def test_v47_an_order_discount_lowers_the_base_of_each_rate() -> None:
    """100 at 9 % and 100 at 13 %, 20 off: 10 each, tax 19.80, gross 199.80, not 202.00."""
    nets = [10_000 - share for share in allocate(2_000, [10_000, 10_000])]
    assert nets == [9_000, 9_000]
    tax = tax_per_charge(zip(nets, (d("0.09"), d("0.13")), strict=True))
    assert (tax, sum(nets) + tax) == (1_980, 19_980)


def test_v48_weights_are_gross_amounts_whatever_the_rates() -> None:
    """Equal gross amounts at 9 % and 6 % bear equal shares, though their nets differ."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "109.00", cost="0")),
        an_offering(a_charge("B.RENT", "109.00", cost="0", tax_class="six")),
    )
    items = [a_line(code=f"{code}.RENT", item_id=code) for code in "AB"]
    quote = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(amount=2_000))
    assert [item.monthly.net_amount for item in quote.items] == [9_900, 9_900]
    assert [item.monthly.net_ex_tax for item in quote.items] == [9_083, 9_340]
