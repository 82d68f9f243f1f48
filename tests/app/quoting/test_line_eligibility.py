"""Every line has to reach the average that a bundle asks for; who falls short is named."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from app.quoting.line_eligibility import line_eligibility
from catalog.condition import Condition
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.builders import a_bundle, a_catalog, a_charge, a_customer, an_offering, some_bills
from tests.sample import sample_case, sample_catalog

POLICY = SpendPolicy()
ASKS = (
    Condition("least_line_average", least=Decimal(400)),
    Condition("fixed_lines", least=Decimal(2)),
)
CATALOG = a_catalog(
    an_offering(a_charge()),
    bundles=[
        a_bundle(conditions=ASKS),
        a_bundle(code="FREE"),
        a_bundle(code="VIP", segments=("KEY",), conditions=ASKS),
    ],
)


def test_the_five_lines_of_the_shops_reach_400_each() -> None:
    """406.63, 454.33, 418.17, 440.33 and 406.17: eligible for the trade bundle."""
    case = sample_case(2)
    analysis = analyse(case.bills, POLICY)
    found = {
        one.bundle: one
        for one in line_eligibility(case.customer, case.bills, analysis, sample_catalog())
    }
    bundle = found["B02"]
    assert [line.average for line in bundle.lines] == [406_63, 454_33, 418_17, 440_33, 406_17]
    assert (bundle.least, bundle.wanted) == (400_00, 5)
    assert bundle.eligible


def test_one_line_below_is_named() -> None:
    """399.99 is not 400.00; other segments' bundles and those that ask nothing are not told."""
    bills = some_bills([400_00] * 6, [399_99] * 6, kind="line")
    (found,) = line_eligibility(a_customer(), bills, analyse(bills, POLICY), CATALOG)
    assert found.bundle == "PACK"
    assert not found.eligible
    assert [line.average for line in found.short] == [399_99]


def test_nothing_is_said_without_lines_enough() -> None:
    """One line of two, bills without lines, no bills."""
    for bills in (
        some_bills([500_00] * 6, kind="line"),
        some_bills([500_00] * 6, [500_00] * 6, kind="rent"),
        Bills(),
    ):
        assert line_eligibility(a_customer(), bills, analyse(bills, POLICY), CATALOG) == ()


def test_a_bundle_that_asks_for_no_number_of_lines_is_told_with_one() -> None:
    """Its average is asked of that one."""
    alone = msgspec.structs.replace(a_bundle(), conditions=ASKS[:1])
    bills = some_bills([500_00] * 6, kind="line")
    catalog = a_catalog(an_offering(a_charge()), bundles=[alone])
    (found,) = line_eligibility(a_customer(), bills, analyse(bills, POLICY), catalog)
    assert (found.wanted, found.eligible) == (0, True)
