"""All sixteen bundle records come out as on paper, component by component."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from catalog.money import decimal_percent, percent_of
from pricing.concession import measure
from pricing.context import PricingContext
from pricing.engine import price_quote
from pricing.item import QuoteItem
from tests.sample import QUOTE_DAY, expected_bundles, sample_catalog, sample_rules, yuan_fen

if TYPE_CHECKING:
    from pricing.priced import PricedQuote

BUNDLES = tuple(expected_bundles())
every_bundle = pytest.mark.parametrize("code", BUNDLES)

BELOW_BAND = {
    ("B02", "PSTN.RENT"): "84.50",
    ("B02", "PSTN.LOCAL"): "84.49",
    ("B02", "LD.DOM"): "84.49",
    ("B03", "PSTN.RENT"): "82.82",
    ("B08", "PSTN.RENT"): "79.72",
    ("B08", "PSTN.LOCAL"): "79.73",
    ("B09", "PSTN.RENT"): "77.97",
}
"""Guided components whose share lies below 85 % of their list value, and the share in percent."""


def price_of(code: str, day: date = QUOTE_DAY) -> PricedQuote:
    """One bundle alone, for the term that it asks for."""
    bundle = sample_catalog().bundle(code)
    assert bundle is not None
    context = PricingContext(day, bundle.segments, bundle.term)
    return price_quote(sample_catalog(), sample_rules().pricing, context, (QuoteItem("i1", code),))


def parts_of(code: str, *, one_time: bool) -> list[tuple[Any, ...]]:
    """The charges of a priced bundle as rows of the paper."""
    return [
        (c.code, c.quantity, c.list_amount, c.net_amount, c.tax_rate, c.net_ex_tax, c.tax)
        for c in price_of(code).items[0].charges
        if (c.period == "once") is one_time
    ]


def rows_of(code: str, part: str, amount: str) -> list[tuple[Any, ...]]:
    """The same rows as worked out on paper."""
    return [
        (
            row["code"],
            row["qty"],
            yuan_fen(row["list_amount"]),
            yuan_fen(row[amount]),
            Decimal(row["vat_rate"]),
            yuan_fen(row["ex_vat"]),
            yuan_fen(row["vat"]),
        )
        for row in expected_bundles()[code][part]
    ]


def test_there_are_sixteen_records() -> None:
    """B01 in two tiers, B02 to B15; four more are scenarios of their own."""
    assert len(BUNDLES) == 16
    known = [bundle.code for bundle in sample_catalog().content.bundles]
    assert known == [*BUNDLES, "B16", "B17", "B18", "B19"]


@every_bundle
def test_components_get_the_share_and_the_tax_on_paper(code: str) -> None:
    """List value, allocated share, VAT rate, ex-VAT and VAT of each component, in order."""
    assert parts_of(code, one_time=False) == rows_of(code, "components", "allocated")


@every_bundle
def test_one_time_charges_cost_what_is_published(code: str) -> None:
    """List value, charged amount, VAT rate, ex-VAT and VAT of each one-time charge, in order."""
    assert parts_of(code, one_time=True) == rows_of(code, "one_time", "charged")


@every_bundle
def test_totals_of_a_bundle_are_those_on_paper(code: str) -> None:
    """Saving, contract value with ex-VAT and VAT, cost and margin over the bundle's term."""
    expected = expected_bundles()[code]["expected"]
    priced = price_of(code)
    totals = priced.totals
    saving = totals.monthly.list_amount - totals.monthly.net_amount
    found = {
        "list_monthly": totals.monthly.list_amount,
        "saving_monthly": saving,
        "ex_vat_monthly": totals.monthly.net_ex_tax,
        "vat_monthly": totals.monthly.tax,
        "one_time_list": totals.one_time.list_amount,
        "one_time_charged": totals.one_time.net_amount,
        "contract_value": totals.contract.net_amount,
        "contract_ex_vat": totals.contract.net_ex_tax,
        "contract_vat": totals.contract.tax,
        "cost": totals.contract.cost,
    }
    assert found == {name: yuan_fen(expected[name]) for name in found}
    share = decimal_percent(percent_of(saving, totals.monthly.list_amount))
    assert share == Decimal(expected["saving_pct"])
    assert decimal_percent(measure(priced).margin) == Decimal(expected["margin_pct"])


@every_bundle
def test_guided_components_below_their_band_are_those_on_paper(code: str) -> None:
    """Seven components in B02, B03, B08 and B09; no other."""
    found = {
        (code, charge.code): str(decimal_percent(percent_of(charge.net_amount, charge.list_amount)))
        for charge in price_of(code).items[0].charges
        if charge.below_band
    }
    assert found == {key: share for key, share in BELOW_BAND.items() if key[0] == code}


@every_bundle
def test_a_filing_number_stands_where_a_component_is_below_its_band(code: str) -> None:
    """B02, B03, B08 and B09 carry one, so none of the sample bundles is reported."""
    priced = price_of(code)
    needs = code in {bundle for bundle, _ in BELOW_BAND}
    assert priced.items[0].filing_number == (f"SAMPLE-FILING-{code}" if needs else "")
    assert "bundle.filing_number_missing" not in {problem.code for problem in priced.problems}


@pytest.mark.parametrize(
    ("code", "day", "finding"),
    [
        ("B13", QUOTE_DAY, ("bundle.expired", "2026-10-31")),
        ("B13", date(2026, 10, 31), None),
        ("B13", date(2026, 5, 1), None),
        ("B13", date(2026, 4, 30), ("bundle.not_started", "2026-05-01")),
        ("B14", QUOTE_DAY, ("bundle.not_started", "2027-01-01")),
        ("B14", date(2027, 1, 1), None),
        ("B14", date(2027, 6, 30), None),
        ("B14", date(2027, 7, 1), ("bundle.expired", "2027-06-30")),
    ],
)
def test_a_promotion_holds_from_its_first_to_its_last_day(
    code: str, day: date, finding: tuple[str, str] | None
) -> None:
    """On the quote day B13 is over and B14 has not begun; both bounds are included."""
    windows = [
        (problem.code, problem.parameters["date"])
        for problem in price_of(code, day).problems
        if problem.blocks
    ]
    assert windows == ([] if finding is None else [finding])
