"""Parts of the term that cost something else, and their VAT."""

from __future__ import annotations

from fractions import Fraction

from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.item import ItemCharge
from pricing.priced import Amounts, TaxRow
from pricing.schedule import factors, schedule
from tests.builders import a_catalog, a_charge, a_context, an_item, an_offering
from tests.pricing.rule_builders import a_policy, d, priced_by

ONE, HALF = Fraction(1), Fraction(1, 2)


def test_months_of_one_price_are_one_part() -> None:
    """Two free, one at half, the rest in full; the second year 10 % dearer."""
    alterations = (FreeMonths(1), FreeMonths(1), ReducedMonths(3, 3, d(50)), Ramp(d(10)))
    assert factors(alterations, 25) == (
        (1, 2, Fraction(0)),
        (3, 3, HALF),
        (4, 12, ONE),
        (13, 24, Fraction(11, 10)),
        (25, 25, Fraction(121, 100)),
    )


def test_reductions_and_ramps_multiply() -> None:
    """Half of a half of what a ramp of 100 % makes of the second year."""
    alterations = (ReducedMonths(12, 13, d(50)), ReducedMonths(13, 13, d(50)), Ramp(d(100)))
    assert factors(alterations, 14) == (
        (1, 11, ONE),
        (12, 13, HALF),
        (14, 14, Fraction(2)),
    )
    assert factors((Ramp(d(10)), Ramp(d(10))), 13)[-1] == (13, 13, Fraction(121, 100))


def test_free_months_stay_free_under_a_reduction() -> None:
    """Nothing of nothing."""
    assert factors((FreeMonths(2), ReducedMonths(1, 3, d(50))), 4) == (
        (1, 2, Fraction(0)),
        (3, 3, HALF),
        (4, 4, ONE),
    )


def test_a_constant_price_has_no_schedule() -> None:
    """No alteration, one of nothing, or an amount that is no alteration in time."""
    assert factors((), 12) == ()
    assert factors((FreeMonths(0), ReducedMonths(1, 12, d(0)), Ramp(d(0))), 24) == ()
    assert factors((ReducedMonths(1, 12, d(50)),), 12) == ((1, 12, HALF),)


def test_a_part_sums_its_monthly_charges_each_rounded_for_itself() -> None:
    """0.01 + 0.03 at half: 0.01 + 0.02, half up each; usage, one-time and yearly stay out."""
    catalog = a_catalog(
        an_offering(
            a_charge("LINE.A", "0.01", cost="0.01"),
            a_charge("LINE.B", "0.03", tax_class="thirteen", cost="0.01"),
            a_charge("LINE.C", "10.90", cost="1.00"),
            a_charge("LINE.ONCE", "7.00", period=BillingPeriod.ONCE),
            a_charge("LINE.USE", "7.00", period=BillingPeriod.PER_USE),
            a_charge("LINE.YEAR", "7.00", period=BillingPeriod.YEAR),
        )
    )
    codes = ("A", "B", "C", "ONCE", "USE", "YEAR")
    item = an_item("LINE", 1, *(ItemCharge(f"LINE.{code}", 1) for code in codes))
    (priced,) = priced_by(a_policy(), catalog, item).items
    first, rest = schedule(priced.charges, (ReducedMonths(1, 2, d(50)),), 12)
    assert (first.first, first.last, first.months) == (1, 2, 2)
    assert first.amounts == Amounts(1_094, 1_094, 548, 503, 45, 102)
    assert first.tax_rows == (TaxRow(d("0.13"), 2, 0), TaxRow(d("0.09"), 501, 45))
    assert (rest.first, rest.last, rest.amounts) == (3, 12, priced.monthly)


def test_without_monthly_charges_there_is_nothing_to_schedule() -> None:
    """A yearly charge is not free for a month."""
    catalog = a_catalog(an_offering(a_charge("CARD.YEAR", "12.00", period=BillingPeriod.YEAR)))
    item = an_item("CARD", 1, ItemCharge("CARD.YEAR", 1), alterations=(FreeMonths(1),))
    (priced,) = priced_by(a_policy(), catalog, item, context=a_context(12)).items
    assert priced.schedule == ()
    assert priced.free_months == 1
