"""Days on which a charge has no VAT rate, or two."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.product_catalog import ProductCatalog
from catalog.tax_class import DatedRate, TaxClass
from pricing.lint.tax_rates import tax_findings
from tests.builders import a_charge, a_content, an_offering, codes_of
from tests.pricing.lint.rules import a_policy, between, codes, found_by

if TYPE_CHECKING:
    from catalog.offering import ProductOffering
    from catalog.period import ValidityPeriod
    from pricing.lint.finding import LintFinding

SIX, NINE = Decimal("0.06"), Decimal("0.09")
END_OF_YEAR, NEXT_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def found(
    *rates: tuple[Decimal, ValidityPeriod], offering: ProductOffering | None = None
) -> list[LintFinding]:
    """Findings over a catalogue whose charges are in a class with these rates."""
    tax_class = TaxClass("nine", LocalText("九"), tuple(DatedRate(*rate) for rate in rates))
    content = a_content(offering or an_offering(a_charge(), a_charge("LINE.MORE")))
    content = msgspec.structs.replace(content, tax_classes=(tax_class,))
    return found_by(tax_findings, ProductCatalog(content), a_policy())


def test_a_class_that_changes_its_rate_at_new_year_is_right() -> None:
    """6 % until 31 December, 9 % from 1 January."""
    assert found((SIX, between(None, END_OF_YEAR)), (NINE, between(NEXT_YEAR))) == []


def test_days_without_a_rate_are_told_once_for_all_charges_of_the_class() -> None:
    """Two charges have no rate from New Year on; the example is priced on New Year's Day."""
    (one,) = found((SIX, between(None, END_OF_YEAR)))
    assert codes([one]) == ["no_tax_rate"]
    assert one.problem.parameters["charges"] == "2"
    assert one.problem.parameters["last"] == "…"
    (example,) = one.examples
    assert example.context.price_date == NEXT_YEAR
    assert codes_of(example.priced) == ["price.no_tax_rate"]


def test_a_class_that_nobody_knows_has_no_rate_on_any_day() -> None:
    """The same finding, from today on."""
    (one,) = found((SIX, between(None)), offering=an_offering(a_charge(tax_class="odd")))
    assert one.problem.where.subject == "odd"


def test_a_rate_may_end_with_the_sale_of_the_offering() -> None:
    """Nobody needs it afterwards."""
    offering = an_offering(valid=between(None, END_OF_YEAR))
    assert found((SIX, between(None, END_OF_YEAR)), offering=offering) == []


def test_two_rates_on_one_day_are_told() -> None:
    """The engine takes the first: 25.00 at 6 % holds 1.42 of VAT, at 9 % it would hold 2.06."""
    (one,) = found((SIX, between(None)), (NINE, between(NEXT_YEAR)))
    assert codes([one]) == ["tax_rates_overlap"]
    assert (one.problem.parameters["rate"], one.problem.parameters["other"]) == ("6%", "9%")
    assert one.examples[0].priced.totals.monthly.tax == 142


def test_rates_that_overlapped_in_the_past_are_let_be() -> None:
    """As with prices."""
    past = between(None, date(2025, 12, 31))
    assert found((SIX, past), (NINE, between(None))) == []
